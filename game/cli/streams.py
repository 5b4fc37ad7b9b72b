"""Terminals and files that cannot hold every letter, as Windows has them."""

from __future__ import annotations

import codecs

HANDLER = "cxgame"
"""Name of the error handler that `install` makes known."""

_INSTEAD = {
    "−": "-",
    "–": "-",
    "—": "-",
    "×": "x",
    "…": "...",
    "·": "-",
    "“": '"',
    "”": '"',
    "„": '"',
    "‘": "'",
    "’": "'",
    "→": "->",
    "≤": "<=",
    "≥": ">=",
    "\u00a0": " ",
    "\u202f": " ",
}
"""What a letter becomes where it is missing: a lost minus would turn a figure round."""


def install() -> str:
    """Make the error handler known; returns its name."""
    codecs.register_error(HANDLER, _stand_in)
    return HANDLER


def _stand_in(error: UnicodeError) -> tuple[str | bytes, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    missing = error.object[error.start : error.end]
    text = "".join(_INSTEAD.get(letter, "?") for letter in missing)
    return text, error.end
