"""Frozen dataclasses to plain JSON values and back, from their type hints alone.

A class is looked at once; after that, both ways are a chain of small functions. What a log
holds is checked as strictly as what a stranger sends: an unknown field, an unknown class or a
value of the wrong type is a `CodecError` that says where it stands.

A dataclass becomes an object of its fields. Where a type hint allows more than one dataclass,
the object stands under its class's name: `{"ChoiceCard": {"id": …}}`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Literal, NamedTuple, TypeVar, Union, cast, get_args, get_origin
from typing import get_type_hints as hints_of

T = TypeVar("T")

Plain = Any
"""What the json module reads and writes: dict, list, str, int, float, bool, None."""

_Way = Callable[[Any], Any]


class CodecError(Exception):
    """A value that is not what its place asks for."""

    def __init__(self, found: str, where: tuple[str, ...] = ()) -> None:
        super().__init__(found)
        self.found = found
        """What is wrong, in English; detail for whoever helps, under a translated sentence."""
        self.where = where
        """Names of the fields down to the value, outermost first."""

    def under(self, name: str) -> CodecError:
        """The same error, seen from one field further out."""
        return CodecError(self.found, (name, *self.where))

    def __str__(self) -> str:
        return f"{'.'.join(self.where)}: {self.found}" if self.where else self.found


class _Coder(NamedTuple):
    encode: _Way
    decode: _Way


def encode(value: object, hint: object = None) -> Plain:
    """The plain form of `value`, read as `hint` (its own class, unless a union is meant)."""
    return _coder(type(value) if hint is None else hint).encode(value)


def decode(cls: type[T], plain: Plain) -> T:
    """The value of `cls` that a plain form stands for. Raises `CodecError`."""
    return cast(T, decoder(cls)(plain))


def decoder(hint: object) -> _Way:
    """The decoding function of a type, for loops that decode many of one kind."""
    return _coder(hint).decode


def _coder(hint: Any) -> _Coder:
    coder = _coders.get(hint)
    if coder is None:
        coder = _coders[hint] = _make_coder(hint)
    return coder


_coders: dict[Any, _Coder] = {}


def _make_coder(hint: Any) -> _Coder:
    if hint in _SIMPLE:
        return _Coder(_same, _SIMPLE[hint])
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        return _union(get_args(hint))
    if origin is tuple:
        return _tuple(get_args(hint))
    if origin is Literal:
        return _literal(get_args(hint))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _enum(hint)
    if isinstance(hint, type) and is_dataclass(hint):
        return _record(hint)
    raise TypeError(f"no JSON form is known for {hint!r}")


def _same(value: Any) -> Any:
    return value


def _simple(*allowed: type) -> _Way:
    expected = " or ".join(kind.__name__ for kind in allowed)

    def decode(plain: Plain) -> Any:
        # Not isinstance: true is no number here, though Python thinks so.
        if type(plain) not in allowed:
            raise CodecError(f"{_quote(plain)} where {expected} is expected")
        return plain

    return decode


def _quote(plain: Plain) -> str:
    text = ascii(plain)
    return text if len(text) <= 60 else f"{text[:57]}..."


_SIMPLE: dict[Any, _Way] = {
    str: _simple(str),
    int: _simple(int),
    bool: _simple(bool),
    float: _simple(float, int),
    NoneType: _simple(NoneType),
}


def _enum(cls: type[Enum]) -> _Coder:
    members = {member.value: member for member in cls}

    def decode(plain: Plain) -> Enum:
        member = members.get(plain) if isinstance(plain, str) else None
        if member is None:
            allowed = ", ".join(str(value) for value in members)
            raise CodecError(f"{_quote(plain)} is none of: {allowed}")
        return member

    return _Coder(lambda member: member.value, decode)


def _literal(allowed: tuple[Any, ...]) -> _Coder:
    def decode(plain: Plain) -> Any:
        for value in allowed:
            if value == plain:
                return value
        raise CodecError(f"{_quote(plain)} is not expected here")

    return _Coder(_same, decode)


def _tuple(args: tuple[Any, ...]) -> _Coder:
    if len(args) == 2 and args[1] is Ellipsis:
        return _sequence(_coder(args[0]))
    parts = [_coder(arg) for arg in args]

    def encode(values: tuple[Any, ...]) -> list[Plain]:
        return [part.encode(value) for part, value in zip(parts, values, strict=True)]

    def decode(plain: Plain) -> tuple[Any, ...]:
        if type(plain) is not list or len(plain) != len(parts):
            raise CodecError(f"{_quote(plain)} where a list of {len(parts)} is expected")
        return tuple([part.decode(value) for part, value in zip(parts, plain, strict=True)])

    return _Coder(encode, decode)


def _sequence(item: _Coder) -> _Coder:
    encode_item, decode_item = item

    def encode(values: tuple[Any, ...]) -> list[Plain]:
        return [encode_item(value) for value in values]

    def decode(plain: Plain) -> tuple[Any, ...]:
        if type(plain) is not list:
            raise CodecError(f"{_quote(plain)} where a list is expected")
        try:
            return tuple([decode_item(value) for value in plain])
        except CodecError:
            _blame(plain, decode_item)
            raise

    return _Coder(encode, decode)


def _blame(plain: list[Plain], decode_item: _Way) -> None:
    """Raise the error again with the number of the item that has it."""
    for i, value in enumerate(plain):
        try:
            decode_item(value)
        except CodecError as error:
            raise error.under(str(i)) from None


def _union(args: tuple[Any, ...]) -> _Coder:
    """Told apart by the JSON type; several dataclasses by the name they stand under."""
    records = [arg for arg in args if isinstance(arg, type) and is_dataclass(arg)]
    by_type: dict[type, _Coder] = {}
    for arg in args:
        if arg not in records:
            kind = tuple if get_origin(arg) is tuple else str if _is_enum(arg) else arg
            by_type[kind] = _coder(arg)
    if len(records) == 1:
        by_type[dict] = _coder(records[0])
    elif records:
        by_type[dict] = _tagged(records)
    by_json = {list if kind is tuple else kind: coder for kind, coder in by_type.items()}

    def encode(value: Any) -> Plain:
        kind = type(value)
        coder = by_type.get(kind) or by_type[str if isinstance(value, str) else dict]
        return coder.encode(value)

    def decode(plain: Plain) -> Any:
        coder = by_json.get(type(plain))
        if coder is None:
            raise CodecError(f"{_quote(plain)} is not expected here")
        return coder.decode(plain)

    return _Coder(encode, decode)


def _is_enum(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, Enum)


def _tagged(classes: list[type]) -> _Coder:
    by_name = {cls.__name__: _coder(cls) for cls in classes}

    def encode(value: Any) -> Plain:
        name = type(value).__name__
        return {name: by_name[name].encode(value)}

    def decode(plain: Plain) -> Any:
        if type(plain) is not dict or len(plain) != 1:
            raise CodecError(f"{_quote(plain)} where one named thing is expected")
        ((name, value),) = plain.items()
        coder = by_name.get(name)
        if coder is None:
            raise CodecError(f"{_quote(name)} is not known here")
        try:
            return coder.decode(value)
        except CodecError as error:
            raise error.under(name) from None

    return _Coder(encode, decode)


def _record(cls: type) -> _Coder:
    # Fields that no caller may give (`kind` of a card) say nothing that the class does not.
    given = [field for field in fields(cls) if field.init]
    hints = hints_of(cls)
    ways = {field.name: _coder(hints[field.name]) for field in given}
    encoders = [(name, way.encode) for name, way in ways.items()]
    decoders = {name: way.decode for name, way in ways.items()}
    kinds = {name: hints[name] if hints[name] in _SIMPLE else None for name in ways}
    bare = len(given) == len(fields(cls)) and not hasattr(cls, "__post_init__")
    needed = {f.name for f in given if f.default is MISSING and f.default_factory is MISSING}

    def encode(value: Any) -> Plain:
        return {name: way(getattr(value, name)) for name, way in encoders}

    def decode(plain: Plain) -> Any:
        if type(plain) is not dict:
            raise CodecError(f"{_quote(plain)} where {cls.__name__} is expected")
        values = {}
        try:
            for name, value in plain.items():
                as_it_is = type(value) is kinds[name]
                values[name] = value if as_it_is else decoders[name](value)
        except KeyError:
            raise CodecError(f"{cls.__name__} has no field {_quote(name)}") from None
        except CodecError as error:
            raise error.under(name) from None
        if bare and len(values) == len(decoders):
            # What the generated __init__ does, at a fraction of its cost: a log has thousands.
            made: Any = object.__new__(cls)
            made.__dict__.update(values)
            return made
        if not needed <= values.keys():
            missing = ", ".join(sorted(needed - values.keys()))
            raise CodecError(f"{cls.__name__} lacks {missing}")
        return cls(**values)

    return _Coder(encode, decode)
