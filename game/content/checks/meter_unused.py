"""Every meter is moved by some card.

A meter is drawn on the wall for the whole session. One that no option and no card has an effect
on stands still, and teams wait for it.

PASS:

    meters:
      - {id: connection, name: Connection}
    cards:
      - id: ring-him
        kind: open
        category: insights
        title: A mail from “System”
        prompt: Ring him.
        meters: {connection: 2}

FAIL:

    meters:
      - {id: connection, name: Connection}
    cards:
      - id: ring-him
        kind: open
        category: insights
        title: A mail from “System”
        prompt: Ring him.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from game.content.points import meter_changes, unread_changes
from game.content.problem import Level, Problem

if TYPE_CHECKING:
    from game.content.deck import Subject

ID = "meter-unused"
LEVEL = Level.WARNING


def check(subject: Subject) -> Iterator[Problem]:
    """One problem for each meter without effects."""
    changes = meter_changes(subject.deck)
    if unread_changes(subject) != 0:
        return
    for index, meter in enumerate(subject.deck.meters):
        if not any(changes[meter.id]):
            yield subject.source.problem(
                ID,
                LEVEL,
                ("meters", index),
                "no card moves this meter; expected one at least",
                hint="give options an effect on it, or leave the meter out",
            )
