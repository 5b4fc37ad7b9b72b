"""The rules between the fields of a twist, and the effects made of them."""

from __future__ import annotations

from game.content.checks import structure, twist_bounds
from game.content.nodes import MapNode
from game.content.records import Values
from game.content.report import Report
from game.content.wording import amount, listed
from game.rules.cards import (
    CustomersEffect,
    Effect,
    RollEffect,
    SpacesEffect,
    SwapEffect,
    Who,
)

_DOES = ("customers", "spaces", "swap", "roll")


def check_effect(values: Values, node: MapNode, report: Report) -> None:
    """An effect does exactly one thing; swaps and rolls are for the team on turn alone."""
    does = [name for name in _DOES if name in node.entries]
    if len(does) != 1:
        found = f"it does {amount(len(does), 'thing')}" if does else "nothing happens"
        structure.broken(
            report,
            node.mark,
            f"{found}; expected one of {listed(_DOES)}",
            "give each an effect of its own" if does else "",
        )
        return
    (what,) = does
    if what not in values:
        return
    if not values[what]:
        expected = "yes" if what == "roll" else "a number other than 0"
        structure.wrong(report, node.entries[what], what, expected)
    if what in ("swap", "roll") and values.get("who", Who.SELF) is not Who.SELF:
        twist_bounds.only_self(report, node.entries["who"].mark, what)


def make_effect(values: Values) -> Effect:
    """The effect of fields that `check_effect` has seen."""
    if "customers" in values:
        return CustomersEffect(**values)
    if "spaces" in values:
        return SpacesEffect(**values)
    return SwapEffect(swap=values["swap"]) if "swap" in values else RollEffect()


def check_twist(values: Values, node: MapNode, report: Report) -> None:
    """The effects of a twist together stay within bounds."""
    if "effects" in values:
        twist_bounds.look(report, node.entries["effects"].mark, values["effects"])
