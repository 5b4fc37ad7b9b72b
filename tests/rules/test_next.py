"""What Next does: every state can be left by it alone, and it asks once for what is missing."""

from __future__ import annotations

import pytest

from game.rules.actions import (
    Action,
    Hold,
    Judge,
    JudgeView,
    LockAnswer,
    Next,
    RingBell,
    SetAnswer,
    Vote,
    WritePlan,
)
from game.rules.cards import ChoiceCard, Judging, Play
from game.rules.events import (
    AnswerLocked,
    AnswerSet,
    Asked,
    BellChanged,
    BellMarked,
    Released,
    Rolled,
    StepBegan,
)
from game.rules.ruleset import Turns
from game.rules.state import BellPhase, Choosing, Held, IfThen, Landed, OnCard, Over, State, Step
from game.rules.verify import can
from tests.rules.pieces import commit, dilemma, estimate, open_card, order, quiz
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
    stage,
    the,
    to_ready,
    to_step,
)

PLAN = IfThen(cue="a customer calls twice", action="we ring back", who="the desk", by_when="Monday")


@pytest.mark.parametrize("turns", list(Turns))
@pytest.mark.parametrize("teams", [1, 2, 3, 8])
@pytest.mark.parametrize("loop", [True, False], ids=["loop", "road"])
def test_next_alone_plays_a_whole_session(teams: int, turns: Turns, loop: bool) -> None:
    state = game(teams, turns=turns, rounds=12, loop=loop)
    met = {type(after.stage).__name__ for _, _events, after in by_next(state)}
    assert met >= {"Brief", "Personas", "Ready", "Landed", "OnCard", "Podium", "Over"}
    assert isinstance(list(by_next(state))[-1][2].stage, Over)


def test_a_closed_session_has_no_next() -> None:
    state = list(by_next(game(1, rounds=1)))[-1][2]
    assert refused(state, Next()) == "not_now"


def test_next_rolls_lands_and_draws() -> None:
    state, events = happens(to_ready(game(2, path="s?????????")), Next())
    assert each(events, Rolled)
    assert isinstance(state.stage, Landed)
    state = play(state, Next())
    assert isinstance(state.stage, Choosing)
    assert isinstance(play(state, Next()).stage, OnCard)


def test_armed_open_reveal() -> None:
    state = on_card(quiz("q"))
    phases = []
    for _ in range(2):
        state, events = happens(state, Next())
        phases += [event.phase for event in each(events, BellChanged)]
    assert phases == [BellPhase.OPEN, BellPhase.CLOSED]
    assert stage(state).step is Step.REVEAL


def test_taken_marked_wrong() -> None:
    state = play(on_card(quiz("q")), Next(), RingBell(1, 100), at=100)
    state, events = happens(state, Next(), 900)
    assert the(events, BellMarked) == BellMarked(1, False)
    assert bells(state).phase is BellPhase.OPEN


def test_other_view_open_closed() -> None:
    state = play(on_card(dilemma("d")), Next(), LockAnswer(0, 1))
    state, events = happens(state, Next())
    assert the(events, BellChanged) == BellChanged(BellPhase.CLOSED)
    assert the(events, StepBegan).step is Step.REVEAL


def test_an_answer_that_is_missing_is_asked_for_once_then_it_is_no_answer() -> None:
    for card in (dilemma("x"), estimate("x"), order("x")):
        state = play(on_card(card), Next())
        state, events = happens(state, Next())
        assert events == (Asked((0,)),)
        assert stage(state).asked
        state, events = happens(state, Next())
        assert stage(state).step is Step.REVEAL
        assert customers(state) == (0, 0, 0)
        assert the(events, AnswerLocked) == AnswerLocked(0, None)
        assert not each(events, AnswerSet)


def test_an_answer_that_was_set_is_locked_by_next_unasked() -> None:
    state = play(on_card(dilemma("x", (2, 3, 1)), other_view=False), Next(), SetAnswer(0, 1))
    assert customers(play(state, Next())) == (3, 0, 0)


def test_a_grid_that_is_incomplete_is_asked_for_once_by_the_teams_that_miss() -> None:
    state = to_step(on_card(dilemma("x", play=Play.EVERYONE)), Step.GRID)
    state, events = happens(play(state, SetAnswer(1, 0)), Next())
    assert events == (Asked((0, 2)),)
    state = play(state, Next())
    assert stage(state).step is Step.REVEAL
    assert not stage(state).asked


def test_an_answer_after_the_question_makes_it_ask_again_for_what_is_still_missing() -> None:
    state = to_step(on_card(dilemma("x", play=Play.EVERYONE)), Step.GRID)
    state = play(state, Next(), SetAnswer(1, 0))
    assert not stage(state).asked
    assert happens(state, Next())[1] == (Asked((0, 2)),)


