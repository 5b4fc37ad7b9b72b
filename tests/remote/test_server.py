"""The console over real sockets: who is let in, and what comes of those who mean harm."""

from __future__ import annotations

import asyncio
import http.client
import json
import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, cast

import pytest

pytest.importorskip("uvicorn", reason="the console needs cx-game[remote]")

from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection

from game.remote import guests, server
from game.remote.bridge import Bridge, Receipt
from game.remote.door import WRONG_TRIES
from game.remote.guests import MALFORMED, NO_ENTRY, TOO_MUCH
from game.remote.messages import MOST_BYTES
from game.remote.pages import files
from game.remote.patient import MOST_CONNECTIONS, MOST_FROM_ONE
from tests.remote.served import Served, hear, say, until


@pytest.fixture(scope="module")
def served() -> Iterator[Served]:
    with Served() as made:
        yield made
    assert not any(thread.name == "console" for thread in threading.enumerate())


def code_of(connection: ClientConnection) -> int:
    """The code it is closed with; whatever is told before that is passed over."""
    with suppress(ConnectionClosed):
        while True:
            connection.recv(10)
    assert connection.close_code is not None
    return connection.close_code


def fetch(served: Served, path: str, **headers: str) -> http.client.HTTPResponse:
    host, port = served.host.split(":")
    connection = http.client.HTTPConnection(host, int(port), timeout=10)
    try:
        connection.putrequest("GET", path, skip_host="Host" in headers)
        for name, value in headers.items():
            connection.putheader(name, value)
        connection.endheaders()
        answer = connection.getresponse()
        answer.body = answer.read()  # type: ignore[attr-defined]
        return answer
    finally:
        connection.close()


# -- the page


def test_every_file_is_there_and_none_is_from_elsewhere(served: Served) -> None:
    for path, (file, _media) in files().items():
        answer = fetch(served, path)
        assert answer.status == 200, path
        if path != "/":
            assert answer.body == file.read_bytes()  # type: ignore[attr-defined]
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "http:" not in policy
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["server"] is None
    page = fetch(served, "/").body.decode()  # type: ignore[attr-defined]
    assert "<script type" in page
    assert "$" not in page
    assert "style=" not in page
    assert " onclick" not in page


def test_scripts_and_styles_name_no_other_place() -> None:
    for name, (file, _media) in files().items():
        if name.endswith((".js", ".css")):
            text = file.read_text("utf-8").replace("http://www.w3.org/2000/svg", "")
            assert "http:" not in text, name
            assert "https:" not in text, name
            assert "eval(" not in text, name
            assert "innerHTML" not in text, name


@pytest.mark.parametrize(
    "path", ["/nothing", "/../server.py", "/%2e%2e/server.py", "//", "/console.css/", "/socket"]
)
def test_there_is_nothing_else(served: Served, path: str) -> None:
    assert fetch(served, path).status in (403, 404)


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8740", "127.0.0.1", "0.0.0.0:80", ""]
)
def test_a_name_that_was_made_to_point_here_gets_nothing(served: Served, host: str) -> None:
    answer = fetch(served, "/", Host=host)
    assert answer.status in (400, 421)
    assert b"<script" not in answer.body  # type: ignore[attr-defined]


def test_only_reading_is_possible(served: Served) -> None:
    host, port = served.host.split(":")
    for method in ("POST", "PUT", "DELETE", "OPTIONS", "TRACE"):
        connection = http.client.HTTPConnection(host, int(port), timeout=10)
        connection.request(method, "/")
        assert connection.getresponse().status == 403
        connection.close()


# -- who is let in


def test_a_ticket_is_exchanged_for_a_pass_and_is_worth_nothing_after(served: Served) -> None:
    host, ticket = served.way_in()
    with served.knock() as first:
        say(first, ticket=ticket)
        given = hear(first)["welcome"]
        assert len(given) >= 43
        with served.knock() as replayed:
            say(replayed, ticket=ticket)
            assert code_of(replayed) == NO_ENTRY
        with served.knock() as again:
            say(again, pass_=given)
            assert hear(again) == {"welcome": ""}
            until(lambda: len(served.bridge.devices) == 2)
    until(lambda: served.bridge.devices == ())
    assert host in served.server.url_here()


def test_one_browser_is_sent_home_with_all_its_windows_and_the_others_stay() -> None:
    with Served() as served:
        stays, _pass = served.come_in()
        goes, given = served.come_in()
        window = served.visit()
        say(window, pass_=given)
        assert hear(window) == {"welcome": ""}
        until(lambda: len(served.bridge.guests) == 3)
        number = served.bridge.guests[1][0]
        assert served.bridge.send_home(number)
        assert code_of(goes) == code_of(window) == NO_ENTRY
        until(lambda: len(served.bridge.guests) == 1)
        again = served.visit()
        say(again, pass_=given)
        assert code_of(again) == NO_ENTRY, "its pass is worth nothing any more"
        served.bridge.show({"top": 1}, 0)
        assert hear(stays)["parts"] == {"top": 1}


