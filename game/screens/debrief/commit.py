"""The teams write their plans: who has one, what is still open, and a way into each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from game.i18n import _, ngettext
from game.rules.debrief import plans_of, without_plan
from game.rules.state import Debrief, State, Team
from game.screens.debrief.frame import TimedScene
from game.screens.debrief.planview import missing_words, plan_words
from game.screens.inputs import Press
from game.screens.kit import pieces
from game.screens.kit.names import common_size, is_label
from game.screens.kit.people import token
from game.screens.kit.text import BODY, BOLD, draw_label, fit_label
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.scenes.cardlayout import Manner
from game.screens.scenes.cardwords import shortened, team_names
from game.screens.scenes.onward import heading, heading_height
from game.screens.scenes.side import sign, sign_words
from game.screens.scenes.words import number_word, sentence
from game.screens.screen import Hotspot, Look, Outcome, Push, Stay

GAP = 18.0
MOST_ROW = 190.0


@dataclass(frozen=True)
class _Line:
    """What is said of a team's plans."""

    whole: bool
    """It has a complete plan."""
    words: str
    note: str


def _line(state: State, team: Team) -> _Line:
    made = plans_of(state, team.id)
    if not made:
        return _Line(False, _("No plan yet"), "")
    whole = [one for one in made if one.plan.complete]
    shown = (whole or made)[0].plan
    note = missing_words(shown)
    if len(made) > 1:
        note = ngettext("{n} plan", "{n} plans", len(made)).format(n=len(made))
        if not whole:
            note = _("{plans}, none whole yet").format(plans=note)
    return _Line(bool(whole), plan_words(shown), note)


