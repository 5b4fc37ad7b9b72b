"""Piles: shuffled from the session's seed, through before they repeat, and never a dead end."""

from __future__ import annotations

from typing import Unpack

import pytest

from game.rules.actions import Begin, ChooseCategory, Next, PutNext, ReplaceCard, Roll
from game.rules.cards import Card, Mirror, RollEffect, Twist
from game.rules.domains import OneOf
from game.rules.draw import Chance, ReplayError
from game.rules.events import CardDrawn, MirrorDrawn, PileGaveWay, PileShuffled, TwistDrawn
from game.rules.legal import offers_of
from game.rules.piles import fullest
from game.rules.ruleset import Turns
from game.rules.state import BELL, Choosing, OnCard, State, evolve
from tests.rules.pieces import commit, dilemma, quiz
from tests.rules.setups import Setup
from tests.rules.table import by_next, each, game, happens, on_card, play, the, to_card


def ready(teams: int = 1, **setup: Unpack[Setup]) -> State:
    setup = {"personas": (), "die": 1, **setup}
    return play(game(teams, **setup), Begin(), Next())


def cards(n: int, category: str = "insights") -> list[Card]:
    return [dilemma(f"{category}{i}", category=category) for i in range(n)]


def drawn(state: State, *, rounds: int = 999) -> list[str]:
    """Every card that comes up by Next alone."""
    found = [
        event.card for _, events, _after in by_next(state) for event in each(events, CardDrawn)
    ]
    return found[:rounds]


def test_piles_are_shuffled_from_the_sessions_seed() -> None:
    def first(seed: int) -> tuple[str, ...]:
        pile = ready(seed=seed, cards=cards(8)).pile("insights")
        assert pile is not None
        return pile.cards

    assert first(5) == first(5)
    assert sorted(first(5)) == sorted(first(6))
    assert len({first(seed) for seed in range(20)}) == 20


def test_every_order_is_as_likely() -> None:
    counts: dict[tuple[int, ...], int] = {}
    for seed in range(3000):
        order = Chance(seed, 0).order(3)
        counts[order] = counts.get(order, 0) + 1
    assert len(counts) == 6
    assert all(420 < count < 580 for count in counts.values()), counts


def test_a_long_pile_is_shuffled_as_a_whole() -> None:
    places = [Chance(seed, 7).order(40).index(39) for seed in range(400)]
    assert set(range(40)) >= set(places)
    assert 15 < sum(places) / 400 < 24
    assert Chance(3, 0).order(0) == ()
    assert Chance(3, 0).order(1) == (0,)


@pytest.mark.parametrize("n", [0, 1, 7, 8, 9, 40])
def test_a_recorded_order_counts_as_many_draws(n: int) -> None:
    live = Chance(9, 100)
    order = live.order(n)
    again = Chance.recorded(order, 100)
    assert again.order(n) == order
    assert again.counter == live.counter


def test_no_log_can_say_what_cannot_have_fallen() -> None:
    for fell in ((), (6,), (-1,)):
        with pytest.raises(ReplayError):
            Chance.recorded(fell).below(6)
    for order in ((), (0, 1), (0, 1, 1), (1, 2, 3)):
        with pytest.raises(ReplayError):
            Chance.recorded(order).order(3)
    more = Chance.recorded((3, 4))
    assert more.below(6) == 3
    with pytest.raises(ReplayError):
        more.finish()


def test_every_pile_is_shuffled_by_draws_of_its_own() -> None:
    deck = [*cards(8), *cards(8, "design"), *cards(8, "culture")]
    state, events = happens(game(2, cards=deck, twists=(), mirrors=(), personas=()), Begin())
    orders = [event.fell for event in each(events, PileShuffled)]
    assert len(set(orders)) == 3
    assert state.draws == 3


def test_a_pile_never_repeats_a_card_before_it_is_through() -> None:
    state = ready(path="si", cards=cards(5), rounds=10)
    # Every other space is start, where the fullest (and only) pile is taken.
    came = drawn(state)
    assert len(came) == 10
    assert sorted(came[:5]) == sorted(came[5:]) == [f"insights{i}" for i in range(5)]


def test_an_empty_pile_gives_way_to_the_fullest_other_and_says_so() -> None:
    state = ready(path="sii", cards=[*cards(1), *cards(2, "design"), *cards(3, "culture")])
    events = list(by_next(state))
    gave_way = [event for _, told, _after in events for event in each(told, PileGaveWay)]
    assert gave_way[0] == PileGaveWay(wanted="insights", instead="culture")
    came = [event.pile for _, told, _after in events for event in each(told, CardDrawn)]
    assert came[:2] == ["insights", "culture"]


def test_of_equally_full_piles_the_decks_first_is_taken() -> None:
    state = ready(path="sx", cards=[*cards(2, "culture"), *cards(2, "design"), *cards(1)])
    # In the order of the decks' categories, not of the cards.
    assert fullest(state) == "design"


def test_the_bell_pile_can_stand_in_too_but_twists_and_mirrors_never_do() -> None:
    state = ready(path="si", cards=[*cards(1), quiz("q0"), quiz("q1")], rounds=3)
    piles = [event.pile for _, told, _after in by_next(state) for event in each(told, CardDrawn)]
    assert piles == ["insights", BELL, BELL]


def test_a_space_without_any_pile_gives_way_as_well() -> None:
    state = ready(path="sbm", cards=cards(2), mirrors=())
    told = [event for _, events, _after in by_next(state) for event in each(events, PileGaveWay)]
    assert [event.wanted for event in told[:2]] == [BELL, "*mirror"]


