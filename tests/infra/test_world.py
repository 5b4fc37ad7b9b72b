"""What conftest promises every test."""

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

from game import i18n, paths

SEEN: set[str] = set()


@pytest.mark.parametrize("turn", [1, 2])
def test_each_test_has_folders_of_its_own(turn: int, home: Path) -> None:
    for place in (paths.sessions_dir(), paths.user_decks_dir(), paths.settings_file()):
        assert home in place.parents
    assert Path(tempfile.gettempdir()).resolve() in home.resolve().parents
    assert str(home) not in SEEN
    SEEN.add(str(home))


def test_no_test_opens_a_window_or_makes_a_sound() -> None:
    assert os.environ["SDL_VIDEODRIVER"] == "dummy"
    assert os.environ["SDL_AUDIODRIVER"] == "dummy"


@pytest.mark.window
def test_a_window_test_may_open_one_in_silence() -> None:
    assert "SDL_VIDEODRIVER" not in os.environ
    assert os.environ["SDL_AUDIODRIVER"] == "dummy"


@pytest.mark.parametrize("turn", [1, 2])
def test_each_test_begins_in_english(turn: int) -> None:
    assert i18n.language() == "en"
    i18n.set_language("nl")


def test_no_example_fails_for_being_slow() -> None:
    assert settings().deadline is None
    assert settings().derandomize or settings().max_examples > 100  # ci, or explore
