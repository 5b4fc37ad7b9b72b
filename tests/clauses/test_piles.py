"""Piles are shuffled, never repeat a card before they are through, and give way."""

from __future__ import annotations

from typing import Unpack

from game.rules.actions import Begin, ChooseCategory, Next, Roll
from game.rules.cards import Card, Play
from game.rules.events import CardDrawn, MirrorDrawn, PileGaveWay, PileShuffled, TwistDrawn
from game.rules.state import BELL, MIRROR, TWIST, Choosing, Pile, State, evolve
from tests.rules.pieces import MIRRORS, TWISTS, dilemma, quiz
from tests.rules.setups import Setup
from tests.rules.table import by_next, each, game, happens, play, refused, the


def cards(n: int, category: str = "insights") -> list[Card]:
    return [dilemma(f"{category}/{i}", category=category) for i in range(n)]


def landed(road: str, *, piles: tuple[Pile, ...] | None = None, **setup: Unpack[Setup]) -> State:
    """A pawn of a single step stands on the second space; Next draws."""
    setup = {"personas": (), "path": road, "die": 1, **setup}
    state = play(game(2, **setup), Begin(), Next(), Roll())
    return state if piles is None else evolve(state, piles=piles)


def test_a_pile_never_repeats_a_card_before_it_is_through() -> None:
    state = play(
        game(1, personas=(), cards=cards(5), path="siiii", die=1, rounds=20, start_bonus=0),
        Begin(),
        Next(),
    )
    drawn = [e.card for _, events, _ in by_next(state) for e in each(events, CardDrawn)]
    assert len(drawn) >= 15
    for begin in range(0, 15, 5):
        assert len(set(drawn[begin : begin + 5])) == 5


def test_an_empty_pile_gives_way_to_the_fullest_other_and_says_so() -> None:
    state = landed(
        "six",
        piles=(
            Pile(name="insights", cards=(), played=("insights/0",)),
            Pile(name="metrics", cards=("metrics/0",)),
            Pile(name="design", cards=("design/0", "design/1")),
        ),
        cards=cards(1) + cards(1, "metrics") + cards(2, "design"),
    )
    _, events = happens(state, Next())
    assert the(events, PileGaveWay) == PileGaveWay("insights", "design")
    assert the(events, CardDrawn).card == "design/0"
    assert not each(events, PileShuffled), "what was played rests while other piles have cards"


def test_a_pile_with_cards_does_not_give_way() -> None:
    state = landed("six", cards=cards(1) + cards(4, "metrics"))
    _, events = happens(state, Next())
    assert not each(events, PileGaveWay)
    assert the(events, CardDrawn).pile == "insights"


def test_when_all_are_empty_everything_played_is_shuffled_again() -> None:
    played = tuple(card.id for card in cards(6))
    state = landed(
        "six",
        cards=cards(6) + cards(1, "metrics"),
        piles=(
            Pile(name="insights", cards=(), played=played),
            Pile(name="metrics", cards=(), played=("metrics/0",)),
        ),
    )
    after, events = happens(state, Next())
    assert {e.pile for e in each(events, PileShuffled)} == {"insights", "metrics"}
    card = the(events, CardDrawn)
    assert card.pile == "insights"
    assert not each(events, PileGaveWay)
    pile = after.pile("insights")
    assert pile is not None
    assert sorted((*pile.cards, card.card)) == sorted(played)
    assert pile.played == ()


def test_a_bell_space_draws_any_bell_card() -> None:
    bells: list[Card] = [quiz("q", category="metrics", play=Play.BELL)]
    _, events = happens(landed("sb?", cards=cards(3) + bells), Next())
    assert the(events, CardDrawn) == CardDrawn("q", BELL)


def test_a_twist_or_mirror_space_without_a_pile_gives_way_to_a_question() -> None:
    for space, wanted in (("t", TWIST), ("m", MIRROR)):
        state = landed(f"s{space}?", cards=cards(2), twists=(), mirrors=())
        _, events = happens(state, Next())
        assert the(events, PileGaveWay) == PileGaveWay(wanted, "insights")
        assert the(events, CardDrawn)


def test_twists_and_mirrors_stand_in_for_nothing() -> None:
    state = landed(
        "six",
        cards=cards(1),
        piles=(
            Pile(name="insights", cards=(), played=("insights/0",)),
            Pile(name=TWIST, cards=tuple(t.id for t in TWISTS)),
            Pile(name=MIRROR, cards=tuple(m.id for m in MIRRORS)),
        ),
    )
    _, events = happens(state, Next())
    assert not each(events, TwistDrawn)
    assert not each(events, MirrorDrawn)
    assert the(events, CardDrawn).card == "insights/0"


def test_a_twist_that_is_done_waits_until_its_pile_is_through() -> None:
    state = play(landed("st?", cards=cards(2), twists=TWISTS[:1]), Next())
    assert state.pile(TWIST) == Pile(name=TWIST, cards=())
    state = play(state, Next())
    assert state.pile(TWIST) == Pile(name=TWIST, cards=(), played=(TWISTS[0].id,))


def test_a_mirror_that_was_talked_about_waits_until_its_pile_is_through() -> None:
    state = play(landed("sm?", cards=cards(2), mirrors=MIRRORS[:1]), Next())
    assert state.pile(MIRROR) == Pile(name=MIRROR, cards=())
    state = play(state, Next())
    assert state.pile(MIRROR) == Pile(name=MIRROR, cards=(), played=(MIRRORS[0].id,))


def test_a_choose_space_lets_the_team_pick_a_category_that_has_cards() -> None:
    state = play(landed("s?", cards=cards(2) + cards(2, "design")), Next())
    assert isinstance(state.stage, Choosing)
    _, events = happens(state, ChooseCategory("design"))
    assert the(events, CardDrawn).pile == "design"
    assert refused(state, ChooseCategory("culture")) == "no_such_category"


def test_where_no_category_has_cards_all_of_them_can_be_chosen() -> None:
    empty = tuple(
        Pile(name=name, cards=(), played=(f"{name}/0",)) for name in ("insights", "design")
    )
    state = landed("s?", cards=cards(1) + cards(1, "design"), piles=empty)
    for name in ("insights", "design"):
        _, events = happens(play(state, Next()), ChooseCategory(name))
        assert the(events, CardDrawn).card == f"{name}/0"


def test_start_counts_as_a_space_to_choose() -> None:
    state = landed("s" + "i", cards=cards(3))
    state = evolve(state, teams=tuple(evolve(team, position=0) for team in state.teams))
    assert isinstance(play(state, Next()).stage, Choosing)


def test_piles_are_shuffled_from_the_sessions_seed() -> None:
    def order(seed: int) -> tuple[str, ...]:
        return play(game(1, cards=cards(8), seed=seed), Begin()).piles[0].cards

    assert order(3) == order(3)
    assert len({order(seed) for seed in range(10)}) > 5
