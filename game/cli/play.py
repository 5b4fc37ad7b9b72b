"""`cxgame play`: straight into a session, past the set-up screen."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from game.app.window import run_session
from game.cli.arguments import add_console, add_content, add_seed, add_window
from game.cli.choices import parse_teams, set_up, speak_wished
from game.cli.console import console_wished
from game.cli.display import need_display
from game.i18n import _
from game.paths import sessions_dir
from game.rules.actions import Begin
from game.session.assemble import open_session


def add_arguments(parser: ArgumentParser) -> None:
    """Everything the set-up screen asks."""
    add_content(parser)
    parser.add_argument(
        "--teams",
        metavar=_("A,B,C"),
        default="4",
        help=_("the names of the teams, or how many there are (1 to 8); if absent, %(default)s"),
    )
    parser.add_argument("--name", default="", metavar=_("NAME"), help=_("what to call the session"))
    add_seed(parser)
    parser.add_argument(
        "--debrief",
        metavar="D",
        help=_(
            "what the debrief asks: six-phases, 4f, orid, or the name or path of your own; if "
            "absent, six-phases"
        ),
    )
    parser.add_argument(
        "--after",
        action="append",
        type=Path,
        metavar=_("FILE"),
        help=_("an earlier session, whose plans are asked about first; may be repeated"),
    )
    add_window(parser)
    add_console(parser)


def run(options: Namespace) -> int:
    """Set up, begin, and open the window until that is closed."""
    speak_wished(options)
    console = console_wished(options)
    setup = set_up(options, teams=parse_teams(options.teams), seed=options.seed, name=options.name)
    need_display()
    session = open_session(setup, sessions_dir())
    session.dispatch(Begin(), 0, "command")
    return run_session(session, options.display, options.window, options.language, console)
