"""Every command of docs/report.md and docs/privacy.md runs, one after the other."""

from __future__ import annotations

import shlex
import shutil
from pathlib import Path

import pytest

from game import cli, paths
from tests.report.sessions import played

DOCS = Path(__file__).parents[2] / "docs"


def commands(page: str) -> list[str]:
    lines = (DOCS / page).read_text("utf-8").splitlines()
    return [line.strip() for line in lines if line.startswith("    cxgame ")]


def test_the_commands_of_the_report_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    log = played(tmp_path / "demo.cxsession")
    shutil.copy(log, tmp_path / "other.cxsession")
    told = commands("report.md")
    assert len(told) == 4
    for line in told:
        assert cli.run(shlex.split(line)[1:]) == 0, line
    for name in ("demo report", "report-nl", "for-others", "together"):
        assert (tmp_path / name / "report.html").is_file()


def test_the_commands_of_privacy_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = paths.sessions_dir()
    folder.mkdir(parents=True)
    played(folder / "2026-06-01 Kick-off.cxsession", words="Marjolein said so")
    told = commands("privacy.md")
    assert len(told) == 5
    for line in told:
        words = shlex.split(line.replace("The Zebras", "Sky"))[1:]
        assert cli.run([*words, *(["--yes"] if "erase" in words else [])]) == 0, line
    assert list(folder.iterdir()) == []
