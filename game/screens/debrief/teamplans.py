"""A team's plans on a sheet: write one again, take one back, or make another."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from game.i18n import _
from game.rules.actions import DropPlan
from game.rules.debrief import may_add_plan, plans_of
from game.rules.state import Commitment, State, Team
from game.screens.debrief.planview import missing_words, plan_words
from game.screens.debrief.writing import CommitEditor
from game.screens.inputs import Press
from game.screens.kit import pieces
from game.screens.kit.people import token
from game.screens.kit.scenery import veil
from game.screens.kit.text import BODY, HEAVY, draw_label
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.scenes.cardwords import shortened
from game.screens.scenes.frame import team_colour, team_name
from game.screens.screen import Do, Hotspot, Look, Outcome, Pop, Push, Screen, Stay

GAP = 14.0


class TeamPlans(Screen):
    """Over the page where all write: one team's plans."""

    overlay = True

    def __init__(self, team: int) -> None:
        self._team = team

    def key(self, look: Look) -> Hashable:
        """Changes with the plans."""
        return look.version

    def _made(self, state: State) -> tuple[Commitment, ...]:
        return plans_of(state, self._team)

    # -- layout

    def _bar(self, wall: Wall) -> float:
        return 96 * min(wall.seat, 1.4)

    def _row(self, wall: Wall) -> float:
        return max(104.0, wall.S * 2.6)

    def box(self, look: Look) -> Box:
        """The sheet."""
        wall, n = look.wall, len(self._made(look.game))
        h = 2 * self._bar(wall) + n * (self._row(wall) + GAP) + 90
        h = min(h, wall.height - wall.margin * 0.8)
        w = min(wall.width - 2 * wall.margin, 1600 * max(1.0, wall.seat))
        return Box((wall.width - w) / 2, (wall.height - h) / 2, w, h)

    def rows(self, look: Look) -> list[tuple[Commitment, Box, Box]]:
        """(plan, its place, the place that takes it back)."""
        bar = self._bar(look.wall)
        rest = self.box(look).inset(48, 28).cut_top(bar, GAP)[1].cut_bottom(bar, GAP)[1]
        made = self._made(look.game)
        found = []
        for one, row in zip(made, rest.rows(max(1, len(made)), GAP), strict=False):
            drop, words = row.cut_right(min(row.h, 130.0), 14)
            found.append((one, words, drop))
        return found

    def buttons(self, look: Look) -> tuple[Box, Box]:
        """(another one, back)."""
        line = self.box(look).inset(48, 28).cut_bottom(self._bar(look.wall))[0]
        back, more = line.columns(2, 24)
        return more, back

    # -- what is seen

    def paint(self, canvas: Canvas, look: Look) -> None:
        """The sheet with a row a plan."""
        wall, theme, state = canvas.wall, canvas.theme, look.game
        veil(canvas, 0.66)
        pieces.sheet(canvas, self.box(look))
        head = self.box(look).inset(48, 28).cut_top(self._bar(wall))[0]
        size = min(76 * min(wall.seat, 1.3), head.h)
        token(canvas, team_colour(state, self._team), head.x + size / 2, head.cy, size)
        title = _("The plans of {team}").format(team=team_name(state, self._team))
        draw_label(canvas, title, head.cut_left(size, 24)[1], size=(wall.M, wall.S), weight=HEAVY,
                   lines=2)  # fmt: skip
        for i, (made, box, drop) in enumerate(self.rows(look)):
            pieces.inset(canvas, box, radius=24)
            inner = box.inset(20, 6)
            cap = min(64.0, inner.h)
            pieces.key_cap(canvas, Box(inner.x, inner.cy - cap / 2, cap, cap), str(i + 1))
            words = inner.cut_left(cap, 20)[1]
            note = missing_words(made.plan)
            if note:
                low, words = words.cut_bottom(words.h / 2)
                draw_label(
                    canvas, shortened(wall, note, low.w, wall.S, BODY), low,
                    size=wall.S, color=theme.text_2,
                )  # fmt: skip
            told = shortened(wall, plan_words(made.plan), words.w, wall.S, BODY)
            draw_label(canvas, told, words, size=wall.S)
            pieces.inset(canvas, drop, radius=24)
            pieces.icon(canvas, "icon-minus", drop.cx, drop.cy, min(drop.h, drop.w) * 0.5)
        more, back = self.buttons(look)
        if may_add_plan(state, _team(state, self._team)):
            pieces.button(canvas, more, _("Another plan"), icon_name="icon-plus", primary=True)
        pieces.button(canvas, back, _("Back"))

    # -- what people do

    def _may_add(self, state: State) -> bool:
        return may_add_plan(state, _team(state, self._team))

    def hotspots(self, look: Look) -> Sequence[Hotspot]:
        """Another plan, each plan with what takes it back, and the way back."""
        more, back = self.buttons(look)
        found = []
        if self._may_add(look.game):
            found.append(Hotspot(more, Push(CommitEditor(self._team)), _("Another plan")))
        for made, box, drop in self.rows(look):
            found.append(Hotspot(box, self._writer(made), _("Write it again"), 24))
            name = _("Take it back")
            found.append(Hotspot(drop, Do(DropPlan(self._team, made.number), stays=True), name, 24))
        return [*found, Hotspot(back, Pop(), _("Back"))]

    def _writer(self, made: Commitment) -> Callable[[], Outcome]:
        return lambda: Push(CommitEditor(self._team, made.plan, made.number))

    def on_press(self, press: Press, look: Look) -> Outcome | None:
        """A plan's number opens it, E makes another."""
        if press.digit is not None:
            rows = self.rows(look)
            if 1 <= press.digit <= len(rows):
                return self._writer(rows[press.digit - 1][0])()
            return Stay()
        if press.name == "e" and press.plain and self._may_add(look.game):
            return Push(CommitEditor(self._team))
        return None

    def on_next(self, look: Look) -> Outcome | None:
        """Back to all the teams."""
        return Pop()


def _team(state: State, team: int) -> Team:
    found = state.anyone(team)
    assert found is not None
    return found
