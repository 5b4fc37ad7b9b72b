"""`cxgame resume` and `replay`, with the window replaced by a look."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.cli import run
from game.paths import sessions_dir
from game.rules.actions import Next, NoteInsight
from game.rules.state import Lobby, Personas
from game.session.fingerprint import fingerprint
from game.session.replay import Replay
from game.session.session import Session
from tests.cli.tool import Opened, cxgame


def play_a_little(name: str, nexts: int) -> Path:
    """A session in the sessions folder, left after so many Nexts."""
    assert run(["play", "--name", name]) == 0
    path = next(sessions_dir().glob(f"*{name}.cxsession"))
    session = Session.open(path)
    for n in range(nexts):
        session.dispatch(Next(), (n + 1) * 1000)
    session.close()
    return path


def test_resume_opens_the_last_session_where_it_stopped(opened: Opened) -> None:
    play_a_little("First", 0)
    path = play_a_little("Second", 1)
    opened.clear()
    assert run(["resume", "--display", "1"]) == 0
    session, display, _ = opened[0]
    assert display == 0
    assert session.path == path
    assert isinstance(session.state.stage, Personas)


def test_resume_opens_the_file_of_ones_choice(opened: Opened) -> None:
    first = play_a_little("First", 0)
    play_a_little("Second", 1)
    opened.clear()
    assert run(["resume", str(first)]) == 0
    assert opened[0][0].path == first


def test_resume_says_what_happened_to_a_log(
    opened: Opened, capsys: pytest.CaptureFixture[str]
) -> None:
    path = play_a_little("Torn", 2)
    path.write_bytes(path.read_bytes()[:-5])
    assert run(["resume", str(path)]) == 0
    assert "The last move had not been saved to its end" in capsys.readouterr().err


def test_a_session_that_is_being_played_is_not_opened_twice(
    opened: Opened, capsys: pytest.CaptureFixture[str]
) -> None:
    path = play_a_little("Busy", 0)
    opened.clear()
    session = Session.open(path)
    try:
        assert run(["resume", str(path)]) == 3
    finally:
        session.close()
    assert "is being played in another window" in capsys.readouterr().err
    assert opened == []


def test_replay_tells_the_log_in_sentences(opened: Opened) -> None:
    path = play_a_little("Told", 1)
    ran = cxgame("replay", str(path))
    assert (ran.code, ran.err) == (0, "")
    assert "0:00:00  The brief is on the wall." in ran.out.splitlines()


def test_replay_lets_nothing_that_was_typed_write_on_the_terminal(
    opened: Opened, capsys: pytest.CaptureFixture[str]
) -> None:
    path = play_a_little("Typed", 2)
    session = Session.open(path)
    session.dispatch(NoteInsight(None, "clear \x1b[2J all"), 3000)
    session.close()
    assert run(["replay", str(path)]) == 0
    assert "Noted: clear ␛[2J all" in capsys.readouterr().out


def test_replay_as_json_has_the_fingerprint_of_every_state(opened: Opened) -> None:
    path = play_a_little("Told", 2)
    ran = cxgame("replay", str(path), "--json")
    assert ran.code == 0
    lines = [json.loads(line) for line in ran.out.splitlines()]
    replay = Replay(path)
    assert lines[0] == {"n": 0, "state": fingerprint(replay.header.lobby())}
    assert isinstance(replay.header.lobby().stage, Lobby)
    assert [line["state"] for line in lines[1:]] == [
        fingerprint(state) for _, state in replay.moments()
    ]


def test_replay_tells_a_damaged_log_as_far_as_it_goes(opened: Opened) -> None:
    path = play_a_little("Damaged", 3)
    before = path.read_bytes()
    lines = before.splitlines(keepends=True)
    lines[4] = b'{"n": 3, "at": "soon"}\n'
    path.write_bytes(b"".join(lines))
    ran = cxgame("replay", str(path))
    assert ran.code == 1
    assert "The brief is on the wall." in ran.out
    assert "Line 5 of the log is damaged" in ran.err
    assert path.read_bytes() == b"".join(lines)  # looking changes nothing


def test_a_session_is_found_by_the_name_it_is_listed_by(
    opened: Opened,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["play", "outside-in", "--name", "Kick-off"]) == 0
    (kept,) = sessions_dir().glob("*.cxsession")
    assert " Kick-off" in kept.name
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    assert run(["resume", kept.name]) == 0
    assert run(["resume", "Kick-off"]) == 0
    assert len(opened) == 3
    capsys.readouterr()
    assert run(["resume", f"nowhere/{kept.name}"]) == 2
    assert "cxgame sessions tells which" in capsys.readouterr().err
