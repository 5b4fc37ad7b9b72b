"""A real browser at a running game: it has a thread of its own, the game's loop has this one."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from benchmarks.stage import Stage

T = TypeVar("T")

LAPTOP, TABLET, PHONE = (1366, 768), (820, 1180), (360, 740)
PATIENCE_MS = 15_000


class Chromium:
    """The system's own browser; what is asked of it is done one after the other."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._asked: SimpleQueue[tuple[Callable[[Browser], Any], Future[Any]] | None]
        self._asked = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="browser", daemon=True)
        self._thread.start()

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
        self.page: Any = None
        self.requests: list[str] = []
        self.complaints: list[str] = []

    def play(self, work: Callable[[Page], T]) -> T:
        """Do something with the page while the game goes on; what came of it."""
        from game.app.console import wake

        future = self.chromium.ask(lambda _browser: work(self.page))
        future.add_done_callback(lambda _done: wake())
        while not future.done():
            self.stage.turn()
        return future.result()

    def open(self, url: str, size: tuple[int, int] = LAPTOP, **more: Any) -> None:
        """The page, by an address that lets it in."""

        def work(_page: Any) -> None:
            self.page.on("request", lambda request: self.requests.append(request.url))
            self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
            self.page.on("console", self._hear)
            self.page.goto(url)
            self.page.wait_for_selector("#bar .next")

        self.page = self.chromium.ask(
            lambda browser: browser.new_context(
                viewport={"width": size[0], "height": size[1]}, **more
            ).new_page()
        ).result()
        self.play(work)

    def _hear(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def leave(self) -> None:
        """Close the page."""
        page, self.page = self.page, None
        if page is not None:
            with suppress(Exception):
                self.chromium.ask(lambda _browser: page.context.close()).result(20)

    def url(self) -> str:
        """An address that lets one in."""
        server = self.stage.program.console._server
        assert server is not None
        return server.url_here()

    @property
    def evening(self) -> Any:
        """The evening under way."""
        return self.stage.program.evening


def chromium_path() -> str | None:
    """Debian's browser, or whatever goes by that name."""
    return shutil.which("chromium") or shutil.which("chromium-browser")
