"""What is named exists.

A card names a category of its deck and effects name its meters; a board's spaces name its
zones. A name that leads nowhere is most often a slip of the pen.

PASS:

    meters:
      - {id: connection, name: Connection}
    cards:
      - id: ring-him
        kind: open
        category: insights
        title: A mail from “System”
        prompt: Ring him, as a person, in one minute.
        meters: {connection: 2}

FAIL:

    meters:
      - {id: connection, name: Connection}
    cards:
      - id: ring-him
        kind: open
        category: insight
        title: A mail from “System”
        prompt: Ring him, as a person, in one minute.
        meters: {conection: 2}
"""

from game.content.problem import Level
from game.content.report import Named, Report
from game.content.suggest import did_you_mean
from game.content.wording import article, listed, quoted

ID = "reference"
LEVEL = Level.ERROR

MOST_HINTED = 100
"""Errors of a file after which nobody is told what was meant: finding that takes its time."""
_FEW = 8
_NEEDED = (Named.CATEGORY, Named.ZONE)
_OWNERS = {Named.ZONE: "board"}


def look(report: Report) -> None:
    """Say every reference that leads nowhere."""
    known: dict[Named | None, dict[str, None]] = {}
    for mention in report.ids:
        known.setdefault(mention.what, {})[mention.text] = None
    for reference in report.references:
        there = known.get(reference.what, {})
        if reference.text in there or reference.what is None:
            continue
        if report.full:
            break
        if not there and reference.what in _NEEDED:
            continue  # that there are none at all has been said
        owner = _OWNERS.get(reference.what, "deck")
        hinted = report.errors < MOST_HINTED
        text, hint = sentence(reference.text, reference.what, list(there), owner, hinted=hinted)
        report.say(ID, reference.node.mark, text, hint=hint, steps=reference.steps)


def sentence(
    text: str, what: Named, known: list[str], owner: str, *, hinted: bool = True
) -> tuple[str, str]:
    """What is said, and what is hinted unless it is one of very many, of an id that nothing has."""
    hint = did_you_mean(text, known) if hinted else ""
    if not hint and 0 < len(known) <= _FEW:
        hint = f"expected {listed(map(quoted, known))}"
    elif not known:
        hint = f"the {owner} has none"
    return f"{quoted(text)} is not {article(what)} of this {owner}", hint
