"""Another view on a choice for everyone: argued, joined, and worth a customer for each who came."""

from __future__ import annotations

from typing import Unpack

import pytest

from game.rules.actions import Next, RingBell, SetAnswer, TimeUp
from game.rules.cards import Card, Play
from game.rules.events import Scored
from game.rules.ruleset import Turns
from game.rules.state import Answer, ClockFor, State, Step, Why, evolve
from tests.clauses.asides import tokens
from tests.rules.pieces import dilemma, estimate, order, quiz
from tests.rules.setups import Table
from tests.rules.table import (
    bells,
    customers,
    each,
    happens,
    on_card,
    play,
    refused,
    ring,
    stage,
    to_step,
)

POINTS = (0, 1, 2, 3)


def camps(*answers: Answer | None, at: int = 0, **rules: Unpack[Table]) -> State:
    """A dilemma for everyone with the answers in, after the grid."""
    card = dilemma("c", POINTS, play=Play.EVERYONE)
    state = to_step(on_card(card, len(answers), **rules), Step.GRID)
    for team, answer in enumerate(answers):
        if answer is not None:
            state = play(state, SetAnswer(team, answer))
    state = play(state, Next(), at=at)
    return play(state, Next(), at=at) if stage(state).asked else state


def may_ring(state: State) -> tuple[int, ...]:
    return bells(state).eligible if stage(state).step is Step.VIEW else ()


@pytest.mark.parametrize(
    ("answers", "teams"),
    [
        ((0, 0, 0, 1), (3,)),
        ((0, 0, 0, 1, 1, 2), (3, 4, 5)),
        ((0, 0, 1, 1), (0, 1, 2, 3)),
        ((0, 0, 1, 1, 2), (0, 1, 2, 3, 4)),
        ((0, 1, 2), (0, 1, 2)),
        ((1, 1, 1), ()),
        ((1, 1, None), ()),
        ((1, 1, 2, None), (2,)),
        ((None, None, None), ()),
    ],
)
def test_the_bell_is_open_to_teams_outside_the_largest_camp(
    answers: tuple[int | None, ...], teams: tuple[int, ...]
) -> None:
    assert may_ring(camps(*answers)) == teams


def test_no_view_when_all_agree() -> None:
    assert stage(camps(1, 1, 1)).step is Step.REVEAL


def test_a_team_of_the_largest_camp_cannot_ring() -> None:
    assert refused(camps(0, 0, 1), RingBell(0, 0)) == "not_this_team"


def test_the_team_that_rings_argues_for_thirty_seconds() -> None:
    state = ring(camps(0, 0, 1), 2, 1000)
    assert stage(state).step is Step.VIEW_TAKEN
    assert state.clock is not None
    assert (state.clock.purpose, state.clock.left(1000)) == (ClockFor.ARGUE, 30_000)
    state = play(state, TimeUp(), at=31_000)
    assert stage(state).step is Step.VIEW_TAKEN, "when time ends nothing is lost"
    assert stage(play(state, SetAnswer(0, 1))).answer(0) == 1


def test_every_other_team_may_change_once() -> None:
    state = play(ring(camps(0, 0, 1), 2), SetAnswer(0, 1))
    assert refused(state, SetAnswer(0, 0)) == "already_changed"
    assert stage(play(state, SetAnswer(1, 2))).answer(1) == 2


def test_the_team_that_argues_keeps_its_option() -> None:
    assert refused(ring(camps(0, 0, 1), 2), SetAnswer(2, 0)) == "not_this_team"


@pytest.mark.parametrize(("joining", "won"), [((), 0), ((0,), 1), ((0, 1), 2), ((0, 1, 2), 2)])
def test_it_earns_one_for_each_team_that_joins_at_most_two(
    joining: tuple[int, ...], won: int
) -> None:
    state = ring(camps(0, 0, 0, 1), 3)
    state = play(state, *(SetAnswer(team, 1) for team in joining))
    state, events = happens(state, Next())
    assert [e.applied for e in each(events, Scored) if e.why is Why.VIEW] == [won] * bool(won)
    # Its own option is worth 1; who joined has it as well, and who stayed has nothing.
    assert customers(state) == (*(int(team in joining) for team in range(3)), 1 + won)
    assert tokens(state)[3] == (2 if won else 1)


def test_most_is_a_house_rule() -> None:
    state = ring(camps(0, 0, 0, 1, view_together_max=1), 3)
    state = play(state, SetAnswer(0, 1), SetAnswer(1, 1), Next())
    assert customers(state)[3] == 2


def test_a_team_that_changes_to_a_third_option_has_not_joined() -> None:
    state = play(ring(camps(0, 0, 1), 2), SetAnswer(0, 3), Next())
    assert customers(state) == (3, 0, 1)


def test_a_team_of_its_own_camp_has_not_joined_it() -> None:
    state = play(ring(camps(0, 0, 0, 1, 1), 4), Next())
    assert customers(state) == (0, 0, 0, 1, 1)


def test_a_team_that_sat_out_may_join() -> None:
    state = play(ring(camps(0, 0, 1, None), 2), SetAnswer(3, 1), Next())
    assert customers(state) == (0, 0, 2, 1)


def test_where_the_draw_gives_the_word_to_another_team_nobody_has_changed_yet() -> None:
    state = play(ring(camps(0, 0, 1, 2), 2, 100), SetAnswer(0, 1))
    drawn = [stage(ring(evolve(state, seed=seed), 3, 104)) for seed in range(20)]
    assert {view.viewer for view in drawn} == {2, 3}
    for view in drawn:
        changed = view.viewer == 2
        assert (view.answer(0), view.changed) == ((1, (0,)) if changed else (0, ()))


def test_the_answers_from_before_are_kept_to_show_who_moved() -> None:
    state = play(ring(camps(0, 0, 1), 2), SetAnswer(0, 1))
    assert stage(state).before == ((0, 0), (1, 0), (2, 1))
    assert stage(state).answers == ((0, 1), (1, 0), (2, 1))


@pytest.mark.parametrize(
    "card",
    [estimate("c", play=Play.EVERYONE), order("c", play=Play.EVERYONE)],
    ids=["estimate", "order"],
)
def test_everyones_other_view_is_for_choices_alone(card: Card) -> None:
    state = to_step(on_card(card), Step.GRID)
    answers: list[Answer] = (
        [(0, 1, 2, 3), (3, 2, 1, 0), (0, 1, 3, 2)] if stage(state).shown else [1, 2, 3]
    )
    state = play(state, *(SetAnswer(team, a) for team, a in enumerate(answers)), Next())
    assert stage(state).step is Step.REVEAL


def test_a_quiz_for_everyone_is_a_choice_too() -> None:
    state = to_step(on_card(quiz("q", play=Play.EVERYONE)), Step.GRID)
    state = play(state, SetAnswer(0, 0), SetAnswer(1, 0), SetAnswer(2, 1), Next())
    assert may_ring(state) == (2,)


def test_together_a_turn_card_has_everyones_view() -> None:
    state = to_step(on_card(dilemma("c", POINTS), turns=Turns.TOGETHER), Step.GRID)
    state = play(state, SetAnswer(0, 0), SetAnswer(1, 0), SetAnswer(2, 1), Next())
    assert may_ring(state) == (2,)
