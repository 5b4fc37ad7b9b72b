"""Every category has cards for a session.

A category is a pile on the board. When it runs dry another pile takes its place, and teams that
land on its spaces meet cards of something else. Bell cards lie on a pile of their own and do not
count.

Three cards are the least. A deck that suggests a length (`preset`) has more for a longer one: as
many in each category as its share of the turns that the standard house rules make of it, which
leaves some for the luck of the dice, as not every turn draws from a category.

PASS:

    cards:
      - {id: a, kind: commit, category: insights, title: A, prompt: Make a plan for Monday.}
      - {id: b, kind: commit, category: insights, title: B, prompt: Make a plan for Tuesday.}
      - {id: c, kind: commit, category: insights, title: C, prompt: Make a plan for Friday.}

FAIL:

    cards:
      - {id: a, kind: commit, category: insights, title: A, prompt: Make a plan for Monday.}

FAIL:

    preset: 60
    cards:
      - {id: a, kind: commit, category: insights, title: A, prompt: Make a plan for Monday.}
      - {id: b, kind: commit, category: insights, title: B, prompt: Make a plan for Tuesday.}
      - {id: c, kind: commit, category: insights, title: C, prompt: Make a plan for Friday.}
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from game.content.problem import Level, Problem
from game.content.wording import amount
from game.rules.cards import Play
from game.rules.ruleset import Turns, make_plan

if TYPE_CHECKING:
    from game.content.deck import Subject

ID = "category-depth"
LEVEL = Level.WARNING

FEWEST = 3
"""Cards on the pile of a category: one for each of three rounds."""


def check(subject: Subject) -> Iterator[Problem]:
    """One problem for each category with too few cards."""
    deck = subject.deck
    cards, others = subject.hidden("cards"), subject.hidden("categories")
    if cards is None or others is None:
        return
    piles = Counter(card.category for card in deck.cards if card.play is not Play.BELL)
    piles.update(card.category for card in cards if card.play != Play.BELL)
    known = {category.id for category in deck.categories if category.name}
    unsure = sum(count for id_, count in piles.items() if id_ not in known)
    share = -(-turns(deck.preset) // (len(known) + len(others))) if deck.preset and known else 0
    for index, category in enumerate(deck.categories):
        count = piles[category.id]
        if category.id not in known or count + unsure >= max(FEWEST, share):
            continue
        found = amount(count + unsure, "card") if count + unsure else "no cards"
        found = f"at most {found}" if unsure else found
        length = f" for the {deck.preset} minutes of the deck" if share > FEWEST else ""
        yield subject.source.problem(
            ID,
            LEVEL,
            ("categories", index),
            f"{found} to draw in this category; expected {max(FEWEST, share)} at least{length}",
        )


@cache
def turns(minutes: int) -> int:
    """Turns of all teams together in a session of the standard preset nearest to this length.

    One by one: playing together takes more time for a card. 0 where the installation is damaged.
    """
    # Late: the readers of rulesets lean on other checks.
    from game.content.rulesets import read_ruleset
    from game.paths import MissingFolderError, scenarios_dir

    try:
        standard = read_ruleset(scenarios_dir() / "rulesets" / "standard.yaml").ruleset
    except MissingFolderError:
        return 0
    if standard is None:
        return 0
    preset = min(standard.presets, key=lambda preset: abs(preset.minutes - minutes))
    return make_plan(preset, 1, Turns.ONE_BY_ONE).rounds
