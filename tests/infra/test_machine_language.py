"""The language of somebody who has not chosen one yet."""

from __future__ import annotations

import ctypes
import sys
from types import SimpleNamespace

import pytest

from game.app.program import Program
from game.app.splash import Splash
from game.cli.language import speak
from game.i18n import language
from game.i18n.machine import machine_language

VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


@pytest.fixture(autouse=True)
def _nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)


def windows(monkeypatch: pytest.MonkeyPatch, identifier: int) -> None:
    """A Windows whose menus have this language, and whose dates and money are Dutch."""
    kernel = SimpleNamespace(GetUserDefaultUILanguage=lambda: identifier)
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel), raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr("locale.getlocale", lambda *_about: ("Dutch_Netherlands", "1252"))


WINDOWS = [(0x0413, "nl"), (0x0813, "nl"), (0x0409, "en"), (0x0407, "en")]


@pytest.mark.parametrize(("identifier", "spoken"), WINDOWS)
def test_the_wall_speaks_the_language_of_windows(
    monkeypatch: pytest.MonkeyPatch, home: object, identifier: int, spoken: str
) -> None:
    """Its locale calls Dutch "Dutch_Netherlands", of which the wall made English."""
    windows(monkeypatch, identifier)
    program = Program(Splash((640, 360), 0, False, {}))
    assert language() == spoken
    program.change("language", "")
    assert language() == spoken


@pytest.mark.parametrize(("identifier", "spoken"), WINDOWS)
def test_so_do_commands(
    monkeypatch: pytest.MonkeyPatch, home: object, identifier: int, spoken: str
) -> None:
    windows(monkeypatch, identifier)
    assert speak() == spoken


@pytest.mark.parametrize("name", VARIABLES)
def test_what_is_set_for_one_program_counts_most(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    windows(monkeypatch, 0x0409)
    monkeypatch.setenv(name, "nl_NL.UTF-8:en")
    assert machine_language() == "nl_NL.UTF-8"


def test_elsewhere_the_locale_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("locale.getlocale", lambda: ("nl_BE", "UTF-8"))
    assert machine_language() == "nl_BE"


def test_a_locale_that_nobody_knows_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown() -> tuple[str, str]:
        raise ValueError("unknown locale: UTF-8")

    monkeypatch.setattr("locale.getlocale", unknown)
    assert machine_language() == ""
