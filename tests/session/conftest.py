"""What every test of a session gets."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.session import log
from tests.session.disks import Disk


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the log of an evening is kept; nothing is there yet."""
    return tmp_path / "evening.cxsession"


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """The log tries again and syncs at once, where people would wait for seconds."""
    monkeypatch.setattr(log, "RETRY_SECONDS", 0.01)
    monkeypatch.setattr(log, "SYNC_SECONDS", 0.0)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    """The disk every log is written to."""
    disk = Disk()
    monkeypatch.setattr("game.session.disk.os.write", disk.write)
    monkeypatch.setattr("game.session.disk.os.fsync", disk.fsync)
    return disk
