"""The console's page on a phone: what the moment waits for is at the thumb, with any names."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("uvicorn", reason="the console needs cx-game[remote]")
pytest.importorskip("playwright", reason="a browser is driven by playwright")

from game import i18n
from game.rules.actions import Action, Next, OpenBells, PutNext, RingBell, SetAnswer
from game.rules.cards import ChoiceCard, OpenCard, Play
from game.rules.start import MOST_NAME
from game.rules.state import BellPhase, OnCard, Phase, Ready, Step, evolve
from game.session.assemble import Choices, assemble
from game.session.library import Library
from game.session.session import Session
from tests.remote.browsing import LAPTOP, MARKS, PHONE, TABLET, Table, to_dilemma

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = MARKS

LONG = "Rolstoelvriendelijkheidsonderzoekscommissie"[:MOST_NAME]
COLOURS = ("orange", "sky", "green", "yellow", "blue", "rust", "pink", "ink")
NAMES = tuple((f"{n}{LONG[1:]}", colour) for n, colour in enumerate(COLOURS))
SPILLS = """() => [...document.querySelectorAll("#head *, main section *, #bar *")]
  .filter((e) => e.getClientRects().length && !e.closest(".clock .label"))
  .filter((e) => {
    const box = e.getBoundingClientRect();
    const around = e.closest("section, #head, #bar").getBoundingClientRect();
    return box.right > Math.min(around.right, innerWidth) + 1 || box.left < around.left - 1;
  })
  .map((e) => `${e.tagName} ${e.className}: ${e.textContent.slice(0, 40)}`)"""
"""What sticks out of its own part of the page, or out of the page."""
ORDERS = """() => [...document.querySelectorAll(".buttons")]
  .filter((row) => row.querySelector(".danger"))
  .map((row) => [...row.querySelectorAll("button")].map((b) => +b.matches(".danger")).join(""))"""
"""Of each row with something dangerous: a figure for each button, 1 for what is."""
ASKING = "#bar .asking button"


def eight(table: Table, tmp_path: Path) -> None:
    """Another session: eight teams, whose names are one word as long as a name may be."""
    choices = Choices(decks=("outside-in", "cx-facts"), seed=1, teams=NAMES)
    setup = assemble(choices, Library.default())
    setup = evolve(setup, plan=evolve(setup.plan, rounds=3, play_ms=0))
    header = setup.header("2026-01-01T10:00:00+00:00")
    table.stage.program.show_session(Session.create(tmp_path / "eight.cxsession", header))


def test_no_name_makes_the_page_wider_than_the_screen(table: Table, tmp_path: Path) -> None:
    eight(table, tmp_path)
    to_dilemma(table.evening)
    for team in table.evening.state.teams:
        table.evening.do(SetAnswer(team.id, 0), "test")
    i18n.set_language("nl")  # its words are longer
    table.open(table.url(), PHONE)

    def measure(page: Page) -> dict[tuple[int, int], list[str]]:
        page.locator("#card .who span").first.wait_for()
        page.locator("#control-adjust").click()
        found = {}
        for width, height in ((320, 640), PHONE, TABLET, LAPTOP):
            page.set_viewport_size({"width": width, "height": height})
            found[width, height] = page.evaluate(SPILLS)
        return found

    found = table.play(measure)
    assert not any(found.values()), found


def do(table: Table, action: Action) -> None:
    assert table.evening.do(action, "test") is None


def until(table: Table, kind: type[OnCard | Ready]) -> None:
    """Go on until the game has come to that."""
    while not isinstance(table.evening.state.stage, kind):
        do(table, Next())


def to_bell(table: Table) -> None:
    """A team has rung."""
    to_dilemma(table.evening)
    state = table.evening.state
    bell = next(c for c in state.content.cards if c.play is Play.BELL and isinstance(c, ChoiceCard))
    while isinstance(table.evening.state.stage, OnCard):
        do(table, Next())
    do(table, PutNext(bell.id))
    until(table, OnCard)
    while not _bell(table):
        do(table, Next())
    if _bell(table) is not BellPhase.OPEN:
        do(table, OpenBells())
    do(table, RingBell(0, table.evening.now()))
    while _bell(table) is not BellPhase.TAKEN:
        table.stage.turn()


def _bell(table: Table) -> BellPhase | None:
    stage = table.evening.state.stage
    return stage.bell.phase if isinstance(stage, OnCard) and stage.bell else None


def test_who_rang_is_judged_from_the_bar_of_a_phone(table: Table, tmp_path: Path) -> None:
    eight(table, tmp_path)
    to_bell(table)
    table.open(table.url(), PHONE)

    named = [f"{NAMES[0][0]} is right", f"{NAMES[0][0]} is wrong, or silent"]

    def judge(page: Page) -> None:
        page.evaluate("() => scrollTo(0, 0)")
        right, wrong = page.locator(ASKING).all()
        marks = [one.locator(".mark").inner_text() for one in (right, wrong)]
        assert marks == ["✓", "✗"], "told apart before they are read"
        offered = [page.get_by_role("button", name=one).last for one in named]
        assert [one.is_visible() for one in offered] == [True, True]
        page.locator(ASKING).last.click()
        page.locator(ASKING).first.wait_for(state="detached")

    table.play(judge)
    stage = table.evening.state.stage
    assert isinstance(stage, OnCard)
    assert stage.bell is not None
    assert stage.bell.out == (0,)


def test_where_all_is_in_reach_nothing_is_there_twice(table: Table) -> None:
    table.open(table.url(), LAPTOP)

    def count(page: Page, size: tuple[int, int]) -> int:
        page.set_viewport_size({"width": size[0], "height": size[1]})
        return page.get_by_role("button", name="Enter an answer").count()

    found = [table.play(partial(count, size=size)) for size in (LAPTOP, TABLET, PHONE)]
    assert found == [1, 1, 2]


def test_points_are_given_without_a_keyboard_over_the_page(table: Table) -> None:
    evening = table.evening
    card = next(c for c in evening.state.content.cards if isinstance(c, OpenCard))
    while isinstance(evening.state.stage, OnCard):
        do(table, Next())
    do(table, PutNext(card.id))
    while evening.state.phase is Phase.PLAY and not _judging(table):
        do(table, Next())
    table.open(table.url(), PHONE)

    def vote(page: Page) -> tuple[list[str], list[str]]:
        page.locator(ASKING).click()
        form = page.locator("#form-vote")
        points = form.get_by_role("group", name="Points")
        offered = points.locator("label").all_inner_texts()
        points.get_by_role("radio", name="2").check()
        page.locator(ASKING).click()  # once more: the form that is filled in stays
        chosen = points.locator(":checked").evaluate_all("found => found.map((e) => e.value)")
        form.get_by_role("radio", name="Green").check()
        form.locator("button.primary").click()
        page.wait_for_function("() => !document.querySelector('#form-vote :checked')")
        return offered, chosen

    assert table.play(vote) == (["0", "1", "2", "3"], ["2"])
    stage = evening.state.stage
    assert isinstance(stage, OnCard)
    assert [points for _team, points in stage.votes] == [2]


def test_answers_of_all_teams_are_entered_in_one_form(table: Table, tmp_path: Path) -> None:
    eight(table, tmp_path)
    evening = table.evening
    cards = [c for c in evening.state.content.cards if isinstance(c, ChoiceCard)]
    card = next(c for c in cards if c.play is Play.EVERYONE)
    while evening.state.phase is not Phase.PLAY:
        do(table, Next())
    do(table, PutNext(card.id))
    until(table, OnCard)
    table.open(table.url(), PHONE)

    def enter(page: Page) -> list[str]:
        page.locator(ASKING).click()
        form = page.locator("#form-set-answer")
        for n, (name, _colour) in enumerate(NAMES[:3]):
            form.get_by_role("radio", name=name).check()
            form.get_by_role("group", name="Answer").get_by_role("radio").nth(n).check()
            form.locator("button.primary").click()
            page.wait_for_function(
                "() => !document.querySelector('#form-set-answer [name=team]:checked')"
            )
        teams = form.get_by_role("group", name="Team").locator("label")
        teams.nth(2).locator(".quiet").wait_for()
        told: list[str] = teams.locator("span > span").all_inner_texts()
        return told

    told = table.play(enter)
    assert [one[0] for one in told] == ["A", "B", "C"], "who has answered what; five have not"
    stage = evening.state.stage
    assert isinstance(stage, OnCard)
    assert stage.answers == ((0, 0), (1, 1), (2, 2))
    until(table, Ready)
    other = next(c for c in cards if c.play is Play.EVERYONE and c is not card)
    do(table, PutNext(other.id))
    until(table, OnCard)

    def next_card(page: Page) -> int:
        page.locator("#card h3", has_text=other.title).wait_for()
        return page.locator("#form-set-answer").count()

    assert table.play(next_card) == 0, "the form of the last card has gone with it"


def _judging(table: Table) -> bool:
    stage = table.evening.state.stage
    return isinstance(stage, OnCard) and stage.step is Step.JUDGE


def test_what_takes_something_away_stands_last(table: Table) -> None:
    table.open(table.url(), TABLET)

    def last(page: Page) -> list[str]:
        found: list[str] = page.evaluate(ORDERS)
        return found

    found = table.play(last)
    assert found
    assert all(one == "".join(sorted(one)) for one in found)


DISPLAYS = """() => ["trouble", "live"]
  .map((id) => getComputedStyle(document.getElementById(id)).display)"""
IN_SIGHT = """(e) => {
  const box = e.getBoundingClientRect(), x = box.left + box.width / 2, y = box.top + box.height / 2;
  return box.top >= 0 && box.bottom <= innerHeight && e.contains(document.elementFromPoint(x, y));
}"""
"""Whether something is on the screen, with nothing before it."""


@pytest.mark.parametrize("size", [PHONE, (683, 384), LAPTOP])
def test_a_lost_game_is_told_wherever_one_has_scrolled_to(
    table: Table, size: tuple[int, int]
) -> None:
    table.open(table.url(), size)

    def scroll(page: Page) -> None:
        page.locator("#session-sum").click()
        page.evaluate("() => scrollTo(0, document.body.scrollHeight)")

    table.play(scroll)
    table.stage.program.console.close()

    def told(page: Page) -> tuple[float, bool, str]:
        page.get_by_text("This console is closed.").wait_for()
        scrolled: float = page.evaluate("() => scrollY")
        seen: bool = page.locator("#trouble span").first.evaluate(IN_SIGHT)
        bar: str = page.locator("#bar").evaluate("(e) => getComputedStyle(e).opacity")
        return scrolled, seen, bar

    scrolled, seen, bar = table.chromium.ask(lambda _browser: told(table.page)).result(20)
    assert scrolled > 100
    assert seen
    assert bar == "1", "the page does not show through its foot"


def test_what_is_said_aloud_has_its_place_before_it_is_said(table: Table) -> None:
    """A live region that comes along with its words is not heard by every screen reader."""
    table.open(table.url(), PHONE)

    def look(page: Page) -> list[str]:
        page.wait_for_function(
            "() => !document.getElementById('trouble').textContent", timeout=20000
        )
        found: list[str] = page.evaluate(DISPLAYS)
        return found

    assert "none" not in table.play(look)
