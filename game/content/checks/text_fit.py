"""Every text fits the wall, also seen from the last row.

Set-up asks how far away the last row sits; at ten picture heights words are set largest and least
of them fit. A text goes on to another face then, but nobody waits for a fourth one, and a list of
options or criteria cannot be parted: there words are cut, or set smaller than the last row can
read. Measured with the layout of the game itself, on a widescreen before eight teams and on a 4:3
projector before four.

PASS:

    cards:
      - id: round-and-round
        kind: order
        category: insights
        title: Round and round
        prompt: Put them in order, the first thing first.
        items:
          - {text: Nobody shows the courier}
          - {text: A customer asks him}
          - {text: He asks the depot}

FAIL:

    cards:
      - id: round-and-round
        kind: order
        category: insights
        title: Round and round
        prompt: Put them in order, the first thing first.
        items:
          - {text: Nobody has ever shown the courier what it is that he carries about all day}
          - {text: A customer asks him at the door how on earth she is to put it together}
          - {text: He promises to find out and asks the depot where nobody has seen it either}
          - {text: The depot rings customer service and they look it up in a list without pictures}
          - {text: Customer service rings the customer back to ask her what it looks like to her}
          - {text: The customer takes a photo of it and sends the photo to the courier by mail}
          - {text: The courier shows the photo to everybody and nobody knows what it may be}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from game.content.nodes import Step
from game.content.problem import Level, Problem

if TYPE_CHECKING:
    from game.content.deck import Deck, Subject
    from game.content.measure import Measure, Overflow
    from game.content.nodes import Source

ID = "text-fit"
LEVEL = Level.WARNING

_HINT = "make it shorter"


def check_measured(subject: Subject, measure: Measure) -> Iterator[Problem]:
    """One problem for each text, in each language, that does not fit."""
    for found in measure.overflows(subject.deck):
        yield _problem(subject.source, (found.section, found.index), found)
    for overlay in subject.overlays:
        for found in measure.overflows(overlay.deck):
            steps: tuple[Step, ...] = (found.section, _id(overlay.deck, found))
            # What is not translated is the deck's, and was said there.
            if overlay.source.find((*steps, *_way(found))) is not None:
                yield _problem(overlay.source, steps, found)


def _id(deck: Deck, found: Overflow) -> str:
    entries = getattr(deck, found.section)
    return str(entries[found.index].id)


def _way(found: Overflow) -> tuple[Step, ...]:
    """The way from the entry to the text."""
    return tuple(int(step) if step.isdigit() else step for step in found.field.split("."))


def _problem(source: Source, steps: tuple[Step, ...], found: Overflow) -> Problem:
    *inside, field = _way(found)
    if isinstance(field, int):  # a line of a list
        inside, field = [*inside, field], ""
    what = {"": "the line", "text": "the text"}.get(field, field)
    words = f"{what} {found.text}"
    return source.problem(ID, LEVEL, (*steps, *inside), words, field=field, hint=_HINT)
