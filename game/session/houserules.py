"""The house rules, each with the values it may have and what they are called."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from game.i18n import N_, _, ngettext, number, signed
from game.rules.cards import Judging
from game.rules.ruleset import BOUNDS, Turns

Value: TypeAlias = int | bool | str
Tell: TypeAlias = Callable[[int], str]


@dataclass(frozen=True)
class HouseRule:
    """A house rule as it stands on wall and console."""

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
    return _("{n} s").format(n=number(ms / 1000))


def _milliseconds(ms: int) -> str:
    return _("{n} ms").format(n=ms)


def _clock(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02d}" if seconds else _("no clock")


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
    HouseRule("view_seconds", N_("Time to argue a view"), 5, _clock),
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


_FOR_PLAY = (
    HouseRule("turns", N_("Taking turns"), words=(
        (Turns.ONE_BY_ONE, N_("one by one")), (Turns.TOGETHER, N_("everybody together")))),
    HouseRule("together_ms", N_("Bells: together within"), 5, _milliseconds),
)  # fmt: skip
"""Those a set-up screen has a place of their own for, or none."""


def rules_in_play(turns: Turns) -> list[HouseRule]:
    """Every house rule that means something while turns are taken like this."""
    return [*house_rules(turns), *_FOR_PLAY]


def rule_named(name: str) -> HouseRule | None:
    """The house rule of that name, or None."""
    return next((rule for rule in (*HOUSE_RULES, *_FOR_PLAY) if rule.name == name), None)


def value_text(rule: HouseRule, value: Value) -> str:
    """What a value is called: "on", "1:30", "every round"."""
    if rule.words:
        return next((_(word) for one, word in rule.words if one == value), str(value))
    return rule.tell(int(value))


def stepped(rule: HouseRule, value: int, by: int) -> int | None:
    """The next value down (`by` −1) or up (1) on the rule's steps; None at its bound."""
    low, high = BOUNDS[rule.name]
    found = (value // rule.step + 1 if by > 0 else -(-value // rule.step) - 1) * rule.step
    found = min(high, max(low, found))
    return None if found == value else found
