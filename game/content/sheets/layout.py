"""Which sheets a deck has, which columns each of them, and what they are called.

A column leads to a field of the deck's own description (`game.content.deck_fields`), which says
what it may hold; nothing of that is told again here. Docs: docs/sheets.md.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from typing import Final, NamedTuple

from game.content.deck_fields import (
    CARD_OF_NO_KIND,
    CATEGORY,
    DECK,
    METER,
    MIRROR,
    PERSONA,
    TWIST,
)
from game.content.fields import is_language
from game.content.records import ListOf, Record, needed
from game.content.sheets.columns import (
    BANDS,
    LANGUAGES,
    MEMORY,
    REACH,
    WIDTHS,
    Column,
    Said,
    Table,
    language_code,
)

_ID = Column(("id",), Said("id", "id"), 20)
_TITLE = Column(("title",), Said("title", "titel"), 24)
_PROMPT = Column(("prompt",), Said("prompt", "verhaal of vraag"), 48)
_NOTES = Column(("notes",), Said("notes", "notities"), 40)
_PICTURE = Column(("picture",), Said("picture", "plaatje"), 16)
_SOUND = Column(("sound",), Said("sound", "geluid"), 16)
_SILENCE = Column(("silence",), Said("silence", "stil"), 30)
_NAME = Column(("name",), Said("name", "naam"), 26)


def _options() -> Iterator[Column]:
    for index, letter in enumerate("ABCDEF"):
        for name, said, width in (
            ("text", Said("option", "optie"), 34),
            ("points", Said("points", "punten"), 9),
            ("right", Said("right", "juist"), 9),
            ("feedback", Said("feedback", "reactie"), 40),
            ("meters", Said("meters", "meters"), 24),
        ):
            named = Said(f"{said.en} {letter}", f"{said.nl} {letter}")
            yield Column(("options", index, name), named, width)


def _items() -> Iterator[Column]:
    for index in range(7):
        n = index + 1
        yield Column(("items", index, "text"), Said(f"item {n}", f"onderdeel {n}"), 26)
        yield Column(("items", index, "rank"), Said(f"rank {n}", f"plaats {n}"), 9)


def _bands() -> Iterator[Column]:
    yield Column((BANDS, REACH), Said("bands", "marges"), 11)
    for index, en, nl in ((0, "3 points", "3 punten"), (1, "2 points", "2 punten")):
        yield Column((BANDS, WIDTHS, index), Said(f"{en} within", f"{nl} binnen"), 11)
    yield Column((BANDS, WIDTHS, 2), Said("1 point within", "1 punt binnen"), 11)


def _effects() -> Iterator[Column]:
    for index in range(4):
        for name, said in (
            ("who", Said("who", "wie")),
            ("customers", Said("customers", "klanten")),
            ("spaces", Said("spaces", "vakken")),
            ("swap", Said("swap with", "ruilt met")),
            ("roll", Said("rolls again", "gooit nog eens")),
        ):
            named = Said(f"{said.en} {index + 1}", f"{said.nl} {index + 1}")
            yield Column(("effects", index, name), named, 13)


_CARD_COLUMNS = (
    _ID,
    Column(("kind",), Said("kind", "soort"), 10),
    Column(("play",), Said("play", "speelwijze"), 11),
    Column(("category",), Said("category", "categorie"), 13),
    _TITLE,
    _PROMPT,
    *_options(),
    Column(("answer",), Said("answer", "antwoord"), 11),
    Column(("measure",), Said("measure", "maat"), 12),
    Column(("unit",), Said("unit", "eenheid"), 14),
    *_bands(),
    *_items(),
    Column(("judge",), Said("judge", "wie beoordeelt"), 14),
    *(
        Column(("criteria", n), Said(f"criterion {n + 1}", f"criterium {n + 1}"), 26)
        for n in range(4)
    ),
    Column(("example", "cue"), Said("cue", "aanleiding"), 30),
    Column(("example", "action"), Said("action", "actie"), 30),
    Column(("meters",), Said("meters", "meters"), 24),
    Column(("why",), Said("why", "waarom"), 40),
    Column(("reflect",), Said("reflect", "gespreksvraag"), 40),
    _NOTES,
    Column(("source",), Said("source", "bron"), 40),
    Column(("year",), Said("year", "jaar"), 8),
    Column(("evidence",), Said("evidence", "bewijs"), 12),
    _PICTURE,
    _SOUND,
    Column(("reading",), Said("reading seconds", "voorleestijd"), 12),
    Column(("thinking",), Said("thinking seconds", "bedenktijd"), 12),
    Column(("tags",), Said("tags", "labels"), 20),
    _SILENCE,
    MEMORY,
)

QUESTION: Final = "question"
_QUESTIONS = DECK.fields["debrief"].type
assert isinstance(_QUESTIONS, ListOf)
_DEBRIEF = Record("question", {QUESTION: needed(_QUESTIONS.entry)})

TABLES: Final = (
    Table(
        "deck",
        Said("Deck", "Kaartset"),
        DECK,
        (
            Column(("format",), Said("format", "format")),
            _ID,
            _TITLE,
            Column(("language",), Said("language", "taal")),
            Column(("description",), Said("description", "beschrijving"), 60),
            Column(("preset",), Said("preset", "minuten")),
            _SILENCE,
            MEMORY,
        ),
    ),
    Table("cards", Said("Cards", "Kaarten"), CARD_OF_NO_KIND, _CARD_COLUMNS),
    Table(
        "twists",
        Said("Twists", "Wendingen"),
        TWIST,
        (_ID, _TITLE, _PROMPT, *_effects(), _PICTURE, _SOUND, _SILENCE, MEMORY),
    ),
    Table(
        "mirrors",
        Said("Mirrors", "Spiegels"),
        MIRROR,
        (_ID, _TITLE, _PROMPT, _NOTES, _PICTURE, _SOUND, _SILENCE, MEMORY),
    ),
    Table(
        "personas",
        Said("Personas", "Personas"),
        PERSONA,
        (_ID, _NAME, Column(("line",), Said("line", "regel"), 50), _PICTURE, _SILENCE, MEMORY),
    ),
    Table(
        "categories",
        Said("Categories", "Categorieën"),
        CATEGORY,
        (_ID, _NAME, Column(("icon",), Said("icon", "pictogram"), 18), MEMORY),
    ),
    Table("meters", Said("Meters", "Meters"), METER, (_ID, _NAME, MEMORY)),
    Table(
        "debrief",
        Said("Debrief", "Nagesprek"),
        _DEBRIEF,
        (Column((QUESTION,), Said("question", "vraag"), 80),),
    ),
)
"""In the order of the tabs."""

TABLE: Final[Mapping[str, Table]] = {table.section: table for table in TABLES}

INSTRUCTIONS: Final = Said("Instructions", "Uitleg")
"""A sheet for people, which is not read."""
FIELD: Final = Said("field", "veld")
VALUE: Final = Said("value", "waarde")
"""Above the two columns of the sheet Deck, whose fields stand beneath one another."""
SECTION: Final = Said("section", "onderdeel")
"""The first column of a CSV, which says of each row what it is."""


class Heading(NamedTuple):
    """What a heading means: a column, in a translation or not."""

    column: Column
    language: str = ""
    """Of a translation."""


_TRANSLATED = re.compile(r"(?P<name>.*\S)\s*\((?P<language>[^()]*)\)")


class Headings:
    """Understands the headings of a table, in either language."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def find(self, text: str) -> Heading | None:
        """What a heading means; None for one the table does not have."""
        whole = self.known.get(plain(text))
        if whole is not None:
            return Heading(whole)
        found = _TRANSLATED.fullmatch(text.strip())
        column = self.known.get(plain(found["name"])) if found else None
        language = language_code(found["language"]) if found else ""
        if column is None or not is_language(language) or not self._table.translated(column):
            return None
        return Heading(column, language)

    @cached_property
    def known(self) -> dict[str, Column]:
        """Columns by their plain headings, also as fields are called in YAML."""
        columns = self._table.columns
        by_field = {plain(one.field): one for one in columns if len(one.path) == 1}
        return by_field | {plain(name): one for one in columns for name in one.name}


