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

from collections.abc import Collection, Mapping

from game.content.nodes import Node, is_empty
from game.content.problem import Level
from game.content.report import Report
from game.content.suggest import did_you_mean
from game.content.wording import article, listed, quoted

ID = "unknown-field"
LEVEL = Level.ERROR

_CURLY = tuple("“”„«»‘’")
"""Quotes of typesetters, and of word processors: to YAML they are letters."""


def say(
    report: Report,
    node: Node,
    name: str,
    owner: str,
    known: Collection[str],
    elsewhere: Mapping[str, str],
) -> None:
    """The field `node` is no field of `owner`; `elsewhere` tells why some names are not."""
    at = node.key or node.mark
    text = f"{quoted(name)} is no field of {article(owner)}"
    if name in elsewhere:
        report.say(ID, at, text, hint=elsewhere[name])
        return
    hint = did_you_mean(name, known)
    if not hint and name[-1:] in _CURLY:
        hint = 'a text with a comma in it needs straight quotes: "…"'
    if not hint and " " in name and is_empty(node):
        hint = "a text with a comma in it needs quotes inside {…}"
    if not hint and known:
        hint = f"expected {listed(known)}"
    report.say(ID, at, text, hint=hint)
