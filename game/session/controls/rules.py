"""Controls of the house rules: each can be changed while the session runs."""

from __future__ import annotations

from collections.abc import Iterator

from game.i18n import _
from game.rules.actions import ChangeRule
from game.rules.domains import Between, Domain
from game.session.controls.model import Control, Group
from game.session.controls.now import Now, choice, values, whole_number
from game.session.houserules import HouseRule, Value, rules_in_play, value_text

WORDS = {True: "on", False: "off"}
"""How a switch is written where values are text."""


def of_rules(now: Now) -> Iterator[Control]:
    """Those that mean something for the way turns are taken, the most often changed first."""
    domains: dict[str, Domain] = {}
    for offer in now.offers(ChangeRule):
        value = offer.field("value")
        assert value is not None
        domains.update(dict.fromkeys(values(offer.field("rule")), value))
    for rule in rules_in_play(now.state.rules.turns):
        if rule.name in domains:
            yield _control(now, rule, domains[rule.name])


def _control(now: Now, rule: HouseRule, domain: Domain) -> Control:
    state = now.state
    value: Value = getattr(state.rules, rule.name)
    if rule.name == "turns" and state.new_turns:
        value = state.new_turns
    if isinstance(domain, Between):
        field = whole_number("value", _(rule.label), domain, value=str(value))
        return now.control(
            f"rule-{rule.name}",
            Group.RULES,
            _(rule.label),
            lambda given: ChangeRule(rule.name, given["value"]),
            field,
            value=value_text(rule, value),
        )
    meant = {_written(one): one for one in values(domain)}
    return now.control(
        f"rule-{rule.name}",
        Group.RULES,
        _(rule.label),
        lambda given: ChangeRule(rule.name, meant[given["value"]]),
        choice(
            "value",
            _(rule.label),
            [(written, value_text(rule, one)) for written, one in meant.items()],
            value=_written(value),
        ),
        value=value_text(rule, value),
    )


def _written(value: Value) -> str:
    return WORDS[value] if isinstance(value, bool) else str(value)
