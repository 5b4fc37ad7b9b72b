"""A stopped program loses nothing: the same card, the same time left, the same teams."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from game.rules.actions import Adjust, Hold, Next, Roll
from game.rules.refusal import IllegalAction
from game.rules.state import BellPhase, Held, OnCard, State
from game.session.faults import LogError, LogFault, NoticeKind
from game.session.reading import read_log
from game.session.session import Session
from tests.rules import table
from tests.session.evening import begun, header, wander

DILEMMA = {"content": table.content([table.dilemma("a"), table.dilemma("b")], (), ())}
BELLS = {
    "content": table.content([table.quiz("a"), table.quiz("b")], (), ()),
    "board": table.board("sbbbbbbb"),
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "evening.cxsession"


def to_clock(session: Session, at: int) -> None:
    """A card is discussed, or its bells opened, at that time."""
    while not isinstance(session.state.stage, OnCard):
        session.dispatch(Next(), at)
    session.dispatch(Next(), at)
    assert session.state.clock is not None


def reopened(path: Path) -> Session:
    session = Session.open(path)
    session.close()
    return session


def line_starts(data: bytes) -> list[int]:
    starts = [0]
    while (end := data.find(b"\n", starts[-1])) >= 0:
        starts.append(end + 1)
    return starts


class TestTimeLeft:
    def test_it_is_what_was_left_at_the_last_beat(self, path: Path) -> None:
        session = begun(path, **DILEMMA)
        to_clock(session, 10_000)
        for at in range(10_000, 25_600, 16):
            session.beat(at)
        session.close()
        again = reopened(path)
        assert again.last_at == 25_120  # the last frame a whole second after the beat before
        assert again.state.held is Held.RESUMED
        assert again.state.clock is not None
        assert again.state.clock.left(99_999) == 90_000 - 15_120

    def test_it_runs_on_from_there_after_next(self, path: Path) -> None:
        session = begun(path, **DILEMMA)
        to_clock(session, 10_000)
        session.beat(40_000)
        session.close()
        again = Session.open(path)
        again.dispatch(Next(), again.last_at + 5_000)
        assert again.state.clock is not None
        assert again.state.clock.left(46_000) == 59_000
        again.close()

    def test_a_beat_comes_once_a_second_while_a_clock_runs(self, path: Path) -> None:
        session = begun(path, **DILEMMA)
        to_clock(session, 10_000)
        lines = path.read_bytes().count(b"\n")
        for at in (10_999, 11_000, 11_001, 11_999, 12_000, 15_000):
            session.beat(at)
        assert path.read_bytes().count(b"\n") - lines == 3
        session.close()

    def test_without_a_clock_every_five_seconds_of_play_count(self, path: Path) -> None:
        session = begun(path)
        lines = path.read_bytes().count(b"\n")
        for at in (2_000, 5_999, 6_000, 10_999, 11_000):
            session.beat(at)
        assert path.read_bytes().count(b"\n") - lines == 2
        session.close()
        assert reopened(path).last_at == 11_000

    def test_nothing_beats_in_the_lobby_or_while_all_is_held(self, path: Path) -> None:
        session = Session.create(path, header())
        size = path.stat().st_size
        session.beat(60_000)
        assert path.stat().st_size == size
        session.close()
        path.unlink()
        session = begun(path, **DILEMMA)
        to_clock(session, 10_000)
        session.dispatch(Hold(Held.BLACK), 11_000)
        size = path.stat().st_size
        session.beat(60_000)
        assert path.stat().st_size == size
        session.close()

    def test_nothing_is_held_where_nothing_runs(self, path: Path) -> None:
        session = begun(path)
        session.close()
        before = path.read_bytes()
        again = reopened(path)
        assert again.state == session.state
        assert path.read_bytes() == before

    def test_a_hidden_wall_is_still_hidden(self, path: Path) -> None:
        session = begun(path, **DILEMMA)
        to_clock(session, 10_000)
        session.dispatch(Hold(Held.WHITE), 11_000)
        session.close()
        assert reopened(path).state == session.state

    def test_open_bells_are_closed_until_next(self, path: Path) -> None:
        session = begun(path, **BELLS)
        to_clock(session, 10_000)
        session.close()
        again = reopened(path)
        stage = again.state.stage
        assert again.state.held is Held.RESUMED
        assert isinstance(stage, OnCard)
        assert stage.bell is not None
        assert stage.bell.phase is BellPhase.OPEN

    def test_stopping_again_and_again_holds_once(self, path: Path) -> None:
        session = begun(path, **DILEMMA)
        to_clock(session, 10_000)
        session.close()
        first = reopened(path)
        second = reopened(path)
        assert second.state == first.state
        assert [entry.source for entry in second.history].count("resume") == 1

    def test_what_is_played_after_a_resume_is_resumed_too(self, path: Path) -> None:
        session = begun(path, **DILEMMA)
        to_clock(session, 10_000)
        session.close()
        again = Session.open(path)
        again.dispatch(Next(), 12_000)  # lets the clock go on; without the hold it would ask
        again.dispatch(Adjust(0, 2, ""), 13_000)
        again.undo(at_ms=14_000)
        again.close()
        assert reopened(path).state == again.state


def test_cut_at_every_byte_it_comes_back_as_of_the_last_whole_entry(
    path: Path, tmp_path: Path
) -> None:
    session = begun(path, teams=2, content=table.content([table.dilemma("ä 🎉")], (), ()))
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

    def test_what_cannot_be_copied_is_not_cut(
        self, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        lines = self.damaged(path, lambda lines: lines.insert(5, b"rubbish\n"))
        monkeypatch.setattr("game.session.session.set_aside", lambda path: None)
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


class TestRefused:
    @pytest.mark.parametrize(
        ("data", "reason"),
        [
            (b"", LogFault.EMPTY),
            (bytes(4096), LogFault.EMPTY),
            (b"\n\n", LogFault.EMPTY),
            (b"PK\x03\x04", LogFault.NOT_A_SESSION),
            (b"hello\nworld\n", LogFault.NOT_A_SESSION),
            (b"[1]\n{}\n", LogFault.NOT_A_SESSION),
            (b'{"format":1}\n{}\n', LogFault.NOT_A_SESSION),
            (b'{"format":2,"seed":1}\n{}\n', LogFault.NEWER),
            (b'{"format":2,"seed":1,"new":[]}\n', LogFault.NEWER),
            (b'{"format":1,"seed":1}\n{}\n', LogFault.BROKEN),
            (b'{"format":"1","seed":1}\n{}\n', LogFault.NOT_A_SESSION),
        ],
    )
    def test_what_is_no_session_is_refused_and_left_alone(
        self, path: Path, data: bytes, reason: LogFault
    ) -> None:
        path.write_bytes(data)
        with pytest.raises(LogError) as caught:
            Session.open(path)
        assert caught.value.reason is reason
        assert path.name in str(caught.value)
        assert path.read_bytes() == data
        assert [p.name for p in path.parent.iterdir()] == [path.name]

    @pytest.mark.parametrize("place", ["", "nowhere/a.cxsession", "a\0b"])
    def test_what_cannot_be_read_is_refused(self, tmp_path: Path, place: str) -> None:
        with pytest.raises(LogError) as caught:
            Session.open(tmp_path / place)
        assert caught.value.reason is LogFault.UNREADABLE

    @pytest.mark.parametrize(
        ("line", "change", "where"),
        [
            (1, {"teams": []}, "no_teams"),
            (1, {"teams": [["A", "orange"], ["a ", "sky"]]}, "name_taken"),
            (1, {"teams": [["A"]]}, "teams.0"),
            (1, {"hat": 1}, "hat"),
            (2, {"board": {}}, "board: Board lacks"),
            (2, {"plan": 7}, "plan: 7"),
            (2, {"pictures": {"a.png": "***"}}, "pictures"),
            (2, {"pictures": []}, "pictures"),
            (2, {"more": 1}, "more"),
        ],
    )
    def test_a_broken_head_says_what_is_broken(
        self, path: Path, line: int, change: dict[str, object], where: str
    ) -> None:
        begun(path).close()
        lines = path.read_bytes().splitlines(keepends=True)
        plain = json.loads(lines[line - 1]) | change
        lines[line - 1] = json.dumps(plain).encode() + b"\n"
        path.write_bytes(b"".join(lines))
        with pytest.raises(LogError) as caught:
            Session.open(path)
        assert caught.value.reason is LogFault.BROKEN
        assert where in caught.value.detail
        assert where in str(caught.value)

    def test_a_content_no_loader_would_pass_is_refused(self, path: Path) -> None:
        begun(path).close()
        first, second, *_ = path.read_bytes().splitlines(keepends=True)
        plain = json.loads(second)
        plain["content"]["cards"] = []
        path.write_bytes(first + json.dumps(plain).encode() + b"\n")
        with pytest.raises(LogError) as caught:
            Session.open(path)
        assert caught.value.reason is LogFault.BROKEN

    def test_a_second_player_is_told(self, path: Path) -> None:
        session = begun(path)
        with pytest.raises(LogError) as caught:
            Session.open(path)
        assert caught.value.reason is LogFault.IN_USE
        session.close()
        reopened(path)
        assert [p.name for p in path.parent.iterdir()] == [path.name]

    def test_a_refused_file_can_be_opened_once_it_is_mended(self, path: Path) -> None:
        begun(path).close()
        whole = path.read_bytes()
        path.write_bytes(b"oops")
        with pytest.raises(LogError):
            Session.open(path)
        path.write_bytes(whole)
        reopened(path)


class TestChanges:
    def test_a_deck_that_changed_since_is_said(self, path: Path) -> None:
        begun(path).close()
        again = Session.open(path, {"d": "other", "elsewhere": "1"})
        (notice,) = again.notices
        assert (notice.kind, notice.name) == (NoticeKind.DECK_CHANGED, "D")
        assert again.state.content == header().content
        again.close()

    @pytest.mark.parametrize("decks", [None, {}, {"d": "0"}])
    def test_a_deck_that_did_not_change_or_is_gone_is_not(
        self, path: Path, decks: dict[str, str] | None
    ) -> None:
        begun(path).close()
        again = Session.open(path, decks)
        assert again.notices == ()
        again.close()

    def test_what_fell_is_believed(self, path: Path) -> None:
        session = begun(path)
        session.dispatch(Roll(), 2000)
        session.close()
        *lines, last = path.read_bytes().splitlines(keepends=True)
        plain = json.loads(last)
        rolled = plain["ev"][0]["Rolled"]
        other = rolled["pips"] % 6 + 1
        rolled["fell"] = [other - 1]
        path.write_bytes(b"".join(lines) + json.dumps(plain).encode())
        again = reopened(path)
        assert again.state.teams[0].position == other
        assert session.state.teams[0].position != other

    def test_an_entry_that_no_longer_applies_ends_the_session_before_it(
        self, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        session = begun(path)
        for number in range(5):
            session.dispatch(Adjust(0, 1, str(number)), 2000 + number)
        session.close()
        whole = path.read_bytes()
        # The next version of the rules allows no more than three corrections.
        forbid(monkeypatch, lambda state, action: state.teams[0].customers == 3)
        again = reopened(path)
        (notice,) = again.notices
        assert (notice.kind, notice.line, notice.lost) == (NoticeKind.RULES_CHANGED, 9, 2)
        assert again.state.teams[0].customers == 3
        assert path.with_name(notice.name).read_bytes() == whole
        assert reopened(path).notices == ()

    def test_an_undo_of_more_than_there_was_ends_the_session_before_it(self, path: Path) -> None:
        session = begun(path)
        session.undo(2, 2000)
        session.close()
        path.write_bytes(path.read_bytes().replace(b'"undo":2', b'"undo":9'))
        again = reopened(path)
        assert again.notices[0].kind is NoticeKind.RULES_CHANGED
        assert len(again.history) == 3

    def test_what_turns_out_otherwise_is_said(self, path: Path) -> None:
        session = begun(path)
        session.dispatch(Adjust(0, 3, ""), 2000)
        session.close()
        path.write_bytes(path.read_bytes().replace(b'"applied":3', b'"applied":2'))
        again = reopened(path)
        (notice,) = again.notices
        assert (notice.kind, notice.line) == (NoticeKind.TOLD_OTHERWISE, 6)
        assert again.state.teams[0].customers == 3


def forbid(monkeypatch: pytest.MonkeyPatch, when: Callable[[State, object], bool]) -> None:
    """Another version of the rules: some of what is legal now is refused, and cannot be made."""
    from game.rules.apply import apply, follow
    from game.rules.draw import ReplayError
    from game.rules.refusal import Refusal

    def changed(state: State, action: object, *rest: object) -> object:
        if when(state, action):
            raise IllegalAction(Refusal.NOT_NOW, action)
        return apply(state, action, *rest)  # type: ignore[arg-type]

    def unmade(state: State, action: object, *rest: object) -> object:
        if when(state, action):
            raise ReplayError("another outcome")
        return follow(state, action, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr("game.session.fold.apply", changed)
    monkeypatch.setattr("game.session.fold.follow", unmade)


def test_what_would_be_refused_today_but_turns_out_the_same_still_holds(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = begun(path)
    session.dispatch(Adjust(0, 2, "fair"), 2000)
    session.close()
    from game.rules.refusal import Refusal

    def stricter(state: State, action: object, *rest: object) -> object:
        raise IllegalAction(Refusal.NOT_NOW, action)

    monkeypatch.setattr("game.session.fold.apply", stricter)
    again = reopened(path)
    assert again.notices == ()
    assert again.state.teams[0].customers == 2


def test_it_opens_on_a_spare_laptop_with_all_it_needs(path: Path, tmp_path: Path) -> None:
    picture = bytes(range(256)) * 40
    session = begun(path, pictures={"d/coffee.png": picture, "d/ü.svg": b"<svg/>"})
    wander(session, 3, 60)
    session.close()
    spare = tmp_path / "spare" / "copy.cxsession"
    spare.parent.mkdir()
    spare.write_bytes(path.read_bytes())
    path.unlink()
    again = reopened(spare)
    assert again.header == session.header
    assert again.header.pictures["d/coffee.png"] == picture
    assert again.state.teams == session.state.teams


def test_the_log_is_as_plain_as_the_manual_says(path: Path) -> None:
    session = begun(path)
    session.dispatch(Adjust(0, 1, ""), 2000, "key")
    session.close()
    first, second, *entries = [json.loads(line) for line in path.read_bytes().splitlines()]
    assert first["format"] == 1
    assert first["seed"] == 1
    assert first["teams"] == [["Orange", "orange"], ["Sky", "sky"], ["Green", "green"]]
    assert first["decks"] == [{"id": "d", "title": "D", "digest": "0"}]
    assert set(second) == {"content", "board", "rules", "plan", "pictures"}
    assert [entry["n"] for entry in entries] == [1, 2, 3, 4]
    assert entries[3]["do"] == {"Adjust": {"team": 0, "points": 1, "reason": ""}}
