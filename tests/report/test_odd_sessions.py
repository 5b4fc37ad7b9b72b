"""Reports of sessions that did not go by the book say what the wall said."""

from __future__ import annotations

from game.report.session.facts import SessionFacts
from game.report.session.gather import gather
from game.rules.state import Phase, State
from game.session.bots import Bots, next_move
from game.session.session import Session
from tests.report.sessions import header

LETTERS = (("A", "orange"), ("1", "sky"), ("Team", "green"))


def ended(session: Session, seed: int = 3) -> Session:
    """The session, played by bots to its podium."""
    bots, now = Bots(seed), session.last_at
    while session.state.phase not in (Phase.PODIUM, Phase.DEBRIEF, Phase.OVER):
        action, wait = next_move(session.state, bots, now)
        now += wait
        session.dispatch(action, now, "bot")
    return session


def facts(state: State, *, anonymous: bool = False) -> SessionFacts:
    return gather(header(), state, anonymous=anonymous)


def test_names_that_stand_in_other_words_spoil_no_sentence() -> None:
    """Teams called A and 1: neither a letter of a word nor a figure is a team's name."""
    seen = set()
    for seed in range(1, 5):
        state = ended(Session.create(None, header(seed, teams=LETTERS)), seed).state
        named, without = facts(state), facts(state, anonymous=True)
        for plain, told in zip(named.moments, without.moments, strict=True):
            seen.add(plain.sentence.split()[0])
            assert told.sentence.isprintable()
            # Up to where teams are named, it is the same sentence.
            start = plain.sentence.partition(":")[0]
            assert told.sentence.startswith(start)
    assert "Another" in seen, "which has an A that is no team"
    assert all(team.name.startswith("Team ") for team in without.teams)
