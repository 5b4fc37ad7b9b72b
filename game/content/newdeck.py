"""A deck, or a debrief, to begin with: small, and with a remark at each part on what it is for."""

from __future__ import annotations

import re
from pathlib import Path

from game.content.naming import id_of
from game.content.nodes import START, TextNode
from game.content.schema import schema_text
from game.content.write import text_lines

TEMPLATES = Path(__file__).with_name("templates")
"""Where the decks and debriefs lie that new ones are made of, one in each language."""
SCHEMA_NAME = "deck.schema.json"
"""The file beside the deck that its first line names: an editor needs no network for it."""
DEBRIEF_SCHEMA_NAME = "debrief.schema.json"
"""The same for debriefs, of which many may lie beside it."""


def title_of(name: str) -> str:
    """A name as a title: one that is typed as an id already is written as words."""
    words = name.replace("-", " ") if name == id_of(name) else " ".join(name.split())
    return words[:1].upper() + words[1:]


def template_languages() -> tuple[str, ...]:
    """The languages a new deck can be begun in."""
    return tuple(sorted(path.name.split(".")[1] for path in TEMPLATES.glob("deck.*.yaml")))


def new_debrief(id_: str, title: str, language: str) -> dict[str, bytes]:
    """The files of a new debrief, by name: itself, and the schema that its first line names.

    What it is given is as for `new_deck`; no check has anything to say of it.
    """
    return {
        f"{id_}.yaml": _named("debrief", id_, title, language).encode(),
        DEBRIEF_SCHEMA_NAME: schema_text("debrief", language).encode(),
    }


def new_deck(id_: str, title: str, language: str) -> dict[str, bytes]:
    """The files of a new deck's folder, by name.

    `id_` and `title` are ones that the format allows; `language` is one of
    `template_languages`. The deck has nothing to be told by any check.
    """
    return {
        "deck.yaml": _named("deck", id_, title, language).encode(),
        SCHEMA_NAME: schema_text("deck", language).encode(),
    }


def _named(kind: str, id_: str, title: str, language: str) -> str:
    """The template of that kind and language under another id and title."""
    text = (TEMPLATES / f"{kind}.{language}.yaml").read_text("utf-8")
    line = re.search(r"^id: [a-z-]+ *(#.*)$", text, re.MULTILINE)
    assert line is not None
    column = line.start(1) - line.start()
    text = text.replace(line[0], f"{f'id: {id_} ':<{column}}{line[1]}")
    head = "\n".join(text_lines("title:", TextNode(title, START), 0))
    return re.sub(r"^title: .*$", lambda _: head, text, count=1, flags=re.MULTILINE)
