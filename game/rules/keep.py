"""Keeping what was found last, for as long as what it was found from is the same.

Most actions leave most of a state alone, and frozen things that are the very same object are
equal: comparing them this way costs next to nothing, whatever their size. There is one slot,
replaced as a whole: a second session, or thread, costs time and never a wrong answer.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import update_wrapper
from typing import Any, ParamSpec, TypeVar, cast

P = ParamSpec("P")
R = TypeVar("R")


def keep_last(find: Callable[P, R]) -> Callable[P, R]:
    """Remember the last result of a pure function while its arguments are the very same.

    Arguments are given by position. The function that remembers is written out for as many as
    `find` has and compiled, for it runs several times at every action: comparing them in a loop
    would take most of its time.
    """
    names = find.__code__.co_varnames[: find.__code__.co_argcount]
    given = ", ".join(names)
    scope: dict[str, Any] = {"_find": find}
    exec(
        f"_kept = ({', '.join('object()' for _ in names)}, None)\n"
        f"def found({given}):\n"
        f"    global _kept\n"
        f"    {', '.join(f'_{name}' for name in names)}, result = _kept\n"
        f"    if {' and '.join(f'{name} is _{name}' for name in names)}:\n"
        f"        return result\n"
        f"    result = _find({given})\n"
        f"    _kept = ({given}, result)\n"
        f"    return result\n",
        scope,
    )
    return cast(Callable[P, R], update_wrapper(scope["found"], find))
