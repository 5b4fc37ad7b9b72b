"""The podium: what all won together, who stands where, and what each can be proud of."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from game.i18n import ngettext
from game.rules.actions import Back
from game.rules.debrief import may_go_back
from game.rules.events import Event, PodiumShown
from game.rules.scoring import Award, AwardKind, podium_awards
from game.rules.state import State
from game.screens.kit import motion, people, pieces, props
from game.screens.kit.layer import Dirty
from game.screens.kit.names import is_label
from game.screens.kit.scenery import ground, zone_hills
from game.screens.kit.text import BODY, HEAVY, draw_fitted, draw_label, fit, fit_label
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.scenes.cardwords import listed
from game.screens.scenes.frame import team_colour, team_name
from game.screens.scenes.onward import (
    Backdrop,
    Pages,
    draw_dots,
    draw_onward,
    onward,
    onward_box,
    starts_at,
)
from game.screens.scenes.ranking import together
from game.screens.scenes.steps import (
    HOP,
    RAIN_MS,
    blocks,
    draw_block,
    draw_rain,
    groups,
    on_podium,
    shares_one_step,
)
from game.screens.scenes.words import number_word, sentence
from game.screens.screen import Do, Hotspot, Look, Outcome, Screen
from game.session.telling.awards import award_line, award_name

JUMP = motion.Motion(250, motion.sine)
DOTS = 40.0
GAP = 24.0
WIDE_AWARD = 560.0
"""Words of an award wider than this (times the seat's factor) stand in two columns."""
MOST_BESIDE = 3
"""More columns than this need the whole width, and the awards a page of their own."""


class PodiumScene(Screen):
    """Blocks rise from the last place to the first, faces rain, then all is still."""

    def __init__(self) -> None:
        self._pages = Pages()
        self._rises: list[motion.Tween] = []
        self._rain: motion.Tween | None = None
        self._backdrop = Backdrop()
        self._seen = False

    def _standing(self, look: Look) -> int:
        """How many groups of blocks stand."""
        if not self._rises:
            return 99
        done = sum(tween.done(look.now) for tween in self._rises) // 2
        return done if done < len(self._rises) // 2 else 99

    def key(self, look: Look) -> Hashable:
        """The page, and how many groups of blocks stand."""
        n = page_count(look.wall, look.game)
        return look.version, self._pages.at(n), self._standing(look)

    def paint(self, canvas: Canvas, look: Look) -> None:
        """Title, the blocks that stand, the awards."""
        wall, state = canvas.wall, look.game
        n = page_count(wall, state)
        at, awards = self._pages.at(n), podium_awards(state)
        self._seen = True
        self._backdrop.paint(canvas, _scenery, keep=self.moving(look))
        draw_onward(canvas, onward_box(wall))
        title = title_box(wall)
        draw_label(
            canvas,
            together(state),
            title,
            size=(wall.L, wall.M),
            weight=HEAVY,
            align="center",
            lines=2,
        )
        if at == 0:
            standing = self._standing(look)
            for block in blocks(wall, state, podium_room(wall, state)):
                if block.order < standing:
                    draw_block(canvas, block)
        if awards and (n == 1 or at == 1):
            for award, box in zip(awards, award_boxes(wall, state, len(awards)), strict=True):
                draw_award(canvas, state, award, box)
        draw_dots(canvas, n, at, wall.width / 2, wall.height - wall.margin + 4)

    def hear(self, events: Sequence[Event], before: State, look: Look) -> None:
        """The podium came up: let it rise."""
        if look.wall.reduced_motion or not any(isinstance(e, PodiumShown) for e in events):
            return
        n = groups(blocks(look.wall, look.game, podium_room(look.wall, look.game)))
        self._rises = motion.chain(starts_at(look, seen=self._seen), [motion.PODIUM, JUMP] * n)
        self._rain = motion.Tween(self._rises[-1].end_ms, RAIN_MS, motion.linear)

    def moving(self, look: Look) -> bool:
        """Until the last face has fallen; not on the awards' page."""
        return (
            self._rain is not None
            and not self._rain.done(look.now)
            and self._pages.at(page_count(look.wall, look.game)) == 0
        )

    def finish(self, look: Look) -> None:
        """All blocks stand, and no face falls."""
        self._rises, self._rain = [], None

    def move(self, canvas: Canvas, look: Look, dirty: Dirty) -> None:
        """The blocks that rise, or the rain."""
        if self._rain is None or not self.moving(look):
            return
        room = podium_room(look.wall, look.game)
        group = self._standing(look)
        if group == 99:
            draw_rain(canvas, room, look.now - self._rain.start_ms, dirty)
            return
        rise, jump = self._rises[2 * group : 2 * group + 2]
        part, hop = rise.at(look.now), HOP * jump.at(look.now)
        for block in blocks(look.wall, look.game, room):
            if block.order == group:
                sink = (1 - part) * (block.box.h + block.pawn)
                dirty.add(draw_block(canvas, block, sink, hop))

    def hotspots(self, look: Look) -> Sequence[Hotspot]:
        """Only the way on."""
        return (onward(onward_box(look.wall), self.on_next, look),)

    def on_next(self, look: Look) -> Outcome | None:
        """The awards first, where they have a page of their own."""
        return self._pages.forward(page_count(look.wall, look.game))

    def on_previous(self, look: Look) -> Outcome | None:
        """Back to the podium; from there to the final standings."""
        turned = self._pages.back(page_count(look.wall, look.game))
        return turned or (Do(Back()) if may_go_back(look.game) else None)


def _scenery(canvas: Canvas) -> None:
    ground(canvas)
    zone_hills(canvas, canvas.wall.height * 0.66, (1, 5, 3))


def page_count(wall: Wall, state: State) -> int:
    """Two where the awards need a page of their own."""
    return 2 if podium_awards(state) and not _beside(wall, state) else 1


def _beside(wall: Wall, state: State) -> bool:
    """Podium and awards fit beside one another."""
    columns = len(state.teams) if shares_one_step(state) else len(on_podium(state))
    return wall.kind == "wide" and not wall.is_far and columns <= MOST_BESIDE


def title_box(wall: Wall) -> Box:
    """Where the title stands: in the middle, clear of the button."""
    disc = onward_box(wall)
    side = disc.w + wall.margin + 24
    return Box(side, disc.y, wall.width - 2 * side, max(disc.h, wall.L * 1.1))


def podium_room(wall: Wall, state: State) -> Box:
    """What pawns and blocks may cover."""
    top = title_box(wall).bottom + 24
    room = Box(wall.margin, top, wall.width - 2 * wall.margin, wall.height - top)
    if podium_awards(state) and _beside(wall, state):
        return room.cut_left(room.w * 0.515)[0]
    return room


def award_boxes(wall: Wall, state: State, n: int) -> list[Box]:
    """A card for each award: beside the podium, or on their own page."""
    top = title_box(wall).bottom + 28
    body = Box(wall.margin, top, wall.width - 2 * wall.margin, wall.height - top - wall.margin)
    if _beside(wall, state):
        body = body.cut_right(body.w * 0.452)[0]
    else:
        body = body.cut_bottom(DOTS)[1].inset(max(0.0, (body.w - 1400 * wall.seat) / 2), 0)
    high = min(300.0 * wall.seat, (body.h - GAP * (n - 1)) / n)
    spare = body.h - high * n - GAP * (n - 1)
    return [Box(body.x, body.y + spare * 0.3 + i * (high + GAP), body.w, high) for i in range(n)]


_DRAWINGS = {
    AwardKind.OTHER_EYES: "award-eyes",
    AwardKind.CONNECTOR: "award-connector",
    AwardKind.MOVER: "award-mover",
}
_ICONS = {AwardKind.CONSENSUS: "cat-culture", AwardKind.BELL: "space-bell"}


def draw_award(canvas: Canvas, state: State, award: Award, box: Box) -> None:
    """Rosette, name, who has it, and what for."""
    wall = canvas.wall
    pieces.sheet(canvas, box)
    inner = box.inset(min(48, box.w * 0.05), 20)
    wide = min(170.0, inner.h * 0.84, inner.w * 0.25)
    picture, words = inner.cut_left(wide, 40)
    if award.kind in _DRAWINGS:
        props.drawing(canvas, _DRAWINGS[award.kind], picture.cx, picture.cy, wide)
    else:
        props.rosette(canvas, _ICONS[award.kind], picture.cx, picture.cy, wide)
    beside = words.w > WIDE_AWARD * wall.seat
    if beside:  # on its own page: who has it stands beside it
        who, words = words.cut_right(words.w * 0.5, 32)
        _draw_teams(canvas, state, award.teams, who)
    name = fit(
        wall,
        award_name(award.kind),
        words.w,
        size=(wall.M, wall.S),
        weight=HEAVY,
        lines=2,
        leading=1.15,
    )
    line = fit(
        wall,
        award_line(award, number_word),
        words.w,
        size=wall.S,
        weight=BODY,
        lines=2,
        leading=1.2,
    )
    middle = 0.0 if beside else max(0.0, min(words.h - name.height - line.height, wall.L * 1.35))
    spare = max(0.0, words.h - name.height - middle - line.height) / 2
    top, rest = words.moved(0, spare).cut_top(name.height)
    who, low = rest.cut_top(middle)
    draw_fitted(canvas, name, top)
    if middle:
        _draw_teams(canvas, state, award.teams, who)
    draw_fitted(canvas, line, low, color=canvas.theme.text_2)


def _draw_teams(canvas: Canvas, state: State, teams: Sequence[int], box: Box) -> None:
    """Tokens, and names as far as they fit; many teams are counted."""
    wall = canvas.wall
    size = min(64.0 * min(wall.seat, 1.34), box.h * 0.86, box.w * 0.6 / len(teams))
    people.token_row(
        canvas, [team_colour(state, team) for team in teams], box.x, box.cy, size, size + 10
    )
    words = box.cut_left(len(teams) * (size + 10), 12)[1]
    text, sizes = "", (wall.L if len(teams) == 1 else wall.M, wall.S)
    if len(teams) <= 3:
        text = listed([team_name(state, team) for team in teams])
    fitted = fit_label(wall, text, words.w, words.h, size=sizes, weight=HEAVY, lines=2)
    if not text or (len(teams) > 1 and not is_label(wall, fitted.size)):
        text = sentence(
            ngettext("{n} team", "{n} teams", len(teams)).format(n=number_word(len(teams)))
        )
    draw_label(canvas, text, words, size=sizes, weight=HEAVY, lines=2)
