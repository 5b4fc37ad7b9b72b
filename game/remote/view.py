"""The console's whole picture, as plain data; each part is sent again only when it changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from game.remote import cards, table
from game.remote.words import page_words
from game.session.controls import Control, Field, Group, controls, group_name

if TYPE_CHECKING:
    from game.rules.state import State
    from game.session.history import Step

ASKED = frozenset(
    (
        "mark-right",
        "mark-wrong",
        "judge",
        "judge-view",
        "vote",
        "choose-category",
        "write-plan",
        "set-answer",
    )
)
"""Controls that are there because the moment waits for them; a phone keeps them at the thumb."""
MOST_STEPS = 60
"""Of what happened; who looks further back has the log."""


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One value a setting can have."""

    value: Any
    label: str


@dataclass(frozen=True, kw_only=True)
class Setting:
    """Something of the wall that can be switched while it plays."""

    name: str
    label: str
    value: Any
    choices: tuple[Choice, ...] = ()
    """Empty for what is on or off."""


@dataclass(frozen=True, kw_only=True)
class Around:
    """What the program around the game tells of itself."""

    settings: tuple[Setting, ...] = ()
    buzzers: tuple[str, ...] = ()
    consoles: tuple[tuple[int, str], ...] = ()
    """(number, device) of each that is connected."""
    notice: str = ""
    """What the facilitator must know, or ""."""


@dataclass(frozen=True, kw_only=True)
class Game:
    """A session as the console sees it."""

    state: State
    at: int
    """Session's ms."""
    version: int
    """Rises whenever the state changes."""
    name: str
    can_undo: bool
    can_redo: bool
    steps: Sequence[Step]


def around_parts(around: Around) -> dict[str, Any]:
    """What there is to see whether or not a session is on."""
    return {
        "words": page_words(),
        "settings": [_setting(one) for one in around.settings],
        "devices": {
            "buzzers": list(around.buzzers),
            "consoles": [{"n": number, "name": device} for number, device in around.consoles],
        },
        "notice": around.notice,
    }


def _setting(setting: Setting) -> dict[str, Any]:
    return {
        "name": setting.name,
        "label": setting.label,
        "kind": "choice" if setting.choices else "switch",
        "value": setting.value,
        "choices": [{"value": one.value, "label": one.label} for one in setting.choices],
    }


def no_game_parts(title: str, told: str) -> dict[str, Any]:
    """Between sessions: the page stays, and says why there is nothing to press."""
    top = {
        "title": title,
        "where": told,
        "moment": "",
        "version": 0,
        "undo": False,
        "redo": False,
        "hidden": False,
    }
    empty: dict[str, Any] = dict.fromkeys(("card", "coming", "clock", "plan"))
    lists: dict[str, Any] = {name: [] for name in ("teams", "history", "controls", "cards")}
    return {"top": top, **empty, **lists}


def game_parts(game: Game) -> dict[str, Any]:
    """Everything of a session that the facilitator may know."""
    state = game.state
    now = offered(state, game.at)
    return {
        "top": {
            "title": game.name,
            "where": table.where(state),
            "moment": table.moment(state),
            "version": game.version,
            "undo": game.can_undo,
            "redo": game.can_redo,
            "hidden": state.rules.hide_scores,
        },
        "card": cards.open_now(state),
        "coming": cards.coming(state),
        "clock": table.clock(state),
        "plan": table.plan(state, game.at),
        "teams": table.teams(state),
        "history": table.history(game.steps),
        "controls": groups(now),
        "cards": _cards(now),
    }


def offered(state: State, at: int) -> list[Control]:
    """Controls of the page at `at` ms of the session.

    Next, undo and redo are not among them: they have commands and a place of their own.
    """
    return [control for control in controls(state, 0, 0, at) if control.id != "next"]


def groups(shown: Sequence[Control]) -> list[dict[str, Any]]:
    """Controls by what they are for, in the order of `Group`."""
    found = []
    for group in Group:
        inside = [_control(control) for control in shown if control.group is group]
        if inside:
            found.append({"group": str(group), "label": group_name(group), "controls": inside})
    return found


def _control(control: Control) -> dict[str, Any]:
    return {
        "id": control.id,
        "label": control.label,
        "value": control.value,
        "primary": control.primary,
        "danger": control.danger,
        "asked": control.id in ASKED,
        "fields": [_field(field) for field in control.fields],
    }


def _field(field: Field) -> dict[str, Any]:
    # Cards are many and seldom change: they are a part of their own.
    choices = [] if field.kind == "card" else [list(choice) for choice in field.choices]
    return {
        "name": field.name,
        "kind": field.kind,
        "label": field.label,
        "low": field.low,
        "high": field.high,
        "choices": choices,
        "value": field.value,
        "required": field.required,
        "whole": field.whole,
        "hint": field.hint,
    }


def _cards(shown: Sequence[Control]) -> list[list[str]]:
    """(id, name) of every card that can be put next."""
    for control in shown:
        for field in control.fields:
            if field.kind == "card":
                return [list(choice) for choice in field.choices]
    return []
