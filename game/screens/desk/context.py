"""A right-click: what can be done, there where the pointer is; one more click does it.

On a team it is what concerns that team, on the clock the clock. Anywhere else it is everything
the facilitator may want at that moment, in sections that stand in the same order at every moment:
what is taken back and what is held first, since that is what is wanted in a hurry.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from game.i18n import _
from game.screens.desk.columns import Laid, Section, lay, placed
from game.screens.desk.controls import BY_DEFAULT, ControlsPage, controls_now, row_of
from game.screens.desk.history import HistoryPage
from game.screens.desk.houserules import RulesPage
from game.screens.desk.page import Page
from game.screens.desk.places import HEAD, PAD, at_pointer
from game.screens.desk.rows import Row
from game.screens.desk.screen import DeskScreen
from game.screens.desk.shortcuts import key_of
from game.screens.desk.under import Under, What, under
from game.screens.holds import covered
from game.screens.kit.wall import Box, Wall
from game.screens.parts import Part
from game.screens.scenes.frame import team_colour, team_name
from game.screens.screen import Look, Outcome, Screen
from game.session.controls import Control, Group, group_name

TEAM = ("adjust", "ring", "set-answer", "set-turn", "edit-team", "remove-team")
"""For a team, in the order in which they are wanted."""
CLOCK = (
    "pause-clock", "resume-clock", "more-time", "change-clock", "stop-clock", "timers-off",
    "timers-on",
)  # fmt: skip
BACK = BY_DEFAULT
HOLD = (
    "release", "pause", "eyes", "black", "white", "break", "break-longer", "break-shorter",
)  # fmt: skip
CARD = (
    "set-answer", "lock-answer", "pass", "skip", "replace", "put-next", "put-none", "insight",
    "commit-plan", "drop-plan", "review-plan",
)  # fmt: skip
BELLS = ("ring", "open-bells", "close-bells", "reset-bells")
PAGES = ("page-back", "to-plans", "page", "end-review")
LATE = "offer-late-start"
PLAN = (LATE, "time-left", "rounds", "offer-fewer-rounds", "offer-shorter-talks", "end-play")
TEAMS = ("adjust", "scores", "set-turn", "add-team", "edit-team", "remove-team")
VALUED = {*PLAN, "break"} - {LATE}
"""Controls that say how it stands now; the others' words are enough, or all there is room for."""


def context_menu(scene: Screen, look: Look, x: float, y: float) -> DeskScreen:
    """The menu of what this scene shows at that place, in units of the wall."""
    return DeskScreen(ContextPage(under(scene, look, x, y), x, y))


def short_words() -> Mapping[str, str]:
    """Fewer words for what stands under a heading that tells the rest."""
    return {
        "pause": _("Pause"),
        "black": _("Black"),
        "white": _("White"),
        "break": _("Break"),
        "timers-off": _("No clocks from now on"),
        "change-clock": _("More or less"),
        "time-left": _("Time left"),
        "rounds": _("Rounds"),
        "end-play": _("End play"),
        "pass": _("Pass"),
        "replace": _("Another card"),
        "put-next": _("The next card"),
        "review-plan": _("Last time’s plan"),
        "reload": _("Reload the decks"),
        "open-bells": _("Open"),
        "close-bells": _("Close"),
        "reset-bells": _("Reset"),
        "set-turn": _("Another team’s turn"),
        "edit-team": _("Name or colour"),
    }


def team_words() -> Mapping[str, str]:
    """Fewer words under the name of a team."""
    return {"set-turn": _("This team’s turn"), "edit-team": _("Name or colour")}


class ContextPage(Page):
    """Controls beside the pointer, and the way to all there is."""

    def __init__(self, what: Under, x: float, y: float) -> None:
        super().__init__()
        self._under, self._x, self._y = what, x, y
        self._laid: tuple[Look | None, Wall | None, Laid] = (None, None, Laid(0, 0, (), ()))

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

    def sections(self, look: Look) -> list[Section]:
        """What can be done with it now."""
        return [section for section in self._all_sections(look) if section.rows]

    def rows(self, look: Look) -> Sequence[Row]:
        """The same without headings."""
        return [row for section in self.sections(look) for row in section.rows]

    def _all_sections(self, look: Look) -> Iterator[Section]:
        there = {control.id: control for control in controls_now(look)}
        more = Row(_("The whole desk…"), self._everything)
        if self._under.what in (What.TEAM, What.CLOCK):
            own: Sequence[str] = TEAM if self._under.what is What.TEAM else CLOCK
            yield Section("", [*self._rows(there, own, look), more])
            return
        yield Section("", self._rows(there, BACK, look))
        yield Section(group_name(Group.HOLD), self._rows(there, HOLD, look))
        played = not covered(look.game)  # else only what is held matters, and all there is
        if played:
            yield Section(_("The clock"), self._rows(there, CLOCK, look))
            said = group_name(Group.CARD) if "put-next" in there else _("Insights and plans")
            yield Section(said, self._rows(there, CARD, look))
            yield Section(group_name(Group.BELL), self._rows(there, BELLS, look))
            yield Section(group_name(Group.STEP), self._rows(there, PAGES, look))
        happened = Row(_("What happened"), lambda: self._open(HistoryPage()), key_of("history"))
        rules = Row(_("House rules"), lambda: self._open(RulesPage()), key_of("rules"))
        reload = self._rows(there, ("reload",) if look.can_reload else (), look)
        yield Section(group_name(Group.SESSION), [happened, rules, *reload, more])
        if played:
            yield Section(_("The plan"), self._rows(there, PLAN, look))
            yield Section(group_name(Group.TEAMS), self._rows(there, TEAMS, look))

    def _rows(self, there: Mapping[str, Control], names: Sequence[str], look: Look) -> list[Row]:
        return [
            self._row(there[name], look)
            for name in names
            if name in there and self._is_for(there[name])
        ]

    def _is_for(self, control: Control) -> bool:
        """False for what another team could be given, and this one cannot."""
        team = self._under.team
        if team is None:
            return True
        field = control.field("team")
        return field is None or any(value == str(team) for value, _label in field.choices)

    def _row(self, control: Control, look: Look) -> Row:
        team = self._under.team
        alone = team is not None and control.field("team") is not None
        row = row_of(self, control, look, {"team": str(team)} if alone else None)
        return Row(
            row.text,
            row.does,
            row.key,
            row.value if control.id in VALUED else "",
            token=team_colour(look.game, team) if alone and team is not None else "",
            short=(team_words() if alone else short_words()).get(control.id, ""),
            control=control.id,
        )

    def _open(self, page: Page) -> Outcome:
        return self.desk.open(page)

    def _everything(self) -> Outcome:
        return self._open(ControlsPage())

    # -- layout

    def laid(self, wall: Wall, look: Look) -> Laid:
        """Headings and controls, placed once for a look however often they are asked for."""
        if self._laid[0] is not look or self._laid[1] != wall:
            self._laid = look, wall, lay(wall, self.sections(look))
        return self._laid[2]

    def sheet(self, wall: Wall, look: Look) -> Box:
        """At the pointer, as far as the wall has room there."""
        laid = self.laid(wall, look)
        return at_pointer(wall, self._x, self._y, laid.w + 2 * PAD, HEAD + laid.h + PAD)

    def parts(self, wall: Wall, look: Look) -> list[Part]:
        """The headings and the controls under them."""
        return placed(wall, self.laid(wall, look), self.body(wall, look))

    def pages(self, look: Look) -> int:
        """All of it stands on one."""
        return 1
