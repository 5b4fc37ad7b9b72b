"""Nothing leaves the computer: only the console speaks over a network, and only when asked."""

import ast
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GAME = ROOT / "game"
REMOTE = "game/remote/"
"""The console's side of the network: everything in it may speak."""
OPENS = {"game/app/console.py", "game/app/consoledoes.py", "game/app/consolesees.py"}
"""What starts the console when the facilitator opens it, and shows its page in a browser."""

SPEAKING = {
    "asyncio", "ftplib", "http", "imaplib", "nntplib", "poplib", "select", "selectors", "smtplib",
    "socket", "socketserver", "ssl", "telnetlib", "webbrowser", "wsgiref", "xmlrpc",
    "urllib.request", "urllib.error", "urllib.robotparser", "multiprocessing.connection",
    "multiprocessing.managers", "logging.handlers",
}  # fmt: skip
"""What of the standard library opens a connection, listens for one, or has a browser do it."""
SILENT = {
    "PIL", "fpdf", "icalendar", "jinja2", "markupsafe", "openpyxl", "platformdirs", "pygame",
    "pyphen", "rich", "segno", "watchdog", "yaml",
}  # fmt: skip
"""Libraries that read and write files and draw: any other has to be looked at before it is here."""

BY_NAME = {"import_module", "__import__"}


def imports(text: str) -> Iterator[str]:
    """Every module that a file names, in whatever way: also one that is imported by its name."""
    tree = ast.parse(text)
    by_name = "import_module" in text or "__import__" in text
    # Import statements are never within an expression, and most of a file is expressions.
    for node in ast.walk(tree) if by_name else _statements(tree.body):
        match node:
            case ast.Import():
                yield from (alias.name for alias in node.names)
            case ast.ImportFrom(module=str(module), level=0):
                yield module
                yield from (f"{module}.{alias.name}" for alias in node.names)
            case ast.Call(func=called, args=[ast.Constant(value=str(name)), *_more]):
                if (getattr(called, "attr", None) or getattr(called, "id", None)) in BY_NAME:
                    yield name


def _statements(body: Sequence[ast.stmt | ast.excepthandler | ast.match_case]) -> Iterator[ast.AST]:
    for node in body:
        yield node
        for inner in ("body", "handlers", "orelse", "finalbody", "cases"):
            yield from _statements(getattr(node, inner, ()))


def speaking(names: Iterable[str]) -> set[str]:
    """Those of them that could reach beyond this computer."""
    found = set()
    for name in names:
        parts = name.split(".")
        above = {".".join(parts[:n]) for n in range(1, len(parts) + 1)}
        library = parts[0] not in sys.stdlib_module_names and parts[0] not in SILENT | {"game"}
        if library or above & SPEAKING:
            found.add(name)
    return found


@cache
def _named() -> dict[str, frozenset[str]]:
    """What each file beside the console's side of the network imports."""
    files = {file.relative_to(ROOT).as_posix(): file for file in sorted(GAME.rglob("*.py"))}
    return {
        name: frozenset(imports(file.read_text("utf-8")))
        for name, file in files.items()
        if not name.startswith(REMOTE)
    }


def test_only_the_console_could_reach_beyond_this_computer() -> None:
    found = {name: speaks for name, names in _named().items() if (speaks := speaking(names))}
    # `webbrowser.open` is given the console's own address, on this computer.
    assert found == {"game/app/console.py": {"webbrowser"}}


def test_only_the_console_is_given_the_network() -> None:
    """What listens is imported where the console is opened, and nowhere else."""
    listening = {"game.remote.server", "game.remote.pages", "game.remote.guests"}
    for name, names in _named().items():
        assert name in OPENS or listening.isdisjoint(names), name


def test_a_file_that_speaks_is_noticed() -> None:
    for line in (
        "import socket", "from urllib.request import urlopen", "from urllib import request",
        "import http.client as c", "import requests", "def f():\n    import asyncio",
        "import_module('ssl')", "importlib.import_module('httpx')", "__import__('socket')",
        "from multiprocessing import connection",
    ):  # fmt: skip
        assert speaking(imports(line)), line
    for line in ("import json", "from urllib.parse import quote", "import pygame", "import game.x"):
        assert not speaking(imports(line)), line


@pytest.mark.parametrize("name", sorted(OPENS))
def test_what_may_open_the_console_is_there(name: str) -> None:
    assert (ROOT / name).is_file()
