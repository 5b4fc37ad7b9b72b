"""Why an action was refused. The sentence for each reason is translated elsewhere."""

from __future__ import annotations

from enum import StrEnum


class Refusal(StrEnum):
    """Every reason for which `apply` leaves a state untouched."""

    NOT_NOW = "not_now"
    """No such thing can be done at this moment."""
    NO_SUCH_TEAM = "no_such_team"
    """Nobody who plays, or waits to, has that id."""
    NOT_THIS_TEAM = "not_this_team"
    """That team plays, but it is not its to do now."""
    NOT_AN_ANSWER = "not_an_answer"
    """Not an option, number or order this card can have."""
    NO_SUCH_CATEGORY = "no_such_category"
    """Not one to choose from now."""
    NO_SUCH_CARD = "no_such_card"
    """In no deck in play, or open now."""
    BELL_CLOSED = "bell_closed"
    ALREADY_RUNG = "already_rung"
    """That team was heard already, or has answered this card."""
    NO_TOKENS = "no_tokens"
    """No other-view token left."""
    ALREADY_CHANGED = "already_changed"
    """The one change of mind is used."""
    NO_PASSES = "no_passes"
    """That team has passed as often as it may."""
    NO_OTHER_CARD = "no_other_card"
    """There is no other card of that kind to pass for."""
    OUT_OF_BOUNDS = "out_of_bounds"
    """A number beyond what is allowed here, or text that is too long."""
    NO_CLOCK = "no_clock"
    TOO_SOON = "too_soon"
    """The clock still has time."""
    NAME_TAKEN = "name_taken"
    NAME_EMPTY = "name_empty"
    COLOUR_TAKEN = "colour_taken"
    TOO_MANY_TEAMS = "too_many_teams"
    LAST_TEAM = "last_team"
    """The only team cannot leave."""
    NO_SUCH_RULE = "no_such_rule"
    NO_SUCH_PAGE = "no_such_page"
    """The debrief has no such page."""
    NO_SUCH_PLAN = "no_such_plan"
    """That team has no such plan, or last time had none."""
    PLAN_EMPTY = "plan_empty"
    """Nothing is written in any of its parts."""
    PLAN_TOO_LONG = "plan_too_long"
    """One of its parts has more than MOST_PLAN characters."""
    TOO_MANY_PLANS = "too_many_plans"
    """That team has MOST_PLANS already."""
    HELD = "held"
    """Everything stands still until Next."""


class IllegalAction(Exception):  # noqa: N818 - an action, not a fault of the program
    """An action the rules refuse; the state is untouched."""

    def __init__(self, reason: Refusal, action: object = None) -> None:
        super().__init__(f"{type(action).__name__}: {reason}" if action else str(reason))
        self.reason = reason
        self.action = action


class SetupFault(StrEnum):
    """Every reason for which a session cannot be set up."""

    NO_TEAMS = "no_teams"
    TOO_MANY_TEAMS = "too_many_teams"
    NAME_EMPTY = "name_empty"
    NAME_TAKEN = "name_taken"
    COLOUR_TAKEN = "colour_taken"
    NO_SUCH_COLOUR = "no_such_colour"
    NO_CARDS = "no_cards"
    NO_BOARD = "no_board"


class SetupError(Exception):
    """A session that cannot be set up like this."""

    def __init__(self, reason: SetupFault, what: str = "") -> None:
        super().__init__(f"{reason}: {what}" if what else str(reason))
        self.reason = reason
        self.what = what
        """The name, colour or number at fault."""
