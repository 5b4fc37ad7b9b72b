"""Pictures of a few bytes."""

from __future__ import annotations

from pathlib import Path

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>'


def png(width: int, height: int) -> bytes:
    """The beginning of a PNG: what tells its size."""
    size = width.to_bytes(4, "big") + height.to_bytes(4, "big")
    return b"\x89PNG\r\n\x1a\n" + (13).to_bytes(4, "big") + b"IHDR" + size + bytes(9)


def jpeg(width: int, height: int, frame: int = 0xC0) -> bytes:
    """The beginning of a JPEG: a header, and the frame that tells its size."""
    app = b"\xff\xe0" + (16).to_bytes(2, "big") + b"JFIF\x00" + bytes(9)
    size = height.to_bytes(2, "big") + width.to_bytes(2, "big")
    return b"\xff\xd8" + app + bytes((0xFF, frame)) + b"\x00\x11\x08" + size + bytes(12)


def put(folder: Path, name: str, data: bytes) -> None:
    """A file at a path inside a folder."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
