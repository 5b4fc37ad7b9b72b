"""Everything the facilitator can do now, told once for the wall's desk and the console.

A control is made from what is legal: it is there exactly when the rules allow it, its fields have
the rules' own bounds, and what is filled in is held against the rules before anything is done.
Settings of a wall or a console (theme, volume, text size) are their own.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.i18n import _
from game.rules.state import Over, State
from game.session.controls import after, hand, keeping, play, rules
from game.session.controls.building import build
from game.session.controls.model import (
    Control,
    ControlDoes,
    ControlError,
    Does,
    Field,
    FieldKind,
    Group,
    Jump,
)
from game.session.controls.now import Now

__all__ = [
    "Control",
    "ControlDoes",
    "ControlError",
    "Does",
    "Field",
    "FieldKind",
    "Group",
    "Jump",
    "build",
    "controls",
    "group_name",
]


def controls(state: State, can_undo: int, can_redo: int, at: int) -> tuple[Control, ...]:
    """What can be done now, by groups in their order; `at` is now, in ms of the session's time."""
    now = Now(state, at)
    found = [
        *play.stepping(now),
        *after.around_play(now),
        *play.answering(now),
        *after.plans(now),
        *hand.of_card(now),
        *hand.of_bells(now),
        *hand.of_scores(now),
        *hand.of_teams(now),
        *keeping.of_clock(now),
        *keeping.of_plan(now),
        *keeping.of_holding(now),
        *rules.of_rules(now),
        *_of_session(now, can_undo, can_redo),
    ]
    order = list(Group)
    return tuple(sorted(found, key=lambda control: order.index(control.group)))


def _of_session(now: Now, can_undo: int, can_redo: int) -> Iterator[Control]:
    for does, id_, label, steps in (
        (Does.UNDO, "undo", _("Undo"), can_undo),
        (Does.REDO, "redo", _("Redo"), can_redo),
    ):
        if steps:
            field = Field("steps", "number", _("Steps"), low=1, high=steps, value="1")
            yield now.control(id_, Group.SESSION, label, does, field, value=str(steps))
    if not isinstance(now.state.stage, Over):
        yield now.control("reload", Group.SESSION, _("Read the decks again"), Does.RELOAD)


def group_name(group: Group) -> str:
    """What a group of controls is called."""
    return {
        Group.STEP: _("Go on"),
        Group.CARD: _("The card"),
        Group.BELL: _("The bells"),
        Group.SCORE: _("Scores"),
        Group.TEAMS: _("Teams"),
        Group.TIME: _("Time"),
        Group.HOLD: _("Hold"),
        Group.RULES: _("House rules"),
        Group.SESSION: _("Session"),
    }[group]
