"""Decks that are played together name their categories and meters alike.

Categories of one id lie on one pile, whatever deck their cards come from; the wall shows the
name that the first deck gives it.
"""

from game.content.nodes import Source, Step
from game.content.problem import Level, Problem
from game.content.wording import quoted

ID = "name-clash"
LEVEL = Level.WARNING


def problem(
    source: Source,
    steps: tuple[Step, ...],
    name: str,
    shown: str,
    other: str,
) -> Problem:
    """`name` is what this deck calls it, `shown` what the deck `other` does."""
    return source.problem(
        ID,
        LEVEL,
        steps,
        f"name is {quoted(name)}, and the deck {quoted(other)} names it {quoted(shown)}",
        field="name",
        hint=f"{quoted(shown)} is what the wall shows when both are in play",
    )
