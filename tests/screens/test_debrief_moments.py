"""Moments of the debrief, and their replay: the real scenes, and keys that stay in it."""

from __future__ import annotations

import pytest

from game.rules.actions import (
    Back,
)
from game.rules.moments import picks
from game.rules.state import Debrief, OnCard, Part, State
from game.screens.debrief.moment import MomentScene
from game.screens.game import GameScreen
from game.screens.inputs import Pointer, Rang
from game.screens.kit.wall import Wall
from game.screens.screen import Do, Stay
from tests.screens.debriefed import at, podium
from tests.screens.inside import seen
from tests.screens.outside import WIDE, activate, check_places, draw
from tests.screens.outside import press as key


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
    now = scene.key(look)
    assert isinstance(now, tuple)
    assert isinstance(first, tuple)
    assert now[:3] == first[:3]
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
