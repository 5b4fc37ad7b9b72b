"""The console's page in a real browser: everybody can use it, at any size."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

pytest.importorskip("uvicorn", reason="the console needs cx-game[remote]")
pytest.importorskip("playwright", reason="a browser is driven by playwright")


from game import i18n
from tests.remote.browsing import LAPTOP, MARKS, PHONE, TABLET, Table

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = MARKS

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


@pytest.mark.parametrize(
    ("language", "size", "light"),
    [
        ("en", LAPTOP, "light"),
        ("nl", TABLET, "dark"),
        ("nl", PHONE, "light"),
        ("en", PHONE, "dark"),
    ],
)
def test_nothing_keeps_people_out(
    table: Table, language: str, size: tuple[int, int], light: str
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    i18n.set_language(language)
    table.open(table.url(), size, light)

    def audit(page: Page) -> tuple[list[str], str]:
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

    def measure(page: Page) -> dict[tuple[int, int], tuple[list[str], int]]:
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