class CommitScene(TimedScene):
    """A row a team; its key or a touch opens what it has written."""

    hills = (3, 1, 5)

    def _foot(self, wall: Wall) -> Box:
        lines = 3.6 if wall.kind == "tall" else 1.5  # on a totem names have room below one another
        high = max(wall.S * lines, 96.0 * min(wall.seat, 1.3))
        return Box(
            wall.margin + 24,
            wall.height - wall.margin - high,
            wall.width - 2 * wall.margin - 48,
            high,
        )

    def clock_place(self, look: Look) -> tuple[Box, Manner]:
        """At the foot."""
        foot = self._foot(look.wall)
        return foot.cut_right(min(360.0 * min(look.wall.seat, 1.2), foot.w * 0.4))[0], "head"

    def rows(self, wall: Wall, state: State) -> list[Box]:
        """A place for each team."""
        top = heading_height(wall)
        foot = self._foot(wall)
        area = Box(wall.margin, top, wall.width - 2 * wall.margin, foot.y - top - 20)
        n = len(state.teams)
        columns = 1 if wall.kind == "tall" or n <= 3 else 2
        down = -(-n // columns)
        high = min(MOST_ROW * wall.seat, (area.h - GAP * (down - 1)) / down)
        return Box(area.x, area.y, area.w, high * down + GAP * (down - 1)).grid(n, columns, GAP)

    def paint(self, canvas: Canvas, look: Look) -> None:
        """The teams, and what to do."""
        wall, state = canvas.wall, look.game
        self.ground(canvas)
        heading(canvas, _("What will you do?"), _counted(state), _counted_short(state))
        rows = self.rows(wall, state)
        rooms = [
            (team.name, _parts(wall, box)[1]) for team, box in zip(state.teams, rows, strict=True)
        ]
        size = common_size(wall, rooms, size=(wall.M, wall.S), weight=BOLD)
        for i, (team, box) in enumerate(zip(state.teams, rows, strict=True)):
            _draw_team(canvas, state, team, i, box, size)
        foot = self._foot(wall)
        if look.game.clock is not None:
            foot = foot.cut_right(self.clock_place(look)[0].w, 24)[1]
        stage = state.stage
        missing = without_plan(state)
        if isinstance(stage, Debrief) and stage.asked and missing:
            sign(canvas, _asked(wall, state, missing, foot), foot)
        else:
            words = _("A team’s key, or a touch, opens its plan.")
            draw_label(canvas, words, foot, size=(wall.M, wall.S), lines=3)

    def plates(self, look: Look) -> Mapping[int, Box]:
        """The teams' rows."""
        rows = self.rows(look.wall, look.game)
        return {team.id: row for team, row in zip(look.game.teams, rows, strict=True)}

    def spots(self, look: Look) -> Sequence[Hotspot]:
        """The teams."""
        state = look.game
        return [
            Hotspot(box, self._opener(look, team), team.name, 32)
            for team, box in zip(state.teams, self.rows(look.wall, state), strict=True)
        ]

    def _opener(self, look: Look, team: Team) -> Callable[[], Outcome]:
        return lambda: open_team(look.game, team.id)

    def on_press(self, press: Press, look: Look) -> Outcome | None:
        """A team's key opens it; E the first that has no whole plan."""
        teams = look.game.teams
        if press.team is not None:
            return open_team(look.game, teams[press.team].id) if press.team < len(teams) else Stay()
        if press.name == "e" and press.plain:
            waiting = without_plan(look.game)
            return open_team(look.game, (waiting or (teams[0].id,))[0])
        return None


def open_team(state: State, team: int) -> Outcome:
    """What a team has written; straight to the fields while that is nothing, or one plan."""
    from game.screens.debrief.teamplans import TeamPlans
    from game.screens.debrief.writing import CommitEditor

    made = plans_of(state, team)
    if not made:
        return Push(CommitEditor(team))
    if len(made) == 1 and not made[0].plan.complete:
        return Push(CommitEditor(team, made[0].plan, made[0].number))
    return Push(TeamPlans(team))


def _asked(wall: Wall, state: State, missing: Sequence[int], box: Box) -> str:
    """Who has no whole plan, by name or by number where that can be read; and what Next does."""
    names = team_names(state, missing)
    told = _("No whole plan yet: {teams}. Next again goes on.").format(teams=names)
    n = len(missing)
    counted = ngettext(
        "{n} team has no whole plan yet. Next again goes on.",
        "{n} teams have no whole plan yet. Next again goes on.",
        n,
    )
    for words in (told, sentence(counted.format(n=number_word(n)))):
        room = sign_words(wall, box)
        if is_label(
            wall, fit_label(wall, words, room.w, room.h, size=wall.S, weight=BOLD, lines=3).size
        ):
            return words
    return _("Next again goes on.")  # the heading tells how many


def _counted(state: State) -> str:
    n, all_ = len(state.teams) - len(without_plan(state)), len(state.teams)
    if all_ == 1:
        return _counted_short(state)  # "none of one teams" is no sentence
    if not n:
        # A sentence of its own: "no of two teams" would be wrong, and in Dutch so would the plural.
        return _("None of {all} teams has a whole plan").format(all=number_word(all_))
    told = ngettext(
        "{n} of {all} teams has a whole plan", "{n} of {all} teams have a whole plan", n
    )
    return sentence(told.format(n=number_word(n), all=number_word(all_)))


def _counted_short(state: State) -> str:
    """The same in a word and two numbers."""
    n, all_ = len(state.teams) - len(without_plan(state)), len(state.teams)
    return _("Plans: {n} of {all}").format(n=n, all=all_)


def _parts(wall: Wall, box: Box) -> tuple[float, Box, Box, Box]:
    """(size of the token, the name, what is said below it, the key's place) on a team's plate."""
    inner = box.inset(24, 8)
    size = min(84.0 * min(wall.seat, 1.2), inner.h)
    rest = inner.cut_left(size, 20)[1]
    end, rest = rest.cut_right(min(64.0 * min(wall.seat, 1.2), inner.h), 16)
    lines = 3 if inner.h > wall.M * 1.1 + wall.S * 2.5 else 2
    high = min(
        rest.h, max(wall.M * 1.1, wall.S * 2.2 if wall.is_far else 0) + wall.S * 1.2 * (lines - 1)
    )
    words, name = rest.centred(rest.w, high).cut_bottom(wall.S * 1.2 * (lines - 1))
    return size, name, words, end


def _draw_team(canvas: Canvas, state: State, team: Team, i: int, box: Box, names: float) -> None:
    """A team's plate, its name of a size that all share."""
    wall, theme = canvas.wall, canvas.theme
    line = _line(state, team)
    pieces.chip(canvas, box, radius=32)
    size, name, words, end = _parts(wall, box)
    cap = end.w
    token(canvas, team.colour, box.x + 24 + size / 2, box.cy, size)
    if line.whole:
        pieces.check_disc(canvas, end.cx, end.cy, cap)
    else:
        pieces.key_cap(canvas, Box(end.x, end.cy - cap / 2, cap, cap), str(i + 1))
    draw_label(canvas, team.name, name, size=names, weight=BOLD, lines=2)
    told = line.words
    if line.note and words.h > wall.S * 2:
        note, words = words.cut_bottom(words.h / 2)
        more = shortened(wall, line.note, note.w, wall.S, BODY)
        draw_label(canvas, more, note, size=wall.S, color=theme.text_2)
    elif line.note and not line.whole:
        told = line.note
    draw_label(canvas, shortened(wall, told, words.w, wall.S, BODY), words, size=wall.S)
