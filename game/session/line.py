"""Actions and events as JSON, fast: this runs between every key press and the wall's answer.

A class is looked at once, and becomes a template with a writer for each field. What comes out is
what `codec.encode` and the json module would make of it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from enum import Enum
from json.encoder import JSONEncoder, encode_basestring_ascii
from typing import Any, get_type_hints

_Writer = Callable[[Any], str]

quoted: Callable[[str], str] = encode_basestring_ascii
"""A text as JSON, in ASCII: halves of surrogate pairs, line ends and all."""


def _plain_fields(thing: object) -> dict[str, Any]:
    return thing.__dict__


to_json: Callable[[Any], str] = JSONEncoder(
    separators=(",", ":"), check_circular=False, default=_plain_fields
).encode
"""Anything as JSON, dataclasses by their fields; lists are never their own parents here."""


class _Writers(dict[type, _Writer]):
    """By class, the function from an object's fields to its JSON under its class's name."""

    def __missing__(self, cls: type) -> _Writer:
        writer = self[cls] = _writer(cls)
        return writer


_writers = _Writers()


def named(thing: object) -> str:
    """A dataclass as JSON under its class's name: `{"Roll":{}}`."""
    return _writers[thing.__class__](thing.__dict__)


def _writer(cls: type) -> _Writer:
    hints = get_type_hints(cls)
    parts = [(field.name, _value_writer(hints[field.name])) for field in fields(cls)]
    template = ",".join([f"{quoted(name)}:%s" for name, _ in parts])
    template = f"{{{quoted(cls.__name__)}:{{{template}}}}}"
    # One and two fields are most of a log, and need no list.
    match parts:
        case []:
            return lambda values: template
        case [(one, write)]:
            return lambda values: template % write(values[one])
        case [(one, write), (two, write_two)]:
            return lambda values: template % (write(values[one]), write_two(values[two]))
    return lambda values: template % tuple([write(values[name]) for name, write in parts])


def _value_writer(hint: Any) -> _Writer:
    if hint is int:
        return int.__repr__  # of True too, as 1
    if hint is str:
        return quoted
    if hint is bool:
        return {True: "true", False: "false"}.__getitem__
    if hint == tuple[int, ...]:
        return _whole_numbers
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {member: quoted(member.value) for member in hint}.__getitem__
    return _anything


def _anything(value: Any) -> str:
    """Whole numbers, texts and nothing are most of what a field of several kinds holds."""
    kind = value.__class__
    if kind is int:
        return int.__repr__(value)
    if value is None:
        return "null"
    if kind is str:
        return quoted(value)
    return to_json(value)


def _whole_numbers(values: tuple[int, ...]) -> str:
    return f"[{','.join(map(int.__repr__, values))}]"
