"""The facilitator's desk: everything at hand over the running game, in two key presses."""

from __future__ import annotations

from game.rules.state import State
from game.screens.desk.page import Page
from game.screens.desk.screen import DeskScreen

__all__ = ["DeskScreen", "desk_at"]


def desk_at(control: str, state: State, at: int = 0) -> DeskScreen:
    """The desk opened at one control: its form, or its question."""
    from game.screens.desk.controls import ask_end
    from game.screens.desk.form import FormPage
    from game.session.controls import controls

    found = next((one for one in controls(state, 0, 0, at) if one.id == control), None)
    if found is None:
        return DeskScreen()
    page: Page = ask_end(found) if control == "end-play" else FormPage(found)
    return DeskScreen(page)
