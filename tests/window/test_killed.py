"""SIGKILL at many points: what was flushed is there, and the session goes on from it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.rules.state import Held, State, evolve
from game.session.drafts import draft_path
from game.session.fold import fold_log
from game.session.reading import read_log
from game.session.session import Session
from tests.window.desktop import Desktop, Game, keys, missing

pytestmark = pytest.mark.xdist_group("window")

PLAYER = """
import sys
from pathlib import Path
from game.session.assemble import Choices, assemble
from game.session.bots import Bots
from game.session.library import Library
from game.session.session import Session
from game.rules.state import Over
setup = assemble(Choices(preset="45", seed=int(sys.argv[2])), Library.default())
session = Session.create(Path(sys.argv[1]), setup.header("2026-01-01T10:00:00+00:00"))
bots, at = Bots(int(sys.argv[2])), 0
print("ready", flush=True)
while not isinstance(session.state.stage, Over):
    action, delay = bots.next_action(session.state, at)
    at += delay
    session.dispatch(action, at, "bots")
    session.beat(at)
"""


def logged(path: Path) -> State:
    """The state the file itself tells of, folded from its whole lines."""
    fold, _reading = fold_log(read_log(path))
    return fold.state


def awake(state: State) -> State:
    """The state without the hold that resuming lays over it."""
    clock = state.clock
    return evolve(
        state,
        held=None,
        held_at=0,
        idle_ms=0,
        clock_ran=False,
        clock=clock.purpose if clock else None,
    )


@pytest.mark.parametrize("moment", range(8))
def test_a_session_killed_while_it_is_written_resumes_to_its_last_entry(
    moment: int, tmp_path: Path
) -> None:
    path = tmp_path / "killed.cxsession"
    player = subprocess.Popen(
        [sys.executable, "-c", PLAYER, str(path), str(moment)], stdout=subprocess.PIPE
    )
    assert player.stdout is not None
    player.stdout.readline()
    time.sleep(0.004 * moment * moment)
    os.kill(player.pid, signal.SIGKILL)
    player.wait(20)
    player.stdout.close()
    before = logged(path)
    session = Session.open(path)
    try:
        assert awake(session.state) == awake(before)
        assert session.state.held in (None, Held.RESUMED)
    finally:
        session.close()
    assert awake(logged(path)) == awake(before)


@pytest.fixture(scope="module")
def desktop() -> Iterator[Desktop]:
    with Desktop() as server:
        yield server


@pytest.mark.window
@pytest.mark.skipif(bool(missing()), reason=missing() or "all is there")
def test_the_window_killed_again_and_again_goes_on_to_the_podium(
    desktop: Desktop, tmp_path: Path
) -> None:
    game = Game(
        desktop,
        tmp_path,
        "play",
        "--teams",
        "2",
        "--preset",
        "taster",
        "--seed",
        "9",
        "--window",
        "1024x768",
    )
    game.wait("BriefBegan")
    for presses in (2, 5, 9, 14):
        for _ in range(presses):
            desktop.press("space", "a")
        game.kill()
        path = game.session()
        assert path is not None
        before = logged(path)
        game = Game(desktop, tmp_path, "resume", str(path))
        time.sleep(0.8)
        assert game.process.poll() is None, game.said()
        assert awake(logged(path)) == awake(before)
    for _ in range(800):
        desktop.press("a", "space", "2", "space")
        if game.told("PodiumShown"):
            break
    assert game.told("PodiumShown") == 1
    assert game.quit() == 0
    assert "Traceback" not in game.said()


@pytest.mark.window
@pytest.mark.skipif(bool(missing()), reason=missing() or "all is there")
def test_a_sentence_under_the_fingers_outlives_the_program(
    desktop: Desktop, tmp_path: Path
) -> None:
    game = Game(desktop, tmp_path, "play", "--teams", "2", "--preset", "taster", "--seed", "9")
    game.wait("BriefBegan")
    path = game.session()
    assert path is not None
    time.sleep(0.5)
    desktop.press("F2")
    time.sleep(0.3)
    desktop.press(*keys("they wait"))
    time.sleep(1.5)
    game.kill()
    assert game.told("InsightNoted") == 0
    game = Game(desktop, tmp_path, "resume", str(path))
    time.sleep(0.8)
    desktop.press("F2")
    time.sleep(0.3)
    desktop.press(*keys(" for soup"), "Return")
    game.wait("InsightNoted")
    (insight,) = logged(path).insights
    assert insight.text == "they wait for soup"
    assert game.quit() == 0
    assert not draft_path(path).exists()
    assert "Traceback" not in game.said()
