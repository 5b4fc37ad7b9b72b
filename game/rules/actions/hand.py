"""What the facilitator can ask for at any moment: the clock, the bells, cards, teams, rules."""

from __future__ import annotations

from game.rules.frozen import frozen
from game.rules.state import Held


@frozen
class PauseClock:
    """Let the clock stand."""


@frozen
class ResumeClock:
    """Let the clock run again."""


@frozen
class ExtendClock:
    """More (or less) time."""

    ms: int
    """Negative for less; what is left stays between nothing and an hour."""


@frozen
class StopClock:
    """No clock for this discussion."""


@frozen
class Hold:
    """Everything stands still, bells closed: after undo, for a break, or a dark wall."""

    how: Held
    ms: int = 0
    """How long a break lasts from now on; 0: as long as it takes. Holding again changes it."""


@frozen
class Release:
    """Go on exactly where it was."""


@frozen
class OpenBells:
    """The facilitator opens the bells of the open card, or opens closed ones again."""


@frozen
class CloseBells:
    """The facilitator closes the bells; nobody is locked out for ringing."""


@frozen
class ResetBells:
    """Nobody has rung: as when the bells came up, but for teams that were wrong already."""


@frozen
class SetRounds:
    """Play ends after so many rounds."""

    rounds: int
    """Of the whole session, the round being played included."""


@frozen
class SetTimeLeft:
    """Play has so much time left from now on: an hour was promised, and half of it is gone."""

    ms: int


@frozen
class NoteInsight:
    """Keep what was said, in one line."""

    team: int | None
    """Whose it is; None: the room's."""
    text: str


@frozen
class Adjust:
    """The facilitator gives or takes customers."""

    team: int
    points: int
    """Negative to take; what sinks a score below its floor is not taken."""
    reason: str
    """In the facilitator's words; may be empty."""


@frozen
class SkipCard:
    """The open card is put aside and the turn ends."""


@frozen
class ReplaceCard:
    """The open card goes under its pile and another of that pile comes up."""


@frozen
class PutNext:
    """This card comes up at the next draw; "" takes it back."""

    card: str


@frozen
class SetTurn:
    """It is another team's turn."""

    team: int


@frozen
class AddTeam:
    """A late team joins in the next round; before play, at once."""

    name: str
    """One that nobody else has, of at most 40 characters."""
    colour: str
    """One of COLOURS that nobody else has."""


@frozen
class RemoveTeam:
    """A team leaves, when the card is done."""

    team: int


@frozen
class EditTeam:
    """Another name or colour."""

    team: int
    name: str
    colour: str


@frozen
class ChangeRule:
    """Another house rule from now on."""

    rule: str
    """Name of a field of `Rules`."""
    value: int | bool | str
    """Within `BOUNDS` where it is a number; text where it is a member of an enum."""


@frozen
class EndPlay:
    """Play ends here; the debrief keeps its time."""
