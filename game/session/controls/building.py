"""From what was filled in to what is done; what is wrong is said in a sentence."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import replace

from game.i18n import _, ngettext, number
from game.rules.actions import Action, RingBell
from game.session.controls.model import Control, ControlError, Does, Field, Jump


def build(control: Control, values: Mapping[str, str], at: int | None = None) -> Action | Jump:
    """What the control does with these values, all of them text as it was typed or chosen.

    A field that is not among them has what stands there to begin with. `at` is now, in ms of the
    session's time: a bell is heard when it is rung, not when its button was drawn. Raises
    ControlError.
    """
    known = {field.name for field in control.fields}
    for name in values:
        if name not in known:
            raise ControlError(
                "", _("“{control}” has no field “{name}”.").format(control=control.label, name=name)
            )
    read = {
        field.name: _read(field, values.get(field.name, field.value)) for field in control.fields
    }
    if isinstance(control.does, Does):
        steps = read.get("steps")
        return Jump(control.does, steps if type(steps) is int else 1)
    action = control.does(read)
    if isinstance(action, RingBell) and at is not None:
        action = replace(action, at=at)
    wrong = control.check(action) if control.check is not None else None
    if wrong is not None:
        raise ControlError(*wrong)
    return action


def _read(field: Field, text: object) -> object:
    """The value of one field; None where it may be left empty and was."""
    if not isinstance(text, str):
        raise ControlError(field.name, _("{field}: that is no text.").format(field=field.label))
    given = text.strip()
    if not given and field.kind != "text":
        if field.required:
            raise ControlError(field.name, _missing(field))
        # "" may be a choice of its own: no card, no answer.
        return "" if any(value == "" for value, _label in field.choices) else None
    match field.kind:
        case "text":
            return _text(field, text)
        case "number":
            return _number(field, given)
        case _:
            return _chosen(field, given)


def _missing(field: Field) -> str:
    if field.choices:
        return _("{field}: choose one.").format(field=field.label)
    return _("{field}: fill in a number.").format(field=field.label)


def _text(field: Field, text: str) -> str:
    given = text.strip()
    if field.required and not given:
        raise ControlError(field.name, _("{field}: write something.").format(field=field.label))
    if field.high is not None and len(given) > field.high:
        most = int(field.high)
        raise ControlError(
            field.name,
            ngettext(
                "{field}: {given} characters, where {most} is the most.",
                "{field}: {given} characters, where {most} are the most.",
                most,
            ).format(field=field.label, given=number(len(given)), most=number(most)),
        )
    return given


def _number(field: Field, given: str) -> int | float:
    value = _plain_number(given)
    if field.whole and value.is_integer():
        value = int(value)
    elif field.whole:
        value = math.nan
    if not math.isfinite(value):
        told = (
            _("{field}: “{given}” is no whole number.")
            if field.whole
            else _("{field}: “{given}” is no number.")
        )
        raise ControlError(field.name, told.format(field=field.label, given=given[:20]))
    low = -math.inf if field.low is None else field.low
    high = math.inf if field.high is None else field.high
    if not low <= value <= high:
        raise ControlError(
            field.name,
            _("{field}: {given} is not possible; it can be {low} to {high}.").format(
                field=field.label, given=number(value), low=number(low), high=number(high)
            ),
        )
    return value


def _plain_number(given: str) -> float:
    """What a person means by "−2", "1.500" or "3,5"; nan for what is no number."""
    text = re.sub(r"[\s\u00a0\u202f]", "", given.replace("−", "-"))
    group = number(1000)[1]
    decimal = "," if group == "." else "."
    # A mark before every three digits groups them, where that is how the language writes.
    if re.fullmatch(rf"[+-]?\d{{1,3}}({re.escape(group)}\d{{3}})+({re.escape(decimal)}\d+)?", text):
        text = text.replace(group, "")
    if not re.fullmatch(r"[+-]?\d{1,15}([.,]\d{1,15})?", text, re.ASCII):
        return math.nan
    return float(text.replace(",", "."))


def _chosen(field: Field, given: str) -> str | int:
    if not any(value == given for value, _label in field.choices):
        raise ControlError(
            field.name, _("{field}: that cannot be chosen now.").format(field=field.label)
        )
    return int(given) if field.kind in ("team", "option") else given
