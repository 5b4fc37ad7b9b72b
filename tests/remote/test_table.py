"""What the console says of where the game is."""

from __future__ import annotations

import json

import pytest

from game.remote.table import where
from game.remote.view import Game, game_parts
from game.rules.actions import Begin, CommitPlan, Next
from game.rules.debrief import questions
from game.rules.pace import pace
from game.rules.plans import Earlier
from game.rules.ruleset import Turns
from game.rules.state import (
    Clock,
    ClockFor,
    Debrief,
    IfThen,
    OnCard,
    Part,
    Phase,
    State,
    Step,
    evolve,
)
from game.session.assemble import Choices, assemble
from game.session.bots import Bots, next_move
from game.session.library import Library
from game.session.session import Session
from tests.session.evening import header

LAST = Earlier(number=0, team="Orange", colour="orange", plan=IfThen(cue="it rings", action="go"))


def test_every_phase_of_an_evening_has_its_name() -> None:
    """Also that in which last time's plans are asked after."""
    session = Session.create(None, header(rounds=1, earlier=(LAST,)))
    told = {session.state.phase: where(session.state)}
    session.dispatch(Begin(), 0)
    asked = shown(session.state, 0)["card"]
    assert isinstance(asked, dict)
    assert asked["title"] == "Last time, Orange: If it rings, then go"
    while session.state.phase is not Phase.OVER:
        told[session.state.phase] = where(session.state)
        session.dispatch(Next(), session.last_at + 60_000)
    told[session.state.phase] = where(session.state)
    assert Phase.REVIEW in told
    assert all(told.values())
    assert len(set(told.values())) == len(told)


def shown(state: State, at: int) -> dict[str, object]:
    """The whole page, as it is sent."""
    parts = game_parts(
        Game(state=state, at=at, version=1, name="", can_undo=True, can_redo=True, steps=())
    )
    told: dict[str, object] = json.loads(json.dumps(parts))
    return told


@pytest.mark.parametrize("turns", Turns)
def test_every_moment_of_a_whole_evening_can_be_shown(turns: Turns) -> None:
    """From the lobby to the close: with the debrief the game has when nobody chooses another."""
    setup = assemble(Choices(preset="45", turns=turns, seed=3), Library.default())
    bots, at = Bots(3), 0
    clocks: set[str] = set()
    phases = set()
    session = Session.create(None, setup.header("2026-03-14T19:30:00+01:00"))
    while session.state.phase is not Phase.OVER:
        state = session.state
        clock = shown(state, at)["clock"]
        if isinstance(clock, dict):
            clocks.add(clock["label"])
        phases.add(state.phase)
        action, wait = next_move(state, bots, at)
        at += wait
        session.dispatch(action, at)
    assert shown(session.state, at)["clock"] is None
    assert {Phase.BRIEF, Phase.PLAY, Phase.PODIUM, Phase.DEBRIEF} <= phases
    assert {"Discussion", "Talk", "Plans"} <= clocks


def test_in_the_debrief_the_page_tells_what_is_asked_and_no_card_that_will_not_come() -> None:
    """Whoever holds the page reads a question, a moment and a plan there, as the room does."""
    setup = assemble(
        Choices(preset="taster", teams=(("North", "blue"), ("South", "green"))), Library.default()
    )
    session = Session.create(None, setup.header("2026-03-14T19:30:00+01:00"))
    told: dict[Part, list[object]] = {}
    session.dispatch(Begin(), 0)
    while session.state.phase is not Phase.OVER:
        state, at = session.state, session.last_at + 1000
        if isinstance(state.stage, Debrief):
            parts = shown(state, at)
            assert parts["coming"] is None
            told.setdefault(state.stage.part, []).append(parts["card"])
            if state.stage.part is Part.COMMIT and not state.commitments:
                session.dispatch(CommitPlan(0, LAST.plan), at)
        session.dispatch(Next(), at)
    asked = questions(session.state)
    assert [card["title"] for card in told[Part.QUESTION] if isinstance(card, dict)] == [
        f"Asked: {one.question.text}" for one in asked
    ]
    (read,) = told[Part.READ]
    assert isinstance(read, dict)
    assert read["prompt"] == "If it rings, then go"


def test_every_step_of_a_card_has_a_name() -> None:
    session = Session.create(None, header(rounds=1))
    while not isinstance(session.state.stage, OnCard):
        session.dispatch(Begin() if session.state.phase is Phase.LOBBY else Next(), 0)
    on_card = session.state.stage
    told = {where(evolve(session.state, stage=evolve(on_card, step=step))) for step in Step}
    assert len(told) == len(Step)


@pytest.mark.parametrize("purpose", ClockFor)
def test_every_clock_has_a_name(purpose: ClockFor) -> None:
    session = Session.create(None, header(rounds=1))
    running = Clock(purpose=purpose, total_ms=9000, left_ms=9000, since=0)
    clock = shown(evolve(session.state, clock=running), 1000)["clock"]
    assert isinstance(clock, dict)
    assert clock["label"]
    assert clock["ends"] == 9000


def test_play_that_began_late_is_told_and_a_click_makes_up_for_it() -> None:
    setup = assemble(Choices(preset="taster", turns=Turns.TOGETHER, seed=3), Library.default())
    session = Session.create(None, setup.header("2026-03-14T19:30:00+01:00"))
    session.dispatch(Begin(), 0)
    while session.state.phase is not Phase.PLAY:
        session.dispatch(Next(), 7 * 60_000)
    plan = shown(session.state, 7 * 60_000)["plan"]
    assert isinstance(plan, dict)
    assert plan["lines"][:2] == ["Play began 6 minutes late", "9 minutes of play left"]
    assert plan["offers"] == [
        {
            "offer": "late_start",
            "label": "Play 6 minutes shorter",
            "saves": "1 round instead of 3, and the debrief keeps its time",
        }
    ]
    offer = pace(session.state, 7 * 60_000)
    assert offer is not None
    session.dispatch(offer.offers[0].action, 7 * 60_000)
    plan = shown(session.state, 7 * 60_000)["plan"]
    assert isinstance(plan, dict)
    assert plan["lines"][0] == "On time"
    assert "late_start" not in [one["offer"] for one in plan["offers"]]
    session.undo(1, 7 * 60_000)
    assert session.state.plan.play_ms == 9 * 60_000
