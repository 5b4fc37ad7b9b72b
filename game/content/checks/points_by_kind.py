"""Dilemmas and quizzes pay about the same.

A team does not choose which kind it meets; one that lands on dilemmas must not be paid twice what
another earns with quizzes. Compared is what an option picked at random pays. A kind with three
cards or more lies within half a point of the mean of all these cards. Bell cards are not counted,
as they pay by the house rules; nor are the other kinds, whose points no author sets.

PASS:

    cards:
      - {id: d1, kind: choice, category: insights, title: One, prompt: What now?,
         options: [{text: A, points: 3}, {text: B, points: 1}, {text: C, points: 0}]}
      - {id: d2, kind: choice, category: insights, title: Two, prompt: What now?,
         options: [{text: A, points: 3}, {text: B, points: 1}, {text: C, points: 0}]}
      - {id: d3, kind: choice, category: insights, title: Three, prompt: What now?,
         options: [{text: A, points: 3}, {text: B, points: 1}, {text: C, points: 0}]}
      - {id: q1, kind: choice, category: insights, title: Four, prompt: Which one?,
         options: [{text: A, right: yes}, {text: B}, {text: C}]}
      - {id: q2, kind: choice, category: insights, title: Five, prompt: Which one?,
         options: [{text: A}, {text: B, right: yes}, {text: C}]}
      - {id: q3, kind: choice, category: insights, title: Six, prompt: Which one?,
         options: [{text: A}, {text: B}, {text: C, right: yes}]}

FAIL:

    cards:
      - {id: d1, kind: choice, category: insights, title: One, prompt: What now?,
         options: [{text: A, points: 3}, {text: B, points: 3}, {text: C, points: 2}]}
      - {id: d2, kind: choice, category: insights, title: Two, prompt: What now?,
         options: [{text: A, points: 3}, {text: B, points: 3}, {text: C, points: 2}]}
      - {id: d3, kind: choice, category: insights, title: Three, prompt: What now?,
         options: [{text: A, points: 3}, {text: B, points: 3}, {text: C, points: 2}]}
      - {id: q1, kind: choice, category: insights, title: Four, prompt: Which one?,
         options: [{text: A, right: yes}, {text: B}, {text: C}]}
      - {id: q2, kind: choice, category: insights, title: Five, prompt: Which one?,
         options: [{text: A}, {text: B, right: yes}, {text: C}]}
      - {id: q3, kind: choice, category: insights, title: Six, prompt: Which one?,
         options: [{text: A}, {text: B}, {text: C, right: yes}]}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from game.content.points import Pays, mean_points, points_by_kind
from game.content.problem import Level, Problem
from game.rules.cards import Kind

if TYPE_CHECKING:
    from game.content.deck import Subject

ID = "points-by-kind"
LEVEL = Level.WARNING

APART = 0.5
"""Points the mean of a kind may lie from that of the deck."""
FEWEST = 3
"""Cards of a kind before it has a mean worth the name."""


def check(subject: Subject) -> Iterator[Problem]:
    """One problem for each kind that pays much more or less than the deck."""
    hidden = subject.hidden("cards")
    if hidden is None or any(card.kind in ("", Kind.CHOICE) for card in hidden):
        return  # what those pay may be what keeps the balance
    offers = points_by_kind(subject.deck)
    mean = mean_points(offers)
    for kind, offer in offers.items():
        if offer.cards >= FEWEST and abs(offer.mean - mean) > APART + 1e-9:
            yield subject.source.problem(
                ID,
                LEVEL,
                (),
                f"{kind} pay {offer.mean:.2f} points to an option picked at random, and the deck "
                f"{mean:.2f}; expected at most {APART} between them",
                field="cards",
                hint=_hint(kind, more=offer.mean < mean),
            )


def _hint(kind: Pays, *, more: bool) -> str:
    """The key of a quiz always pays three: it is the dilemmas that can be changed."""
    if kind is Pays.QUIZ:
        return ""
    return "give their options more points" if more else "give their options fewer points"
