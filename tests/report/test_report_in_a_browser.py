"""The report in a real browser: it asks for nothing, keeps nobody out, and prints on A4."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from game.report.session.gather import facts_of
from game.report.session.write import PAGE, write_report
from tests.report.sessions import played

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")

pytestmark = [
    pytest.mark.xdist_group("browser"),
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here"),
]


def test_it_needs_no_network_and_prints(tmp_path: Path) -> None:
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import sync_playwright

    log = played(tmp_path / "evening.cxsession", words="<img src=x onerror=alert(1)>")
    folder = write_report([facts_of(log)], tmp_path / "report").folder
    asked: list[str] = []
    complaints: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(viewport={"width": 1000, "height": 800})
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: complaints.append(dialog.message))
        for name in (PAGE, "teams/Orange.html"):
            page.goto((folder / name).as_uri())
        page.goto((folder / PAGE).as_uri())
        wide = page.evaluate("document.documentElement.scrollWidth")
        # The page's own policy lets no script in, the audit's included: it is lifted for that.
        audited = browser.new_context(bypass_csp=True).new_page()
        audited.goto((folder / PAGE).as_uri())
        found = Axe().run(audited).response["violations"]
        printed = page.pdf(format="A4")
        browser.close()
    assert [url for url in asked if not url.startswith("file:")] == []
    assert complaints == []
    assert wide <= 1000
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
    assert printed.count(b"/Type /Page\n") + printed.count(b"/Type /Page ") >= 2
