"""The end: the plans everybody takes home, and thank you."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from game.i18n import _, ngettext
from game.rules.state import Commitment, Over, State
from game.screens.kit import pieces
from game.screens.kit.people import token
from game.screens.kit.props import drawing
from game.screens.kit.scenery import ground, zone_hills
from game.screens.kit.text import BODY, BOLD, HEAVY, Fitted, draw_fitted, fit
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.scenes.frame import team_colour, team_name
from game.screens.scenes.onward import (
    Pages,
    draw_dots,
    draw_onward,
    heading,
    heading_height,
    onward,
    onward_box,
)
from game.screens.scenes.words import number_word, sentence
from game.screens.screen import Home, Hotspot, Look, Outcome, Screen

GAP = 20.0
DOTS = 40.0
TOKEN = 76.0


@dataclass(frozen=True)
class _Plan:
    """A plan as it stands on the wall."""

    colour: str
    team: Fitted
    words: Fitted
    box: Box

    @property
    def overflow(self) -> bool:
        return self.team.overflow or self.words.overflow


def plan_sentence(commitment: Commitment) -> str:
    """`If …, then …. Who, by when.` of what was filled in."""
    plan = commitment.plan
    cue, action = plan.cue.strip().rstrip("."), plan.action.strip().rstrip(".")
    said = _("If {cue}, then {action}.").format(cue=cue, action=action)
    who = ", ".join(part.strip() for part in (plan.who, plan.by_when) if part.strip())
    return f"{said} {who.rstrip('.')}." if who else said


def plans_of(state: State) -> list[Commitment]:
    """The plans worth reading aloud: with a cue and an action."""
    return [c for c in state.commitments if c.plan.points > 0]


class OverScene(Screen):
    """Pages of plans, read aloud; then thank you, and Next leads back to the start screen."""

    def __init__(self) -> None:
        self._pages = Pages()

    def _laid(self, look: Look) -> tuple[tuple[_Plan, ...], ...]:
        state = look.game
        if state.template is not None:
            return ()  # they were read aloud, each on a page of its own
        said = tuple(
            (team_colour(state, c.team), team_name(state, c.team), plan_sentence(c))
            for c in plans_of(state)
        )
        return _lay(look.wall, said)

    def key(self, look: Look) -> Hashable:
        """The page shown."""
        return look.version, self._pages.at(len(self._laid(look)) + 1)

    def paint(self, canvas: Canvas, look: Look) -> None:
        """The plans of this page, or thanks on the last one."""
        wall, pages = canvas.wall, self._laid(look)
        at = self._pages.at(len(pages) + 1)
        ground(canvas)
        zone_hills(canvas, wall.height * 0.66, (1, 3, 5))
        if at == len(pages):
            _thanks(canvas, look)
        else:
            heading(canvas, _("What we take along"), _number(look.game))
            for plan in pages[at]:
                _draw_plan(canvas, plan)
        draw_dots(canvas, len(pages) + 1, at, wall.width / 2, wall.height - wall.margin)

    def hotspots(self, look: Look) -> Sequence[Hotspot]:
        """Only the way on."""
        return (onward(onward_box(look.wall), self.on_next, look),)

    def on_next(self, look: Look) -> Outcome | None:
        """The other plans first; then the start screen."""
        turned = self._pages.forward(len(self._laid(look)) + 1)
        if turned is None and isinstance(look.game.stage, Over):
            return Home()
        return turned

    def on_previous(self, look: Look) -> Outcome | None:
        """The plans before."""
        return self._pages.back(len(self._laid(look)) + 1)


def _number(state: State) -> str:
    n = len(plans_of(state))
    return sentence(ngettext("{n} plan", "{n} plans", n).format(n=number_word(n)))


def _thanks(canvas: Canvas, look: Look) -> None:
    """The last page: thanks, where the session is kept, and a bench to part at."""
    wall, theme = canvas.wall, canvas.theme
    draw_onward(canvas, onward_box(wall))
    tall = wall.kind == "tall"
    body = Box(
        wall.margin + 64, wall.height * 0.16, wall.width - 2 * wall.margin - 128, wall.height * 0.5
    )
    wide = min(wall.width * (0.7 if tall else 0.4), wall.height * 0.5)
    words = body if tall else Box(body.x, body.y, body.w - wide * 0.5, body.h)
    title = fit(
        wall,
        _("Thank you"),
        words.w,
        body.h * 0.4,
        size=(wall.picture, wall.L),
        weight=HEAVY,
        leading=1.1,
        lines=2,
    )
    head, rest = words.cut_top(title.height, 28)
    draw_fitted(canvas, title, head)
    fitted = fit(
        wall,
        "\n".join(_notes(look)),
        min(rest.w, 1120 * wall.seat),
        rest.h,
        size=(wall.M, wall.S),
        leading=1.35,
    )
    draw_fitted(canvas, fitted, rest, color=theme.text)
    drawing(
        canvas,
        "zone-6-tell",
        wall.width - wall.margin - wide * 0.6,
        wall.height - wall.margin - wide * 0.44,
        wide,
    )


def _notes(look: Look) -> list[str]:
    """Where the session is kept, and what was gathered in it."""
    state, told = look.game, []
    if not look.unsaved:  # a session that could not be saved is not said to be kept
        told.append(_("This session is kept. You can open it again from the start screen."))
    if look.report:
        told.append(look.report)
    n = len(plans_of(state))
    if state.template is not None and n:
        told.append(
            sentence(
                ngettext("{n} plan is kept.", "{n} plans are kept.", n).format(n=number_word(n))
            )
        )
    n = len(state.insights)
    if n:
        told.append(
            sentence(
                ngettext("{n} insight was noted.", "{n} insights were noted.", n).format(
                    n=number_word(n)
                )
            )
        )
    return told


@lru_cache(maxsize=4)
def _lay(wall: Wall, said: tuple[tuple[str, str, str], ...]) -> tuple[tuple[_Plan, ...], ...]:
    """Pages of plans: one below the other, as many on each as it holds."""
    if not said:
        return ()
    top = heading_height(wall)
    body = Box(
        wall.margin, top, wall.width - 2 * wall.margin, wall.height - wall.margin - DOTS - top
    )
    pages: list[list[_Plan]] = [[]]
    y = body.y
    for colour, name, words in said:
        plan = _fit_plan(wall, colour, name, words, Box(body.x, y, body.w, body.h))
        if pages[-1] and plan.box.bottom > body.bottom + 0.5:
            pages.append([])
            y = body.y
            plan = _fit_plan(wall, colour, name, words, Box(body.x, y, body.w, body.h))
        pages[-1].append(plan)
        y = plan.box.bottom + GAP
    return tuple(map(tuple, pages))


def _fit_plan(wall: Wall, colour: str, name: str, words: str, room: Box) -> _Plan:
    width = room.w - 64 - TOKEN - 24
    team = fit(wall, name, width, size=(wall.S, wall.S), weight=BOLD, leading=1.15, lines=2)
    text = fit(
        wall,
        words,
        width,
        room.h - 40 - team.height,
        size=(wall.M, wall.S),
        weight=BODY,
        leading=1.25,
    )
    high = max(TOKEN, team.height + text.height) + 40
    return _Plan(colour, team, text, Box(room.x, room.y, room.w, min(high, room.h)))


def _draw_plan(canvas: Canvas, plan: _Plan) -> None:
    pieces.sheet(canvas, plan.box, radius=pieces.CHIP_RADIUS, level="low")
    inner = plan.box.inset(32, 20)
    token(canvas, plan.colour, inner.x + TOKEN / 2, inner.cy, TOKEN)
    words = inner.cut_left(TOKEN, 24)[1]
    draw_fitted(canvas, plan.team, words, color=canvas.theme.text_2)
    draw_fitted(canvas, plan.words, words.cut_top(plan.team.height)[1])
