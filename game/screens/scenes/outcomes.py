"""What each choice leads to: option, feedback, worth, and who chose it."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from game.i18n import _
from game.rules.cards import ChoiceCard, Play
from game.rules.state import OnCard, State, Why
from game.screens.kit.text import (
    BOLD,
    fit,
)
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.scenes.bellnote import bell_note, bell_note_height, paint_bell_note
from game.screens.scenes.frame import team_name
from game.screens.scenes.gains import (
    gained,
)
from game.screens.scenes.outcomerows import Chosen, Row, Told, paint_row, side_width
from game.screens.scenes.revealplaces import Page, RevealPlaces, paged, reveal_places
from game.screens.screen import Look

GAP = 14.0


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


def _parts(
    wall: Wall,
    card: ChoiceCard,
    index: int,
    w: float,
    who: Chosen | None,
    beside: bool,
    size: float,
) -> Row:
    option = card.options[index]
    head_w = w - 32 - 84 - 36 - 28 - side_width(beside, card, who)
    told = option.feedback.strip()
    head = fit(wall, option.text, head_w, size=wall.S, weight=500, leading=1.15)
    if not told:
        head = fit(wall, option.text, head_w, size=size, weight=600, leading=1.2)
    words = fit(wall, told, head_w if beside else w - 64, size=size, weight=BOLD, leading=1.22)
    body = words.height if told else 0.0
    if beside:
        return Row(index, head, words, max(150.0, head.height + body + 40), 0.0)
    top = max(84.0, head.height + 8, 0.0 if who is None else min(wall.L, 96.0) + 8)
    return Row(index, head, words, top + body + (26 if told else 18), top)


def _page(
    look: Look,
    card: ChoiceCard,
    stage: OnCard,
    places: RevealPlaces,
    rows: list[Row],
    chosen: Mapping[int, Chosen],
    beside: bool,
) -> Page:
    box = places.body
    spare = box.h - sum(r.height for r in rows) - GAP * (len(rows) - 1)
    extra = max(0.0, min(spare / len(rows), 300.0 - min(r.height for r in rows)))
    best = best_options(card)
    told = Told(look.game, card, stage)
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
            paint_row(
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
