"""Any team may pass a `turn` card before it is locked, and gets another of the same kind."""

from __future__ import annotations

from typing import Unpack

import pytest

from game.rules.actions import LockAnswer, Next, PassCard, PutNext
from game.rules.cards import Card, Play
from game.rules.events import CardDrawn, Passed, Scored
from game.rules.legal import offers_of
from game.rules.state import State, Step
from tests.rules.pieces import commit, dilemma, estimate, open_card, quiz
from tests.rules.setups import Table
from tests.rules.table import (
    customers,
    each,
    happens,
    on_card,
    play,
    refused,
    stage,
    the,
    to_step,
    with_team,
)


def choice(**rules: Unpack[Table]) -> State:
    """A dilemma is being read; others of its kind and of other kinds wait."""
    others = (
        dilemma("d"),
        estimate("e", category="insights"),
        dilemma("f", category="design"),
        quiz("q", category="insights", play=Play.EVERYONE),
    )
    return on_card(dilemma("c"), 3, *others, **rules)


def test_a_passed_card_gives_way_to_another_of_the_same_kind_without_penalty() -> None:
    state = with_team(choice(), 0, customers=4)
    state, events = happens(state, PassCard(0))
    assert the(events, Passed) == Passed(0, "c")
    assert the(events, CardDrawn).card == "d", "from the same pile, if it has one"
    assert not each(events, Scored)
    assert customers(state)[0] == 4
    assert (state.active, stage(state).team, stage(state).step) == (0, 0, Step.READ)


def test_from_its_own_pile_even_if_another_is_fuller() -> None:
    fuller = [dilemma(f"f/{n}", category="design") for n in range(5)]
    assert stage(play(on_card(dilemma("c"), 3, dilemma("d"), *fuller), PassCard(0))).card == "d"


def test_from_another_pile_if_its_own_has_none() -> None:
    state = on_card(
        dilemma("c"), 3, estimate("e", category="insights"), dilemma("f", category="design")
    )
    assert stage(play(state, PassCard(0))).card == "f"


def test_a_passed_card_goes_under_its_pile() -> None:
    state = play(choice(), PassCard(0))
    pile = state.pile("insights")
    assert pile is not None
    assert pile.cards[-1] == "c"
    assert "c" not in pile.played


def test_the_card_that_came_instead_lies_in_no_pile_while_it_is_open() -> None:
    state = choice()
    lay = {card for pile in state.piles for card in pile.cards}
    for card in ("d", "c"):
        state = play(state, PassCard(0))
        assert stage(state).card == card
        lie = [card for pile in state.piles for card in (*pile.cards, *pile.played)]
        assert sorted(lie) == sorted({*lay, "c"} - {card})


def test_twice_a_session() -> None:
    state = play(choice(), PassCard(0), PassCard(0))
    assert state.teams[0].passes == 0
    assert refused(state, PassCard(0)) == "no_passes"
    assert state.teams[1].passes == 2


@pytest.mark.parametrize("passes", [0, 1, 3])
def test_how_often_is_a_house_rule(passes: int) -> None:
    state = play(choice(passes=passes), *[PassCard(0)] * passes)
    assert refused(state, PassCard(0)) == "no_passes"


def test_also_while_it_is_discussed() -> None:
    state = to_step(choice(), Step.DISCUSS)
    assert stage(play(state, PassCard(0))).card == "d"


def test_not_after_it_is_locked() -> None:
    assert refused(play(choice(), LockAnswer(0, 1)), PassCard(0)) == "not_now"


def test_only_by_the_team_that_plays_it() -> None:
    assert refused(choice(), PassCard(1)) == "not_this_team"


@pytest.mark.parametrize(
    "card", [quiz("p"), dilemma("p", play=Play.EVERYONE)], ids=["bell", "everyone"]
)
def test_only_turn_cards(card: Card) -> None:
    state = on_card(card, 3, dilemma("d"), quiz("q"))
    assert not offers_of(state, PassCard)
    assert refused(state, PassCard(0)) == "not_now"


@pytest.mark.parametrize("card", [open_card("p"), commit("p")], ids=["open", "commit"])
def test_open_and_commit_cards_too(card: Card) -> None:
    state = on_card(card, 3, open_card("o"), commit("k"))
    passed = play(state, PassCard(0)).card
    assert passed is not None
    assert state.card is not None
    assert passed.kind is state.card.kind
    assert passed.id != "p"


def test_where_there_is_no_other_of_its_kind_it_cannot_be_passed() -> None:
    state = on_card(dilemma("c"), 3, estimate("e"))
    assert refused(state, PassCard(0)) == "no_other_card"


def test_the_facilitators_next_card_comes_first_if_it_is_of_the_kind() -> None:
    assert stage(play(choice(), PutNext("f"), PassCard(0))).card == "f"
    state = play(choice(), PutNext("e"), PassCard(0))
    assert stage(state).card == "d"
    assert state.put_next == "e"


def test_a_pass_forgets_what_was_read_and_the_turn_goes_on() -> None:
    state = play(to_step(choice(), Step.DISCUSS), PassCard(0))
    assert state.clock is None
    assert stage(play(state, Next())).step is Step.DISCUSS
