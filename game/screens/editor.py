"""Typing on the wall: an if-then plan, or an insight in one line."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from game.i18n import _
from game.rules.actions import NoteInsight, WritePlan
from game.rules.state import IfThen
from game.screens.inputs import Composing, Press, Typed
from game.screens.kit import pieces
from game.screens.kit.people import token
from game.screens.kit.scenery import veil
from game.screens.kit.text import BOLD, HEAVY, draw_label
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.scenes.frame import team_colour, team_name
from game.screens.screen import Do, Hotspot, Look, Outcome, Pop, Screen, Stay
from game.screens.textfield import TextField, draw_field

MOST_PART = 300
"""Characters of a part of a plan, or of an insight: what can still be read aloud."""


class Editor(Screen):
    """Some fields over the running game; Enter goes to the next one, the last one saves."""

    overlay = True
    typing = True

    def __init__(self, fields: Sequence[TextField]) -> None:
        self.fields = list(fields)
        self.active = 0
        self._version = 0
        self.saved = False

    def title(self, look: Look) -> str:
        """What is being written."""
        raise NotImplementedError

    def labels(self) -> Sequence[str]:
        """A word before each field."""
        raise NotImplementedError

    def result(self) -> Outcome:
        """What saving asks for."""
        raise NotImplementedError

    def team(self) -> int | None:
        """Whose words these are."""
        return None

    def key(self, look: Look) -> Hashable:
        """Changes with every key."""
        return (look.version, self._version)

    def box(self, wall: Wall) -> Box:
        """The sheet it is written on."""
        rows = len(self.fields)
        w = min(wall.width - 2 * wall.margin, 1500 * max(1.0, wall.seat * 0.85))
        h = 150 * wall.seat + rows * self._row(wall) + 130 * wall.seat + 60
        h = min(h, wall.height - 40)
        return Box((wall.width - w) / 2, max(20, (wall.height - h) / 2), w, h)

    def _row(self, wall: Wall) -> float:
        one = (190 if wall.kind == "tall" else 132) * wall.seat
        room = wall.height - 40 - 280 * wall.seat - 60
        return min(one if len(self.fields) > 1 else one * 2, room / len(self.fields))

    def rows(self, wall: Wall) -> list[tuple[Box, Box]]:
        """(label, field) of each row."""
        box = self.box(wall).inset(52, 30)
        area = Box(box.x, box.y + 110 * wall.seat, box.w, self._row(wall) * len(self.fields))
        found = []
        for row in area.rows(len(self.fields), 16):
            if wall.kind == "tall":
                label, field = row.cut_top(52 * wall.seat, 4)
            else:
                label, field = row.cut_left(260 * min(1.3, wall.seat), 24)
            found.append((label, field))
        return found

    def buttons(self, wall: Wall) -> tuple[Box, Box]:
        """(keep, leave)."""
        box = self.box(wall).inset(52, 36)
        line = Box(box.x, box.bottom - 96 * wall.seat, box.w, 96 * wall.seat)
        leave, keep = line.columns(2, 28)
        return keep, leave

    def paint(self, canvas: Canvas, look: Look) -> None:
        """The sheet, its fields and two buttons."""
        wall = canvas.wall
        veil(canvas, 0.66)
        box = self.box(wall)
        pieces.sheet(canvas, box)
        head = Box(box.x + 52, box.y + 30, box.w - 104, 84 * wall.seat)
        team = self.team()
        if team is not None:
            size = 72 * wall.seat
            token(canvas, team_colour(look.game, team), head.x + size / 2, head.cy, size)
            head = head.cut_left(size, 24)[1]
        draw_label(canvas, self.title(look), head, size=wall.M, weight=HEAVY)
        for i, ((label, field), words) in enumerate(
            zip(self.rows(wall), self.labels(), strict=True)
        ):
            draw_label(canvas, words, label, size=wall.M, weight=BOLD, lines=2)
            draw_field(canvas, field, self.fields[i], active=i == self.active)
        keep, leave = self.buttons(wall)
        pieces.button(canvas, keep, _("Keep"), icon_name="icon-check", primary=True)
        pieces.button(canvas, leave, _("Leave it"))

    def hotspots(self, look: Look) -> Sequence[Hotspot]:
        """Keep, the fields, leave."""
        keep, leave = self.buttons(look.wall)
        spots = [Hotspot(keep, self._save, _("Keep"))]
        for i, (_label, field) in enumerate(self.rows(look.wall)):
            spots.append(Hotspot(field, lambda i=i: self._go_to(i)))  # type: ignore[misc]
        spots.append(Hotspot(leave, Pop(), _("Leave it")))
        return spots

    def _go_to(self, i: int) -> Outcome:
        self.active = i
        self._version += 1
        return Stay()

    def _save(self) -> Outcome:
        self.saved = True
        return self.result()

    def on_typed(self, typed: Typed | Composing, look: Look) -> Outcome | None:
        """Into the active field."""
        self.fields[self.active].type(typed)
        self._version += 1
        return Stay()

    def on_press(self, press: Press, look: Look) -> Outcome | None:
        """Edit, go from field to field, save or leave."""
        if press.alt or press.name in ("escape", "f11", "f1"):
            return None
        self._version += 1
        field = self.fields[self.active]
        if field.press(press):
            return Stay()
        if field.composing:
            return Stay()
        last = len(self.fields) - 1
        if press.name in ("return", "enter"):
            return (
                self._save() if self.active == last or press.ctrl else self._go_to(self.active + 1)
            )
        if press.name == "tab":
            return self._go_to((self.active + (-1 if press.shift else 1)) % len(self.fields))
        if press.name in ("down", "page down"):
            return self._go_to(min(last, self.active + 1))
        if press.name in ("up", "page up"):
            return self._go_to(max(0, self.active - 1))
        return Stay()


class PlanEditor(Editor):
    """A team's if-then plan."""

    def __init__(self, team: int, plan: IfThen | None) -> None:
        plan = plan or IfThen()
        super().__init__(
            [TextField(part, MOST_PART) for part in (plan.cue, plan.action, plan.who, plan.by_when)]
        )
        self._team = team

    def team(self) -> int | None:
        """The team whose plan it is."""
        return self._team

    def title(self, look: Look) -> str:
        """Whose plan."""
        return _("The plan of {team}").format(team=team_name(look.game, self._team))

    def labels(self) -> Sequence[str]:
        """The four parts."""
        return (_("If…"), _("then…"), _("By whom"), _("By when"))

    def result(self) -> Outcome:
        """The plan as it stands; incomplete ones are kept too."""
        cue, action, who, when = (field.text.strip() for field in self.fields)
        return Do(WritePlan(self._team, IfThen(cue=cue, action=action, who=who, by_when=when)))


class InsightEditor(Editor):
    """Something worth keeping, in a line."""

    def __init__(self, team: int | None) -> None:
        super().__init__([TextField("", MOST_PART)])
        self._team = team

    def team(self) -> int | None:
        """The team that said it, or None."""
        return self._team

    def title(self, look: Look) -> str:
        """What is asked for."""
        return _("An insight to keep")

    def labels(self) -> Sequence[str]:
        """One word."""
        return (_("We heard"),)

    def result(self) -> Outcome:
        """The insight; an empty line is none."""
        text = self.fields[0].text.strip()
        return Do(NoteInsight(self._team, text)) if text else Pop()
