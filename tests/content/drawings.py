"""Pictures of a few bytes."""

from __future__ import annotations

from pathlib import Path
from zlib import compress, crc32

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>'


def png(width: int, height: int) -> bytes:
    """A PNG of one pixel that says it is so large."""
    size = width.to_bytes(4, "big") + height.to_bytes(4, "big")
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", size + b"\x08\0\0\0\0")
        + chunk(b"IDAT", compress(b"\0\0"))
        + chunk(b"IEND", b"")
    )


def chunk(kind: bytes, data: bytes) -> bytes:
    """A part of a PNG."""
    return len(data).to_bytes(4, "big") + kind + data + crc32(kind + data).to_bytes(4, "big")


def jpeg(width: int, height: int, frame: int = 0xC0) -> bytes:
    """What a JPEG is made of, without its tables: a header, the frame with its size, a scan."""
    app = b"\xff\xe0" + (16).to_bytes(2, "big") + b"JFIF\x00" + bytes(9)
    size = height.to_bytes(2, "big") + width.to_bytes(2, "big")
    scan = b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00" + bytes(12)
    return (
        b"\xff\xd8"
        + app
        + bytes((0xFF, frame))
        + b"\x00\x0b\x08"
        + size
        + b"\x01\x01\x11\x00"
        + scan
        + b"\xff\xd9"
    )


def put(folder: Path, name: str, data: bytes) -> None:
    """A file at a path inside a folder."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
