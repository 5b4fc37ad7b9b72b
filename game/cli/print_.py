"""`cxgame print DECK`: a deck on paper, as one PDF: a guide, cards to cut, answer cards, the board.

Says which pages to print how. The same deck gives the same file, byte for byte.
"""

from __future__ import annotations

import os
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from game.cli.arguments import add_deck, add_place, add_rules, whole
from game.cli.arguments import language as language_code
from game.cli.commands import did_you_mean
from game.cli.decks import meant
from game.cli.making import something_else, target, write
from game.cli.problems import as_text
from game.cli.trouble import DONE, PROBLEMS, cannot, say, wrong_use
from game.content.deck import DeckFile
from game.content.disk import shown
from game.content.extras import install
from game.content.merge import media, merge
from game.content.problem import ContentError
from game.i18n import _, language, ngettext
from game.session.library import Library, LibraryError

if TYPE_CHECKING:
    from game.report.paper.document import Printed, Wanted

ENDING = ".pdf"
PAPERS = ("a4", "letter")
PARTS = ("guide", "cards", "answers", "board")
USUAL_TEAMS, MOST_TEAMS = 4, 8


def add_arguments(parser: ArgumentParser) -> None:
    """Which deck, what of it, and on what."""
    add_deck(parser)
    add_place(parser)
    parser.add_argument(
        "--language",
        type=language_code,
        metavar=_("CODE"),
        help=_("the language of the deck and its guide, like nl; if absent, yours"),
    )
    parser.add_argument(
        "--paper",
        type=str.lower,
        choices=PAPERS,
        default=PAPERS[0],
        help=_("the paper in the printer; if absent, %(default)s"),
    )
    parser.add_argument(
        "--only",
        type=parts,
        default=frozenset(PARTS),
        metavar=_("PARTS"),
        help=_("print these parts alone: guide,cards,answers,board, or some of them"),
    )
    add_rules(parser)
    parser.add_argument(
        "--answers",
        type=whole(1, MOST_TEAMS),
        default=USUAL_TEAMS,
        metavar="N",
        help=_("for how many teams to print answer cards and pieces; if absent, %(default)s"),
    )


def parts(text: str) -> frozenset[str]:
    """Parts of the file by name: `cards,board`."""
    names = [name.strip() for name in text.split(",") if name.strip()]
    for name in names:
        if name not in PARTS:
            sentence = _("There is no part '{name}'; there are: {names}.")
            told = sentence.format(name=name, names=", ".join(PARTS))
            raise ArgumentTypeError(told + did_you_mean(name, PARTS))
    if not names:
        raise ArgumentTypeError(_("Nothing to print; there are: {names}.").format(
            names=", ".join(PARTS)
        ))  # fmt: skip
    return frozenset(names)


def run(options: Namespace) -> int:
    """Write the file; 1 where the deck has errors, 3 where fpdf2 is not installed."""
    library = Library.default()
    try:
        deck = library.deck(meant(options.deck, library))
        wanted = _wanted(options, deck, library)
    except LibraryError as error:
        raise wrong_use(str(error)) from None
    except ContentError as error:
        for line in as_text(error.problems):
            print(line)
        n = len(error.problems)
        say(ngettext("Not printed: {n} problem.", "Not printed: {n} problems.", n).format(n=n))
        return PROBLEMS
    path = target(options.out, f"{deck.id}-{wanted.deck.language}", ENDING)
    if not _ours(path, deck.id):
        raise something_else(path)
    printed = _printed(wanted)
    write(path, printed.data)
    for line in _told(printed, wanted.deck.title, path):
        say(line)
    return DONE


def _wanted(options: Namespace, file: DeckFile, library: Library) -> Wanted:
    """What the options ask for. Raises `ContentError`, `LibraryError`."""
    from game.report.paper.deck import PrintedDeck
    from game.report.paper.document import Part, Wanted
    from game.report.paper.sizes import PAPERS as SIZES

    spoken = options.language or language()
    deck = file.in_language(spoken)
    _check_language(options, file, deck.language)
    return Wanted(
        deck=PrintedDeck(merge([file], spoken), deck.description, deck.preset),
        board=library.board(options.board or "").in_language(deck.language),
        ruleset=library.ruleset(options.ruleset or "").in_language(deck.language),
        pictures=media([file]),
        paper=SIZES[options.paper],
        parts=frozenset(Part(name) for name in options.only),
        teams=options.answers,
    )


def _check_language(options: Namespace, file: DeckFile, given: str) -> None:
    """A language the deck does not have is a slip of the finger, not a wish for another one."""
    if options.language and options.language.partition("-")[0] != given.partition("-")[0]:
        raise wrong_use(
            _("No deck chosen here speaks '{code}'; there are: {codes}.").format(
                code=options.language, codes=", ".join(file.languages)
            )
        )


def _printed(wanted: Wanted) -> Printed:
    try:
        # A namesake, the fpdf that fpdf2 came from, knows no preferences.
        from fpdf import ViewerPreferences  # noqa: F401
    except ImportError:
        raise cannot(
            _("Printing needs fpdf2. Put it in with: {command}").format(command=install("print"))
        ) from None
    from game.report.paper.document import print_deck

    return print_deck(wanted)


def _ours(path: Path, deck_id: str) -> bool:
    """True where nothing is lost by writing: nothing is there, or this deck, printed before."""
    from game.report.paper.document import signature

    if not os.path.lexists(path):
        return True
    try:
        return path.is_file() and signature(deck_id) in path.read_bytes()
    except OSError:
        return False


def _told(printed: Printed, title: str, path: Path) -> list[str]:
    """What was made, and how each part of it is to be printed."""
    kilobytes = -(-len(printed.data) // 1000)
    sentence = _("“{title}” is in {file} ({n} kB). Print it at 100 %:")
    lines = [sentence.format(title=title, file=shown(path), n=kilobytes)]
    names = {
        "guide": _("the guide, for you alone"),
        "cards": _("cards"),
        "answers": _("answer cards"),
        "board": _("the board and its pieces"),
    }
    for part, pages in printed.pages.items():
        how = (
            _("pages {first} to {last}: {what}; both sides, turned over the long edge")
            if part.both_sides
            else _("pages {first} to {last}: {what}")
            if part == "guide"
            else _("pages {first} to {last}: {what}; one side")
        )
        told = how.format(first=pages.start, last=pages.stop - 1, what=names[part])
        lines.append(f"  {told}")
    return lines
