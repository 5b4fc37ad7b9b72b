"""A deck is there once.

Of two decks with one id only one can be played. The person's own deck stands in for one that
comes with the game, which is a way to change it; two in one folder are most often a copy that
was meant to get an id of its own.
"""

from pathlib import Path

from game.content.disk import shown
from game.content.nodes import Source
from game.content.problem import Level, Problem
from game.content.wording import quoted

ID = "duplicate-deck"
LEVEL = Level.ERROR


def replaces(path: Path, id_: str, other: Path) -> Problem:
    """A notice: this deck is played in place of another."""
    return Problem(
        file=shown(path),
        line=1,
        column=1,
        level=Level.ADVICE,
        check=ID,
        path="",
        text=f"this deck stands in for the other {quoted(id_)}, {shown(other)}",
        hint="give it another id to play both",
    )


def second(path: Path, id_: str, other: Path) -> Problem:
    """This deck is set aside for the one that was found before it."""
    return Problem(
        file=shown(path),
        line=1,
        column=1,
        level=LEVEL,
        check=ID,
        path="",
        text=_text(id_, other),
        hint=_HINT,
    )


def problem(source: Source, id_: str, other: Path) -> Problem:
    """The same, said where the id stands."""
    return source.problem(ID, LEVEL, (), _text(id_, other), field="id", hint=_HINT)


_HINT = "give one of them another id"


def _text(id_: str, other: Path) -> str:
    return f"the deck {shown(other)} has the id {quoted(id_)} too"
