"""Sessions to test on: short evenings played by chance or by the book."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any, TypeAlias

from game.rules.actions import Begin, EndPlay, Next
from game.rules.refusal import IllegalAction
from game.rules.ruleset import Plan, Rules, Turns
from game.rules.state import COLOURS, OnCard, Phase
from game.session.header import Header
from game.session.session import Session
from tests.rules import pieces, table

Teams: TypeAlias = tuple[tuple[str, str], ...]
ALL_TEAMS: Teams = tuple(zip(table.NAMES, COLOURS, strict=True))
DILEMMA = {"content": pieces.content([pieces.dilemma("a"), pieces.dilemma("b")], (), ())}
"""What `begun` is given for an evening of dilemmas alone."""


def header(teams: int | Teams = 3, *, seed: int = 1, rounds: int = 4, **changes: Any) -> Header:
    """What a small session starts from."""
    rules: dict[str, Any] = changes.pop("rules", {})
    fields: dict[str, Any] = {
        "app": "1.0",
        "created": "2026-03-14T19:30:00+01:00",
        "name": "Kick-off",
        "language": "en",
        "seed": seed,
        "teams": ALL_TEAMS[:teams] if isinstance(teams, int) else teams,
        "preset": "60",
        "content": pieces.content(),
        "board": pieces.board(),
        "rules": Rules(**rules),
        "plan": Plan(turns=Turns.ONE_BY_ONE, rounds=rounds, play_ms=0, round_ms=60_000),
    }
    return Header(**(fields | changes))


def begun(path: Path | None = None, **setup: Any) -> Session:
    """A session with its first team at the die."""
    session = Session.create(path, header(**setup))
    for action in (Begin(), Next(), Next()):
        session.dispatch(action, 1000, "key")
    assert session.state.phase is Phase.PLAY
    return session


def wander(session: Session, seed: int, entries: int, *, pace: int = 900) -> None:
    """Do so many legal things, or until the session is closed."""
    random = Random(seed)
    at = session.last_at
    goal = len(session.history) + entries
    while len(session.history) < goal and session.state.phase is not Phase.OVER:
        at += random.randint(0, pace)
        action = table.random_action(session.state, random)
        if isinstance(action, EndPlay) and random.random() < 0.9:
            continue  # or hardly an evening would see its second round
        try:
            session.dispatch(action, at, "bot")
        except IllegalAction:
            continue  # time is not up yet


def to_clock(session: Session, at: int) -> None:
    """A card is discussed, or its bells opened, at that time."""
    while not isinstance(session.state.stage, OnCard):
        session.dispatch(Next(), at)
    session.dispatch(Next(), at)
    assert session.state.clock is not None


def reopened(path: Path) -> Session:
    """What a log gives when it is opened again; it is closed at once."""
    session = Session.open(path)
    session.close()
    return session


def customers(session: Session) -> list[int]:
    """Happy customers of the teams, in order of turns."""
    return [team.customers for team in session.state.teams]
