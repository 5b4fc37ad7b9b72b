"""What another user of the computer can read in a list of programs lets them in nowhere."""

from __future__ import annotations

import os
import socket
import sys
from contextlib import suppress
from pathlib import Path

import pytest

pytest.importorskip("uvicorn", reason="the console needs cx-game[remote]")

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect
from websockets.typing import Origin

from game.remote import sameuser
from game.remote.guests import NO_ENTRY
from game.remote.sameuser import is_of_another_user
from tests.remote.served import Served, hear, say, until

HEAD = (
    "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout\n"
)
CLIENT, SERVER = ("127.0.0.1", 0x8384), ("127.0.0.1", 0x2224)


def row(local: str, remote: str, user: int, state: str = "01") -> str:
    return f"   2: {local} {remote} {state} 00000000:00000000 03:00000F34 00000000 {user:5} 0 0 3\n"


@pytest.fixture
def tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """The system's lists, empty; whoever plays is user 1000."""
    found = tmp_path / "tcp", tmp_path / "tcp6"
    for table in found:
        table.write_text(HEAD, "ascii")
    monkeypatch.setattr(sameuser, "TABLES", found)
    monkeypatch.setattr(os, "getuid", lambda: 1000, raising=False)
    return found


@pytest.mark.skipif(sys.byteorder != "little", reason="the rows are as such a machine has them")
@pytest.mark.parametrize(("user", "is_other"), [(1000, False), (0, False), (1001, True)])
@pytest.mark.parametrize(
    ("place", "local", "remote"),
    [
        (0, "0100007F:8384", "0100007F:2224"),
        (1, "0000000000000000FFFF00000100007F:8384", "0000000000000000FFFF00000100007F:2224"),
    ],
)
def test_the_far_end_says_whose_it_is(
    tables: tuple[Path, Path], place: int, local: str, remote: str, user: int, is_other: bool
) -> None:
    own_end = row(remote, local, 1000)
    old = row(local, remote, 1001, "06")
    tables[place].write_text(HEAD + own_end + old + row(local, remote, user), "ascii")
    assert is_of_another_user(CLIENT, SERVER) is is_other


def test_where_the_system_does_not_tell_nobody_is_kept_out(
    tables: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not is_of_another_user(CLIENT, SERVER)
    tables[0].write_text("rubbish\n\nrubbish", "ascii")
    assert not is_of_another_user(CLIENT, SERVER)
    tables[0].unlink()
    assert not is_of_another_user(CLIENT, SERVER)
    monkeypatch.delattr(os, "getuid")
    assert not is_of_another_user(CLIENT, SERVER)


def test_another_user_with_the_ticket_gets_nothing_and_leaves_it_worth_something(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with Served() as served:
        ticket = served.way_in()[1]
        with monkeypatch.context() as others:
            others.setattr("game.remote.guests.is_of_another_user", lambda *_ends: True)
            with served.knock() as other:
                say(other, ticket=ticket)
                until(lambda: other.close_code == NO_ENTRY)
        own = served.visit()
        say(own, ticket=ticket)
        assert hear(own)["welcome"]


@pytest.mark.skipif(
    sys.platform != "linux" or os.getuid() != 0, reason="only an administrator gives sockets away"
)
def test_a_real_connection_of_another_user_gets_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "getuid", lambda: 1000)
    with Served() as served:
        host, ticket = served.way_in()
        address, port = host.split(":")
        for user in (1001, 1000):
            with socket.create_connection((address, int(port))) as end:
                os.fchown(end.fileno(), user, -1)  # as if that user had made it
                with connect(
                    f"ws://{host}/socket", sock=end, origin=Origin(f"http://{host}")
                ) as page:
                    say(page, ticket=ticket)
                    if user == 1000:
                        assert hear(page)["welcome"]
                    else:
                        with suppress(ConnectionClosed):
                            hear(page)
                        assert page.close_code == NO_ENTRY
