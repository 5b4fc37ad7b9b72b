"""A meter goes up and down.

Two meters make a team feel what a choice costs: more progress here, less connection there. A meter
that nearly only rises (or falls) is a second score, and asks nothing of anybody. Looked at from
eight effects on; fewer than one in ten the other way is too few.

PASS:

    meters:
      - {id: connection, name: Connection}
    cards:
      - id: cups
        kind: choice
        category: insights
        title: Five cups
        prompt: One name stands on all five.
        options:
          - {text: Ask, points: 3, meters: {connection: 2}}
          - {text: Guess, points: 1, meters: {connection: 1}}
          - {text: Drink one, points: 0, meters: {connection: -1}}
          - {text: Wait, points: 0, meters: {connection: -1}}
      - id: letters
        kind: choice
        category: insights
        title: The letters
        prompt: Nobody has read them.
        options:
          - {text: Read one aloud, points: 3, meters: {connection: 2}}
          - {text: Read them alone, points: 2, meters: {connection: 1}}
          - {text: Count them, points: 1, meters: {connection: -1}}
          - {text: File them, points: 0, meters: {connection: -2}}

FAIL:

    meters:
      - {id: connection, name: Connection}
    cards:
      - id: cups
        kind: choice
        category: insights
        title: Five cups
        prompt: One name stands on all five.
        options:
          - {text: Ask, points: 3, meters: {connection: 2}}
          - {text: Guess, points: 1, meters: {connection: 1}}
          - {text: Drink one, points: 0, meters: {connection: 1}}
          - {text: Wait, points: 0, meters: {connection: 1}}
      - id: letters
        kind: choice
        category: insights
        title: The letters
        prompt: Nobody has read them.
        options:
          - {text: Read one aloud, points: 3, meters: {connection: 2}}
          - {text: Read them alone, points: 2, meters: {connection: 1}}
          - {text: Count them, points: 1, meters: {connection: 1}}
          - {text: File them, points: 0, meters: {connection: 2}}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from game.content.points import meter_changes, unread_changes
from game.content.problem import Level, Problem

if TYPE_CHECKING:
    from game.content.deck import Subject

ID = "meter-balance"
LEVEL = Level.ADVICE

FEWEST = 8
"""Effects on a meter before a pattern is one."""
OTHER_WAY = 10
"""One effect in so many goes the other way at least."""


def check(subject: Subject) -> Iterator[Problem]:
    """One problem for each meter that goes nearly only one way."""
    changes, unsure = meter_changes(subject.deck), unread_changes(subject)
    if unsure is None:
        return
    for index, meter in enumerate(subject.deck.meters):
        up = sum(change > 0 for change in changes[meter.id])
        down = sum(change < 0 for change in changes[meter.id])
        if up + down < FEWEST or (min(up, down) + unsure) * OTHER_WAY >= up + down:
            continue
        way, other = ("up", "down") if up > down else ("down", "up")
        yield subject.source.problem(
            ID,
            LEVEL,
            ("meters", index),
            f"{max(up, down)} of {up + down} effects move this meter {way}; "
            f"expected one in {OTHER_WAY} at least to move it {other}",
            hint="let a good option cost something",
        )
