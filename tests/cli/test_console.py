"""`--console` and `--remote`: where the console opens, and what is said where it cannot."""

from __future__ import annotations

from typing import Any

import pytest

from game.app.window import CLOSED, Opened
from game.cli import run


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What the window of a session was opened with."""
    opened: list[Any] = []

    def run_session(session: Any, *given: object) -> int:
        session.close()
        opened.append(given[-1])
        return 0

    monkeypatch.setattr("game.cli.play.run_session", run_session)
    monkeypatch.setattr("game.cli.play.need_display", lambda: None)
    return opened


@pytest.mark.parametrize(
    ("words", "opened"),
    [
        ((), CLOSED),
        (("--console",), Opened(here=True)),
        (("--remote",), Opened(network=True)),
        (("--console", "--remote"), Opened(here=True, network=True)),
    ],
)
def test_a_session_opens_with_the_console_where_it_was_asked_for(
    windows: list[Any], words: tuple[str, ...], opened: Opened
) -> None:
    if words:
        pytest.importorskip("uvicorn", reason="the console needs cx-game[remote]")
    assert run(["play", *words]) == 0
    assert windows == [opened]


@pytest.mark.parametrize("words", [("play", "--console"), ("resume", "--remote"), ("--console",)])
def test_a_missing_extra_is_named_before_anything_is_begun(
    words: tuple[str, ...],
    windows: list[Any],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("game.remote.extra.find_spec", lambda name: None)
    assert run(list(words)) == 3
    told = capsys.readouterr().err
    assert 'pip install "cx-game[remote]"' in told
    assert "uvicorn" in told
    assert told.count("\n") == 1
    assert windows == []
