"""What tests of content get."""

from __future__ import annotations

import pytest

from game.content import Deck
from tests.content.byhand import deck_of


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory) -> Deck:
    """The deck that the translation by hand is of."""
    return deck_of(tmp_path_factory.mktemp("deck"))
