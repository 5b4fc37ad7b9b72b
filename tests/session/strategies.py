"""Any action, any event, from their type hints."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from game.rules.actions import ACTIONS, Action
from game.rules.events import EVENTS, Event

# Halves of surrogate pairs too: a name pasted from a broken chat must not lose an evening.
TEXT = st.text(st.characters(exclude_categories=()), max_size=20)
SIMPLE: dict[Any, st.SearchStrategy[Any]] = {
    int: st.integers(-(2**60), 2**60),
    float: st.floats(allow_nan=False),
    bool: st.booleans(),
    str: TEXT,
    NoneType: st.none(),
}


def values(hint: Any) -> st.SearchStrategy[Any]:
    if hint in SIMPLE:
        return SIMPLE[hint]
    if get_origin(hint) is tuple:
        args = get_args(hint)
        if args[1:] == (Ellipsis,):
            return st.lists(values(args[0]), max_size=4).map(tuple)
        return st.tuples(*map(values, args))
    if is_dataclass(hint):
        assert isinstance(hint, type)
        return things(hint)
    if get_args(hint):
        return st.one_of(*map(values, get_args(hint)))
    return st.sampled_from(list(hint))


def things(cls: type) -> st.SearchStrategy[Any]:
    hints = get_type_hints(cls)
    return st.builds(cls, **{f.name: values(hints[f.name]) for f in fields(cls)})


actions: st.SearchStrategy[Action] = st.one_of(*map(things, ACTIONS.values()))
events: st.SearchStrategy[Event] = st.one_of(*map(things, EVENTS.values()))
