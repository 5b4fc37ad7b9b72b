"""The bytes of a sound, looked at before anybody trusts them: kind, length, and a whole body.

Nothing is decoded: how long a sound lasts stands in its heads, and what was cut off while it was
copied misses its end. So one that claims to last a year costs no more than any other.
"""

from __future__ import annotations

import wave
from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple

LONGEST_SECONDS = 10
"""Of a card's sound: a voice, a ring, a door. The room waits for it, and the reader as well."""

_CUT_OFF = "is cut off: its end is missing"
_NO_WAV = "is no WAV of plain samples (PCM), whatever its ending says"
_PCM = b"\x01\x00"
"""Newer versions of the library read more than this; a deck is the same on all of them."""
_RATES = (4_000, 192_000)
"""Samples a second: from a telephone's to a studio's."""


def trouble_of(data: bytes, ending: str) -> str:
    """What is wrong with a sound whose name has this ending, to follow its name; or ""."""
    try:
        seconds = _wav_seconds(data) if ending == ".wav" else _ogg_seconds(data)
    except _UnplayableError as error:
        return str(error)
    if seconds <= 0:
        return "holds no sound at all"
    if seconds > LONGEST_SECONDS:
        return f"lasts {seconds:.3g} seconds; expected at most {LONGEST_SECONDS}"
    return ""


class _UnplayableError(Exception):
    """A sound that cannot be played; `str()` says why, to follow its name."""


def _wav_seconds(data: bytes) -> float:
    try:
        with wave.open(BytesIO(data)) as sound:
            rate, frames = sound.getframerate(), sound.getnframes()
            size = sound.getsampwidth() * sound.getnchannels()
            whole = len(sound.readframes(min(frames, len(data) // size + 1))) == frames * size
    except EOFError:
        raise _UnplayableError(_CUT_OFF) from None
    except (wave.Error, ValueError, ZeroDivisionError):
        raise _UnplayableError(_NO_WAV) from None
    form = data.find(b"fmt ") + 8
    if data[form : form + 2] != _PCM:
        raise _UnplayableError(_NO_WAV)
    if not _RATES[0] <= rate <= _RATES[1]:
        raise _UnplayableError(f"has {rate} samples a second; expected {_RATES[0]} to {_RATES[1]}")
    if not whole:
        raise _UnplayableError(_CUT_OFF)
    return float(frames / rate)


class _Page(NamedTuple):
    """A page of an Ogg file (RFC 3533, section 6)."""

    flags: int
    granule: int
    """In a Vorbis stream: samples up to the end of this page; negative where none ends on it."""
    serial: bytes
    body: bytes


_FIRST, _LAST = 2, 4


def _ogg_seconds(data: bytes) -> float:
    """How long a Vorbis stream lasts, by its last page (Vorbis I specification, appendix A)."""
    rate, samples, serial, ended = 0, 0, b"", False
    for page in _pages(data):
        if not rate:
            if not page.flags & _FIRST or page.body[:7] != b"\x01vorbis" or len(page.body) < 30:
                break
            rate, serial = int.from_bytes(page.body[12:16], "little"), page.serial
            continue
        if page.serial != serial:
            raise _UnplayableError("holds several streams; expected one")
        samples = max(samples, page.granule)
        ended = bool(page.flags & _LAST)
    if not rate:
        raise _UnplayableError("is no Ogg Vorbis, whatever its ending says")
    if not _RATES[0] <= rate <= _RATES[1]:
        raise _UnplayableError(f"has {rate} samples a second; expected {_RATES[0]} to {_RATES[1]}")
    if not ended:
        raise _UnplayableError(_CUT_OFF)
    return samples / rate


def _pages(data: bytes) -> Iterator[_Page]:
    """The pages of a file one after another; none where it does not begin with one."""
    at = 0
    while at < len(data):
        head = data[at : at + 27]
        if head[:4] != b"OggS":
            if at:  # what stands between two pages is no sound
                raise _UnplayableError("is damaged: what follows a page is none")
            return
        table = data[at + 27 : at + 27 + head[26]] if len(head) == 27 else b""
        body = at + 27 + len(table)
        end = body + sum(table)
        if len(head) < 27 or len(table) < head[26] or end > len(data):
            raise _UnplayableError(_CUT_OFF)
        granule = int.from_bytes(head[6:14], "little", signed=True)
        yield _Page(head[5], granule, head[14:18], data[body:end])
        at = end
