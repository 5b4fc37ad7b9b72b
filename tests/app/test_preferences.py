"""What a facilitator prefers is as it was, the next time the program starts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

import pygame
import pytest

from game import i18n
from game.app.painter import Painter
from game.app.program import Program
from game.app.splash import _fitting, open_window
from game.screens.settings import Settings, load, save

OTHER: dict[str, Any] = {
    "language": "nl",
    "theme": "stage",
    "seat": 1.34,
    "reduced_motion": True,
    "volume": 3,
    "mute": True,
    "fullscreen": True,
    "display": 2,
    "software": "yes",
    "keys": (("f9", "black"), ("#258", "next")),
    "bells": (("pad:a#0:3", 4), ("key:f12", 0)),
    "kept": ("0123456789abcdef",),
}
"""Another value of everything there is to prefer."""


@pytest.fixture
def kept(home: Path) -> Path:
    path = home / "settings.json"
    assert save(path, Settings(**OTHER))
    return path


@pytest.fixture
def started(kept: Path) -> Iterator[tuple[Program, Painter]]:
    splash = open_window(None, None)
    assert splash is not None
    program = Program(splash)
    yield program, Painter(splash)
    program.close()


def test_everything_that_is_kept_is_read_again(kept: Path) -> None:
    assert set(OTHER) == {field.name for field in fields(Settings)}
    assert all(getattr(Settings(), name) != value for name, value in OTHER.items())
    assert load(kept) == Settings(**OTHER)


def test_it_is_in_force_from_the_start(started: tuple[Program, Painter]) -> None:
    program, painter = started
    assert i18n.language() == "nl"
    wall = painter.fit(program.settings)
    assert (wall.theme.name, wall.seat, wall.reduced_motion) == ("stage", 1.34, True)
    assert (program.sounds._volume, program.sounds._mute) == (0.3, True)
    assert program.settings.fullscreen
    assert program.settings.keys == OTHER["keys"]
    assert program.buzzers._bells == dict(OTHER["bells"])
    surface = pygame.display.get_surface()
    assert surface is not None
    assert surface.get_size() == pygame.display.get_desktop_sizes()[0]


def test_a_projector_that_is_away_is_the_wish_of_next_time(
    started: tuple[Program, Painter], kept: Path
) -> None:
    program, _painter = started
    assert program.settings.display == 0
    program.change("theme", "daylight")
    assert load(kept) == Settings(**{**OTHER, "theme": "daylight"})
    program.change("display", 1)
    assert load(kept).display == 1


def test_a_window_asked_for_once_is_no_wish(kept: Path) -> None:
    splash = open_window(None, (320, 200))
    assert splash is not None
    program = Program(splash)
    assert not program.settings.fullscreen
    program.change("mute", False)
    assert load(kept).fullscreen
    program.change("fullscreen", True)
    program.change("fullscreen", False)
    assert not load(kept).fullscreen
    program.close()


def test_bells_ring_as_soon_as_they_are_given(started: tuple[Program, Painter]) -> None:
    program, _painter = started
    program.change("bells", (("pad:b#0:1", 7),))
    assert program.buzzers._bells == {"pad:b#0:1": 7}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("keys", [["f9", "fly"]]),
        ("keys", [["3", "next"]]),
        ("keys", [["f9", "next"], ["f9", "black"]]),
        ("keys", [["f9"]]),
        ("keys", {"f9": "next"}),
        ("keys", [["", "next"]]),
        ("keys", [[f"k{n}", "next"] for n in range(300)]),
        ("bells", [["pad:a#0:1", 8]]),
        ("bells", [["pad:a#0:1", True]]),
        ("bells", [["mouse", 1]]),
        ("bells", [[1, 1]]),
        ("seat", True),
    ],
)
def test_a_wrong_value_in_the_file_costs_only_itself(kept: Path, name: str, value: object) -> None:
    plain = {**json.loads(kept.read_text("utf-8")), name: value}
    kept.write_text(json.dumps(plain), "utf-8")
    default = asdict(Settings())[name]
    assert load(kept) == Settings(**{**OTHER, name: default})


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_a_window_fits_the_desktop_at_every_scaling(scale: float) -> None:
    """Whether a system tells true dots or scaled ones, the window leaves room for its bars."""
    for dots in ((1366, 768), (1920, 1080), (2560, 1440), (1080, 1920)):
        desktop = round(dots[0] / scale), round(dots[1] / scale)
        w, h = _fitting([desktop], 0)
        assert w < desktop[0]
        assert h < desktop[1]


def test_dots_are_true_dots_on_scaled_displays(monkeypatch: pytest.MonkeyPatch) -> None:
    import os

    monkeypatch.delenv("SDL_WINDOWS_DPI_AWARENESS", raising=False)
    monkeypatch.delenv("SDL_WINDOWS_DPI_SCALING", raising=False)
    assert open_window(None, (320, 200)) is not None
    assert os.environ["SDL_WINDOWS_DPI_AWARENESS"] == "permonitorv2"
    # With it, desktops would be told in dots and windows made in points: see decision 17.
    assert "SDL_WINDOWS_DPI_SCALING" not in os.environ
