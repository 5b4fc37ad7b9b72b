"""The rules between the fields of a card, and the cards made of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any, NamedTuple, TypeVar

from game.content.checks import structure
from game.content.fields import BAD
from game.content.nodes import ListNode, MapNode, Node, TextNode
from game.content.records import Record, Values
from game.content.report import Report
from game.content.wording import amount, number
from game.rules.cards import (
    Bands,
    Card,
    ChoiceCard,
    CommitCard,
    EstimateCard,
    Item,
    Kind,
    Measure,
    OpenCard,
    Option,
    OrderCard,
    Play,
)

_C = TypeVar("_C", bound=Card)

KEY_POINTS = 3
"""What the right option of a quiz pays."""
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
        check, make = _RULES[kind]
        _check_play(values, kind, node, report)
        check(values, node, report)
        return make(values) if report.errors == before else BAD


_KINDS = {kind.value: kind for kind in Kind}


def _check_play(values: Values, kind: Kind, node: MapNode, report: Report) -> None:
    """Who can answer which kind."""
    play = values.get("play", Play.TURN)
    if play is Play.TURN:
        return
    at = node.entries["play"].mark
    if play is Play.EVERYONE and kind in (Kind.OPEN, Kind.COMMIT):
        structure.broken(
            report,
            at,
            f"{'an' if kind is Kind.OPEN else 'a'} {kind} card is "
            "played by one team; expected play: turn",
        )
    elif play is Play.BELL and kind not in (Kind.CHOICE, Kind.ESTIMATE):
        structure.broken(
            report,
            at,
            "a bell card is a quiz or an estimate; "
            f"expected play: turn{'' if kind is not Kind.ORDER else ' or everyone'}",
        )


# --------------------------------------------------------------------------- choice


def _check_choice(values: Values, node: MapNode, report: Report) -> None:
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


def _make_choice(values: Values) -> ChoiceCard:
    options = values.pop("options")
    key = next((index for index, option in enumerate(options) if option.get("right")), None)
    made = []
    for index, option in enumerate(options):
        option.pop("right", None)
        if key is not None:
            option["points"] = KEY_POINTS if index == key else 0
        made.append(Option(**option))
    return _make(ChoiceCard, values, options=tuple(made), key=key)


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
    return _make(OrderCard, values, items=ranked)


# --------------------------------------------------------------------------- all


def _no_more(_values: Values, _node: MapNode, _report: Report) -> None:
    """Nothing between the fields of this kind."""


def _make(kind: Callable[..., _C], values: Values, **own: Any) -> _C:
    del values["kind"]
    return kind(**values, **own)


_RULES: dict[
    Kind,
    tuple[
        Callable[[Values, MapNode, Report], None],
        Callable[[Values], Card],
    ],
] = {
    Kind.CHOICE: (_check_choice, _make_choice),
    Kind.ESTIMATE: (_check_estimate, lambda values: _make(EstimateCard, values)),
    Kind.ORDER: (_check_order, _make_order),
    Kind.OPEN: (_no_more, lambda values: _make(OpenCard, values)),
    Kind.COMMIT: (_no_more, lambda values: _make(CommitCard, values)),
}
