"""The desk over a running game: never in its way, and every correction seen through to the end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.stage import Stage
from game.app.evening import Evening
from game.app.rescue import Rescue
from game.rules.actions import Next
from game.rules.state import BellPhase, Held, OnCard, Ready
from game.screens.desk import DeskScreen
from game.screens.desk.history import HistoryPage
from game.screens.game import GameScreen
from game.screens.inputs import Pointer, Press, Rang, Typed
from game.screens.kit.layer import Dirty
from game.screens.kit.wall import Canvas
from game.screens.screen import Look, Push, Screen
from game.screens.start import StartScreen


@pytest.fixture
def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    """A session whose first team waits for the die."""
    monkeypatch.setenv("CXGAME_HOME", str(tmp_path))
    made = Stage(tmp_path, (640, 360), rounds=6, seed=4)
    while not isinstance(evening(made).state.stage, Ready):
        evening(made).do(Next(), "test")
    yield made
    made.program.close()


def evening(stage: Stage) -> Evening:
    found = stage.program.evening
    assert found is not None
    return found


def look(stage: Stage, later: int = 0) -> Look:
    program = stage.program
    return program.director.look(stage.painter.wall, program.now() + later)


def keys(stage: Stage, *names: str) -> None:
    """Keys, one after another, each long after a ring."""
    for name in names:
        stage.program.director.take(Press(name), look(stage, 1000))


def desk(stage: Stage) -> DeskScreen:
    top = stage.program.director.top
    assert isinstance(top, DeskScreen)
    return top


def bell(stage: Stage) -> BellPhase | None:
    now = evening(stage).state.stage
    found = now.bell if isinstance(now, OnCard) else None
    return None if found is None else found.phase


def until_bells_are(wanted: BellPhase, stage: Stage) -> None:
    for _ in range(400):
        if bell(stage) is wanted:
            return
        assert evening(stage).do(Next(), "test") is None
    raise AssertionError(f"no bells were {wanted}")


def test_next_goes_on_with_the_game_and_takes_the_desk_away(stage: Stage) -> None:
    before = evening(stage).state
    keys(stage, "escape")
    desk(stage)
    keys(stage, "page down")
    assert evening(stage).state is not before
    assert isinstance(stage.program.director.top, GameScreen)


def test_bells_ring_beneath_it_by_key_and_buzzer(stage: Stage) -> None:
    until_bells_are(BellPhase.OPEN, stage)
    keys(stage, "escape", "r")  # the second key of the second team's bell
    assert bell(stage) is BellPhase.TAKEN
    stage.program.director.take(Rang(0), look(stage))
    keys(stage, "3")
    now = evening(stage).state.stage
    assert isinstance(now, OnCard)
    assert now.bell is not None
    assert [ring.team for ring in now.bell.rings] == [1, 0, 2]
    desk(stage)


def test_bells_are_opened_closed_and_reset_by_one_key_each(stage: Stage) -> None:
    until_bells_are(BellPhase.ARMED, stage)
    keys(stage, "f6")
    assert bell(stage) is BellPhase.OPEN
    keys(stage, "f7")
    assert bell(stage) is BellPhase.CLOSED
    keys(stage, "f6", "1", "f8")
    assert bell(stage) is not BellPhase.TAKEN


def test_customers_are_given_while_the_desk_stays_out_of_the_way(stage: Stage) -> None:
    keys(stage, "escape", "g", "2", "right", "return")
    assert [team.customers for team in evening(stage).state.teams][1] == 2
    assert isinstance(stage.program.director.top, GameScreen)
    keys(stage, "z")
    assert [team.customers for team in evening(stage).state.teams][1] == 0


def test_a_late_team_comes_with_its_name(stage: Stage) -> None:
    keys(stage, "escape", "i")
    stage.program.director.take(Typed("Late"), look(stage))
    keys(stage, "return")
    state = evening(stage).state
    assert "Late" in [team.name for team in (*state.teams, *state.joining)]


def test_any_step_is_gone_back_to_and_forward_from(stage: Stage) -> None:
    for points in (1, 2, 3):
        keys(stage, "escape", "g", "1", *["right"] * (points - 1), "return")
    assert evening(stage).state.teams[0].customers == 6
    keys(stage, "escape", "j", "up", "up", "return")
    assert evening(stage).state.teams[0].customers == 1
    assert isinstance(desk(stage).page, HistoryPage)
    keys(stage, "down", "down", "return")
    assert evening(stage).state.teams[0].customers == 6


@pytest.mark.parametrize(("key", "how"), [("f3", Held.EYES), ("f4", Held.BREAK)])
def test_a_held_wall_comes_back_to_where_it_was(stage: Stage, key: str, how: Held) -> None:
    until_bells_are(BellPhase.OPEN, stage)
    before = evening(stage).state.stage
    keys(stage, key)
    if how is Held.BREAK:
        keys(stage, "right", "return")
    assert evening(stage).state.held is how
    assert stage.program.director.top.hotspots(look(stage)) == ()
    stage.turn()
    keys(stage, "1")
    assert bell(stage) is BellPhase.OPEN
    assert evening(stage).state.stage == before
    keys(stage, "space")
    assert evening(stage).state.held is None or not evening(stage).state.held
    assert evening(stage).state.stage == before


def test_right_click_and_left_click_are_enough(stage: Stage) -> None:
    director, wall = stage.program.director, stage.painter.wall
    y = wall.height - 90
    director.take(Pointer("down", 200, y, button=3), look(stage))
    spot = next(s for s in director.top.hotspots(look(stage)) if s.name.startswith("Give or"))
    director.take(Pointer("down", spot.box.cx, spot.box.cy), look(stage))
    spot = next(s for s in director.top.hotspots(look(stage)) if s.name.startswith("Give or"))
    director.take(Pointer("down", spot.box.cx, spot.box.cy), look(stage))
    assert evening(stage).state.teams[0].customers == 1


def test_another_right_click_is_another_menu_and_a_click_beside_it_none(stage: Stage) -> None:
    director, wall = stage.program.director, stage.painter.wall
    for x in (200, wall.width - 200):
        director.take(Pointer("down", x, wall.height - 90, button=3), look(stage))
        assert len(director.stack) == 2
    director.take(Pointer("down", 30, wall.height / 2), look(stage))
    assert isinstance(director.top, GameScreen)


def test_house_rules_and_the_wall_are_switched_on_the_spot(stage: Stage) -> None:
    before = evening(stage).state.rules
    keys(stage, "escape", "9", "right")
    assert evening(stage).state.rules.discuss_seconds == before.discuss_seconds + 15
    keys(stage, "escape", "0", "t", "s")
    assert stage.program.settings.theme == "stage"
    assert evening(stage).state.rules.hide_scores
    desk(stage)


def test_play_ends_by_the_key_at_the_edge_pressed_twice(stage: Stage) -> None:
    keys(stage, "end")
    assert evening(stage).state.stage == Ready()
    keys(stage, "end")
    assert evening(stage).state.stage != Ready()


class Broken(Screen):
    """Fails at whatever is asked of it."""

    overlay = True
    typing = False

    def paint(self, canvas: Canvas, look: Look) -> None:
        raise ZeroDivisionError

    def move(self, canvas: Canvas, look: Look, dirty: Dirty) -> None:
        raise ZeroDivisionError

    def on_press(self, press: Press, look: Look) -> None:
        raise KeyError(press.name)


def test_a_screen_that_fails_gives_way_to_the_game_and_says_so(stage: Stage) -> None:
    stage.settle()
    director, before = stage.program.director, evening(stage).state
    director.apply(Push(Broken()), look(stage))
    stage.loop.draw()
    assert isinstance(director.top, GameScreen)
    assert "Nothing is lost" in stage.program.notice()
    director.apply(Push(Broken()), look(stage))
    Rescue(stage.program).take(lambda: keys(stage, "x"))
    assert isinstance(director.top, GameScreen)
    assert evening(stage).state is before


def test_without_a_session_it_gives_way_to_the_start_screen(stage: Stage) -> None:
    director = stage.program.director
    director.apply_screen(stage.program.home())
    director.apply(Push(Broken()), look(stage))
    stage.loop.draw()
    assert isinstance(director.top, StartScreen)


def test_what_fails_again_at_once_is_told(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(GameScreen, "paint", Broken.paint)
    stage.painter.expose()
    evening(stage).do(Next(), "test")
    with pytest.raises(ZeroDivisionError):
        stage.loop.draw()
