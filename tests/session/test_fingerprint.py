"""Equal states have the same fingerprint, on every machine."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest

from game.rules.actions import Adjust
from game.rules.state import State, evolve
from game.session.fingerprint import fingerprint
from tests.rules import pieces
from tests.session.evening import begun

SHOW = """
from game.session.fingerprint import fingerprint
from tests.session.evening import begun, wander
session = begun()
wander(session, 1, 40)
print(fingerprint(session.state))
"""


def test_it_is_the_same_in_every_process() -> None:
    seen = {
        subprocess.run(
            [sys.executable, "-c", SHOW],
            capture_output=True,
            check=True,
            cwd=Path(__file__).parents[2],
            env={"PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(seen) == 1
    assert len(seen.pop().strip()) == 16


def test_another_state_has_another() -> None:
    session = begun()
    before = fingerprint(session.state)
    session.dispatch(Adjust(0, 1, ""), 2000)
    assert fingerprint(session.state) != before
    session.undo(at_ms=2000)
    assert fingerprint(session.state) == before


@pytest.mark.parametrize(
    "change", [{"draws": 99}, {"held_at": 7}, {"put_next": "x"}, {"seed": 5}, {"round": 8}]
)
def test_every_field_counts(change: dict[str, object]) -> None:
    state = begun().state
    assert fingerprint(evolve(state, **change)) != fingerprint(state)


def test_but_for_content_and_board() -> None:
    state = begun().state
    other = evolve(state, content=pieces.content([pieces.quiz("q")]), board=pieces.board("s?"))
    assert fingerprint(other) == fingerprint(state)
    assert {"content", "board"} <= {field.name for field in fields(State)}


def test_names_that_cannot_be_encoded_are_no_obstacle() -> None:
    state = begun(teams=(("\udfff", "orange"),)).state
    assert len(fingerprint(state)) == 16
