"""`cxgame` with options and no command: the start screen, where and as it was asked for."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from game.app.window import run_start
from game.cli.arguments import add_console, add_window, language
from game.cli.console import console_wished
from game.cli.display import shown
from game.cli.trouble import wrong_use
from game.i18n import _, available


def add_arguments(parser: ArgumentParser) -> None:
    """Where the window goes and what it speaks."""
    add_window(parser)
    add_console(parser)
    parser.add_argument(
        "--language",
        type=language,
        metavar=_("CODE"),
        help=_("the language of the wall, like nl; if absent, yours"),
    )


def run(options: Namespace) -> int:
    """Open the start screen, until the window is closed."""
    code = options.language
    if code and code.partition("-")[0] not in available():
        sentence = _("The game does not speak '{code}'; there are: {codes}.")
        raise wrong_use(sentence.format(code=code, codes=", ".join(available())))
    console = console_wished(options)
    return shown(run_start(options.display, options.window, options.language, console))
