"""Names of session files: a date and what the facilitator calls the session."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

SUFFIX = ".cxsession"

_FORBIDDEN = '<>:"/\\|?*'
"""What no file name may hold on Windows, where the stick may end up."""
_DEVICES = {"con", "prn", "aux", "nul", "conin$", "conout$"} | {
    f"{port}{digit}" for port in ("com", "lpt") for digit in "0123456789¹²³"
}
"""Names that are a device on Windows, in every folder and whatever ends them: `con.html` too."""
_MOST_BYTES = 120
"""Of the session's name; with date and number far below the 255 a file system takes."""


def file_name(created: str, name: str) -> str:
    """The file's name for a session begun at `created` (ISO 8601): `2026-03-14 Kick-off.cxsession`.

    Safe on every system: no character a file system refuses, no end in a dot or space, no name
    too long. Never empty.
    """
    parts = (_writable(created[:10]), _writable(name))
    return _no_device(" ".join(part for part in parts if part)) + SUFFIX


def safe_name(text: str) -> str:
    """A text as the beginning of a file's name, safe on every system; "" where nothing is left."""
    return _no_device(_writable(text))


def _no_device(name: str) -> str:
    """`Con` as `Con_`, `aux.1` as `aux_.1`; every other name as it is."""
    first, dot, rest = name.partition(".")
    return f"{first}_{dot}{rest}" if first.rstrip().casefold() in _DEVICES else name


def _writable(text: str) -> str:
    # Surrogates without their other half (Cs) cannot be encoded; controls (C…) cannot be seen.
    kept = "".join(
        "-" if char in _FORBIDDEN else " " if unicodedata.category(char).startswith("C") else char
        for char in unicodedata.normalize("NFC", text)
    )
    short = " ".join(kept.split()).encode()[:_MOST_BYTES].decode(errors="ignore")
    return short.strip(" .-") or ""


def numbered(path: Path) -> Iterator[Path]:
    """The wished path, then `name 2`, `name 3` and so on."""
    yield path
    for number in range(2, 1000):
        yield path.with_name(f"{path.stem} {number}{path.suffix}")


def followed(path: Path) -> Path:
    """The file itself where `path` is a link to one; every other path as it is.

    A lock lies beside its log: whoever comes by the link and whoever comes by the file must look
    for it in the same place. And what is erased must go from the file, not just from the link.
    """
    try:
        return path.resolve() if path.is_symlink() else path
    except (OSError, RuntimeError, ValueError):  # links in a circle, or a NUL in the name
        return path


def report_folder(log: Path) -> Path:
    """Where the report of a session is written unless somebody says otherwise: beside its log."""
    return log.with_name(f"{log.stem} report")
