"""Cards on sheets: four or two a side, backs where they meet their fronts, marks to cut by.

A sheet is printed on both sides and turned over its long edge: a back lies where its front is
seen in a mirror. Type on both is upright.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.look.box import Box
from game.report.paper.face import Face, LaidCard, draw_face
from game.report.paper.ink import THEME, Ink
from game.report.paper.sizes import BLEED, Paper, mirrored, slots

_MARK = 4.0
"""Length of a mark, outside of what colour may cover."""


@dataclass(frozen=True)
class Meeting:
    """A front and the back on its other side, for proofs."""

    card: str
    front: int
    """The page of each, counted from 1."""
    back: int
    front_box: Box
    back_box: Box


def impose(ink: Ink, cards: Sequence[LaidCard], paper: Paper) -> list[Meeting]:
    """Draw the sheets, ordinary cards first; tells where front and back of each came to lie."""
    met: list[Meeting] = []
    for large in (False, True):
        pairs = [
            pair
            for card in cards
            if card.large is large
            for pair in zip(card.fronts, card.backs, strict=True)
        ]
        places = slots(paper, columns=1 if large else 2)
        for start in range(0, len(pairs), len(places)):
            met.extend(_sheet(ink, pairs[start : start + len(places)], places, paper))
    return met


def _sheet(
    ink: Ink, pairs: Sequence[tuple[Face, Face]], places: Sequence[Box], paper: Paper
) -> list[Meeting]:
    ink.new_page(paper)
    front = ink.page
    cutting(ink, places[: len(pairs)])
    for (face, _), place in zip(pairs, places, strict=False):
        draw_face(ink, face, place)
    ink.new_page(paper)
    for (_, face), place in zip(pairs, places, strict=False):
        draw_face(ink, face, mirrored(place, paper))
    return [
        Meeting(face.card, front, ink.page, place, mirrored(place, paper))
        for (face, _), place in zip(pairs, places, strict=False)
    ]


def cutting(ink: Ink, places: Sequence[Box]) -> None:
    """Marks in the margins, in line with every cut, and a hairline round each card."""
    left = min(box.x for box in places) - BLEED
    right = max(box.right for box in places) + BLEED
    top = min(box.y for box in places) - BLEED
    bottom = max(box.bottom for box in places) + BLEED
    for x in sorted({x for box in places for x in (box.x, box.right)}):
        ink.rule((x, top - 0.6 - _MARK), (x, top - 0.6), THEME.line, 0.15)
        ink.rule((x, bottom + 0.6), (x, bottom + 0.6 + _MARK), THEME.line, 0.15)
    for y in sorted({y for box in places for y in (box.y, box.bottom)}):
        ink.rule((left - 0.6 - _MARK, y), (left - 0.6, y), THEME.line, 0.15)
        ink.rule((right + 0.6, y), (right + 0.6 + _MARK, y), THEME.line, 0.15)
    for box in places:
        ink.rect(box, edge=THEME.hair, width=0.1)
