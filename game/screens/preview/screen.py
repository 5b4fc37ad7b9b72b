"""The preview of a deck: the wall as the room will see it, and what an author wants beside it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import partial

from game.i18n import _
from game.screens import parts
from game.screens.game import GameScreen
from game.screens.inputs import Pointer, Press
from game.screens.keys import KeysScreen
from game.screens.kit import pieces
from game.screens.kit.layer import Dirty
from game.screens.kit.text import HEAVY, draw_text
from game.screens.kit.wall import SEATS, Canvas, Wall
from game.screens.menu import next_theme
from game.screens.parts import Part
from game.screens.preview import band
from game.screens.preview.frame import Frame, Inset, desk, frame_of, inset_of
from game.screens.preview.menu import PreviewMenu, next_language
from game.screens.preview.panel import Panel, count_line
from game.screens.preview.rehearsal import Beat
from game.screens.preview.search import SearchScreen
from game.screens.preview.stand import FEWEST_TEAMS, MOST_TEAMS, Stand
from game.screens.preview.words import key_rows
from game.screens.scenes.notice import draw_notice
from game.screens.screen import Change, Hotspot, Look, Outcome, Pop, Push, Screen, Stay


class PreviewScreen(Screen):
    """One state of one card; Next walks through all of them, and on to the next card."""

    def __init__(self, stand: Stand, *, leave: bool = False) -> None:
        self.stand = stand
        self._leave = leave
        """True where another screen lies beneath, to go back to."""
        self._game = GameScreen()
        self._alone = False
        self._page = 0
        self._panel: tuple[Hashable, Panel] | None = None

    @property
    def alone(self) -> bool:
        """True while nothing is seen but the wall."""
        return self._alone

    # -- the wall inside the window

    def _inset(self, look: Look) -> Inset:
        return inset_of(look.wall, alone=self._alone)

    def _inner(self, look: Look, beat: Beat | None = None) -> Look | None:
        """What the scene sees: a session in that state; None where there is none."""
        moment = self.stand.moment
        if moment is None:
            return None
        at, state = (moment.at, moment.state) if beat is None else (beat.at, beat.after)
        return Look(
            wall=self._inset(look).wall,
            settings=look.settings,
            now=look.now,
            state=state,
            version=self.stand.version,
            at=at,
            pictures=self.stand.pictures,
        )

    def key(self, look: Look) -> Hashable:
        """The place, the scene's own key, and how it is seen."""
        inner = self._inner(look)
        scene = None if inner is None else (id(self._game), self._game.key(inner))
        return (self.stand.version, scene, self._alone, self._page, look.settings)

    def paint(self, canvas: Canvas, look: Look) -> None:
        """The wall of the room; around it the desk, unless the wall is to be alone."""
        inner, inset = self._inner(look), self._inset(look)
        own = desk(look.wall).canvas(canvas.surface)
        if not self._alone:
            self._paint_desk(own, look)
        if inner is not None:
            self._game.paint(inset.canvas(canvas), inner)
        else:
            self._paint_nothing(inset.canvas(canvas))
        if look.notice:
            wall = Hotspot(frame_of(own.wall).picture, Stay())
            draw_notice(own, look.notice, spots=() if self._alone else (wall, *self.hotspots(look)))

    def _paint_desk(self, canvas: Canvas, look: Look) -> None:
        """First: no line and no shadow of it falls on the picture."""
        canvas.surface.fill(canvas.theme.ground_2)
        pieces.outlined(canvas, frame_of(canvas.wall).picture.inset(-4), radius=4, width=5)
        parts.paint_parts(canvas, self._parts(look))

    def _paint_nothing(self, canvas: Canvas) -> None:
        """Where a card would be."""
        canvas.surface.fill(canvas.theme.ground)
        if self.stand.entry is not None:
            words = _("This card cannot be shown.")
        else:
            words = _("There is no card to show yet. It comes as soon as the file can be played.")
        wall = canvas.wall
        box = wall.box.inset(wall.margin * 3)
        draw_text(
            canvas, words, box, size=(wall.M, wall.S), weight=HEAVY, align="center", valign="middle"
        )

    def move(self, canvas: Canvas, look: Look, dirty: Dirty) -> None:
        """What moves in the scene, in its place."""
        inner, inset = self._inner(look), self._inset(look)
        if inner is None:
            return
        own = Dirty()
        target = inset.canvas(canvas)
        self._game.move(target, inner, own)
        for rect in own.rects():
            dirty.add(rect.clip(target.surface.get_rect()).move(inset.origin))

    def moving(self, look: Look) -> bool:
        """While the scene moves."""
        inner = self._inner(look)
        return inner is not None and self._game.moving(inner)

    def holds_next(self, look: Look) -> bool:
        """While the scene does."""
        inner = self._inner(look)
        return inner is not None and self._game.holds_next(inner)

    def finish(self, look: Look) -> None:
        """End the scene's motion."""
        inner = self._inner(look)
        if inner is not None:
            self._game.finish(inner)

    # -- the desk

    def _parts(self, look: Look) -> list[Part]:
        wall = desk(look.wall)
        frame = frame_of(wall)
        stand = self.stand
        back = Pop() if self._leave else None
        picture = Hotspot(frame.picture, partial(self._next, look), _("Next"), radius=8)
        return [
            *band.head_parts(wall, frame.head, stand, count_line(stand.told), back),
            *band.chip_parts(wall, frame, stand, self._jump, self._turn),
            *band.button_parts(wall, frame, self._walk(look), self._words(look)),
            *self._problems(wall, frame).parts(self._page, self._more),
            Part(lambda _canvas: None, picture, rank=90),
        ]

    def _problems(self, wall: Wall, frame: Frame) -> Panel:
        key = (wall, self.stand.version)
        if self._panel is None or self._panel[0] != key:
            made = Panel(wall, frame.panel, self.stand.told, self.stand.entry)
            self._panel = key, made
        return self._panel[1]

    def _walk(self, look: Look) -> list[band.Button]:
        return [
            band.Button(_("State before"), partial(self._previous, look), "icon-back"),
            band.Button(_("Next"), partial(self._next, look), "icon-next", primary=True),
            band.Button(_("Card before"), partial(self._by, -1), "icon-up"),
            band.Button(_("Next card"), partial(self._by, 1), "icon-down"),
        ]

    def _words(self, look: Look) -> list[band.Button]:
        def does(name: str) -> Callable[[], Outcome | None]:
            return lambda: self._switch(name, look)

        switches = band.settings_buttons(self.stand, look.settings, does)
        return [band.Button(_("Search"), does("f")), *switches]

    def hotspots(self, look: Look) -> Sequence[Hotspot]:
        """The buttons; with the wall alone, all of it goes on."""
        if self._alone:
            return (Hotspot(look.wall.box, partial(self._next, look), radius=0),)
        return parts.spots_of(self._parts(look))

    # -- walking

    def _next(self, look: Look) -> Outcome:
        """The scene may turn a face first, as it would in a session."""
        inner = self._inner(look)
        if inner is not None and isinstance(self._game.scene(inner).on_next(inner), Stay):
            return Stay()
        entry = self.stand.entry
        if not self.stand.forward():
            return Stay()
        moment = self.stand.moment
        if moment is None or self.stand.entry != entry or not moment.beats:
            return self._arrived()
        for beat in moment.beats:
            heard = self._inner(look, beat)
            if heard is not None:
                self._game.hear(beat.events, beat.before, heard)
        self._page = 0
        return Stay()

    def _previous(self, look: Look) -> Outcome:
        inner = self._inner(look)
        if inner is not None and isinstance(self._game.scene(inner).on_previous(inner), Stay):
            return Stay()
        self.stand.back()
        return self._arrived()

    def _arrived(self) -> Outcome:
        """Somewhere else: what the scene remembers is not of this."""
        self._game, self._page = GameScreen(), 0
        return Stay()

    def _by(self, entries: int) -> Outcome:
        self.stand.by_entries(entries)
        return self._arrived()

    def _go(self, at: int) -> Outcome:
        self.stand.go(at)
        return self._arrived()

    def _jump(self, step: int) -> Outcome:
        self.stand.go(self.stand.at, step)
        return self._arrived()

    def _turn(self) -> Outcome:
        self.stand.other_turns()
        return self._arrived()

    def _more(self) -> Outcome:
        self._page += 1
        return Stay()

    # -- keys

    def on_next(self, look: Look) -> Outcome | None:
        """The next state, then the next card."""
        return self._next(look)

    def on_previous(self, look: Look) -> Outcome | None:
        """The state before."""
        return self._previous(look)

    def on_press(self, press: Press, look: Look) -> Outcome | None:
        """Cards with up and down, and a letter for whatever can be switched."""
        match press.name:
            case "escape":
                return Push(PreviewMenu(self.stand, home=self._leave))
            case "f1" | "?":
                return Push(KeysScreen(key_rows))
            case "f" if press.ctrl and not press.alt:
                return self._switch("f", look)
        if not press.plain:
            return None
        match press.name:
            case "down" | "up" if look.focus is None:
                return self._by(1 if press.name == "down" else -1)
            case "home" | "end":
                return self._go(0 if press.name == "home" else len(self.stand.entries) - 1)
            case "m" | "+" | "=" | "-":
                return Stay()  # nothing is heard here
        if press.digit is not None:
            return self._seat(press.digit)
        return self._switch(press.name, look)

    def _switch(self, name: str, look: Look) -> Outcome | None:
        """What a letter or a button switches; None for any other."""
        settings = look.settings
        match name:
            case "f" | "/":
                return Push(SearchScreen(self.stand))
            case "l":
                return next_language(self.stand) or Stay()
            case "t":
                return Change("theme", next_theme(settings.theme))
            case "d":
                return Change("seat", SEATS[(SEATS.index(settings.seat) + 1) % len(SEATS)])
            case "r":
                return Change("reduced_motion", not settings.reduced_motion)
            case "v" | "f5":
                self._alone = not self._alone
                return Stay()
            case "o":
                return self._turn()
            case "e":
                return self._more()
            case "teams":
                now = self.stand.teams
                return self._seat(now + 1 if now < MOST_TEAMS else FEWEST_TEAMS)
        return None

    def _seat(self, teams: int) -> Outcome:
        if FEWEST_TEAMS <= teams <= MOST_TEAMS:
            self.stand.seat(teams)
            return self._arrived()
        return Stay()

    def on_pointer(self, pointer: Pointer, look: Look) -> Outcome | None:
        """The wheel goes from card to card."""
        if pointer.kind == "wheel" and pointer.turn:
            return self._by(-1 if pointer.turn > 0 else 1)
        return None
