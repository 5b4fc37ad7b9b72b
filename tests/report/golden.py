"""Golden reports: the whole page of one evening, in each language.

python -m tests.report.golden    # makes them anew, if a difference was meant
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from game import i18n
from game.report.session.gather import facts_of
from game.report.session.pages import report_page
from game.report.session.typeface import font_faces
from tests.report.sessions import played

FOLDER = Path(__file__).parent / "golden_pages"
LANGUAGES = ("en", "nl")


def path(language: str) -> Path:
    """Where the page of that language is kept."""
    return FOLDER / f"report.{language}.html"


def page(log: Path, language: str) -> str:
    """The page as it is made now; the interface speaks what it spoke before."""
    before = i18n.language()
    i18n.set_language(language)
    try:
        told = report_page([facts_of(log)])
        # Packed letters differ from machine to machine, and say nothing.
        return told.replace(str(font_faces()), "/* the letters */")
    finally:
        i18n.set_language(before)


def main() -> None:
    """Write them."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        log = played(Path(folder) / "evening.cxsession")
        for language in LANGUAGES:
            path(language).write_text(page(log, language), "utf-8")
            print(path(language))


if __name__ == "__main__":
    main()
