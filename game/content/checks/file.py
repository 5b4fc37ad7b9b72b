"""The file is there and can be read.

A folder, a pipe or a link in place of a file, a file nobody may read, one that is gone, or one
of more than 10 MB cannot be a deck, a board or a ruleset. The same goes for a translation
(`deck.nl.yaml`) whose deck (`deck.yaml`) does not lie beside it.
"""

from game.content.problem import Level, Problem

ID = "file"
LEVEL = Level.ERROR


def problem(file: str, text: str, hint: str = "") -> Problem:
    """The problem of a whole file."""
    return Problem(
        file=file, line=1, column=1, level=LEVEL, check=ID, path="", text=text, hint=hint
    )
