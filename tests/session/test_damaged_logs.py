"""A log that was torn, cut or spoilt gives all it still holds, and says what it does not."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import pytest

from game.rules.actions import Adjust, Next, Roll
from game.rules.state import State
from game.session.faults import LogError, LogFault, NoticeKind
from game.session.reading import read_log, set_aside
from game.session.session import Session
from tests.rules import pieces
from tests.session.evening import begun, reopened, to_clock, wander


def line_starts(data: bytes) -> list[int]:
    starts = [0]
    while (end := data.find(b"\n", starts[-1])) >= 0:
        starts.append(end + 1)
    return starts


def test_cut_at_every_byte_it_comes_back_as_of_the_last_whole_entry(
    path: Path, tmp_path: Path
) -> None:
    session = begun(path, teams=2, content=pieces.content([pieces.dilemma("ä 🎉")], (), ()))
    states: list[State] = []
    session.subscribe(lambda entry, state: states.append(state))
    to_clock(session, 10_000)
    session.dispatch(Adjust(1, 2, "é"), 12_000)
    session.beat(13_500)
    session.undo(at_ms=14_000)
    session.dispatch(Next(), 15_000)
    session.close()
    whole = path.read_bytes()
    starts = line_starts(whole)
    torn = tmp_path / "torn.cxsession"
    begin = starts[5]  # behind the head and the three entries of `begun`
    near_ends = {end + by for end in starts for by in range(-3, 4)}
    for size in range(begin, len(whole) + 1):
        torn.write_bytes(whole[:size])
        reading = read_log(torn)
        # The line's end is not part of what it says.
        ended = [start for start in starts[6:] if start - 1 <= size]
        played = whole[begin : ended[-1] if ended else begin].splitlines()
        entries = sum(b'"beat"' not in line for line in played)
        assert len(reading.entries) == 3 + entries
        split = not whole[size - 1 : size + 1].isascii()
        if size % 5 and size not in near_ends and not split:
            continue  # in the middle of a line, where it is read like its neighbour
        again = reopened(torn)
        resumed = again.history[-1].source == "resume"
        expected = states[entries - 1] if entries else None
        if expected is not None:
            assert again.state.teams == expected.teams
            assert again.state.stage == expected.stage
            assert again.state == expected or resumed
        unfinished = size not in starts and size + 1 not in starts
        assert [n.kind for n in again.notices] == ([NoticeKind.TORN] if unfinished else [])
        # Mended: whatever was torn is gone for good, and it opens again without a word.
        assert reopened(torn).notices == ()
        assert torn.read_bytes().endswith(b"\n")


def test_cut_in_its_head_it_says_so(path: Path) -> None:
    begun(path).close()
    whole = path.read_bytes()
    head = line_starts(whole)[2]
    for size in (*range(1, 400), head - 2, head - 1):
        path.write_bytes(whole[:size])
        with pytest.raises(LogError) as caught:
            Session.open(path)
        assert caught.value.reason is LogFault.CUT_SHORT, size
        assert path.read_bytes() == whole[:size]


GAME = """
from pathlib import Path
from sys import argv
from tests.session.evening import begun, wander

session = begun(Path(argv[1]), rounds=500)
session.subscribe(lambda entry, state: print(entry.n, flush=True))
for seed in range(10**6):
    wander(session, seed, 50)
    session.beat(session.last_at + 1000)
    session.undo(30, session.last_at)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")
@pytest.mark.parametrize("entries", [1, 77, 300])
def test_killed_in_mid_game_it_comes_back_as_of_its_last_flushed_entry(
    path: Path, entries: int
) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", GAME, str(path)],
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    ) as game:
        assert game.stdout is not None
        for _ in range(entries):
            shown = int(game.stdout.readline())
        game.kill()
        # What was on the wall when it died; the very last number may have been cut.
        for line in game.stdout.read().splitlines(keepends=True):
            shown = int(line) if line.endswith(b"\n") else shown
    again = Session.open(path)  # its lock ended with it
    assert len([entry for entry in again.history if entry.source != "resume"]) >= shown
    assert [notice for notice in again.notices if notice.kind is not NoticeKind.TORN] == []
    wander(again, 5, 20)
    again.close()
    assert reopened(path).notices == ()


