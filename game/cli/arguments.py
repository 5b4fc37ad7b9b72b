"""Values of options, each refused with a sentence that says what is allowed."""

from __future__ import annotations

import os
import re
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Callable
from pathlib import Path

from game.i18n import _

_MOST_PIXELS = 16_384
"""The widest window any system gives."""


def whole(least: int, most: int) -> Callable[[str], int]:
    """A whole number within bounds, the ends included."""

    def parse(text: str) -> int:
        # Not int() alone: that takes "1_000" and Bengali digits, which nobody means here.
        number = int(text) if re.fullmatch(r"[+-]?[0-9]{1,18}", text) else None
        if number is None or not least <= number <= most:
            sentence = _("'{text}' is no whole number from {least} to {most}.")
            raise ArgumentTypeError(sentence.format(text=text, least=least, most=most))
        return number

    return parse


def size(text: str) -> tuple[int, int]:
    """Width and height of a window in pixels: `1280x720`."""
    found = re.fullmatch(r"([0-9]{1,5})[xX×]([0-9]{1,5})", text)
    width, height = (int(found[1]), int(found[2])) if found else (0, 0)
    if not (1 <= width <= _MOST_PIXELS and 1 <= height <= _MOST_PIXELS):
        sentence = _("'{text}' is no size of a window; write it like 1280x720.")
        raise ArgumentTypeError(sentence.format(text=text))
    return width, height


def place(text: str) -> Path:
    """A file to make, or a folder that is there: `out/` where there is none is a slip."""
    from game.content.disk import is_dir, shown  # late: it brings all of the decks' floor along

    path = Path(text)
    if text.endswith(("/", os.sep)) and not is_dir(path):
        raise ArgumentTypeError(_("There is no folder {path}.").format(path=shown(path)))
    return path


def display(text: str) -> int:
    """The index of a display, which people count from 1."""
    return whole(1, 16)(text) - 1


def language(text: str) -> str:
    """A language's code: `nl`, `nl-BE`."""
    code = text.strip().replace("_", "-")
    if not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z]{2})?", code):
        sentence = _("'{text}' is no code of a language; write it like nl.")
        raise ArgumentTypeError(sentence.format(text=text))
    base, dash, region = code.partition("-")
    return base.lower() + dash + region.upper()


SEEDS = (0, 2**63 - 1)
"""The least and the largest seed: what a file of any other program can hold as well."""


def add_window(parser: ArgumentParser) -> None:
    """Where the window is to open, and how large."""
    parser.add_argument(
        "--window",
        type=size,
        metavar=_("WxH"),
        help=_("a window of this size, like 1280x720, instead of the full screen"),
    )
    parser.add_argument(
        "--display",
        type=display,
        metavar="N",
        help=_("which display to use, counted from 1"),
    )


def add_deck(parser: ArgumentParser) -> None:
    """The one deck it is about."""
    parser.add_argument("deck", metavar=_("DECK"), help=_("a deck’s name or path"))


def add_place(parser: ArgumentParser) -> None:
    """Where the file that is made of it goes."""
    parser.add_argument(
        "--out",
        type=place,
        metavar=_("FILE"),
        help=_("the file to make, or the folder it goes to; if absent, it is made here"),
    )


def add_content(parser: ArgumentParser, *, shortest: bool = False) -> None:
    """What is played: decks, board, preset, turns, language.

    `shortest` where the shortest session is played if no length is given.
    """
    from game.session.library import FIRST_DECK  # late: it brings all of the session's floor along

    parser.add_argument(
        "decks",
        nargs="*",
        metavar=_("DECK"),
        help=_("a deck’s name or path; several are played together; if absent, {deck}").format(
            deck=FIRST_DECK
        ),
    )
    length = _(
        "the length of the session in minutes (15, 45, 60, 90 or 120), or its name in your own "
        "house rules"
    )
    usual = _("if absent, the shortest") if shortest else _("if absent, what suits the deck")
    parser.add_argument("--preset", metavar=_("MINUTES"), help=f"{length}; {usual}")
    add_rules(parser)
    parser.add_argument(
        "--turns",
        choices=("one-by-one", "together"),
        help=_(
            "who answers: the teams one by one, or all of them together; if absent, what suits "
            "their number"
        ),
    )
    parser.add_argument(
        "--language",
        type=language,
        metavar=_("CODE"),
        help=_("the language of cards and wall, like nl; if absent, yours"),
    )


def add_rules(parser: ArgumentParser) -> None:
    """The board and the house rules."""
    from game.session.library import FIRST_BOARD, FIRST_RULESET  # late, as above

    board = _("a board’s name or path; if absent, {board}")
    parser.add_argument("--board", metavar="B", help=board.format(board=FIRST_BOARD))
    ruleset = _("the name or path of house rules; if absent, {ruleset}")
    parser.add_argument("--ruleset", metavar="R", help=ruleset.format(ruleset=FIRST_RULESET))


def add_teams(parser: ArgumentParser, usual: int, least: int = 1) -> None:
    """How many teams of bots play."""
    parser.add_argument(
        "--teams",
        type=whole(least, 8),
        default=usual,
        metavar="N",
        help=_("how many teams play; if absent, %(default)s"),
    )


def add_seed(parser: ArgumentParser) -> None:
    """What chance comes from; nobody knows where it is not given."""
    parser.add_argument(
        "--seed",
        type=whole(*SEEDS),
        metavar="N",
        help=_("a number for chance: the same one gives the same dice and cards"),
    )


def add_first_seed(parser: ArgumentParser) -> None:
    """The seed of the first of many games."""
    parser.add_argument(
        "--seed",
        type=whole(*SEEDS),
        default=1,
        metavar="N",
        help=_(
            "a number for the chance of the first game; those after it count on from there; if "
            "absent, %(default)s"
        ),
    )


def add_json(parser: ArgumentParser) -> None:
    """Figures for a program instead of tables for people."""
    parser.add_argument(
        "--json", action="store_true", help=_("print all figures as JSON, for a program")
    )


def add_console(parser: ArgumentParser) -> None:
    """Whether the facilitator's console is opened along with the window, and for whom."""
    parser.add_argument(
        "--console",
        action="store_true",
        help=_("open the facilitator’s console in a browser of this computer"),
    )
    parser.add_argument(
        "--remote",
        action="store_true",
        help=_("let a tablet be the console: a code on the wall opens it there"),
    )
