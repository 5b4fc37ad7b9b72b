"""The reveal: what each choice leads to and what it brings; then the talk."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import assert_never

from game.i18n import _
from game.rules.cards import (
    Card,
    ChoiceCard,
    CommitCard,
    EstimateCard,
    OpenCard,
    OrderCard,
    Play,
)
from game.rules.events import Event, StepBegan
from game.rules.state import OnCard, State, Step
from game.screens.kit import pieces
from game.screens.kit.card import card as draw_sheet
from game.screens.kit.card import fit_title, title_box
from game.screens.kit.layer import Dirty
from game.screens.kit.names import is_label
from game.screens.kit.scenery import zone_ground
from game.screens.kit.text import text_width
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.scenes.campreveal import camp_pages
from game.screens.scenes.cardlayout import Places, places
from game.screens.scenes.flying import Flights
from game.screens.scenes.frame import StripScene, draw_strip, zone_index
from game.screens.scenes.numberline import number_pages
from game.screens.scenes.onward import DOT_STEP, Pages, draw_dots, draw_onward, onward
from game.screens.scenes.opened import open_card
from game.screens.scenes.orderreveal import order_pages
from game.screens.scenes.outcomes import outcome_pages
from game.screens.scenes.revealplaces import Page
from game.screens.scenes.showing import small_button
from game.screens.scenes.story import icon_of
from game.screens.scenes.talk import TalkFace, paint_side, paint_talk, talk_faces
from game.screens.scenes.verdict import verdict_pages
from game.screens.screen import Hotspot, Look, Outcome, Push


class RevealScene(StripScene):
    """REVEAL on as many faces as it takes, then TALK."""

    def __init__(self) -> None:
        self._pages = Pages()
        self._talk = Pages()
        self._flights = Flights()

    # ------------------------------------------------------------------ layout

    def _shown(self, look: Look) -> tuple[Page, int, int]:
        found = reveal_pages(look)
        at = self._pages.at(len(found))
        return found[at], at, len(found)

    def _talking(self, look: Look) -> tuple[Places, Box, TalkFace, int, int]:
        """Places, the card's inner box, the face that is up, its number, how many."""
        _stage, card = open_card(look.game)
        spots = places(look.wall, len(look.game.teams))
        inner, found = lay_talk(look.wall, card, spots)
        at = self._talk.at(len(found))
        return spots, inner, found[at], at, len(found)

    # ------------------------------------------------------------------ drawing

    def key(self, look: Look) -> Hashable:
        """Which face is up, and whether something flies."""
        return (look.version, self._pages.at(99), self._talk.at(99), self._flights.active(look))

    def paint(self, canvas: Canvas, look: Look) -> None:
        """The outcome with its strip, or the talk."""
        stage, card = open_card(look.game)
        zone_ground(canvas, zone_index(look.game))
        if stage.step is Step.TALK:
            self._paint_talk(canvas, look, stage, card)
            return
        page, at, count = self._shown(look)
        spots = page.places
        right = spots.onward.w + 40 + (DOT_STEP * count if count > 1 else 0)
        title = page.title or card.title
        room = title_box(spots.card.cut_top(spots.band)[0], right)
        if page.brief and not is_label(
            look.wall, fit_title(look.wall, title, room, look.wall.L).size
        ):
            title = page.brief
        draw_sheet(
            canvas,
            spots.card,
            zone=zone_index(look.game),
            icon=icon_of(look, card, stage),
            title=title,
            band=spots.band,
            brass=stage.play is Play.BELL,
            right=right,
        )
        page.paint(canvas, self._flights.hidden(look))
        draw_onward(canvas, spots.onward)
        draw_dots(canvas, count, at, spots.onward.x - 22 * count - 8, spots.onward.cy)
        active = stage.team if stage.play is Play.TURN else None
        self._flights.paint_strip(canvas, look.game, look, active)

    def _paint_talk(self, canvas: Canvas, look: Look, stage: OnCard, card: Card) -> None:
        spots, inner, face, at, count = self._talking(look)
        pieces.sheet(canvas, spots.card)
        paint_talk(canvas, face, inner)
        note = self._note_box(look, spots)
        wide, dots = DOT_STEP * count, spots.card.cx
        if spots.manner == "band":  # the note's button lies in the same line
            dots = max(dots, note.right + 24 + wide / 2)
        draw_dots(
            canvas, count, at, dots, note.cy if spots.manner == "band" else spots.card.bottom - 26
        )
        paint_side(canvas, look, card, stage, spots)
        small_button(canvas, note, "F2", _("Note an insight"))
        draw_onward(canvas, self._talk_onward(spots))
        draw_strip(canvas, look.game)

    def _talk_onward(self, spots: Places) -> Box:
        """On a head, the button leaves the band's place, which the talk has none of."""
        if spots.manner == "head":
            return Box(spots.card.right - 36 - 84, spots.card.y + 30, 84, 84)
        return spots.onward

    def _note_box(self, look: Look, spots: Places) -> Box:
        """Where the button for an insight stands."""
        go = self._talk_onward(spots)
        w = text_width(look.wall, _("Note an insight"), look.wall.S) + 140
        match spots.manner:
            case "rail":
                return Box(spots.side.x, go.y, min(w, spots.side.w - go.w - 14), go.h)
            case "head":
                return Box(go.x - 16 - w, go.cy - 34, w, 68)
            case "totem":
                return Box(spots.foot.x, spots.foot.cy - 34, w, 68)
            case "band":
                return Box(spots.card.x + 36, go.y + 4, w, 68)
            case _:
                assert_never(spots.manner)

    def move(self, canvas: Canvas, look: Look, dirty: Dirty) -> None:
        """Tokens and happy customers in the air."""
        stage, _card = open_card(look.game)
        if stage.step is Step.REVEAL and self._flights.active(look):
            page, _at, _count = self._shown(look)
            self._flights.draw(canvas, look, dirty, page.seats, page.settle, page.origins)

    def moving(self, look: Look) -> bool:
        """While something flies."""
        return self._flights.active(look)

    def finish(self, look: Look) -> None:
        """Everything has landed."""
        self._flights.stop()

    def hear(self, events: Sequence[Event], before: State, look: Look) -> None:
        """The reveal came up: tokens fly to their places, then customers to their teams."""
        if any(isinstance(e, StepBegan) and e.step is Step.REVEAL for e in events):
            page, _at, _count = self._shown(look)
            stage, _card = open_card(look.game)
            landing = list(page.seats) if stage.play is Play.EVERYONE else []
            self._flights.start(look, before, events, landing)
        else:
            self._flights.stop()

    # ------------------------------------------------------------------ input

    def hotspots(self, look: Look) -> Sequence[Hotspot]:
        """Going on; in the talk, a note."""
        stage, _card = open_card(look.game)
        if stage.step is Step.REVEAL:
            page, _at, _count = self._shown(look)
            return (onward(page.places.onward, self.on_next, look),)
        spots = places(look.wall, len(look.game.teams))
        note = Hotspot(self._note_box(look, spots), lambda: _note(look), _("Note an insight"), 34)
        return (note, onward(self._talk_onward(spots), self.on_next, look))

    def on_next(self, look: Look) -> Outcome | None:
        """The next face first."""
        stage, _card = open_card(look.game)
        if stage.step is Step.TALK:
            return self._talk.forward(self._talking(look)[4])
        return self._pages.forward(self._shown(look)[2])

    def on_previous(self, look: Look) -> Outcome | None:
        """The face before; on the first one the focus moves."""
        stage, _card = open_card(look.game)
        if look.focus is not None:
            return None
        if stage.step is Step.TALK:
            return self._talk.back(self._talking(look)[4])
        return self._pages.back(self._shown(look)[2])


