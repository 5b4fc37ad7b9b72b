"""What browsers ask of the game, done by the rules; what is refused changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from game.app.consolesees import settings_of
from game.i18n import _
from game.remote.bridge import Command, Receipt
from game.remote.table import moment
from game.remote.view import offered
from game.rules.actions import Action
from game.rules.pace import pace
from game.screens.inputs import Press
from game.screens.screen import Do, Look, Screen
from game.session.controls import Control, ControlError, Group, Jump, build
from game.session.telling.refusals import refusal_sentence

if TYPE_CHECKING:
    from game.app.evening import Evening
    from game.app.painter import Painter
    from game.app.program import Program

SOURCE = "console"
CLICKER = frozenset(
    (
        *("right", "down", "space", "page down", "return", "n"),
        *("left", "up", "page up", "backspace", "p"),
        *(".", ","),
    )
)
"""Names of the keys that a presenter's clicker sends; the page sends no others."""

LASTING = frozenset(("insight", "put-next", "put-none"))
"""Controls of the card that mean the same whatever is on the wall by the time they are pressed."""


class Refused(Exception):  # noqa: N818 - no error of ours, a sentence for the facilitator
    """Not done, and why."""

    def __init__(self, sentence: str, field: str = "") -> None:
        super().__init__(sentence)
        self.field = field


class Doer:
    """Does one command at a time."""

    def __init__(self, program: Program) -> None:
        self._program = program

    def do(self, command: Command, painter: Painter) -> Receipt:
        """Do it; the receipt says whether it was done, and if not, why."""
        try:
            told = self._do(command, painter)
        except Refused as refused:
            return Receipt(command.id, done=False, sentence=str(refused), field=refused.field)
        return Receipt(command.id, done=True, sentence=told)

    def _do(self, command: Command, painter: Painter) -> str:
        """What there is to say of it, or "". Raises `Refused`."""
        told = command.told
        match command.do:
            case "setting":
                return self._set(told.get("name"), told.get("value"))
            case "press":
                return self._press(told, painter)
            case "home":
                return self._send_home(told.get("guest"))
            case "next" if self._program.evening is None:
                return self._send("next", painter)
        evening = self._program.evening
        if evening is None:
            raise Refused(_("No session is on."))
        match command.do:
            case "next":
                self._same_moment(told, evening)
                return self._next(evening, painter)
            case "undo" | "redo" | "go":
                return self._step(command.do, told, evening)
            case "offer":
                return self._offer(told, evening)
            case _:
                return self._control(told, evening)

    # -- as on the wall

    def _press(self, told: Any, painter: Painter) -> str:
        key = told.get("key")
        if not isinstance(key, str) or key not in CLICKER:
            raise Refused(_("That key does nothing here."))
        evening = self._program.evening
        if evening is not None:
            self._same_moment(told, evening)
        return self._send(key, painter)

    def _send(self, key: str, painter: Painter) -> str:
        """A key of the wall, pressed here."""
        if painter.moving:
            painter.finish()
        self._program.director.take(Press(key), self._look(painter))
        return ""

    def _next(self, evening: Evening, painter: Painter) -> str:
        """Next for the game itself, whatever lies over it on the wall."""
        if painter.moving:
            painter.finish()
        look = self._look(painter)
        game = self._game()
        if game.holds_next(look):
            game.finish(look)
            return ""
        outcome = game.on_next(look)
        if isinstance(outcome, Do):
            return self._action(outcome.action, evening)
        if outcome is not None:
            self._program.director.apply(outcome, look, SOURCE)
        return ""

    def _game(self) -> Screen:
        stack = self._program.director.stack
        return next((screen for screen in reversed(stack) if not screen.overlay), stack[0])

    def _look(self, painter: Painter) -> Look:
        return self._program.look(painter.wall)

    # -- the facilitator's hand

    def _step(self, wanted: str, told: Any, evening: Evening) -> str:
        """Undo, redo, or go to a step: of the very state that was seen."""
        self._same_version(told, evening)
        if wanted == "undo":
            evening.undo()
        elif wanted == "redo":
            evening.redo()
        else:
            n = told.get("n")
            try:
                evening.go_to(n if type(n) is int else -1)
            except LookupError:
                raise Refused(_("That step cannot be gone to any more.")) from None
        return ""

    def _offer(self, told: Any, evening: Evening) -> str:
        """One of the ways to win time, as they are now."""
        found = pace(evening.state, evening.now())
        for offer in found.offers if found else ():
            if str(offer.kind) == told.get("offer"):
                return self._action(offer.action, evening)
        raise _moved_on()

    def _control(self, told: Any, evening: Evening) -> str:
        name = told.get("control")
        now = evening.now()
        control = next((one for one in offered(evening.state, now) if one.id == name), None)
        if control is None:
            raise Refused(_("That cannot be done just now."))
        if _is_of_the_moment(control):
            self._same_moment(told, evening)
        values = told.get("values")
        try:
            wanted = build(control, values if isinstance(values, dict) else {}, now)
        except ControlError as error:
            raise Refused(str(error), error.field) from None
        if isinstance(wanted, Jump):
            return evening.reload()  # `offered` has no other
        return self._action(wanted, evening)

    def _action(self, action: Action, evening: Evening) -> str:
        reason = evening.do(action, SOURCE)
        if reason is not None:
            raise Refused(refusal_sentence(reason))
        return ""

    def _same_version(self, told: Any, evening: Evening) -> None:
        if told.get("version") != evening.version:
            raise _moved_on()

    def _same_moment(self, told: Any, evening: Evening) -> None:
        """A press was meant for what its browser showed: a second tap is not for the next card."""
        if told.get("moment") != moment(evening.state):
            raise _moved_on()

    # -- the consoles

    def _send_home(self, number: object) -> str:
        device = self._program.console.send_home(number) if type(number) is int else ""
        if not device:
            raise Refused(_("That console is not connected any more."))
        return _("Console sent home: {device}").format(device=device)

    # -- the wall

    def _set(self, name: object, value: object) -> str:
        for setting in settings_of(self._program):
            if setting.name != name:
                continue
            if not setting.choices and isinstance(value, bool):
                self._program.change(setting.name, value)
                return ""
            # Chosen by its place: Python and JavaScript write some of the values (1.0) differently.
            if type(value) is int and 0 <= value < len(setting.choices):
                self._program.change(setting.name, setting.choices[value].value)
                return ""
        raise Refused(_("There is no such setting."))


def _moved_on() -> Refused:
    return Refused(_("The game has moved on; look, and press again."))


def _is_of_the_moment(control: Control) -> bool:
    return control.id not in LASTING and control.group in (Group.STEP, Group.CARD, Group.BELL)
