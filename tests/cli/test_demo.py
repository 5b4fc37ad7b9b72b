"""`cxgame demo`: a whole game by bots, kept in a folder, the same for the same seed."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pygame
import pytest

from game.app.gallery import save
from game.cli import run
from game.cli.trouble import CANNOT
from game.rules.state import Phase
from game.session.bots import Bots, play_out
from game.session.replay import Replay
from game.session.session import Session
from tests.cli.tool import ROOT, cxgame


def entries(log: Path) -> list[bytes]:
    """The lines of a log but its first, which holds when it was made."""
    return log.read_bytes().splitlines()[1:]


def demo(out: Path, *words: str) -> int:
    return run(
        ["demo", "--fast", "--preset", "taster", "--out", str(out), "--window", "320x180", *words]
    )


@pytest.fixture(autouse=True)
def _no_pictures(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pictures take seconds; the one test that is about them makes them."""
    if request.node.get_closest_marker("slow") is None:
        monkeypatch.setattr("game.cli.demo._recorder", lambda *_: lambda state, at: None)


def test_a_demo_reaches_its_podium_and_tells_the_standings() -> None:
    ran = cxgame("demo", "--fast", "--teams", "3", "--preset", "taster", "--seed", "4")
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert lines[0].split() == ["place", "team", "happy", "customers"]
    assert {line.split()[1] for line in lines[2:]} == {"Orange", "Sky", "Green"}
    scores = [int(line.split()[2]) for line in lines[2:]]
    assert scores == sorted(scores, reverse=True)


def test_the_same_seed_gives_the_same_log_but_for_the_times(tmp_path: Path) -> None:
    for name in ("one", "two"):
        assert demo(tmp_path / name, "--seed", "9") == 0
    assert demo(tmp_path / "other", "--seed", "10") == 0
    one, two, other = (
        entries(tmp_path / name / "demo.cxsession") for name in ("one", "two", "other")
    )
    assert one == two
    assert one != other


def test_the_folder_holds_a_log_that_replays_to_the_standings(tmp_path: Path) -> None:
    assert demo(tmp_path / "new" / "folder", "--teams", "6", "--seed", "3") == 0
    replay = Replay(tmp_path / "new" / "folder" / "demo.cxsession")
    assert replay.notices == ()
    assert replay.final.phase is Phase.OVER
    told = json.loads((tmp_path / "new" / "folder" / "standings.json").read_text("utf-8"))
    assert (told["seed"], told["turns"], told["board"]) == (3, "together", "journey")
    assert {row["team"]: row["customers"] for row in told["standings"]} == {
        team.name: team.customers for team in replay.final.teams
    }
    assert told["standings"][0]["place"] == 1


def test_a_demo_begins_its_log_anew(tmp_path: Path) -> None:
    for seed in ("1", "2"):
        assert demo(tmp_path, "--seed", seed) == 0
    assert [path.name for path in tmp_path.glob("*.cxsession")] == ["demo.cxsession"]
    assert Replay(tmp_path / "demo.cxsession").header.seed == 2


def test_other_files_in_the_folder_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "01-holiday.png").write_bytes(b"precious")
    assert demo(tmp_path) == 0
    assert (tmp_path / "01-holiday.png").read_bytes() == b"precious"


def test_decks_board_turns_and_language_are_as_asked(tmp_path: Path) -> None:
    words = [
        "cx-facts",
        "outside-in",
        "--board",
        "road",
        "--turns",
        "together",
        "--language",
        "nl",
        "--teams",
        "2",
    ]
    assert demo(tmp_path, *words) == 0
    header = Replay(tmp_path / "demo.cxsession").header
    assert [deck.id for deck in header.content.decks] == ["cx-facts", "outside-in"]
    assert {deck.language for deck in header.content.decks} == {"nl"}
    assert (header.board.id, header.board.title) == ("road", "De korte weg")
    assert str(header.plan.turns) == "together"


def test_a_demo_without_a_folder_leaves_nothing_behind(home: Path, tmp_path: Path) -> None:
    ran = cxgame("demo", "--fast", "--preset", "taster", cwd=tmp_path)
    assert ran.code == 0
    assert list(tmp_path.iterdir()) == []
    assert not home.exists()


def test_in_a_window_the_show_runs_there_and_what_was_played_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[object] = []

    def run_demo(session: Session, bots: Bots, *where: object) -> int:
        shown.extend(where)
        play_out(session, bots)
        return 0

    monkeypatch.setattr("game.cli.demo.run_demo", run_demo)
    monkeypatch.setattr("game.cli.demo.need_display", lambda: None)
    words = ["demo", "--preset", "taster", "--display", "2", "--window", "800x600"]
    assert run([*words, "--language", "nl", "--out", str(tmp_path)]) == 0
    assert shown == [1, (800, 600), "nl"]
    assert Replay(tmp_path / "demo.cxsession").final.phase is Phase.OVER


def test_a_show_that_is_closed_early_keeps_what_was_played(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("game.cli.demo.run_demo", lambda *_: 0)
    monkeypatch.setattr("game.cli.demo.need_display", lambda: None)
    assert run(["demo", "--out", str(tmp_path)]) == 0
    assert capsys.readouterr().out == ""  # no podium, no standings to tell
    assert Replay(tmp_path / "demo.cxsession").final.phase is Phase.LOBBY


@pytest.mark.slow
def test_a_picture_is_kept_of_each_screen_met(tmp_path: Path, home: Path) -> None:
    assert demo(tmp_path, "--teams", "3") == 0
    names = sorted(path.name for path in tmp_path.glob("*.png"))
    assert len(names) > 10
    assert names[0].startswith("01-")
    assert any("podium" in name for name in names)
    assert "over" in names[-1]
    # Every scene could be drawn: one that fails is noted there.
    assert not (home / "diagnostics.log").exists()


FULL = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, ({most}, {most}))
from game.cli import run
sys.exit(run(sys.argv[1:]))
"""
"""A disk with room for so many bytes a file, and none for more."""


@pytest.mark.skipif(sys.platform == "win32", reason="no limit of files to set")
@pytest.mark.parametrize("most", [0, 20_000, 150_000])
def test_a_full_disk_ends_it_at_once_with_a_sentence_and_no_empty_file(
    tmp_path: Path, most: int
) -> None:
    out, started = tmp_path / "out", time.monotonic()
    words = ["demo", "--fast", "--preset", "120", "--out", str(out), "--window", "1280x720"]
    done = subprocess.run(
        [sys.executable, "-c", FULL.format(most=most), *words],
        env={**os.environ, "LANGUAGE": "en", "CXGAME_HOME": str(tmp_path / "home")},
        cwd=ROOT, capture_output=True, encoding="utf-8", timeout=120, check=False,
    )  # fmt: skip
    told = [line for line in done.stderr.splitlines() if line.strip()]
    assert done.returncode == CANNOT
    assert len(told) == 1
    assert str(out) in told[0]
    assert done.stdout == "" or "place" not in done.stdout
    assert [path.name for path in out.iterdir() if path.stat().st_size == 0] == []
    assert len(list(out.glob("*.png"))) <= 1
    assert time.monotonic() - started < 60


def test_a_picture_that_cannot_be_written_whole_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        save(pygame.Surface((8, 8)), tmp_path / "01-board.png")
    assert list(tmp_path.iterdir()) == []
