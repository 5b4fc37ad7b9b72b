"""Every field has a name the game knows.

A field with a slip in its name would silently be left out, and be missed in front of the room.
Where no name comes near, all that the group may have are told.

PASS:

    mirrors:
      - id: own-customer
        title: Your own customer
        prompt: When were you last a customer of your own organisation?

FAIL:

    mirrors:
      - id: own-customer
        titel: Your own customer
        prompt: When were you last a customer of your own organisation?
"""

import re
from collections.abc import Collection, Mapping

from game.content.nodes import Node, is_empty
from game.content.problem import Level
from game.content.report import Report
from game.content.suggest import closest
from game.content.wording import article, listed, quoted

ID = "unknown-field"
LEVEL = Level.ERROR

_GLUED = re.compile(r"([a-z_]+):(\S.*)", re.DOTALL)
"""A field whose colon has no space behind it, where YAML takes both for a name."""
_CURLY = tuple("“”„«»‘’")
"""Quotes of typesetters, and of word processors: to YAML they are letters."""


def say(
    report: Report,
    node: Node,
    name: str,
    owner: str,
    known: Collection[str],
    elsewhere: Mapping[str, str],
) -> str:
    """The field `node` is no field of `owner`; `elsewhere` tells why some names are not.

    The field that was meant, if that is plain: nobody needs to be told that it is missing, too.
    """
    at = node.key or node.mark
    text = f"{quoted(name)} is no field of {article(owner)}"
    if name in elsewhere:
        report.say(ID, at, text, hint=elsewhere[name])
        return ""
    meant = closest(name, known) or ""
    hint = f'did you mean "{meant}"?' if meant else ""
    glued = _GLUED.fullmatch(name)
    if glued is not None and glued[1] in known:
        better = quoted(f"{glued[1]}: {glued[2]}")
        meant = glued[1]
        hint = f"no space stands behind the colon; write {better}"
    if not hint and name[-1:] in _CURLY:
        hint = 'a text with a comma in it needs straight quotes: "…"'
    if not hint and not name.isidentifier() and is_empty(node):
        hint = "a text with a comma in it needs quotes inside {…}"
    if not hint and " " in name:
        hint = (
            "if it belongs to the text above, indent it further, and put all of that text in quotes"
        )
    if not hint and known:
        hint = f"expected {listed(known)}"
    report.say(ID, at, text, hint=hint)
    return meant
