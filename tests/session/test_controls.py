"""What the facilitator can do now, as wall and console show it."""

from __future__ import annotations

from random import Random

import pytest

from game.rules.actions import TimeUp
from game.rules.legal import legal_actions
from game.rules.state import OnCard
from game.rules.verify import can
from game.session.controls import (
    Control,
    ControlError,
    Field,
    Jump,
    build,
    controls,
)
from game.session.session import Session
from tests.session.evening import begun, wander

BY_THEMSELVES = {TimeUp}
"""What nobody presses: the clock does it."""
ALSO_BY_KEY = {"Back", "CommitPlan", "DropPlan", "EndReview", "GoTo", "ReviewCommitment"}


def now(session: Session) -> tuple[Control, ...]:
    return controls(session.state, session.can_undo, session.can_redo, session.last_at)


def named(session: Session, id_: str) -> Control:
    found = [control for control in now(session) if control.id == id_]
    assert len(found) == 1, (id_, [control.id for control in now(session)])
    return found[0]


def filled(field: Field, random: Random) -> str:
    """Something the field says it can hold."""
    if field.choices:
        return random.choice(field.choices)[0]
    if field.kind == "number":
        assert field.low is not None or not field.whole
        low = int(0 if field.low is None else field.low)
        high = int(100 if field.high is None else field.high)
        return str(random.randint(low, high))
    if "such as" in field.hint:
        return field.hint.rsplit(" ", 1)[1]
    if field.name == "name":
        return f"Late {random.randint(1, 10**6)}"
    return random.choice(["because", "", "é 🎉"]) if not field.required else "because"


@pytest.mark.parametrize("seed", range(4))
def test_controls_are_what_is_legal_no_more_and_no_less(seed: int) -> None:
    session, random = begun(seed=seed, rounds=9), Random(seed)
    for i in range(40):
        wander(session, 1000 * seed + i, 1 + i % 3)
        found = now(session)
        assert len({control.id for control in found}) == len(found)
        kinds = {done for control in found if (done := tried(session, control, random))}
        legal = {offer.action for offer in legal_actions(session.state)} - BY_THEMSELVES
        assert {kind.__name__ for kind in legal} - ALSO_BY_KEY <= kinds


def tried(session: Session, control: Control, random: Random) -> str:
    """The action a control made of what its fields say they hold; it is legal."""
    values = {field.name: filled(field, random) for field in control.fields}
    try:
        done = build(control, values, session.last_at)
    except ControlError as error:
        if "already" not in error.sentence:
            raise
        return type(build(control, values | {"answer": another(session, values)})).__name__
    if isinstance(done, Jump):
        assert done.does is control.does
        return ""
    assert can(session.state, done, session.last_at), (control, values, done)
    return type(done).__name__


def another(session: Session, values: dict[str, str]) -> str:
    """Another option than the team has: who hears another view can only change to another."""
    stage = session.state.stage
    assert isinstance(stage, OnCard)
    has = stage.answer(int(values["team"]))
    return next(value for value in "0123" if value != str(has))
