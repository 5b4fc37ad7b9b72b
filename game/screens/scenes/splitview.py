"""The split of the room before the points: who chose what, and the bell for another view."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace

from game.rules.actions import SetAnswer
from game.rules.cards import ChoiceCard
from game.rules.events import BellWon, ChangedMind, Event
from game.rules.legal import offers_of
from game.rules.state import OnCard, State, Step
from game.screens.inputs import Press
from game.screens.kit import pieces
from game.screens.kit.card import card as draw_sheet
from game.screens.kit.layer import Dirty
from game.screens.kit.wall import Box, Canvas
from game.screens.scenes.camps import CampRow, draw_camps, lay_camps, members
from game.screens.scenes.cardlayout import LOW_BAND, Places, places
from game.screens.scenes.frame import next_second, plate_boxes, team_name, zone_index
from game.screens.scenes.onward import draw_onward
from game.screens.scenes.ringing import Ringing
from game.screens.scenes.story import icon_of
from game.screens.scenes.viewpanel import (
    move_view,
    paint_view,
    paint_view_strip,
    ring_spots,
)
from game.screens.screen import Do, Hotspot, Look, Outcome, Stay
from game.session.telling.cardwords import LETTERS

RINGS_MS = 500
"""So long after a ring a team's key still rings: others may be rushing for the bell."""


class SplitView:
    """VIEW and VIEW_TAKEN of an `everyone` card."""

    def __init__(self) -> None:
        self._picked: int | None = None
        self._ringing = Ringing()

    def key(self, look: Look) -> Hashable:
        """What the picture needs of it."""
        return self._picked, self._ringing.active(look)

    def places(self, look: Look) -> Places:
        """Where everything lies; seen from far, the band ends with the button that goes on."""
        found = places(look.wall, len(look.game.teams))
        if found.manner != "band":
            return found
        side = found.onward.w
        go = Box(found.card.right - side - 24, found.card.y + (found.band - side) / 2, side, side)
        return replace(found, onward=go)

    def rows(self, look: Look, stage: OnCard, card: ChoiceCard) -> tuple[CampRow, ...]:
        """A row an option."""
        spots = self.places(look)
        band = spots.band if spots.manner == "band" else LOW_BAND
        area = spots.card.cut_top(band)[1]
        box = Box(area.x + 28, area.y + 22, area.w - 56, area.h - 48)
        return lay_camps(
            look.wall,
            box,
            look.game,
            card,
            members(card, stage),
            worth=False,
        )

    # ------------------------------------------------------------------ drawing

    def paint(self, canvas: Canvas, look: Look, stage: OnCard, card: ChoiceCard) -> None:
        """The camps, the panel of the bell, the strip."""
        state, spots = look.game, self.places(look)
        if spots.manner == "band":
            pieces.sheet(canvas, spots.card)
        else:
            draw_sheet(
                canvas,
                spots.card,
                zone=zone_index(state),
                icon=icon_of(look, card, stage),
                title=card.title,
                band=LOW_BAND,
                title_size=canvas.wall.L * 0.8,
                right=96 if spots.manner == "head" else 0,
            )
        icons = dict.fromkeys(stage.changed, "icon-next")
        if stage.viewer is not None:
            icons[stage.viewer] = "space-bell"
        rows = self.rows(look, stage, card)
        own = self._own(stage)
        draw_camps(canvas, state, rows, ringed=icons, best=() if own is None else (own,))
        paint_view(canvas, look, stage, spots, self._ringing)
        paint_view_strip(canvas, state, stage, picked=self._pick(look))
        draw_onward(canvas, spots.onward)

    def _own(self, stage: OnCard) -> int | None:
        """The option that is argued for."""
        answer = stage.answer(stage.viewer) if stage.viewer is not None else None
        return answer if isinstance(answer, int) else None

    def move(self, canvas: Canvas, look: Look, stage: OnCard, dirty: Dirty) -> None:
        """The bell's swing and the time to argue."""
        move_view(canvas, look, stage, self.places(look), self._ringing, dirty)

    def moving(self, look: Look) -> bool:
        """While the bell swings."""
        return self._ringing.moving(look)

    def wakes_at(self, look: Look) -> int | None:
        """The clock's next second; the end of the quiet after a ring."""
        wakes = [w for w in (next_second(look), self._ringing.wakes_at(look)) if w is not None]
        return min(wakes, default=None)

    def finish(self) -> None:
        """The bell stands still."""
        self._ringing.stop()

    def hear(self, events: Sequence[Event], look: Look) -> None:
        """A ring swings the bell; a mind that was changed needs no team picked any more."""
        for event in events:
            if isinstance(event, BellWon):
                self._ringing.start(look)
                self._picked = None
            elif isinstance(event, ChangedMind):
                self._picked = None

    # ------------------------------------------------------------------ input

    def _pick(self, look: Look) -> int | None:
        return self._picked if self._picked in may_change(look.game) else None

    def press(self, press: Press, look: Look, stage: OnCard) -> Outcome | None:
        """A team's key picks it, an option's key is what it changes to."""
        if stage.step is not Step.VIEW_TAKEN:
            return Stay() if press.option is not None and press.name == "b" else None
        if press.option is not None:
            return self._change(look, press.option)
        if press.bell is None or self._rushing(look, stage):
            return None
        teams = look.game.teams
        if press.bell < len(teams) and teams[press.bell].id in may_change(look.game):
            self._picked = teams[press.bell].id
            return Stay()
        return None

    def _rushing(self, look: Look, stage: OnCard) -> bool:
        rings = stage.bell.rings if stage.bell is not None else ()
        return bool(rings) and look.at - rings[0].at < RINGS_MS

    def _change(self, look: Look, option: int) -> Outcome:
        team = self._pick(look)
        action = SetAnswer(team, option) if team is not None else None
        legal = action is not None and any(
            offer.allows(action) for offer in offers_of(look.game, SetAnswer)
        )
        return Do(action) if action is not None and legal else Stay()

    def hotspots(self, look: Look, stage: OnCard, card: ChoiceCard) -> list[Hotspot]:
        """While the bell is open: rings. While a view is argued: a team, then its new option."""
        if stage.step is Step.VIEW:
            return list(ring_spots(look))
        boxes, picked = plate_boxes(look.wall, look.game), self._pick(look)
        found: list[Hotspot] = []
        if picked is not None:
            found += [
                Hotspot(row.box, self._changer(look, i), LETTERS[i])
                for i, row in enumerate(self.rows(look, stage, card))
                if i != stage.answer(picked)
            ]
        found += [
            Hotspot(boxes[team], self._picker(team), team_name(look.game, team), 32)
            for team in may_change(look.game)
        ]
        return found

    def _changer(self, look: Look, option: int) -> Callable[[], Outcome | None]:
        return lambda: self._change(look, option)

    def _picker(self, team: int) -> Callable[[], Outcome | None]:
        def pick() -> Outcome:
            self._picked = team
            return Stay()

        return pick


def may_change(state: State) -> tuple[int, ...]:
    """Teams that may still change their mind while a view is argued."""
    if not (isinstance(state.stage, OnCard) and state.stage.step is Step.VIEW_TAKEN):
        return ()
    found: list[int] = []
    for offer in offers_of(state, SetAnswer):
        found += getattr(offer.field("team"), "values", ())
    return tuple(found)
