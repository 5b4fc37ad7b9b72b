"""Fonts of the computer: asked for late, quietly, and never for what the game says itself."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game import i18n
from game.paths import scenarios_dir
from game.screens.kit import fonts, runs, systemfonts
from game.screens.kit.assets import font_path
from game.screens.kit.fonts import WEIGHTS, chain, face_for
from game.screens.kit.wrap import line_width

HEBREW = "שלום"


def forget() -> None:
    """What is kept of faces is found anew."""
    fonts._chosen.clear()
    fonts._system.cache_clear()
    runs.runs_of.cache_clear()


@pytest.fixture
def forgetful() -> Iterator[None]:
    """Nothing is known of the computer's fonts before, nor after."""
    forget()
    yield
    forget()


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, forgetful: None) -> list[str]:
    """Families that were looked for, on a computer that has one of them; the game has no Hebrew."""
    looked: list[str] = []

    def match(family: str) -> str | None:
        looked.append(family)
        return str(font_path("NotoSansHebrew-500Medium.ttf")) if family == "tahoma" else None

    monkeypatch.setattr(pygame.font, "match_font", match)
    own = {weight: chain(weight)[:1] for weight in WEIGHTS}
    monkeypatch.setattr(fonts, "chain", lambda weight: own[fonts.nearest_weight(weight)])
    return looked


def test_a_letter_no_bundled_face_has_comes_from_the_computer(asked: list[str]) -> None:
    assert face_for("A", 500) is not None
    assert not asked, "nothing was lacking yet"
    face = face_for("ש", 500)
    assert face is not None
    assert face.path.name == "NotoSansHebrew-500Medium.ttf"
    assert asked == list(systemfonts.FAMILIES)
    face_for("ל", 700)
    assert len(asked) == len(systemfonts.FAMILIES), "they are looked for once"
    (run,) = runs.runs_of(HEBREW, 500, rtl=True)
    assert run.face is face
    assert line_width(HEBREW, 500, 40) == fonts.font(face, 40, rtl=True).size(HEBREW)[0]


def test_a_letter_nobody_has_is_a_box(asked: list[str]) -> None:
    assert face_for("中", 500) is None
    assert asked


@pytest.mark.parametrize("error", [OSError("no such program"), RuntimeError("odd"), None])
def test_a_computer_that_cannot_tell_is_left_alone(
    error: Exception | None, monkeypatch: pytest.MonkeyPatch, forgetful: None
) -> None:
    def match(_family: str) -> None:
        if error is not None:
            raise error
        warnings.warn("'fc-list' is missing", stacklevel=1)

    monkeypatch.setattr(pygame.font, "match_font", match)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert systemfonts.font_files() == ()
        assert face_for("中", 500) is None


def test_a_file_is_taken_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pygame has other names for the same family."""
    monkeypatch.setattr(pygame.font, "match_font", lambda _family: "/fonts/one.ttc")
    assert systemfonts.font_files() == (Path("/fonts/one.ttc"),)


def test_an_empty_file_spells_nothing(tmp_path: Path) -> None:
    empty = tmp_path / "empty.ttf"
    empty.touch()
    assert not fonts.Face(empty).spells("a")


def test_what_the_game_ships_looks_the_same_on_every_computer() -> None:
    """Decks, boards and every sentence in every language are spelled by bundled faces alone."""
    letters: set[str] = set()
    for pattern in ("*.yaml", "*.yml"):
        for file in scenarios_dir().rglob(pattern):
            letters |= set(file.read_text(encoding="utf-8"))
    for catalogue in (Path(i18n.__file__).parent / "locale").rglob("*.po"):
        letters |= set(catalogue.read_text(encoding="utf-8"))
    letters = {c for c in letters if c.isprintable() and not c.isspace()} - {"\u00ad"}
    assert len(letters) > 100
    for weight in WEIGHTS:
        lacking = [c for c in letters if not any(face.spells(c) for face in chain(weight))]
        assert not lacking
