"""What screens may see: the wall, the settings, and the session as it is now."""

from __future__ import annotations

import time

from game.app.host import Host
from game.screens.kit.wall import Wall
from game.screens.screen import Look


def sight(host: Host, wall: Wall, now: int, at: int | None, focus: int | None) -> Look:
    """What is to be seen at `now` (ms, for motion).

    `at` is the session's time in ms, None for this moment; `focus` is the hotspot with the ring.
    """
    evening = host.evening
    if evening is None:
        return Look(
            wall=wall,
            settings=host.settings,
            now=now,
            notice=host.notice(),
            focus=focus,
            devices=host.devices,
        )
    return Look(
        wall=wall,
        settings=host.settings,
        now=now,
        state=evening.state,
        version=evening.version,
        at=evening.now() if at is None else at,
        pictures=host.pictures(),
        notice=host.notice(),
        unsaved=str(evening.session.trouble or ""),
        focus=focus,
        can_undo=evening.session.can_undo,
        can_redo=evening.session.can_redo,
        can_reload=evening.can_reload,
        deck_trouble=evening.deck_trouble,
        devices=host.devices,
        history=evening.history,
        replay=evening.replay,
        report=evening.report,
        practise=evening.practise(),
        daytime=_daytime(),
    )


def _daytime() -> int:
    """Seconds since midnight, by this machine's clock."""
    now = time.localtime()
    return (now.tm_hour * 60 + now.tm_min) * 60 + now.tm_sec
