"""The rules between the fields of a card, and the cards made of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any, NamedTuple, assert_never

from game.content.checks import structure
from game.content.choices import check_choice, make_card, make_choice
from game.content.fields import BAD
from game.content.nodes import ListNode, MapNode, Node, TextNode
from game.content.records import Record, Values
from game.content.report import Report
from game.content.wording import amount, number
from game.rules.cards import (
    Bands,
    Card,
    CommitCard,
    EstimateCard,
    Item,
    Kind,
    Measure,
    OpenCard,
    OrderCard,
    Play,
)

MOST_ITEMS_FOR_EVERYONE = 4


class CardType(NamedTuple):
    """An entry of `cards`: which fields it has depends on its kind."""

    records: Mapping[Kind, Record]
    of_no_kind: Record
    expected: str = "a card: fields such as id, kind, category, title, prompt"

    def read(self, node: Node, name: str, report: Report) -> Any:
        """The card, or `BAD`."""
        if type(node) is not MapNode:
            structure.wrong(report, node, name, self.expected)
            return BAD
        before = report.errors
        inner = node.entries.get("kind")
        kind = _KINDS.get(inner.text.strip()) if type(inner) is TextNode else None
        if kind is None:
            self.of_no_kind.values(node, report)
            return BAD
        values = self.records[kind].values(node, report)
        check, make = _rules_of(kind)
        _check_play(values, kind, node, report)
        check(values, node, report)
        return make(values) if report.errors == before else BAD


_KINDS = {kind.value: kind for kind in Kind}


def plays_of(kind: Kind) -> tuple[Play, ...]:
    """Who can answer cards of a kind; one team always can."""
    match kind:
        case Kind.CHOICE | Kind.ESTIMATE:
            return (Play.TURN, Play.BELL, Play.EVERYONE)
        case Kind.ORDER:
            return (Play.TURN, Play.EVERYONE)
        case Kind.OPEN | Kind.COMMIT:
            return (Play.TURN,)
        case _:
            assert_never(kind)


def _check_play(values: Values, kind: Kind, node: MapNode, report: Report) -> None:
    """Who can answer which kind."""
    play, allowed = values.get("play", Play.TURN), plays_of(kind)
    if play in allowed:
        return
    what = (
        "a bell card is a quiz or an estimate"
        if play is Play.BELL
        else f"{'an' if kind[0] in 'aeiou' else 'a'} {kind} card is played by one team"
    )
    expected = " or ".join(allowed)
    structure.broken(report, node.entries["play"].mark, f"{what}; expected play: {expected}")


# --------------------------------------------------------------------------- estimate


def check_bands(values: Values, node: MapNode, report: Report) -> None:
    """Bands are absolute or relative, and grow."""
    given = [name for name in ("absolute", "relative") if name in node.entries]
    if len(given) != 1:
        found = "both absolute and relative" if given else "neither absolute nor relative"
        structure.broken(report, node.mark, f"the bands are {found}; expected one of them")
        return
    (name,) = given
    widths = values.get(name)
    if widths is not None and any(a >= b for a, b in pairwise(widths)):
        found = ", ".join(map(number, widths))
        structure.broken(
            report,
            node.entries[name].mark,
            f"{name} is {found}; expected each band wider than the one before",
        )


def make_bands(values: Values) -> Bands:
    """The bands of fields that `check_bands` has seen."""
    ((name, widths),) = values.items()
    return Bands(relative=name == "relative", widths=widths)


def _check_estimate(values: Values, node: MapNode, report: Report) -> None:
    measure, answer = values.get("measure", Measure.NUMBER), values.get("answer")
    bands = values.get("bands")
    if bands is not None and bands.relative:
        group = node.entries["bands"]
        assert isinstance(group, MapNode)
        at = group.entries["relative"].key or group.mark
        if measure is not Measure.NUMBER:
            plural = "percentages" if measure is Measure.PERCENTAGE else "years"
            with report.inside("bands"):
                structure.broken(
                    report,
                    at,
                    f"the bands of {plural} are absolute; found relative",
                    "write how far a guess may be off: absolute: [3, 8, 15]",
                )
        elif answer == 0:
            with report.inside("bands"):
                structure.broken(
                    report, at, "the bands of an answer of 0 are absolute; found relative"
                )
    if measure is Measure.YEAR and answer is not None and answer != int(answer):
        structure.wrong(report, node.entries["answer"], "answer", "a year")


# --------------------------------------------------------------------------- order


def _check_order(values: Values, node: MapNode, report: Report) -> None:
    listed, items = node.entries.get("items"), values.get("items")
    if not isinstance(listed, ListNode):
        return
    if values.get("play") is Play.EVERYONE and len(listed.entries) > MOST_ITEMS_FOR_EVERYONE:
        count = amount(len(listed.entries), "entry", "entries")
        structure.broken(
            report,
            listed.mark,
            f"items has {count}; expected at most {MOST_ITEMS_FOR_EVERYONE} with play: everyone",
        )
    if items is None:
        return
    ranks = _ranks(items)
    for index, (before, rank) in enumerate(pairwise(ranks), 1):
        if rank < before:
            with report.inside("items", index):
                entry = listed.entries[index]
                assert isinstance(entry, MapNode)
                at = entry.entries.get("rank", entry).mark
                structure.broken(
                    report,
                    at,
                    f"rank is {rank}, after an item of rank {before}; "
                    "expected the items in the right order",
                )
    if len(set(ranks)) == 1:
        structure.broken(
            report,
            listed.mark,
            "all items have the same rank; expected an order between at least two of them",
        )


def _ranks(items: tuple[Values, ...]) -> list[int]:
    """Ranks from 1: as written, or an item's place."""
    return [item.get("rank", place) for place, item in enumerate(items, 1)]


def _make_order(values: Values) -> OrderCard:
    items = values.pop("items")
    ranked = tuple(
        Item(text=item["text"], rank=rank - 1)
        for item, rank in zip(items, _ranks(items), strict=True)
    )
    return make_card(OrderCard, values, items=ranked)


# --------------------------------------------------------------------------- all


def _no_more(_values: Values, _node: MapNode, _report: Report) -> None:
    """Nothing between the fields of this kind."""


class _Rules(NamedTuple):
    """What becomes of the fields of a card."""

    check: Callable[[Values, MapNode, Report], None]
    """Between the fields."""
    make: Callable[[Values], Card]


def _rules_of(kind: Kind) -> _Rules:
    match kind:
        case Kind.CHOICE:
            return _Rules(check_choice, make_choice)
        case Kind.ESTIMATE:
            return _Rules(_check_estimate, lambda values: make_card(EstimateCard, values))
        case Kind.ORDER:
            return _Rules(_check_order, _make_order)
        case Kind.OPEN:
            return _Rules(_no_more, lambda values: make_card(OpenCard, values))
        case Kind.COMMIT:
            return _Rules(_no_more, lambda values: make_card(CommitCard, values))
        case _:
            assert_never(kind)
