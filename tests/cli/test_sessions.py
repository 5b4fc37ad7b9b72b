"""`cxgame sessions`: what is kept is listed, and erased when that is wished."""

from __future__ import annotations

import json
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Literal
from unicodedata import normalize

import pytest

from game import cli, paths
from game.rules.actions import NoteInsight
from game.session.recent import recent
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


def test_a_name_cannot_write_on_the_terminal_nor_break_the_table(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plain = kept.read_bytes().replace(b'"name":"Kick-off"', b'"name":"A\\u001b[2J\\nB"', 1)
    kept.write_bytes(plain)
    rows = run(capsys)[1].splitlines()
    assert len(rows) == 3
    assert rows[2].startswith("A␛[2J B ")


def test_a_session_from_a_disk_whose_clock_is_off_is_listed_all_the_same(
    kept: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = [replace(info, played=1e18) for info in recent(kept.parent)]
    monkeypatch.setattr("game.cli.sessions.recent", lambda folder: found)
    code, out, _err = run(capsys)
    assert (code, "Kick-off  –  " in out) == (0, True)
    assert json.loads(run(capsys, "--json")[1])[0]["played"] is None


def test_a_persons_words_are_shown_and_erased(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _err = run(capsys, "erase", "Kick-off", "--words", "marjolein", "--yes")
    assert (code, "- Ask Marjolein" in out) == (0, True)
    assert b"Marjolein" not in kept.read_bytes()
    assert run(capsys, "erase", "Kick-off", "--words", "marjolein", "--yes")[0] == 1


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("typed", "gone"), [("y\n", True), ("n\n", False), ("", False)])
def test_it_is_asked_first_and_not_in_the_output(
    kept: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    typed: str,
    gone: bool,
) -> None:
    monkeypatch.setattr("sys.stdin", Terminal(typed))
    code, out, err = run(capsys, "erase", "Kick-off")
    assert (code, kept.exists()) == (0, not gone)
    assert "[y/n]" not in out  # which may go to a file
    assert err.startswith("Erase this session? It cannot be undone. [y/n] ")


def test_a_name_is_found_whichever_way_its_accents_are_written(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A Mac gives the name of a file with its accents apart from their letters."""
    folder = paths.sessions_dir()
    folder.mkdir(parents=True, exist_ok=True)
    names = ("At Zoë’s", "Aan zee bij Chloé")
    apart: tuple[Literal["NFC", "NFD"], ...] = ("NFC", "NFD")
    for name, there in zip(names, apart, strict=True):
        begun(folder / f"{normalize(there, name)}.cxsession").close()
    for name, typed in zip(names, reversed(apart), strict=True):
        word = normalize(typed, name)
        assert run(capsys, "erase", word, "--yes")[0] == 0
    assert list(folder.iterdir()) == []


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


@pytest.fixture
def practised() -> Path:
    folder = paths.ensure(paths.practise_dir())
    path = folder / "2026-03-15 Practise.cxsession"
    session = begun(path, name="Practise", practise=True)
    session.dispatch(NoteInsight(0, "Ask Marjolein"), 5000)
    session.close()
    return path


def test_those_of_practising_are_listed_apart(
    kept: Path, practised: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = run(capsys)
    assert (code, kept.name in out, practised.name in out) == (0, True, False)
    assert "1 session of practising is kept apart: cxgame sessions --practise" in err
    code, out, err = run(capsys, "--practise")
    assert (code, kept.name in out, practised.name in out) == (0, False, True)
    assert str(practised.parent) in err
    (one,) = json.loads(run(capsys, "--practise", "--json")[1])
    assert one["name"] == "Practise"
    practised.unlink()
    assert run(capsys, "--practise") == (0, "", "No sessions of practising are kept.\n")


@pytest.mark.parametrize("flag", [[], ["--practise"]])
def test_they_are_erased_by_name(
    practised: Path, flag: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["erase", "Practise", *flag, "--words", "marjolein", "--yes"]
    assert run(capsys, *words)[0] == 0
    assert b"Marjolein" not in practised.read_bytes()
    assert run(capsys, "erase", practised.name, *flag, "--yes")[0] == 0
    assert not practised.exists()


def test_a_session_of_people_is_meant_before_one_of_practising(
    kept: Path, practised: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    of_the_same_name = practised.with_name(kept.name)
    practised.rename(of_the_same_name)
    assert run(capsys, "erase", kept.stem, "--yes")[0] == 0
    assert (kept.exists(), of_the_same_name.exists()) == (False, True)
    assert run(capsys, "erase", "Kick-off", "--practise", "--yes")[0] == 2  # its name is Practise
    assert run(capsys, "erase", of_the_same_name.name, "--practise", "--yes")[0] == 0
    assert not of_the_same_name.exists()
