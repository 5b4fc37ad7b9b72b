"""A real browser at a running game: it has a thread of its own, the game's loop has this one."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable
from concurrent.futures import Future
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, TypeVar

import pytest

from game.rules.actions import Next, PutNext
from game.rules.cards import ChoiceCard, Play
from game.rules.state import OnCard, Phase

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page

    from benchmarks.stage import Stage
    from game.app.evening import Evening

T = TypeVar("T")

LAPTOP, TABLET, PHONE = (1366, 768), (820, 1180), (360, 740)
PATIENCE_MS = 15_000


class Chromium:
    """The system's own browser; what is asked of it is done one after the other."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._asked: SimpleQueue[tuple[Callable[[Browser], Any], Future[Any]] | None]
        self._asked = SimpleQueue()
        self.requests: list[str] = []
        """Everything the page asked for."""
        self.complaints: list[str] = []
        """Errors of its scripts, and whatever its policy kept out."""
        self._thread = threading.Thread(target=self._run, name="browser", daemon=True)
        self._thread.start()
        self.page: Page = self.ask(self._open).result(60)

    def _open(self, browser: Browser) -> Page:
        """One page for all tests: making one takes as long as most of them."""
        page = browser.new_page(has_touch=True)
        page.set_default_timeout(PATIENCE_MS)
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", self._hear)
        return page

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def _run(self) -> None:
        from playwright.sync_api import sync_playwright

        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=self._path, args=["--no-sandbox", "--disable-gpu"]
            )
            while (asked := self._asked.get()) is not None:
                work, future = asked
                try:
                    future.set_result(work(browser))
                except BaseException as error:  # noqa: BLE001 - raised where it was asked for
                    future.set_exception(error)
            browser.close()

    def ask(self, work: Callable[[Browser], T]) -> Future[T]:
        """Begin with it as soon as what came before is done."""
        future: Future[T] = Future()
        self._asked.put((work, future))
        return future

    def close(self) -> None:
        """The browser goes."""
        self._asked.put(None)
        self._thread.join(20)


class Table:
    """A game that runs, and a page that shows its console."""

    def __init__(self, stage: Stage, chromium: Chromium) -> None:
        self.stage = stage
        self.chromium = chromium
        self.page: Page = chromium.page
        self.requests = chromium.requests
        self.complaints = chromium.complaints

    def play(self, work: Callable[[Page], T]) -> T:
        """Do something with the page while the game goes on; what came of it."""
        from game.app.console import wake

        future = self.chromium.ask(lambda _browser: work(self.page))
        future.add_done_callback(lambda _done: wake())
        while not future.done():
            self.stage.turn()
        return future.result()

    def open(self, url: str, size: tuple[int, int] = LAPTOP, light: str = "light") -> None:
        """The page, by an address that lets it in."""

        def work(page: Page) -> None:
            page.set_viewport_size({"width": size[0], "height": size[1]})
            page.emulate_media(color_scheme="dark" if light == "dark" else "light")
            page.goto(url)
            page.wait_for_selector("#bar .next")

        self.play(work)

    def forget(self) -> None:
        """Another browser, as far as the game can tell: nothing is known from before."""

        def work(_browser: Browser) -> None:
            if self.page.url.startswith("http"):
                self.page.evaluate("() => localStorage.clear()")
            self.page.goto("about:blank")

        self.chromium.ask(work).result(20)

    def url(self) -> str:
        """An address that lets one in."""
        server = self.stage.program.console._server
        assert server is not None
        return server.url_here()

    @property
    def evening(self) -> Evening:
        """The evening under way."""
        evening = self.stage.program.evening
        assert evening is not None
        return evening


def to_dilemma(evening: Evening) -> None:
    """A dilemma with notes is open."""
    while evening.state.phase is not Phase.PLAY:
        evening.do(Next(), "test")
    card = next(
        card
        for card in evening.state.content.cards
        if isinstance(card, ChoiceCard) and card.play is Play.TURN and card.notes
    )
    evening.do(PutNext(card.id), "test")
    while not isinstance(evening.state.stage, OnCard):
        evening.do(Next(), "test")


def chromium_path() -> str | None:
    """Debian's browser, or whatever goes by that name."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


MARKS = [
    pytest.mark.skipif(chromium_path() is None, reason="no chromium here to show the page in"),
    pytest.mark.xdist_group("browser"),
]
"""What every file of tests says that drives it."""
