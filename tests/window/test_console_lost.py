"""A browser at the console of a game in a real window: reloaded, closed, killed in the middle of
something. The game in its window goes on, and nothing happens that nobody asked for."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("uvicorn", reason="the console needs cx-game[remote]")
pytest.importorskip("playwright", reason="a browser is driven by playwright")

from game.rules.actions import Adjust
from game.session.reading import read_log
from tests.remote.browsing import PATIENCE_MS, chromium_path
from tests.window import moments
from tests.window.desktop import Desktop, Game, missing
from tests.window.followed import until

pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(bool(missing()), reason=missing() or "all is there"),
    pytest.mark.skipif(chromium_path() is None, reason="no chromium here to show the page in"),
    pytest.mark.xdist_group("window-keyboard"),
]

GUEST = """
import json, sys
from websockets.sync.client import connect
host, ticket = sys.argv[1:]
with connect(f"ws://{host}/socket", origin=f"http://{host}", proxy=None) as page:
    page.send(json.dumps({"ticket": ticket}))
    page.recv()
    print("in", flush=True)
    for n in range(1_000_000):
        page.send(json.dumps({"id": f"g{n}", "do": "press", "key": ".", "moment": "old"}))
        page.recv()
"""
"""A browser that asks and asks, for what is refused."""


@pytest.fixture
def game(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Game]:
    """At the board, with its console served; the browser it opens only notes the address."""
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" >> "{tmp_path}/addresses"\n', "ascii")
    browser.chmod(0o755)
    monkeypatch.setenv("BROWSER", f"{browser} %s")
    log = tmp_path / "home" / "sessions" / "lost.cxsession"
    log.parent.mkdir(parents=True)
    moments.write(log, moments.at_board)
    settings = {"reduced_motion": True, "language": "en", "software": "yes"}
    (tmp_path / "home" / "settings.json").write_text(json.dumps(settings), "ascii")
    with Desktop("800x600") as desktop:
        arguments = ("resume", str(log), "--window", "640x360", "--console")
        made = Game(desktop, tmp_path / "home", *arguments)
        yield made
        assert made.quit() == 0
        assert "Traceback" not in made.said()


def address(tmp_path: Path) -> str:
    """The last one the game opened."""
    noted = tmp_path / "addresses"
    until(noted.exists, lambda: "no browser was opened")
    return str(noted.read_text("ascii").split()[-1])


def actions(game: Game) -> list[Any]:
    path = game.session()
    assert path is not None
    return [entry.action for entry in read_log(path).entries]


def goes_on(game: Game) -> None:
    """A key in the window does one thing, and that is all that is new."""
    before = actions(game)
    game.desktop.press("h")
    until(lambda: len(actions(game)) > len(before), lambda: f"no key is heard: {game.said()}")
    game.desktop.press("h")
    until(lambda: len(actions(game)) > len(before) + 1, lambda: "it stands still for good")
    assert [type(one).__name__ for one in actions(game)[len(before) :]] == ["Hold", "Next"]


def test_a_page_that_is_reloaded_or_closed_in_the_middle_of_a_form(
    game: Game, tmp_path: Path
) -> None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium_path(), args=["--no-sandbox", "--disable-gpu"]
        )
        context = browser.new_context()
        page = context.new_page()
        page.set_default_timeout(PATIENCE_MS)
        page.goto(address(tmp_path))
        page.locator("#control-adjust").click()
        page.locator("#field-adjust-points").fill("-2")
        page.reload()
        goes_on(game)
        page.wait_for_selector("#bar .next")
        page.locator("#control-adjust").click()
        page.locator("#field-adjust-reason").fill("halfway through")
        another = context.new_page()
        page.close()
        goes_on(game)
        another.set_default_timeout(PATIENCE_MS)
        another.goto(address(tmp_path).partition("#")[0])
        another.get_by_role("button", name="Black wall").click()
        game.wait("HeldStill")
        browser.close()
        game.desktop.press("space")
        game.wait("Released")
        goes_on(game)
    assert not any(isinstance(action, Adjust) for action in actions(game)), "nobody kept the form"


def test_a_browser_that_is_killed_while_it_asks(game: Game, tmp_path: Path) -> None:
    host, _hash, ticket = address(tmp_path).removeprefix("http://").partition("#")
    words = [sys.executable, "-c", GUEST, host.rstrip("/"), ticket]
    with subprocess.Popen(words, stdout=subprocess.PIPE, env={**os.environ}) as guest:
        assert guest.stdout is not None
        assert guest.stdout.readline() == b"in\n"
        goes_on(game)
        guest.kill()
    goes_on(game)
