"""What each choice leads to: option, feedback, worth, and who chose it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from game.i18n import _
from game.rules.cards import ChoiceCard, Play
from game.rules.state import OnCard, State, Why
from game.screens.kit import pieces
from game.screens.kit.people import empty_face, face, face_of, token
from game.screens.kit.text import (
    BOLD,
    HEAVY,
    Fitted,
    draw_digits,
    draw_fitted,
    draw_label,
    fit,
    text_width,
)
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.scenes.bellnote import bell_note, bell_note_height, paint_bell_note
from game.screens.scenes.frame import team_colour, team_name
from game.screens.scenes.gains import (
    draw_meters,
    effects_of,
    gained,
    meter_words,
    meters_height,
    points_text,
)
from game.screens.scenes.revealplaces import Page, RevealPlaces, paged, reveal_places
from game.screens.screen import Look
from game.session.telling.cardwords import LETTERS

GAP = 14.0
WORTH, WHO = 162.0, 258.0
"""Kept free at the end of a row's first line: for its worth, and before that for who chose it."""


@dataclass(frozen=True)
class Chosen:
    """Teams on one option, and what it brought them."""

    teams: tuple[int, ...]
    words: tuple[str, ...]
    """`Blue chose`, or only `chose` where that has no room; empty for several teams."""
    points: int


@dataclass(frozen=True)
class _Told:
    """What a row is told from."""

    state: State
    card: ChoiceCard
    stage: OnCard


@dataclass(frozen=True)
class _Parts:
    """One row before it has its place."""

    index: int
    option: Fitted
    feedback: Fitted
    height: float
    head: float
    """Height of its first line: the option, its worth, and who chose it."""


def best_options(card: ChoiceCard) -> set[int]:
    """The right one of a quiz; of a dilemma those worth most."""
    if card.key is not None:
        return {card.key}
    most = max(option.points for option in card.options)
    return {i for i, option in enumerate(card.options) if option.points == most}


def chosen_by(state: State, card: ChoiceCard, stage: OnCard) -> dict[int, Chosen]:
    """Who stands on which option."""
    if stage.play is Play.BELL:
        won = [gain.team for gain in stage.gains if gain.why is Why.BELL and gain.asked > 0]
        if not won or card.key is None:
            return {}
        return {
            card.key: Chosen(
                (won[-1],), _verb(state, won[-1], rang=True), gained(stage, won[-1], (Why.BELL,))
            )
        }
    found: dict[int, list[int]] = {}
    for team, answer in stage.answers:
        if isinstance(answer, int):
            found.setdefault(answer, []).append(team)
    out: dict[int, Chosen] = {}
    for option, teams in found.items():
        viewer = stage.play is Play.TURN and teams[0] == stage.viewer
        whys = (Why.VIEW,) if viewer else (Why.ANSWER,)
        words = _verb(state, teams[0], rang=viewer) if len(teams) == 1 else ()
        out[option] = Chosen(tuple(teams), words, gained(stage, teams[0], whys))
    return out


def _verb(state: State, team: int, *, rang: bool) -> tuple[str, ...]:
    whole = _("{team} rang") if rang else _("{team} chose")
    return (whole.format(team=team_name(state, team)), _("rang") if rang else _("chose"))


def outcome_pages(look: Look, card: ChoiceCard, stage: OnCard) -> list[Page]:
    """The rows on as many faces as they take; far away they are set as labels before that."""
    wall = look.wall
    belled = stage.play is Play.BELL
    note = bell_note_height(wall) if belled and not wall.is_far else 0
    places = reveal_places(wall, len(look.game.teams), note=note)
    box = places.body
    chosen = chosen_by(look.game, card, stage)
    beside = wall.kind == "wide" and not wall.is_far
    sizes = (wall.M, wall.S) if wall.is_far else (wall.M,)
    for size in sizes:
        parts = [
            _parts(wall, card, i, box.w, chosen.get(i), beside, size)
            for i in range(len(card.options))
        ]
        found = paged([p.height for p in parts], box.h, GAP)
        if len(found) == 1:
            break
    return [
        _page(look, card, stage, places, [parts[i] for i in rows], chosen, beside) for rows in found
    ]


