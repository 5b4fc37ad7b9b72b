"""The sessions in a folder at a glance."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.rules.actions import Adjust, EndPlay, Next
from game.rules.state import Phase, State
from game.session import recent as module
from game.session.faults import LogFault
from game.session.recent import SessionInfo, last_unfinished, look, recent
from game.session.session import Session
from tests.session.evening import begun, header, wander


def saved(path: Path, *, played: float = 0, over: bool = False, **setup: object) -> State:
    session = begun(path, **setup)
    if over:
        session.dispatch(EndPlay(), 2000)
        while session.state.phase is not Phase.OVER:
            session.dispatch(Next(), 2000)
    session.close()
    os.utime(path, (played, played))
    return session.state


def test_an_ending_in_capitals_is_an_ending(tmp_path: Path) -> None:
    saved(tmp_path / "A.CXSESSION")
    assert [info.path.name for info in recent(tmp_path)] == ["A.CXSESSION"]


def test_it_tells_what_a_start_screen_shows(tmp_path: Path) -> None:
    path = tmp_path / "a.cxsession"
    saved(path, played=1234.0, rounds=8)
    (info,) = recent(tmp_path)
    assert info.head is not None
    assert info.head.teams == (("Orange", "orange"), ("Sky", "sky"), ("Green", "green"))
    assert info.head.created == "2026-03-14T19:30:00+01:00"
    assert [deck.title for deck in info.head.decks] == ["D"]
    assert (info.path, info.name, info.played) == (path, "Kick-off", 1234.0)
    assert (info.phase, info.round, info.rounds) == (Phase.PLAY, 1, 8)
    assert not info.finished
    assert info.fault is None


def test_the_last_played_comes_first(tmp_path: Path) -> None:
    for name, played in (("b", 2), ("a", 3), ("c", 1)):
        saved(tmp_path / f"{name}.cxsession", played=played)
    assert [info.path.stem for info in recent(tmp_path)] == ["a", "b", "c"]
    assert [info.path.stem for info in recent(tmp_path, most=2)] == ["a", "b"]


def test_only_sessions_are_listed(tmp_path: Path) -> None:
    saved(tmp_path / "a.cxsession")
    for name in ("notes.txt", "a.cxsession.broken", "a.cxsession.part", ".a.cxsession.lock"):
        (tmp_path / name).write_text("no")
    (tmp_path / "folder.cxsession").mkdir()
    assert [info.path.name for info in recent(tmp_path)] == ["a.cxsession"]


def test_one_that_is_erased_meanwhile_takes_no_other_along(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in "abc":
        saved(tmp_path / f"{name}.cxsession")
    is_file = Path.is_file
    gone: list[Path] = []

    def erased(path: Path) -> bool:
        there = is_file(path)
        if not gone:
            path.unlink()
            gone.append(path)
        return there

    monkeypatch.setattr(Path, "is_file", erased)
    left = {"a", "b", "c"} - {info.path.stem for info in recent(tmp_path)}
    assert left == {path.stem for path in gone}


def test_a_line_of_any_length_is_put_together_once(tmp_path: Path) -> None:
    """A reload carries its pictures in one line; all that is read is read a few times at most."""
    path = tmp_path / "a.cxsession"
    saved(path)
    pictures = b"A" * (40 * module._BLOCK)
    with path.open("ab") as file:
        file.write(b'{"n":90,"at":9,"src":"x","reload":"' + pictures + b'","ev":[]}\n')
    copied = 0

    class Counted(bytes):
        def split(self, *args: Any) -> list[bytes]:
            nonlocal copied
            copied += len(self)
            return bytes.split(self, *args)

        def __add__(self, more: Any) -> Counted:
            return Counted(bytes.__add__(self, more))

    class Reads:
        def __init__(self, file: Any) -> None:
            self.file = file

        def seek(self, *args: int) -> int:
            return int(self.file.seek(*args))

        def read(self, most: int) -> Counted:
            return Counted(self.file.read(most))

    with path.open("rb") as written:
        counted: Any = Reads(written)
        lines = list(module._backward(counted, 0))
    assert lines[::-1] == path.read_bytes().split(b"\n")
    assert copied < 2 * path.stat().st_size


def test_a_missing_folder_has_none(tmp_path: Path) -> None:
    assert recent(tmp_path / "nowhere") == []
    assert last_unfinished(tmp_path / "nowhere") is None


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", LogFault.EMPTY),
        (bytes(9), LogFault.EMPTY),
        (b"PK\x03\x04 \n", LogFault.NOT_A_SESSION),
        (b'{"format":9,"seed":1}\n', LogFault.NEWER),
        (b'{"format":1,"seed":1}\n', LogFault.BROKEN),
    ],
)
def test_a_broken_file_is_listed_with_its_fault(
    tmp_path: Path, data: bytes, reason: LogFault
) -> None:
    (tmp_path / "a.cxsession").write_bytes(data)
    (info,) = recent(tmp_path)
    assert info.fault is not None
    assert info.fault.reason is reason
    assert info.name == "a"
    assert last_unfinished(tmp_path) is None


def test_one_cut_off_in_its_head_is_too(tmp_path: Path) -> None:
    path = tmp_path / "a.cxsession"
    saved(path)
    path.write_bytes(path.read_bytes()[:5000])
    assert (fault := look(path).fault) is not None
    assert fault.reason is LogFault.CUT_SHORT


def test_one_that_goes_while_it_is_looked_at_is_too(tmp_path: Path) -> None:
    assert (fault := look(tmp_path / "gone.cxsession").fault) is not None
    assert fault.reason is LogFault.UNREADABLE


def test_the_last_unfinished_skips_what_is_done_or_broken(tmp_path: Path) -> None:
    saved(tmp_path / "old.cxsession", played=1)
    saved(tmp_path / "new.cxsession", played=2)
    saved(tmp_path / "done.cxsession", played=3, over=True)
    (tmp_path / "bad.cxsession").write_text("?")
    found = last_unfinished(tmp_path)
    assert found is not None
    assert found.path.stem == "new"
    assert look(tmp_path / "done.cxsession").phase is Phase.OVER


def test_nothing_but_the_head_and_the_end_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.cxsession"
    session = begun(path, rounds=3, pictures={"d/big.png": bytes(300_000)})
    for number in range(400):
        session.dispatch(Adjust(0, 1, "x" * 200), 2000 + number)
    session.beat(60_000)
    session.close()
    monkeypatch.setattr(module, "_BLOCK", 200)
    parsed: list[bytes] = []

    def counted(line: bytes) -> dict[str, Any]:
        parsed.append(line)
        return plain(line)

    plain = module._plain
    monkeypatch.setattr(module, "_plain", counted)
    info = look(path)
    assert (info.phase, info.round, info.rounds) == (Phase.PLAY, 1, 3)
    assert len(parsed) <= 2


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10**6), entries=st.integers(0, 90), block=st.integers(30, 3000))
def test_it_agrees_with_the_session_played_through(
    tmp_path_factory: pytest.TempPathFactory, seed: int, entries: int, block: int
) -> None:
    path = tmp_path_factory.mktemp("log") / "a.cxsession"
    session = Session.create(path, header(seed=seed, rounds=3))
    wander(session, seed, entries)
    session.undo(seed % 5, session.last_at)
    wander(session, seed + 1, entries // 4)
    session.close()
    old, module._BLOCK = module._BLOCK, block
    try:
        info = look(path)
    finally:
        module._BLOCK = old
    assert info.round == session.state.round
    assert playing(info) == (session.state.phase is Phase.PLAY)
    assert info.finished == (session.state.phase is Phase.OVER)


def playing(info: SessionInfo) -> bool:
    return info.phase is Phase.PLAY
