"""Actions and events as JSON, fast: this runs between every key press and the wall's answer.

A class is looked at once, and becomes a function of its own. What comes out is what
`codec.encode` and the json module would make of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from enum import Enum
from functools import lru_cache
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


named: Mapping[type, Callable[[dict[str, Any]], str]] = _Writers()
"""By class: a dataclass's `__dict__` as JSON under the class's name: `{"Roll":{}}`."""


def _writer(cls: type) -> _Writer:
    """Compiled, as dataclasses compile theirs: one f-string with every field in its place."""
    hints = get_type_hints(cls)
    scope: dict[str, Any] = {}
    told = [
        f"{quoted(field.name)}:{{{_value(field.name, hints[field.name], scope)}}}"
        for field in fields(cls)
    ]
    template = f"{{{{{quoted(cls.__name__)}:{{{{{','.join(told)}}}}}}}}}"
    writer: _Writer = eval(f"lambda v: f'''{template}'''", scope)
    return writer


def _value(name: str, hint: Any, scope: dict[str, Any]) -> str:
    """The inside of the braces that stand for a field; `scope` gets what it calls."""
    value = f'v["{name}"]'
    if hint is int:
        return f"+{value}"  # of True too, as 1
    if hint == int | None:
        return f'"null" if {value} is None else +{value}'
    if hint is bool:
        return f'"true" if {value} else "false"'
    if isinstance(hint, type) and issubclass(hint, Enum):
        scope[f"_{name}"] = {member: quoted(member.value) for member in hint}
        return f"_{name}[{value}]"
    scope[f"_{name}"] = (
        quoted if hint is str else _whole_numbers if hint == tuple[int, ...] else _anything
    )
    return f"_{name}({value})"


_WHOLE = {int}


def _anything(value: Any) -> str:
    """What a field of several kinds holds, nearly always without asking the json module."""
    kind = type(value)
    if kind is int:
        return int.__repr__(value)
    if value is None:
        return "null"
    if kind is str:
        return quoted(value)
    if kind is tuple:
        if set(map(type, value)) == _WHOLE:
            return _whole_numbers(value)
        return f"[{','.join(map(_anything, value))}]"
    return to_json(value)


@lru_cache(maxsize=512)
def _whole_numbers(values: tuple[int, ...]) -> str:
    """The same dice and the same few paths come back all evening."""
    return f"[{','.join(map(int.__repr__, values))}]"
