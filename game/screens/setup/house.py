"""The house rules on the set-up screen."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from game.i18n import _, ngettext
from game.screens import parts
from game.screens.kit.text import BODY, BOLD
from game.screens.kit.wall import Box, Wall
from game.screens.parts import Part, Pick
from game.session.houserules import HouseRule, house_rules, stepped

if TYPE_CHECKING:
    from game.screens.setup.screen import SetupScreen

ROW, GAP = 80.0, 13.0
LABEL = 58.0
"""Of a label that stands above its value, in units at the nearest last row."""


def columns(wall: Wall) -> int:
    """Two, where a row of half the width can still be read."""
    return 2 if wall.kind == "wide" and not wall.is_far else 1


def _stacked(wall: Wall) -> bool:
    """True where labels stand above their values."""
    return wall.kind == "tall" and wall.is_far


def row_height(wall: Wall) -> float:
    """How high a rule is."""
    return (ROW + (LABEL if _stacked(wall) else 0.0)) * wall.seat


def pages(screen: SetupScreen, wall: Wall, box: Box) -> list[list[HouseRule]]:
    """The rules on as many pages as they need, about equally full."""
    rules = house_rules(screen.draft.turns)
    gap = GAP * wall.seat
    fits = max(1, int((box.h + gap) / (row_height(wall) + gap))) * columns(wall)
    count = -(-len(rules) // fits)
    each = -(-len(rules) // count)
    return [rules[i : i + each] for i in range(0, len(rules), each)]


def height(wall: Wall, rules: int) -> float:
    """How high a page of so many rules is."""
    down = -(-rules // columns(wall))
    return down * row_height(wall) + (down - 1) * GAP * wall.seat


def page(screen: SetupScreen, wall: Wall, box: Box, rules: Sequence[HouseRule]) -> list[Part]:
    """A page of rules, each with its value."""
    across = columns(wall)
    h, gap = row_height(wall), GAP * wall.seat
    down = -(-len(rules) // across)
    found: list[Part] = []
    for column, area in enumerate(box.columns(across, 64)):
        for i, rule in enumerate(rules[column * down : (column + 1) * down]):
            found += _row(screen, wall, Box(area.x, area.y + i * (h + gap), area.w, h), rule)
    return found


def _row(screen: SetupScreen, wall: Wall, box: Box, rule: HouseRule) -> list[Part]:
    draft = screen.draft
    if _stacked(wall):
        words, place = box.cut_top(LABEL * wall.seat)
    else:
        words, place = box.cut_left(box.w * 0.52, 20)
    place = place.centred(place.w, 72 * wall.seat)
    changed = rule.name in draft.changed_rules()
    weight = BOLD if changed else BODY
    found = [parts.label(_(rule.label), words, size=(wall.M, wall.S), weight=weight)]
    value = draft.rule(rule.name)
    if rule.words:
        picks = [
            Pick(_(word), partial(screen.set_rule, rule.name, to), value == to)
            for to, word in rule.words
        ]
        return found + parts.segments(wall, place, picks)
    assert isinstance(value, int)
    return found + parts.stepper(
        place,
        rule.tell(value),
        *(_to(screen, rule, stepped(rule, value, by)) for by in (-1, 1)),
        name=_(rule.label),
    )


def _to(screen: SetupScreen, rule: HouseRule, value: int | None) -> parts.Does | None:
    return None if value is None else partial(screen.set_rule, rule.name, value)


def summary(screen: SetupScreen) -> str:
    """Which set, and how many rules were changed by hand."""
    ruleset = screen.draft.ruleset
    title = ruleset.title if ruleset is not None else ""
    n = len(screen.draft.changed_rules())
    if not n:
        return title
    return f"{title} · " + ngettext("{n} changed", "{n} changed", n).format(n=n)
