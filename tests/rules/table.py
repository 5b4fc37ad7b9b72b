"""A small table to test on: games that read as a sequence of play."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random
from typing import Any, TypeVar, Unpack

import pytest

from game.rules.actions import Action, Begin, LockAnswer, Next, RingBell, SetAnswer
from game.rules.apply import apply
from game.rules.cards import Card, Mirror, Persona, Twist
from game.rules.domains import Offer
from game.rules.events import Event
from game.rules.legal import legal_actions
from game.rules.refusal import IllegalAction, Refusal
from game.rules.ruleset import Plan, Rules, Turns
from game.rules.start import new_state
from game.rules.state import (
    COLOURS,
    Answer,
    Bell,
    DebriefTemplate,
    Earlier,
    OnCard,
    Over,
    Ready,
    Standings,
    State,
    Step,
    evolve,
)
from tests.rules.pieces import DILEMMAS, MIRRORS, PERSONAS, TWISTS, board, content
from tests.rules.setups import HouseRules, Setup, Table

E = TypeVar("E")
NAMES = ("Orange", "Sky", "Green", "Yellow", "Blue", "Rust", "Pink", "Ink")


def game(
    teams: int = 3,
    *,
    cards: Sequence[Card] | None = None,
    path: str = "sibd?xtcmidb",
    loop: bool = True,
    turns: Turns = Turns.ONE_BY_ONE,
    rounds: int = 4,
    play_ms: int = 0,
    seed: int = 1,
    twists: Sequence[Twist] = TWISTS,
    mirrors: Sequence[Mirror] = MIRRORS,
    personas: Sequence[Persona] = PERSONAS,
    template: DebriefTemplate | None = None,
    earlier: tuple[Earlier, ...] = (),
    **rules: Unpack[HouseRules],
) -> State:
    """A session in the lobby."""
    return new_state(
        content(cards, twists, mirrors, personas),
        board(path, loop=loop),
        Rules(**rules),
        Plan(turns=turns, rounds=rounds, play_ms=play_ms, round_ms=60_000),
        list(zip(NAMES, COLOURS, strict=True))[:teams],
        seed,
        template,
        earlier,
    )


def play(state: State, *actions: Action, at: int = 0) -> State:
    """The state after these actions."""
    for action in actions:
        state, _ = apply(state, action, at)
    return state


def happens(state: State, action: Action, at: int = 0) -> tuple[State, tuple[Event, ...]]:
    """The state after an action, and what happened."""
    return apply(state, action, at)


def to_ready(state: State) -> State:
    """Out of the lobby, to where the first team may roll."""
    state = play(state, Begin())
    while not isinstance(state.stage, Ready):
        state = play(state, Next())
    return state


def ready(teams: int = 3, **setup: Unpack[Setup]) -> State:
    """The first team at the die, in a game of dilemmas alone, each of a category that is chosen."""
    setup = {"cards": DILEMMAS, "path": "s" + "?" * 11, "personas": (), **setup}
    return to_ready(game(teams, **setup))


def to_card(state: State, at: int = 0) -> State:
    """Next until a card is open."""
    for _ in range(40):
        if isinstance(state.stage, OnCard):
            return state
        state = play(state, Next(), at=at)
    raise AssertionError(f"no card came up, but {state.stage}")


def on_card(card: Card, teams: int = 3, *others: Card, **setup: Unpack[Table]) -> State:
    """A session with this card open, being read by the first team (or with its die)."""
    setup = {"path": "s?" + "?" * 10, **setup}
    state = game(teams, cards=(card, *others), twists=(), mirrors=(), **setup)
    state = play(state, Begin())
    state = evolve(state, put_next=card.id)
    return to_card(state)


def ring(state: State, team: int, at: int = 0) -> State:
    """The state after a bell was heard at `at` ms."""
    return play(state, RingBell(team, at), at=at)


def the(events: Sequence[Event], kind: type[E]) -> E:
    """The one event of a kind among these."""
    (found,) = each(events, kind)
    return found


def each(events: Sequence[Event], kind: type[E]) -> list[E]:
    """All events of a kind among these."""
    return [event for event in events if isinstance(event, kind)]


def refused(state: State, action: Action, at: int = 0) -> Refusal:
    """Why an action is refused; fails if it is not."""
    with pytest.raises(IllegalAction) as refusal:
        apply(state, action, at)
    return refusal.value.reason


def customers(state: State) -> tuple[int, ...]:
    """Happy customers of the teams, in order of turns."""
    return tuple(team.customers for team in state.teams)


def stage(state: State) -> OnCard:
    """The stage, known to be a card."""
    assert isinstance(state.stage, OnCard), state.stage
    return state.stage


def bells(state: State) -> Bell:
    """The bells of the open card."""
    found = stage(state).bell
    assert found is not None
    return found


def with_team(state: State, team_id: int, **changes: Any) -> State:
    """The state with fields of a team changed, where a test begins in the middle."""
    return evolve(
        state,
        teams=tuple(
            evolve(team, **changes) if team.id == team_id else team for team in state.teams
        ),
    )


def to_step(state: State, step: Step, at: int = 0) -> State:
    """Next until the card has come this far."""
    for _ in range(12):
        if stage(state).step is step:
            return state
        state = play(state, Next(), at=at)
    raise AssertionError(f"the card never came to {step}, but to {stage(state).step}")


def answered(state: State, *answers: Answer | None) -> State:
    """The revealed card with these answers: of the team that plays, or of each team in turn."""
    if len(answers) == 1 and answers[0] is not None:
        return to_step(play(state, LockAnswer(stage(state).team, answers[0])), Step.REVEAL)
    for team, answer in zip(state.teams, answers, strict=True):
        if answer is not None:
            state = play(state, SetAnswer(team.id, answer))
    return to_step(state, Step.REVEAL)


def by_next(
    state: State, at: int = 0, step_ms: int = 0
) -> Iterator[tuple[State, tuple[Event, ...], State]]:
    """(before, events, after) of every Next until the session is closed."""
    for _ in range(5000):
        if isinstance(state.stage, Over):
            return
        before = state
        at += step_ms
        state, events = apply(state, Next(), at)
        yield before, events, state
    raise AssertionError(f"Next alone does not end the session; it is at {state.stage}")


def through_turn(state: State) -> State:
    """To the end of the turn by Next alone."""
    active, number = state.active, state.round
    for _, _events, after in by_next(state):
        if (after.active, after.round) != (active, number) or isinstance(after.stage, Standings):
            return after
    raise AssertionError


def random_action(state: State, random: Random) -> Action:
    """Any legal action, the table's more often than the facilitator's."""
    by_kind: dict[type, list[Offer]] = {}
    for offer in legal_actions(state):
        by_kind.setdefault(offer.action, []).append(offer)
    kinds = list(by_kind)
    weights = [_WEIGHTS.get(kind.__name__, 0.2) for kind in kinds]
    offer = random.choice(by_kind[random.choices(kinds, weights)[0]])
    action: Action = offer.sample(random)
    return action


_WEIGHTS = {
    "Next": 5,
    "SetAnswer": 5,
    "LockAnswer": 5,
    "RingBell": 8,
    "MarkBell": 8,
    "Judge": 3,
    "JudgeView": 3,
    "Vote": 6,
    "WritePlan": 3,
    "Roll": 3,
    "ChooseCategory": 3,
    "PassCard": 1,
    "ChangeRule": 0.4,
    "EndPlay": 0.02,
}
"""How often each kind of action is taken; the others now and then."""
