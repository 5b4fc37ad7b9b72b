"""The console's page in a real browser: reloads, lost connections, games that are gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

pytest.importorskip("uvicorn", reason="the console needs cx-game[remote]")
pytest.importorskip("playwright", reason="a browser is driven by playwright")


from game.rules.actions import Next
from tests.remote.browsing import MARKS, Table

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = MARKS


def test_a_reload_in_the_middle_and_a_second_page_change_nothing(table: Table) -> None:
    table.open(table.url())
    before = table.evening.state

    def reload(page: Page) -> str:
        page.locator("#control-adjust").click()
        page.reload()
        page.wait_for_selector("#bar .next")
        return page.locator("#trouble").inner_text()

    table.play(reload)
    assert table.evening.state == before
    assert table.play(lambda page: page.locator(".where").inner_text()).startswith("Round 1 of 3")


def test_a_replayed_address_in_another_browser_is_told_what_to_do(table: Table) -> None:
    url = table.url()
    table.open(url)
    table.forget()

    def again(page: Page) -> str:
        page.goto(url)
        page.get_by_text("This console is closed.").wait_for()
        return page.locator("#main").inner_text()

    assert table.play(again) == ""


def test_when_the_game_is_gone_the_page_says_so_and_comes_back_by_itself(table: Table) -> None:
    table.open(table.url())
    server = table.stage.program.console._server
    assert server is not None
    assert server._here is not None
    # The network breaks; nobody is sent home.
    for protocol in list(server._here._server.server_state.connections):
        server._loop.call_soon_threadsafe(protocol.transport.abort)

    def back(page: Page) -> None:
        page.wait_for_function("() => document.body.classList.contains('away')")
        page.wait_for_function("() => !document.body.classList.contains('away')")

    table.play(back)
    table.stage.program.console.close()
    table.chromium.ask(
        lambda _browser: table.page.get_by_text("This console is closed.").wait_for()
    ).result(20)
    assert table.evening.do(Next(), "test") is None


LINKED = """async () => {
  const { Link } = await import("/link.js");
  const [socket, now] = [window.WebSocket, performance.now];
  const made = [], told = [];
  window.WebSocket = class {
    constructor() { this.readyState = 0; made.push(this); }
    send() {}
    close() { this.readyState = 2; }
    welcome() { this.readyState = 1; this.onopen(); this.onmessage({data: '{"welcome":""}'}); }
  };
  const pass = localStorage.getItem("cxgame-pass");
  const link = new Link({ state: (state) => told.push(state), parts() {}, receipt() {} });
  try {
    link.open();
    made[0].welcome();
    %s
    return [made.length, told];
  } finally {
    link.watch = link.open = () => {};
    window.WebSocket = socket;
    performance.now = now;
    localStorage.setItem("cxgame-pass", pass);
  }
}"""
"""A connection of the page's to nobody, and what it tells of it."""


def test_a_page_that_hears_nothing_says_so_and_connects_anew(table: Table) -> None:
    """After a sleep, or where the network went without a word, no browser tells its page."""
    table.open(table.url())
    slept = """
      performance.now = () => now.call(performance) + 11000; link.watch();
      made[0].onmessage({data: '{"now":1,"parts":{}}'});
      performance.now = () => now.call(performance) + 22000; link.watch();
      performance.now = () => now.call(performance) + 60000; link.watch();
      performance.now = now;
      await new Promise((done) => setTimeout(done, 600));
      made[1].welcome();
    """
    assert table.play(lambda page: page.evaluate(LINKED % slept)) == [2, ["open", "lost", "open"]]


def test_the_end_of_an_earlier_connection_is_not_that_of_the_one_there_is(table: Table) -> None:
    table.open(table.url())
    late = """
      made[0].readyState = 2;
      link.open();
      made[1].welcome();
      made[0].onclose({ code: 1006 });
    """
    assert table.play(lambda page: page.evaluate(LINKED % late)) == [2, ["open", "open"]]
