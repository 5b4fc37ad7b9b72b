"""What scenes share: the strip of teams, where the card lies, the clock, and a few words."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from game.i18n import _
from game.rules.cards import (
    Card,
    Persona,
    Play,
)
from game.rules.state import BELL, OnCard, State, Team
from game.rules.walking import position
from game.screens.kit.people import CUSTOMER_SHAPE, portrait
from game.screens.kit.strip import Plate, StripTeam, Style, lay_strip, strip, strip_box
from game.screens.kit.svg import deck_picture
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.screen import Look, Screen
from game.session.telling.kinds import evidence_name, kind_name

WARN_MS = 20_000
"""So long before its end a discussion warns."""


def strip_teams(
    state: State,
    *,
    notes: Mapping[int, str] | None = None,
    icons: Mapping[int, str] | None = None,
    dim: Collection[int] = (),
    scores: Mapping[int, int] | None = None,
) -> list[StripTeam]:
    """The plates' contents, in order of turns, by team id.

    `scores` replaces the state's, for customers that are still in the air.
    """
    return [
        StripTeam(
            key=team.colour,
            name=team.name,
            score=None if state.rules.hide_scores else (scores or {}).get(team.id, team.customers),
            note=(notes or {}).get(team.id, ""),
            icon=(icons or {}).get(team.id, ""),
            dim=team.id in dim,
        )
        for team in state.teams
    ]


def draw_strip(
    canvas: Canvas,
    state: State,
    *,
    style: Style = "slim",
    active: int | None = None,
    teams: list[StripTeam] | None = None,
) -> list[Plate]:
    """The strip along the bottom; `active` (a team's id) wears the ring."""
    box = strip_box(canvas.wall, len(state.teams), style)
    ring = next((team.colour for team in state.teams if team.id == active), None)
    return strip(canvas, box, teams or strip_teams(state), active=ring, style=style)


def plate_boxes(
    wall: Wall, state: State, style: Style = "slim", box: Box | None = None
) -> dict[int, Box]:
    """The plates of the strip by team, in its usual place or in this box."""
    place = box or strip_box(wall, len(state.teams), style)
    cells = lay_strip(wall, place, strip_teams(state), style).cells
    return {team.id: cell for team, cell in zip(state.teams, cells, strict=True)}


class StripScene(Screen):
    """A scene with the slim strip of teams along its bottom."""

    def plates(self, look: Look) -> Mapping[int, Box]:
        """The strip's."""
        return plate_boxes(look.wall, look.game)


def above_strip(wall: Wall, state: State, style: Style = "slim", gap: float = 24) -> Box:
    """The wall without the strip and its gap, and without the outer margin."""
    m = wall.margin
    top = strip_box(wall, len(state.teams), style).y
    return Box(m, m - 4, wall.width - 2 * m, top - gap - m + 4)


def zone_index(state: State) -> int:
    """The zone the card lies in: where the pawn in play stands; 0 before play."""
    if state.round == 0:
        return 0
    zone = state.board.spaces[position(state)].zone
    return next((i for i, z in enumerate(state.board.zones) if z.id == zone), 0)


def zone_picture(state: State) -> str:
    """Name of the picture of the zone the card lies in, or ""."""
    return state.board.zones[zone_index(state)].picture


def category_name(state: State, category: str) -> str:
    """A category's name; its id where no deck in play has it."""
    if category == BELL:
        return _("Bell")
    known = state.content.category_by_id.get(category)
    return known.name if known else category


def category_icon(state: State, category: str) -> str:
    """Name of a category's icon, as the kit's `icon_name` takes it."""
    if category == BELL:
        return "bell"
    known = state.content.category_by_id.get(category)
    return (known.icon if known else "") or category


def card_line(state: State, card: Card, stage: OnCard) -> str:
    """The small line over a card's title: category, kind, who plays."""
    parts = [category_name(state, card.category), kind_name(card)]
    if stage.play is Play.BELL:
        parts.append(_("Bell"))
    elif stage.play is Play.EVERYONE:
        parts.append(_("Everyone"))
    return " · ".join(parts)


def source_line(card: Card) -> str:
    """Where a fact comes from: kind of evidence, source, year; "" where the card says nothing."""
    parts = [
        evidence_name(card.evidence) if card.evidence else "",
        card.source,
        str(card.year) if card.year is not None else "",
    ]
    return ", ".join(part for part in parts if part)


def clock_text(ms: int) -> str:
    """`1:24`; seconds are rounded up, so that 0:00 is the end."""
    seconds = -(-max(0, ms) // 1000)
    return f"{seconds // 60}:{seconds % 60:02d}"


def next_second(look: Look) -> int | None:
    """The `now` at which the running clock's digits change next; None while none runs."""
    clock = look.game.clock
    if clock is None or not clock.running:
        return None
    left = clock.left(look.at)
    if left <= 0:
        return None
    # What is left is shown rounded up, so the digits change one millisecond after a whole second.
    return look.now + left % 1000 + 1


def team_colour(state: State, team: int) -> str:
    """The colour (and so the shape) of a team by its id."""
    found: Team | None = next((t for t in (*state.teams, *state.left) if t.id == team), None)
    return found.colour if found else "ink"


def team_name(state: State, team: int) -> str:
    """The name of a team by its id, also after it has left."""
    found: Team | None = next((t for t in (*state.teams, *state.left) if t.id == team), None)
    return found.name if found else ""


def draw_persona(canvas: Canvas, look: Look, persona: Persona, box: Box) -> None:
    """A persona's picture, standing on the box's lower side: the deck's, or one of ours."""
    found = look.pictures.get(persona.picture)
    if found is None:
        height = min(box.h, box.w / CUSTOMER_SHAPE)
        portrait(canvas, persona.picture or persona.id, box.cx, box.bottom, height)
        return
    rect = canvas.rect(box)
    canvas.surface.blit(deck_picture(found, rect.w, rect.h, canvas.theme), rect)
