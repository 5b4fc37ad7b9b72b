"""The facilitator's desk: everything at hand over the running game, in two key presses."""

from __future__ import annotations

from game.screens.desk.page import Page
from game.screens.desk.screen import DeskScreen
from game.screens.screen import Look

__all__ = ["DeskScreen", "desk_at"]


def desk_at(control: str, look: Look) -> DeskScreen:
    """The desk opened at one control: its form, or its question."""
    from game.screens.desk.controls import ask_end, controls_now
    from game.screens.desk.form import FormPage

    found = next((one for one in controls_now(look) if one.id == control), None)
    if found is None:
        return DeskScreen()
    page: Page = ask_end(found, look) if control == "end-play" else FormPage(found)
    return DeskScreen(page)
