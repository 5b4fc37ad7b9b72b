"""An insight, noted in one line with the team that said it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace

from game.i18n import _
from game.rules.actions import NoteInsight
from game.rules.state import Brief, Debrief, Lobby, Over, Podium, Review, Standings, State
from game.screens.editor import MOST_PART, Editor
from game.screens.inputs import Press
from game.screens.kit import pieces
from game.screens.kit.people import token
from game.screens.kit.text import BOLD, draw_label
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.scenes.frame import team_colour, team_name
from game.screens.screen import Do, Hotspot, Look, Outcome, Pop, Stay
from game.screens.textfield import TextField
from game.session.drafts import Draft


def speaking(state: State) -> int | None:
    """Whose word it probably is: the team whose turn it is; None where all talk."""
    nobodys = Lobby | Review | Brief | Standings | Podium | Debrief | Over
    return None if not state.round or isinstance(state.stage, nobodys) else state.active


class InsightEditor(Editor):
    """Something worth keeping, in a line; Tab goes through who said it."""

    lines = (3.0,)

    def __init__(self, team: int | None) -> None:
        super().__init__([TextField("", MOST_PART)])
        self._team = team

    def team(self) -> int | None:
        """None: the row of teams tells whose it is."""
        return None

    def belongs_to(self, state: State) -> str:
        """One at a time, whoever said it."""
        return "insight"

    def half_typed(self, state: State) -> Draft:
        """The line, and who said it."""
        draft = super().half_typed(state)
        who = "" if self._team is None else str(self._team)
        return replace(draft, texts=(*draft.texts, who) if draft.changed else ())

    def type_again(self, texts: Sequence[str], state: State) -> None:
        """The line, and who said it, where that team still plays."""
        super().type_again(texts, state)
        who = {str(team.id): team.id for team in state.teams} | {"": None}
        self._team = who.get(texts[-1], self._team)

    def key(self, look: Look) -> Hashable:
        """Changes with every key, and with the team."""
        return super().key(look), self._team

    def title(self, look: Look) -> str:
        """What is asked for, and of whom."""
        if self._team is None:
            return _("An insight to keep")
        return _("An insight of {team}").format(team=team_name(look.game, self._team))

    def labels(self) -> Sequence[str]:
        """One word."""
        return (_("We heard"),)

    def result(self) -> Outcome:
        """The insight; an empty line is none."""
        text = self.fields[0].text.strip()
        return Do(NoteInsight(self._team, text)) if text else Pop()

    # -- who said it

    def extra(self, wall: Wall) -> float:
        """Room for the row of teams."""
        return 104.0

    def choices(self, look: Look) -> list[tuple[int | None, Box]]:
        """Everybody, and each team, with their places."""
        row = self.extra_box(look.wall)
        who = [None, *(team.id for team in look.game.teams)]
        wide = min(row.h * 1.4, row.w / len(who))
        room = Box(row.x, row.y, wide * len(who), row.h)
        return list(zip(who, room.columns(len(who), 8), strict=True))

    def paint(self, canvas: Canvas, look: Look) -> None:
        """The line, and under it who said it."""
        super().paint(canvas, look)
        for team, box in self.choices(look):
            on = team == self._team
            pieces.inset(canvas, box, radius=24, chosen=on)
            if team is None:
                draw_label(
                    canvas, _("All"), box.inset(6, 4), size=canvas.wall.S, weight=BOLD,
                    align="center",
                )  # fmt: skip
            else:
                size = min(box.h - 24, box.w - 12)
                token(canvas, team_colour(look.game, team), box.cx, box.cy, size)

    def hotspots(self, look: Look) -> Sequence[Hotspot]:
        """Keep and leave, and who said it."""
        found = list(super().hotspots(look))
        for team, box in self.choices(look):
            name = _("All") if team is None else team_name(look.game, team)
            found.append(Hotspot(box, self._chooser(team), name, 24))
        return found

    def _chooser(self, team: int | None) -> Callable[[], Outcome]:
        def choose() -> Outcome:
            self._team = team
            return Stay()

        return choose

    def on_press(self, press: Press, look: Look) -> Outcome | None:
        """Tab: the next one who may have said it."""
        if press.name == "tab" and not press.alt and not press.ctrl:
            who = [team for team, _box in self.choices(look)]
            at = who.index(self._team) if self._team in who else 0
            self._team = who[(at + (-1 if press.shift else 1)) % len(who)]
            return Stay()
        return super().on_press(press, look)
