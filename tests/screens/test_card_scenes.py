"""Every moment of a card, on every wall: it fits, it can be pointed at, and Next leaves it."""

from __future__ import annotations

from typing import Any

import pytest

from game import i18n
from game.rules.actions import Next
from game.rules.apply import apply
from game.rules.state import OnCard, State
from game.screens.kit.theme import DAYLIGHT
from game.screens.kit.wall import Wall
from game.screens.screen import Do, Look, Screen, Stay
from tests.screens.cardtable import HALF, MOMENTS, WIDE, look_of, moment, scene_of
from tests.screens.inside import LONG, NAMES, check_frame, check_legal, private
from tests.screens.outside import Drawn, check_places, draw, picture

every_moment = pytest.mark.parametrize("name", MOMENTS)
SMALL = Wall((320, 240))
LEAST = 34.0
"""Nothing is set smaller than a label is on a near wall, in units."""
LABELS = {name.replace(" ", "") for name in NAMES}


def small(drawn: Drawn, least: float) -> list[str]:
    """Words set smaller than that; the strip's team names are the kit's affair."""
    return [
        " ".join(f.lines)
        for f in drawn.texts
        if f.size < least * 0.96
        and len("".join(f.lines)) > 2
        and "".join(f.lines).replace(" ", "") not in LABELS
    ]


def turn(name: str) -> int:
    """The place of a moment among all of them: neighbours take turns."""
    return list(MOMENTS).index(name)


@every_moment
@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_moment_fits_every_wall(
    name: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every wall, and on half of them each language: neighbouring moments have the other half."""
    i18n.set_language(language)
    state = moment(name, language)
    secrets = private(state)
    for wall in HALF[(turn(name) + (language == "nl")) % 2 :: 2]:
        scene, look = scene_of(state), look_of(state, wall)
        drawn = draw(scene, look, monkeypatch)
        assert not drawn.overflowing(), wall
        assert not small(drawn, wall.S if wall.seat == 1 else LEAST * 0.94), wall
        assert not any(secret[:30] in drawn.words for secret in secrets)
        check_places(scene, look, least=64)
        assert check_legal(scene, look) > 0


@every_moment
def test_what_moves_tells_where_it_was_drawn(name: str) -> None:
    wall = HALF[1 + turn(name) % 2]
    check_frame(scene_of(moment(name)), look_of(moment(name), wall))


@every_moment
def test_long_names_and_full_windows_are_no_trouble(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    state = moment(name, "nl", LONG)
    for wall in (WIDE, HALF[2], Wall((200, 150), DAYLIGHT, 1.69)):
        scene, look = scene_of(state), look_of(state, wall)
        draw(scene, look, monkeypatch)
        assert check_legal(scene, look) > 0


def leave(scene: Screen, look: Look) -> State:
    """Next and nothing else, until the card is gone or another scene has it."""
    from game.screens import scenes

    state, key = look.game, scenes.key_of(look.game)
    for version in range(2, 60):
        outcome = scene.on_next(look)
        if isinstance(outcome, Stay):
            continue
        action = outcome.action if isinstance(outcome, Do) else Next()
        before = state
        state, events = apply(state, action, 20_000 + version)
        look = look_of(state, look.wall, version=version)
        if not isinstance(state.stage, OnCard) or scenes.key_of(state) != key:
            return state
        scene.hear(events, before, look)
    raise AssertionError("Next alone does not leave this")


@every_moment
def test_next_alone_leaves_every_moment(name: str) -> None:
    for wall in (HALF[0], HALF[4], HALF[6]):
        state = moment(name)
        assert leave(scene_of(state), look_of(state, wall)) != state


@every_moment
def test_the_mouse_alone_leaves_every_moment(name: str) -> None:
    state = moment(name)
    for wall in (HALF[0], HALF[2], HALF[3], HALF[5]):
        scene, look = scene_of(state), look_of(state, wall)
        last = scene.hotspots(look)[-1].activate()
        assert last == Stay() or isinstance(last, Do)


def test_a_full_size_wall_is_painted_like_a_half_one() -> None:
    for name in ("dilemma", "split-taken", "votes", "reveal-all-number", "talk-everyone"):
        state = moment(name)
        for wall in (Wall((1920, 1080)), Wall((1024, 768))):
            scene = scene_of(state)
            painted = picture(scene, look_of(state, wall))
            assert len(painted) == wall.size[0] * wall.size[1] * 3
            assert len(set(painted[:: 997 * 3])) > 8


@every_moment
def test_painting_changes_nothing_and_nothing_moves_unasked(name: str) -> None:
    state = moment(name)
    scene, look = scene_of(state), look_of(state, SMALL)
    key, first = scene.key(look), picture(scene, look)
    assert picture(scene, look) == first
    assert scene.key(look) == key
    assert not scene.moving(look)


def changed_key(scene: Screen, before: tuple[Any, bytes], look: Look) -> tuple[Any, bytes]:
    """A new picture has a new key."""
    now = (scene.key(look), picture(scene, look))
    if now[1] != before[1]:
        assert now[0] != before[0]
    return now


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("number", "12.5"),
        ("order", "cad"),
        ("grid-number", "17q"),
        ("grid-order", "bd2c"),
        ("grid", "3158"),
        ("split-taken", "345"),
        ("votes", "qrt"),
        ("judge-view", "vv"),
    ],
)
def test_the_key_changes_with_the_picture(name: str, keys: str) -> None:
    from game.screens.inputs import Press

    state = moment(name)
    scene, look = scene_of(state), look_of(state)
    seen = (scene.key(look), picture(scene, look))
    pictures = {seen[1]}
    for key in keys:
        scene.on_press(Press(key), look)
        seen = changed_key(scene, seen, look)
        pictures.add(seen[1])
    assert len(pictures) > 1, "these keys show on the wall"


@pytest.mark.parametrize("name", ["dilemma-read", "reveal-everyone", "talk-number", "number"])
def test_turning_a_face_changes_the_key(name: str) -> None:
    state = moment(name)
    scene, look = scene_of(state), look_of(state, HALF[6])
    first = (scene.key(look), picture(scene, look))
    if scene.on_next(look) is None:
        scene.on_previous(look)
    second = (scene.key(look), picture(scene, look))
    assert first[0] != second[0]
    assert first[1] != second[1]
