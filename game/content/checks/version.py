"""The file says which version of the format it is written in.

`format: 1` lets a later version of the game know what the fields meant when they were written.
A newer format than this version of the game reads is refused: its cards would be misread. A deck
in an older one is read as it was meant, with the advice to bring it up to date.

PASS:

    format: 1
    id: five-coffees
    title: Five coffees
    language: en
    categories:
      - {id: insights, name: Insights}

FAIL:

    format: 2
    id: five-coffees
    title: Five coffees
    language: en
    categories:
      - {id: insights, name: Insights}
"""

from game.content.nodes import TextNode, is_empty
from game.content.problem import Level
from game.content.report import Report
from game.content.wording import quoted

ID = "format"
LEVEL = Level.ERROR

FORMAT = 1
"""What this version of the game reads and writes."""


def readable(report: Report, oldest: int = FORMAT) -> bool:
    """True when the file is of a format read here; otherwise the report says what it is."""
    root = report.source.root
    node = root.entries.get("format")
    wanted = f"write {quoted(f'format: {FORMAT}')} on the first line"
    if node is None or is_empty(node):
        at = root.mark if node is None else node.mark
        report.say(ID, at, "format is missing", hint=wanted)
        # Whoever forgot the line wrote the rest for the game as it is: look at that too.
        return True
    found = node.text.strip() if isinstance(node, TextNode) else ""
    if found in map(str, range(oldest, FORMAT + 1)):
        return True
    if found.isascii() and found.isdigit() and int(found[:9]) > FORMAT:
        report.say(
            ID,
            node.mark,
            f"format is {found[:9]}, and this version of the game reads format {FORMAT}",
            hint="a newer version of the game can open this file",
        )
        return False
    report.say(
        ID,
        node.mark,
        f"format is {quoted(found) if found else 'no number'}; expected {FORMAT}",
        hint=wanted,
    )
    return False
