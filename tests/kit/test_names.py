"""Names of teams: whole where they can be, parted by syllables, one size in a row, never tiny."""

import pygame
import pytest

from game import i18n
from game.look.hyphens import SOFT_HYPHEN, parted
from game.screens.kit import strip
from game.screens.kit.names import is_label, smallest_size
from game.screens.kit.strip import StripTeam
from game.screens.kit.text import HEAVY, fit, fit_label
from game.screens.kit.theme import TEAM_KEYS
from game.screens.kit.wall import Box, Wall

DUTCH = (
    "Oranje",
    "Hemelbestormers",
    "Groen",
    "De gele paraplu’s",
    "Blauw",
    "Roest",
    "Roze",
    "Inkt",
)
ENGLISH = (
    "Orange", "Skyscrapers United", "Green", "The Yellow Umbrellas", "Blue", "Rust", "Pink", "Ink",
)  # fmt: skip
SHORT = ("Orange", "Sky", "Green", "Yellow", "Blue", "Rust", "Pink", "Ink")
WALL = Wall((1024, 768))
NEAR = [(1024, 768), (1280, 800), (1920, 1080), (1080, 1920)]


def teams(names: tuple[str, ...], n: int, score: int = 12) -> list[StripTeam]:
    return [StripTeam(key, name, score) for key, name in zip(TEAM_KEYS, names, strict=True)][:n]


def test_words_are_parted_as_their_language_parts_them() -> None:
    assert parted("De Hemelbestormers!", "nl").split(SOFT_HYPHEN) == [
        "De Hemel", "be", "stor", "mers!",
    ]  # fmt: skip
    assert parted("Skyscrapers", "en").split(SOFT_HYPHEN) == ["Sky", "scrapers"]
    assert parted("Skyscrapers", "xx") == "Skyscrapers"


def test_a_long_word_is_parted_before_it_grows_small_and_before_it_is_broken() -> None:
    i18n.set_language("nl")
    label = fit_label(WALL, "Hemelbestormers", 170, 80, size=(WALL.M, WALL.S), weight=HEAVY)
    assert label.lines == ("Hemelbe-", "stormers")
    assert is_label(WALL, label.size)
    body = fit(WALL, "onze Hemelbestormers", 250, 300, size=WALL.M)
    assert body.lines == ("onze", "Hemelbe-", "stormers")
    assert not body.overflow
    assert fit(WALL, "Hemelbestormers", 170, 300, size=WALL.M, words="whole").overflow


@pytest.mark.parametrize("size", NEAR, ids=lambda s: f"{s[0]}x{s[1]}")
@pytest.mark.parametrize(("language", "names"), [("nl", DUTCH), ("en", ENGLISH)])
@pytest.mark.parametrize("style", ["slim", "tall"])
def test_names_in_a_strip_are_of_one_size_and_never_under_a_label(
    size: tuple[int, int], language: str, names: tuple[str, ...], style: strip.Style
) -> None:
    i18n.set_language(language)
    wall = Wall(size)
    for n in (2, 4, 8):
        box = strip.strip_box(wall, n, style)
        row = strip.lay_strip(wall, box, teams(names, n), style)
        assert is_label(wall, row.size)
        plates = strip.strip(wall.canvas(wall.surface()), box, teams(names, n), style=style)
        assert [plate.box for plate in plates] == list(row.cells)
        assert sum(cell.w for cell in row.cells) <= box.w * (n // strip.strip_columns(wall, n))


def test_plates_are_equal_while_names_fit_and_do_not_move_with_the_score() -> None:
    box = strip.strip_box(WALL, 4)
    short = strip.lay_strip(WALL, box, teams(SHORT, 4)).cells
    assert len({round(cell.w, 6) for cell in short}) == 1
    long = strip.lay_strip(WALL, box, teams(ENGLISH, 4)).cells
    assert long[1].w > long[0].w
    assert long == strip.lay_strip(WALL, box, teams(ENGLISH, 4, score=126)).cells
    assert long[-1].right == pytest.approx(box.right, abs=1)


def test_the_name_with_least_room_sets_the_size() -> None:
    room = Box(0, 0, 300, 70)
    alone = smallest_size(WALL, [("Ink", room)], size=(WALL.M, WALL.S))
    both = smallest_size(WALL, [("Ink", room), ("Skyscrapers United", room)], size=(WALL.M, WALL.S))
    assert alone == pytest.approx(WALL.M, abs=1)
    assert both < alone


def test_no_face_beside_the_score_parts_a_name() -> None:
    i18n.set_language("nl")
    wall = Wall((1080, 1920))
    box = strip.strip_box(wall, 4)
    with_faces, without = wall.surface(), wall.surface()
    strip.strip(wall.canvas(with_faces), box, teams(SHORT, 4))
    strip.strip(wall.canvas(without), box, teams(DUTCH, 4))
    x, y, w, h = wall.rect(strip.lay_strip(wall, box, teams(DUTCH, 4)).cells[0])
    face = pygame.Rect(x + w * 0.6, y, w * 0.2, h)  # between the name and the number
    colours = [
        pygame.transform.average_color(surface, face)[:3] for surface in (with_faces, without)
    ]
    assert colours[0] != colours[1]
