"""A right-click: what can be done with what is under the pointer, there where it is."""

from __future__ import annotations

from collections.abc import Sequence

from game.i18n import _
from game.screens.desk.controls import ControlsPage, controls_now, row_of
from game.screens.desk.page import Page
from game.screens.desk.places import HEAD, PAD, SLIM, at_pointer
from game.screens.desk.rows import Row
from game.screens.desk.screen import DeskScreen
from game.screens.desk.under import Under, What, under
from game.screens.kit.wall import Box, Wall
from game.screens.scenes.frame import team_colour, team_name
from game.screens.screen import Look, Outcome, Screen
from game.session.controls import Control

OFFERED = {
    What.TEAM: ("adjust", "ring", "set-answer", "set-turn", "edit-team", "remove-team"),
    What.CARD: (
        "set-answer", "pass", "skip", "replace", "put-next", "put-none",
        "open-bells", "close-bells", "reset-bells", "insight",
    ),
    What.CLOCK: (
        "pause-clock", "resume-clock", "more-time", "change-clock", "stop-clock",
        "timers-off", "timers-on",
    ),
    What.WALL: (
        "release", "undo", "redo", "put-next", "put-none", "pause", "break", "eyes", "black",
        "add-team", "end-play",
    ),
}  # fmt: skip
"""Controls for each kind of thing, in the order in which they are wanted."""


def context_menu(scene: Screen, look: Look, x: float, y: float) -> DeskScreen:
    """The menu of what this scene shows at that place, in units of the wall."""
    return DeskScreen(ContextPage(under(scene, look, x, y), x, y))


class ContextPage(Page):
    """A few controls beside the pointer, and the way to all of them."""

    width = SLIM

    def __init__(self, what: Under, x: float, y: float) -> None:
        super().__init__()
        self._under, self._x, self._y = what, x, y

    def title(self, look: Look) -> str:
        """What was pointed at."""
        state = look.game
        match self._under.what:
            case What.TEAM if self._under.team is not None:
                return team_name(state, self._under.team)
            case What.CARD if state.card is not None:
                return state.card.title
            case What.CLOCK:
                return _("The clock")
            case _:
                return _("Now")

    def rows(self, look: Look) -> Sequence[Row]:
        """What can be done with it now."""
        order = OFFERED[self._under.what]
        there = {control.id: control for control in controls_now(look)}
        found = [
            self._row(there[name], look)
            for name in order
            if name in there and self._is_for(there[name])
        ]
        return [*found, Row(_("Everything"), self._everything, group="more")]

    def _is_for(self, control: Control) -> bool:
        """False for what another team could be given, and this one cannot."""
        team = self._under.team
        if team is None:
            return True
        field = control.field("team")
        return field is None or any(value == str(team) for value, _label in field.choices)

    def _row(self, control: Control, look: Look) -> Row:
        team = self._under.team
        if team is None or control.field("team") is None:
            return row_of(self, control, look)
        row = row_of(self, control, look, {"team": str(team)})
        token = team_colour(look.game, team)
        return Row(row.text, row.does, row.key, group=row.group, token=token)

    def _everything(self) -> Outcome:
        return self.desk.open(ControlsPage())

    def sheet(self, wall: Wall, look: Look) -> Box:
        """At the pointer, as far as the wall has room there."""
        w = min(self.width, wall.width - 32)
        h = min(HEAD + self.body_height(wall, look, w - 2 * PAD) + PAD, wall.height - 32)
        return at_pointer(wall, self._x, self._y, w, h)
