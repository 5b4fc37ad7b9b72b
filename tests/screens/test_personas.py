"""Who looks through whose eyes."""

from __future__ import annotations

from typing import Any

import pytest

from game.rules.actions import Begin, Next
from game.rules.state import State, evolve
from game.screens.kit.wall import Wall
from game.screens.scenes.personacards import drawn
from game.screens.scenes.personas import FLIP, PersonasScene
from game.screens.screen import Do, Stay
from tests.screens.inside import (
    LONG,
    check_frame,
    happen,
    later,
    lobby,
    play,
    seen,
    settle,
    shown,
)
from tests.screens.outside import check_places, draw, every_wall_in_its_language, picture, speak


def personas(teams: int = 4, **setup: Any) -> State:
    return play(lobby(teams, **setup), Begin(), Next())


@every_wall_in_its_language
def test_everyone_is_shown_on_every_wall(
    wall: Wall, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    speak(language)
    for state in (
        personas(2, language=language), personas(8, language=language, names=LONG),
        personas(8, language=language, together=True, deck="cx-facts"),
    ):  # fmt: skip
        scene, look = PersonasScene(), seen(state, wall)
        words = ""
        while True:
            found = draw(scene, look, monkeypatch)
            assert found.overflowing() == []
            assert found.smaller_than(wall.S) == []
            check_places(scene, look)
            words += found.words.replace("\n", " ") + " "
            if not isinstance(scene.on_next(look), Stay):
                break
        for eyes in drawn(state):
            assert eyes.persona.name.split()[0] in words
            assert eyes.persona.line.split()[-1] in words


def test_each_team_has_eyes_and_together_there_is_one_customer() -> None:
    one = drawn(personas(5))
    assert [eyes.team.name for eyes in one if eyes.team] == [
        "Orange", "Sky", "Green", "Yellow", "Blue",
    ]  # fmt: skip
    assert len({eyes.persona.id for eyes in one}) == 5
    together = drawn(personas(5, together=True))
    assert len(together) == 1
    assert together[0].team is None


def test_cards_turn_over_one_by_one_and_then_lie_still() -> None:
    state = play(lobby(3), Begin())
    scene = PersonasScene()
    look, _events = happen(scene, seen(state), Next())
    hidden = shown(scene, look)
    assert settle(scene, look) == pytest.approx(220 + 3 * FLIP.ms, abs=10)
    frames = [shown(scene, later(look, 220 + FLIP.ms * n + 40)) for n in range(3)]
    assert len({hidden, *frames}) == 4
    rested = later(look, settle(scene, look) + 10)
    assert shown(scene, rested) == shown(PersonasScene(), rested)


def test_no_frame_draws_beside_what_it_tells() -> None:
    scene = PersonasScene()
    look, _events = happen(scene, seen(play(lobby(4), Begin()), Wall((960, 540))), Next())
    shown(scene, look)
    for ms in (240, 400, 700, 1300):
        assert check_frame(scene, later(look, ms))


def test_next_in_mid_turn_shows_them_all() -> None:
    scene = PersonasScene()
    look, _events = happen(scene, seen(play(lobby(4), Begin())), Next())
    scene.finish(later(look, 300))
    assert not scene.moving(later(look, 300))
    assert shown(scene, later(look, 300)) == shown(PersonasScene(), later(look, 300))


def test_reduced_motion_shows_them_at_once() -> None:
    scene = PersonasScene()
    wall = Wall((640, 360), reduced_motion=True)
    look, _events = happen(scene, seen(play(lobby(4), Begin()), wall), Next())
    assert not scene.moving(look)
    assert shown(scene, look) == shown(PersonasScene(), look)


def test_next_alone_leaves_it() -> None:
    scene, look = PersonasScene(), seen(personas(2))
    assert scene.on_next(look) is None
    assert scene.hotspots(look)[0].activate() == Do(Next())
    assert play(look.game, Next()).round == 1


def test_the_key_holds_what_is_seen() -> None:
    state = personas(8)
    far = Wall((1280, 800), seat=1.69)
    scene, look = PersonasScene(), seen(state, far)
    key, before = scene.key(look), picture(scene, look)
    assert scene.on_next(look) == Stay()
    assert scene.key(look) != key
    assert picture(scene, look) != before


def test_a_persona_nobody_knows_any_more_is_left_out() -> None:
    state = personas(2)
    gone = evolve(state, teams=tuple(evolve(t, persona="x/gone") for t in state.teams))
    assert drawn(gone) == []
    assert shown(PersonasScene(), seen(gone))


def test_a_decks_own_picture_is_used() -> None:
    state = personas(2, together=True)
    known = tuple(evolve(p, picture="mine/face.svg") for p in state.content.personas)
    content = evolve(state.content, personas=known)
    content.__dict__.pop("persona_by_id", None)
    state = evolve(state, content=content)
    red = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"'
    pictures = {"mine/face.svg": red + b' fill="#FF0000"/></svg>'}
    look = seen(state, pictures=pictures)
    assert bytes((255, 0, 0)) * 20 in shown(PersonasScene(), look)
    assert bytes((255, 0, 0)) * 20 not in shown(PersonasScene(), seen(state))
