"""Everything on the report's page lies between its margins, and all of it can be gone to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from game.report.session.facts import CardFacts, SessionFacts
from game.report.session.gather import facts_of
from game.report.session.pages import report_page
from tests.report.sessions import played
from tests.report.test_report_in_a_browser import CHROMIUM

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PAST = """
() => {
    const main = document.querySelector("main"), style = getComputedStyle(main);
    const edge = main.getBoundingClientRect().right - parseFloat(style.paddingRight);
    return [...main.querySelectorAll("*")]
        .filter(one => !one.closest(".wide, .words"))
        .filter(one => one.getBoundingClientRect().right > edge + 1)
        .map(one => one.outerHTML.slice(0, 60));
}
"""
"""What stands out past the margin at the right.

What can be scrolled by itself is left out, and so are spaces at the end of typed lines.
"""


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory) -> SessionFacts:
    return facts_of(played(tmp_path_factory.mktemp("evening") / "evening.cxsession"))


def test_every_section_is_in_the_contents(evening: SessionFacts) -> None:
    assert evening.earlier
    page = report_page([evening])
    assert '<a href="#earlier">' in page
    assert page.count('id="earlier"') == 1


def test_plans_nobody_made_last_time_are_not(evening: SessionFacts) -> None:
    assert "#earlier" not in report_page([replace(evening, earlier=())])


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        found = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        yield found
        found.close()


@pytest.mark.xdist_group("browser")
@pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here")
@pytest.mark.parametrize("axes", [("Progress", "Connection"), ("Vooruitgang", "Verbinding")])
def test_no_table_stands_out_past_the_margin(
    axes: tuple[str, str], evening: SessionFacts, browser: Browser, tmp_path: Path
) -> None:
    path = tmp_path / "report.html"
    teams = tuple(replace(team, name="Oranje") for team in evening.teams)
    facts = replace(evening, axes=axes, teams=teams)
    path.write_text(report_page([facts]), encoding="utf-8")
    page = browser.new_page()
    page.goto(path.as_uri())
    for width in (700, 800, 1000, 1366):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(PAST) == [], width
    page.close()


@pytest.mark.xdist_group("browser")
@pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here")
def test_on_a_phone_a_long_name_beside_an_answer_is_no_pile_of_syllables(
    evening: SessionFacts, browser: Browser, tmp_path: Path
) -> None:
    """Who gave which answer, and what it brought, is read like a line and not like a column."""
    long = "Guild of Listeners Who Never Hang Up"

    def named(card: CardFacts) -> CardFacts:
        return replace(card, chosen=tuple(replace(row, team=long) for row in card.chosen))

    moments = tuple(replace(one, card=named(one.card)) for one in evening.moments)
    path = tmp_path / "report.html"
    path.write_text(report_page([replace(evening, moments=moments)]), encoding="utf-8")
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.goto(path.as_uri())
    names = page.locator(".answers .team bdi")
    assert names.count() > 0
    heights = names.evaluate_all("found => found.map((e) => e.getBoundingClientRect().height)")
    assert max(heights) <= 3 * 17 * 1.5 + 1, "three lines at the most"
    brings = page.locator(".answers td.n").first
    shown = brings.evaluate("cell => getComputedStyle(cell, '::before').content")
    assert "Customers" in shown, "the head it stood under is told beside it"
    page.close()
