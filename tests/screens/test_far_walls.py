"""What a far last row sees on narrow walls: words whole, sizes alike, nothing over anything."""

from __future__ import annotations

from typing import Any

import pytest

from game.screens.debrief.mapplaces import lay_map
from game.screens.kit.board import BoardSpec, SpaceSpec, ZoneSpec, board_picture
from game.screens.kit.text import BOLD, fit
from game.screens.kit.wall import Box, Wall
from game.screens.scenes import reveal
from game.screens.scenes.boardview import board_on
from game.screens.scenes.onward import DOT_STEP
from game.session.assemble import Choices, assemble
from game.session.library import Library
from tests.app.test_last_row_tour import FARTHEST
from tests.screens.cardtable import look_of, moment, scene_of
from tests.screens.inside import lobby
from tests.screens.outside import draw, speak

TOTEM, PROJECTOR = Wall((1080, 1920), seat=FARTHEST), Wall((1024, 768), seat=FARTHEST)
ZONES = ("Opmerken", "Vragen", "Kiezen", "Ontvangen", "Hulp krijgen", "Doorvertellen")


@pytest.mark.parametrize("wall", [TOTEM, PROJECTOR])
def test_a_zones_name_is_parted_with_a_hyphen_and_once_at_most(wall: Wall) -> None:
    speak("nl")
    spaces = tuple(SpaceSpec("choose" if i else "start", zone=i // 5) for i in range(30))
    spec = BoardSpec(spaces, tuple(ZoneSpec(name, "notice") for name in ZONES))
    for mark in board_picture(spec, wall).marks:
        assert mark.label is not None
        shown = fit(
            wall, mark.name, mark.label.w + 6, size=mark.size, weight=BOLD, leading=1.15,
            balance=True,
        ).lines  # fmt: skip
        assert len(shown) <= 2, shown
        assert len(shown) == 1 or shown[0].endswith("-") or " " in mark.name, shown


@pytest.mark.parametrize("size", [(1024, 768), (1280, 800), (1920, 1080)])
@pytest.mark.parametrize("teams", [4, 8])
def test_names_of_zones_are_of_nearly_one_size(size: tuple[int, int], teams: int) -> None:
    """In Dutch and with two rows of teams there is least room for them."""
    wall = Wall(size, seat=FARTHEST)
    sizes = [mark.size for mark in board_on(wall, lobby(teams, language="nl")).marks]
    assert len(sizes) == len(ZONES)
    assert min(sizes) >= 0.7 * max(sizes)


@pytest.mark.parametrize("wall", [TOTEM, PROJECTOR, Wall((1920, 1080), seat=FARTHEST)])
def test_the_dots_of_a_talk_stand_beside_its_note_button(
    wall: Wall, monkeypatch: pytest.MonkeyPatch
) -> None:
    speak("nl")
    dots: list[Box] = []

    def noting(_canvas: Any, n: int, _at: int, cx: float, cy: float) -> None:
        wide = DOT_STEP * n
        dots.append(Box(cx - wide / 2, cy - 11, wide, 22))

    monkeypatch.setattr(reveal, "draw_dots", noting)
    state = moment("talk-dilemma", "nl")
    scene, look = scene_of(state), look_of(state, wall)
    draw(scene, look, monkeypatch)
    assert dots
    for spot in scene.hotspots(look):
        assert not dots[0].meets(spot.box), spot.name


@pytest.mark.parametrize("wall", [TOTEM, PROJECTOR, Wall((1920, 1080), seat=FARTHEST)])
def test_names_and_corners_of_the_map_are_each_of_one_size(
    wall: Wall, monkeypatch: pytest.MonkeyPatch
) -> None:
    from game.screens.debrief.coursemap import MapScene

    speak("en")
    names = ("Orange", "Skyscrapers United", "Green", "The Yellow Umbrellas")
    teams = tuple(zip(names, ("orange", "sky", "green", "yellow"), strict=True))
    state = assemble(Choices(teams=teams, language="en", seed=1), Library.default()).lobby()
    found = draw(MapScene(), look_of(state, wall), monkeypatch)
    sizes = {t.size for t in found.texts if " ".join(t.lines) in names}
    corners = {t.size for t in found.texts if "elped" in " ".join(t.lines)}
    assert len(lay_map(wall, state).cells) == len(names)
    assert len(sizes) == len(corners) == 1
    assert found.smaller_than(wall.S) == []


def test_an_order_with_long_words_is_revealed_on_two_faces(monkeypatch: pytest.MonkeyPatch) -> None:
    speak("nl")
    state = moment("reveal-all-order", "nl")
    look = look_of(state, PROJECTOR)
    found = reveal.reveal_pages(look)
    assert len(found) > 1
    assert not any(page.overflow for page in found)
    assert draw(scene_of(state), look, monkeypatch).overflowing() == []
