"""`cxgame add FILE|FOLDER`: check a deck, and put it among your own.

Takes a packed deck (`.cxdeck`), a deck's file, its folder, or a folder of decks. Exit code 1 where
one of them is refused: with every problem, or because there is a deck of its id.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from game.cli.decks import way_back
from game.cli.problems import as_text
from game.cli.trouble import CANNOT, DONE, PROBLEMS, WRONG_USE, say
from game.cli.wall import LateWall
from game.content.checks.translation_missing import together
from game.content.sharing.add import Refusal
from game.i18n import _
from game.session.arrivals import Arrival, arrive, is_ours


def add_arguments(parser: ArgumentParser) -> None:
    """What to add."""
    parser.add_argument(
        "paths",
        nargs="+",
        type=Path,
        metavar=_("PATH"),
        help=_("a packed deck (.cxdeck), a deck’s file or folder, or a folder of decks"),
    )
    parser.add_argument(
        "--replace",
        action="store_true",
        help=_("replace your deck of the same id; that one is kept"),
    )


def run(options: Namespace) -> int:
    """Add what can be added; the worst that happened decides the exit code."""
    wall, worst = LateWall(), DONE
    for path in options.paths:
        # Each is told as soon as it is there: a deck takes a second, and Ctrl-C may end it.
        for arrival in arrive(path, replacing=options.replace, measure=wall):
            _tell(arrival)
            worst = max(worst, _code(arrival))
    return worst


def _tell(arrival: Arrival) -> None:
    for line in as_text(together(arrival.problems)):
        print(line)
    hint = ""
    if arrival.replaceable:
        hint = " " + _("With --replace this one takes its place, and the other is kept.")
    elif arrival.added is not None and not arrival.added.unchanged and is_ours(arrival.added.id):
        hint = " " + way_back(arrival.added.id)
    say(f"{arrival.title}: {arrival.sentence}{hint}")


def _code(arrival: Arrival) -> int:
    if arrival.added is not None:
        return DONE
    match arrival.refusal:
        case Refusal.PROBLEMS | Refusal.EXISTS:
            return PROBLEMS
        case None | Refusal.BLOCKED:
            return CANNOT
        case _:
            return WRONG_USE
