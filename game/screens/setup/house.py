"""The house rules, each with the values it may have."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from game.i18n import N_, _, ngettext, signed
from game.rules.cards import Judging
from game.rules.ruleset import BOUNDS, Turns
from game.screens import parts
from game.screens.kit.text import BODY, BOLD
from game.screens.kit.wall import Box, Wall
from game.screens.parts import Part, Pick
from game.screens.scenes.frame import clock_text
from game.screens.setup.draft import Value

if TYPE_CHECKING:
    from game.screens.setup.screen import SetupScreen

Tell = Callable[[int], str]
ROW, GAP = 80.0, 13.0
LABEL = 58.0
"""Of a label that stands above its value, in units at the nearest last row."""


@dataclass(frozen=True)
class HouseRule:
    """A house rule as it stands on the wall."""

    name: str
    """Its field in `game.rules.ruleset.Rules`."""
    label: str
    step: int = 1
    """What − and + change, where it is a number."""
    tell: Tell = str
    words: tuple[tuple[Value, str], ...] = ()
    """(value, word) of each value, where it is not a number."""
    only: Turns | None = None
    """The way of taking turns it means something for; None for both."""


def _seconds(ms: int) -> str:
    return ngettext("{n} second", "{n} seconds", ms).format(n=ms)


def _lockout(ms: int) -> str:
    from game.i18n import number

    return _("{n} s").format(n=number(ms / 1000))


def _clock(seconds: int) -> str:
    return clock_text(seconds * 1000) if seconds else _("no clock")


def _every_round(n: int) -> str:
    if not n:
        return _("never")
    return ngettext("every round", "every {n} rounds", n).format(n=n)


def _every_card(n: int) -> str:
    if not n:
        return _("never")
    return ngettext("every card", "every {n} cards", n).format(n=n)


def _die(sides: int) -> str:
    return _("one step") if sides == 1 else _("{n} sides").format(n=sides)


def _signed(n: int) -> str:
    return signed(n)


_SWITCH: tuple[tuple[Value, str], ...] = ((True, N_("on")), (False, N_("off")))
HOUSE_RULES: tuple[HouseRule, ...] = (
    HouseRule("discuss_seconds", N_("Time to discuss"), 15, _clock),
    HouseRule("judge", N_("Open cards judged by"), words=(
        (Judging.FACILITATOR, N_("facilitator")), (Judging.PEERS, N_("teams")))),
    HouseRule("other_view", N_("The other view"), words=_SWITCH),
    HouseRule("passes", N_("Cards a team may pass")),
    HouseRule("personas", N_("Personas"), words=_SWITCH),
    HouseRule("hide_scores", N_("Scores"), words=(
        (False, N_("shown")), (True, N_("hidden")))),
    HouseRule("standings_every", N_("Standings"), tell=_every_round, only=Turns.ONE_BY_ONE),
    HouseRule("standings_every_together", N_("Standings"), tell=_every_card,
              only=Turns.TOGETHER),
    HouseRule("winning", N_("A winner"), words=_SWITCH),
    HouseRule("awards", N_("Awards"), words=_SWITCH),
    HouseRule("die", N_("The die"), tell=_die),
    HouseRule("bell_right", N_("Bell: right answer"), tell=_signed),
    HouseRule("bell_wrong", N_("Bell: wrong or silent"), tell=_signed),
    HouseRule("bell_answer_seconds", N_("Bell: time to speak"), tell=_seconds),
    HouseRule("lockout_ms", N_("Bell: too early, locked"), 500, _lockout),
    HouseRule("view_tokens", N_("Other-view tokens")),
    HouseRule("view_seconds", N_("Time to argue a view"), 5, _clock, only=Turns.TOGETHER),
    HouseRule("view_together_max", N_("Most won by a view"), tell=_signed, only=Turns.TOGETHER),
    HouseRule("start_bonus", N_("Passing start"), tell=_signed, only=Turns.ONE_BY_ONE),
    HouseRule("floor_at_zero", N_("Scores below zero"), words=(
        (True, N_("never")), (False, N_("possible")))),
    HouseRule("mirror_points", N_("Talking at a mirror"), tell=_signed),
    HouseRule("customer_cards", N_("Cards with one customer"), only=Turns.TOGETHER),
)  # fmt: skip


def house_rules(turns: Turns) -> list[HouseRule]:
    """Those that mean something, the ones most often changed first."""
    return [rule for rule in HOUSE_RULES if rule.only in (None, turns)]


def stepped(rule: HouseRule, value: int, by: int) -> int | None:
    """The next value down (`by` −1) or up (1) on the rule's steps; None at its bound."""
    low, high = BOUNDS[rule.name]
    found = (value // rule.step + 1 if by > 0 else -(-value // rule.step) - 1) * rule.step
    found = min(high, max(low, found))
    return None if found == value else found


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
