"""Evenings, reports and decks on a disk that refuses what Windows refuses."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.content import load_deck
from game.content.library import find_decks
from game.content.sharing.add import add
from game.content.sharing.pack import pack
from game.content.sharing.shelving import discard
from game.paths import scenarios_dir
from game.report.session.gather import gather
from game.report.session.write import write_report
from game.rules.actions import EditTeam
from game.session.erasing import erase, erase_session, look_for
from game.session.faults import LogError, LogFault
from game.session.names import file_name, report_folder
from game.session.reading import set_aside
from game.session.session import Session
from game.session.typed import Wanted
from tests.session.evening import begun, reopened, wander
from tests.windowsdisk import OPEN_FILES, WindowsDisk

pytestmark = pytest.mark.skipif(not OPEN_FILES.exists(), reason="no list of open files here")


@pytest.fixture
def windows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> WindowsDisk:
    return WindowsDisk(tmp_path, monkeypatch)


def test_the_disk_refuses_what_it_should(tmp_path: Path, windows: WindowsDisk) -> None:
    """Or nothing below would show anything."""
    path = tmp_path / "a"
    with path.open("wb"):
        with pytest.raises(PermissionError):
            path.unlink()
        with pytest.raises(PermissionError):
            path.replace(tmp_path / "b")
    assert len(windows.refused) == 2
    path.replace(tmp_path / "b")
    for name in ("nul", "con.html", "why?", "dots.", "a:b"):
        with pytest.raises(OSError, match="no such name"):
            (tmp_path / name).mkdir()


@pytest.mark.parametrize("name", ["Kick-off", "aux", "Who? Us: 3/4", "ends in a dot.", "con.prn"])
def test_an_evening_is_played_gone_on_with_and_erased(
    tmp_path: Path, windows: WindowsDisk, name: str
) -> None:
    path = tmp_path / "sessions" / file_name("2026-03-14", name)
    session = begun(path, name=name)
    wander(session, seed=2, entries=40)
    assert session.wait_saved(10)
    assert session.trouble is None
    with pytest.raises(LogError) as taken:
        Session.open(path)
    assert taken.value.reason is LogFault.IN_USE
    session.close()
    again = Session.open(path)
    assert again.state.teams == session.state.teams
    again.close()
    assert [one.name for one in path.parent.iterdir()] == [path.name]
    assert erase_session(path) == (path,)
    assert list(path.parent.iterdir()) == []
    assert windows.refused == []


def test_an_evening_moves_to_another_folder_and_leaves_no_lock(
    tmp_path: Path, windows: WindowsDisk
) -> None:
    session = begun(tmp_path / "here" / "evening.cxsession")
    wander(session, seed=3, entries=10)
    session.move_to(tmp_path / "there")
    wander(session, seed=4, entries=10)
    assert session.wait_saved(10)
    session.close()
    assert reopened(tmp_path / "there" / "evening.cxsession").state.teams == session.state.teams
    left = {one.name for one in tmp_path.rglob("*") if one.is_file()}
    assert left == {"evening.cxsession"}
    assert windows.refused == []


def test_a_damaged_log_is_set_aside_and_played_on(tmp_path: Path, windows: WindowsDisk) -> None:
    path = tmp_path / "evening.cxsession"
    session = begun(path)
    wander(session, seed=5, entries=20)
    session.close()
    with path.open("ab") as file:
        file.write(b"rubbish\n")
    again = Session.open(path)
    assert again.state.teams == session.state.teams
    wander(again, seed=6, entries=5)
    assert again.wait_saved(10)
    again.close()
    assert set_aside(path) is not None
    assert windows.refused == []


def test_a_report_is_written_again_and_words_go_from_everywhere(
    tmp_path: Path, windows: WindowsDisk
) -> None:
    path = tmp_path / "evening.cxsession"
    session = begun(path)
    session.dispatch(EditTeam(0, "Zoës", "ink"), session.last_at + 10)
    wander(session, seed=7, entries=30)
    session.close()
    for _time in range(2):
        write_report([gather(session.header, session.state, ())], report_folder(path))
    assert erase(look_for(path, Wanted(words=("Zoës",)))) == path
    assert "Zoës".encode() not in path.read_bytes()
    assert not report_folder(path).exists()
    assert windows.refused == []


def test_a_deck_is_added_replaced_and_taken_away(tmp_path: Path, windows: WindowsDisk) -> None:
    decks, trash = tmp_path / "decks", tmp_path / "removed"
    decks.mkdir()
    packed = tmp_path / "facts.cxdeck"
    packed.write_bytes(pack(load_deck(scenarios_dir() / "cx-facts")))
    added = add(packed, decks, trash)
    text = (added.path / "deck.yaml").read_text("utf-8")
    other = re.sub("^title: .*$", "title: Of my own", text, count=1, flags=re.MULTILINE)
    (added.path / "deck.yaml").write_text(other, "utf-8")
    again = add(packed, decks, trash, replacing=True)
    assert (again.path, len(again.kept)) == (added.path, 1)
    (entry,) = find_decks([decks])
    kept = discard(entry, decks, trash)
    assert (kept / "deck.yaml").exists()
    assert list(decks.iterdir()) == []
    assert windows.refused == []
