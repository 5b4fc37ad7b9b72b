"""Connections, counted before anything is waited for."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import Any

from game.remote.bridge import Bridge
from game.remote.door import Door
from game.remote.guests import MOST_STRANGERS, MOST_STRANGERS_FROM_ONE, TOO_MUCH, Doorkeeper


class Silent:
    """A browser's socket that says nothing; taking it takes a moment, as on any network."""

    def __init__(self, address: str = "192.0.2.1") -> None:
        self.client = SimpleNamespace(host=address)
        self.accepted = False
        self.code = 0

    async def accept(self) -> None:
        await asyncio.sleep(0)
        self.accepted = True

    async def receive_text(self) -> str:
        await asyncio.sleep(3600)
        return ""

    async def close(self, code: int) -> None:
        self.code = code


async def met(sockets: list[Any]) -> None:
    """All of them knock at once, and say nothing."""
    keeper = Doorkeeper(Door(), Bridge(lambda: None))
    meeting = [asyncio.create_task(keeper.meet(one)) for one in sockets]
    await asyncio.sleep(0.05)
    for task in meeting:
        task.cancel()
    await asyncio.gather(*meeting, return_exceptions=True)


def test_those_who_come_at_once_are_no_more_than_those_who_come_one_by_one() -> None:
    sockets = [Silent(f"192.0.2.{n}") for n in range(3 * MOST_STRANGERS)]
    asyncio.run(met(sockets))
    assert sum(one.accepted for one in sockets) == MOST_STRANGERS
    assert sum(one.code == TOO_MUCH for one in sockets) == 2 * MOST_STRANGERS


def test_one_address_does_not_keep_out_the_others() -> None:
    crowd = [Silent() for _ in range(MOST_STRANGERS)]
    tablet = Silent("192.0.2.7")
    asyncio.run(met([*crowd, tablet]))
    assert sum(one.accepted for one in crowd) == MOST_STRANGERS_FROM_ONE
    assert tablet.accepted
