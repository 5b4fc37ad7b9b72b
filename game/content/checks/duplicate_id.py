"""An id is given once.

The log of a session, translations and corrections name a card, twist, mirror or persona by its
id alone; two of one id could not be told apart. The ids of categories and of meters are each a
family of their own.

PASS:

    mirrors:
      - {id: own-customer, title: Your own customer, prompt: When were you last one?}
      - {id: own-letter, title: Your own letter, prompt: When did you last read one?}

FAIL:

    mirrors:
      - {id: own-customer, title: Your own customer, prompt: When were you last one?}
      - {id: own-customer, title: Your own letter, prompt: When did you last read one?}
"""

from game.content.nodes import Cell, Mark
from game.content.problem import Level
from game.content.report import Mention, Named, Report

ID = "duplicate-id"
LEVEL = Level.ERROR

_ONE_FAMILY = frozenset((Named.CARD, Named.TWIST, Named.MIRROR, Named.PERSONA))


def look(report: Report) -> None:
    """Say every id that was given before."""
    first: dict[tuple[Named | None, str], Mention] = {}
    for mention in report.ids:
        family = Named.CARD if mention.what in _ONE_FAMILY else mention.what
        other = first.setdefault((family, mention.text), mention)
        if other is not mention:
            report.say(
                ID,
                mention.node.mark,
                f"the id is also that of the {other.what} {_where(other.node.mark)}",
                hint="give one of them another id",
                steps=mention.steps,
            )


def _where(mark: Mark) -> str:
    """Which line of the file; of a spreadsheet which row, and of which sheet."""
    if not isinstance(mark, Cell):
        return f"on line {mark.line + 1}"
    return f"in row {mark.line + 1}" + (f" of {mark.sheet}" if mark.sheet else "")
