"""A session that is over has its report beside it, and the wall says where."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.app.evening import Evening
from game.app.reporting import Reporter
from game.report.session.write import PAGE
from game.session.names import report_folder
from game.session.session import Session
from tests.report.sessions import played


def test_it_is_written_once_when_the_session_is_over(tmp_path: Path) -> None:
    log = played(tmp_path / "evening.cxsession")
    evening = Evening(Session.open(log))
    said: list[str] = []
    reporter = Reporter(said.append)
    reporter.tick(evening)
    reporter.close()
    reporter.tick(evening)
    reporter.tick(evening)
    assert (report_folder(log) / PAGE).is_file()
    assert evening.report == f"The report is in {report_folder(log)}."
    assert said == [], "the last page says it: a notice would lie over what comes next"
    assert reporter.due_in() is None
    evening.session.close()


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    log = played(tmp_path / "evening.cxsession")
    report_folder(log).write_text("in the way", "utf-8")
    evening = Evening(Session.open(log))
    reporter = Reporter(lambda _told: None)
    reporter.tick(evening)
    reporter.close()
    reporter.tick(evening)
    assert "cannot be written" in evening.report
    evening.session.close()


def test_a_fault_of_our_own_is_said_and_waited_for_no_longer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = played(tmp_path / "evening.cxsession")
    evening = Evening(Session.open(log))

    def fails(*_args: object) -> None:
        raise RuntimeError("nobody thought of it")

    monkeypatch.setattr("game.report.session.write.write_report", fails)
    reporter = Reporter(lambda _told: None)
    reporter.tick(evening)
    reporter.close()
    reporter.tick(evening)
    assert "cannot be written" in evening.report
    assert reporter.due_in() is None
    evening.session.close()


def test_whoever_has_gone_on_already_is_told_in_a_notice(tmp_path: Path) -> None:
    log = played(tmp_path / "evening.cxsession")
    evening = Evening(Session.open(log))
    said: list[str] = []
    reporter = Reporter(said.append)
    reporter.tick(evening)
    evening.session.close()
    reporter.close()
    reporter.tick(None)
    assert said == [f"The report is in {report_folder(log)}."]


def test_nothing_is_written_before_the_end(tmp_path: Path) -> None:
    from tests.session.evening import begun

    evening = Evening(begun(tmp_path / "evening.cxsession"))
    reporter = Reporter(lambda _told: None)
    reporter.tick(evening)
    assert reporter.due_in() is None
    assert not report_folder(tmp_path / "evening.cxsession").exists()
    evening.session.close()