HEADINGS: Final[Mapping[str, Headings]] = {table.section: Headings(table) for table in TABLES}


def plain(text: str) -> str:
    """A heading or the name of a sheet as it is compared: no capitals, single blanks."""
    return " ".join(text.split()).casefold()


def table_called(name: str) -> Table | None:
    """The table a sheet, or a row of a CSV, says that it is."""
    wanted = plain(name).replace("'", "").replace("’", "")  # Persona’s
    for table in TABLES:
        if wanted in (*map(plain, table.name), table.section):
            return table
    return None


def spoken(names: Iterable[str]) -> str:
    """The language most of these headings and names of sheets are in; "" where none tells."""
    counts = Counter(filter(None, map(_only_in, names)))
    return max(counts, key=lambda language: counts[language], default="")


def _only_in(name: str) -> str:
    """The one language that has a heading or a sheet of this name."""
    found = _TRANSLATED.fullmatch(name.strip())
    return _by_name().get(plain(found["name"] if found else name), "")


@cache
def _by_name() -> Mapping[str, str]:
    """Languages by what only they call something."""
    found: dict[str, str] = {}
    columns = [column.name for table in TABLES for column in table.columns]
    for said in (FIELD, VALUE, SECTION, *(table.name for table in TABLES), *columns):
        if plain(said.en) != plain(said.nl):
            found |= {plain(said.in_(language)): language for language in LANGUAGES}
    return found
