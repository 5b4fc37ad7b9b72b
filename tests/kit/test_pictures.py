"""Drawings and deck pictures: whatever the file holds, a picture comes back."""

from pathlib import Path

import pygame
import pytest

from game.screens.kit.assets import art_bytes, has_art
from game.screens.kit.people import PORTRAITS, portrait_name
from game.screens.kit.svg import art, art_size, deck_picture, icon, placeholder
from game.screens.kit.theme import DAYLIGHT, STAGE, TEAM_KEYS

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">'
    b'<rect width="40" height="20" fill="#FF0000"/></svg>'
)


def ink(surface: pygame.Surface) -> int:
    return pygame.mask.from_surface(surface).count()


def png(tmp_path: Path, size: tuple[int, int]) -> Path:
    picture = pygame.Surface(size)
    picture.fill((0, 0, 255))
    path = tmp_path / "picture.png"
    pygame.image.save(picture, str(path))
    return path


def test_every_drawing_of_the_game_can_be_read() -> None:
    from game.paths import assets_dir

    names = [path.stem for path in (assets_dir() / "art").glob("*.svg")]
    assert len(names) > 100
    for name in names:
        w, h = art_size(name)
        assert (w, h) != (1.0, 1.0), name
        assert ink(art(name, 60)) > 60, name


def test_every_team_has_its_pieces_in_both_lights() -> None:
    for key in TEAM_KEYS:
        for name in (f"token-{key}", f"pawn-{key}"):
            assert has_art(name)
            assert has_art(f"{name}-stage")


def test_a_drawing_keeps_its_shape() -> None:
    assert art("bell", 400).get_size() == (400, 290)
    assert art("bell", 400, 100).get_size() == (400, 100)


def test_an_icon_takes_any_colour() -> None:
    picture = icon("icon-next", 64, (200, 30, 90))
    colors = {
        tuple(picture.get_at((x, y)))[:3]
        for x in range(64)
        for y in range(64)
        if picture.get_at((x, y)).a == 255
    }
    assert colors == {(200, 30, 90)}


@pytest.mark.parametrize("name", ["", "nothing", "../fonts/x", "a/b", "bell\x00", "белл"])
def test_an_unknown_drawing_is_transparent(name: str) -> None:
    assert art_bytes(name) is None
    picture = art(name, 30, 20)
    assert picture.get_size() == (30, 20)
    assert ink(picture) == 0


@pytest.mark.parametrize("size", [(100, 100), (1, 1), (0, 0), (300, 20)])
def test_a_missing_picture_gives_a_placeholder(size: tuple[int, int], tmp_path: Path) -> None:
    for source in (None, tmp_path / "gone.png", tmp_path, b"", "\x00", str(tmp_path / "no.svg")):
        picture = deck_picture(source, *size, DAYLIGHT)
        assert picture.get_size() == (max(1, size[0]), max(1, size[1]))
        assert ink(picture) > 0


@pytest.mark.parametrize(
    "data",
    [
        b"not a picture",
        b"<svg",
        b"<svg></svg>",
        b"<svg viewBox='0 0 0 0'></svg>",
        b"\x89PNG\r\n\x1a\n" + b"\x00" * 50,
        b"\xff\xd8\xff\xe0" + b"\x11" * 90,
        b"GIF89a",
        SVG[:60],
    ],
)
def test_a_broken_picture_gives_a_picture_of_the_right_size(data: bytes) -> None:
    assert deck_picture(data, 120, 80, STAGE).get_size() == (120, 80)


def test_a_deck_picture_is_centred_in_its_own_shape(tmp_path: Path) -> None:
    wide = deck_picture(SVG, 100, 100, DAYLIGHT)
    assert tuple(wide.get_at((50, 50)))[:3] == (255, 0, 0)
    assert wide.get_at((50, 10)).a == 0
    tall = deck_picture(png(tmp_path, (10, 40)), 100, 100, DAYLIGHT)
    assert tuple(tall.get_at((50, 2)))[:3] == (0, 0, 255)
    assert tall.get_at((20, 50)).a == 0


def test_a_deck_picture_can_fill_its_place(tmp_path: Path) -> None:
    filled = deck_picture(png(tmp_path, (10, 40)), 100, 100, DAYLIGHT, fill=True)
    corners = [(0, 0), (99, 0), (0, 99), (99, 99)]
    assert all(tuple(filled.get_at(p)) == (0, 0, 255, 255) for p in corners)


def test_pictures_with_a_palette_are_read(tmp_path: Path) -> None:
    plain = pygame.Surface((20, 20), depth=8)
    plain.set_palette_at(0, (9, 99, 9))
    path = tmp_path / "palette.png"
    pygame.image.save(plain, str(path))
    shown = deck_picture(path, 40, 40, DAYLIGHT)
    assert tuple(shown.get_at((20, 20)))[:3] == (9, 99, 9)


def test_an_svg_that_is_one_byte_too_large_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from game.screens.kit import svg

    path = tmp_path / "large.svg"
    path.write_bytes(SVG)
    monkeypatch.setattr(svg, "_LARGEST_FILE", len(SVG) - 1)
    shown = svg.deck_picture(path, 60, 30, DAYLIGHT)
    assert tuple(shown.get_at((30, 15)))[:3] != (255, 0, 0)


def test_placeholders_follow_the_theme() -> None:
    day, stage = placeholder((60, 40), DAYLIGHT), placeholder((60, 40), STAGE)
    assert day.get_at((30, 4)) != stage.get_at((30, 4))


def test_thirteen_customers_and_a_steady_one_for_any_other_name() -> None:
    assert len(PORTRAITS) == 13
    assert all(has_art(name) for name in PORTRAITS)
    assert portrait_name("customer-mei") == "customer-mei"
    assert portrait_name("pictures/my aunt.png") in PORTRAITS
    assert portrait_name("\ud800") in PORTRAITS
    assert portrait_name("x") == portrait_name("x")
