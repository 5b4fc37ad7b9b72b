"""What browsers may say, read as strictly as can be: whatever else comes is no message."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from typing import Any

from game.remote.bridge import Command, Receipt

MOST_BYTES = 64 * 1024
"""Of one message; the longest reason somebody may type fits with room to spare."""
MOST_ID = 64
MOST_FIELDS = 32
MOST_NUMBER = 2**53

KINDS = frozenset(("control", "offer", "press", "next", "undo", "redo", "go", "setting", "home"))
"""What a command can be; `game.app.consoledoes` says what each does."""


class MalformedError(ValueError):
    """Not what a console's page sends."""


def read_entry(text: str) -> tuple[str, str]:
    """(ticket, pass) of a first message: one of them is "". Raises `MalformedError`."""
    message = _object(text)
    if set(message) == {"ticket"} and isinstance(message["ticket"], str):
        return message["ticket"], ""
    if set(message) == {"pass"} and isinstance(message["pass"], str):
        return "", message["pass"]
    raise MalformedError("first message")


def read_command(text: str, guest: int) -> Command:
    """The command a message holds. Raises `MalformedError`."""
    message = _object(text)
    name, kind = message.pop("id", None), message.pop("do", None)
    if not isinstance(name, str) or not 0 < len(name) <= MOST_ID:
        raise MalformedError("id")
    if not isinstance(kind, str) or kind not in KINDS:
        raise MalformedError("do")
    if len(message) > MOST_FIELDS:
        raise MalformedError("fields")
    for key, value in message.items():
        message[key] = _mapping(value) if isinstance(value, dict) else _plain(value)
    return Command(id=_text(name), do=kind, told=message, guest=guest)


def receipt_text(receipt: Receipt) -> str:
    """A receipt as it is sent."""
    told = {
        "id": receipt.id,
        "done": receipt.done,
        "sentence": receipt.sentence,
        "field": receipt.field,
    }
    return json.dumps({"receipt": told}, ensure_ascii=False)


def _object(text: str) -> dict[str, Any]:
    try:
        found = json.loads(text, parse_constant=_no_number, parse_float=_no_number)
    except (ValueError, RecursionError):
        raise MalformedError("no JSON") from None
    if not isinstance(found, dict):
        raise MalformedError("no object")
    return found


def _no_number(text: str) -> None:
    raise MalformedError("number")


def _mapping(value: Mapping[str, object]) -> dict[str, str]:
    if len(value) > MOST_FIELDS:
        raise MalformedError("fields")
    texts = {key: text for key, text in value.items() if isinstance(text, str)}
    if len(texts) != len(value):
        raise MalformedError("values")
    return {_text(key): _text(text) for key, text in texts.items()}


def _plain(value: object) -> str | int | bool:
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, int) and abs(value) <= MOST_NUMBER:
        return value
    raise MalformedError("value")


def _text(text: str) -> str:
    """Text as somebody can type it. Half a character can be kept in no log and sent to nobody."""
    for sign in text:
        if unicodedata.category(sign) in ("Cc", "Cs") and sign not in "\n\t":
            raise MalformedError("text")
    return text
