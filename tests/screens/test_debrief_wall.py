"""The debrief on the wall: it is read from the last row; its map, questions and end."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.app.tourdebrief import debriefing
from game.look.ways import part
from game.rules.actions import (
    Back,
    GoTo,
    NoteInsight,
    PauseClock,
)
from game.rules.events import PageShown
from game.rules.state import Over, Part, evolve
from game.screens.debrief.coursemap import MapScene, until
from game.screens.debrief.mapplaces import END, lay_map
from game.screens.debrief.question import QuestionPage
from game.screens.game import GameScreen
from game.screens.inputs import Typed
from game.screens.insight import InsightEditor, speaking
from game.screens.kit.theme import THEMES
from game.screens.kit.wall import Box, Wall
from game.screens.scenes.over import OverScene
from game.screens.screen import Do, Home, Screen, Stay
from tests.screens.debriefed import WHOLE, at, podium
from tests.screens.inside import LONG, happen, later, seen
from tests.screens.outside import LAPTOP, OLD, TOTEM, WIDE, activate, check_places, draw, speak
from tests.screens.outside import press as key

SOME_WALLS = (
    (Wall(WIDE, THEMES["daylight"], 1.0), "en"),
    (Wall(OLD, THEMES["stage"], 1.69), "nl"),
    (Wall(LAPTOP, THEMES["daylight"], 1.69), "nl"),
    (Wall(TOTEM, THEMES["daylight"], 1.34), "en"),
)
"""A wall of every shape, and where there is least room the longer language."""


@pytest.mark.parametrize(
    ("wall", "language"), SOME_WALLS, ids=lambda v: str(v) if isinstance(v, str) else f"{v.size}"
)
def test_every_page_is_read_on_every_wall(
    wall: Wall, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    speak(language)
    for name, screen, state in debriefing(language, LONG[:6]):
        assert state is not None
        if name == "debrief-replay":
            continue  # the game's own scenes, which have tests of their own
        look = seen(state, wall)
        for _face in range(30):
            drawn = draw(screen, look, monkeypatch)
            assert drawn.overflowing() == [], name
            assert drawn.smaller_than(wall.S * 0.5) == [], name
            check_places(screen, look)
            if screen.overlay or screen.on_next(look) != Stay():
                break
        else:
            raise AssertionError(f"{name} never ends")


# -- the map


def test_the_map_shows_every_team_and_names_its_corners(monkeypatch: pytest.MonkeyPatch) -> None:
    state = at(Part.MAP)
    words = draw(MapScene(), seen(state, Wall(WIDE)), monkeypatch).words
    for team in state.teams:
        assert team.name in words
    for corner in ("Helped and understood", "Neither helped nor understood"):
        assert corner in words
    ways = lay_map(Wall(WIDE), state).ways
    assert [way.team for way in ways] == [team.id for team in state.teams]
    assert all(way.values[0] == (0, 0) for way in ways)


def test_the_ways_are_drawn_once_and_next_ends_it() -> None:
    scene, state = MapScene(), podium()[0]
    look, _events = happen(scene, seen(state), GoTo(Part.MAP))
    assert scene.moving(later(look, 100))
    assert scene.holds_next(look)
    assert scene.key(look) != scene.key(later(look, 60_000))
    scene.finish(look)
    assert not scene.moving(look)
    assert not scene.moving(later(look, 60_000))


def test_with_reduced_motion_the_ways_simply_stand() -> None:
    scene, state = MapScene(), at(Part.MAP)
    look = seen(state, Wall((640, 360), reduced_motion=True))
    scene.hear([PageShown(Part.MAP, 0)], podium()[0], look)
    assert not scene.moving(look)


def test_a_way_grows_step_by_step_to_its_end() -> None:
    way = [(0.0, 0.0), (10.0, 0.0), (10.0, 20.0)]
    assert until(way, 0.0)[-1] == (0.0, 0.0)
    assert until(way, 0.5)[-1] == (10.0, 0.0)
    assert until(way, 0.75)[-1] == (10.0, 10.0)
    assert until(way, 1.0) == way


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 9).map(lambda n: n * 100.0), st.integers(0, 6).map(float)),
        min_size=1,
        max_size=8,
    )
)
def test_ends_of_ways_part_and_stay_on_the_map(wished: list[tuple[float, float]]) -> None:
    room = Box(0, 0, 1000, 700)
    ends = part(wished, END, room)
    for i, (x, y) in enumerate(ends):
        assert -0.01 <= x <= 1000.01
        assert -0.01 <= y <= 700.01
        for other_x, other_y in ends[:i]:
            assert (x - other_x) ** 2 + (y - other_y) ** 2 >= (END * 0.9) ** 2
    assert part(wished, END, room) == ends


# -- questions


def test_a_question_stands_alone_and_notes_are_nobodys_but_the_facilitators(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    state = at(Part.QUESTION)
    assert state.template is not None
    words = draw(QuestionPage(), seen(state, Wall(WIDE)), monkeypatch).words
    phase = state.template.phases[0]
    assert phase.name in words
    assert phase.questions[0].text in words.replace("\n", " ")
    notes = [phase.notes, phase.questions[0].notes]
    assert any(notes)
    assert not any(note and note in words for note in notes)


def test_its_clock_ticks_by_the_second_and_is_paused_by_its_key() -> None:
    screen, look = GameScreen(), seen(at(Part.QUESTION))
    assert look.game.clock is not None
    assert screen.wakes_at(look) is not None
    assert screen.on_press(key("k"), look) == Do(PauseClock())


def test_previous_leads_to_the_page_before() -> None:
    for state in (at(Part.QUESTION), at(Part.MAP), at(Part.COMMIT), podium()[0]):
        assert GameScreen().on_previous(seen(state)) == Do(Back())


def test_what_is_heard_in_the_debrief_is_nobodys_until_it_is_said_whose() -> None:
    state = at(Part.QUESTION)
    assert speaking(state) is None
    editor, look = InsightEditor(None), seen(state)
    editor.on_typed(Typed("so it was"), look)
    editor.on_press(key("tab"), look)
    outcome = editor.on_press(key("return"), look)
    assert isinstance(outcome, Do)
    assert outcome.action == NoteInsight(state.teams[0].id, "so it was")
    activate(editor, look, state.teams[2].name)
    outcome = editor.on_press(key("return"), look)
    assert isinstance(outcome, Do)
    assert outcome.action == NoteInsight(state.teams[2].id, "so it was")


# -- the end


def test_the_end_says_where_the_report_is_and_leads_home(monkeypatch: pytest.MonkeyPatch) -> None:
    state = evolve(at(Part.COMMIT, 0, (0, WHOLE)), stage=Over(), clock=None)
    scene: Screen = OverScene()
    look = seen(state, Wall(WIDE), report="The report is in ~/reports.")
    words = draw(scene, look, monkeypatch).words.replace("\n", " ")
    assert "The report is in ~/reports." in words
    assert "kept" in words
    assert scene.on_next(look) == Home()