@pytest.mark.parametrize(
    ("state", "action"),
    [
        (to_step(on_card(commit("x")), Step.JUDGE), WritePlan(0, IfThen(cue="a call"))),
        (to_step(on_card(open_card("x")), Step.JUDGE), Judge(0, 2)),
        (to_step(on_card(open_card("x", judge=Judging.PEERS), 4), Step.JUDGE), Vote(1, 2)),
        (
            play(on_card(open_card("x")), Next(), Next(), RingBell(1, 100), Next()),
            JudgeView(1),
        ),
        (play(on_card(dilemma("x")), Next()), SetAnswer(0, None)),
    ],
)
def test_whatever_is_entered_after_the_question_makes_it_ask_again(
    state: State, action: Action
) -> None:
    state = play(state, Next())
    assert stage(state).asked
    assert not stage(play(state, action)).asked


def test_a_full_grid_is_not_asked_about() -> None:
    state = to_step(on_card(dilemma("x", play=Play.EVERYONE)), Step.GRID)
    state = play(state, *(SetAnswer(team, 0) for team in range(3)))
    assert not each(happens(state, Next())[1], Asked)


def test_missing_votes_are_asked_for_once_and_then_do_not_count() -> None:
    state = to_step(on_card(open_card("x", judge=Judging.PEERS), 4), Step.JUDGE)
    state, events = happens(play(state, Vote(2, 3)), Next())
    assert events == (Asked((1, 3)),)
    assert customers(play(state, Next())) == (3, 0, 0, 0)
    nobody = to_step(on_card(open_card("x", judge=Judging.PEERS), 4), Step.JUDGE)
    assert customers(play(nobody, Next(), Next())) == (0, 0, 0, 0)


def test_a_missing_judgement_is_asked_of_the_facilitator_and_is_then_nought() -> None:
    state, events = happens(to_step(on_card(open_card("x")), Step.JUDGE), Next())
    assert events == (Asked(()),)
    state = play(state, Next())
    assert stage(state).step is Step.REVEAL
    assert customers(state) == (0, 0, 0)


def test_a_missing_judgement_of_an_added_view_is_asked_for_too() -> None:
    state = play(on_card(open_card("x")), Next(), Next(), RingBell(1, 100), Next(), Judge(0, 2))
    assert happens(state, Next())[1] == (Asked(()),)
    assert customers(play(state, Next(), Next())) == (2, 0, 0)


def test_a_plan_that_is_missing_is_asked_of_its_team_and_then_of_the_facilitator() -> None:
    state = to_step(on_card(commit("x")), Step.JUDGE)
    assert happens(state, Next())[1] == (Asked((0,)),)
    half = play(state, WritePlan(0, IfThen(cue="a call")))
    assert happens(half, Next())[1] == (Asked((0,)),)
    written = play(state, WritePlan(0, PLAN))
    assert happens(written, Next())[1] == (Asked(()),)
    assert not each(happens(play(written, Judge(0, 0)), Next())[1], Asked)


def test_next_first_lets_go_of_what_stands_still() -> None:
    state = play(on_card(dilemma("x")), Next(), Hold(Held.PAUSED))
    state, events = happens(state, Next(), 50)
    assert each(events, Released)
    assert state.held is None
    assert stage(state).step is Step.DISCUSS


@pytest.mark.parametrize("held", list(Held))
def test_next_leaves_every_state_also_when_it_is_held(held: Held) -> None:
    for before, _events, after in by_next(game(3, rounds=3)):
        assert before.held is None
        if isinstance(after.stage, Over):
            continue
        stood = play(after, Hold(held))
        assert stood.held is held
        assert play(stood, Next()).held is None


def test_every_step_of_every_card_is_left_by_next() -> None:
    seen: set[tuple[str, str]] = set()
    for card in (
        dilemma("x"),
        dilemma("x", play=Play.EVERYONE),
        quiz("x"),
        estimate("x"),
        order("x"),
        open_card("x"),
        open_card("x", judge=Judging.PEERS),
        commit("x"),
    ):
        for state in _variants(on_card(card)):
            for before, _events, after in by_next(state):
                if not isinstance(before.stage, OnCard):
                    break
                assert after != before
                seen.add((before.stage.step, card.kind))
    assert {step for step, _ in seen} == set(Step)


def _variants(state: State) -> list[State]:
    """The card as it came, and with a bell rung wherever one can be."""
    found = [state]
    for state_now, _events, _after in by_next(state):
        before = state_now
        if not isinstance(before.stage, OnCard):
            break
        if before.stage.step is Step.GRID and before.stage.play is Play.EVERYONE:
            answers = (0, 0, 1) if isinstance(before.card, ChoiceCard) else (None, None, None)
            before = play(before, *(SetAnswer(i, a) for i, a in enumerate(answers)), Next())
        if can(before, RingBell(2, 5000)):
            found.append(play(before, RingBell(2, 5000)))
    return found
