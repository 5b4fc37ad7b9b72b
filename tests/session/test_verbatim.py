"""A log that is word for word what we write is opened another way, to the very same session."""

from __future__ import annotations

import gc
import re
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest

from game.session import verbatim
from game.session.faults import LogError
from game.session.fold import fold_log
from game.session.reading import Reading, read_log
from game.session.session import Session
from tests.session.evening import begun, wander


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Everything a log can hold but a reload: entries, steps back and forth, beats."""
    path = tmp_path_factory.mktemp("logs") / "evening.cxsession"
    session = begun(path, teams=4, seed=3)
    wander(session, 3, 150)
    session.undo(4, session.last_at)
    session.redo(2, session.last_at)
    wander(session, 4, 150)
    for ms in range(0, 30_000, 1000):
        session.beat(session.last_at + ms)
    wander(session, 5, 60)
    for ms in range(1000, 9000, 1000):
        session.beat(session.last_at + ms)
    assert session.close()
    return path


def same(path: Path) -> Reading:
    """What both ways find, once they were held against each other."""
    fold, reading = verbatim.open_log(path)
    slow, wanted = fold_log(read_log(path))
    for field in fields(Reading):
        assert getattr(reading, field.name) == getattr(wanted, field.name), field.name
    assert fold.state == slow.state
    assert (fold.n, fold.can_undo, fold.can_redo) == (slow.n, slow.can_undo, slow.can_redo)
    return reading


def test_it_comes_to_the_same(evening: Path) -> None:
    reading = same(evening)
    assert len(reading.entries) > 300
    assert reading.notices == ()


def test_what_we_wrote_needs_no_second_reading(
    evening: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> Reading:
        raise AssertionError(f"{path} was read the long way")

    monkeypatch.setattr(verbatim, "read_log", refuse)
    _fold, reading = verbatim.open_log(evening)
    assert len(reading.entries) > 300


def test_what_was_undone_is_found_again(evening: Path) -> None:
    fold, _ = verbatim.open_log(evening)
    slow, _ = fold_log(read_log(evening))
    for steps in (1, 40):
        assert fold._back(steps, 10**7) == slow._back(steps, 10**7)
    assert fold._forth(20) == slow._forth(20)


HARM: dict[str, Callable[[bytes], bytes]] = {
    "torn": lambda data: data[:-9],
    "no last line end": lambda data: data[:-1],
    "a line is gone": lambda data: without_line(data, 90),
    "other line ends": lambda data: data.replace(b"\n", b"\r\n"),
    "spaces": lambda data: data.replace(b'"ev":[', b'"ev": ['),
    "a number that is none": lambda data: swapped(data, rb'"pips":\d', b'"pips":true'),
    "a number that is not whole": lambda data: swapped(data, rb'"fell":\[(\d)', rb'"fell":[\1.0'),
    "another die fell": lambda data: swapped(data, rb'"fell":\[\d\]', b'"fell":[9]'),
    "no die fell": lambda data: swapped(data, rb'"fell":\[\d\]', b'"fell":[]'),
    "another outcome": lambda data: swapped(data, rb'"pips":\d', b'"pips":7'),
    "an unknown event": lambda data: swapped(data, rb'"TurnBegan"', b'"TurnEnd"'),
    "an unknown action": lambda data: swapped(data, rb'"Roll":', b'"Rol":'),
    "a team nobody has": lambda data: swapped(
        data, rb'"do":\{(\S+?)"team":\d', rb'"do":{\1"team":9'
    ),
    "too many steps back": lambda data: swapped(data, rb'"undo":4', b'"undo":400'),
    "zeros at the end": lambda data: data + bytes(40),
    "a strange source": lambda data: swapped(data, rb'"src":"bot"', rb'"src":"a \\"b\\""'),
}


def swapped(data: bytes, old: bytes, new: bytes) -> bytes:
    found = re.subn(old, new, data, count=1)
    assert found[1], old
    return found[0]


def without_line(data: bytes, number: int) -> bytes:
    lines = data.splitlines(keepends=True)
    return b"".join(lines[:number] + lines[number + 1 :])


@pytest.mark.parametrize("harm", HARM)
def test_whatever_is_the_matter_is_told_as_ever(evening: Path, tmp_path: Path, harm: str) -> None:
    path = tmp_path / "harmed.cxsession"
    path.write_bytes(HARM[harm](evening.read_bytes()))
    same(path)


def test_a_file_that_is_no_session_is_told(tmp_path: Path) -> None:
    path = tmp_path / "no.cxsession"
    path.write_text("hello\n")
    with pytest.raises(LogError):
        verbatim.open_log(path)


def test_memory_is_looked_after_again_afterwards(evening: Path, tmp_path: Path) -> None:
    assert gc.isenabled()
    Session.open(evening).close()
    assert gc.isenabled()
    gc.disable()
    try:
        Session.open(evening).close()
        assert not gc.isenabled(), "who looks after it otherwise goes on doing so"
    finally:
        gc.enable()
