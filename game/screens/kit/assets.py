"""The game's own drawings and fonts, as files."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from game.paths import assets_dir


def font_path(name: str) -> Path:
    """Path of a bundled font file, which may not exist."""
    return assets_dir() / "fonts" / name


@cache
def art_bytes(name: str) -> bytes | None:
    """The SVG text of one of the game's own drawings (``"bell"``), or None if there is none.

    Whatever is not a plain name gives None, so that a deck cannot reach outside the art
    folder.
    """
    if not name or not all(c.isascii() and (c.isalnum() or c == "-") for c in name):
        return None
    try:
        return (assets_dir() / "art" / f"{name}.svg").read_bytes()
    except OSError:
        return None


def has_art(name: str) -> bool:
    """Whether the game has a drawing of that name."""
    return art_bytes(name) is not None
