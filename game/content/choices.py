"""The rules between the fields of a choice card: a quiz has one right option, a dilemma points."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from game.content.checks import structure
from game.content.nodes import ListNode, MapNode
from game.content.records import Values
from game.content.report import Report
from game.rules.cards import Card, ChoiceCard, Option, Play

_C = TypeVar("_C", bound=Card)

KEY_POINTS = 3
"""What the right option of a quiz pays."""


def check_choice(values: Values, node: MapNode, report: Report) -> None:
    """Points on every option, or one that is right."""
    listed = node.entries.get("options")
    if not isinstance(listed, ListNode):
        return
    options = [entry for entry in listed.entries if isinstance(entry, MapNode)]
    pointed = any("points" in option.entries for option in options)
    marked = any("right" in option.entries for option in options)
    if pointed and marked:
        _refuse_mixing(listed, report)
    elif marked:
        _check_quiz(values, listed, report)
    elif pointed:
        _check_dilemma(values, listed, node, report)
    elif options:
        structure.broken(
            report,
            listed.mark,
            "no option has points and none is right",
            "give every option points (a dilemma), or one of them right: true (a quiz)",
        )


def _refuse_mixing(listed: ListNode, report: Report) -> None:
    """Points and `right` on one card: said at every option that has the rarer of the two."""
    pointed, marked = (
        [
            (index, entry.entries[name])
            for index, entry in enumerate(listed.entries)
            if isinstance(entry, MapNode) and name in entry.entries
        ]
        for name in ("points", "right")
    )
    for index, node in marked if len(marked) <= len(pointed) else pointed:
        with report.inside("options", index):
            structure.broken(
                report,
                node.key or node.mark,
                "points and right are mixed on one card; expected one of them alone",
                "a quiz has right: true on one option, a dilemma points on every one",
            )


def _check_quiz(values: Values, listed: ListNode, report: Report) -> None:
    options = values.get("options")
    if options is None:
        return
    right = [index for index, option in enumerate(options) if option.get("right")]
    if not right:
        structure.broken(report, listed.mark, "no option is right; expected exactly one")
    for index in right[1:]:
        entry = listed.entries[index]
        assert isinstance(entry, MapNode)
        with report.inside("options", index):
            structure.broken(
                report,
                entry.entries["right"].mark,
                f"option {right[0] + 1} is right already; expected exactly one",
                "a dilemma, where several are good, has points on every option",
            )


def _check_dilemma(values: Values, listed: ListNode, node: MapNode, report: Report) -> None:
    for index, entry in enumerate(listed.entries):
        if isinstance(entry, MapNode) and "points" not in entry.entries:
            with report.inside("options", index):
                structure.missing(
                    report,
                    entry.mark,
                    "points",
                    "a whole number from 0 to 3, as on the other options",
                )
    if values.get("play") is Play.BELL:
        structure.broken(
            report,
            node.entries["play"].mark,
            "a bell card is a quiz or an estimate; this is a dilemma",
            "mark one option right: true instead of giving points",
        )


def make_choice(values: Values) -> ChoiceCard:
    """The card of fields that `check_choice` has seen."""
    options = values.pop("options")
    key = next((index for index, option in enumerate(options) if option.get("right")), None)
    made = []
    for index, option in enumerate(options):
        option.pop("right", None)
        if key is not None:
            option["points"] = KEY_POINTS if index == key else 0
        made.append(Option(**option))
    return make_card(ChoiceCard, values, options=tuple(made), key=key)


def make_card(kind: Callable[..., _C], values: Values, **own: Any) -> _C:
    """The card of its fields, and of its `own` that are made of them."""
    del values["kind"]
    return kind(**values, **own)
