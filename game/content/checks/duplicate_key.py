"""A field is named once.

Of two fields of one name only one could count, and the other text would silently be lost.

PASS:

    title: Five coffees
    description: One name on all cups.

FAIL:

    description: Five coffees.
    description: One name on all cups.
"""

from game.content.nodes import ListNode, Mark, Node, TextNode
from game.content.problem import Level, Problem
from game.content.wording import quoted

ID = "duplicate-key"
LEVEL = Level.ERROR


def problem(file: str, name: TextNode, first: Node) -> Problem:
    """The second `name`, where `first` is what the first one holds."""
    mark: Mark = first.key or first.mark
    return Problem(
        file=file,
        line=name.mark.line + 1,
        column=name.mark.column + 1,
        level=LEVEL,
        check=ID,
        path="",
        text=f"{quoted(name.text)} stands here a second time; the first is on line {mark.line + 1}",
        hint="keep one, with what stands under both"
        if isinstance(first, ListNode)
        else "keep one of them",
    )
