"""Who rang first is the same with and without a console that somebody looks at."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("uvicorn", reason="the console needs cx-game[remote]")

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from benchmarks.stage import Stage
from game.app.console import Console
from game.rules.actions import MarkBell, Next, OpenBells, PutNext, RingBell
from game.rules.cards import Play
from game.rules.events import BellWon
from game.rules.state import BellPhase, OnCard, Phase, Ready
from game.session.session import Session
from tests.remote.served import PATIENCE, until

PRESSES = (("3",), ("1", "2", "3", "4"), ("4", "2"), ("2",), ("q", "4", "1"), ("1", "r"))
"""Keys of bells, those of one frame together."""


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    made = Stage(tmp_path_factory.mktemp("bells"), (320, 180), rounds=40)
    yield made
    made.program.close()


class Clock:
    """Stands still until it is set on: what takes longer costs no time of the session."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@contextmanager
def looked_at(stage: Stage) -> Iterator[list[int]]:
    """Somebody at the console; how many pictures came, and ever so much is asked for meanwhile."""
    urls, pictures = list[str](), [0]
    stage.program.console = Console(stage.program, browse=urls.append)
    stage.program.console.open_here()

    def there() -> Any:
        stage.turn()
        return urls

    address, _hash, ticket = until(there)[0].partition("#")
    host = address.removeprefix("http://").rstrip("/")
    origin: Any = f"http://{host}"
    with connect(f"ws://{host}/socket", origin=origin, proxy=None) as page:
        page.send(json.dumps({"ticket": ticket}))
        assert "welcome" in json.loads(page.recv(PATIENCE))

        def look() -> None:
            try:
                for n, told in enumerate(page):
                    pictures[0] += "parts" in json.loads(told)
                    # An old moment's key: heard, judged and refused.
                    asked = {"id": f"k{n}", "do": "press", "key": ".", "moment": "old"}
                    page.send(json.dumps(asked))
            except ConnectionClosed:
                pass

        looking = threading.Thread(target=look, daemon=True)
        looking.start()
        yield pictures
    looking.join(PATIENCE)
    stage.program.console.close()


def played(stage: Stage, path: Path) -> tuple[list[bytes], list[int]]:
    """The same presses on the same bells: (what the log says, who won)."""
    program, clock = stage.program, Clock()
    program.show_session(Session.create(path, stage.session.header))
    evening = program.evening
    assert evening is not None
    evening._clock, evening._seen, evening._zero = clock, 0.0, 0.0
    cards = [card.id for card in evening.state.content.cards if card.play is Play.BELL]
    for keys in PRESSES:
        while evening.state.phase is not Phase.PLAY or not isinstance(evening.state.stage, Ready):
            evening.do(Next(), "test")
        evening.do(PutNext(cards.pop(0)), "test")
        while not _bell_is(evening.state, BellPhase.ARMED, BellPhase.OPEN):
            evening.do(Next(), "test")
        clock.now += 0.3
        if not _bell_is(evening.state, BellPhase.OPEN):
            evening.do(OpenBells(), "test")
        clock.now += 0.2
        for key in keys:
            stage.post(key)
        stage.turn()
        while _bell_is(evening.state, BellPhase.TAKEN):
            clock.now += 0.1
            evening.do(MarkBell(right=True), "test")
            stage.turn()
    won = [event.team for entry in evening.session.history for event in entry.events
           if isinstance(event, BellWon)]  # fmt: skip
    rings = [one for one in evening.session.history if isinstance(one.action, RingBell)]
    assert len(rings) > len(PRESSES), "the keys rang"
    return list(evening.session._lines), won


def _bell_is(state: Any, *phases: BellPhase) -> bool:
    stage = state.stage
    return isinstance(stage, OnCard) and stage.bell is not None and stage.bell.phase in phases


def test_bells_fall_to_whom_they_would_have_fallen(window: Stage, tmp_path: Path) -> None:
    window.program.console = Console(window.program)
    alone, winners = played(window, tmp_path / "alone.cxsession")
    with looked_at(window) as pictures:
        watched, same = played(window, tmp_path / "watched.cxsession")
        assert pictures[0], "somebody did look on"
    assert winners == same
    assert len(winners) >= len(PRESSES)
    assert len(set(winners)) > 2, "the order of presses matters"
    assert watched == alone
