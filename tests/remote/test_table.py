"""What the console says of where the game is."""

from __future__ import annotations

from game.remote.table import where
from game.rules.actions import Begin, Next
from game.rules.plans import Earlier
from game.rules.state import IfThen, Phase
from game.session.session import Session
from tests.session.evening import header

LAST = Earlier(number=0, team="Orange", colour="orange", plan=IfThen(cue="it rings", action="go"))


def test_every_phase_of_an_evening_has_its_name() -> None:
    """Also that in which last time's plans are asked after."""
    session = Session.create(None, header(rounds=1, earlier=(LAST,)))
    told = {session.state.phase: where(session.state)}
    session.dispatch(Begin(), 0)
    while session.state.phase is not Phase.OVER:
        told[session.state.phase] = where(session.state)
        session.dispatch(Next(), session.last_at + 60_000)
    told[session.state.phase] = where(session.state)
    assert Phase.REVIEW in told
    assert all(told.values())
    assert len(set(told.values())) == len(told)