def test_where_a_card_stands_in_it_is_the_one_that_was_put_next() -> None:
    state = ready(path="smm", cards=[*cards(3), *cards(1, "design")], mirrors=())
    state = play(state, PutNext("design0"))
    _, events, after = next(one for one in by_next(state) if any(each(one[1], PileGaveWay)))
    assert the(events, PileGaveWay).instead == "design"
    assert the(events, CardDrawn).card == "design0"
    assert after.put_next == ""


def test_when_all_are_empty_everything_played_is_shuffled_again() -> None:
    state = ready(path="si", cards=[*cards(1), *cards(1, "design")], rounds=6)
    came, shuffled = [], []
    for _, events, _after in by_next(state):
        came += [event.card for event in each(events, CardDrawn)]
        shuffled.append([(event.pile, event.cards) for event in each(events, PileShuffled)])
    assert len(came) == 6
    assert [once for once in shuffled if once] == [[("insights", 1), ("design", 1)]] * 2
    for i in (0, 2, 4):
        assert sorted(came[i : i + 2]) == ["design0", "insights0"]


def test_one_card_alone_can_carry_a_game() -> None:
    assert drawn(ready(path="si", cards=cards(1), rounds=5)) == ["insights0"] * 5


def test_twists_and_mirrors_left_are_not_mixed_with_those_told() -> None:
    twists = tuple(
        Twist(id=f"t{i}", title="", prompt="", effects=(RollEffect(),)) for i in range(5)
    )
    mirrors = tuple(Mirror(id=f"m{i}", title="", prompt="") for i in range(4))
    state = ready(
        path="stm", turns=Turns.TOGETHER, cards=cards(1), twists=twists, mirrors=mirrors, rounds=40
    )
    told: list[str] = []
    looked: list[str] = []
    for _, events, _after in by_next(state):
        told += [event.twist for event in each(events, TwistDrawn)]
        looked += [event.mirror for event in each(events, MirrorDrawn)]
    assert len(told) >= 10
    assert len(looked) >= 8
    for i in range(0, len(told) - 4, 5):
        assert len(set(told[i : i + 5])) == 5, told
    for i in range(0, len(looked) - 3, 4):
        assert len(set(looked[i : i + 4])) == 4, looked


def test_a_choice_of_piles_is_those_with_cards_or_all_when_none_has() -> None:
    state = ready(path="s?", cards=[*cards(1), *cards(1, "design")], rounds=9)
    offered = []
    for _, _events, after in by_next(state):
        if isinstance(after.stage, Choosing):
            (offer,) = offers_of(after, ChooseCategory)
            domain = offer.fields[0][1]
            assert isinstance(domain, OneOf)
            offered.append(domain.values)
    both = ("insights", "design")
    assert offered == [
        both,
        ("design",),
        both,
        ("design",),
        both,
        ("design",),
        both,
        ("design",),
        both,
    ]


def test_next_takes_the_fullest_category_where_a_team_may_choose() -> None:
    bells = [quiz(f"q{n}") for n in range(5)]
    state = ready(path="s?", cards=[*cards(1), *cards(3, "design"), *bells])
    state = play(state, Roll(), Next())
    assert isinstance(state.stage, Choosing)
    assert the(happens(state, Next())[1], CardDrawn).pile == "design"


def test_a_deck_of_bell_cards_alone_has_no_categories_to_choose() -> None:
    state = play(ready(teams=2, path="s?", cards=[quiz("q0"), quiz("q1")]), Roll(), Next())
    assert isinstance(state.stage, Choosing)
    assert offers_of(state, ChooseCategory) == ()
    state, events = happens(state, Next())
    assert the(events, CardDrawn).pile == BELL


def test_a_card_played_waits_until_its_pile_is_through() -> None:
    state = on_card(dilemma("x"), 1, dilemma("y"))
    for _, _events, after in by_next(state):
        if not isinstance(after.stage, OnCard):
            pile = after.pile("insights")
            assert pile is not None
            assert (pile.cards, pile.played) == (("y",), ("x",))
            break


def test_the_card_put_next_comes_from_wherever_it_lies() -> None:
    state = ready(path="si", cards=[*cards(3), *cards(2, "design")])
    state = play(state, PutNext("design1"))
    state = to_card(state)
    assert state.card is not None
    assert state.card.id == "design1"
    assert state.put_next == ""
    pile = state.pile("design")
    assert pile is not None
    assert pile.cards == ("design0",)


def test_the_card_put_next_waits_while_twists_and_mirrors_are_told() -> None:
    state = ready(path="sm", cards=cards(3), rounds=2)
    state = play(state, PutNext("insights2"), Roll(), Next())
    assert state.put_next == "insights2"
    state = to_card(state)
    assert state.card is not None
    assert state.card.id == "insights2"


def test_a_replaced_card_goes_under_its_pile() -> None:
    state = on_card(dilemma("x"), 1, dilemma("y"), dilemma("z"))
    state = play(state, ReplaceCard())
    assert state.card is not None
    other = {"y": "z", "z": "y"}[state.card.id]
    pile = state.pile("insights")
    assert pile is not None
    assert pile.cards == (other, "x")


def test_a_card_replaced_when_all_are_empty_does_not_come_straight_back() -> None:
    state = to_card(ready(path="si", cards=cards(2), rounds=3))
    first = state.card
    assert first is not None
    pile = state.pile("insights")
    assert pile is not None
    # The other one was played before.
    state = evolve(state, piles=(evolve(pile, cards=(), played=pile.cards),))
    state = play(state, ReplaceCard())
    assert state.card is not None
    assert state.card.id != first.id


def test_cards_of_one_kind_alone_make_a_game_too() -> None:
    assert drawn(ready(path="si", cards=[commit("c", category="insights")], rounds=2)) == ["c", "c"]
