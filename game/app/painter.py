"""Puts the screens of the moment into the window: the still picture once, then what moves."""

from __future__ import annotations

import os
import time
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

import pygame

from game.app.splash import ACCELERATION, Splash, fill_screen, set_mode
from game.screens.kit import shapes
from game.screens.kit.cache import fit_caches
from game.screens.kit.layer import Dirty, Layer
from game.screens.kit.motion import REDUCED_MS, SCREEN, Tween, out
from game.screens.kit.theme import DAYLIGHT, STAGE
from game.screens.kit.wall import Canvas, Wall
from game.screens.scenes.notice import draw_notice
from game.screens.screen import Look, Screen

if TYPE_CHECKING:
    from game.app.program import Program
    from game.screens.settings import Settings

EXPOSING = (
    pygame.WINDOWEXPOSED,
    pygame.WINDOWSHOWN,
    pygame.WINDOWRESTORED,
    pygame.WINDOWSIZECHANGED,
    pygame.WINDOWDISPLAYCHANGED,
)
"""Events of the window after which it may not show what was put into it."""
SLOW_FLIP_MS = 8.0
"""Presenting a frame should take no more than half of its time."""
SLOW_BLEND_MS = 9.0
"""A frame of a fade that takes longer than this ends it: better a cut than a stutter."""

ONE_WAKE_MS = 50
"""Moments nearer to one another than this are the same one, reckoned twice."""


@dataclass
class _Fade:
    """The picture before, fading into the one now."""

    old: pygame.Surface
    tween: Tween


