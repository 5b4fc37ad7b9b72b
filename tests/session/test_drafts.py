"""Half-typed words lie beside the log for as long as somebody types, and no longer."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.content.disk import move
from game.session import drafts
from game.session.drafts import DraftFile, draft_files, draft_path, read_drafts

HALF = {"insight": ("they wait for", "2")}


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "one.cxsession"


def until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + 5
    while not true():
        assert time.monotonic() < end
        time.sleep(0.002)


def test_what_is_put_is_there_at_once_and_read_again(log: Path) -> None:
    file = DraftFile(lambda: log, {})
    file.put(HALF)
    until(draft_path(log).exists)
    assert read_drafts(log) == HALF
    file.close()
    assert read_drafts(log) == HALF, "a program that is closed keeps what is half typed"
    assert [path.name for path in log.parent.iterdir()] == ["one.cxsession.draft"]


def test_what_was_kept_for_good_goes_at_once(log: Path) -> None:
    file = DraftFile(lambda: log, {})
    file.put(HALF | {"why 1": ("it rained",)})
    until(draft_path(log).exists)
    began = time.monotonic()
    file.put({"why 1": ("it rained",)})
    until(lambda: "insight" not in read_drafts(log))
    file.put({})
    until(lambda: not draft_path(log).exists())
    assert time.monotonic() - began < drafts.EVERY_SECONDS / 2
    file.close()


def test_however_fast_somebody_types_it_is_written_once_a_second(
    log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drafts, "EVERY_SECONDS", 0.2)
    moved: list[str] = []

    def counted(source: Path, target: Path) -> None:
        moved.append(source.read_text("ascii"))
        move(source, target)

    monkeypatch.setattr(drafts, "move", counted)
    file = DraftFile(lambda: log, {})
    end = time.monotonic() + 0.7
    n = 0
    while time.monotonic() < end:
        n += 1
        file.put({"insight": ("x" * n, "")})
        time.sleep(0.001)
    file.close()
    assert n > 20
    assert 2 <= len(moved) <= 6
    assert read_drafts(log) == {"insight": ("x" * n, "")}, "closing writes the last of it"


def test_no_thread_begins_where_nobody_types(log: Path) -> None:
    before = threading.active_count()
    file = DraftFile(lambda: log, {})
    file.put({})
    assert threading.active_count() == before
    file.close()
    assert list(log.parent.iterdir()) == []


def test_a_disk_that_fails_stops_nobody_and_is_tried_again(log: Path) -> None:
    here = [log.parent / "gone" / log.name]
    file = DraftFile(lambda: here[0], {})
    file.put(HALF)
    time.sleep(0.05)
    assert not (log.parent / "gone").exists(), "the folder was on a stick that was pulled out"
    here[0] = log
    file.put({"insight": ("they wait for an", "2")})
    file.close()
    assert read_drafts(log) == {"insight": ("they wait for an", "2")}


def test_where_a_session_moves_its_words_move_along(log: Path, tmp_path: Path) -> None:
    here = [log]
    file = DraftFile(lambda: here[0], {})
    file.put(HALF)
    until(draft_path(log).exists)
    (tmp_path / "spare").mkdir()
    here[0] = tmp_path / "spare" / log.name
    file.put({"insight": ("more", "")})
    file.close()
    assert read_drafts(here[0]) == {"insight": ("more", "")}
    assert not draft_path(log).exists()


@pytest.mark.parametrize(
    "bad", ["", "{", "[]", "1", '{"a": 1}', '{"a": [1]}', '{"a": []}', "[" * 100_000, '{"a": ["b"'],
    ids=range(9),
)  # fmt: skip
def test_a_file_that_says_nothing_is_none(bad: str, log: Path) -> None:
    draft_path(log).write_text(bad, "ascii")
    assert read_drafts(log) == {}


@settings(max_examples=40)
@given(st.binary(max_size=60) | st.text(max_size=20).map(lambda text: json.dumps(text).encode()))
def test_no_bytes_are_too_odd_to_be_read(raw: bytes) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "one.cxsession"
        draft_path(log).write_bytes(raw)
        assert isinstance(read_drafts(log), dict)


def test_a_file_that_was_half_written_when_the_power_went_is_known(log: Path) -> None:
    assert [path.name for path in draft_files(log)] == [
        "one.cxsession.draft", "one.cxsession.draft.part",
    ]  # fmt: skip
