"""The console in a real browser against a running game, at the sizes of a laptop and a tablet."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("uvicorn", reason="the console needs cx-game[remote]")
pytest.importorskip("playwright", reason="a browser is driven by playwright")

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from benchmarks.stage import Stage
from game import i18n
from game.app.console import Console
from game.remote.guests import NO_ENTRY
from game.rules.actions import Adjust, EndPlay, Next, PutNext
from game.rules.cards import ChoiceCard, Play
from game.rules.state import Held, OnCard, Phase
from game.session.session import Session
from tests.remote.browsing import LAPTOP, PHONE, TABLET, Chromium, Table, chromium_path

pytestmark = [
    pytest.mark.skipif(chromium_path() is None, reason="no chromium here to show the page in"),
    pytest.mark.xdist_group("browser"),
]

OPEN = """() => {
  document.querySelectorAll("details").forEach((d) => { d.open = true; });
  for (const name of ["adjust", "put-next", "insight", "add-team", "break"])
    document.getElementById(`control-${name}`).click();
}"""
"""Every fold, and a form with each kind of field."""
TARGETS = """() => [...document.querySelectorAll(
    "button, select, summary, label.radio, textarea, input:not([type=radio], [type=checkbox])")]
  .map((e) => [e.id || e.textContent, e.getBoundingClientRect()])
  .filter(([_, r]) => r.width && (r.height < 44 || r.width < 44))
  .map(([name, r]) => `${name}: ${r.width} x ${r.height}`)"""
"""What is too small for a finger."""
LANGUAGE = "document.documentElement.lang"


@pytest.fixture(scope="module")
def chromium() -> Iterator[Chromium]:
    path = chromium_path()
    assert path is not None
    made = Chromium(path)
    yield made
    made.close()


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    made = Stage(tmp_path_factory.mktemp("browser"), (320, 180), rounds=3)
    made.program.change("reduced_motion", True)
    yield made
    made.program.close()


@pytest.fixture
def table(window: Stage, chromium: Chromium, tmp_path: Path) -> Iterator[Table]:
    """A session that has come to a dilemma, with everything in it the room must not see."""
    program = window.program
    program.console = Console(program, browse=lambda _url: None)
    session = Session.create(tmp_path / "one.cxsession", window.session.header)
    program.show_session(session)
    to_dilemma(program.evening)
    program.console.open_here()
    while not program.console.told().here:
        window.turn()
    made = Table(window, chromium)
    chromium.requests.clear()
    chromium.complaints.clear()
    yield made
    made.forget()
    program.console.close()
    assert made.complaints == []
    assert all(url.startswith(("http://127.0.0.1:", "ws://127.0.0.1:")) for url in made.requests)


def to_dilemma(evening: Any) -> None:
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


def test_notes_and_answers_are_here_and_every_control_works_by_mouse(table: Table) -> None:
    table.open(table.url())
    card = table.evening.state.card

    def look(page: Any) -> None:
        shown = page.locator("#card").inner_text()
        for text in (card.title, card.notes, card.options[0].text, "For your eyes only"):
            assert " ".join(text.split())[:40] in " ".join(shown.split())
        assert page.url.endswith("/"), "the ticket is gone from the address"
        page.get_by_role("button", name="Give Orange one customer").click()
        page.locator("#scores li").first.locator("output", has_text="1").wait_for()
        page.locator("#history button[aria-current]", has_text="Orange").wait_for()
        page.get_by_role("button", name="Undo").click()
        page.locator("#scores li").first.locator("output", has_text="0").wait_for()
        page.locator("#history .undone").wait_for()
        page.get_by_role("button", name="Black wall").click()
        page.locator("#control-release").wait_for()

    table.play(look)
    assert table.evening.state.held is Held.BLACK
    assert table.evening.session.history[-1].source == "console"


def test_piles_of_one_name_are_all_there(table: Table, tmp_path: Path) -> None:
    """Decks that are played together may each call a category of their own the same."""
    header = table.evening.session.header
    alike = tuple(replace(one, name="Alike") for one in header.content.categories)
    header = replace(header, content=replace(header.content, categories=alike))
    table.stage.program.show_session(Session.create(tmp_path / "alike.cxsession", header))
    to_dilemma(table.evening)
    table.open(table.url())

    def piles(page: Any) -> Any:
        page.locator("#coming summary").click()
        return page.locator("#coming details li", has_text="Alike").count()

    assert table.play(piles) == len(alike)


def test_what_takes_something_away_is_asked_twice(table: Table) -> None:
    table.open(table.url())

    def skip(page: Any) -> str:
        page.locator("#control-skip").click()
        return page.locator("#control-skip", has_text="Really?").inner_text()

    assert "Skip this card" in table.play(skip)
    assert isinstance(table.evening.state.stage, OnCard)
    table.play(lambda page: (page.locator("#control-skip").click(), page.wait_for_timeout(200)))
    assert not isinstance(table.evening.state.stage, OnCard)


def test_one_device_is_sent_home_after_asking_and_the_wall_says_so(table: Table) -> None:
    table.open(table.url())
    address, _hash, ticket = table.url().partition("#")
    host = address.removeprefix("http://").rstrip("/")
    with connect(f"ws://{host}/socket", origin=f"http://{host}", proxy=None,  # type: ignore[arg-type]
                 user_agent_header="Mozilla/5.0 (iPad)") as tablet:  # fmt: skip
        tablet.send(json.dumps({"ticket": ticket}))
        assert "welcome" in json.loads(tablet.recv(10))

        def send_home(page: Any) -> None:
            page.locator("#session-sum").click()
            row = page.locator("#session .devices li", has_text="iPad")
            button = row.get_by_role("button")
            assert button.get_attribute("aria-label") == "Send home (iPad · 127.0.0.1)"
            button.click()
            row.locator("button", has_text="Really?").click()
            row.wait_for(state="detached")
            page.locator("#trouble", has_text="sent home: iPad").wait_for()
            assert page.locator("#session .devices li").count() == 1

        table.play(send_home)
        with suppress(ConnectionClosed):
            while True:
                tablet.recv(10)
        assert tablet.close_code == NO_ENTRY
    assert table.stage.program.notice() == "Console sent home: iPad · 127.0.0.1"


def test_text_and_focus_stay_while_the_game_goes_on_around_them(table: Table) -> None:
    table.open(table.url(), TABLET)

    def begin(page: Any) -> None:
        page.locator("#control-adjust").click()
        page.get_by_role("radio", name="Sky").check()
        page.locator("#field-adjust-points").fill("-2")
        page.locator("#field-adjust-reason").click()

    table.play(begin)
    for n, word in enumerate(("They ", "helped ", "Green", " out.")):
        table.evening.do(Adjust(table.evening.state.teams[0].id, 1, f"{n}"), "test")
        table.play(lambda page, word=word: page.keyboard.type(word))

    def look(page: Any) -> tuple[str, str, str, str]:
        page.locator("#scores li").first.locator("output", has_text="4").wait_for()
        return page.evaluate(
            "() => [document.activeElement.id, document.activeElement.value,"
            " document.querySelector('#field-adjust-points').value,"
            " document.querySelector('#form-adjust input:checked').parentNode.textContent]"
        )

    assert table.play(look) == ["field-adjust-reason", "They helped Green out.", "-2", "Sky"]
    assert table.evening.state.held is None, "no letter of it was a key of the wall"
    before = table.evening.state.teams[1].customers

    def refused_then_done(page: Any) -> None:
        page.locator("#field-adjust-points").fill("500")
        page.keyboard.press("Enter")
        page.locator("#form-adjust [role=alert]").wait_for()
        assert page.locator("#field-adjust-reason").input_value() == "They helped Green out."
        page.locator("#field-adjust-points").fill("3")
        page.keyboard.press("Enter")
        page.locator("#form-adjust").wait_for(state="detached")
        assert page.evaluate("() => document.activeElement.id") == "control-adjust"

    table.play(refused_then_done)
    assert table.evening.state.teams[1].customers == before + 3
    assert table.evening.session.history[-1].action.reason == "They helped Green out."


def test_a_form_somebody_types_in_outlives_the_moment_it_was_for(table: Table) -> None:
    table.open(table.url())

    def begin(page: Any) -> None:
        page.locator("#control-put-next").click()
        page.locator("#field-put-next-card").fill("e")
        page.locator("#form-put-next .radio").first.wait_for()

    table.play(begin)
    while table.evening.state.phase is Phase.PLAY:
        table.evening.do(EndPlay(), "test")
        table.evening.do(Next(), "test")

    def look(page: Any) -> str:
        page.locator("#form-put-next .wrong").wait_for()
        return page.locator("#field-put-next-card").input_value()

    assert table.play(look) == "e"


def test_by_keyboard_alone_and_with_the_keys_of_a_clicker(table: Table) -> None:
    table.open(table.url())

    def keys(page: Any) -> None:
        page.keyboard.press("Tab")
        assert page.evaluate("() => document.activeElement.className") == "skip"
        seen = set()
        for _ in range(120):
            page.keyboard.press("Tab")
            at = page.evaluate(
                "() => document.activeElement.id || document.activeElement.className"
            )
            seen.add(at)
            if at == "control-insight":
                break
        assert "control-insight" in seen
        page.keyboard.press("Space")
        page.locator("#form-insight").wait_for()
        assert page.evaluate("() => document.activeElement.id") == "field-insight-text"
        page.keyboard.type("b . w , n: none of them is a key now")
        page.keyboard.press("Control+Home")
        page.keyboard.press("ArrowRight")
        page.keyboard.press("PageDown")
        page.locator("#form-insight button.primary").press("Enter")
        page.locator("#form-insight").wait_for(state="detached")

    before = table.evening.state.stage
    table.play(keys)
    assert table.evening.state.insights[-1].text.startswith("b . w")
    assert table.evening.state.stage == before
    assert table.evening.state.held is None

    def clicker(page: Any) -> None:
        page.evaluate("() => document.activeElement.blur()")
        page.keyboard.press("b")
        page.locator("#control-release").wait_for()
        page.keyboard.press("PageDown")
        page.locator("#control-release").wait_for(state="detached")
        page.evaluate("() => { document.querySelector('#settings details').open = true; }")
        page.locator("#keys").uncheck()
        page.evaluate("() => document.activeElement.blur()")
        page.keyboard.press("b")
        page.wait_for_timeout(150)

    table.play(clicker)
    assert table.evening.state.held is None
    assert table.evening.state.stage == before


def test_a_reload_in_the_middle_and_a_second_page_change_nothing(table: Table) -> None:
    table.open(table.url())
    before = table.evening.state

    def reload(page: Any) -> str:
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

    def again(page: Any) -> str:
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

    def back(page: Any) -> None:
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


@pytest.mark.parametrize(
    ("language", "size", "light"), [("en", LAPTOP, "light"), ("nl", TABLET, "dark")]
)
def test_nothing_keeps_people_out(
    table: Table, language: str, size: tuple[int, int], light: str
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    i18n.set_language(language)
    table.open(table.url(), size, light)

    def audit(page: Any) -> tuple[list[str], str]:
        page.evaluate(OPEN)
        page.locator("#form-break").wait_for()
        options = {
            "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
            "resultTypes": ["violations", "passes"],
        }
        found = axe.run(page, options=options).response
        assert len(found["passes"]) > 20, "it did look"
        told = [f"{one['id']}: {one['nodes'][0]['html']}" for one in found["violations"]]
        return told, page.evaluate(LANGUAGE)

    assert table.play(audit) == ([], language)


def test_fingers_find_everything_and_nothing_is_pushed_sideways(table: Table) -> None:
    i18n.set_language("nl")  # its words are longer
    table.open(table.url(), PHONE)

    def measure(page: Any) -> dict[tuple[int, int], tuple[list[str], int]]:
        page.evaluate(OPEN)
        page.locator("#form-break").wait_for()
        found = {}
        for width, height in (PHONE, TABLET, LAPTOP, (1600, 900)):
            page.set_viewport_size({"width": width, "height": height})
            wide = page.evaluate("() => document.documentElement.scrollWidth - innerWidth")
            found[width, height] = page.evaluate(TARGETS), max(0, wide)
        return found

    found = table.play(measure)
    assert found == dict.fromkeys(found, ([], 0))