class TestDamage:
    def damaged(self, path: Path, change: Callable[[list[bytes]], None]) -> list[bytes]:
        session = begun(path)
        for number in range(6):
            session.dispatch(Adjust(0, 1, f"n{number}"), 2000)
        session.close()
        lines = path.read_bytes().splitlines(keepends=True)
        change(lines)
        path.write_bytes(b"".join(lines))
        return lines

    @pytest.mark.parametrize(
        "bad", [b"rubbish\n", b"\0\0\0\n", b"{}\n", b'{"n":99,"at":1,"src":"","undo":1}\n', b"\n"]
    )
    def test_a_bad_line_sets_the_rest_aside(self, path: Path, bad: bytes) -> None:
        def change(lines: list[bytes]) -> None:
            lines[7] = bad

        lines = self.damaged(path, change)
        again = Session.open(path)
        assert again.state.teams[0].customers == 2
        (notice,) = again.notices
        assert (notice.kind, notice.line, notice.lost) == (NoticeKind.SET_ASIDE, 8, 4)
        copy = path.with_name("evening.cxsession.broken")
        assert notice.name == copy.name
        assert copy.read_bytes() == b"".join(lines)
        again.dispatch(Roll(), 3000)
        again.close()
        final = reopened(path)
        assert final.notices == ()
        assert final.state == again.state

    def test_a_second_copy_does_not_overwrite_the_first(self, path: Path) -> None:
        for _ in range(2):
            path.unlink(missing_ok=True)
            self.damaged(path, lambda lines: lines.insert(5, b"rubbish\n"))
            reopened(path)
        assert sorted(p.name for p in path.parent.iterdir()) == [
            "evening.cxsession",
            "evening.cxsession 2.broken",
            "evening.cxsession.broken",
        ]

    def test_nothing_is_cut_before_the_disk_keeps_the_copy(
        self, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        lines = self.damaged(path, lambda lines: lines.insert(5, b"rubbish\n"))
        copy = path.with_name("evening.cxsession.broken")
        done: list[str] = []
        fsync, cut = os.fsync, os.ftruncate

        def synced(fd: int) -> None:
            fsync(fd)
            if copy.exists() and os.path.samestat(os.fstat(fd), copy.stat()):
                assert copy.read_bytes() == b"".join(lines)
                done.append("kept")

        def truncated(fd: int, length: int) -> None:
            done.append("cut")
            cut(fd, length)

        monkeypatch.setattr("os.fsync", synced)
        monkeypatch.setattr("os.ftruncate", truncated)
        reopened(path)
        assert done == ["kept", "cut"]

    def test_half_a_copy_is_taken_away_once_it_is_closed(
        self, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Windows removes no file that is open."""
        self.damaged(path, lambda lines: lines.insert(5, b"rubbish\n"))
        targets: list[BinaryIO] = []

        def full(_source: BinaryIO, target: BinaryIO) -> None:
            targets.append(target)
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        unlink = Path.unlink

        def removed(file: Path, missing_ok: bool = False) -> None:
            assert all(target.closed for target in targets)
            unlink(file, missing_ok)

        monkeypatch.setattr("game.session.reading.shutil.copyfileobj", full)
        monkeypatch.setattr(Path, "unlink", removed)
        assert set_aside(path) is None
        assert targets
        assert not path.with_name("evening.cxsession.broken").exists()

    def test_what_cannot_be_copied_is_not_cut(
        self, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        lines = self.damaged(path, lambda lines: lines.insert(5, b"rubbish\n"))
        monkeypatch.setattr("game.session.goingon.set_aside", lambda path: None)
        again = Session.open(path)
        assert again.notices[0].name == ""
        assert path.read_bytes() == b"".join(lines)
        assert again.path == path.with_name("evening 2.cxsession")
        again.dispatch(Roll(), 3000)
        again.close()
        assert reopened(path.with_name("evening 2.cxsession")).state == again.state

    def test_a_power_cut_leaves_zeros(self, path: Path) -> None:
        self.damaged(path, lambda lines: lines.append(lines.pop()[:20] + bytes(4096)))
        again = reopened(path)
        assert again.state.teams[0].customers == 5
        assert [notice.kind for notice in again.notices] == [NoticeKind.TORN]
        assert reopened(path).notices == ()

    def test_empty_lines_that_an_editor_left_at_the_end_are_no_damage(self, path: Path) -> None:
        self.damaged(path, lambda lines: lines.append(b"\r\n\n \n"))
        again = Session.open(path)
        assert again.notices == ()
        again.dispatch(Adjust(1, 1, ""), 3000)
        again.close()
        assert [team.customers for team in reopened(path).state.teams] == [6, 1, 0]
        assert [p.name for p in path.parent.iterdir()] == [path.name]

    def test_a_last_line_that_only_lacks_its_end_is_whole(self, path: Path) -> None:
        self.damaged(path, lambda lines: lines.append(lines.pop()[:-1]))
        again = Session.open(path)
        assert again.notices == ()
        again.dispatch(Adjust(1, 1, ""), 3000)
        again.close()
        assert [team.customers for team in reopened(path).state.teams] == [6, 1, 0]

    def test_line_ends_of_windows_and_a_mark_of_notepad_are_harmless(self, path: Path) -> None:
        self.damaged(path, lambda lines: None)
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
        again = reopened(path)
        assert again.notices == ()
        assert again.state.teams[0].customers == 6
        assert not any(line.endswith(b"\r") for line in again._lines)

    def test_reading_changes_nothing(self, path: Path) -> None:
        self.damaged(path, lambda lines: lines.insert(5, b"rubbish\n"))
        before = path.read_bytes()
        assert read_log(path).notices[0].kind is NoticeKind.SET_ASIDE
        assert [p.name for p in path.parent.iterdir()] == [path.name]
        assert path.read_bytes() == before
