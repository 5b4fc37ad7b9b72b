"""The whole PDF: its parts in order, its properties, and how each part is to be printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from game.i18n import available, language, set_language
from game.report.paper.answers import answer_specs
from game.report.paper.deck import PrintedDeck
from game.report.paper.face import lay_card
from game.report.paper.guide import print_guide
from game.report.paper.impose import Meeting, impose
from game.report.paper.ink import Ink, Written
from game.report.paper.pieces import print_pieces
from game.report.paper.piles import all_specs
from game.report.paper.sizes import A4, Paper
from game.report.paper.tiles import print_poster, print_tiles
from game.rules.board import Board, fit_board
from game.rules.ruleset import Ruleset

if TYPE_CHECKING:
    from fpdf.output import OutputProducer, PDFInfo

_NO_TIME = datetime(2000, 1, 1, tzinfo=UTC)
"""Stands where fpdf2 asks when a file was made: the same deck gives the same bytes."""


class Part(StrEnum):
    """What can be printed."""

    GUIDE = "guide"
    CARDS = "cards"
    ANSWERS = "answers"
    BOARD = "board"

    @property
    def both_sides(self) -> bool:
        """Backs lie on the other side of their fronts."""
        return self in (Part.CARDS, Part.ANSWERS)


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What is to be printed, and how."""

    deck: PrintedDeck
    board: Board
    ruleset: Ruleset
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    """The deck's own, by qualified name."""
    paper: Paper = A4
    parts: frozenset[Part] = frozenset(Part)
    teams: int = 4
    """Sets of answer cards and pieces."""


@dataclass(frozen=True, kw_only=True)
class Printed:
    """A file, and where everything in it came to lie."""

    data: bytes
    pages: Mapping[Part, range]
    """The pages of each part, counted from 1."""
    meetings: tuple[Meeting, ...]
    written: tuple[Written, ...]


def signature(deck_id: str) -> bytes:
    """What a file of this deck has in it, by which it is known to be one of ours."""
    return f"(cxgame print {deck_id})".encode()


def print_deck(wanted: Wanted, *, compress: bool = True) -> Printed:
    """Make the PDF. Raises `ImportError` where fpdf2 is not installed.

    Headings are in the deck's language, where the interface speaks it.
    """
    from fpdf import FPDF, ViewerPreferences

    deck = wanted.deck
    pdf = FPDF(unit="mm")
    pdf.set_compression(compress)
    pdf.set_auto_page_break(False)
    pdf.set_margin(0)
    pdf.set_title(deck.title)
    pdf.set_lang(deck.language)
    pdf.set_creator(f"cxgame print {deck.id}")
    pdf.set_creation_date(_NO_TIME)
    pdf.viewer_preferences = ViewerPreferences(display_doc_title=True)
    ink = Ink(pdf, deck.language, wanted.pictures)
    pages: dict[Part, range] = {}
    meetings: list[Meeting] = []
    with closing(ink.type), _speaking(deck.language):
        for part in Part:
            if part in wanted.parts:
                first = ink.page + 1
                meetings.extend(_print(ink, part, wanted))
                pages[part] = range(first, ink.page + 1)
                _even(ink, wanted, part)
        data = bytes(pdf.output(output_producer_class=_timeless()))
    return Printed(data=data, pages=pages, meetings=tuple(meetings), written=tuple(ink.written))


def _print(ink: Ink, part: Part, wanted: Wanted) -> list[Meeting]:
    deck, paper = wanted.deck, wanted.paper
    match part:
        case Part.GUIDE:
            print_guide(ink, deck, wanted.ruleset, paper)
        case Part.CARDS:
            cards = all_specs(deck, wanted.ruleset.rules)
            return impose(ink, [lay_card(ink.type, spec) for spec in cards], paper)
        case Part.ANSWERS:
            specs = answer_specs(wanted.teams)
            return impose(ink, [lay_card(ink.type, spec) for spec in specs], paper)
        case Part.BOARD:
            board = fit_board(wanted.board, [one.id for one in deck.content.categories])
            print_poster(ink, deck, board, paper)
            print_tiles(ink, deck, board, paper)
            print_pieces(ink, deck, wanted.ruleset.rules, wanted.teams, paper)
    return []


def _even(ink: Ink, wanted: Wanted, part: Part) -> None:
    """An empty side after an odd number, so that no part begins on the back of another."""
    last = [one for one in Part if one in wanted.parts][-1]
    if ink.page % 2 and part is not last:
        ink.new_page(wanted.paper)


def _timeless() -> type[OutputProducer]:
    """Leaves out when the file was made, so that the same deck gives the same bytes."""
    from fpdf.output import OutputProducer

    class Timeless(OutputProducer):
        def _add_info(self) -> PDFInfo:
            info = super()._add_info()
            info.creation_date = None  # type: ignore[assignment]
            return info

    return Timeless


@contextmanager
def _speaking(code: str) -> Iterator[None]:
    """Headings in this language, where the interface has it."""
    before = language()
    if code.partition("-")[0] in available():
        set_language(code)
    try:
        yield
    finally:
        set_language(before)
