"""What browsers send over real sockets once they are in, and what comes of those who mean harm."""

from __future__ import annotations

import asyncio
import http.client
import json
import socket
import sys
from typing import Any, cast

import pytest

pytest.importorskip("uvicorn", reason="the console needs cx-game[remote]")

from websockets.exceptions import ConnectionClosed

from game.remote import guests
from game.remote.bridge import Bridge, Receipt
from game.remote.guests import MALFORMED, TOO_MUCH
from game.remote.messages import MOST_BYTES
from game.remote.patient import MOST_CONNECTIONS, MOST_FROM_ONE
from tests.remote.served import Served, code_of, hear, say, until


def test_commands_come_through_and_receipts_come_back(served: Served) -> None:
    guest, _pass = served.come_in()
    say(guest, id="a", do="go", n=3, version=7)
    (command,) = until(served.bridge.drain)
    assert (command.do, command.told) == ("go", {"n": 3, "version": 7})
    served.bridge.answer(command, Receipt("a", done=False, sentence="No.", field="n"))
    assert hear(guest)["receipt"] == {"id": "a", "done": False, "sentence": "No.", "field": "n"}
    served.bridge.show({"top": "é"}, 5)
    assert hear(guest)["parts"] == {"top": "é"}
    say(guest, id="a", do="go", n=3, version=7)
    assert hear(guest)["receipt"]["sentence"] == "No."
    assert served.bridge.drain() == []
    guest.close()


def test_a_browser_hears_the_time_though_nothing_is_new(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.remote.guests.BEAT_SECONDS", 0.05)
    guest, _pass = served.come_in()
    times = [hear(guest) for _ in range(3)]
    assert all(told["parts"] == {} for told in times)
    assert times[0]["now"] < times[-1]["now"]


@pytest.mark.parametrize("text", ["nonsense", "{}", '{"id":"1","do":"quit"}', "[" * 50_000])
def test_what_is_malformed_ends_the_connection_and_changes_nothing(
    served: Served, text: str
) -> None:
    guest, given = served.come_in()
    guest.send(text)
    assert code_of(guest) == MALFORMED
    assert served.bridge.drain() == []
    with served.knock() as back:
        say(back, pass_=given)
        assert hear(back) == {"welcome": ""}


def test_what_is_too_large_is_not_even_read(served: Served) -> None:
    for first in (True, False):
        guest = served.visit() if first else served.come_in()[0]
        guest.send(json.dumps({"id": "1", "do": "control", "values": {"text": "x" * MOST_BYTES}}))
        assert code_of(guest) == 1009
    assert served.bridge.drain() == []


def test_bytes_are_no_message(served: Served) -> None:
    guest, _pass = served.come_in()
    guest.send(b"\x00\xff")
    assert code_of(guest) == MALFORMED
    with served.knock() as stranger:
        stranger.send(b"\x00\xff")
        assert code_of(stranger) == MALFORMED


def test_a_flood_is_ended_before_it_reaches_the_game(served: Served) -> None:
    guest, _pass = served.come_in()
    for n in range(400):
        try:
            say(guest, id=f"flood {n}", do="undo")
        except ConnectionClosed:
            break
    assert code_of(guest) == TOO_MUCH
    assert len(served.bridge.drain()) <= 64


def test_many_who_say_nothing_leave_room_for_the_facilitator() -> None:
    with Served() as served:
        guest, _pass = served.come_in()
        host, port = served.host.split(":")
        crowd = [socket.create_connection((host, int(port))) for _ in range(2 * MOST_CONNECTIONS)]
        served.bridge.show({"top": 1}, 0)
        assert hear(guest)["parts"] == {"top": 1}
        say(guest, id="x", do="undo")
        assert until(served.bridge.drain)
        for one in crowd:
            one.close()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere this computer has one loopback")
def test_one_address_does_not_take_every_connection_of_the_network() -> None:
    with Served() as served:
        served.server.open_network()
        port = int(served.server.url("127.0.0.1").rpartition(":")[2].rstrip("/"))
        crowd = [socket.create_connection(("127.0.0.1", port)) for _ in range(MOST_CONNECTIONS)]
        listening = served.server._network
        assert listening is not None
        until(lambda: len(listening._server.server_state.connections) >= MOST_FROM_ONE)
        tablet = http.client.HTTPConnection(
            "127.0.0.1", port, timeout=10, source_address=("127.0.0.2", 0)
        )
        tablet.request("GET", "/")
        assert tablet.getresponse().status == 200
        assert len(listening._server.server_state.connections) <= MOST_FROM_ONE + 1
        tablet.close()
        for one in crowd:
            one.close()


def test_a_browser_that_reads_nothing_holds_up_nobody_and_skips_what_it_missed() -> None:
    class Socket:
        """Takes one message, then none until it may."""

        client, headers = None, cast(Any, {})

        def __init__(self) -> None:
            self.sent: list[str] = []
            self.may = asyncio.Event()

        async def send_json(self, told: object) -> None:
            self.sent.append(json.dumps(told))

        async def send_text(self, text: str) -> None:
            await self.may.wait()
            self.sent.append(text)

        async def receive(self) -> dict[str, str]:
            await asyncio.Event().wait()
            raise AssertionError

        async def close(self, _code: int) -> None:
            """Nothing is left of it."""

    async def play() -> list[str]:
        bridge, slow = Bridge(lambda: None), Socket()
        guest = guests._Guest(cast(Any, slow), bridge, "", cast(Any, None))
        staying = asyncio.create_task(guest.stay("pass"))
        await asyncio.sleep(0)
        for n in range(1000):
            bridge.show({"top": n, "text": "x" * 100}, n)
            await asyncio.sleep(0)
        slow.may.set()
        await asyncio.sleep(0.01)
        staying.cancel()
        return slow.sent

    sent = asyncio.run(play())
    assert len(sent) <= 3, "the welcome, what was on its way, and the newest"
    assert json.loads(sent[-1])["parts"]["top"] == 999
