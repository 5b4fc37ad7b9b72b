"""What bots answer: legal for every card, better with skill, the same on every machine."""

from __future__ import annotations

from statistics import fmean

import pytest

from game.rules.cards import Bands, Card, EstimateCard, Measure
from game.rules.oncard import answer_domain
from game.rules.scoring import answer_points
from game.session.bot_skill import BotChance, think
from game.session.bot_words import bot_words
from tests.rules.pieces import commit, dilemma, estimate, open_card, order, quiz

YEAR = EstimateCard(
    id="y",
    category="c",
    title="y",
    prompt="?",
    answer=1994,
    measure=Measure.YEAR,
    bands=Bands(relative=False, widths=(1, 3, 8)),
)
BIG = EstimateCard(
    id="b",
    category="c",
    title="b",
    prompt="?",
    answer=73_500_000.0,
    bands=Bands(relative=True, widths=(10, 25, 50)),
)
SMALL = EstimateCard(
    id="s",
    category="c",
    title="s",
    prompt="?",
    answer=4.2,
    bands=Bands(relative=False, widths=(0.2, 0.5, 1)),
)
ANSWERED: list[Card] = [
    dilemma("d", points=(0, 1, 2, 3)),
    quiz("q"),
    estimate("e"),
    estimate("e0", answer=2),
    order("o"),
    order("long", (0, 1, 1, 2, 3, 4)),
    YEAR,
    BIG,
    SMALL,
]


@pytest.mark.parametrize("card", ANSWERED, ids=lambda card: card.id)
def test_every_answer_is_one_the_card_can_have(card: Card) -> None:
    domain = answer_domain(card)
    assert domain is not None
    chance = BotChance(1)
    assert all(domain.allows(think(card, 45, chance)) for _ in range(300))


@pytest.mark.parametrize("card", ANSWERED, ids=lambda card: card.id)
def test_the_better_the_skill_the_better_the_answers(card: Card) -> None:
    def worth(skill: int) -> float:
        chance = BotChance(7)
        return fmean(answer_points(card, think(card, skill, chance)) for _ in range(600))

    assert worth(5) < worth(50) < worth(95)


def test_percentages_stay_within_a_hundred() -> None:
    chance = BotChance(3)
    guesses = [think(estimate("e", answer=97), 10, chance) for _ in range(500)]
    assert all(isinstance(guess, int | float) and 0 <= guess <= 100 for guess in guesses)
    assert len(set(guesses)) > 10


def test_another_view_names_another_option() -> None:
    chance = BotChance(2)
    card = dilemma("d")
    assert {think(card, 60, chance, never=1) for _ in range(100)} == {0, 2}


@pytest.mark.parametrize("card", [open_card("open"), commit("commit")], ids=lambda card: card.id)
def test_what_is_judged_has_no_answer_to_think_of(card: Card) -> None:
    with pytest.raises(ValueError, match="judged"):
        think(card, 50, BotChance(1))


def test_chance_does_not_depend_on_the_machine() -> None:
    chance = BotChance(20)
    assert [chance.between(1, 100) for _ in range(6)] == [43, 34, 78, 6, 8, 93]


def test_plans_and_insights_are_written_in_the_language_of_the_deck() -> None:
    english, dutch = bot_words("en"), bot_words("nl")
    assert bot_words("nl-BE") is dutch
    assert bot_words("fr") is english
    assert not {cue for cue, _ in english.plans} & {cue for cue, _ in dutch.plans}
    assert len(english.plans) == len(dutch.plans)
    for words in (english, dutch):
        for cue, action in words.plans:
            # They stand behind "If …," and "then …" on the wall.
            assert cue[0].islower()
            assert not action.endswith(".")
