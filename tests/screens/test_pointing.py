"""What is pointed at: each scene knows where its teams and its clock are, and where none are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest

from game.app.director import Director
from game.rules.actions import Action, Hold, Next, PauseClock, ResumeClock
from game.rules.pieces import BellPhase
from game.rules.state import Held, OnCard, State, Step
from game.screens import scenes
from game.screens.desk.context import ContextPage, context_menu
from game.screens.desk.screen import DeskScreen
from game.screens.desk.under import What, under
from game.screens.game import GameScreen
from game.screens.inputs import Pointer
from game.screens.kit import pieces
from game.screens.kit.cache import SurfaceCache
from game.screens.kit.strip import Plate, strip
from game.screens.kit.wall import Box, Wall
from game.screens.scenes import clockface
from game.screens.screen import Do, Look, Screen
from tests.docs.presses import moments
from tests.screens.inside import frame as drawn_frame
from tests.screens.inside import play, ready
from tests.screens.outside import NEAR, look_at
from tests.screens.test_menu import FakeHost

SHAPES = [
    Wall((640, 360)), Wall((640, 360), seat=1.69), Wall((512, 384)), Wall((360, 640), seat=1.34)
]  # fmt: skip
every_shape = pytest.mark.parametrize(
    "wall", SHAPES, ids=lambda wall: f"{wall.size[0]}x{wall.size[1]}-{wall.seat}"
)
OWN = ("GridScene", "JudgeScene", "CommitScene")
"""Scenes that show teams in rows or ballots of their own."""


@dataclass
class Seen:
    """What was drawn of teams and clocks."""

    plates: list[Box] = field(default_factory=list)
    rings: list[tuple[float, float]] = field(default_factory=list)


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> Seen:
    """Fills with the plates of strips and the middles of clocks that are drawn."""
    found = Seen()
    ring = pieces.timer_ring

    def draw_strip(*given: Any, **more: Any) -> list[Plate]:
        plates = strip(*given, **more)
        found.plates = [plate.box for plate in plates]
        return plates

    def draw_ring(canvas: Any, cx: float, cy: float, *given: Any, **more: Any) -> Any:
        found.rings.append((cx, cy))
        return ring(canvas, cx, cy, *given, **more)

    monkeypatch.setattr("game.screens.scenes.frame.strip", draw_strip)
    monkeypatch.setattr("game.screens.scenes.board.strip", draw_strip)
    monkeypatch.setattr(pieces, "timer_ring", draw_ring)
    monkeypatch.setattr(clockface, "_CLOCKS", SurfaceCache(0))  # each clock is drawn anew
    return found


def shown() -> Iterator[tuple[State, int]]:
    """The moments of a few games at which the wall shows the game."""
    return ((state, at) for state, at in moments() if not state.held)


@every_shape
def test_teams_and_clock_are_where_they_are_drawn(wall: Wall, seen: Seen) -> None:
    bare, clocks = set[str](), set[str]()
    often = Counter[tuple[object, ...]]()
    for state, at in shown():
        stage = state.stage
        kind = (type(stage), getattr(stage, "step", None), state.clock is None, len(state.teams))
        often[kind] += 1
        if often[kind] > 4:
            continue  # a moment of its kind is drawn alike, whatever card is open
        seen.plates, seen.rings = [], []
        scene, look = scenes.make(state), look_at(wall, state, at=at)
        drawn_frame(scene, look)
        name, plates, clock = type(scene).__name__, scene.plates(look), scene.clock_box(look)
        if seen.plates:
            assert list(plates.values()) == seen.plates, name
            assert list(plates) == [team.id for team in state.teams], name
        else:
            assert not plates or name in OWN, name
            bare.add(name)
        if state.clock is None:
            continue
        if seen.rings:
            assert clock is not None, name
            assert any(clock.holds(*ring) for ring in seen.rings), name
            clocks.add(name)
        else:
            assert clock is None or not clock.w, name
    assert {"BriefScene", "StandingsScene", "PodiumScene", "GridScene"} <= bare
    assert {"QuestionScene", "QuestionPage"} <= clocks


@every_shape
def test_the_clock_lies_over_nothing_else_that_can_be_touched(wall: Wall) -> None:
    met = 0
    for state, at in shown():
        if state.clock is None:
            continue
        look, game = look_at(wall, state, at=at), GameScreen()
        scene = game.scene(look)
        box = scene.clock_box(look)
        if box is not None and box.w:
            met += 1
            assert not any(spot.box.meets(box) for spot in scene.hotspots(look))
            assert game.hotspots(look)[-1].box == box
    assert met


def talking(**setup: Any) -> State:
    """A card that is discussed while its clock runs."""
    state = ready(**setup)
    for _ in range(40):
        if isinstance(state.stage, OnCard) and state.stage.step is Step.DISCUSS and state.clock:
            return state
        state = play(state, Next())
    raise AssertionError("no card was discussed")


def pointed(state: State, wall: Wall = NEAR) -> tuple[Screen, Look]:
    look = look_at(wall, state)
    return scenes.make(state), look


def middle(box: Box | None) -> tuple[float, float]:
    assert box is not None
    return box.cx, box.cy


@pytest.mark.parametrize("wall", [NEAR, *SHAPES[1:]], ids=str)
def test_one_touch_of_the_clock_lets_it_stand_and_another_lets_it_run(wall: Wall) -> None:
    state = talking()
    done: list[Action] = []
    for wanted in (PauseClock(), ResumeClock()):
        game = GameScreen()
        director = Director(FakeHost(), game)
        look = look_at(wall, state)
        place = middle(game.scene(look).clock_box(look))
        spot = next(s for s in reversed(game.hotspots(look)) if s.box.holds(*place))
        outcome = spot.activate()
        assert outcome == Do(wanted)
        assert director.top.on_pointer(Pointer("down", *place), look) is None
        state = play(state, wanted)
        done.append(wanted)
    assert state.clock is not None
    assert state.clock.running


def test_a_right_click_on_the_clock_is_about_the_clock() -> None:
    scene, look = pointed(talking())
    place = middle(scene.clock_box(look))
    assert under(scene, look, *place).what is What.CLOCK
    keys = {row.key for row in context_menu(scene, look, *place).page.rows(look)}
    assert {"k", "x", "shift+x", "l", "o"} <= keys


def test_without_a_clock_its_place_is_the_cards() -> None:
    state = talking()
    scene, look = pointed(state)
    place = middle(scene.clock_box(look))
    bare = look_at(NEAR, play(ready(discuss_seconds=0), Next(), Next(), Next()))
    assert isinstance(bare.game.stage, OnCard)
    assert under(scenes.make(bare.game), bare, *place).what is What.CARD


def test_where_no_strip_is_shown_no_team_is_found_in_its_place() -> None:
    """The strip's place is the foot of every wall; a podium or a brief stands there as well."""
    bare = 0
    for state, at in shown():
        scene, look = scenes.make(state), look_at(NEAR, state, at=at)
        if scene.plates(look):
            continue
        bare += 1
        for x in range(60, int(NEAR.width), 120):
            for up in (40, 80, 120):
                assert under(scene, look, x, NEAR.height - up).team is None
    assert bare


