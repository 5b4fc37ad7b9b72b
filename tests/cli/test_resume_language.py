"""`cxgame resume` goes on in the language the wall had."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from game import i18n
from game.cli import run
from game.paths import sessions_dir, settings_file
from game.session.session import Session


@pytest.fixture
def spoken(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[object]]:
    """The language each window was opened in."""
    found: list[object] = []

    def window(session: Session, _d: object, _w: object, language: object, *_more: object) -> int:
        found.append((language, i18n.language()))
        session.close()
        return 0

    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for command in ("play", "resume"):
        monkeypatch.setattr(f"game.cli.{command}.run_session", window)
        monkeypatch.setattr(f"game.cli.{command}.need_display", lambda: None)
    yield found
    i18n.set_language(i18n.SOURCE_LANGUAGE)


def test_dutch_cards_have_a_dutch_wall_again(spoken: list[object]) -> None:
    assert run(["play", "--language", "nl"]) == 0
    assert run(["resume"]) == 0
    assert spoken == [("nl", "nl"), ("nl", "nl")]


def test_ones_own_choice_is_stronger(spoken: list[object]) -> None:
    assert run(["play", "--language", "nl"]) == 0
    settings_file().write_text(json.dumps({"language": "en"}), encoding="utf-8")
    assert run(["resume"]) == 0
    assert spoken[1] == ("en", "en")


def test_what_is_asked_for_is_the_strongest(spoken: list[object]) -> None:
    assert run(["play", "--language", "en"]) == 0
    settings_file().write_text(json.dumps({"language": "en"}), encoding="utf-8")
    assert run(["resume", "--language", "nl"]) == 0
    assert spoken[1] == ("nl", "nl")


def test_cards_in_a_language_the_wall_has_not_leave_it_to_the_machine(
    spoken: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(["play"]) == 0
    path = next(sessions_dir().glob("*.cxsession"))
    head, _newline, rest = path.read_bytes().partition(b"\n")
    told = json.loads(head) | {"language": "tlh"}
    path.write_bytes(json.dumps(told, separators=(",", ":")).encode() + b"\n" + rest)
    monkeypatch.setenv("LANG", "nl_NL.UTF-8")
    assert run(["resume"]) == 0
    assert spoken[1] == (None, "nl")
