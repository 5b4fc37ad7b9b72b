"""The desk's first page: everything that can be done now, each with its key.

Made from `game.session.controls`, as the console is: what the rules do not allow is not there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from game.i18n import _, ngettext
from game.rules.pace import pace
from game.screens.desk.ask import AskPage
from game.screens.desk.fields import outcome_of
from game.screens.desk.form import FormPage
from game.screens.desk.history import HistoryPage
from game.screens.desk.houserules import RulesPage
from game.screens.desk.pacing import pace_line
from game.screens.desk.page import Page
from game.screens.desk.plan import PlanPage
from game.screens.desk.rows import Row
from game.screens.desk.search import SearchPage
from game.screens.desk.shortcuts import key_of
from game.screens.desk.wallpage import WallPage
from game.screens.parts import Does
from game.screens.screen import Home, Look, OpenConsole, Outcome, Push, Quit, Stay
from game.session.controls import Control, Group, build, controls

IN_SCENE = ("next", "begin", "roll", "choose-category", "mark-right", "mark-wrong", "write-plan")
"""What the game's own screen offers already, with a button and a key."""
BY_DEFAULT = ("undo", "redo")
"""Done with what stands in their fields: one step."""
NO_VALUE = (*BY_DEFAULT, "timers-off", "timers-on")
"""Their words tell how it stands: "no clocks from now on: on" would say the opposite."""


def controls_now(look: Look) -> tuple[Control, ...]:
    """What can be done, as wall and console have it."""
    return controls(look.game, int(look.can_undo), int(look.can_redo), look.at)


def at_once(control: Control) -> bool:
    """True for what is done by choosing it: nothing has to be told, nothing is lost by a slip."""
    return control.id in BY_DEFAULT or not control.fields


def does_of(
    page: Page, control: Control, look: Look, values: Mapping[str, str] | None = None
) -> Does:
    """What comes of choosing a control on a page: done at once, or asked more."""
    if control.id == "put-next":
        return lambda: page.desk.open(SearchPage())
    if control.id == "end-play":
        return lambda: page.desk.open(ask_end(control))
    if control.id == "reload" and not look.can_reload:
        return Stay()
    told = values is not None and set(values) == {field.name for field in control.fields}
    if at_once(control) or (told and not control.danger):
        return lambda: outcome_of(build(control, values or {}, look.at))
    return lambda: page.desk.open(FormPage(control, values))


def row_of(
    page: Page, control: Control, look: Look, values: Mapping[str, str] | None = None
) -> Row:
    """A control as a row of a page."""
    return Row(
        control.label,
        does_of(page, control, look, values),
        key_of(control.id),
        "" if control.id in NO_VALUE else control.value,
        group=str(control.group),
        control=control.id,
    )


def ask_end(control: Control) -> AskPage:
    """Ending play cannot be done by a slip of the hand; undo takes it back."""
    words = _("Play ends here, and the final standings come. Undo takes it back.")
    does = outcome_of(build(control, {}))
    return AskPage(_("End play now?"), words, _("Yes, end play"), does, key_of("end-play"))


class ControlsPage(Page):
    """All controls, the most wanted first, on as many pages as they need."""

    def title(self, look: Look) -> str:
        """What it is."""
        return _("Desk")

    def words(self, look: Look) -> str:
        """How play keeps to its time."""
        plan = pace(look.game, look.at)
        return "" if plan is None else pace_line(plan, look.game)

    def rows(self, look: Look) -> Sequence[Row]:
        """What can be done with the session, then what goes around it."""
        there = controls_now(look)
        listed = [c for c in there if not self._elsewhere(c, look)]
        first = [c for c in listed if c.id in BY_DEFAULT]
        rest = [c for c in listed if c.id not in BY_DEFAULT and c.group is not Group.SESSION]
        last = [c for c in listed if c.id not in BY_DEFAULT and c.group is Group.SESSION]
        rows = [*self._broken(look), *(row_of(self, c, look) for c in first)]
        rows.append(self._page_row(_("What happened"), HistoryPage, "history", Group.SESSION))
        for group in Group:
            rows += [row_of(self, c, look) for c in rest if c.group is group]
            if group is Group.TIME:
                rows.append(self._page_row(_("The plan and the clock"), PlanPage, "plan", group))
        rows.append(self._page_row(_("House rules"), RulesPage, "rules", Group.RULES))
        rows.append(self._page_row(_("The wall"), WallPage, "wall", Group.RULES))
        return [*rows, *self._around(look), *(row_of(self, c, look) for c in last), *self._out()]

    def _elsewhere(self, control: Control, look: Look) -> bool:
        if control.id == "reload" and not look.can_reload:
            return True
        return control.id in IN_SCENE or control.group is Group.RULES

    def _page_row(self, text: str, page: type[Page], control: str, group: Group) -> Row:
        return Row(text, lambda: self.desk.open(page()), key_of(control), group=str(group))

    def _around(self, look: Look) -> list[Row]:
        """Keys, devices and the console."""
        from game.screens.devices import BuzzersScreen, RemapScreen
        from game.screens.keys import KeysScreen

        def pushed(text: str, make: type[KeysScreen | RemapScreen], control: str) -> Row:
            return Row(text, lambda: Push(make()), key_of(control), group="around")

        rows = [
            pushed(_("Keys"), KeysScreen, "keys"),
            pushed(_("Keys and clickers"), RemapScreen, "clickers"),
            Row(
                _("Buzzers"),
                lambda: Push(BuzzersScreen([(t.name, t.colour) for t in look.game.teams])),
                key_of("buzzers"),
                group="around",
            ),
            Row(_("Console"), OpenConsole(), key_of("console"), group="around"),
        ]
        if look.practise is not None:
            from game.screens.practise.checklist import ChecklistPage

            told = _("What you handled")
            rows.insert(0, self._page_row(told, ChecklistPage, "practise", Group.SESSION))
        return rows

    def _broken(self, look: Look) -> list[Row]:
        """What is wrong with the decks: at the top, since the wall has just said it is here."""
        n = len(look.deck_trouble)
        told = ngettext("{n} problem", "{n} problems", n).format(n=n)
        return [Row(_("Decks"), partial(_trouble, look), value=told, group="decks")] if n else []

    def _out(self) -> list[Row]:
        """Away from the session, which asks first."""
        return [
            Row(_("Start screen"), partial(self._ask, "start"), key_of("start"), group="out"),
            Row(_("Quit"), partial(self._ask, "quit"), key_of("quit"), group="out"),
        ]

    def _ask(self, control: str) -> Outcome:
        return self.desk.open(LeavePage(control))


def _trouble(look: Look) -> Outcome:
    from game.screens.decktrouble import TroubleScreen

    return Push(TroubleScreen(look.deck_trouble))


class LeavePage(AskPage):
    """Leaving the session: that it is kept, or why it is not."""

    def __init__(self, control: str) -> None:
        quits = control == "quit"
        title = _("Quit the game?") if quits else _("To the start screen?")
        yes = _("Yes, quit") if quits else _("Yes")
        super().__init__(title, "", yes, Quit() if quits else Home(), key_of(control))

    def words(self, look: Look) -> str:
        """What becomes of the session."""
        return look.unsaved or _("The session is kept and can be resumed.")
