"""The debrief in the running program: by Next alone, and a moment played again from the log."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from benchmarks.stage import Stage
from game.rules.actions import CommitPlan, GoTo
from game.rules.debrief import pages
from game.rules.moments import picks
from game.rules.state import Debrief, IfThen, Over, Part, Podium, State
from game.screens.inputs import Composing, Press, Rang, Typed
from game.screens.kit.wall import Wall
from game.screens.screen import Look
from game.screens.start import StartScreen
from game.session.bots import Bots, next_move

WALL = Wall((640, 360))


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """A session at its podium."""
    with pytest.MonkeyPatch.context() as patch:
        home = tmp_path_factory.mktemp("home")
        patch.setenv("CXGAME_HOME", str(home))
        made = Stage(home, (640, 360), rounds=6, seed=4)
        evening = made.program.evening
        assert evening is not None
        bots, at = Bots(5), evening.session.last_at
        while not isinstance(evening.state.stage, Podium):
            action, wait = next_move(evening.state, bots, at)
            at += wait
            evening.session.dispatch(action, at, "bots")
        yield made
        made.program.close()


def look(stage: Stage) -> Look:
    return stage.program.director.look(WALL, stage.program.now())


def press(stage: Stage, name: str, *, ctrl: bool = False) -> None:
    """A key; what moves has come to rest before it."""
    stage.program.director.top.finish(look(stage))
    stage.program.director.take(Press(name, ctrl=ctrl), look(stage))


def state(stage: Stage) -> State:
    evening = stage.program.evening
    assert evening is not None
    return evening.state


def entries(stage: Stage) -> int:
    evening = stage.program.evening
    assert evening is not None
    return len(evening.session.history)


def go_to(stage: Stage, part: Part) -> None:
    evening = stage.program.evening
    assert evening is not None
    assert evening.do(GoTo(part), "test") is None


def test_a_moment_is_replayed_from_the_log_and_nothing_of_the_session_changes(
    stage: Stage,
) -> None:
    assert picks(state(stage))
    go_to(stage, Part.MOMENT)
    before, n = state(stage), entries(stage)
    game = stage.program.director.top
    page = game.key(look(stage))
    press(stage, "r")
    assert game.key(look(stage)) != page
    for name in ("1", "b", "g", "h", "z", "f4", "f8", "x", "w", "v"):
        press(stage, name)
    press(stage, "z", ctrl=True)
    stage.program.director.take(Rang(0), look(stage))
    steps = 0
    while game.key(look(stage)) != page:
        press(stage, "page down")
        steps += 1
        assert steps < 80
    assert steps > 2
    assert (state(stage), entries(stage)) == (before, n)
    press(stage, "r")
    press(stage, "escape")
    assert game.key(look(stage)) == page
    assert stage.program.director.top is game


def test_a_plan_is_typed_with_accents_and_input_methods(stage: Stage) -> None:
    go_to(stage, Part.COMMIT)
    team = state(stage).teams[1].id
    made = len(state(stage).commitments)
    press(stage, "2")
    director = stage.program.director
    for given in (
        Typed("een klant belt"), Composing("に"), Typed("日"), Press("tab"),
        Typed("x"), Press("backspace"), Typed("we bellen terug, écht"), Press("tab"),
        Typed("Noé"), Press("z", ctrl=True), Typed("Zoë"), Press("tab"), Typed("vrijdag"),
        Press("return"),
    ):  # fmt: skip
        director.take(given, look(stage))
    plan = state(stage).commitments[-1]
    assert len(state(stage).commitments) == made + 1
    assert plan.team == team
    assert (plan.plan.cue, plan.plan.action) == ("een klant belt日", "we bellen terug, écht")
    assert (plan.plan.who, plan.plan.by_when) == ("Zoë", "vrijdag")
    assert not director.top.overlay


def test_next_alone_leads_from_the_podium_to_the_start_screen(stage: Stage) -> None:
    go_to(stage, Part.PODIUM)
    evening = stage.program.evening
    assert evening is not None
    plan = IfThen(cue="the phone rings", action="I pick it up")
    assert evening.do(CommitPlan(state(stage).teams[0].id, plan), "key") is None
    wanted = {(page.part, page.index) for page in pages(state(stage))}
    seen = set()
    for _press in range(300):
        match state(stage).stage:
            case Podium():
                seen.add((Part.PODIUM, 0))
            case Debrief(part=part, index=index):
                seen.add((part, index))
            case Over():
                break
        press(stage, "page down")
    assert seen == wanted
    assert {part for part, _index in seen} >= {Part.MOMENT, Part.QUESTION, Part.COMMIT, Part.READ}
    for _press in range(3):
        if isinstance(stage.program.director.top, StartScreen):
            return
        press(stage, "page down")
    raise AssertionError("the end leads nowhere")
