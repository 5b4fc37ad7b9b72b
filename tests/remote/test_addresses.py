"""Where a tablet finds this computer, on whatever machine and network."""

from __future__ import annotations

import socket
import threading

import pytest

from game.remote import addresses
from game.remote.addresses import own_addresses


def test_home_and_office_come_first_and_what_nobody_reaches_is_left_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = ["169.254.3.4", "172.17.0.1", "127.0.0.1", "0.0.0.0", "8.8.4.4", "192.168.1.7", "::1"]
    monkeypatch.setattr(addresses, "_towards", lambda _others: found)
    monkeypatch.setattr(addresses, "_of_cards", lambda: ["192.168.1.7", "224.0.0.1"])
    monkeypatch.setattr(addresses, "_of_name", list)
    assert own_addresses() == ("192.168.1.7", "172.17.0.1", "8.8.4.4", "169.254.3.4")


def test_a_system_that_does_not_tell_its_cards_costs_nobody_the_console(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What it raised would come out in the thread that draws."""

    def refused() -> list[tuple[int, str]]:
        raise PermissionError("in a sandbox")

    monkeypatch.setattr(socket, "if_nameindex", refused)
    assert isinstance(own_addresses(), tuple)


def test_a_name_server_that_does_not_answer_keeps_the_program_from_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Neither from going on nor from ending: Python waits for every thread that is no daemon."""
    pytest.importorskip("uvicorn", reason="the console needs cx-game[remote]")
    from tests.remote.served import Served, until

    answers = threading.Event()

    def slow() -> tuple[str, ...]:
        answers.wait()
        return ("192.168.1.7",)

    monkeypatch.setattr("game.remote.server.own_addresses", slow)
    with Served() as served:
        served.server.open_network()
        assert served.server.addresses is None
        asking = [one for one in threading.enumerate() if one.name.startswith("console-address")]
        assert [one.daemon for one in asking] == [True]
        woken = served.woken
        answers.set()
        assert until(lambda: served.server.addresses) == ("192.168.1.7",)
        until(lambda: served.woken > woken)