def test_beside_the_boards_strip_stands_a_bell_and_no_team() -> None:
    scene, look = pointed(ready(4))
    last = list(scene.plates(look).values())[-1]
    assert under(scene, look, last.right - 4, last.cy).team == look.game.teams[-1].id
    assert under(scene, look, NEAR.width - 60, last.cy).what is What.WALL


def test_a_team_is_meant_by_its_row_where_rows_are_all_there_is() -> None:
    state = ready(5, together=True)
    for _ in range(40):
        if isinstance(state.stage, OnCard) and state.stage.step is Step.GRID:
            break
        state = play(state, Next())
    scene, look = pointed(state)
    for team, row in scene.plates(look).items():
        desk: DeskScreen = context_menu(scene, look, row.x + 20, row.cy)
        assert isinstance(desk.page, ContextPage)
        assert desk.page.title(look) == state.team(team).name


def test_on_a_covered_wall_there_is_neither_team_nor_clock() -> None:
    state = talking()
    scene, look = pointed(state)
    places = [middle(scene.clock_box(look)), *(middle(box) for box in scene.plates(look).values())]
    dark = look_at(NEAR, play(state, Hold(Held.BLACK)))
    assert {under(scene, dark, *place).what for place in places} == {What.WALL}


def test_a_bell_that_was_rung_has_its_clock() -> None:
    for state, at in shown():
        stage = state.stage
        bell = stage.bell if isinstance(stage, OnCard) and stage.step is Step.BELL else None
        if bell is not None and bell.phase is BellPhase.TAKEN and state.clock is not None:
            scene, look = scenes.make(state), look_at(NEAR, state, at=at)
            assert under(scene, look, *middle(scene.clock_box(look))).what is What.CLOCK
            return
    raise AssertionError("nobody rang")
