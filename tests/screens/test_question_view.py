"""Another view while a card is answered: who may ring, and what is seen of it."""

from __future__ import annotations

from typing import Any

import pytest

from game.rules.actions import Next, RingBell, SetAnswer
from game.rules.state import Step, evolve
from game.screens.game import GameScreen
from game.screens.inputs import Press
from game.screens.kit.wall import Wall
from game.screens.scenes.cardlayout import places
from game.screens.scenes.frame import plate_boxes
from game.screens.scenes.rings import tokens_left_boxes
from game.screens.screen import Do, Look, Stay
from tests.screens.asked import discussed, press, table
from tests.screens.cardtable import DILEMMA, ids, look_of, moment, stage_of, viewing
from tests.screens.inside import happen, later, play
from tests.screens.outside import draw, every_wall, picture


def game_press(look: Look, key: str) -> Any:
    """A key, by way of the game's screen."""
    return GameScreen().on_press(Press(key), look)


def test_while_the_bell_is_open_every_teams_keys_ring() -> None:
    look = look_of(viewing())
    others = [i for i in ids(look.game) if i != stage_of(look.game).team]
    seat = ids(look.game).index(others[0])
    for key in (str(seat + 1), "qrtyuiol"[seat]):
        assert game_press(look, key) == Do(RingBell(others[0], look.at))


def test_the_mouse_rings_for_a_team_on_its_plate() -> None:
    scene, look = table(viewing())
    rung = [s.activate() for s in scene.hotspots(look)]
    others = [i for i in ids(look.game) if i != stage_of(look.game).team]
    wanted = [Do(RingBell(i, look.at)) for i in others]
    assert [o for o in rung if isinstance(o, Do)] == [*wanted, Do(Next())]


def test_nothing_moves_while_the_bell_is_open() -> None:
    state = discussed(DILEMMA)
    scene, look = table(state)
    look = press(scene, look, "a")[1]
    look = happen(scene, look, Next())[0]
    assert stage_of(look.game).step is Step.VIEW
    assert not scene.moving(look)
    assert scene.wakes_at(look) is None


def test_the_tokens_left_are_shown_on_the_plates_of_those_who_may_ring(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    state = viewing()
    first = ids(state)[1]
    state = evolve(
        state,
        teams=tuple(evolve(t, tokens=1) if t.id == first else t for t in state.teams),
    )
    bells: list[int] = []
    monkeypatch.setattr(
        "game.screens.scenes.viewpanel.draw_tokens_left", lambda _c, _p, left: bells.append(left)
    )
    scene, look = table(state)
    picture(scene, look)
    assert sorted(bells) == [1, 2, 2]


def test_the_viewer_names_another_option_than_the_first_teams() -> None:
    state = moment("view-taken")
    scene, look = table(state)
    stage = stage_of(state)
    assert stage.answer(stage.team) == 0
    assert stage.viewer is not None
    assert scene.on_press(Press("a"), look) == Stay()
    assert scene.on_press(Press("b"), look) == Do(SetAnswer(stage.viewer, 1))
    assert [s.name for s in scene.hotspots(look)][:2] == ["B", "C"]


def test_the_view_says_who_and_how_late_the_others_were(monkeypatch: pytest.MonkeyPatch) -> None:
    scene, look = table(moment("view-taken"))
    words = draw(scene, look, monkeypatch).words
    assert "Sky sees it differently" in words
    assert "+84 ms" in words


def test_together_shows_no_milliseconds(monkeypatch: pytest.MonkeyPatch) -> None:
    state = viewing()
    a, b = [i for i in ids(state) if i != stage_of(state).team][:2]
    state = play(state, RingBell(a, 2000), RingBell(b, 2000), at=2000)
    scene, look = table(state)
    words = draw(scene, look, monkeypatch).words
    assert "the draw decided" in words.replace("\n", " ")
    assert "ms" not in words.split()


def test_a_ring_swings_the_bell_after_a_quiet_moment() -> None:
    state = viewing()
    scene, look = table(state)
    other = next(i for i in ids(state) if i != stage_of(state).team)
    look = happen(scene, look, RingBell(other, look.at))[0]
    assert not scene.moving(look), "others may still be ringing"
    assert scene.wakes_at(later(look, 149)) == look.now + 150
    assert scene.moving(later(look, 151))
    assert not scene.moving(later(look, 2000))
    scene.finish(look)
    assert not scene.moving(later(look, 200))


def test_reduced_motion_moves_nothing() -> None:
    wall = Wall((960, 540), reduced_motion=True)
    scene, look = table(viewing(), wall)
    other = next(i for i in ids(look.game) if i != stage_of(look.game).team)
    look = happen(scene, look, RingBell(other, look.at))[0]
    assert not scene.moving(later(look, 300))


@every_wall
@pytest.mark.parametrize("teams", [2, 4, 8])
def test_bells_that_are_left_keep_clear_of_the_button_that_goes_on(wall: Wall, teams: int) -> None:
    state = viewing(teams=teams)
    spots = places(wall, teams)
    plates = plate_boxes(wall, state)
    assert len(plates) == teams
    for plate in plates.values():
        for token in tokens_left_boxes(plate, 3):
            assert not token.inset(-4).meets(spots.onward)
    assert not spots.onward.inset(-4).meets(spots.card) or spots.manner != "totem"
