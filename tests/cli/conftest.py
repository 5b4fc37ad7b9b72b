"""What tests of several commands get."""

from __future__ import annotations

import pytest

from game.session.session import Session
from tests.cli.tool import Opened


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Opened:
    """Sessions for which a window would have opened, with its display and size."""
    found: Opened = []

    def window(session: Session, display: object, size: object, *_: object, **_more: object) -> int:
        found.append((session, display, size))
        session.close()
        return 0

    for command in ("play", "resume", "practise"):
        monkeypatch.setattr(f"game.cli.{command}.run_session", window)
        monkeypatch.setattr(f"game.cli.{command}.need_display", lambda: None)
    return found
