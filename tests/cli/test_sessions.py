"""`cxgame sessions`: what is kept is listed, and erased when that is wished."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game import cli, paths
from game.rules.actions import NoteInsight
from tests.session.evening import begun


@pytest.fixture
def kept() -> Path:
    folder = paths.sessions_dir()
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "2026-03-14 Kick-off.cxsession"
    session = begun(path)
    session.dispatch(NoteInsight(0, "Ask Marjolein"), 5000)
    session.close()
    return path


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = cli.run(["sessions", *words])
    told = capsys.readouterr()
    return code, told.out, told.err


def test_nothing_is_kept_at_first(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys) == (0, "", "No sessions are kept.\n")


def test_what_is_kept_is_listed(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys)
    assert (code, kept.name in out, "not finished" in out) == (0, True, True)
    assert str(kept.parent) in err
    (one,) = json.loads(run(capsys, "--json")[1])
    assert (one["name"], one["teams"][0], one["finished"]) == ("Kick-off", "Orange", False)


def test_a_persons_words_are_shown_and_erased(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _err = run(capsys, "erase", "Kick-off", "--words", "marjolein", "--yes")
    assert (code, "- Ask Marjolein" in out) == (0, True)
    assert b"Marjolein" not in kept.read_bytes()
    assert run(capsys, "erase", "Kick-off", "--words", "marjolein", "--yes")[0] == 1


def test_a_whole_session_is_erased(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "erase", str(kept), "--yes")[0] == 0
    assert not kept.exists()


def test_a_file_that_is_no_session_is_never_erased(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "thesis.docx"
    other.write_text("years of work", "utf-8")
    code, _out, err = run(capsys, "erase", str(other), "--yes")
    assert (code, "not a session" in err) == (2, True)
    assert other.read_text("utf-8") == "years of work"


def test_nobody_is_asked_where_nobody_is(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _out, err = run(capsys, "erase", "Kick-off")
    assert (code, "--yes" in err) == (2, True)
    assert kept.exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["erase"], "Which session?"),
        (["erase", "Kick-of"], "Did you mean “Kick-off”?"),
        (["--words", "x"], "Which session?"),
        (["burn"], "burn"),
    ],
)
def test_wrong_use_is_told(
    kept: Path, capsys: pytest.CaptureFixture[str], words: list[str], told: str
) -> None:
    code, _out, err = run(capsys, *words)
    assert (code, told in err) == (2, True), err
    assert kept.exists()
