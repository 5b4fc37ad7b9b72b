"""docs/fields.md: every field of a deck, made of what the loader reads decks by.

python -m tools.field_pages            # write the page
python -m tools.field_pages --check    # say whether it is up to date, and change nothing
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from game.content import deck_fields as described
from game.content.about import ABOUT
from game.content.records import Field, Record
from game.rules.cards import Kind

PAGE = Path(__file__).resolve().parent.parent / "docs" / "fields.md"

_HEAD = """\
# Every field of a deck

<!-- Made by `python -m tools.field_pages` from game/content/deck_fields.py and about/. -->

What an editor shows beside a field, on one page. [Writing a deck](authoring.md) begins at the
beginning; [the deck format](deck-format.md) has the rules between fields, and translations.
A field in **bold** has to be there.
"""
_KINDS = {
    Kind.CHOICE: "A choice: dilemma or quiz",
    Kind.ESTIMATE: "An estimate",
    Kind.ORDER: "An order",
    Kind.OPEN: "An open card",
    Kind.COMMIT: "A plan",
}
_LONGEST_EXAMPLE = 72
"""Characters of an example that fit a table; lists of groups have a table of their own."""


def page() -> str:
    """The whole page."""
    parts = [_HEAD]
    for title, noun, fields in _tables():
        rows = [_row(name, field, noun) for name, field in fields.items()]
        head = ["| field | holds | is for | such as |", "|---|---|---|---|"]
        parts.append("\n".join([f"## {title}", "", *head, *rows, ""]))
    return "\n".join(parts)


def _tables() -> Iterator[tuple[str, str, dict[str, Field]]]:
    """Title, what the group is called in `ABOUT`, and the fields."""
    yield "The deck", "deck", dict(described.DECK.fields)
    yield from _groups(described.CATEGORY, described.METER)
    cards = described.CARDS
    common = set.intersection(*(set(record.fields) for record in cards.values()))
    first = next(iter(cards.values())).fields
    yield "Every card", "card", {name: first[name] for name in first if name in common}
    for kind, title in _KINDS.items():
        own = {name: field for name, field in cards[kind].fields.items() if name not in common}
        yield title, "card", own
    yield from _groups(described.OPTION, described.ITEM, described.BANDS, described.EXAMPLE)
    yield from _groups(described.TWIST, described.EFFECT, described.MIRROR, described.PERSONA)


def _groups(*records: Record) -> Iterator[tuple[str, str, dict[str, Field]]]:
    titles = {"bands": "Bands of an estimate", "example": "The example of a plan"}
    for record in records:
        article = "An" if record.noun[0] in "aeiou" else "A"
        title = titles.get(record.noun, f"{article} {record.noun}")
        yield title, record.noun, dict(record.fields)


def _row(name: str, field: Field, noun: str) -> str:
    about = ABOUT[noun][name]
    holds, needed = field.type.expected, field.needed
    if name == "format":  # looked at by a check of its own, before any field is read
        holds, needed = "1", True
    code = f"**`{name}`**" if needed else f"`{name}`"
    return f"| {code} | {holds} | {about.text} | {_example(about.example)} |"


def _example(value: Any) -> str:
    if isinstance(value, list) and any(isinstance(entry, dict) for entry in value):
        return ""
    text = yaml.safe_dump(
        value, default_flow_style=True, sort_keys=False, allow_unicode=True, width=10_000
    )
    text = text.removesuffix("...\n").strip()
    return f"`{text}`" if len(text) <= _LONGEST_EXAMPLE else ""


def main(arguments: list[str] | None = None) -> int:
    """Write the page, or with `--check` compare it; 1 when it is out of date."""
    parser = argparse.ArgumentParser(
        prog="python -m tools.field_pages", description="Make docs/fields.md."
    )
    parser.add_argument("--check", action="store_true", help="compare, and change nothing")
    options = parser.parse_args(arguments)
    made = page()
    if not options.check:
        PAGE.write_text(made, "utf-8", newline="\n")
        return 0
    if PAGE.is_file() and PAGE.read_text("utf-8") == made:
        return 0
    print("docs/fields.md is out of date; run: python -m tools.field_pages")
    return 1


if __name__ == "__main__":
    sys.exit(main())
