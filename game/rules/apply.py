"""`apply`: verify first, then make the move; a refusal leaves the state untouched."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from game.rules import bell, clocks, facilitator, judging, rounds, walking
from game.rules.actions import (
    Action,
    AddTeam,
    Adjust,
    Begin,
    ChangeRule,
    ChooseCategory,
    EditTeam,
    EndPlay,
    ExtendClock,
    Hold,
    Judge,
    JudgeView,
    LockAnswer,
    MarkBell,
    Next,
    NoteInsight,
    PassCard,
    PauseClock,
    PutNext,
    Release,
    RemoveTeam,
    ReplaceCard,
    ResumeClock,
    RingBell,
    Roll,
    SetAnswer,
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


def apply(state: State, action: Action, at: int = 0,
          chance: Chance | None = None) -> tuple[State, tuple[Event, ...]]:
    """The state after an action, and what happened.

    `at` is the time of the action in ms since the session began; times never
    run backward within a session. `chance` is given in a replay, to believe
    what fell; otherwise the session's seed decides. Raises IllegalAction.
    """
    verify(state, action, at)
    if chance is None:
        chance = Chance(state.seed, state.draws)
    else:
        chance.resumed_at(state.draws)
    move = Move(state, at, chance)
    _make(move, action)
    if chance.counter != state.draws:
        move.set(draws=chance.counter)
    return move.state, tuple(move.events)


def fell(events: Iterable[Event]) -> tuple[int, ...]:
    """Everything chance decided in these events, in the order it was drawn."""
    found: list[int] = []
    for event in events:
        found += event.__dict__.get("fell", ())
    return tuple(found)


def _make(move: Move, action: Action) -> None:  # one branch an action
    match action:
        case Next():
            advance(move)
        case SetAnswer():
            set_answer(move, action.team, action.answer)
        case LockAnswer():
            lock_answer(move, action.team, action.answer)
        case RingBell():
            bell.ring(move, action.team, action.at)
        case MarkBell():
            bell.mark(move, action.right)
        case Judge():
            judging.judge(move, action.points)
        case JudgeView():
            judging.judge_view(move, action.points)
        case Vote():
            judging.vote(move, action.team, action.points)
        case WritePlan():
            judging.write_plan(move, action.plan)
        case Roll():
            walking.roll(move)
        case ChooseCategory():
            walking.draw(move, action.category)
        case Begin():
            begin(move)
        case _:
            _make_aside(move, action)


def _make_aside(
    move: Move,
    action: PassCard | TimeUp | PauseClock | ResumeClock | ExtendClock | StopClock | Hold
    | Release | NoteInsight | Adjust | SkipCard | ReplaceCard | PutNext | SetTurn | AddTeam
    | RemoveTeam | EditTeam | ChangeRule | EndPlay,
) -> None:
    """What does not carry the game on by itself: clocks, and the facilitator's hand."""
    match action:
        case TimeUp():
            timed_out = clocks.bells_timed_out(move.state)
            clocks.time_up(move)
            if timed_out:
                reveal(move)
        case PauseClock():
            clocks.pause(move)
        case ResumeClock():
            clocks.resume(move)
        case ExtendClock():
            clocks.extend(move, action.ms)
        case StopClock():
            move.clear_clock()
        case Hold():
            clocks.hold(move, action.how)
        case Release():
            clocks.release(move)
        case PassCard():
            facilitator.pass_card(move, action.team)
        case NoteInsight():
            facilitator.note_insight(move, action.team, action.text)
        case Adjust():
            move.score(action.team, action.points, Why.ADJUSTED, action.reason)
        case SkipCard():
            facilitator.skip(move)
        case ReplaceCard():
            facilitator.replace_card(move)
        case PutNext():
            facilitator.put_next(move, action.card)
        case SetTurn():
            facilitator.set_turn(move, action.team)
        case AddTeam():
            facilitator.add_team(move, action)
        case RemoveTeam():
            facilitator.remove_team(move, action.team)
        case EditTeam():
            facilitator.edit_team(move, action)
        case ChangeRule():
            facilitator.change_rule(move, action)
        case EndPlay():
            rounds.end_play(move, "facilitator")
        case _:
            assert_never(action)


__all__ = ["IllegalAction", "apply", "fell"]
