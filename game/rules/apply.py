"""`apply`: verify first, then make the move; a refusal leaves the state untouched."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from game.rules import (
    bell,
    clocks,
    commitments,
    debrief,
    facilitator,
    judging,
    review,
    rounds,
    walking,
)
from game.rules.actions import (
    Action,
    AddTeam,
    Adjust,
    Back,
    Begin,
    ChangeRule,
    ChooseCategory,
    CloseBells,
    CommitPlan,
    DropPlan,
    EditTeam,
    EndPlay,
    EndReview,
    ExtendClock,
    GoTo,
    Hold,
    Judge,
    JudgeView,
    LockAnswer,
    MarkBell,
    Next,
    NoteInsight,
    OpenBells,
    PassCard,
    PauseClock,
    PutNext,
    Release,
    RemoveTeam,
    ReplaceCard,
    ResetBells,
    ResumeClock,
    ReviewCommitment,
    RingBell,
    Roll,
    SetAnswer,
    SetRounds,
    SetTimeLeft,
    SetTurn,
    SkipCard,
    StopClock,
    TimeUp,
    Vote,
    WritePlan,
)
from game.rules.advance import advance, begin
from game.rules.answering import lock_answer, reveal, set_answer
from game.rules.draw import Chance
from game.rules.events import Event
from game.rules.move import Move
from game.rules.refusal import IllegalAction
from game.rules.state import State, Why
from game.rules.verify import verify


def apply(
    state: State, action: Action, at: int = 0, chance: Chance | None = None
) -> tuple[State, tuple[Event, ...]]:
    """The state after an action, and what happened.

    `at` is the time of the action in ms since the session began; times never
    run backward within a session. `chance` is given in a replay, to believe
    what fell; otherwise the session's seed decides. Raises IllegalAction, and
    ReplayError where something else was recorded than can have fallen here.
    """
    verify(state, action, at)
    if chance is not None:
        return follow(state, action, at, chance)
    move = Move(state, at)
    _MAKE[type(action)](move, action)
    return move.done()


def follow(
    state: State, action: Action, at: int, chance: Chance | None
) -> tuple[State, tuple[Event, ...]]:
    """The same for an action that was verified when it was made, as one in a log was.

    What an illegal action leads to is anything: whoever follows a log holds what happened
    against what it says happened. Raises ReplayError.
    """
    if chance is not None:
        chance.resumed_at(state.draws)
    move = Move(state, at, chance)
    _MAKE[type(action)](move, action)
    return move.done()


def fell(events: Iterable[Event]) -> tuple[int, ...]:
    """Everything chance decided in these events, in the order it was drawn."""
    found: list[int] = []
    for event in events:
        found += event.__dict__.get("fell", ())
    return tuple(found)


def _time_up(move: Move) -> None:
    timed_out = clocks.bells_timed_out(move.state)
    clocks.time_up(move)
    if timed_out:
        reveal(move)


def _adjust(move: Move, action: Adjust) -> None:
    move.score(action.team, action.points, Why.ADJUSTED, reason=action.reason)


_MAKE: dict[type[Action], Callable[[Move, Any], None]] = {
    # Whoever plays.
    Begin: lambda move, _: begin(move),
    Next: advance,
    Roll: lambda move, _: walking.roll(move),
    ChooseCategory: lambda move, action: walking.draw(move, action.category),
    SetAnswer: lambda move, action: set_answer(move, action.team, action.answer),
    LockAnswer: lambda move, action: lock_answer(move, action.team, action.answer),
    RingBell: lambda move, action: bell.ring(move, action.team, action.at),
    MarkBell: lambda move, action: bell.mark(move, action.right),
    Judge: lambda move, action: judging.judge(move, action.points),
    JudgeView: lambda move, action: judging.judge_view(move, action.points),
    Vote: lambda move, action: judging.vote(move, action.team, action.points),
    WritePlan: lambda move, action: judging.write_plan(move, action.plan),
    PassCard: lambda move, action: facilitator.pass_card(move, action.team),
    # The clock.
    TimeUp: lambda move, _: _time_up(move),
    PauseClock: lambda move, _: clocks.pause(move),
    ResumeClock: lambda move, _: clocks.resume(move),
    ExtendClock: lambda move, action: clocks.extend(move, action.ms),
    StopClock: lambda move, _: move.clear_clock(),
    Hold: lambda move, action: clocks.hold(move, action.how, action.ms),
    Release: lambda move, _: clocks.release(move),
    # The facilitator's hand.
    OpenBells: lambda move, _: bell.open_bells(move),
    CloseBells: lambda move, _: bell.close_bells(move),
    ResetBells: lambda move, _: bell.reset_bells(move),
    SetRounds: lambda move, action: rounds.set_rounds(move, action.rounds),
    SetTimeLeft: lambda move, action: rounds.set_time_left(move, action.ms),
    NoteInsight: lambda move, action: facilitator.note_insight(move, action.team, action.text),
    Adjust: _adjust,
    SkipCard: lambda move, _: facilitator.skip(move),
    ReplaceCard: lambda move, _: facilitator.replace_card(move),
    PutNext: lambda move, action: facilitator.put_next(move, action.card),
    SetTurn: lambda move, action: facilitator.set_turn(move, action.team),
    AddTeam: facilitator.add_team,
    RemoveTeam: lambda move, action: facilitator.remove_team(move, action.team),
    EditTeam: facilitator.edit_team,
    ChangeRule: facilitator.change_rule,
    EndPlay: lambda move, _: facilitator.end_play(move),
    # After play, and the plans.
    GoTo: lambda move, action: debrief.show(move, debrief.Page(action.part, action.index)),
    Back: lambda move, _: debrief.back(move),
    EndReview: lambda move, _: review.end_review(move),
    CommitPlan: lambda move, action: commitments.commit(
        move, action.team, action.plan, action.number
    ),
    DropPlan: lambda move, action: commitments.drop(move, action.team, action.number),
    ReviewCommitment: lambda move, action: review.review(
        move, action.number, action.status, action.why
    ),
}
"""How each action is made; a test sees that none is missing."""


__all__ = ["IllegalAction", "apply", "fell"]
