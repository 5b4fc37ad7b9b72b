"""The console in a real browser against a running game; one browser and one window for all files.

What needs the extra `remote` is imported where it is used: without it, the tests are passed over.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.remote.browsing import Chromium, Table, chromium_path, to_dilemma

if TYPE_CHECKING:
    from benchmarks.stage import Stage


@pytest.fixture(scope="package")
def chromium() -> Iterator[Chromium]:
    path = chromium_path()
    assert path is not None
    made = Chromium(path)
    yield made
    made.close()


@pytest.fixture(scope="package")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    from benchmarks.stage import Stage

    made = Stage(tmp_path_factory.mktemp("browser"), (320, 180), rounds=3)
    made.program.change("reduced_motion", True)
    yield made
    made.program.close()


@pytest.fixture
def table(window: Stage, chromium: Chromium, tmp_path: Path) -> Iterator[Table]:
    """A session that has come to a dilemma, with everything in it the room must not see."""
    from game.app.console import Console
    from game.session.session import Session

    program = window.program
    program.console = Console(program, browse=lambda _url: None)
    program.show_session(Session.create(tmp_path / "one.cxsession", window.session.header))
    made = Table(window, chromium)
    to_dilemma(made.evening)
    program.console.open_here()
    while not program.console.told().here:
        window.turn()
    chromium.requests.clear()
    chromium.complaints.clear()
    yield made
    made.forget()
    program.console.close()
    assert made.complaints == []
    assert all(url.startswith(("http://127.0.0.1:", "ws://127.0.0.1:")) for url in made.requests)
