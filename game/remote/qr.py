"""An address as a code that a tablet's camera reads."""

from __future__ import annotations

Matrix = tuple[tuple[bool, ...], ...]
"""Rows of modules, True for dark; the quiet margin around it is not in here."""


def matrix(text: str) -> Matrix:
    """The code of a text, with as much error correction as fits for nothing."""
    import segno

    code = segno.make_qr(text, error="m", boost_error=True)
    return tuple(tuple(bool(module) for module in row) for row in code.matrix)
