"""What tests of the screens outside the game share: walls, a desk, and what was drawn."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pygame
import pytest

import game.screens
from game import i18n
from game.paths import scenarios_dir
from game.rules.state import Phase, State
from game.screens.inputs import Press
from game.screens.kit import board, scenery, shadows, shapes, text, tiles
from game.screens.kit.theme import THEMES
from game.screens.kit.wall import Wall
from game.screens.screen import Hotspot, Look, Outcome, Screen
from game.screens.settings import Settings
from game.session.header import DeckRef, Head
from game.session.library import Library
from game.session.recent import SessionInfo

WIDE, LAPTOP, OLD, TOTEM = (1920, 1080), (1280, 800), (1024, 768), (1080, 1920)
WALLS = [
    Wall(size, THEMES[theme], seat)
    for size, theme, seat in (
        (WIDE, "daylight", 1.0), (WIDE, "stage", 1.34), (WIDE, "stage", 1.69),
        (LAPTOP, "stage", 1.0), (LAPTOP, "daylight", 1.69), (OLD, "daylight", 1.0),
        (OLD, "stage", 1.69), (TOTEM, "daylight", 1.0), (TOTEM, "stage", 1.69),
        ((3840, 2160), "daylight", 1.0),
    )
]  # fmt: skip
NEAR = WALLS[0]
every_wall = pytest.mark.parametrize(
    "wall", WALLS, ids=lambda wall: f"{wall.size[0]}x{wall.size[1]}-{wall.seat}"
)
both_languages = pytest.mark.parametrize("language", ["en", "nl"])
_SPOKEN = ("en", "nl", "nl", "en", "nl", "en", "nl", "nl", "en")
"""On each of the walls but the largest, which is laid out as the first is: every shape, every
theme, and the nearest and the farthest row meet both languages."""
every_wall_in_its_language = pytest.mark.parametrize(
    ("wall", "language"),
    [
        pytest.param(wall, language, id=f"{language}-{wall.size[0]}x{wall.size[1]}-{wall.seat}")
        for wall, language in (
            *zip(WALLS, _SPOKEN, strict=False),
            (WALLS[6], "en"),  # where there is least room
        )
    ],
)
"""Every wall, each with a language: all pairs of wall and language would take twice as long."""


@cache
def library() -> Library:
    """What the game ships."""
    return Library.of([scenarios_dir()])


@dataclass
class FakeDesk:
    """The program, as far as these screens ask."""

    shelf: Library = field(default_factory=library)
    kept: Sequence[SessionInfo] = ()
    plugged: Sequence[tuple[str, tuple[int, ...]]] = ()
    played: list[str] = field(default_factory=list)
    previewed: list[Path] = field(default_factory=list)
    old: Sequence[SessionInfo] = ()
    """Those of `kept` that somebody is asked about."""
    erased: list[Path] = field(default_factory=list)
    busy: bool = False
    """Nothing can be erased."""

    def library(self) -> Library:
        return self.shelf

    def sessions(self) -> Sequence[SessionInfo]:
        return self.kept

    def overdue(self, sessions: Sequence[SessionInfo]) -> Sequence[SessionInfo]:
        return [one for one in sessions if one in self.old]

    def keep(self, paths: Sequence[Path]) -> None:
        self.old = [one for one in self.old if one.path not in paths]

    def erase(self, path: Path) -> bool:
        if not self.busy:
            self.erased.append(path)
            self.kept = [one for one in self.kept if one.path != path]
        return not self.busy

    def devices(self) -> Sequence[tuple[str, tuple[int, ...]]]:
        return self.plugged

    def displays(self) -> Sequence[tuple[int, int]]:
        return ((1920, 1080),)

    def open_preview(self, path: Path) -> Screen | None:
        self.previewed.append(path)
        return Screen()

    def try_sound(self, name: str) -> None:
        self.played.append(name)

    def play_in_turn(self, names: Sequence[str], every_ms: int) -> bool:
        self.played += names
        return True


def session(
    name: str = "Spring kick-off", phase: Phase = Phase.PLAY, number: int = 3, **more: Any
) -> SessionInfo:
    """A session that is kept."""
    head = Head(
        app="1.0", created="2026-03-14T10:05:00+01:00", name=name, language="en", seed=1,
        teams=(("Orange", "orange"), ("Sales & service", "sky")),
        decks=(DeckRef(id="outside-in", title="Outside-in", digest=""),),
        board="journey", preset="60", rounds=6,
    )  # fmt: skip
    fields: dict[str, Any] = {
        "path": Path("/kept/2026-03-14 Spring.cxsession"), "played": 1_773_479_100.0,
        "head": head, "phase": phase, "round": number, "rounds": 6,
    }  # fmt: skip
    return SessionInfo(**(fields | more))


def look_at(wall: Wall = NEAR, state: State | None = None, **more: Any) -> Look:
    """What a screen sees on that wall."""
    settings = Settings().changed("theme", wall.theme.name).changed("seat", wall.seat)
    return Look(wall=wall, settings=settings, now=0, state=state, **more)


def press(name: str, *, shift: bool = False, ctrl: bool = False, alt: bool = False) -> Press:
    """A key."""
    return Press(name, shift=shift, ctrl=ctrl, alt=alt)


@dataclass
class Drawn:
    """Every text that was drawn."""

    texts: list[text.Fitted] = field(default_factory=list)

    @property
    def words(self) -> str:
        """All of it, in the order it was drawn."""
        return "\n".join(" ".join(fitted.lines) for fitted in self.texts)

    def smaller_than(self, size: float) -> list[str]:
        """What is set smaller than that, in units; a pixel's rounding is forgiven."""
        return [
            " ".join(fitted.lines)
            for fitted in self.texts
            if fitted.lines and fitted.size < size * 0.97
        ]

    def overflowing(self) -> list[str]:
        """What did not fit its box."""
        return [" ".join(fitted.lines) for fitted in self.texts if fitted.overflow]


