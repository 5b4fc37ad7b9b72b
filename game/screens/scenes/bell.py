"""A bell card: the question alone, then the bell, then the team that rang."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from game.i18n import _, ngettext, number, signed
from game.rules.actions import MarkBell
from game.rules.events import BellWon, Event, RangLocked, RangTooEarly
from game.rules.state import Bell, BellPhase, OnCard, State
from game.screens.inputs import Pointer, Press
from game.screens.kit import pieces, shapes
from game.screens.kit.card import card as draw_sheet
from game.screens.kit.layer import Dirty
from game.screens.kit.motion import TOO_EARLY, Tween, shake, tween
from game.screens.kit.people import bell as draw_bell
from game.screens.kit.people import token
from game.screens.kit.scenery import zone_ground
from game.screens.kit.text import BOLD, HEAVY, draw_fitted, draw_label, draw_text, text_width
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.scenes.bellplaces import BellPlaces, bell_places, lay_question
from game.screens.scenes.cardwords import SHORT_NAME, shortened
from game.screens.scenes.clockface import draw_clock
from game.screens.scenes.frame import (
    StripScene,
    card_line,
    draw_strip,
    next_second,
    strip_teams,
    team_colour,
    team_name,
    zone_index,
    zone_picture,
)
from game.screens.scenes.onward import draw_onward, onward
from game.screens.scenes.question import open_card
from game.screens.scenes.ringing import BellSpot, Ringing, draw_rung
from game.screens.scenes.rings import draw_rung_after
from game.screens.scenes.showing import capped_button
from game.screens.scenes.story import draw_picture
from game.screens.scenes.viewpanel import ring_spots
from game.screens.screen import Do, Hotspot, Look, Outcome, Stay

RIGHT_KEY, WRONG_KEY = "g", "f"
"""Good and false, goed and fout: letters that are nobody's bell."""


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
            self._paint_card(canvas, look, stage, spots)
        if taken:
            self._paint_taken(canvas, look, bell, spots)
        else:
            self._paint_waiting(canvas, bell, spots)
            draw_onward(canvas, spots.onward)
        teams = strip_teams(state, dim=bell.out)
        draw_strip(canvas, state, active=bell.winner if taken else None, teams=teams)

    def _paint_card(self, canvas: Canvas, look: Look, stage: OnCard, spots: BellPlaces) -> None:
        state, wall = look.game, canvas.wall
        _stage, card = open_card(state)
        if spots.shape == "band":
            pieces.sheet(canvas, spots.card)
            band = spots.card.cut_top(spots.band)[0]
            shapes.rounded(
                canvas.surface, canvas.rect(band), canvas.px(44), canvas.theme.brass_soft, "top"
            )
            if card.sound:  # this band has no disc that could wear it
                pieces.sound_mark(canvas, Box(band.right - 148, band.cy - 86, 100, 100))
        else:
            draw_sheet(
                canvas,
                spots.card,
                zone=zone_index(state),
                icon="space-bell",
                title=card.title,
                category=card_line(state, card, stage),
                brass=True,
                picture=zone_picture(state) if wall.kind == "wide" else None,
                band=spots.band,
                sound=bool(card.sound),
            )
        pictured = bool(card.picture) and card.picture in look.pictures
        question, box, picture = lay_question(wall, spots, card.prompt, pictured=pictured)
        if picture is not None:
            draw_picture(canvas, look, card, picture)
        draw_fitted(canvas, question, box)

    def _paint_waiting(self, canvas: Canvas, bell: Bell, spots: BellPlaces) -> None:
        wall = canvas.wall
        armed = bell.phase is BellPhase.ARMED
        if armed:
            title, line = _("Listen first"), _("The bell opens when the card has been read.")
        else:
            title = _("Ring!")
            line = _("Open again for the others.") if bell.out else _("The first bell answers.")
        align = "left" if spots.shape == "band" else "center"
        place = spots.title
        if armed and wall.is_narrow:  # the line tells as much, and only one of them has room
            title, line, place = line, "", place.joined(spots.line)
        draw_label(
            canvas,
            title,
            place,
            size=(wall.L, wall.S if wall.is_narrow else wall.M),
            weight=HEAVY,
            lines=2 if wall.is_narrow else 1,
            align="left" if align == "left" else "center",
        )
        draw_label(
            canvas,
            line,
            spots.line,
            lines=2,
            align="left" if align == "left" else "center",
            size=(wall.S if spots.shape == "band" else wall.M, wall.S),
        )
        spot = BellSpot(spots.bell, token_over=False)
        draw_bell(
            canvas,
            "armed" if armed else "open",
            spot.cx,
            spot.bottom,
            spot.width,
            ground=spots.shape != "band",
        )

    def _paint_taken(self, canvas: Canvas, look: Look, bell: Bell, spots: BellPlaces) -> None:
        state, wall = look.game, canvas.wall
        assert bell.winner is not None
        pieces.sheet(canvas, spots.panel, level="active", fill=canvas.theme.brass_soft)
        if not self._ringing.active(look):
            draw_rung(canvas, BellSpot(spots.bell), team_colour(state, bell.winner))
        words = _("{team} rang").format(team=team_name(state, bell.winner))
        draw_text(
            canvas,
            words,
            spots.title,
            size=(wall.XL, wall.M),
            weight=HEAVY,
            leading=1.04,
            align="center",
            valign="middle",
            balance=True,
        )
        draw_rung_after(canvas, state, bell, spots.rings)
        rules = state.rules
        right = _("Right {points}").format(points=signed(rules.bell_right))
        wrong = _("Wrong {points}").format(points=signed(rules.bell_wrong))
        capped_button(canvas, spots.right, RIGHT_KEY.upper(), right, primary=True)
        capped_button(canvas, spots.wrong, WRONG_KEY.upper(), wrong)

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
            self._early_words(canvas, look.game, team, chip, alone=one)

    def _early_words(
        self, canvas: Canvas, state: State, team: int, box: Box, *, alone: bool
    ) -> None:
        wall = canvas.wall
        size = min(84.0, box.h - 16)
        token(canvas, team_colour(state, team), box.x + 24 + size / 2, box.cy, size)
        words = box.cut_left(size + 44)[1].cut_right(24)[1]
        name = team_name(state, team)
        if len(name) > SHORT_NAME:
            name = shortened(wall, name, words.w * 0.6, wall.S, HEAVY)
        name = _("{team}, too early").format(team=name)
        if not alone or box.h < wall.S * 3:
            draw_label(canvas, name if alone else _("too early"), words, size=wall.S, weight=BOLD)
            return
        upper, lower = words.inset(0, 4).cut_top((words.h - 8) / 2)
        if not _fits_lines(wall, (name, upper), (_back_in(state), lower)):
            draw_label(canvas, name, words, size=(wall.M, wall.S), weight=HEAVY, lines=2)
            return
        draw_label(canvas, name, upper, size=(wall.M, wall.S), weight=HEAVY)
        draw_label(canvas, _back_in(state), lower, size=(wall.M, wall.S))

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


def _fits_lines(wall: Wall, *lines: tuple[str, Box]) -> bool:
    """Whether each text stands on one line of its box, as large as a label."""
    return all(text_width(wall, text, wall.S, HEAVY) <= box.w for text, box in lines)


def _back_in(state: State) -> str:
    """How long a team that rang too early stays out: told whole, it does not count down."""
    ms = state.rules.lockout_ms
    seconds = ms // 1000 if ms % 1000 == 0 else 2
    return ngettext("back in {n} second", "back in {n} seconds", seconds).format(
        n=number(ms / 1000)
    )
