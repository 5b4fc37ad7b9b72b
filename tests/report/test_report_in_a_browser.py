"""The report in a real browser: it asks for nothing, runs nothing, fits a phone, prints on A4."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from game.report.session.facts import InsightFacts, PlanFacts, SessionFacts
from game.report.session.gather import facts_of
from game.report.session.write import PAGE, write_report
from game.rules.start import MOST_NAME
from tests.report.payloads import HOSTILE, SCRIPTS
from tests.report.sessions import played

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog, Page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
PHONE, LAPTOP = 390, 1280
HEADINGS = re.compile(
    r"The session|Final standings|Awards|The map|Moments|Insights|What the cards say|"
    r"What the teams will do|What became of .*|Table \d|What differed"
)

pytestmark = [
    pytest.mark.xdist_group("browser"),
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        found = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        yield found
        found.close()


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory) -> SessionFacts:
    return facts_of(played(tmp_path_factory.mktemp("evening") / "evening.cxsession"))


@dataclass
class Watched:
    """A page, and all that it did but show itself."""

    page: Page
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


def watched(browser: Browser, width: int = LAPTOP) -> Watched:
    """A new page that is watched from the first moment on."""
    page = browser.new_page(viewport={"width": width, "height": 800})
    found = Watched(page)
    page.on("request", lambda request: found.asked.append(request.url))
    page.on("console", lambda message: found.complaints.append(message.text))
    page.on("pageerror", lambda error: found.complaints.append(str(error)))
    page.on("popup", lambda popup: found.complaints.append(popup.url))

    def answered(dialog: Dialog) -> None:
        found.complaints.append(str(dialog))
        dialog.dismiss()

    page.on("dialog", answered)
    return found


def hostile(facts: SessionFacts) -> SessionFacts:
    """The same session where every word was typed by somebody who means harm."""
    teams = tuple(replace(one, name=SCRIPTS[i][:MOST_NAME]) for i, one in enumerate(facts.teams))
    plans = tuple(
        PlanFacts(team=teams[0].name, colour="orange", cue=typed, action=typed, who=typed,
                  by_when=typed, missing=(), status="done", why=typed, session=typed,
                  team_id=teams[0].id)
        for typed in HOSTILE
    )  # fmt: skip
    insights = tuple(
        InsightFacts(team=teams[0].name, text=typed, about=typed, team_id=teams[0].id)
        for typed in HOSTILE
    )
    return replace(
        facts, name=SCRIPTS[0], teams=teams, plans=plans, earlier=plans[:9], insights=insights
    )


def long_names(facts: SessionFacts) -> SessionFacts:
    """The same session with the longest words there can be."""
    names = ("Arbeidsongeschiktheidsverzekeringsmaatsch", "W" * MOST_NAME, "i" * MOST_NAME)
    teams = tuple(replace(one, name=names[i % 3][:MOST_NAME]) for i, one in enumerate(facts.teams))
    plans = tuple(replace(one, team=names[0][:MOST_NAME], cue="y" * 400) for one in facts.plans)
    rounds = tuple(str(n) for n in range(1, 31))
    teams = tuple(replace(one, scores=tuple(range(100, 130))) for one in teams)
    return replace(facts, teams=teams, plans=plans, round_names=rounds, name="z" * 300)


def test_it_asks_for_nothing_and_keeps_nobody_out(
    browser: Browser, evening: SessionFacts, tmp_path: Path
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    folder = write_report([evening], tmp_path / "report").folder
    seen = watched(browser)
    for name in (PAGE, "teams/Orange.html"):
        seen.page.goto((folder / name).as_uri())
        loaded = "document.fonts.ready.then(all => [...all].map(one => one.status))"
        assert seen.page.evaluate(loaded) == ["loaded", "loaded"], "its own letters"
        # The page's own policy lets no script in, the audit's included: it is lifted for that.
        for width in (PHONE, LAPTOP):
            context = browser.new_context(bypass_csp=True, viewport={"width": width, "height": 800})
            page = context.new_page()
            page.goto((folder / name).as_uri())
            found = Axe().run(page).response["violations"]
            context.close()
            assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
    assert [url for url in seen.asked if not url.startswith(("file:", "data:font/"))] == []
    assert seen.complaints == []


def test_nothing_that_was_typed_runs(
    browser: Browser, evening: SessionFacts, tmp_path: Path
) -> None:
    facts = hostile(evening)
    written = write_report([facts], tmp_path / "report")
    seen = watched(browser)
    for path in written.files:
        if path.suffix != ".html":
            continue
        seen.page.goto(path.as_uri())
        assert seen.page.url == path.as_uri()
        if path.name == PAGE:
            wide = seen.page.evaluate("document.documentElement.scrollWidth")
            assert wide <= LAPTOP
        seen.page.mouse.click(200, 200)
        seen.page.keyboard.press("Tab")
        for tag in ("script", "img", "iframe", "base", "form", "object", "math", "textarea"):
            assert seen.page.locator(tag).count() == 0, tag
        assert seen.page.locator("link, style").count() == 1, "its own"
        assert seen.page.locator("body > *").count() == 1
    assert [url for url in seen.asked if not url.startswith(("file:", "data:font/"))] == []
    assert seen.complaints == []


def test_nothing_sticks_out(browser: Browser, evening: SessionFacts, tmp_path: Path) -> None:
    page = browser.new_page()
    for i, facts in enumerate((evening, long_names(evening))):
        for path in write_report([facts], tmp_path / str(i)).files:
            if path.suffix != ".html":
                continue
            page.goto(path.as_uri())
            for width in (320, PHONE, LAPTOP):
                page.set_viewport_size({"width": width, "height": 800})
                assert page.evaluate("document.documentElement.scrollWidth") <= width, path.name
    page.close()


class TestPrinted:
    """On A4, page by page."""

    def pages(self, browser: Browser, path: Path, tmp_path: Path) -> list[list[str]]:
        """The lines of each printed page, without its number."""
        reader = shutil.which("pdftotext")
        if reader is None:
            pytest.skip("nothing here reads a PDF")
        page = browser.new_page()
        page.goto(path.as_uri())
        printed = tmp_path / "printed.pdf"
        page.pdf(path=str(printed), prefer_css_page_size=True)
        page.close()
        told = subprocess.run(
            [reader, "-layout", str(printed), "-"], capture_output=True, check=True, timeout=60
        ).stdout.decode("utf-8")
        return [
            [line.strip() for line in one.splitlines() if line.strip()][:-1]
            for one in told.split("\f")[:-1]
        ]

    def test_no_heading_stands_alone_and_no_page_is_near_empty(
        self, browser: Browser, evening: SessionFacts, tmp_path: Path
    ) -> None:
        several = [
            replace(evening, name=f"Table {i}", plans=evening.plans * i) for i in range(1, 5)
        ]
        for i, sessions in enumerate(([evening], [long_names(evening)], several)):
            folder = write_report(sessions, tmp_path / str(i)).folder
            pages = self.pages(browser, folder / PAGE, tmp_path)
            for lines in pages:
                assert not HEADINGS.fullmatch(lines[-1]), lines[-3:]
            # The last one ends where the words end.
            assert min(len(lines) for lines in pages[:-1]) > 8

    def test_the_scores_stand_below_their_picture_and_its_heading(
        self, browser: Browser, evening: SessionFacts, tmp_path: Path
    ) -> None:
        """The table has no name of its own: it may not begin a sheet."""
        for n in range(1, 6):
            facts = replace(evening, plans=evening.plans[:1] * n, earlier=())
            path = write_report([facts], tmp_path / str(n)).folder / PAGE
            for lines in self.pages(browser, path, tmp_path):
                heads = [" ".join(line.split()) for line in lines]
                table = [i for i, line in enumerate(heads) if line.startswith("Team 1 2 3")]
                if table:
                    assert "Happy customers after each round" in heads[: table[0]], n

    def test_a_team_takes_one_sheet_home(
        self, browser: Browser, evening: SessionFacts, tmp_path: Path
    ) -> None:
        written = write_report([evening], tmp_path / "report")
        for path in written.files:
            if path.parent.name == "teams":
                assert len(self.pages(browser, path, tmp_path)) == 1, path.name