def lay_talk(wall: Wall, card: Card, spots: Places) -> tuple[Box, list[TalkFace]]:
    """(the card's inner box, the faces of the talk)."""
    inner = Box(spots.card.x + 56, spots.card.y + 40, spots.card.w - 112, spots.card.h - 76)
    if spots.manner in ("band", "head"):
        inner = inner.cut_bottom(spots.onward.h if spots.manner == "band" else 0, 8)[1]
    found = talk_faces(wall, card, inner)
    if len(found) > 1 and spots.manner != "band":
        found = talk_faces(wall, card, inner.cut_bottom(44)[1])
    return inner, found


def _note(look: Look) -> Outcome:
    from game.screens.insight import InsightEditor, speaking

    return Push(InsightEditor(speaking(look.game)))


def reveal_pages(look: Look) -> list[Page]:
    """Every face of the reveal of the card on the wall."""
    stage, card = open_card(look.game)
    match card:
        case ChoiceCard() if stage.play is Play.EVERYONE:
            return camp_pages(look, card, stage)
        case ChoiceCard():
            return outcome_pages(look, card, stage)
        case EstimateCard():
            return number_pages(look, card, stage)
        case OrderCard():
            return order_pages(look, card, stage)
        case OpenCard() | CommitCard():
            return verdict_pages(look, card, stage)
        case _:
            assert_never(card)
