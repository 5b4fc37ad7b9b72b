"""`cxgame replay`: the log of a session, told in sentences or entry by entry."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from game.cli.logs import find_log, open_log
from game.cli.trouble import DONE, PROBLEMS, say
from game.i18n import _
from game.report.session.visible import visible
from game.session.replay import Replay


def add_arguments(parser: ArgumentParser) -> None:
    """Which log, and in which form."""
    parser.add_argument(
        "file",
        type=Path,
        metavar=_("FILE"),
        help=_("the file (.cxsession) or the name of a session"),
    )
    parser.add_argument(
        "--json",
        action="store_true",
        help=_("print each entry as JSON, with the fingerprint of the state after it"),
    )


def run(options: Namespace) -> int:
    """Tell the log as far as it can be followed; 1 where that is not to its end."""
    path = find_log(options.file)
    replay = open_log(lambda: Replay(path))
    for line in replay.as_json() if options.json else replay.sentences():
        print(visible(line))
    for notice in replay.notices:
        say(str(notice))
    return PROBLEMS if replay.notices else DONE
