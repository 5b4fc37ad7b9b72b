"""The console over real sockets: who is let in, and from where."""

from __future__ import annotations

import asyncio
import json
import socket
import threading
from contextlib import suppress

import pytest

pytest.importorskip("uvicorn", reason="the console needs cx-game[remote]")

from websockets.exceptions import ConnectionClosed, InvalidStatus

from game.remote import guests, server
from game.remote.bridge import Bridge
from game.remote.door import WRONG_TRIES
from game.remote.guests import MALFORMED, NO_ENTRY
from tests.remote.served import Served, code_of, hear, say, until


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


# -- the network


def test_the_network_is_another_door_with_secrets_of_its_own() -> None:
    with Served() as served:
        assert not served.server.on_network
        with pytest.raises(AssertionError):
            served.server.url("192.168.1.2")
        guest, given = served.come_in()
        served.server.open_network()
        ticket = served.server.issue()
        assert served.ticket_waits()
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
            assert not served.ticket_waits()
            served.server.close_network()
            assert code_of(tablet) == NO_ENTRY
        served.bridge.show({"top": 1}, 0)
        assert hear(guest)["parts"] == {"top": 1}, "this computer's own browser stays"
        assert not served.server.on_network


def test_loopback_is_on_no_network() -> None:
    with Served() as served:
        host, port = served.host.split(":")
        assert host == "127.0.0.1"
        listening = served.server._here
        assert listening is not None
        sock = listening._sock
        assert sock.getsockname()[0] == "127.0.0.1"
        assert int(port) > 0


def test_a_port_that_is_taken_gives_way_to_a_free_one() -> None:
    with server.bind("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        with server.bind("127.0.0.1", port) as other:
            assert other.getsockname()[1] not in (0, port)


def test_ctrl_c_stays_the_games_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows’ loop, made by the main thread, asks to be woken by it, even when it is closed."""
    made_by = []
    new_event_loop = asyncio.new_event_loop

    def noted() -> asyncio.AbstractEventLoop:
        made_by.append(threading.current_thread())
        return new_event_loop()

    monkeypatch.setattr(asyncio, "new_event_loop", noted)
    with Served() as served:
        served.come_in()
    assert made_by
    assert threading.main_thread() not in made_by


def test_where_no_loop_can_be_made_that_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused() -> asyncio.AbstractEventLoop:
        raise OSError("no sockets left")

    monkeypatch.setattr(asyncio, "new_event_loop", refused)
    with pytest.raises(OSError, match="no sockets left"):
        server.Server(Bridge(lambda: None), lambda: None)
