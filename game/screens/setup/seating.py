"""The teams of a session that is being set up: colours, names, and what is wrong with those."""

from __future__ import annotations

from dataclasses import dataclass

from game.i18n import _
from game.rules.scoring import MOST_TEAMS
from game.rules.start import MOST_NAME, same_name
from game.rules.state import COLOURS
from game.session.seats import colour_name

FEWEST_TEAMS = 2


@dataclass
class Seat:
    """A team to be."""

    colour: str
    own_name: str | None = None
    """None: it is called after its colour, in the language of the moment."""

    @property
    def name(self) -> str:
        """What it is called."""
        return colour_name(self.colour) if self.own_name is None else self.own_name

    @property
    def tidy_name(self) -> str:
        """The name as a session keeps it."""
        return " ".join(self.name.split())[:MOST_NAME]


class Seating:
    """The teams, in the order in which they will play."""

    def __init__(self, teams: int) -> None:
        self.seats = [Seat(colour) for colour in COLOURS[:teams]]

    def add_team(self) -> None:
        """One more, in the first colour that is free and whose name nobody bears."""
        free = self.free_colours()
        if len(self.seats) >= MOST_TEAMS or not free:
            return
        names = [seat.name for seat in self.seats]
        unheard = [c for c in free if not any(same_name(colour_name(c), name) for name in names)]
        self.seats.append(Seat((unheard or free)[0]))

    def remove_team(self, i: int) -> None:
        """One less; two always stay."""
        if len(self.seats) > FEWEST_TEAMS:
            del self.seats[i]

    def free_colours(self) -> list[str]:
        """Colours nobody wears, in their order."""
        worn = {seat.colour for seat in self.seats}
        return [colour for colour in COLOURS if colour not in worn]

    def next_colour(self, i: int) -> None:
        """The team takes the next colour that is free; the last is followed by the first."""
        here = COLOURS.index(self.seats[i].colour)
        free = self.free_colours()
        if free:
            self.seats[i].colour = next((c for c in free if COLOURS.index(c) > here), free[0])

    def rename(self, i: int, name: str) -> None:
        """Another name; an empty one, or its colour's, is the colour's."""
        plain = " ".join(name.split())
        own = colour_name(self.seats[i].colour)
        self.seats[i].own_name = None if not plain or plain == own else name

    def faults(self) -> dict[int, str]:
        """What is wrong with a team's name, in a few words, by its place."""
        found: dict[int, str] = {}
        for i, seat in enumerate(self.seats):
            if not seat.tidy_name:
                found[i] = _("Needs a name.")
            elif any(same_name(seat.tidy_name, other.tidy_name) for other in self.seats[:i]):
                found[i] = _("Name is taken.")
        return found
