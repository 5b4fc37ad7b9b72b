"""A session with everything a report tells: twists of fate, plans, insights, and bad words."""

from __future__ import annotations

from pathlib import Path

from game.rules.actions import CommitPlan, GoTo, Next, NoteInsight
from game.rules.plans import Earlier, Status
from game.rules.state import IfThen, Part, Phase
from game.rules.template import DebriefPhase, DebriefTemplate, Question
from game.session.assemble import Choices, assemble
from game.session.bots import Bots, next_move
from game.session.header import Header
from game.session.library import Library
from game.session.session import Session

TEMPLATE = DebriefTemplate(
    id="short", title="Short", language="en", source="",
    phases=(
        DebriefPhase(
            id="feel", name="Feel", notes="", decks=True,
            questions=(Question(text="How was it?", seconds=60, notes=""),),
        ),
    ),
    commit_seconds=60,
)  # fmt: skip
LAST = Earlier(
    number=0, team="Orange", colour="orange",
    plan=IfThen(cue="the phone rings", action="I pick it up", who="all", by_when="1 June 2026"),
    session="Spring", created="2026-03-14T19:30:00+01:00", status=Status.DONE, why="it rang",
)  # fmt: skip
PLAN = IfThen(
    cue="a customer tells it twice", action="I write it down", who="Kim", by_when="Friday"
)


def header(seed: int = 3, **changes: object) -> Header:
    """A short session of the first deck, with last time's plans."""
    choices = Choices(language="en", seed=seed, teams=(("Orange", "orange"), ("Sky", "sky"),
                      ("Bo & <b>Co</b>", "green")))  # fmt: skip
    setup = assemble(choices, Library.default())
    fields = setup.header("2026-06-01T14:00:00+02:00").__dict__
    return Header(
        **(fields | {"template": TEMPLATE, "earlier": (LAST,), "name": "Kick-off"} | changes)
    )


def played(path: Path, *, words: str = "They queue for soup", seed: int = 3) -> Path:
    """A whole session by bots; plans and insights at its end. The log's path."""
    session = Session.create(path, header(seed))
    bots, now = Bots(seed), 0
    while session.state.phase not in (Phase.PODIUM, Phase.DEBRIEF, Phase.OVER):
        action, wait = next_move(session.state, bots, now)
        now += wait
        session.dispatch(action, now, "bot")
    session.dispatch(NoteInsight(0, words), now + 1000)
    session.dispatch(GoTo(Part.COMMIT), now + 2000)
    session.dispatch(CommitPlan(0, PLAN), now + 3000)
    session.dispatch(CommitPlan(1, IfThen(cue=words, action=words, who=words)), now + 4000)
    for step in range(12):
        if session.state.phase is not Phase.OVER:
            session.dispatch(Next(), now + 5000 + step)
    session.close()
    return path
