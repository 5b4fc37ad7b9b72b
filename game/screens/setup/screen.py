"""The set-up screen: pages over one draft, everything by pointing, by keys, or by Next alone."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from pathlib import Path

from game import i18n
from game.content.library import DeckEntry
from game.content.titles import named
from game.rules.ruleset import Turns
from game.screens import parts
from game.screens.frontdesk import Desk
from game.screens.inputs import Composing, Pointer, Press, Typed
from game.screens.kit.wall import Wall
from game.screens.partscreen import PartScreen
from game.screens.scenes.onward import Pages
from game.screens.screen import Begin, Change, Look, Outcome, Pop, Push, Stay
from game.screens.setup import overview, pages
from game.screens.setup.draft import Draft, Value
from game.screens.setup.follow import Before
from game.screens.setup.naming import Naming
from game.screens.setup.pages import MAIN
from game.session.library import Library


class SetupScreen(PartScreen):
    """Decks, board, time, teams, house rules; Next begins at once, with what suits most."""

    arrows = True

    def __init__(self, desk: Desk, practise: bool = False, after: Iterable[Path] = ()) -> None:
        """`after` are logs of earlier sessions that this one follows, until others are chosen."""
        self._desk = desk
        self.practise = practise
        self.draft = Draft(desk.library(), practise=practise)
        self.draft.after = tuple(after)
        self.before = Before(desk, self.draft)
        self.names = Naming(self.draft)
        self._page = MAIN
        self._leaf = Pages()
        self._leaves = 1
        """Leaves of the page, as it was laid out last."""
        self._version = 0
        self._memo: Hashable = None
        self._parts: list[parts.Part] = []

    # -- what it looks like

    def key(self, look: Look) -> Hashable:
        """Everything chosen, the page, and what is plugged in."""
        return (self._version, self.page(look.wall), look.settings, tuple(self.devices()))

    @property
    def typing(self) -> bool:  # type: ignore[override]
        """While a name is typed."""
        return self.names.place is not None

    def page(self, wall: Wall) -> str:
        """The page on the wall: some exist only where one page cannot hold everything."""
        if self._page in ("teams", "time") and overview.whole(wall):
            return MAIN
        return self._page

    def leaf(self, n: int) -> int:
        """Which of the page's n leaves is shown."""
        self._leaves = n
        return self._leaf.at(n)

    def hills(self, wall: Wall) -> float:
        """None behind the page that has everything on it."""
        return 0.0 if self.page(wall) == MAIN and overview.whole(wall) else 0.7

    def restock(self, library: Library, shown: str = "") -> None:
        """Other decks can be chosen now; what was chosen stays."""
        self.draft.restock(library)
        self._changed()

    def parts(self, look: Look) -> list[parts.Part]:
        """Everything on the page; laid out again only when something changed."""
        memo = (self.key(look), look.wall, i18n.language())
        if memo != self._memo:
            self.names.lay(None)
            self._leaves = 1
            self._parts = pages.lay(self, look)
            self._memo = memo
        return self._parts

    # -- what people do

    def on_typed(self, typed: Typed | Composing, look: Look) -> Outcome | None:
        """Into the name; what is wrong with it is said while it is typed."""
        self.names.type(typed)
        return self._changed()

    def on_press(self, press: Press, look: Look) -> Outcome | None:
        """Editing keys while a name is typed; else a team's number opens its name."""
        if self.typing:
            if press.alt or press.name in ("f11", "f1"):
                return None
            self.names.press(press)
            return self._changed()
        if press.team is None or press.shift or press.team >= len(self.draft.seats):
            return None
        if self.page(look.wall) == MAIN and not overview.whole(look.wall):
            self._page = "teams"
        if self.page(look.wall) not in (MAIN, "teams"):
            return None
        return self.edit(press.team)

    def on_pointer(self, pointer: Pointer, look: Look) -> Outcome | None:
        """In the field the pointer moves the cursor; anywhere else it keeps the name first."""
        if not self.typing:
            return None
        spots = self.hotspots(look)  # lays the field out, too
        if self.names.point(pointer, look.wall):
            return self._changed()
        if pointer.kind != "down":
            return None
        hit = next((spot for spot in spots if spot.box.holds(pointer.x, pointer.y)), None)
        if hit is not None and pointer.button == 1:
            # First the click, then the name that was typed is kept: keeping it takes away the
            # buttons that are there only while somebody types.
            outcome = hit.activate()
            if isinstance(outcome, Stay):
                return outcome
            self.names.keep()
            return outcome
        return self._with(lambda: None)

    def on_next(self, look: Look) -> Outcome | None:
        """Begin; on another page, its next leaf, then back to the first page."""
        if self.page(look.wall) == MAIN:
            return self.begin()
        self.parts(look)
        turned = self._leaf.forward(self._leaves)
        return self._changed() if turned is not None else self.back(look.wall)

    # -- what the controls do

    def _changed(self) -> Outcome:
        self._version += 1
        return Stay()

    def edit(self, place: int) -> Outcome:
        """Type the name of a team, or of the session."""
        self.names.begin(place)
        return self._changed()

    def _with(self, change: Callable[[], None]) -> Outcome:
        """A change to the draft, after the name that is being typed is kept."""
        self.names.keep()
        change()
        return self._changed()

    def add_team(self) -> Outcome:
        """One more team."""
        return self._with(self.draft.add_team)

    def remove_team(self, i: int | None = None) -> Outcome:
        """The last team is taken away, or that one, whose name is being typed."""
        if i is not None:
            self.names.place = None
        last = len(self.draft.seats) - 1
        return self._with(lambda: self.draft.remove_team(last if i is None else i))

    def next_colour(self, i: int) -> Outcome:
        """The team's next free colour and shape."""
        return self._with(lambda: self.draft.next_colour(i))

    def toggle_deck(self, deck: str) -> Outcome:
        """In or out."""
        return self._with(lambda: self.draft.toggle_deck(deck))

    def choose_preset(self, preset: str) -> Outcome:
        """That length."""
        return self._with(lambda: self.draft.choose_preset(preset))

    def choose_board(self, board: str) -> Outcome:
        """That board."""
        return self._with(lambda: self.draft.choose_board(board))

    def choose_debrief(self, debrief: str) -> Outcome:
        """Those questions."""
        return self._with(lambda: self.draft.choose_debrief(debrief))

    def next_debrief(self) -> Outcome:
        """The questions after those chosen; the first come after the last."""
        there = [debrief.id for debrief in self.draft.debriefs()]
        chosen = self.draft.debrief
        at = there.index(chosen.id) if chosen is not None else -1
        return self.choose_debrief(there[(at + 1) % len(there)])

    def follow(self, path: Path) -> Outcome:
        """Ask after the plans of that session, or leave them."""
        return self._with(lambda: self.before.toggle(path))

    def follow_none(self) -> Outcome:
        """A session of its own."""
        return self._with(self.before.clear)

    def choose_language(self, code: str) -> Outcome:
        """Cards in that language."""
        return self._with(lambda: self.draft.choose_language(code))

    def choose_turns(self, turns: Turns) -> Outcome:
        """That way of taking turns."""
        return self._with(lambda: self.draft.choose_turns(turns))

    def set_rule(self, name: str, value: Value) -> Outcome:
        """Another value of a house rule."""
        return self._with(lambda: self.draft.set_rule(name, value))

    def standard_again(self) -> Outcome:
        """All house rules as the set has them."""
        return self._with(self.draft.standard_again)

    def buzzers(self) -> Outcome:
        """Whose bell each button is, for the teams as they are named now."""
        from game.screens.devices import BuzzersScreen

        return Push(BuzzersScreen([(seat.name, seat.colour) for seat in self.draft.seats]))

    def try_sound(self) -> Outcome:
        """A bell, to hear whether the room hears it."""
        self._desk.try_sound("bell-1")
        return Stay()

    def show_reasons(self, entry: DeckEntry) -> Outcome:
        """Why a deck cannot be chosen."""
        from game.screens.decks import DecksScreen

        return Push(DecksScreen(self.draft.library, entry.id))

    def turn_to(self, page: str) -> Outcome:
        """That subject's page."""
        self.names.keep()
        self._page, self._leaf = page, Pages()
        return self._changed()

    def turn_leaf(self, n: int) -> Outcome:
        """The next leaf of a page that has several; the first comes after the last."""
        if self._leaf.forward(n) is None:
            self._leaf = Pages()
        return self._changed()

    def back(self, wall: Wall) -> Outcome:
        """To the first page; from there to where one came from.

        From what is followed to the page it was reached from.
        """
        self.names.keep()
        if self.page(wall) == "follow" and not overview.whole(wall):
            return self.turn_to("time")
        return Pop() if self.page(wall) == MAIN else self.turn_to(MAIN)

    def choose_seat(self, seat: float) -> Outcome:
        """So far away is the last row; the choice stays in sight when the page grows."""
        self.turn_to("time")
        return Change("seat", seat)

    def begin(self) -> Outcome:
        """Start; where a name stands in the way, go to it."""
        self.names.keep()
        if not self.draft.trouble:
            return Begin(self.draft.choices(), self.practise)
        faults = self.draft.faults()
        if self.draft.decks and faults:
            self._page = "teams"
            return self.edit(next(iter(faults)))
        return self.turn_to("decks") if self.draft.library.decks else Stay()

    # -- what it asks of the program

    def devices(self) -> Sequence[tuple[str, tuple[int, ...]]]:
        """Buzzers that are plugged in."""
        return self._desk.devices()

    def deck_title(self, entry: DeckEntry) -> str:
        """A deck's title in the interface's language, where it has one."""
        return named(entry.titles, i18n.language(), entry.title)
