"""A screen nobody sees (Xvfb), and hands that press keys on it (xdotool)."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType

NEEDED = ("Xvfb", "xdotool")


def missing() -> str:
    """Why a real window cannot be tested here, or ""."""
    if os.name != "posix" or sys.platform == "darwin":
        return "window tests need an X server"
    gone = [name for name in NEEDED if shutil.which(name) is None]
    return f"{' and '.join(gone)} not installed" if gone else ""


class Desktop:
    """An X server of its own."""

    def __init__(self, size: str = "1920x1080", seen: Path | None = None, screens: int = 1) -> None:
        """`seen` is a folder that what is on its first screen can be read from (see `pixels`)."""
        read, write = os.pipe()
        shown = ["-fbdir", str(seen)] if seen is not None else []
        for n in range(screens):
            shown += ["-screen", str(n), f"{size}x24"]
        self._server = subprocess.Popen(
            # Without -noreset the server begins anew when its last client goes, which may be
            # xdotool, and refuses the game that is just knocking.
            ["Xvfb", "-displayfd", str(write), "-noreset", *shown],
            pass_fds=(write,),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(write)
        with os.fdopen(read) as told:
            self.display = f":{told.readline().strip()}"
        width, height = map(int, size.split("x"))
        self.size = (width, height)
        self.seen = seen / "Xvfb_screen0" if seen is not None else None

    def __enter__(self) -> Desktop:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.terminate()
        self._server.wait(10)

    def environment(self, home: Path) -> dict[str, str]:
        """What a program started on this screen sees."""
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("SDL_", "WAYLAND", "LANG", "LC_"))
        }
        return {
            **kept,
            "DISPLAY": self.display,
            "CXGAME_HOME": str(home),
            "SDL_AUDIODRIVER": "dummy",
            "LANG": "C.UTF-8",
        }

    def do(self, *words: str) -> str:
        """One command of xdotool."""
        done = subprocess.run(
            ["xdotool", *words],
            env={**os.environ, "DISPLAY": self.display},
            capture_output=True,
            text=True,
            check=False,
            timeout=20,
        )
        return done.stdout.strip()

    def press(self, *keys: str) -> None:
        """Keys, one after another, as a hand would."""
        self.do("key", "--delay", "12", *keys)


class Game:
    """The game in a real window."""

    def __init__(self, desktop: Desktop, home: Path, *arguments: str) -> None:
        self.desktop = desktop
        self.home = home
        self.log = home / "stderr.txt"
        home.mkdir(parents=True, exist_ok=True)
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "game", *arguments],
                env=desktop.environment(home),
                stdout=log,
                stderr=log,
                stdin=subprocess.DEVNULL,
            )
        self.window = self._find()

    def _find(self) -> str:
        for _ in range(300):
            found = self.desktop.do("search", "--pid", str(self.process.pid))
            if found:
                window = found.split()[-1]
                self.desktop.do("windowfocus", "--sync", window)
                return window
            assert self.process.poll() is None, self.said()
            time.sleep(0.05)
        raise AssertionError("no window came")

    def said(self) -> str:
        """What the program printed."""
        return self.log.read_text("utf-8", "replace")

    def click(self, x: float, y: float, button: int = 1) -> None:
        """Click at a share of the window's width and height; button 3 is the right one."""
        size = dict(
            re.findall(
                r"(WIDTH|HEIGHT)=(\d+)",
                self.desktop.do("getwindowgeometry", "--shell", self.window),
            )
        )
        self.desktop.do(
            "mousemove",
            "--window",
            self.window,
            str(round(x * int(size["WIDTH"]))),
            str(round(y * int(size["HEIGHT"]))),
            "mousedown",
            str(button),
            "mouseup",
            str(button),
        )

    def session(self) -> Path | None:
        """The newest session file."""
        found = sorted(
            (self.home / "sessions").glob("*.cxsession"), key=lambda path: path.stat().st_mtime
        )
        return found[-1] if found else None

    def wait(self, what: str, seconds: float = 15) -> None:
        """Until the session's log tells of an event."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if self.told(what):
                return
            assert self.process.poll() is None, self.said()
            time.sleep(0.03)
        raise AssertionError(f"no {what} came; the log says {self.tail()}")

    def told(self, what: str) -> int:
        """How often the log tells of an event."""
        path = self.session()
        return path.read_text("ascii").count(f'"{what}"') if path else 0

    def tail(self) -> list[str]:
        """The names of the last events of the log."""
        path = self.session()
        return [event for entry in entries(path) for event in entry][-8:] if path else []

    def quit(self) -> int:
        """Ask it to close; its exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(15)

    def kill(self) -> None:
        """Pull the plug."""
        self.process.kill()
        self.process.wait(15)


def entries(path: Path) -> Iterator[list[str]]:
    """The names of the events of each entry of a log."""
    for line in path.read_bytes().split(b"\n")[2:]:
        try:
            plain = json.loads(line)
        except ValueError:
            continue
        yield [name for event in plain.get("ev", ()) for name in event]


def keys(text: str) -> Iterable[str]:
    """Characters as the names xdotool has for them."""
    return ["space" if char == " " else char for char in text]
