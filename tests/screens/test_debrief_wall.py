"""The debrief on the wall: that it is read from the last row, and what its keys do."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.app.tourdebrief import debriefing, played
from game.look.ways import part
from game.rules.actions import (
    Back,
    CommitPlan,
    DropPlan,
    EndReview,
    GoTo,
    Next,
    PauseClock,
    ReviewCommitment,
)
from game.rules.events import PageShown
from game.rules.moments import picks
from game.rules.plans import MOST_PLAN
from game.rules.state import Debrief, IfThen, OnCard, Over, Part, Review, State, Status, evolve
from game.screens.debrief.commit import CommitScene
from game.screens.debrief.coursemap import MapScene, until
from game.screens.debrief.mapplaces import END, lay_map
from game.screens.debrief.moment import MomentScene
from game.screens.debrief.question import QuestionPage
from game.screens.debrief.reading import ReadingScene
from game.screens.debrief.review import ReviewScene
from game.screens.debrief.teamplans import TeamPlans
from game.screens.debrief.writing import CommitEditor, WhyEditor
from game.screens.game import GameScreen
from game.screens.inputs import Pointer, Rang, Typed
from game.screens.insight import InsightEditor, speaking
from game.screens.kit.theme import THEMES
from game.screens.kit.wall import Box, Wall
from game.screens.scenes.over import OverScene
from game.screens.screen import Do, Home, Pop, Push, Screen, Shown, Stay
from tests.rules.pieces import LAST_TIME
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
WHOLE = IfThen(cue="it rings twice", action="we ring back", who="Bo", by_when="Monday")


@cache
def podium() -> tuple[State, tuple[Shown, ...]]:
    """A session played to its podium, and its first moment."""
    state, shown = played("en", ("Orange", "Sky", "Green", "Yellow"))
    return state, tuple(shown)


def at(page: Part, index: int = 0, *plans: tuple[int, IfThen]) -> State:
    state = podium()[0]
    for team, plan in plans:
        state = _do(state, CommitPlan(team, plan))
    return _do(state, GoTo(page, index))


def _do(state: State, action: CommitPlan | GoTo | Next) -> State:
    from game.rules.apply import apply

    return apply(state, action, 0)[0]


def reviewing(index: int = 0) -> State:
    return evolve(podium()[0], earlier=LAST_TIME, stage=Review(index=index))


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
    assert outcome.action.team == state.teams[0].id  # type: ignore[union-attr]
    activate(editor, look, state.teams[2].name)
    outcome = editor.on_press(key("return"), look)
    assert isinstance(outcome, Do)
    assert outcome.action.team == state.teams[2].id  # type: ignore[union-attr]


# -- moments, and their replay


def replaying() -> tuple[MomentScene, State]:
    scene, (_state, shown) = MomentScene(), podium()
    scene.play_again(shown)
    return scene, at(Part.MOMENT)


def test_a_moment_tells_why_and_shows_who_said_what(monkeypatch: pytest.MonkeyPatch) -> None:
    found = picks(podium()[0])
    assert found
    for i, pick in enumerate(found):
        scene, look = MomentScene(), seen(at(Part.MOMENT, i), Wall(WIDE))
        words = ""
        while True:
            words += draw(scene, look, monkeypatch).words.replace("\n", " ") + " "
            if scene.on_next(look) != Stay():
                break
        card = look.game.content.card_by_id[pick.card]
        assert card.title in words
        assert card.prompt.split()[-1] in words


def test_a_replay_shows_the_real_scenes_step_by_step_and_ends_where_it_began(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    scene, state = replaying()
    look = seen(state, Wall(WIDE))
    keys, steps = set(), 0
    while "Replay, step" in (words := draw(scene, look, monkeypatch).words):
        assert "Back to the debrief" in words
        keys.add(scene.key(look))
        assert scene.on_next(look) == Stay()
        scene.finish(look)
        steps += 1
        assert steps < 60
    assert len(keys) == steps > 2
    assert scene.on_previous(look) == Do(Back())


def test_previous_steps_back_and_out_of_a_replay() -> None:
    scene, state = replaying()
    look = seen(state)
    first = scene.key(look)
    assert scene.on_next(look) == Stay()
    scene.finish(look)
    assert scene.on_previous(look) == Stay()
    assert scene.key(look)[:3] == first[:3]  # type: ignore[index]
    assert scene.on_previous(look) == Stay()
    assert scene.on_previous(look) == Do(Back())


@pytest.mark.parametrize("name", [*"12345678abcdefghijklqrtuvwxyz", "f2", "f6", "end", "delete"])
def test_in_a_replay_no_key_reaches_the_session(name: str) -> None:
    scene, state = replaying()
    look = seen(state)
    for press in (key(name), key(name, ctrl=True)):
        if name != "n":
            assert scene.on_press(press, look) == Stay()
    assert scene.on_rang(Rang(0), look) is None
    assert GameScreen().on_rang(Rang(0), look) is None


def test_in_a_replay_only_its_own_buttons_are_there_and_a_touch_goes_on() -> None:
    scene, state = replaying()
    look = seen(state, Wall(WIDE))
    check_places(scene, look)
    for spot in scene.hotspots(look)[:2]:
        assert spot.activate() == Stay()
    step = scene.key(look)
    scene.play_again(podium()[1])
    assert scene.on_pointer(Pointer("down", 900, 600), look) == Stay()
    assert scene.key(look) != step or isinstance(look.game.stage, Debrief)
    activate(scene, look, "Back to the debrief")
    assert scene.on_pointer(Pointer("down", 900, 600), look) is None


def test_where_the_log_tells_nothing_there_is_no_replay() -> None:
    scene, look = MomentScene(), seen(at(Part.MOMENT))
    assert activate(scene, look, "Replay") == Stay()
    assert scene.on_previous(look) == Do(Back())


def test_a_replay_is_fed_with_states_of_its_card_only() -> None:
    _state, shown = podium()
    assert not isinstance(shown[-1].state.stage, OnCard)
    scene, _now = replaying()
    assert scene._replay is not None
    assert 2 < scene._replay.length < len(shown)


# -- plans


def test_a_teams_key_opens_its_fields_and_what_is_written_is_asked_for() -> None:
    state = at(Part.COMMIT)
    scene, look = CommitScene(), seen(state)
    outcome = scene.on_press(key("3"), look)
    assert isinstance(outcome, Push)
    editor = outcome.screen
    for text in ("it rings twice", "we ring back", "Bo", "Monday"):
        editor.on_typed(Typed(text), look)
        done = editor.on_press(key("tab" if text != "Monday" else "return"), look)
    assert done == Do(CommitPlan(state.teams[2].id, WHOLE))


def test_what_is_open_is_where_the_cursor_stands() -> None:
    half = IfThen(cue="it rains", action="we stay")
    scene, look = CommitScene(), seen(at(Part.COMMIT, 0, (0, half)))
    outcome = scene.on_press(key("e"), look)
    assert isinstance(outcome, Push)
    assert isinstance(outcome.screen, CommitEditor)
    assert outcome.screen.active == 2


def test_an_empty_plan_is_none() -> None:
    look = seen(at(Part.COMMIT))
    assert CommitEditor(0).on_press(key("return", ctrl=True), look) == Pop()


def test_missing_plans_are_told_and_asked_after_once(monkeypatch: pytest.MonkeyPatch) -> None:
    half = IfThen(cue="it rains")
    state = at(Part.COMMIT, 0, (0, WHOLE), (2, half))
    words = draw(CommitScene(), seen(state, Wall(WIDE)), monkeypatch).words
    assert "Still open: then, by whom and by when" in words
    assert words.count("No plan yet") == 1
    asked = _do(state, Next())
    words = draw(CommitScene(), seen(asked, Wall(WIDE)), monkeypatch).words
    assert "No whole plan yet: Green and Yellow" in words.replace("\n", " ")


def test_a_team_has_several_plans_each_written_again_or_taken_back() -> None:
    other = IfThen(cue="it snows", action="we go", who="Al", by_when="now")
    state = at(Part.COMMIT, 0, (0, WHOLE), (0, other))
    scene, look = CommitScene(), seen(state, Wall(WIDE))
    outcome = scene.hotspots(look)[1].activate()
    assert isinstance(outcome, Push)
    sheet = outcome.screen
    assert isinstance(sheet, TeamPlans)
    mine = [made.number for made in state.commitments if made.team == 0][-2:]
    second = sheet.on_press(key(str(len(sheet.rows(look)))), look)
    assert isinstance(second, Push)
    assert isinstance(second.screen, CommitEditor)
    assert second.screen.result() == Do(CommitPlan(0, other, mine[1]))
    drops = [spot for spot in sheet.hotspots(look) if spot.name == "Take it back"]
    assert drops[-1].activate() == Do(DropPlan(0, mine[1]), stays=True)
    assert activate(sheet, look, "Back") == Pop()
    assert isinstance(activate(sheet, look, "Another plan"), Push)


def test_what_does_not_fit_is_cut_and_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    editor, look = CommitEditor(0), seen(at(Part.COMMIT), Wall(WIDE))
    editor.on_typed(Typed("a" * 10_000), look)
    assert len(editor.fields[0].text) == MOST_PLAN
    assert "2,000 characters here: 8,000 were left out" in draw(editor, look, monkeypatch).words
    editor.on_press(key("backspace"), look)
    assert "left out" not in draw(editor, look, monkeypatch).words


def test_esc_asks_before_words_are_lost() -> None:
    editor, look = CommitEditor(0), seen(at(Part.COMMIT))
    assert editor.on_press(key("escape"), look) is None
    editor.on_typed(Typed("it"), look)
    assert editor.on_press(key("escape"), look) == Stay()
    assert editor.said()
    editor.on_typed(Typed(" rains"), look)
    assert editor.on_press(key("escape"), look) == Stay()
    assert editor.on_press(key("escape"), look) is None


def test_each_plan_is_read_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    state = at(Part.READ, 0, (1, WHOLE))
    index = next(i for i in range(9) if _plan_at(state, i) == WHOLE)
    look = seen(_do(state, GoTo(Part.READ, index)), Wall(WIDE))
    words = draw(ReadingScene(), look, monkeypatch).words.replace("\n", " ")
    for told in ("Sky", "If it rings twice, then we ring back.", "Bo · Monday"):
        assert told in words


def _plan_at(state: State, i: int) -> IfThen:
    from game.rules.debrief import reading

    return reading(state)[i].plan


# -- last time


def test_what_became_of_a_plan_is_marked_by_key_and_by_touch() -> None:
    scene, look = ReviewScene(), seen(reviewing(), Wall(WIDE))
    assert scene.on_press(key("b"), look) == Do(ReviewCommitment(0, Status.BUSY, ""))
    assert activate(scene, look, "Dropped") == Do(ReviewCommitment(0, Status.DROPPED, ""))
    assert activate(scene, look, "To the game") == Do(EndReview())
    assert GameScreen().on_next(look) == Do(Next())


def test_the_same_again_takes_it_back() -> None:
    done = evolve(LAST_TIME[0], status=Status.DONE, why="it rained")
    state = evolve(reviewing(), earlier=(done, LAST_TIME[1]))
    outcome = ReviewScene().on_press(key("a"), seen(state))
    assert outcome == Do(ReviewCommitment(0, None, "it rained"))


def test_why_is_told_in_words() -> None:
    scene, look = ReviewScene(), seen(reviewing(1))
    outcome = scene.on_press(key("e"), look)
    assert isinstance(outcome, Push)
    assert isinstance(outcome.screen, WhyEditor)
    outcome.screen.on_typed(Typed("nobody came "), look)
    assert outcome.screen.on_press(key("return"), look) == Do(
        ReviewCommitment(1, None, "nobody came")
    )


def test_previous_goes_back_among_them() -> None:
    assert GameScreen().on_previous(seen(reviewing(1))) == Do(Back())
    assert GameScreen().on_previous(seen(reviewing(0))) is None


# -- the end


def test_the_end_says_where_the_report_is_and_leads_home(monkeypatch: pytest.MonkeyPatch) -> None:
    state = evolve(at(Part.COMMIT, 0, (0, WHOLE)), stage=Over(), clock=None)
    scene: Screen = OverScene()
    look = seen(state, Wall(WIDE), report="The report is in ~/reports.")
    words = draw(scene, look, monkeypatch).words.replace("\n", " ")
    assert "The report is in ~/reports." in words
    assert "kept" in words
    assert scene.on_next(look) == Home()
