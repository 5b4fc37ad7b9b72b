"""A bell card: the question alone, then the bell, then the team that rang."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from game.i18n import _
from game.rules.actions import MarkBell
from game.rules.events import BellWon, Event, RangLocked, RangTooEarly
from game.rules.state import Bell, BellPhase, OnCard, State
from game.screens.inputs import Pointer, Press
from game.screens.kit import pieces
from game.screens.kit.layer import Dirty
from game.screens.kit.motion import TOO_EARLY, Tween, shake, tween
from game.screens.kit.scenery import zone_ground
from game.screens.kit.wall import Box, Canvas
from game.screens.scenes.bellpaint import (
    RIGHT_KEY,
    WRONG_KEY,
    early_words,
    paint_question,
    paint_taken,
    paint_waiting,
)
from game.screens.scenes.bellplaces import BellPlaces, bell_places
from game.screens.scenes.clockface import draw_clock
from game.screens.scenes.frame import (
    StripScene,
    draw_strip,
    next_second,
    strip_teams,
    team_colour,
    zone_index,
)
from game.screens.scenes.onward import draw_onward, onward
from game.screens.scenes.opened import open_card
from game.screens.scenes.ringing import BellSpot, Ringing
from game.screens.scenes.viewpanel import ring_spots
from game.screens.screen import Do, Hotspot, Look, Outcome, Stay


class BellScene(StripScene):
    """ARMED: listen. OPEN: ring. TAKEN: speak, and the facilitator marks."""

    def __init__(self) -> None:
        self._ringing = Ringing()
        self._shake: tuple[int, Tween] | None = None

    def _bell(self, look: Look) -> tuple[OnCard, Bell]:
        stage, _card = open_card(look.game)
        assert stage.bell is not None
        return stage, stage.bell

    def _places(self, look: Look) -> BellPlaces:
        _stage, bell = self._bell(look)
        return bell_places(look.wall, len(look.game.teams), taken=bell.phase is BellPhase.TAKEN)

    # ------------------------------------------------------------------ drawing

    def key(self, look: Look) -> Hashable:
        """Whether bell and token are still in motion."""
        return look.version, self._ringing.active(look)

    def paint(self, canvas: Canvas, look: Look) -> None:
        """Question, panel, strip."""
        state = look.game
        stage, bell = self._bell(look)
        spots = self._places(look)
        zone_ground(canvas, zone_index(state))
        taken = bell.phase is BellPhase.TAKEN
        if spots.words.w:
            paint_question(canvas, look, stage, spots)
        if taken:
            rung = not self._ringing.active(look)
            paint_taken(canvas, state, bell, spots, rung=rung)
        else:
            paint_waiting(canvas, bell, spots)
            draw_onward(canvas, spots.onward)
        teams = strip_teams(state, dim=bell.out)
        draw_strip(canvas, state, active=bell.winner if taken else None, teams=teams)

    def move(self, canvas: Canvas, look: Look, dirty: Dirty) -> None:
        """The swing, the seconds to speak, and who rang too early."""
        _stage, bell = self._bell(look)
        spots = self._places(look)
        if bell.phase is BellPhase.TAKEN:
            draw_clock(canvas, look, spots.clock, "rail", _("to answer"), dirty)
            assert bell.winner is not None
            self._ringing.draw(
                canvas, look, dirty, BellSpot(spots.bell), team_colour(look.game, bell.winner)
            )
        else:
            self._draw_early(canvas, look, bell, spots.early, dirty)

    def _locked(self, look: Look, bell: Bell) -> list[int]:
        known = {team.id for team in look.game.teams}
        return [team for team, until in bell.locked if until > look.at and team in known]

    def _draw_early(self, canvas: Canvas, look: Look, bell: Bell, box: Box, dirty: Dirty) -> None:
        """A chip for each team that is locked out, until it is back; the latest one shakes."""
        locked = self._locked(look, bell)
        if not locked:
            return
        one = len(locked) == 1
        columns = 1 if one else min(4, max(2, int(box.w / 300)))
        for team, cell in zip(locked, box.grid(len(locked), columns, 12), strict=True):
            dx = 0.0
            if self._shake is not None and self._shake[0] == team:
                dx = shake(self._shake[1].progress(look.now), 10)
            chip = cell.moved(dx, 0)
            dirty.add(pieces.chip(canvas, chip, radius=min(44.0, chip.h / 2)))
            early_words(canvas, look.game, team, chip, alone=one)

    # ------------------------------------------------------------------ time

    def clock_box(self, look: Look) -> Box | None:
        """On the panel, once somebody rang."""
        return self._places(look).clock

    def moving(self, look: Look) -> bool:
        """While a chip shakes or the bell swings; never while bells are open."""
        _stage, bell = self._bell(look)
        if bell.phase is BellPhase.ARMED:
            return self._shake is not None and self._shake[1].running(look.now)
        return bell.phase is BellPhase.TAKEN and self._ringing.moving(look)

    def holds_next(self, look: Look) -> bool:
        """While the bell swings; teams that hammer too early hold nobody up."""
        _stage, bell = self._bell(look)
        return bell.phase is BellPhase.TAKEN and self._ringing.moving(look)

    def wakes_at(self, look: Look) -> int | None:
        """The next second to speak, the end of a lock-out, the end of the quiet after a ring."""
        _stage, bell = self._bell(look)
        wakes = [look.now + until - look.at for _team, until in bell.locked if until > look.at]
        if bell.phase is BellPhase.TAKEN:
            wakes += [w for w in (next_second(look), self._ringing.wakes_at(look)) if w is not None]
        return min(wakes, default=None)

    def finish(self, look: Look) -> None:
        """Everything stands still."""
        self._shake = None
        self._ringing.stop()

    def hear(self, events: Sequence[Event], before: State, look: Look) -> None:
        """A ring swings the bell; one that came too early shakes its team's chip."""
        stage = look.game.stage
        armed = (
            isinstance(stage, OnCard)
            and stage.bell is not None
            and stage.bell.phase is BellPhase.ARMED
        )
        for event in events:
            match event:
                case BellWon():
                    self._ringing.start(look)
                case RangTooEarly() | RangLocked() if armed and not look.wall.reduced_motion:
                    self._shake = (event.team, tween(look.now, TOO_EARLY))

    # ------------------------------------------------------------------ input

    def hotspots(self, look: Look) -> Sequence[Hotspot]:
        """Right and wrong; while bells are open, ringing for a team; else going on.

        A click on the bell itself opens it, as Next does, but see `on_pointer`. Open, it does
        nothing: nobody knows whose hand it was.
        """
        _stage, bell = self._bell(look)
        spots = self._places(look)
        if bell.phase is BellPhase.TAKEN:
            return (
                Hotspot(spots.right, Do(MarkBell(True)), _("Right")),
                Hotspot(spots.wrong, Do(MarkBell(False)), _("Wrong")),
            )
        on = onward(spots.onward, self.on_next, look)
        if bell.phase is BellPhase.OPEN:
            return (*ring_spots(look), on)
        drawn = self._drawn_bell(look)
        return (on, Hotspot(drawn, on.activate, _("Open the bells"), radius=40))

    def _drawn_bell(self, look: Look) -> Box:
        return BellSpot(self._places(look).bell, token_over=False).box

    def on_pointer(self, pointer: Pointer, look: Look) -> Outcome | None:
        """A finger on the bell that is still closed does nothing.

        On a touch screen that is a player who cannot wait; the button that goes on opens.
        """
        _stage, bell = self._bell(look)
        if not pointer.touch or bell.phase is not BellPhase.ARMED:
            return None
        return Stay() if self._drawn_bell(look).holds(pointer.x, pointer.y) else None

    def on_press(self, press: Press, look: Look) -> Outcome | None:
        """G marks right, F wrong; every other key is a bell's, or everybody's."""
        _stage, bell = self._bell(look)
        if bell.phase is not BellPhase.TAKEN or not press.plain:
            return None
        if press.name in (RIGHT_KEY, WRONG_KEY):
            return Do(MarkBell(press.name == RIGHT_KEY))
        return None