def draw(screen: Screen, look: Look, monkeypatch: pytest.MonkeyPatch) -> Drawn:
    """Lay a screen out as it is painted, and note every text.

    Everything is placed, and all texts are fitted; but nobody looks at the pixels, which would
    take most of the time, so what only puts colour on the wall does nothing.
    """
    surface = look.wall.surface()
    surface.set_clip((0, 0, 1, 1))
    drawn = Drawn()

    def noting(_canvas: Any, fitted: text.Fitted, *_args: Any, **_kwargs: Any) -> None:
        drawn.texts.append(fitted)

    with monkeypatch.context() as patch:
        for real in _COLOURING:
            for module in _modules_with(real):
                patch.setattr(module, real.__name__, lambda *_args, **_kwargs: None)
        for module in _modules_with(text.draw_fitted):
            patch.setattr(module, "draw_fitted", noting)
        try:
            screen.paint(look.wall.canvas(surface), look)
        finally:
            # The next test may look at its pixels: half a board is not kept.
            for half in board._painted:
                half.forget()
    return drawn


_COLOURING: tuple[Any, ...] = (
    scenery.ground, scenery._soft, shadows._slices, shapes.smooth, shapes.paper,
    tiles.paint_road, tiles.paint_tile,
)  # fmt: skip


@cache
def _imported() -> None:
    """Every screen: one that is imported while a test draws would keep what is put in for it."""
    for found in pkgutil.walk_packages(game.screens.__path__, "game.screens."):
        importlib.import_module(found.name)


@cache
def _modules_naming(name: str) -> tuple[Any, ...]:
    _imported()
    modules = [module for path, module in sys.modules.items() if path.startswith("game.screens")]
    return tuple([module for module in modules if hasattr(module, name)])


def _modules_with(real: Any) -> Iterator[Any]:
    for module in _modules_naming(real.__name__):
        if getattr(module, real.__name__) is real:
            yield module


def picture(screen: Screen, look: Look) -> bytes:
    """The pixels a screen paints."""
    surface = look.wall.surface()
    screen.paint(look.wall.canvas(surface), look)
    return pygame.image.tobytes(surface, "RGB")


def spot(screen: Screen, look: Look, name: str) -> Hotspot:
    """The place of that name."""
    return next(spot for spot in screen.hotspots(look) if spot.name == name)


def activate(screen: Screen, look: Look, name: str) -> Outcome | None:
    """Point at the place of that name."""
    return spot(screen, look, name).activate()


def check_places(screen: Screen, look: Look, least: float = 64.0) -> None:
    """Every place lies on the wall, is large enough for a finger, and lies on no other."""
    spots, wall = list(screen.hotspots(look)), look.wall
    for place in spots:
        box = place.box
        assert min(box.x, box.y) >= -0.5, place.name
        assert max(box.right - wall.width, box.bottom - wall.height) <= 0.5, place.name
        assert min(box.w, box.h) >= least, (place.name, box)
    for i, one in enumerate(spots):
        for other in spots[i + 1 :]:
            assert not one.box.inset(1).meets(other.box.inset(1)), (one.name, other.name)


def speak(language: str) -> None:
    """Switch the interface."""
    assert i18n.set_language(language) == language
