"""The talk after a card: one question, why it is so, and what it brought."""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.i18n import _
from game.rules.cards import Card, ChoiceCard, EstimateCard
from game.rules.state import OnCard, State, Why
from game.screens.kit import pieces
from game.screens.kit.digits import draw_digits
from game.screens.kit.people import token
from game.screens.kit.text import (
    BOLD,
    HEAVY,
    Fitted,
    draw_fitted,
    draw_label,
    draw_text,
    fit,
    text_width,
)
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.scenes import side
from game.screens.scenes.cardlayout import Places
from game.screens.scenes.entry import told
from game.screens.scenes.frame import source_line, team_colour
from game.screens.scenes.gains import (
    ANSWERED,
    draw_meters,
    effects_of,
    gained,
    meter_words,
    points_text,
)
from game.screens.scenes.outcomes import best_options
from game.screens.screen import Look
from game.session.telling.cardwords import LETTERS

CHIP = 108.0
"""Height of a team's chip beside the talk, without its meters."""


@dataclass(frozen=True)
class TalkFace:
    """One face: the question, the reason, or both."""

    question: Fitted | None
    question_box: Box
    why: Fitted | None
    why_box: Box
    source: str


def talk_question(card: Card) -> str:
    """The card's own question, or one that fits any card."""
    return card.reflect.strip() or _("What do you take from this card?")


def talk_faces(wall: Wall, card: Card, box: Box) -> list[TalkFace]:
    """Question above, reason below; on two faces where they are too long for one."""
    head = wall.M * 1.5
    area = Box(box.x, box.y + head + 18, box.w, box.h - head - 18)
    source = source_line(card)
    if not card.why.strip():
        tail = _tail(wall, source, area.w) - 40
        room = Box(area.x, area.y, area.w, area.h - tail)
        return [
            TalkFace(
                _question(wall, card, room),
                room,
                None,
                Box(box.x, room.bottom, box.w, tail),
                source,
            )
        ]
    why, why_box = _why(wall, card, area, source)
    room = Box(area.x, area.y, area.w, why_box.y - area.y - 28)
    question = _question(wall, card, room)
    if not question.overflow and room.h > wall.L:
        return [TalkFace(question, room, why, why_box, source)]
    first = TalkFace(_question(wall, card, area, far=True), area, None, Box(0, 0, 0, 0), "")
    told = _why_alone(wall, card, area, source)
    rest = [TalkFace(None, area, part, area, "") for part in told[:-1]]
    return [first, *rest, TalkFace(None, area, told[-1], area, source)]


def _question(wall: Wall, card: Card, room: Box, *, far: bool = False) -> Fitted:
    """The question, large; with a face of its own (`far`) rather smaller than cut."""
    for largest, smallest in ((wall.XL, wall.L), (wall.L, wall.M * 1.1))[: 2 if far else 1]:
        found = fit(
            wall,
            talk_question(card),
            room.w,
            max(1.0, room.h),
            size=(largest, smallest),
            weight=HEAVY,
            leading=1.14,
        )
        if not found.overflow:
            break
    return found