def _side(beside: bool, card: ChoiceCard, who: Chosen | None) -> float:
    """Units at a row's right for worth and teams; a quiz has no worth to show.

    Where words go below, only what stands in the row takes room from its first line.
    """
    if beside:
        return 370.0 if card.quiz else 594.0
    return (0.0 if card.quiz else WORTH) + (WHO if who is not None else 0.0)


def _parts(
    wall: Wall,
    card: ChoiceCard,
    index: int,
    w: float,
    who: Chosen | None,
    beside: bool,
    size: float,
) -> _Parts:
    option = card.options[index]
    head_w = w - 32 - 84 - 36 - 28 - _side(beside, card, who)
    told = option.feedback.strip()
    head = fit(wall, option.text, head_w, size=wall.S, weight=500, leading=1.15)
    if not told:
        head = fit(wall, option.text, head_w, size=size, weight=600, leading=1.2)
    words = fit(wall, told, head_w if beside else w - 64, size=size, weight=BOLD, leading=1.22)
    body = words.height if told else 0.0
    if beside:
        return _Parts(index, head, words, max(150.0, head.height + body + 40), 0.0)
    top = max(84.0, head.height + 8, 0.0 if who is None else min(wall.L, 96.0) + 8)
    return _Parts(index, head, words, top + body + (26 if told else 18), top)


def _page(
    look: Look,
    card: ChoiceCard,
    stage: OnCard,
    places: RevealPlaces,
    rows: list[_Parts],
    chosen: Mapping[int, Chosen],
    beside: bool,
) -> Page:
    box = places.body
    spare = box.h - sum(r.height for r in rows) - GAP * (len(rows) - 1)
    extra = max(0.0, min(spare / len(rows), 300.0 - min(r.height for r in rows)))
    best = best_options(card)
    told = _Told(look.game, card, stage)
    boxes: list[Box] = []
    y = box.y
    for part in rows:
        boxes.append(Box(box.x, y, box.w, part.height + extra))
        y += part.height + extra + GAP
    origins: dict[int, tuple[float, float]] = {}
    for part, place in zip(rows, boxes, strict=True):
        for team in chosen[part.index].teams if part.index in chosen else ():
            origins[team] = (place.right - 260, place.y + (place.h / 2 if beside else 50))

    def paint(canvas: Canvas, _hidden: Collection[int]) -> None:
        for part, place in zip(rows, boxes, strict=True):
            _paint_row(
                canvas,
                told,
                part,
                place,
                chosen.get(part.index),
                best=part.index in best,
                beside=beside,
            )
        if places.note.w:
            paint_bell_note(canvas, look.game, stage, places.note)

    far_bell = stage.play is Play.BELL and look.wall.is_far
    title, brief = (
        (bell_note(look.game, stage, short=short) if far_bell else "") for short in (False, True)
    )
    return Page(places, paint, origins=origins, title=title, brief=brief, overflow=spare < -0.5)


