"""The sheets have a column for all that a deck may hold, and help to fill it in."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from game.content.checks import sift_deck
from game.content.deck_fields import CARDS
from game.content.fields import Text
from game.content.records import Group, ListOf, Record
from game.content.sheets import read_sheet, write_template
from game.content.sheets.columns import BANDS, MEMORY, Table
from game.content.sheets.columns import Path as Way
from game.content.sheets.instructions import lines_of
from game.content.sheets.layout import HEADINGS, TABLE, TABLES
from game.rules.cards import Evidence, Kind, Play

MOST_IN_A_CELL = 32_767
"""Characters, in Excel."""


def ways(record: Record) -> Iterator[Way]:
    """The way to everything a record may hold."""
    for name, field in record.fields.items():
        type_ = field.type
        if isinstance(type_, Group):
            yield from ((name, *way) for way in ways(type_.record))
        elif isinstance(type_, ListOf) and isinstance(type_.entry, Group):
            record_of_entry = type_.entry.record
            for index in range(type_.high):
                yield from ((name, index, *way) for way in ways(record_of_entry))
        elif isinstance(type_, ListOf) and name != "tags":
            yield from ((name, index) for index in range(type_.high))
        else:
            yield (name,)


@pytest.mark.parametrize("table", TABLES, ids=[table.section for table in TABLES])
def test_every_field_has_a_column(table: Table) -> None:
    there = {column.path for column in table.columns}
    if table.section == "deck":
        sections = set(TABLE) - {"deck"}
        fields: set[Way] = {(name,) for name in table.record.fields if name not in sections}
    elif table.section == "cards":
        fields = set(chain.from_iterable(map(ways, CARDS.values())))
    else:
        fields = set(ways(table.record))
    bands = {way for way in fields if way[0] == BANDS}
    assert {way for way in there if way[0] != BANDS} - {MEMORY.path} == fields - bands
    assert len([way for way in there if way[0] == BANDS]) == (4 if bands else 0)


@pytest.mark.parametrize("table", TABLES, ids=[table.section for table in TABLES])
def test_headings_are_understood_in_both_languages_and_mean_one_thing(table: Table) -> None:
    for language in ("en", "nl"):
        names = [column.heading(language) for column in table.columns]
        assert len(set(names)) == len(names)
        found = [HEADINGS[table.section].find(name) for name in names]
        assert [one.column for one in found if one] == list(table.columns)
        for column in table.columns:
            translated = HEADINGS[table.section].find(column.heading(language, "pt-BR"))
            assert (translated is not None) is table.translated(column)


def test_no_text_is_longer_than_a_cell_can_hold() -> None:
    types = [table.type_of(column) for table in TABLES for column in table.columns]
    limits = [type_.limit for type_ in types if isinstance(type_, Text)]
    assert len(limits) > 20
    assert max(limits) < MOST_IN_A_CELL


@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_template_is_a_deck_with_an_example_of_each_kind(tmp_path: Path, language: str) -> None:
    write_template(tmp_path / "new.xlsx", "Klachten & Co", language)
    file = read_sheet(tmp_path / "new.xlsx")
    assert (file.problems, sift_deck(file).told) == ((), [])
    assert file.deck is not None
    assert (file.id, file.title, file.deck.language) == ("klachten-co", "Klachten & Co", language)
    assert {card.kind for card in file.deck.cards} == set(Kind)
    assert file.deck.twists
    assert file.deck.mirrors
    assert file.deck.personas


def test_a_template_offers_what_a_column_may_hold(tmp_path: Path) -> None:
    write_template(tmp_path / "new.xlsx", "Mine", "nl")
    book = load_workbook(tmp_path / "new.xlsx")
    assert book.sheetnames[:3] == ["Uitleg", "Kaartset", "Kaarten"]
    page = book["Kaarten"]
    headings = {str(cell.value): get_column_letter(cell.column or 0) for cell in page[1]}
    assert page.freeze_panes == "B2"
    rules = {
        str(rule.sqref).partition(":")[0].rstrip("0123456789"): rule
        for rule in page.data_validations.dataValidation
    }
    lists = {name: rules[letter].formula1 for name, letter in headings.items() if letter in rules}
    assert lists["soort"] == f'"{",".join(Kind)}"'
    assert lists["speelwijze"] == f'"{",".join(Play)}"'
    assert lists["bewijs"] == f'"{",".join(Evidence)}"'
    assert lists["punten A"] == '"0,1,2,3"'
    assert lists["categorie"] == "'Categorieën'!$A$2:$A$60"
    assert lists["juist F"] == '"yes"'
    thinking = rules[headings["bedenktijd"]]
    bounds = (thinking.operator, thinking.formula1, thinking.formula2)
    assert bounds == ("between", "5", "1800")
    assert all(rule.showErrorMessage is True for rule in rules.values())
    assert thinking.error == "Een heel getal van 5 tot en met 1800."
    empty = page.cell(page.max_row, 5)
    assert page.column_dimensions["E"].number_format == "@"
    assert empty.alignment.wrap_text
    assert all(len(rule.formula1) <= 255 for rule in rules.values())
    book.close()


def test_instructions_tell_of_columns_that_are_there() -> None:
    for language in ("en", "nl"):
        lines = list(lines_of(language))
        told = {line[0] for line in lines if len(line) == 2}
        for table in TABLES:
            single = {one.heading(language) for one in table.columns if len(one.path) == 1}
            assert single - told <= {MEMORY.heading(language), "jaar", "year", "format"}
