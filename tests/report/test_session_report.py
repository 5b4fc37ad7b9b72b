"""The report of a session: all of it is told; what was typed stands as typed, and runs nowhere."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game import cli, i18n
from game.report.session.deadlines import due_date
from game.report.session.facts import SessionFacts
from game.report.session.gather import facts_of
from game.report.session.pages import report_page, team_page
from game.report.session.write import CALENDAR, DATA, PAGE, WORKBOOK, write_report
from game.session.names import report_folder
from tests.report import golden
from tests.report.reading import text_of
from tests.report.sessions import LAST, PLAN, played


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return played(tmp_path_factory.mktemp("evening") / "2026-06-01 Kick-off.cxsession")


@pytest.fixture(scope="module")
def facts(log: Path) -> SessionFacts:
    return facts_of(log)


@pytest.fixture
def dutch() -> Iterator[None]:
    i18n.set_language("nl")
    yield
    i18n.set_language("en")


class TestWhatIsInIt:
    def test_the_whole_session_is_told(self, facts: SessionFacts) -> None:
        told = text_of(report_page([facts]))
        for word in ("Kick-off", "Orange", "Sky", "Bo & <b>Co</b>", "The journey", "Outside-in"):
            assert word in told
        for plan in (PLAN, LAST.plan):
            assert plan.action in told
        assert "They queue for soup" in told
        assert "by when" in told, "what is missing of the second plan"
        for card in facts.cards:
            assert card.why in told
        for name, _teams, _line in facts.awards:
            assert name in told
        for moment in facts.moments:
            assert moment.sentence in told

    def test_it_needs_nothing_else(self, facts: SessionFacts) -> None:
        page = report_page([facts])
        assert "default-src 'none'" in page
        for outside in ("<script", "src=", "@import", "http://", "https://"):
            assert outside not in page
        assert page.count("url(") == page.count("url(data:font/woff;base64,") == 2

    def test_pictures_have_words_and_tables(self, facts: SessionFacts) -> None:
        page = report_page([facts])
        assert page.count('role="img"') == page.count(
            'aria-label="Happy customers of'
        ) + page.count('aria-label="The way')
        assert page.count('role="img"') == 2

    def test_a_team_takes_its_own_page_home(self, facts: SessionFacts) -> None:
        for team in facts.teams:
            told = text_of(team_page(facts, team))
            assert team.name in told
            assert (PLAN.action in told) == (team.name == "Orange")

    def test_several_sessions_make_one_report(self, facts: SessionFacts, tmp_path: Path) -> None:
        other = facts_of(played(tmp_path / "2026-06-02 Table 2.cxsession", seed=9))
        told = text_of(report_page([facts, other]))
        assert "Session 1" in told
        assert "Session 2" in told
        shared = {card.id for card in facts.cards} & {card.id for card in other.cards}
        assert ("What differed" in told) == bool(shared)
        assert told.count("I write it down") >= 2

    def test_dutch(self, facts: SessionFacts, dutch: None) -> None:
        told = text_of(report_page([facts]))
        assert "Wat de teams gaan doen" in told
        assert "What the teams will do" not in told


@pytest.mark.parametrize("language", golden.LANGUAGES)
def test_the_page_is_as_it_was(log: Path, language: str) -> None:
    kept = golden.path(language).read_text("utf-8")
    assert golden.page(log, language) == kept, "if this was meant: python -m tests.report.golden"


class TestAnonymous:
    def test_no_name_is_left(self, log: Path) -> None:
        told = text_of(report_page([facts_of(log, anonymous=True)]))
        for name in ("Orange", "Sky", "Bo &", "Kick-off", "Kim", "Spring"):
            assert name not in told, name
        assert "Team 1" in told
        assert PLAN.action in told


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2026-07-01", "2026-07-01"),
        ("1-7-2026", "2026-07-01"),
        ("uiterlijk 12 januari", "2027-01-12"),
        ("by 12 January 2027", "2027-01-12"),
        ("July 3rd", "2026-07-03"),
        ("Friday", "2026-06-05"),
        ("voor vrijdag", "2026-06-05"),
        ("Monday", "2026-06-08"),
        ("over twee weken", "2026-06-15"),
        ("in 10 days", "2026-06-11"),
        ("binnen een maand", "2026-07-01"),
        ("next week", "2026-06-12"),
        ("Friday next week", "2026-06-12"),
        ("volgende week maandag", "2026-06-08"),
        ("over 2-3 weken", None),
        ("within 3/5 days", None),
        ("een half uur, 12.10 uur", None),
        ("3-5", "2027-05-03"),
        ("morgen", "2026-06-02"),
        ("eind van de maand", "2026-06-30"),
        ("in september", "2026-09-30"),
        ("in september 2027", "2027-09-30"),
        ("voor september", "2026-08-31"),
        ("before 2 September", "2026-09-02"),
        ("before May", "2027-04-30"),
        ("before June", "2027-05-31"),
        ("before January 2027", "2026-12-31"),
        ("maandag over twee weken", "2026-06-15"),
        ("Friday in 2 weeks", "2026-06-19"),
        ("24/7", None),
        ("31-2-2026", None),
        ("31-12-9999", None),
        ("soon", None),
        ("zodra het kan", None),
        ("in ٣ days", None),
        ("", None),
    ],
)
def test_a_day_is_read_from_words(words: str, day: str | None) -> None:
    said = date(2026, 6, 1)
    assert due_date(words, said) == (date.fromisoformat(day) if day else None)


@given(st.text(max_size=60))
@settings(max_examples=30)
def test_no_words_upset_the_calendar(words: str) -> None:
    due_date(words, date(2026, 6, 1))


class TestTheCommand:
    def test_it_writes_everything_beside_the_session(
        self, log: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        copy = tmp_path / log.name
        copy.write_bytes(log.read_bytes())
        assert cli.run(["report", str(copy)]) == 0
        folder = report_folder(copy)
        assert str(folder.name) in capsys.readouterr().err
        names = {path.name for path in folder.rglob("*") if path.is_file()}
        assert {PAGE, CALENDAR, DATA, WORKBOOK, "Orange.html", "Sky.html"} <= names

    def test_by_two_ways_to_one_file_it_is_one_session(self, log: Path, tmp_path: Path) -> None:
        link = tmp_path / "link.cxsession"
        link.symlink_to(log)
        out = tmp_path / "out"
        assert cli.run(["report", str(log), str(link), "--out", str(out)]) == 0
        assert len(json.loads((out / DATA).read_text("utf-8"))["sessions"]) == 1

    def test_again_it_replaces_what_stood_there(self, facts: SessionFacts, tmp_path: Path) -> None:
        first = write_report([facts], tmp_path / "r").files
        before = [path.read_bytes() for path in first if path.name != WORKBOOK]
        again = write_report([facts], tmp_path / "r").files
        assert first == again
        assert before == [path.read_bytes() for path in again if path.name != WORKBOOK]

    def test_a_folder_that_cannot_be_written_is_told(
        self, log: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (tmp_path / "taken").write_text("", "utf-8")
        assert cli.run(["report", str(log), "--out", str(tmp_path / "taken")]) == 3
        assert "cannot be written" in capsys.readouterr().err

    def test_csv_stands_in_for_a_workbook(
        self, facts: SessionFacts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("game.report.session.write.workbook_of", self._missing)
        written = write_report([facts], tmp_path / "r")
        assert not written.workbook
        assert (tmp_path / "r" / "plans.csv").is_file()

    def test_tables_of_the_other_kind_go_and_files_of_others_stay(
        self, facts: SessionFacts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Else names that were erased or left out would stand in a table nobody thinks of."""
        folder = tmp_path / "r"
        book = {"session.xlsx"}
        csv = {f"{name}.csv" for name in ("teams", "cards", "plans", "insights")}

        def tables() -> set[str]:
            return {one.name for one in folder.iterdir() if one.suffix in (".csv", ".xlsx")}

        write_report([facts], folder)
        assert tables() == book
        (folder / "budget.csv").write_text("a,b", "utf-8")
        with monkeypatch.context() as without:
            without.setattr("game.report.session.write.workbook_of", self._missing)
            write_report([facts], folder)
            assert tables() == csv | {"budget.csv"}
            (folder / "session.xlsx").write_bytes(b"of somebody else")
            write_report([facts], folder)
            assert tables() == csv | book | {"budget.csv"}
        (folder / "plans.csv").write_text("our,own,plans", "utf-8")
        write_report([facts], folder)
        assert tables() == book | {"plans.csv", "budget.csv"}

    @staticmethod
    def _missing(_sessions: object) -> bytes:
        raise ImportError

    def test_a_torn_log_is_reported_as_far_as_it_goes(
        self, log: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        torn = tmp_path / "torn.cxsession"
        torn.write_bytes(log.read_bytes()[:-200] + b"{")
        assert cli.run(["report", str(torn)]) == 1
        assert (report_folder(torn) / PAGE).is_file()
