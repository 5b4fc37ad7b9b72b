"""A game in a window, for tests of the console it opens.

What needs the extra `remote` is imported where it is used: without it, the tests are passed over.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from benchmarks.stage import Stage
    from tests.app.console.hands import Hands


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """One window for the tests of a file; each plays a session of its own in it."""
    from benchmarks.stage import Stage

    made = Stage(tmp_path_factory.mktemp("console"), (320, 180), rounds=2)
    yield made
    made.program.close()


@pytest.fixture
def stage(window: Stage, tmp_path: Path) -> Iterator[Stage]:
    from game.app.console import Console
    from game.session.session import Session

    program = window.program
    program.console = Console(program)
    program.show_session(Session.create(tmp_path / "one.cxsession", window.session.header))
    yield window
    program.console.close()
    program.say("")


@pytest.fixture
def hands(stage: Stage) -> Hands:
    from tests.app.console.hands import Hands

    return Hands(stage)
