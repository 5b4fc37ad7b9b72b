"""Frozen dataclasses that are made quickly: as a class, and as one of its instances.

The rules have some hundred and forty of them, and each `dataclass(frozen=True)` compiles half a
dozen functions when it is imported: a fifth of what stands between a double click and the start
screen. Here the functions of all classes are the same few, and the one that is worth compiling,
`__init__`, is compiled when the first instance is made. It writes the fields straight into the
instance, where the usual one asks the interpreter for leave at each: half of its time.

What lasts (a state, a card; every class with keywords only) gets a dictionary of its own. That
takes longer to make than one that shares its keys with those of all other instances, and is read
from in a third of the time or less. What is made to be told once, as an action or an event, has
the kind that is made quickly. docs/decisions/0004 tells what was measured.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform, overload

T = TypeVar("T")

_Getter = Callable[[Any], Any]


@overload
def frozen(cls: type[T], /) -> type[T]: ...
@overload
def frozen(
    *, kw_only: bool = False, eq: bool = True, lasting: bool = False
) -> Callable[[type[T]], type[T]]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(
    cls: Any = None, /, *, kw_only: bool = False, eq: bool = True, lasting: bool = False
) -> Any:
    """`dataclass(frozen=True)`, for classes without slots, `__post_init__` or default factories.

    `lasting` gives instances a dictionary of their own even where `kw_only` does not.
    `dataclasses.fields`, `replace` and `is_dataclass` know these classes as their own; only the
    class itself has no attribute for a field with a default. Raises TypeError for what it
    cannot make.
    """

    def make(cls: type[T]) -> type[T]:
        made = dataclass(init=False, repr=False, eq=False, kw_only=kw_only)(cls)
        given = fields(made)  # type: ignore[arg-type] # it is one now
        if hasattr(made, "__post_init__") or any(f.default_factory is not MISSING for f in given):
            raise TypeError(f"{cls.__name__} needs dataclass(frozen=True)")
        methods: dict[str, Any] = {
            "__init__": _init_later(made, given, lasting or kw_only),
            "__repr__": _repr,
            "__setattr__": _refuse,
            "__delattr__": _refuse,
        }
        if eq:
            values = _values_of([f.name for f in given if f.compare])
            methods |= {"__eq__": _eq(values), "__hash__": _hash(values)}
        for name, method in methods.items():
            if name not in cls.__dict__ or name == "__init__":
                type.__setattr__(made, name, method)
        # `__init__` has the defaults; the class needs none of them. One left there would hinder
        # the interpreter: it reads `state.stage` by a quick way of its own (PEP 659), but not
        # where `State.stage` is an object of a class written in Python, as `Lobby()` is, since
        # that class might be made a descriptor at any moment.
        for f in given:
            if f.name in made.__dict__:
                type.__delattr__(made, f.name)
        return made

    return make if cls is None else make(cls)


_new = object.__new__


def evolve(thing: T, **changes: Any) -> T:
    """A copy of a frozen dataclass with some fields changed.

    Like `dataclasses.replace` at a tenth of its cost, and copies are most of what a move costs.
    `__init__` does not run, so it is only for classes without `__post_init__`, slots and cached
    properties. A name in `changes` that is no field is not noticed here: a test looks at all
    that the rules ask for.
    """
    new = _new(type(thing))
    own = new.__dict__
    # Merged into the empty dictionary all at once. Filled field by field, it would share its keys
    # with those of all other instances, and be read from three times as slowly. `|=` changes
    # `own` in place, as `update` does, without the cost of a call.
    own |= thing.__dict__
    own |= changes
    return new


def copied(thing: T) -> T:
    """The same thing once more, for a move to change before anybody has seen it."""
    new = _new(type(thing))
    own = new.__dict__
    own |= thing.__dict__
    return new


def _values_of(names: list[str]) -> _Getter:
    """What two instances are compared by: the values of these fields."""
    return attrgetter(*names) if names else lambda _: ()


def _eq(values: _Getter) -> Callable[[Any, object], bool]:
    def __eq__(self: Any, other: object) -> bool:  # noqa: N807
        if self is other:
            return True
        if type(other) is not type(self):
            return NotImplemented
        same: bool = values(self) == values(other)
        return same

    return __eq__


def _hash(values: _Getter) -> Callable[[Any], int]:
    def __hash__(self: Any) -> int:  # noqa: N807
        return hash(values(self))

    return __hash__


def _repr(self: Any) -> str:
    inside = ", ".join(f"{f.name}={getattr(self, f.name)!r}" for f in fields(self) if f.repr)
    return f"{self.__class__.__qualname__}({inside})"


def _refuse(self: object, name: str, *_value: object) -> None:
    raise FrozenInstanceError(f"cannot assign to or delete field {name!r}")


def _init_later(cls: type, given: tuple[Field[Any], ...], lasting: bool) -> Callable[..., None]:
    """Compiles the class's `__init__` when it is first called, and puts it into its own place."""

    def __init__(self: Any, *args: Any, **kwargs: Any) -> None:  # noqa: N807
        init = _init(cls, given, lasting)
        type.__setattr__(cls, "__init__", init)
        init(self, *args, **kwargs)

    return __init__


def _init(cls: type, given: tuple[Field[Any], ...], lasting: bool) -> Any:
    """`__init__` as dataclasses would write it, but for how the fields are set."""

    def asked(*, kw_only: bool) -> list[str]:
        return [
            f.name if f.default is MISSING else f"{f.name}=_{f.name}"
            for f in given
            if f.init and f.kw_only is kw_only
        ]

    by_name = asked(kw_only=True)
    names = ["self", *asked(kw_only=False), *(["*", *by_name] if by_name else [])]
    values = {f.name: f.name if f.init else f"_{f.name}" for f in given}
    lines = [f"def __init__({', '.join(names)}):"]
    if lasting:
        own = ", ".join(f"{name!r}: {value}" for name, value in values.items())
        lines += [f"    self.__dict__.update({{{own}}})"]
    else:
        lines += ["    _own = self.__dict__"]
        lines += [f"    _own[{name!r}] = {value}" for name, value in values.items()]
    scope: dict[str, Any] = {f"_{f.name}": f.default for f in given}
    exec("\n".join(lines), scope)
    init = scope["__init__"]
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    init.__module__ = cls.__module__
    return init