def _why_alone(wall: Wall, card: Card, area: Box, source: str) -> list[Fitted]:
    """The reason on as few faces as it takes; the last one keeps room for the source."""
    text, w = card.why.strip(), area.w - 80
    room = area.h - wall.M * 1.5 - 40
    last = room - (_tail(wall, source, w) - 40)
    whole = fit(wall, text, w, last, size=(wall.L * 0.8, wall.M), leading=1.26)
    if not whole.overflow:
        return [whole]
    lines = len(whole.lines)
    most, fewest = (max(1, int(h * wall.u / whole.line_px)) for h in (room, last))
    before = -(-max(0, lines - fewest) // most)
    each = max(-(-lines // (before + 1)), -(-(lines - fewest) // before)) if before else lines
    parts = [whole.after(i * each).first(each) for i in range(before + 1)]
    return [replace(part, overflow=False) for part in parts if part.lines]


def _tail(wall: Wall, source: str, w: float) -> float:
    """Height kept for where a fact comes from."""
    return (fit(wall, source, w, size=wall.S, leading=1.2).height + 10 if source else 0) + 40


def _why(wall: Wall, card: Card, area: Box, source: str) -> tuple[Fitted, Box]:
    """The reason in its inset along the bottom."""
    words = fit(wall, card.why.strip(), area.w - 80, size=wall.M, leading=1.26)
    h = 20 + wall.M * 1.3 + words.height + _tail(wall, source, area.w - 80)
    return words, Box(area.x, area.bottom - h, area.w, h)


def paint_talk(canvas: Canvas, face: TalkFace, box: Box) -> None:
    """One face on the card's sheet."""
    wall, theme = canvas.wall, canvas.theme
    head = box.cut_top(wall.M * 1.5)[0]
    size = min(68.0, head.h)
    pieces.icon(canvas, "icon-talk", head.x + size / 2, head.cy, size)
    draw_label(
        canvas, _("Talk about it"), head.cut_left(size, 20)[1], size=(wall.M, wall.S), weight=BOLD
    )
    if face.question is not None:
        draw_fitted(canvas, face.question, face.question_box)
    if face.why is None:
        if face.source:
            draw_label(canvas, face.source, face.why_box, size=wall.S, color=theme.text_2, lines=2)
        return
    pieces.inset(canvas, face.why_box)
    inner = face.why_box.inset(40, 18)
    title, rest = inner.cut_top(wall.M * 1.3)
    draw_label(canvas, _("Why"), title, size=(wall.M, wall.S), weight=HEAVY)
    if face.source:
        line, rest = rest.cut_bottom(_tail(wall, face.source, rest.w) - 40)
        draw_text(
            canvas, face.source, line, size=wall.S, color=theme.text_2, leading=1.2, valign="bottom"
        )
    draw_fitted(canvas, face.why, rest)


# ---------------------------------------------------------------------- what it brought


@dataclass(frozen=True)
class Brought:
    """A team's line in what the card brought."""

    team: int
    label: str
    """Its option's letter, or its number; "" for other kinds."""
    best: bool
    bell: bool
    """Won (or lost) by ringing."""
    points: int


def brought(state: State, card: Card, stage: OnCard) -> list[Brought]:
    """A line for each team that had a part in it, in order of turns."""
    lines = []
    given = dict(stage.answers)
    for team in (t.id for t in state.teams):
        whys = {gain.why for gain in stage.gains if gain.team == team}
        if team not in given and not whys:
            continue
        answer = given.get(team)
        label, best = "", False
        if isinstance(card, ChoiceCard) and isinstance(answer, int):
            label, best = LETTERS[answer], answer in best_options(card)
        elif isinstance(card, EstimateCard) and isinstance(answer, int | float):
            label = told(card, answer)
        rang = team == stage.viewer or Why.BELL in whys
        lines.append(Brought(team, label, best, rang, gained(stage, team, (*ANSWERED, Why.VIEW))))
    return lines


def paint_side(canvas: Canvas, look: Look, card: Card, stage: OnCard, places: Places) -> None:
    """Beside the talk: what it brought, the board, the round."""
    state, wall = look.game, canvas.wall
    lines = brought(state, card, stage)
    if places.manner == "band" or not places.side.w:
        return
    if places.manner != "rail":
        _paint_row(canvas, state, lines, places.side)
        return
    head, rest = places.side.cut_top(wall.M * 1.35, 10)
    rest = rest.cut_bottom(places.onward.h + 12)[1]
    mini, rest = rest.cut_bottom(places.side.w * 0.43, 12)
    round_line, rest = rest.cut_bottom(wall.S * 1.4, 6)
    if lines:
        draw_label(
            canvas, _("What it brought"), head, size=(wall.M, wall.S), weight=BOLD, align="center"
        )
    gap = 16.0 if len(lines) <= 3 else 8.0
    n = max(1, len(lines))
    h = min(CHIP + 2 * wall.S * 1.15 if n <= 2 else CHIP, (rest.h - gap * (n - 1)) / n)
    rows = Box(rest.x, rest.y, rest.w, h * n + gap * (n - 1)).rows(n, gap)
    for line, row in zip(lines, rows, strict=False):
        _paint_chip(canvas, state, card, stage, line, row)
    side.draw_mini(canvas, state, mini)
    draw_label(canvas, round_words(state), round_line, size=wall.S, weight=BOLD, align="center")


def round_words(state: State) -> str:
    """How far play has come."""
    if state.rules.together:
        return _("Card {n} of {total}").format(n=state.round, total=state.plan.rounds)
    return _("Round {n} of {total}").format(n=state.round, total=state.plan.rounds)


def _paint_chip(
    canvas: Canvas, state: State, card: Card, stage: OnCard, line: Brought, box: Box
) -> None:
    wall = canvas.wall
    pieces.chip(canvas, box, radius=min(36.0, box.h * 0.4))
    inner = box.inset(22, 6)
    words = meter_words(state, effects_of(card, stage, line.team)) if box.h > CHIP else []
    if words:
        low, inner = inner.cut_bottom(len(words) * wall.S * 1.15, 0)
        draw_meters(canvas, words, low)
    size = min(76.0, inner.h - 4)
    token(canvas, team_colour(state, line.team), inner.x + size / 2, inner.cy, size)
    rest = inner.cut_left(size, 16)[1]
    points = points_text(line.points)
    number, rest = rest.cut_right(min(rest.w * 0.45, wall.L * 1.35), 8)
    draw_digits(canvas, points, number, size=min(wall.L, inner.h * 0.8), align="right")
    if len(line.label) == 1 and line.label.isalpha():
        cap = min(68.0, rest.h, rest.w)
        pieces.key_cap(canvas, Box(rest.x, rest.cy - cap / 2, cap, cap), line.label, on=line.best)
        rest = rest.cut_left(cap, 10)[1]
    elif line.label:
        draw_digits(canvas, line.label, rest, size=min(wall.M, rest.h * 0.8), align="left")
        rest = Box(rest.right, rest.y, 0, rest.h)
    if line.bell and rest.w >= 40:
        pieces.icon(canvas, "space-bell", rest.x + 24, rest.cy, min(44.0, rest.h))


def _paint_row(canvas: Canvas, state: State, lines: list[Brought], box: Box) -> None:
    """The same as pills beside one another, over the card."""
    wall = canvas.wall
    tall = box.h > 200
    if tall:
        mini, box = box.cut_right(box.w * 0.42, 24)
        side.draw_mini(canvas, state, mini)
    if not lines:
        return
    title, rest = _("What it brought"), box
    if tall or len(lines) <= 5:
        w = min(box.w * 0.3, text_width(wall, title, wall.M, BOLD) + 8)
        head, rest = box.cut_top(wall.M * 1.4, 8) if tall else box.cut_left(w, 20)
        draw_label(canvas, title, head, size=(wall.M, wall.S), weight=BOLD, lines=2)
    columns = 2 if tall and len(lines) > 3 else 1 if tall else len(lines)
    rows = -(-len(lines) // columns)
    gap = 10.0
    h = min(92.0, (rest.h - gap * (rows - 1)) / rows)
    cell_w = min(250.0, (rest.w - gap * (columns - 1)) / columns)
    high = h * rows + gap * (rows - 1)
    block = Box(
        rest.x, rest.y if tall else rest.cy - high / 2, cell_w * columns + gap * (columns - 1), high
    )
    for line, cell in zip(lines, block.grid(len(lines), columns, gap), strict=True):
        pieces.chip(canvas, cell, radius=h * 0.4)
        size = min(60.0, h - 16, cell.w * 0.45)
        token(canvas, team_colour(state, line.team), cell.x + 14 + size / 2, cell.cy, size)
        number = cell.cut_left(size + 18)[1].cut_right(14)[1]
        draw_digits(canvas, points_text(line.points), number, size=min(wall.M, h * 0.7))
