"""Check the room: step by step by Next, and at the end what did not arrive."""

from __future__ import annotations

from collections.abc import Hashable

from game.i18n import _, ngettext
from game.screens import parts
from game.screens.devices.frame import GAP, Words, body, heading, panel
from game.screens.inputs import Press, Rang
from game.screens.kit.text import BOLD, HEAVY
from game.screens.kit.wall import Box, Wall
from game.screens.parts import Part
from game.screens.partscreen import PartScreen
from game.screens.rehearsal.hands import BellsStep, ClickerStep
from game.screens.rehearsal.room import Room, Step
from game.screens.rehearsal.sight import ColoursStep, EdgeStep, TextStep
from game.screens.rehearsal.sound import SoundsStep
from game.screens.rehearsal.wallstep import ScreenStep
from game.screens.screen import Look, Outcome, Pop, Stay


class RehearsalScreen(PartScreen):
    """Goes through everything the room has to see, hear and press.

    `teams` is how many will play; their bells are waited for.
    """

    def __init__(self, room: Room, teams: int = 8) -> None:
        self.steps: tuple[Step, ...] = (
            TextStep(),
            ColoursStep(),
            EdgeStep(),
            ScreenStep(room),
            SoundsStep(room),
            BellsStep(teams),
            ClickerStep(),
        )
        self.at = 0
        """Which step is shown; after the last, what was missed."""
        self.steps[0].met = True

    @property
    def step(self) -> Step | None:
        """What is tried now; None at the end."""
        return self.steps[self.at] if self.at < len(self.steps) else None

    def key(self, look: Look) -> Hashable:
        """The step, and what it shows."""
        step = self.step
        return (self.at, step.key(look) if step else None, look.settings)

    def scene_id(self, look: Look) -> Hashable:
        """One step fades into the other."""
        return (id(self), self.at)

    def wakes_at(self, look: Look) -> int | None:
        """When the step looks different by itself."""
        return self.step.wakes_at(look) if self.step else None

    # -- from step to step

    def _go(self, at: int, look: Look) -> Outcome:
        if self.step is not None:
            self.step.leave()
        self.at = max(0, min(at, len(self.steps)))
        if self.step is not None:
            self.step.met = True
            self.step.enter(look)
        return Stay()

    def _answer(self, look: Look, *, fine: bool) -> Outcome:
        if self.step is not None:
            self.step.doubted = not fine
        return self._go(self.at + 1, look)

    def on_next(self, look: Look) -> Outcome | None:
        """The next step: what was asked is fine. After the end, back to where one came from."""
        return Pop() if self.step is None else self._answer(look, fine=True)

    def on_previous(self, look: Look) -> Outcome | None:
        """The step before."""
        return self._go(self.at - 1, look) if self.at else None

    def on_key(self, press: Press, look: Look) -> Outcome | None:
        """Shown where keys are tried."""
        return self.step.on_key(press, look) if self.step else None

    def on_press(self, press: Press, look: Look) -> Outcome | None:
        """For the step; Esc leaves."""
        outcome = self.step.on_press(press, look) if self.step else None
        if outcome is None and press.name == "escape":
            return self._leave()
        return outcome

    def on_rang(self, rang: Rang, look: Look) -> Outcome | None:
        """For the step; nothing else hears it here."""
        if self.step is not None:
            self.step.on_rang(rang, look)
        return Stay()

    def _leave(self) -> Outcome:
        if self.step is not None:
            self.step.leave()
        return Pop()

    # -- how it looks

    def hills(self, wall: Wall) -> float:
        """None behind a step that takes the whole wall."""
        return 0.0 if self.step and self.step.whole else 0.78

    def parts(self, look: Look) -> list[Part]:
        """Heading, what is tried, and the answers."""
        wall, step = look.wall, self.step
        if step is None:
            return self._end(look)
        area, foot = _areas(wall)
        n = _("{n} of {count}").format(n=self.at + 1, count=len(self.steps))
        shown = step.parts(area, look)
        return [
            *(shown if step.whole else ()),
            *heading(wall, step.title(), leave=self._leave, note=n),
            *(() if step.whole else shown),
            *self._foot(step, foot, look),
        ]

    def _foot(self, step: Step, foot: Box, look: Look) -> list[Part]:
        wall = look.wall
        stacked = wall.kind == "tall"
        words, buttons = foot.rows(2, 16) if stacked else foot.cut_left(foot.w * 0.56, GAP)
        found = [panel(words, [Words(step.asks(look), wall.M, BOLD)])]
        yes = _("Yes") if step.no() else _("Go on")
        if step.no():
            no, buttons = buttons.cut_left(buttons.w * 0.4, GAP)
            found.append(parts.button(no, step.no(), lambda: self._answer(look, fine=False)))
        on = parts.primary_button(buttons, yes, lambda: self._answer(look, fine=True), large=False)
        return [*found, on]

    def missing(self, look: Look) -> list[str]:
        """What did not arrive, or was not as it should be; steps nobody came to say so."""
        found: list[str] = []
        for step in self.steps:
            told = step.missing(look)
            if not step.met:
                told = [_("Not tried: {step}.").format(step=step.title())]
            found += told
        return found

    def _end(self, look: Look) -> list[Part]:
        wall, gone = look.wall, self.missing(look)
        area, foot = _areas(wall, low=True)
        if gone:
            n = len(gone)
            head = ngettext("{n} thing is left to see to", "{n} things are left to see to", n)
            told = [Words(head.format(n=n), wall.L, HEAVY), *(Words(t, wall.M) for t in gone)]
        else:
            told = [
                Words(_("The room is ready"), wall.XL, HEAVY),
                Words(_("Everything was seen, heard and pressed."), wall.M),
            ]
        again, done = foot.columns(2, GAP)
        return [
            *heading(wall, _("Check the room"), leave=self._leave),
            panel(area, told),
            parts.button(again, _("Once more"), lambda: self._go(0, look)),
            parts.primary_button(done, _("Done"), self._leave, large=False),
        ]


def _areas(wall: Wall, *, low: bool = False) -> tuple[Box, Box]:
    """(what is looked at, what is asked)."""
    box = body(wall)
    high = 260.0 if wall.kind == "tall" and not low else 120.0
    foot, area = box.cut_bottom(min(high * wall.seat, box.h * 0.3), GAP)
    return area, foot
