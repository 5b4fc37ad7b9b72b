"""Telling decks, boards, rulesets and debriefs apart by their fields."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path

from game.content.decode import MOST_BYTES
from game.content.disk import UnreadableError, read_bytes

_TELLING = rb"""["']?(spaces|zones|shape|rules|presets|phases|cards)["']?[ \t]*+:"""
_AT_MARGIN = re.compile(b"^" + _TELLING, re.MULTILINE)
_INDENTED = re.compile(b"^[ \t{]*+" + _TELLING, re.MULTILINE)


class FileKind(StrEnum):
    """What a YAML file is."""

    DECK = "deck"
    BOARD = "board"
    RULESET = "ruleset"
    DEBRIEF = "debrief"


def kind_of(path: Path) -> FileKind:
    """What the file at `path` is; a deck, where its fields do not tell.

    Looks at the names at the margin alone, so that a file with mistakes in it is still known
    for what it was meant to be.
    """
    try:
        data = read_bytes(path, MOST_BYTES)
    except UnreadableError:
        return FileKind.DECK
    found = _AT_MARGIN.search(data) or _INDENTED.search(data)
    match found[1].decode() if found else "":
        case "spaces" | "zones" | "shape":
            return FileKind.BOARD
        case "rules" | "presets":
            return FileKind.RULESET
        case "phases":
            return FileKind.DEBRIEF
        case _:
            return FileKind.DECK
