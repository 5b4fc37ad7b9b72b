"""A workbook to begin a deck in: instructions, examples of each kind, lists to choose from."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from game.content.disk import shown, write_whole
from game.content.naming import id_of
from game.content.newdeck import new_deck, template_languages
from game.content.parse import parse
from game.content.sheets.instructions import lines_of
from game.content.sheets.rows import sheets_of


def write_template(path: Path, name: str, language: str, id_: str = "") -> None:
    """Write a workbook for a new deck called `name`, with the cards of `cxgame new` to write over.

    Its id is `id_`, else made of the name. In English where `language` is none of
    `template_languages`. What lies at `path` is replaced. Raises `MissingLibraryError` without
    openpyxl, or OSError.
    """
    from game.content.sheets.book import write_book  # late: it imports openpyxl

    spoken = language if language in template_languages() else "en"
    title = " ".join(name.split()) or "My deck"
    written = new_deck(id_ or id_of(title) or "my-deck", title, spoken)["deck.yaml"]
    source = parse(written, shown(path)).source
    assert source is not None, "the deck that new ones are made of is sound"
    buffer = BytesIO()
    write_book(buffer, sheets_of(source, {}), (), spoken, lines_of(spoken))
    write_whole(path, buffer.getvalue())
