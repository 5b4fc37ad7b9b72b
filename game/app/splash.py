"""The first frame: ground and name, before anything heavy is imported."""

from __future__ import annotations

import os
import sys
import warnings
from dataclasses import dataclass
from typing import Any

from game.app.quiet import no_words_of_others

NAME = "CX Game"
DEFAULT = (1280, 720)
SMALLEST = (200, 150)
UNSEEN = ("dummy", "offscreen")
"""SDL's drivers that draw where nobody looks."""
ACCELERATION = "SDL_FRAMEBUFFER_ACCELERATION"
"""The variable by which SDL is told to present frames without the graphics card ("0") or with."""
_GROUND, _TEXT = (251, 246, 236), (29, 36, 51)
_STAGE_GROUND, _STAGE_TEXT = (13, 20, 40), (255, 243, 220)


@dataclass
class Splash:
    """The open window, and how it was asked for."""

    window: tuple[int, int] | None
    """The size asked for, or None: the size of the last time or the usual one."""
    display: int
    fullscreen: bool
    settings: dict[str, Any]
    """As found in the settings file, not yet checked."""


def reach_display() -> bool:
    """Connect to the window system; False where there is none that anybody could look at.

    SDL that finds no window system draws into memory, without a word: a game nobody sees. Only
    who asks for that by name (`SDL_VIDEODRIVER`) gets it.
    """
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    # True pixels on scaled displays: the wall must be as sharp as the projector.
    os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")
    # Buzzers work while a menu of another program has the focus, or none.
    os.environ.setdefault("SDL_JOYSTICK_ALLOW_BACKGROUND_EVENTS", "1")
    # A finger is told as a finger; see screens.inputs.
    os.environ.setdefault("SDL_TOUCH_MOUSE_EVENTS", "0")
    # A Mac with one mouse button has its right click so.
    os.environ.setdefault("SDL_MAC_CTRL_CLICK_EMULATE_RIGHT_CLICK", "1")
    os.environ.setdefault("SDL_VIDEO_CENTERED", "1")
    import pygame

    try:
        with no_words_of_others():
            pygame.display.init()
    except pygame.error:
        return False
    driver = pygame.display.get_driver()
    if driver in UNSEEN and os.environ.get("SDL_VIDEODRIVER") != driver:
        pygame.display.quit()
        return False
    return True


def open_window(display: int | None, window: tuple[int, int] | None) -> Splash | None:
    """Open the window and show ground and name; None if there is no display."""
    settings = _read_settings()
    # A Mac has no other way than by the card; see `set_mode`.
    if settings.get("software", "probe") != "no" and sys.platform != "darwin":
        os.environ.setdefault(ACCELERATION, "0")
    if not reach_display():
        return None
    import pygame

    wanted = settings.get("display", 0) if display is None else display
    full = window is None and bool(settings.get("fullscreen", False))
    try:
        pygame.font.init()
        surface = set_mode(window, wanted, full)
    except pygame.error:
        return None
    _paint(surface, settings.get("theme") == "stage")
    pygame.display.flip()
    index = wanted if 0 <= wanted < pygame.display.get_num_displays() else 0
    return Splash(window, index, full, settings)


def set_mode(window: tuple[int, int] | None, display: int, fullscreen: bool) -> Any:
    """The window's surface; a display that is not there becomes the first one.

    SDL has no way without the graphics card on macOS and under Wayland, and gives no surface there
    if it is asked for one: then the card presents the frames, and `ACCELERATION` says so.
    Raises pygame.error where no window can be had at all.
    """
    import pygame

    try:
        return _set_mode(window, display, fullscreen)
    except pygame.error:
        if os.environ.get(ACCELERATION) != "0":
            raise
    os.environ[ACCELERATION] = "1"
    pygame.display.quit()  # SDL decides on a way once
    pygame.display.init()
    return _set_mode(window, display, fullscreen)


def _set_mode(window: tuple[int, int] | None, display: int, fullscreen: bool) -> Any:
    import pygame

    count = pygame.display.get_num_displays()
    index = display if 0 <= display < count else 0
    pygame.display.set_caption(NAME)
    with warnings.catch_warnings():
        # A desktop may give another size than was asked for; the wall fits any.
        warnings.simplefilter("ignore", RuntimeWarning)
        if fullscreen:
            return pygame.display.set_mode((0, 0), pygame.FULLSCREEN, display=index)
        size = _window_size(window, index)
        return pygame.display.set_mode(size, pygame.RESIZABLE, display=index)


def fill_screen(window: tuple[int, int] | None, display: int, fullscreen: bool) -> None:
    """The open window fills its screen, or is a window again, of the size and place it had.

    `set_mode` would take it away and open another: a flash on the wall, and keys that go to
    whatever lies behind it.
    """
    import pygame

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        try:
            opened = pygame.Window.from_display_module()
        except (AttributeError, pygame.error):  # gone from a later pygame
            set_mode(window, display, fullscreen)
            return
    if fullscreen:
        opened.set_fullscreen(desktop=True)
        return
    (x, y), (width, height) = opened.position, opened.size
    opened.set_windowed()
    if not opened.resizable:
        # Opened in full screen: there is no window it could go back to.
        size = _window_size(window, display)
        opened.resizable = True
        opened.size = size
        opened.position = x + (width - size[0]) // 2, y + (height - size[1]) // 2


def _window_size(window: tuple[int, int] | None, index: int) -> tuple[int, int]:
    import pygame

    width, height = window or _fitting(pygame.display.get_desktop_sizes(), index)
    return max(SMALLEST[0], width), max(SMALLEST[1], height)


def _fitting(desktops: list[tuple[int, int]], index: int) -> tuple[int, int]:
    """The usual size, or three quarters of a smaller desktop."""
    if index >= len(desktops):
        return DEFAULT
    w, h = desktops[index]
    if w > DEFAULT[0] * 1.1 and h > DEFAULT[1] * 1.1:
        # As large as leaves room for the desktop's own bars.
        scale = min(w * 0.8 / 16, h * 0.8 / 9)
        return int(scale * 16), int(scale * 9)
    return int(w * 0.9), int(h * 0.85)


def _paint(surface: Any, stage: bool) -> None:
    import pygame

    from game.paths import assets_dir

    surface.fill(_STAGE_GROUND if stage else _GROUND)
    w, h = surface.get_size()
    try:
        path = assets_dir() / "fonts" / "AtkinsonHyperlegibleNext-800ExtraBold.ttf"
        font = pygame.font.Font(path, max(12, int(min(w, h) * 0.163)))
    except Exception:  # noqa: BLE001 - the first frame must come, whatever is missing
        return
    name = font.render(NAME, True, _STAGE_TEXT if stage else _TEXT)
    surface.blit(name, name.get_rect(center=(w // 2, h // 2)))


def _read_settings() -> dict[str, Any]:
    """The settings file as it stands; {} where there is none to read."""
    import json

    from game.paths import settings_file

    try:
        found = json.loads(settings_file().read_text("utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(found, dict):
        return {}
    display = found.get("display", 0)
    found["display"] = display if type(display) is int else 0
    return found
