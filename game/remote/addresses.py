"""Where a tablet finds this computer on the network it is on; no packet leaves for it."""

from __future__ import annotations

import ipaddress
import socket
import struct
from collections.abc import Iterable
from contextlib import suppress

NEARBY = ("192.168.0.1", "192.168.1.1", "192.168.137.1", "10.0.0.1", "172.16.0.1", "172.20.10.1")
"""Addresses of the usual private networks: which of ours would be used to reach them?"""
_SIOCGIFADDR = 0x8915
"""Linux asks a network card for its address with this (linux/sockios.h)."""


def own_addresses() -> tuple[str, ...]:
    """IPv4 addresses of this computer that others may reach, the likeliest first.

    Empty where there is no network. Looking up its own name may take a system some seconds where
    a name server does not answer: not for the thread that draws.
    """
    found = dict.fromkeys((*_towards(NEARBY), *_of_cards(), *_of_name()))
    return tuple(sorted(filter(_is_reachable, found), key=_rank))


def _towards(others: Iterable[str]) -> list[str]:
    """Our side of a connection to each; for UDP, that sends nothing."""
    found = []
    for other in others:
        with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            probe.connect((other, 9))
            found.append(str(probe.getsockname()[0]))
    return found


def _of_cards() -> list[str]:
    """What each network card answers to, on Linux; elsewhere the name knows them all."""
    try:
        import fcntl
    except ImportError:
        return []
    found: list[str] = []
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        for _index, name in socket.if_nameindex():
            with suppress(OSError):
                asked = struct.pack("256s", name.encode()[:15])
                answer = fcntl.ioctl(asking.fileno(), _SIOCGIFADDR, asked)
                found.append(socket.inet_ntoa(answer[20:24]))
    return found


def _of_name() -> list[str]:
    with suppress(OSError, UnicodeError):
        return list(socket.gethostbyname_ex(socket.gethostname())[2])
    return []


def _is_reachable(address: str) -> bool:
    try:
        read = ipaddress.IPv4Address(address)
    except ValueError:
        return False
    return not (read.is_loopback or read.is_unspecified or read.is_multicast)


def _rank(address: str) -> int:
    """Home and office networks first; what a computer gives itself last."""
    read = ipaddress.IPv4Address(address)
    if read.is_link_local:
        return 3
    if not read.is_private:
        return 2
    # 172.17.0.0/16 is what containers on this computer talk over.
    return 1 if read in ipaddress.IPv4Network("172.17.0.0/16") else 0