def test_wrong_and_missing_secrets_reach_nothing(served: Served) -> None:
    ticket = served.way_in()[1]
    before = served.bridge.drain()
    for wrong in ({"ticket": "x" * 22}, {"pass": "x" * 43}, {"ticket": ""}, {"pass": ""}):
        with served.knock() as stranger:
            stranger.send(json.dumps(wrong))
            with suppress(ConnectionClosed):  # the door may be shut before this is said
                stranger.send(json.dumps({"id": "1", "do": "undo"}))
            assert code_of(stranger) == NO_ENTRY
    with served.knock() as stranger:
        stranger.send(json.dumps({"id": "1", "do": "undo"}))
        assert code_of(stranger) == MALFORMED
    assert served.bridge.devices == ()
    assert served.bridge.drain() == before == []
    with served.knock() as guest:
        say(guest, ticket=ticket)
        assert hear(guest)["welcome"]


def test_who_says_nothing_is_not_waited_for(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guests, "ENTRY_SECONDS", 0.05)
    with served.knock() as silent:
        assert code_of(silent) == MALFORMED


@pytest.mark.parametrize(
    "origin",
    [None, "null", "http://evil.example", "https://127.0.0.1", "http://127.0.0.1:1", "file://"],
)
def test_pages_of_others_cannot_even_knock(served: Served, origin: str | None) -> None:
    with pytest.raises(InvalidStatus) as refused:
        served.knock(origin)
    assert refused.value.response.status_code == 403


def test_a_foreign_host_with_its_own_origin_cannot_knock_either() -> None:
    with Served() as served:
        port = served.host.split(":")[1]
        raw = socket.create_connection(("127.0.0.1", int(port)), timeout=10)
        raw.sendall(
            f"GET /socket HTTP/1.1\r\nHost: evil.example:{port}\r\n"
            f"Origin: http://evil.example:{port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            "Sec-WebSocket-Version: 13\r\n"
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n".encode()
        )
        assert raw.recv(64).startswith(b"HTTP/1.1 403")
        raw.close()


def test_guesses_bar_tickets_from_there_and_no_pass() -> None:
    with Served() as served:
        guest, given = served.come_in()
        ticket = served.way_in()[1]
        for _ in range(WRONG_TRIES):
            with served.knock() as guessing:
                say(guessing, ticket="guess")
                assert code_of(guessing) == NO_ENTRY
        with served.knock() as barred:
            say(barred, ticket=ticket)
            assert code_of(barred) == NO_ENTRY
        guest.close()
        with served.knock() as back:
            say(back, pass_=given)
            assert hear(back) == {"welcome": ""}


# -- what is said, once inside


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


# -- the network


def test_the_network_is_another_door_with_secrets_of_its_own() -> None:
    with Served() as served:
        assert not served.server.on_network
        with pytest.raises(AssertionError):
            served.server.url("192.168.1.2")
        guest, given = served.come_in()
        served.server.open_network()
        ticket = served.server.issue()
        assert served.server.ticket_waits
        until(lambda: served.server.addresses is not None)
        url = served.server.url("127.0.0.1", ticket)
        host = url.removeprefix("http://").split("/")[0]
        assert host != served.host
        # A pass of this computer is none of the network's, and a ticket none of this computer's.
        for door, word in ((host, {"pass": given}), (served.host, {"ticket": ticket})):
            with served.knock(door=door) as other:
                other.send(json.dumps(word))
                assert code_of(other) == NO_ENTRY
        with served.knock(door=host) as tablet:
            tablet.send(json.dumps({"ticket": ticket}))
            assert hear(tablet)["welcome"]
            assert not served.server.ticket_waits
            served.server.close_network()
            assert code_of(tablet) == NO_ENTRY
        served.bridge.show({"top": 1}, 0)
        assert hear(guest)["parts"] == {"top": 1}, "this computer's own browser stays"
        assert not served.server.on_network


def test_loopback_is_on_no_network() -> None:
    with Served() as served:
        host, port = served.host.split(":")
        assert host == "127.0.0.1"
        sock = served.server._here._sock  # type: ignore[union-attr]
        assert sock.getsockname()[0] == "127.0.0.1"
        assert int(port) > 0


def test_a_port_that_is_taken_gives_way_to_a_free_one() -> None:
    with server.bind("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        with server.bind("127.0.0.1", port) as other:
            assert other.getsockname()[1] not in (0, port)


def test_the_page_is_in_the_package() -> None:
    here = Path(server.__file__).parent / "page"
    assert {path.suffix for path in here.iterdir()} == {".html", ".css", ".js"}
