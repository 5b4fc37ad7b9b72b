"""What tests of several screens get."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.screens.preview.stand import Stand
from tests.screens.preview_decks import stand, write


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A deck of coffee, as its author keeps it."""
    return write(tmp_path_factory.mktemp("coffee"))


@pytest.fixture
def coffee(folder: Path) -> Stand:
    """That deck in the preview."""
    return stand(folder)
