"""A translation fits its deck.

A translation (`deck.nl.yaml`) names the deck it belongs to and the language of its own name, and
its lists have as many entries as those of the deck, in the same order: an option that is missing
would give its words to the next one. A translation with errors is set aside; the deck is played
in its own language.

PASS:

    cards:
      - id: ring-him
        kind: open
        category: insights
        title: A mail from “System”
        prompt: Ring him.
        criteria: [names what it was like, says what happens now]
    # deck.nl.yaml
    cards:
      ring-him:
        criteria: [benoemt hoe het was, zegt wat er nu gebeurt]

FAIL:

    cards:
      - id: ring-him
        kind: open
        category: insights
        title: A mail from “System”
        prompt: Ring him.
        criteria: [names what it was like, says what happens now]
    # deck.nl.yaml
    cards:
      ring-him:
        criteria: [benoemt hoe het was]
"""

from typing import Any

from game.content.nodes import Node
from game.content.problem import Level
from game.content.report import Report
from game.content.wording import amount, quoted

ID = "translation"
LEVEL = Level.ERROR


def look(
    report: Report,
    values: dict[str, Any],
    deck_id: str,
    source: str,
    language: str,
) -> None:
    """Say where a translation belongs to another deck or language than its name says."""
    entries = report.source.root.entries
    if values.get("overlay", deck_id) != deck_id:
        report.say(
            ID,
            entries["overlay"].mark,
            f"overlay is {quoted(values['overlay'])}; "
            f"expected {deck_id}, the id of the deck beside it",
        )
    if values.get("language", language) != language:
        report.say(
            ID,
            entries["language"].mark,
            f"language is {quoted(values['language'])}; "
            f"expected {language}, as in the name of the file",
        )
    elif language == source and "language" in values:
        report.say(
            ID,
            entries["language"].mark,
            f"language is {quoted(language)}, which is the deck's own",
            hint="change the texts in the deck itself",
        )


def wrong_length(report: Report, node: Node, name: str, value: Any, old: Any) -> None:
    """A list has another length than that of the deck, or the deck has no such field."""
    if old is None:
        report.say(ID, node.key or node.mark, f"{name} is translated, and the deck has none")
    else:
        found = amount(len(value), "entry", "entries")
        report.say(ID, node.mark, f"{name} has {found}; expected {len(old)}, as in the deck")
