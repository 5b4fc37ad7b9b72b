"""A short name for a state: equal states have the same, on every machine."""

from __future__ import annotations

import json
from hashlib import sha256

from game.rules.board import Board, Shape
from game.rules.content import Content
from game.rules.state import State, evolve
from game.session.codec import encode

LENGTH = 16
"""Hexadecimal digits of a fingerprint."""

# The same all through a session, and by far the most of it.
_NO_CONTENT = Content(decks=(), categories=(), cards=())
_NO_BOARD = Board(id="", title="", shape=Shape.LOOP, zones=(), spaces=())


def fingerprint(state: State) -> str:
    """The first digits of the SHA-256 of the state as canonical JSON.

    Content and board count for nothing in it; the digests in the log's head tell those.
    """
    plain = encode(evolve(state, content=_NO_CONTENT, board=_NO_BOARD))
    text = json.dumps(plain, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode("ascii")).hexdigest()[:LENGTH]
