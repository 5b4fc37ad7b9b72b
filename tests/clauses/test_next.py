"""What Next does: every state can be left by it alone."""

from __future__ import annotations

from typing import get_args

import pytest

from game.rules.actions import Hold, Judge, JudgeView, Next, SetAnswer, Vote, WritePlan
from game.rules.cards import Judging, Play
from game.rules.events import Asked, BellMarked, CardDrawn
from game.rules.legal import legal_actions, offers_of
from game.rules.state import (
    BellPhase,
    Brief,
    Choosing,
    Debrief,
    Held,
    IfThen,
    Landed,
    MirrorTold,
    OnCard,
    Over,
    Personas,
    Podium,
    Ready,
    Stage,
    Standings,
    State,
    Step,
    TwistTold,
    evolve,
)
from tests.clauses.moments import MOMENTS, OVER
from tests.rules.pieces import commit, dilemma, estimate, open_card
from tests.rules.table import (
    bells,
    by_next,
    customers,
    each,
    game,
    happens,
    on_card,
    play,
    refused,
    ring,
    stage,
    the,
    to_step,
)

GOES_TO: dict[str, type[Stage] | Step] = {
    "lobby": Brief,
    "review": Brief,
    "brief": Personas,
    "personas": Ready,
    "ready": Landed,
    "landed": Choosing,
    "choosing": Step.READ,
    "twist": Choosing,
    "mirror": Ready,
    "read": Step.DISCUSS,
    "discuss": Step.DISCUSS,
    "grid": Step.GRID,
    "armed": Step.BELL,
    "open": Step.REVEAL,
    "taken": Step.BELL,
    "marked": Step.REVEAL,
    "view": Step.REVEAL,
    "view taken": Step.VIEW_TAKEN,
    "camps": Step.REVEAL,
    "camps taken": Step.REVEAL,
    "judge": Step.JUDGE,
    "plan": Step.JUDGE,
    "reveal": Step.TALK,
    "talk": Ready,
    "standings": Ready,
    "final": Podium,
    "podium": Over,
    "debrief": Over,
}
"""Where one Next leads, from every moment; where something is missing, it asks and stays."""

ASKS = {"discuss", "grid", "view taken", "judge", "plan"}


def where(state: State) -> type[Stage] | Step:
    return state.stage.step if isinstance(state.stage, OnCard) else type(state.stage)


def test_no_moment_is_forgotten() -> None:
    states = [*MOMENTS.values(), OVER]
    assert {type(state.stage) for state in states} == set(get_args(Stage))
    assert {s.stage.step for s in states if isinstance(s.stage, OnCard)} == set(Step)
    phases = {s.stage.bell.phase for s in states if isinstance(s.stage, OnCard) and s.stage.bell}
    assert phases == set(BellPhase)
    assert MOMENTS.keys() == GOES_TO.keys()


@pytest.mark.parametrize("name", MOMENTS)
def test_every_state_can_be_left_with_next(name: str) -> None:
    state, events = happens(MOMENTS[name], Next())
    assert where(state) == GOES_TO[name]
    assert bool(each(events, Asked)) is (name in ASKS)


@pytest.mark.parametrize("name", sorted(ASKS))
def test_where_something_is_missing_next_asks_once_and_then_goes_on(name: str) -> None:
    asked = play(MOMENTS[name], Next())
    assert stage(asked).asked
    after, events = happens(asked, Next())
    assert where(after) != where(asked)
    assert not each(events, Asked)


@pytest.mark.parametrize("name", MOMENTS)
def test_next_alone_ends_the_session_from_anywhere(name: str) -> None:
    state = MOMENTS[name]
    for _, _, state in by_next(MOMENTS[name]):  # noqa: B007 - the last one counts
        pass
    assert isinstance(state.stage, Over)


def test_when_the_session_is_closed_there_is_nothing_left_to_do() -> None:
    assert legal_actions(OVER) == ()
    assert refused(OVER, Next()) == "not_now"


@pytest.mark.parametrize("how", Held)
@pytest.mark.parametrize("name", MOMENTS)
def test_what_is_held_goes_on_with_next_exactly_where_it_was(name: str, how: Held) -> None:
    before = MOMENTS[name]
    held = play(before, Hold(how))
    assert offers_of(held, Next)
    assert play(held, Next()) == before


def test_armed_open_reveal() -> None:
    state = play(MOMENTS["armed"], Next())
    assert bells(state).phase is BellPhase.OPEN
    assert stage(play(state, Next())).step is Step.REVEAL


def test_taken_is_marked_wrong() -> None:
    state, events = happens(MOMENTS["taken"], Next())
    assert the(events, BellMarked) == BellMarked(1, False)
    assert bells(state).phase is BellPhase.OPEN


def test_an_open_other_view_is_closed() -> None:
    state = play(MOMENTS["view"], Next())
    assert bells(state).phase is BellPhase.CLOSED
    assert stage(state).viewer is None


def test_where_a_team_may_choose_next_takes_the_fullest_pile() -> None:
    cards = [dilemma("a"), *(dilemma(f"d/{n}", category="design") for n in range(3))]
    state = play(game(2, personas=(), cards=cards, path="s??", die=1), *[Next()] * 4)
    assert isinstance(state.stage, Choosing)
    assert the(happens(state, Next())[1], CardDrawn).pile == "design"


# --- What is missing: asked for once, then nought -----------------------------------------------


