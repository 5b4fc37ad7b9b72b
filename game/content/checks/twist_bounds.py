"""A twist stays small.

A twist is luck, and luck must not decide the game: an effect gives or takes at most 3 customers
and moves at most 6 spaces, and so does the whole twist for any one team, also for a team that is
both on turn and in the lead. Only the team on turn changes places or rolls once more.

PASS:

    twists:
      - id: two-greetings
        title: Dear Mr Mrs
        prompt: The tariff letter went out with two greetings on it.
        effects:
          - {who: last, spaces: 3}
          - {who: leader, customers: -2}

FAIL:

    twists:
      - id: two-greetings
        title: Dear Mr Mrs
        prompt: The tariff letter went out with two greetings on it.
        effects:
          - {who: last, spaces: 3}
          - {who: leader, customers: -4}
"""

from collections.abc import Iterable
from itertools import product

from game.content.nodes import Mark
from game.content.problem import Level
from game.content.report import Report
from game.rules.cards import CustomersEffect, Effect, SpacesEffect, Who

ID = "twist-bounds"
LEVEL = Level.ERROR

MOST_CUSTOMERS = 3
MOST_SPACES = 6


def only_self(report: Report, at: Mark, what: str) -> None:
    """Another team than the one on turn was to swap or roll."""
    report.say(ID, at, f"{what} befalls another team than the one on turn; expected who: self")


def look(report: Report, at: Mark, effects: Iterable[Effect]) -> None:
    """Say when all effects of a twist together are too much for some team."""
    customers = [
        (effect.who, effect.customers) for effect in effects if isinstance(effect, CustomersEffect)
    ]
    spaces = [(effect.who, effect.spaces) for effect in effects if isinstance(effect, SpacesEffect)]
    for changes, most, unit in (
        (customers, MOST_CUSTOMERS, "customers"),
        (spaces, MOST_SPACES, "spaces"),
    ):
        total = _worst(changes)
        # An effect that is too large by itself has been said where it stands.
        if abs(total) > most and all(abs(change) <= most for _, change in changes):
            report.say(
                ID,
                at,
                f"the effects together can change {abs(total)} {unit} of one "
                f"team; expected at most {most}",
                hint="make one of them smaller",
            )


def _worst(changes: list[tuple[Who, int]]) -> int:
    """The largest change for one team: it is on turn or not, and leads, is last or neither."""
    totals = [0]
    for turn, place in product((Who.SELF, Who.OTHERS), (Who.LEADER, Who.LAST, None)):
        totals.append(sum(change for who, change in changes if who in (turn, place, Who.ALL)))
    return max(totals, key=abs)
