"""What every test of a session gets."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the log of an evening is kept; nothing is there yet."""
    return tmp_path / "evening.cxsession"
