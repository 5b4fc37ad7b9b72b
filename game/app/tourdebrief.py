"""The tour's debrief: every page of it, with plans as long and as short as people write them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.i18n import _
from game.rules.actions import CommitPlan, GoTo, Next, NoteInsight
from game.rules.apply import apply
from game.rules.debrief import pages, questions, reading
from game.rules.events import CardDrawn, Event
from game.rules.moments import picks
from game.rules.state import COLOURS, Earlier, IfThen, Part, Phase, Review, State, Status, evolve
from game.screens.debrief.moment import MomentScene
from game.screens.debrief.teamplans import TeamPlans
from game.screens.debrief.writing import CommitEditor, WhyEditor
from game.screens.game import GameScreen
from game.screens.screen import Screen, Shown
from game.session.assemble import Choices, assemble
from game.session.bots import Bots, next_move
from game.session.library import Library

Met = tuple[str, Screen, State | None]


def whole_plan() -> IfThen:
    """A plan as a team writes it."""
    return IfThen(
        cue=_("a customer tells me the same thing twice"),
        action=_("I write it where the next colleague sees it"),
        who=_("everybody at the front desk"),
        by_when=_("Monday morning"),
    )


def long_plan() -> IfThen:
    """A plan of somebody who says it all."""
    plan = whole_plan()
    return IfThen(
        cue=f"{plan.cue}, " * 4 + plan.cue,
        action=f"{plan.action}, " * 4 + plan.action,
        who=plan.who,
        by_when=f"{plan.by_when}, {plan.by_when}",
    )


def debriefing(language: str, names: Sequence[str]) -> Iterator[Met]:
    """(name, screen, state) of every page before the brief and after the podium."""
    state, shown = played(language, names[:6])
    yield from _before_the_brief(state)
    for first in (Part.MAP, *(Part.MOMENT for _one in picks(state)), Part.QUESTION):
        if first is not Part.MOMENT and any(page.part is first for page in pages(state)):
            yield f"debrief-{first}", GameScreen(), _go(state, first)
    for i, pick in enumerate(picks(state)):
        yield f"debrief-moment-{pick.kind}", GameScreen(), _go(state, Part.MOMENT, i)
    if picks(state):
        scene = MomentScene()
        scene.play_again(shown)
        yield "debrief-replay", scene, _go(state, Part.MOMENT)
    asked = questions(state)
    longest = max(range(len(asked)), key=lambda i: len(asked[i].question.text))
    yield "debrief-question-longest", GameScreen(), _go(state, Part.QUESTION, longest)
    yield from _plans(state)


def _before_the_brief(state: State) -> Iterator[Met]:
    last = tuple(
        Earlier(number=i, team=team.name, colour=team.colour, plan=plan, status=status, why=why)
        for i, (team, plan, status, why) in enumerate(
            (
                (state.teams[1], whole_plan(), None, ""),
                (state.teams[3], long_plan(), Status.CHANGED, _("it took longer than we thought")),
            )
        )
    )
    began = evolve(state, earlier=last, stage=Review(index=0), clock=None)
    yield "review", GameScreen(), began
    told = evolve(began, stage=Review(index=1))
    yield "review-told", GameScreen(), told
    yield "review-why", WhyEditor(last[1], Status.CHANGED), told


def _plans(state: State) -> Iterator[Met]:
    empty = _go(state, Part.COMMIT)
    yield "commit-empty", GameScreen(), empty
    asking, _events = apply(empty, Next())
    yield "commit-asked", GameScreen(), asking
    first, second, third = (team.id for team in state.teams[:3])
    some = empty
    for team, plan in (
        (first, whole_plan()),
        (first, IfThen(cue=whole_plan().cue)),
        (second, long_plan()),
        (third, IfThen(action=whole_plan().action)),
    ):
        some, _events = apply(some, CommitPlan(team, plan))
    yield "commit", GameScreen(), some
    yield "commit-team", TeamPlans(first), some
    yield "commit-writing", CommitEditor(second, long_plan(), 2), some
    told = reading(some)
    for name, plan in (("read", whole_plan()), ("read-long", long_plan())):
        at = next(i for i, one in enumerate(told) if one.plan == plan)
        yield name, GameScreen(), _go(some, Part.READ, at)
    open_one = next(i for i, one in enumerate(told) if not one.plan.complete)
    yield "read-open", GameScreen(), _go(some, Part.READ, open_one)


def _go(state: State, part: Part, index: int = 0) -> State:
    return apply(state, GoTo(part, index))[0]


def played(language: str, names: Sequence[str]) -> tuple[State, list[Shown]]:
    """(the podium of a session that bots played, its first moment as it was)."""
    setup = assemble(
        Choices(
            preset="60", teams=tuple(zip(names, COLOURS, strict=False)), language=language, seed=5
        ),
        Library.default(),
    )
    state, bots, at = setup.lobby(), Bots(5), 0
    told: list[Shown] = []
    while state.phase is not Phase.PODIUM:
        action, wait = next_move(state, bots, at)
        at += wait
        state, events = apply(state, action, at)
        told.append(Shown(state, at, events))
    state, _events = apply(state, NoteInsight(state.teams[0].id, _("nobody had asked them")))
    return state, _first_moment(state, told)


def _first_moment(state: State, told: Sequence[Shown]) -> list[Shown]:
    """Everything from the card's coming up to its end."""
    found = picks(state)
    if not found:
        return []
    card, done = found[0].card, found[0].record + 1
    ends = next(i for i, one in enumerate(told) if len(one.state.records) == done)
    begins = max(i for i in range(ends + 1) if any(_drawn(e, card) for e in told[i].events))
    return list(told[begins : ends + 1])


def _drawn(event: Event, card: str) -> bool:
    return isinstance(event, CardDrawn) and event.card == card
