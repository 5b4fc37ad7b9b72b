"""How soon something is on the wall, against a bare `import pygame` and a window.

Whole processes, interpreter included, in turn, so that a slow moment of the machine falls on
both: ground and name (the first frame), and the start screen that can be used.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from benchmarks.row import Row, at_most

ROOT = Path(__file__).resolve().parent.parent
FIRST_FRAME, START_SCREEN = 1.5, 6.0
"""Most times the bare window's time."""

BARE = """
import os, pygame
pygame.display.init()
pygame.display.set_mode((1280, 720))
pygame.display.flip()
os._exit(0)
"""
FIRST = """
import os, runpy, sys
import game.app.splash as splash
opened = splash.open_window
def first_frame(*asked):
    opened(*asked)
    os._exit(0)
splash.open_window = first_frame
sys.argv = ["cxgame"]
runpy.run_module("game", run_name="__main__")
"""
START = """
import os, runpy, sys
import game.app.window as window
drawn = window.Loop.draw
def start_screen(loop):
    drawn(loop)
    os._exit(0)
window.Loop.draw = start_screen
sys.argv = ["cxgame"]
runpy.run_module("game", run_name="__main__")
"""


def rows(quick: bool = False) -> list[Row]:
    """Both rows of the table."""
    times: dict[str, list[float]] = {BARE: [], FIRST: [], START: []}
    with tempfile.TemporaryDirectory() as home:
        environment = {
            **os.environ,
            "CXGAME_HOME": home,
            "PYTHONPATH": str(ROOT),
            "PYGAME_HIDE_SUPPORT_PROMPT": "1",
            "SDL_VIDEODRIVER": "dummy",
            "SDL_AUDIODRIVER": "dummy",
        }
        # Where no bytecode is kept, every start would compile the game anew.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        for code in times:  # compiled and in the disk's cache
            _run(code, environment)
        for _round in range(3 if quick else 11):
            for code, found in times.items():
                found.append(_run(code, environment))
    bare = median(times[BARE])
    return [
        at_most(
            "first frame (ground and name)",
            "bare pygame window",
            median(times[FIRST]) / bare,
            FIRST_FRAME,
            "×",
        ),
        at_most(
            "usable start screen",
            "bare pygame window",
            median(times[START]) / bare,
            START_SCREEN,
            "×",
        ),
    ]


def _run(code: str, environment: dict[str, str]) -> float:
    began = time.perf_counter()
    # Through a pipe, whose end is noticed at once: without one, a wait that has a limit looks for
    # the end of the process in steps that grow to 50 ms.
    subprocess.run(
        [sys.executable, "-c", code],
        env=environment,
        check=True,
        timeout=60,
        stdout=subprocess.PIPE,
    )
    return time.perf_counter() - began