def test_no_answer_is_asked_for_once_and_then_is_worth_nothing() -> None:
    state, events = happens(to_step(on_card(estimate("e")), Step.DISCUSS), Next())
    assert the(events, Asked).missing == (0,)
    state = play(state, Next())
    assert stage(state).step is Step.REVEAL
    assert stage(state).gains == ()
    assert customers(state) == (0, 0, 0)


def test_an_answer_that_came_after_all_counts() -> None:
    state = play(to_step(on_card(estimate("e", answer=80)), Step.DISCUSS), Next(), SetAnswer(0, 80))
    assert not stage(state).asked
    assert customers(play(state, Next()))[0] == 3


def test_an_incomplete_grid_names_who_is_missing_and_then_goes_on_without() -> None:
    state = to_step(on_card(dilemma("c", (3, 1), play=Play.EVERYONE)), Step.GRID)
    state, events = happens(play(state, SetAnswer(1, 0)), Next())
    assert the(events, Asked).missing == (0, 2)
    assert customers(to_step(state, Step.REVEAL)) == (0, 3, 0)


def test_a_grid_that_is_filled_in_partly_is_asked_for_again() -> None:
    state = to_step(on_card(dilemma("c", play=Play.EVERYONE)), Step.GRID)
    state, events = happens(play(state, Next(), SetAnswer(1, 0)), Next())
    assert the(events, Asked).missing == (0, 2)


def test_a_full_grid_is_not_asked_for() -> None:
    state = to_step(on_card(dilemma("c", play=Play.EVERYONE)), Step.GRID)
    state, events = happens(play(state, *(SetAnswer(t, 0) for t in range(3))), Next())
    assert not each(events, Asked)
    assert stage(state).step is Step.REVEAL


def test_missing_votes_are_asked_for_by_name_and_then_do_not_count() -> None:
    state = on_card(open_card("o", judge=Judging.PEERS), 4, other_view=False)
    state, events = happens(play(to_step(state, Step.JUDGE), Vote(2, 3)), Next())
    assert the(events, Asked).missing == (1, 3)
    assert customers(play(state, Next())) == (3, 0, 0, 0)


def test_a_missing_judgement_is_asked_of_the_facilitator_and_then_is_nought() -> None:
    state, events = happens(MOMENTS["judge"], Next())
    assert the(events, Asked).missing == ()
    assert customers(play(state, Next())) == (0, 0, 0)
    assert stage(play(MOMENTS["judge"], Judge(0, 2), Next())).step is Step.REVEAL


def test_what_is_still_missing_after_something_was_entered_is_asked_for_again() -> None:
    viewed = play(ring(to_step(on_card(open_card("o")), Step.VIEW), 1), Next())
    voted = to_step(on_card(open_card("o", judge=Judging.PEERS), 4, other_view=False), Step.JUDGE)
    planned = MOMENTS["plan"]
    whole = IfThen(cue="it rings", action="we answer")
    for state, entered, missing in (
        (viewed, Judge(0, 3), ()),
        (viewed, JudgeView(2), ()),
        (voted, Vote(2, 3), (1, 3)),
        (planned, WritePlan(0, whole), ()),
        (planned, Judge(0, 1), (0,)),
    ):
        asked = play(state, Next())
        assert stage(asked).asked
        again, events = happens(play(asked, entered), Next())
        assert the(events, Asked).missing == missing
        assert stage(again).step is Step.JUDGE


def test_the_points_of_an_added_view_are_asked_for_too() -> None:
    state = to_step(on_card(open_card("o")), Step.VIEW)
    state = play(to_step(ring(state, 1), Step.JUDGE), Judge(0, 2))
    asked, events = happens(state, Next())
    assert the(events, Asked).missing == ()
    assert customers(play(asked, Next())) == (2, 0, 0)
    assert customers(play(asked, JudgeView(1), Next())) == (2, 1, 0)


def test_a_missing_plan_is_asked_of_its_team_and_its_judgement_of_the_facilitator() -> None:
    state = to_step(on_card(commit("p")), Step.JUDGE)
    assert the(happens(state, Next())[1], Asked).missing == (0,)
    state = play(state, WritePlan(0, IfThen(cue="a", action="b")))
    asked, events = happens(state, Next())
    assert the(events, Asked).missing == ()
    assert customers(play(asked, Next())) == (1, 0, 0)


def test_next_leaves_an_empty_table_of_personas_out() -> None:
    for state in (
        game(2, personas=()),
        evolve(game(2), rules=evolve(game(2).rules, personas=False)),
    ):
        assert isinstance(play(state, Next(), Next()).stage, Ready)


def test_a_mirror_and_a_twist_are_done_by_next() -> None:
    assert isinstance(MOMENTS["mirror"].stage, MirrorTold)
    assert customers(play(MOMENTS["mirror"], Next())) == (1, 0, 0)
    assert isinstance(MOMENTS["twist"].stage, TwistTold)
    assert customers(play(MOMENTS["twist"], Next())) == (1, 1, 1)


def test_between_rounds_next_begins_the_next_one_and_at_the_end_the_podium() -> None:
    assert MOMENTS["standings"].stage == Standings()
    assert play(MOMENTS["standings"], Next()).round == 2
    assert MOMENTS["final"].stage == Standings(final=True)
    assert isinstance(MOMENTS["debrief"].stage, Debrief)