def _paint_row(
    canvas: Canvas,
    told: _Told,
    part: _Parts,
    box: Box,
    who: Chosen | None,
    *,
    best: bool,
    beside: bool,
) -> None:
    pieces.inset(canvas, box, chosen=best)
    cap_side = 84.0 if beside else 68.0
    cap_y = box.cy if beside else box.y + 12 + part.head / 2
    cap = Box(box.x + 32, cap_y - cap_side / 2, cap_side, cap_side)
    pieces.key_cap(canvas, cap, LETTERS[part.index], on=best)
    said = bool(part.feedback.lines and part.feedback.lines[0])
    theme = canvas.theme
    words_x = cap.right + 36
    if beside:
        high = part.option.height + (part.feedback.height if said else 0)
        top = box.cy - high / 2
        side = _side(True, told.card, who)
        w = box.right - 28 - side - words_x
        draw_fitted(
            canvas,
            part.option,
            Box(words_x, top, w, part.option.height),
            color=theme.text_2 if said else theme.text,
        )
        if said:
            draw_fitted(
                canvas,
                part.feedback,
                Box(words_x, top + part.option.height, w, part.feedback.height),
            )
        area = Box(box.right - 28 - side + 24, box.y, side - 24, box.h)
        _paint_side(canvas, told, part.index, area, who)
        return
    end = box.right - 28
    head = Box(words_x, box.y + 12, end - _side(False, told.card, who) - words_x, part.head)
    draw_fitted(
        canvas, part.option, head, valign="middle", color=theme.text_2 if said else theme.text
    )
    if said:
        draw_fitted(
            canvas,
            part.feedback,
            Box(box.x + 32, head.bottom + 6, box.w - 64, part.feedback.height),
        )
    worth = Box(end - WORTH + 12, head.y, WORTH - 12, part.head)
    _paint_worth(canvas, told.card, part.index, worth)
    if who is not None:
        _paint_who(canvas, told.state, who, Box(head.right + 12, head.y, WHO - 12, part.head))


def _paint_side(canvas: Canvas, told: _Told, index: int, area: Box, who: Chosen | None) -> None:
    words = []
    if who is not None:
        words = meter_words(told.state, effects_of(told.card, told.stage, who.teams[0]))
    upper = area
    high = meters_height(canvas, words, area.w)
    if words and area.h - high >= 150:
        meters, upper = area.inset(0, 14).cut_bottom(high, 4)
        draw_meters(canvas, words, meters)
    if not told.card.quiz:
        worth, upper = upper.cut_left(206, 30)
        _paint_worth(canvas, told.card, index, worth)
    if who is not None:
        _paint_who(canvas, told.state, who, upper)


def _paint_worth(canvas: Canvas, card: ChoiceCard, index: int, box: Box) -> None:
    """A face a point, empty places up to three; a quiz needs none of these."""
    if card.quiz:
        return
    points = card.options[index].points
    size = min(72.0, box.w / 2.8)
    step = size * 0.9
    left = box.cx - step
    for n in range(3):
        if n < points:
            face(canvas, face_of(n, index * 2), left + n * step, box.cy, size)
        else:
            empty_face(canvas, left + n * step, box.cy, size)


def _paint_who(canvas: Canvas, state: State, who: Chosen, box: Box) -> None:
    wall = canvas.wall
    points = points_text(who.points)
    if len(who.teams) > 1:
        number, rest = box.cut_right(min(120.0, wall.L * 1.5), 8)
        draw_digits(canvas, points, number, size=min(wall.L, box.h * 0.6), align="right")
        many = len(who.teams) > 3
        size = 50.0 if many else 62.0
        cells = rest.centred(rest.w, min(rest.h, size * (2 if many else 1) + 8)).grid(
            len(who.teams), -(-len(who.teams) // 2) if many else len(who.teams), 4
        )
        for team, cell in zip(who.teams, cells, strict=True):
            token(canvas, team_colour(state, team), cell.cx, cell.cy, min(size, cell.w, cell.h))
        return
    size = min(84.0, box.h * 0.7, box.w * 0.34)
    token(canvas, team_colour(state, who.teams[0]), box.x + size / 2, box.cy, size)
    words = box.cut_left(size, 14)[1]
    block = words.centred(words.w, min(words.h, wall.S * 1.3 + wall.L))
    upper, lower = block.cut_top(min(wall.S * 1.3, block.h * 0.47))
    words_fit = [w for w in who.words if text_width(wall, w, wall.S, BOLD) <= upper.w]
    told = words_fit[0] if words_fit and upper.h >= wall.S else ""
    if told:
        draw_label(canvas, told, upper, size=wall.S, weight=BOLD)
    else:
        lower = words  # the token alone says who
    draw_digits(canvas, points, lower, size=min(wall.L, lower.h * 1.1), align="left", weight=HEAVY)
