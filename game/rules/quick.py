"""Making frozen things quickly: most of a move is making its events and its next state."""

from __future__ import annotations

from dataclasses import MISSING, fields
from typing import Any


def quicken(*classes: type) -> None:
    """Give frozen dataclasses an `__init__` that writes their fields straight into them.

    The one they come with asks the interpreter for leave at each field, since they are frozen,
    and takes twice as long. What it accepts stays the same. Not for classes with a
    `__post_init__`, slots, default factories, or fields that nobody may give.
    """
    for cls in classes:
        if fields(cls):
            type.__setattr__(cls, "__init__", _init(cls))


def _init(cls: type) -> Any:
    given = fields(cls)
    names = [
        field.name if field.default is MISSING else f"{field.name}=_{field.name}" for field in given
    ]
    if given[0].kw_only:
        names.insert(0, "*")
    lines = [
        f"def __init__(self, {', '.join(names)}):",
        "    values = self.__dict__",
        *(f"    values[{field.name!r}] = {field.name}" for field in given),
    ]
    scope: dict[str, Any] = {f"_{field.name}": field.default for field in given}
    exec("\n".join(lines), scope)  # as dataclasses does
    init = scope["__init__"]
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    init.__module__ = cls.__module__
    return init
