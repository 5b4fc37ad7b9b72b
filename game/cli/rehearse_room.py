"""`cxgame rehearse-room`: the evening before, everything the room sees, hears and presses."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from game.app.window import run_rehearsal
from game.cli.arguments import add_window, language, whole
from game.cli.display import need_display, shown
from game.i18n import _


def add_arguments(parser: ArgumentParser) -> None:
    """How many teams will ring, and where the window goes."""
    parser.add_argument(
        "--teams",
        type=whole(1, 8),
        default=8,
        metavar="N",
        help=_("how many teams will ring; if absent, %(default)s"),
    )
    parser.add_argument(
        "--language",
        type=language,
        metavar=_("CODE"),
        help=_("the language of the wall, like nl; if absent, yours"),
    )
    add_window(parser)


def run(options: Namespace) -> int:
    """Go through the steps; the start screen stands behind them, until the window is closed."""
    need_display()
    return shown(run_rehearsal(options.teams, options.display, options.window, options.language))
