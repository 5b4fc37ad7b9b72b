"""Things beside one another are of one size, apart from each other, and not crammed."""

from __future__ import annotations

from typing import Any

import pytest

from game.rules.state import Step
from game.screens.game import GameScreen
from game.screens.keys import KeysScreen
from game.screens.kit import text
from game.screens.kit.card import fit_title, title_box
from game.screens.kit.digits import digits_width
from game.screens.kit.layer import Dirty
from game.screens.kit.names import is_label
from game.screens.kit.wall import Box, Wall
from game.screens.scenes import bellpaint, orderreveal, scale
from game.screens.scenes.bell import BellScene
from game.screens.scenes.cardlayout import places
from game.screens.scenes.judge import JudgeScene
from game.screens.scenes.reveal import RevealScene
from game.screens.scenes.viewpanel import view_box, view_places
from tests.screens.cardtable import (
    ALL_ORDER,
    MOMENTS,
    ORDERS,
    added_view,
    answered,
    early,
    look_of,
    moment,
    until,
    voted,
)
from tests.screens.inside import seen
from tests.screens.outside import OLD, TOTEM, WIDE, draw, every_wall, look_at, speak

NAMES = (
    "Orange", "Hemelbestormers", "Sky", "The Yellow Umbrellas", "Skyscrapers United", "Rust",
    "Pink", "Ink",
)  # fmt: skip


class Digits(list[tuple[str, Box, float]]):
    """(digits, box, size at which they are drawn) of every number."""

    def note(self, canvas: Any, number: str, box: Box, *, size: float, **_more: Any) -> None:
        width = digits_width(canvas.wall, number, size)
        self.append((number, box, size * min(1.0, box.w / width)))


@pytest.fixture
def digits(monkeypatch: pytest.MonkeyPatch) -> Digits:
    """The numbers of an order and of a scale, as they are drawn."""
    found = Digits()
    for module in (orderreveal, scale):
        monkeypatch.setattr(module, "draw_digits", found.note)
    return found


@every_wall
@pytest.mark.parametrize("teams", [2, 4, 8])
def test_points_of_two_columns_do_not_read_as_one_number(
    wall: Wall, teams: int, digits: Digits, monkeypatch: pytest.MonkeyPatch
) -> None:
    state = until(
        answered(ALL_ORDER, (*ORDERS[:3], ORDERS[4], *ORDERS[:3], ORDERS[4])[:teams]), Step.REVEAL
    )
    scene, look = RevealScene(), seen(state, wall)
    draw(scene, look, monkeypatch)
    points = [one for one in digits if one[0].startswith(("+", "−")) or one[0] == "0"]
    assert len(points) == teams
    assert len({size for _number, _box, size in points}) == 1
    for number, box, size in points:
        assert digits_width(wall, number, size) <= box.w * 0.85


@every_wall
@pytest.mark.parametrize("viewed", [False, True])
def test_digits_of_a_scale_are_of_one_size(
    wall: Wall, viewed: bool, digits: Digits, monkeypatch: pytest.MonkeyPatch
) -> None:
    state = added_view() if viewed else voted(1)
    draw(JudgeScene(), seen(state, wall), monkeypatch)
    assert [number for number, _box, _size in digits] == [*"0123", *("012" if viewed else "")]
    for scale_digits in (digits[:4], digits[4:]):
        sizes = [size for _number, _box, size in scale_digits]
        assert not sizes or max(sizes) <= min(sizes) * 1.01


@pytest.mark.parametrize("size", [WIDE, OLD])
def test_four_voters_are_named_whole(
    size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """There is room beside them; only names of many words are shortened."""
    wall = Wall(size)
    state = voted(0, 5, names=NAMES)
    words = (
        draw(JudgeScene(), seen(state, wall), monkeypatch)
        .words.replace("\n", " ")
        .replace("- ", "")
    )
    assert "…" not in words
    for name in ("Hemelbestormers", "The Yellow Umbrellas", "Skyscrapers United"):
        assert name in words


@every_wall
def test_a_title_of_two_lines_keeps_clear_of_the_edges_of_its_band(wall: Wall) -> None:
    for high in (104.0, 124.0, 154.0, 160.0):
        words = title_box(Box(0, 0, 760, high))
        fitted = fit_title(wall, "Twee minuten op een heel oud kerkhof", words, wall.L)
        if is_label(wall, fitted.size) and len(fitted.lines) == 2 and high >= 2.6 * wall.S:
            assert fitted.height <= high * 0.9
        one = fit_title(wall, "Kort", words, wall.L)
        assert one.lines == ("Kort",)
        assert one.size >= min(wall.L, high * 0.8) * 0.97


@pytest.mark.parametrize("size", [WIDE, OLD, TOTEM])
@pytest.mark.parametrize("name", ["Oranje", "Hemelbestormers"])
def test_who_rang_too_early_is_told_as_large_as_a_label(
    size: tuple[int, int], name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    speak("nl")
    wall = Wall(size)
    look = seen(early(names=(name, *NAMES[2:], "Sky blue")), wall, at=150)
    labels: list[text.Fitted] = []

    def note(canvas: Any, words: str, box: Box, **how: Any) -> None:
        how.pop("color", None)
        labels.append(text.fit_label(canvas.wall, words, box.w, box.h, **how))

    monkeypatch.setattr(bellpaint, "draw_label", note)
    BellScene().move(wall.canvas(wall.surface()), look, Dirty())
    assert labels
    assert f"{name}, te vroeg" in " ".join(labels[0].lines)
    assert all(is_label(wall, fitted.size) and not fitted.overflow for fitted in labels)
    assert sum(len(fitted.lines) for fitted in labels) <= 2, "the chip is as high as two lines"


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("size", [WIDE, OLD])
def test_keys_stand_on_one_line(
    size: tuple[int, int], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two lines would fill their cap from rim to rim."""
    speak(language)
    drawn = draw(KeysScreen(), look_at(Wall(size)), monkeypatch)
    keys = [fitted for fitted in drawn.texts[1:] if fitted.weight == text.HEAVY]
    assert len(keys) >= 10
    assert all(len(fitted.lines) == 1 for fitted in keys)


@pytest.mark.parametrize("taken", [False, True])
def test_the_heading_of_an_open_bell_keeps_clear_of_the_rim(taken: bool) -> None:
    wall = Wall(WIDE)
    spots = places(wall, 4)
    title, panel = view_places(spots, wall, taken=taken).title, view_box(spots)
    assert min(title.x - panel.x, panel.right - title.right) >= 24


@pytest.mark.parametrize("name", MOMENTS)
def test_on_a_totem_a_finger_finds_the_way_on_in_one_corner(name: str) -> None:
    """Of the brief, of a card, of its reveal and talk; a bell that is taken has none."""
    wall = Wall((540, 960))
    look = look_of(moment(name), wall)
    for button in GameScreen().hotspots(look):
        if button.name == "Next":
            assert button.box.right > wall.width - 90
            assert button.box.bottom < 190