class Painter:
    """Owns the window's surface."""

    def __init__(self, splash: Splash) -> None:
        self._splash = splash
        self._layer = Layer()
        self._dirty = Dirty()
        self._fade: _Fade | None = None
        self._scene: Hashable = None
        self._focus: Hashable = None
        self._settings: Settings | None = None
        self._moved = True
        self._exposed = False
        """The window shows something else than what was put into it."""
        self.wall = Wall(self.surface.get_size())
        fit_caches(self.wall.size)
        self.frames = 0
        """Frames presented so far."""

    @property
    def surface(self) -> pygame.Surface:
        """The window's; a new one after each change of size."""
        surface = pygame.display.get_surface()
        assert surface is not None
        return surface

    @property
    def moving(self) -> bool:
        """While one screen fades into another."""
        return self._fade is not None

    def fit(self, settings: Settings) -> Wall:
        """The wall for the window as it is now."""
        theme = STAGE if settings.theme == "stage" else DAYLIGHT
        size = self.surface.get_size()
        wall = self.wall
        if (wall.size, wall.theme, wall.seat, wall.reduced_motion) != (
            size,
            theme,
            settings.seat,
            settings.reduced_motion,
        ):
            if wall.size != size:
                fit_caches(size)
            self.wall = Wall(size, theme, settings.seat, settings.reduced_motion)
            self._fade = None
        return self.wall

    def apply(self, settings: Settings) -> None:
        """Full screen, or another display, if that is what changed."""
        before, self._settings = self._settings, settings
        if before is None:
            return
        if before.display != settings.display:
            set_mode(self._splash.window, settings.display, settings.fullscreen)
        elif before.fullscreen != settings.fullscreen:
            fill_screen(self._splash.window, settings.display, settings.fullscreen)
        else:
            return
        self._exposed = True

    def probe(self) -> Literal["yes", "no"]:
        """Whether frames are presented quicker without the graphics card: "yes", or "no".

        The way of the moment is kept unless it is slow and the other one is quicker.
        """
        software = os.environ.get(ACCELERATION) == "0"
        ms = self._flip_ms()
        if ms > SLOW_FLIP_MS:
            self._present_by(software=not software)
            if self._flip_ms() >= ms:
                self._present_by(software=software)
        # Asked again: not every system has both ways.
        return "yes" if os.environ.get(ACCELERATION) == "0" else "no"

    def _present_by(self, *, software: bool) -> None:
        """Open the window anew with the other way of presenting."""
        os.environ[ACCELERATION] = "0" if software else "1"
        settings = self._settings
        pygame.display.quit()
        pygame.display.init()
        set_mode(
            self._splash.window,
            settings.display if settings else self._splash.display,
            bool(settings and settings.fullscreen),
        )
        self._layer.forget()

    def _flip_ms(self) -> float:
        """Median milliseconds of presenting a whole frame."""
        times = []
        for _ in range(5):
            began = time.perf_counter()
            pygame.display.flip()
            times.append((time.perf_counter() - began) * 1000)
        return sorted(times)[2]

    def expose(self) -> None:
        """The window was covered, minimised or moved: what it showed may be gone."""
        self._exposed = True

    def finish(self) -> None:
        """End the fade; the next frame shows the whole picture."""
        if self._fade is not None:
            self._fade = None
            self._layer.show(self.surface)
            pygame.display.flip()

    def draw(self, program: Program) -> bool:
        """One frame, if anything changed; True if something was presented."""
        self.apply(program.settings)
        wall = self.fit(program.settings)
        look = program.look(wall)
        director = program.director
        screens = director.visible()
        key = tuple(screen.still_key(look) for screen in screens), _beneath(screens, look)
        old = self._before_scene_changes(program, look)
        changed = self._layer.prepare(wall, key, lambda canvas: _paint(canvas, program, look))
        changed, self._exposed = changed or self._exposed, False
        target = self.surface
        if old is not None:
            ms = REDUCED_MS if wall.reduced_motion else SCREEN.ms
            self._fade = _Fade(old, Tween(look.now, ms, out))
        if self._fade is not None:
            return self._draw_fade(target, look)
        moving = director.top.moving(look)
        wake = any(screen.wakes_at(look) is not None for screen in screens)
        focus = self._focus_key(program, look)
        if not (changed or moving or self._moved or wake or focus != self._focus):
            return False
        self._focus = focus
        if changed:
            self._layer.show(target)
            self._dirty = Dirty()
        self._dirty.begin(self._layer, target)
        canvas = wall.canvas(target)
        screens[-1].move(canvas, look, self._dirty)
        self._draw_focus(canvas, program, look)
        self._moved = moving
        return self._present(changed)

    def _present(self, whole: bool) -> bool:
        if whole:
            pygame.display.flip()
        else:
            rects = [r for r in self._dirty.rects() if r.w > 0 and r.h > 0]
            if not rects:
                return False
            pygame.display.update(rects)
        self.frames += 1
        return True

    def _before_scene_changes(self, program: Program, look: Look) -> pygame.Surface | None:
        """The picture so far, when another screen or scene is about to come."""
        screens = program.director.visible()
        scene = tuple((id(screen), screen.scene_id(look)) for screen in screens)
        changed, self._scene = self._scene is not None and scene != self._scene, scene
        if not changed or self.surface.get_size() != look.wall.size:
            return None
        return self.surface.copy()

    def _draw_fade(self, target: pygame.Surface, look: Look) -> bool:
        """The new picture comes up through the old one."""
        fade = self._fade
        assert fade is not None
        began = time.perf_counter()
        self._layer.show(target)
        part = fade.tween.at(look.now)
        if not fade.tween.done(look.now) and fade.old.get_size() == target.get_size():
            fade.old.set_alpha(round(255 * (1 - part)))
            target.blit(fade.old, (0, 0))
            if (time.perf_counter() - began) * 1000 > SLOW_BLEND_MS:
                self._layer.show(target)
                self._fade = None
        else:
            self._fade = None
        self._dirty = Dirty()
        self._moved = True
        pygame.display.flip()
        self.frames += 1
        return True

    def _focus_key(self, program: Program, look: Look) -> Hashable:
        spot = program.director.focused(look)
        return None if spot is None else spot.box

    def _draw_focus(self, canvas: Canvas, program: Program, look: Look) -> None:
        spot = program.director.focused(look)
        if spot is None:
            return
        rect = canvas.rect(spot.box).inflate(canvas.px(16), canvas.px(16))
        shapes.outline(
            canvas.surface, rect, canvas.px(spot.radius + 8), canvas.theme.text, canvas.px(8)
        )
        self._dirty.add(rect.inflate(4, 4))


def _paint(canvas: Canvas, program: Program, look: Look) -> None:
    """All of the still picture; what moves beneath a sheet stands still for as long as it lies.

    What is told in passing lies over the sheet, where it can be read.
    """
    *beneath, top = program.director.visible()
    under = replace(look, notice="") if top.overlay else look
    for screen in beneath:
        screen.paint(canvas, under)
        screen.move(canvas, under, Dirty())
    if not top.through:  # it covers all, so that nothing beneath it need be kept in sight
        canvas.words.clear()
        canvas.pictures.clear()
    top.paint(canvas, look)
    if top.overlay and look.notice:
        draw_notice(canvas, look.notice, spots=top.hotspots(look))


def _beneath(screens: Sequence[Screen], look: Look) -> Hashable:
    """Changes when a clock beneath a sheet shows another second."""
    wakes = (screen.wakes_at(look) for screen in screens[:-1])
    return tuple(None if wake is None else round(wake / ONE_WAKE_MS) for wake in wakes)
