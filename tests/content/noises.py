"""Sounds of a few bytes, in a test: right in form, and nothing anybody would listen to."""

from __future__ import annotations

import wave
from io import BytesIO

RATE = 8000


def wav(seconds: float = 0.1, rate: int = RATE, channels: int = 1) -> bytes:
    """Silence of that length."""
    made = BytesIO()
    with wave.open(made, "wb") as sound:
        sound.setnchannels(channels)
        sound.setsampwidth(1)
        sound.setframerate(rate)
        sound.writeframes(b"\x80" * int(seconds * rate) * channels)
    return made.getvalue()


def page(body: bytes, flags: int = 0, granule: int = 0, serial: int = 7) -> bytes:
    """A page of an Ogg file with one packet in it; its checksum, which nobody reads, is 0."""
    table = bytes([255] * (len(body) // 255) + [len(body) % 255])
    head = b"OggS\x00" + bytes([flags]) + granule.to_bytes(8, "little", signed=True)
    return head + serial.to_bytes(4, "little") + bytes(8) + bytes([len(table)]) + table + body


def vorbis_head(rate: int = RATE) -> bytes:
    """The first packet of a Vorbis stream."""
    return b"\x01vorbis" + bytes(4) + b"\x01" + rate.to_bytes(4, "little") + bytes(12) + b"\xb8\x01"


def ogg(seconds: float = 0.1, rate: int = RATE) -> bytes:
    """The pages of a stream of that length; what is in them no decoder would take."""
    return (
        page(vorbis_head(rate), flags=2)
        + page(b"\x03vorbis" + bytes(300))
        + page(b"\x55" * 400, granule=-1)
        + page(b"\x55" * 40, flags=4, granule=int(seconds * rate))
    )
