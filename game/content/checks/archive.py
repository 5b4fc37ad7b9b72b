"""A packed deck (`.cxdeck`) holds a deck, and nothing else.

A file that came by mail or on a stick is looked at before anything of it is written: names that
lead out of the deck's folder or that some system cannot write, links, two files of one name,
archives in it, more than a deck can hold, encrypted or damaged parts all keep it from being added.
`cxgame pack` makes a file that passes on every system.
"""

from game.content.problem import Level, Problem
from game.content.wording import quoted

ID = "archive"
LEVEL = Level.ERROR


def problem(file: str, text: str, hint: str = "", member: str = "") -> Problem:
    """A problem of a packed deck, or of one of the files in it."""
    return Problem(
        file=file,
        line=1,
        column=1,
        level=LEVEL,
        check=ID,
        path=f"member {quoted(member)}" if member else "",
        text=text,
        hint=hint,
    )
