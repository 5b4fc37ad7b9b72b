"""A facilitator without a command line: from the start screen to last time's plans, by keys."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from game import paths
from game.app.program import Program
from game.app.splash import open_window
from game.rules.actions import Begin, CommitPlan, EndPlay, GoTo, Next
from game.rules.state import IfThen, Part, Review
from game.screens.inputs import Press
from game.screens.kit.wall import Wall
from game.screens.screen import Look
from game.session.session import Session
from tests.rules.pieces import TEMPLATE
from tests.session.evening import header

WHEN = "it rains"


def look(program: Program) -> Look:
    return program.look(Wall((1024, 768)))


def press(program: Program, name: str) -> None:
    program.director.take(Press(name), look(program))


def choose(program: Program, name: str) -> None:
    """Reach it with Previous, and take it with Next."""
    for _ in range(30):
        focused = program.director.focused(look(program))
        if focused is not None and focused.name == name:
            press(program, "right")
            return
        press(program, "left")
    pytest.fail(f"{name} is nowhere")


def test_last_times_plans_are_chosen_at_set_up_and_stay_in_the_session(home: Path) -> None:
    folder = paths.ensure(paths.sessions_dir())
    before = Session.create(folder / "2026-09-21 Spring.cxsession",
                            header(2, template=TEMPLATE, name="Spring"))  # fmt: skip
    before.dispatch(Begin(), 0)
    for _ in range(3):
        before.dispatch(Next(), 0)
    before.dispatch(EndPlay(), 0)
    before.dispatch(GoTo(Part.COMMIT), 0)
    before.dispatch(CommitPlan(1, IfThen(cue=WHEN)), 0)
    before.close()

    splash = open_window(0, (640, 360))
    assert splash is not None
    program = Program(splash, "en")
    program.show_start()
    choose(program, "New session")
    choose(program, "Time and room")
    choose(program, "Follow-up")
    choose(program, "Spring")
    choose(program, "Done")
    press(program, "right")  # done with time and room, too
    choose(program, "Begin")
    evening = program.evening
    assert evening is not None
    assert isinstance(evening.session.state.stage, Review)
    assert [one.plan.cue for one in evening.session.state.earlier] == [WHEN]
    path = evening.session.path
    assert path is not None
    program.home()
    program.resume(path)
    assert program.evening is not None
    assert [one.plan.cue for one in program.evening.session.state.earlier] == [WHEN]
    program.close()


def test_a_session_gone_on_with_on_another_day_keeps_that_day(home: Path) -> None:
    """The wall's program looks at the calendar: a plan's Friday is counted from then."""
    path = paths.ensure(paths.sessions_dir()) / "2026-03-14 Spring.cxsession"
    Session.create(path, header(2, created="2001-02-03T19:30:00+01:00")).close()
    splash = open_window(0, (640, 360))
    assert splash is not None
    program = Program(splash, "en")
    today = datetime.now().astimezone().date().isoformat()
    program.resume(path)
    assert program.evening is not None
    assert program.evening.do(Begin(), "wall") is None
    assert program.evening.session.history[-1].day >= today
    program.close()
