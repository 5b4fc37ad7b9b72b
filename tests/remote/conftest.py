"""A console that is served, one for the tests of a file."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.remote.served import Served


@pytest.fixture(scope="module")
def served() -> Iterator[Served]:
    from tests.remote.served import Served  # needs the extra `remote`

    with Served() as made:
        yield made
    assert not any(thread.name == "console" for thread in threading.enumerate())
