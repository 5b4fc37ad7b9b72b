"""A control's fields on the wall, and what a control asks for once they are told."""

from __future__ import annotations

from game.rules.actions import Action
from game.rules.state import State
from game.screens.screen import Do, Outcome, Redo, Reload, Undo
from game.session.controls import Does, Field, Jump

MOST_STEPS = 400
"""A range of more than so many whole numbers is typed, not stepped through."""
NUMBER_SIGNS = 24


def outcome_of(done: Action | Jump) -> Outcome:
    """What a control asks for, as screens ask for it."""
    if not isinstance(done, Jump):
        return Do(done)
    match done.does:
        case Does.UNDO:
            return Undo()
        case Does.REDO:
            return Redo()
        case Does.RELOAD:
            return Reload()


def stepped_number(field: Field) -> bool:
    """True for a number that is stepped to with − and +."""
    if field.kind != "number" or not field.whole or field.low is None or field.high is None:
        return False
    return field.high - field.low <= MOST_STEPS


def typed(field: Field) -> bool:
    """True for what is written."""
    return field.kind == "text" or (field.kind == "number" and not stepped_number(field))


def can_be_told(field: Field) -> bool:
    """True where there is something to choose, to step through or to write."""
    return bool(field.choices) or stepped_number(field) or typed(field)


def in_words(field: Field, value: str) -> str:
    """What a field that holds this value shows."""
    if field.choices:
        return next((label for one, label in field.choices if one == value), "…")
    signed = field.kind == "number" and field.low is not None and field.low < 0
    if signed and value and not value.startswith("-") and value != "0":
        return f"+{value}"
    return value.replace("-", "−") if field.kind == "number" else value or "…"


def token_of(state: State, field: Field, value: str) -> str:
    """The colour whose token belongs to a choice, or ""."""
    if field.kind == "colour":
        return value
    if field.kind != "team" or not value:
        return ""
    team = state.anyone(int(value))
    return team.colour if team is not None else ""
