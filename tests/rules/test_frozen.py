"""Frozen classes of the rules do what `dataclass(frozen=True)` promises."""

from __future__ import annotations

import ast
import copy
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, fields, is_dataclass, replace
from pathlib import Path
from typing import Any, get_args

import pytest

import game.rules
from game.rules.actions import ACTIONS
from game.rules.asking import Asking
from game.rules.events import EVENTS
from game.rules.frozen import copied, evolve, frozen
from game.rules.pieces import Bell, Clock, Ring
from game.rules.plans import Commitment, Earlier
from game.rules.ruleset import Rules
from game.rules.state import Customer, OnCard, Pile, Stage, State, Team


@frozen
class Pair:
    first: int
    values: tuple[int, ...] = ()


@frozen(kw_only=True)
class Named:
    name: str
    kind: str = field(default="named", init=False)


@frozen(kw_only=True)
class Longer(Named):
    more: int = 0


@frozen
class Nothing:
    pass


@frozen(eq=False)
class Itself:
    value: int


def test_equal_values_are_equal_and_hash_alike_whatever_order_they_were_set_in() -> None:
    other = object.__new__(Pair)
    other.__dict__.update(values=(2,), first=1)
    assert other == Pair(1, (2,))
    assert hash(other) == hash(Pair(first=1, values=(2,)))
    assert Pair(1) != Pair(2)
    assert Nothing() == Nothing()
    assert len({Nothing(), Nothing(), Pair(1), Pair(1)}) == 2


def test_a_default_is_no_field_of_the_class_and_a_heir_has_it_all_the_same() -> None:
    # Kept there, an object of a class of ours makes every reading of the field twice as long.
    for cls, name in ((Pair, "values"), (Named, "kind"), (Longer, "more"), (Longer, "kind")):
        assert not hasattr(cls, name)
    assert Pair(1).values == ()
    assert Longer(name="a").kind == "named"
    assert [f.default for f in fields(Longer)][1:] == ["named", 0]


def test_another_class_is_never_equal() -> None:
    @frozen
    class Twin:
        first: int
        values: tuple[int, ...] = ()

    pair: Any = Pair(1)
    assert pair != Twin(1)
    assert Named(name="a") != Longer(name="a")


def test_eq_can_be_left_to_identity() -> None:
    assert Itself(1) != Itself(1)


def test_fields_cannot_be_changed() -> None:
    pair = Pair(1)
    with pytest.raises(FrozenInstanceError, match="first"):
        pair.first = 2  # type: ignore[misc]  # what is tested
    with pytest.raises(FrozenInstanceError, match="first"):
        del pair.first


@pytest.mark.parametrize("arguments", [(), (1, (), 3)])
def test_what_init_is_given_is_looked_at(arguments: tuple[object, ...]) -> None:
    with pytest.raises(TypeError):
        Pair(*arguments)  # type: ignore[arg-type]  # what is tested


def test_fields_by_name_come_after_those_inherited() -> None:
    with pytest.raises(TypeError):
        Named("a")  # type: ignore[call-arg]  # what is tested
    with pytest.raises(TypeError):
        Named(name="a", kind="b")  # type: ignore[call-arg]  # what is tested
    longer = Longer(name="a", more=3)
    assert [f.name for f in fields(longer)] == ["name", "kind", "more"]
    assert (longer.kind, longer.more) == ("named", 3)


def test_dataclasses_know_them() -> None:
    assert replace(Pair(1), values=(4,)) == Pair(1, (4,))
    assert repr(Pair(1)) == "Pair(first=1, values=())"
    assert pickle.loads(pickle.dumps(Pair(1))) == copy.copy(Pair(1)) == Pair(1)
    assert is_dataclass(Pair)


def test_what_it_cannot_make_is_refused() -> None:
    class Listed:
        values: list[int] = field(default_factory=list)

    class Checked:
        value: int

        def __post_init__(self) -> None:
            raise AssertionError

    for cls in (Listed, Checked):
        with pytest.raises(TypeError, match=cls.__name__):
            frozen(cls)


def test_a_method_of_its_own_stays() -> None:
    @frozen
    class Loud:
        value: int

        def __repr__(self) -> str:
            return "LOUD"

    assert repr(Loud(1)) == "LOUD"


@pytest.mark.parametrize("cls", [*ACTIONS.values(), *EVENTS.values()])
def test_actions_and_events_hash_and_print_as_dataclasses_would(cls: type) -> None:
    bare: type[Any] = type(cls.__name__, (), {"__annotations__": cls.__annotations__})
    twin = dataclass(frozen=True)(bare)
    values = {f.name: i for i, f in enumerate(fields(cls))}
    one = cls(**values)
    assert repr(one) == repr(twin(**values))
    assert one == cls(**values)
    assert hash(one) == hash(cls(**values))


RULES = Path(game.rules.__file__).parent
FROZEN = (*get_args(Stage), State, Team, Rules, Bell, Ring, Clock, Pile, Customer, Commitment)
FIELDS = {
    "set": {f.name for f in fields(State)},
    "stage": {f.name for stage in get_args(Stage) for f in fields(stage)},
    "begin_step": {f.name for f in fields(OnCard)},
    "team": {f.name for f in fields(Team)},
    "evolve": {f.name for cls in (*FROZEN, Earlier, Asking) for f in fields(cls)},
}
"""What each of these may change; they take any name, for speed."""


def _changes_by_name() -> list[tuple[str, str, str]]:
    """Every change of a field in the rules: where it is made, by what, and the field."""
    found = []
    for file in sorted(RULES.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute | ast.Name):
                by = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id
                place = f"{file.name}:{node.lineno}"
                found += [(place, by, word.arg) for word in node.keywords if word.arg]
    return [change for change in found if change[1] in FIELDS]


def test_what_the_rules_change_are_fields_that_are_there() -> None:
    changes = _changes_by_name()
    assert len(changes) > 100
    assert [change for change in changes if change[2] not in FIELDS[change[1]]] == []


def test_a_copy_leaves_what_it_was_made_of_alone() -> None:
    longer = Longer(name="a", more=3)
    assert evolve(longer, more=4) == Longer(name="a", more=4)
    assert copied(longer) == longer
    assert copied(longer).__dict__ is not longer.__dict__
    assert longer == Longer(name="a", more=3)
