"""Whether a browser of this computer belongs to the user who plays, where the system tells.

What opens the console here stands in the browser's command line, which on Linux any other user of
the computer can read while the browser starts. Linux also tells whose a connection is, so whoever
else comes with that ticket gets nothing. Windows and macOS show no command lines of others, or
never have the address in one.
"""

from __future__ import annotations

import os
import socket
import struct
from contextlib import suppress
from pathlib import Path

TABLES = (Path("/proc/net/tcp"), Path("/proc/net/tcp6"))
"""Linux's connections, a line each (proc(5)); in the second are those made by IPv6 sockets."""
_LOCAL, _REMOTE, _STATE, _USER = 1, 2, 3, 7
_OVER = "06"
"""A connection that is closed, and nobody's any more."""


def is_of_another_user(client: tuple[str, int], server: tuple[str, int]) -> bool:
    """True where the far end of a connection is known to be somebody else's.

    An administrator's is none: nothing is hidden from them anyway. Where the game itself is run
    by one, or the system does not tell, nobody is somebody else.
    """
    own = os.getuid() if hasattr(os, "getuid") else 0
    if own == 0:
        return False
    user = _user_of(client, server)
    return user is not None and user not in (own, 0)


def _user_of(client: tuple[str, int], server: tuple[str, int]) -> int | None:
    """Number of the user whose the client's end is; None where that is not told."""
    for table, told in zip(TABLES, (_told, _told_as_six), strict=True):
        wanted = told(client), told(server)
        with suppress(OSError, ValueError):
            for line in table.read_text("ascii").splitlines()[1:]:
                row = line.split()
                ends = tuple(row[_LOCAL : _REMOTE + 1])
                if ends == wanted and len(row) > _USER and row[_STATE] != _OVER:
                    return int(row[_USER])
    return None


def _told(address: tuple[str, int]) -> str:
    """As the first table has it: each four bytes as a number of this machine."""
    (number,) = struct.unpack("=I", socket.inet_aton(address[0]))
    return f"{number:08X}:{address[1]:04X}"


def _told_as_six(address: tuple[str, int]) -> str:
    """As the second one has it: an IPv4 address within those of IPv6."""
    before = struct.unpack("=3I", bytes(10) + b"\xff\xff")
    return "".join(f"{number:08X}" for number in before) + _told(address)
