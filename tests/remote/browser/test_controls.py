"""The console's page in a real browser: what its controls do, by mouse and by keyboard."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("uvicorn", reason="the console needs cx-game[remote]")
pytest.importorskip("playwright", reason="a browser is driven by playwright")

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect
from websockets.typing import Origin

from game.remote.guests import NO_ENTRY
from game.rules.actions import Adjust, EndPlay, Next
from game.rules.cards import ChoiceCard
from game.rules.state import Held, OnCard, Phase
from game.session.session import Session
from tests.remote.browsing import MARKS, TABLET, Table, to_dilemma

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = MARKS


def test_notes_and_answers_are_here_and_every_control_works_by_mouse(table: Table) -> None:
    table.open(table.url())
    card = table.evening.state.card
    assert isinstance(card, ChoiceCard)

    def look(page: Page) -> None:
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

    def piles(page: Page) -> int:
        page.locator("#coming summary").click()
        return page.locator("#coming details li", has_text="Alike").count()

    assert table.play(piles) == len(alike)


def test_what_takes_something_away_is_asked_twice(table: Table) -> None:
    table.open(table.url())

    def skip(page: Page) -> str:
        page.locator("#control-skip").click()
        return page.locator("#control-skip", has_text="Really?").inner_text()

    assert "Skip this card" in table.play(skip)
    assert isinstance(table.evening.state.stage, OnCard)

    def really(page: Page) -> None:
        page.locator("#control-skip").click()
        page.wait_for_timeout(200)

    table.play(really)
    assert not isinstance(table.evening.state.stage, OnCard)


def test_one_device_is_sent_home_after_asking_and_the_wall_says_so(table: Table) -> None:
    table.open(table.url())
    address, _hash, ticket = table.url().partition("#")
    host = address.removeprefix("http://").rstrip("/")
    mine = Origin(f"http://{host}")
    with connect(
        f"ws://{host}/socket", origin=mine, proxy=None, user_agent_header="Mozilla/5.0 (iPad)"
    ) as tablet:
        tablet.send(json.dumps({"ticket": ticket}))
        assert "welcome" in json.loads(tablet.recv(10))

        def send_home(page: Page) -> None:
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


def type_in(page: Page, text: str) -> None:
    page.keyboard.type(text)


def test_text_and_focus_stay_while_the_game_goes_on_around_them(table: Table) -> None:
    table.open(table.url(), TABLET)

    def begin(page: Page) -> None:
        page.locator("#control-adjust").click()
        page.get_by_role("radio", name="Sky").check()
        page.locator("#field-adjust-points").fill("-2")
        page.locator("#field-adjust-reason").click()

    table.play(begin)
    for n, word in enumerate(("They ", "helped ", "Green", " out.")):
        table.evening.do(Adjust(table.evening.state.teams[0].id, 1, f"{n}"), "test")
        table.play(partial(type_in, text=word))

    def look(page: Page) -> list[str]:
        page.locator("#scores li").first.locator("output", has_text="4").wait_for()
        seen: list[str] = page.evaluate(
            "() => [document.activeElement.id, document.activeElement.value,"
            " document.querySelector('#field-adjust-points').value,"
            " document.querySelector('#form-adjust input:checked').parentNode.textContent]"
        )
        return seen

    assert table.play(look) == ["field-adjust-reason", "They helped Green out.", "-2", "Sky"]
    assert table.evening.state.held is None, "no letter of it was a key of the wall"
    before = table.evening.state.teams[1].customers

    def refused_then_done(page: Page) -> None:
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
    given = table.evening.session.history[-1].action
    assert isinstance(given, Adjust)
    assert given.reason == "They helped Green out."


def test_a_form_somebody_types_in_outlives_the_moment_it_was_for(table: Table) -> None:
    table.open(table.url())

    def begin(page: Page) -> None:
        page.locator("#control-put-next").click()
        page.locator("#field-put-next-card").fill("e")
        page.locator("#form-put-next .radio").first.wait_for()

    table.play(begin)
    while table.evening.state.phase is Phase.PLAY:
        table.evening.do(EndPlay(), "test")
        table.evening.do(Next(), "test")

    def look(page: Page) -> str:
        page.locator("#form-put-next .wrong").wait_for()
        return page.locator("#field-put-next-card").input_value()

    assert table.play(look) == "e"


def test_by_keyboard_alone_and_with_the_keys_of_a_clicker(table: Table) -> None:
    table.open(table.url())

    def keys(page: Page) -> None:
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

    def clicker(page: Page) -> None:
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
