"""A workbook to begin a deck in: instructions, an example of each kind, lists to choose from."""

from __future__ import annotations

from pathlib import Path

from game.content.disk import write_whole
from game.content.newdeck import id_of
from game.content.nodes import MapNode, Source, TextNode
from game.content.parse import parse
from game.content.sheets.instructions import lines_of
from game.content.sheets.rows import sheets_of

EXAMPLES = Path(__file__).parent
"""Where the examples lie, as decks in YAML."""


def write_template(path: Path, name: str, language: str, id_: str = "") -> None:
    """Write a workbook for a new deck called `name`, with examples to write over.

    Its id is `id_`, else made of the name. In English, or in Dutch for `nl`; the example is a deck
    in that language. What lies at `path` is replaced. Raises `MissingLibraryError` without
    openpyxl, or OSError.
    """
    from io import BytesIO

    from game.content.sheets.book import write_book  # late: it imports openpyxl

    source = example(language)
    root = source.root
    title = " ".join(name.split()) or _text(root, "title")
    _set(root, "title", title)
    _set(root, "id", id_ or id_of(title) or _text(root, "id"))
    buffer = BytesIO()
    write_book(buffer, sheets_of(source, {}), (), language, lines_of(language))
    write_whole(path, buffer.getvalue())


def example(language: str) -> Source:
    """The deck of one card of each kind that templates begin with."""
    path = EXAMPLES / f"example.{'nl' if language == 'nl' else 'en'}.yaml"
    parsed = parse(path.read_bytes(), str(path))
    assert parsed.source is not None, parsed.problems
    return parsed.source


def _set(root: MapNode, name: str, text: str) -> None:
    root.entries[name] = TextNode(text, root.entries[name].mark)


def _text(root: MapNode, name: str) -> str:
    node = root.entries[name]
    assert isinstance(node, TextNode)
    return node.text
