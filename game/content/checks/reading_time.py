"""A text that is read aloud is over within half a minute.

Somebody reads the prompt to the room; after thirty seconds (ninety words) the first ones have
forgotten how it began. Sixty words fit one face of the wall; more than that is advised against,
and more than ninety is too much. Every language is looked at.

PASS:

    twists:
      - id: two-greetings
        title: Dear Mr Mrs
        prompt: The tariff letter went out with two greetings on it.
        effects: [{who: last, spaces: 3}]

FAIL:

    cards:
      - id: ring-him
        kind: open
        category: insights
        title: A mail from “System”
        prompt: Ring him, as a person.
        reading: 45
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from game.content.problem import Level, Problem
from game.content.told import entries

if TYPE_CHECKING:
    from game.content.deck import Subject

ID = "reading-time"
LEVEL = Level.WARNING

MOST_WORDS = 90
"""Words of a prompt: half a minute aloud."""
ONE_FACE = 60
"""Words that fit one face of the wall, over three options of a line."""
MOST_SECONDS = 30


def check(subject: Subject) -> Iterator[Problem]:
    """One problem for each prompt, in each language, and each `reading` that is too long."""
    for section in ("cards", "twists", "mirrors"):
        for told in entries(subject, section):
            words = len(told.entry.prompt.split())
            if not told.says("prompt") or words <= ONE_FACE:
                continue
            too_long = words > MOST_WORDS
            most = MOST_WORDS if too_long else ONE_FACE
            why = "more takes over half a minute aloud" if too_long else "more takes two faces"
            yield told.problem(
                ID,
                LEVEL if too_long else Level.ADVICE,
                f"prompt has {words} words; expected at most {most}: {why}",
                field="prompt",
                hint="leave out what no answer hangs on",
            )
    for index, card in enumerate(subject.deck.cards):
        if card.reading > MOST_SECONDS:
            yield subject.source.problem(
                ID,
                LEVEL,
                ("cards", index),
                f"reading is {card.reading} seconds; expected at most {MOST_SECONDS}",
                field="reading",
                hint="shorten the prompt",
            )
