"""What was meant by a cell, a heading or a sheet is read, however it was typed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from game.content.nodes import Cell
from game.content.sheets import read_sheet
from game.content.sheets.workbook import escaped, unescaped
from game.content.write import yaml_of
from tests.content.sheets.books import read, read_plain, told, workbook

MEANT: list[tuple[Any, str, str]] = [
    (2024, "General", "2024"),
    (3.0, "General", "3"),
    (0.1, "General", "0.1"),
    (123, "0000", "0123"),
    (0.8, "0%", "80%"),
    (1e20, "General", "100000000000000000000"),
    ("  Half past \n one ", "General", "Half past one"),
    ("=1+1", "text", "=1+1"),
    ("@home", "General", "@home"),
    ("’s Morgens", "General", "’s Morgens"),
    ("A _x0041_ B", "General", "A _x0041_ B"),
]


@pytest.mark.parametrize(("value", "shown", "text"), MEANT, ids=[str(one[2]) for one in MEANT])
def test_what_was_meant_is_read(tmp_path: Path, value: Any, shown: str, text: str) -> None:
    def set_title(book: Workbook) -> None:
        cell = book["Cards"]["D3"]
        cell.value = value
        if shown == "text":
            cell.data_type = "s"
        else:
            cell.number_format = shown

    file = read(tmp_path, then=set_title)
    assert told(file) == []
    assert file.deck is not None
    assert file.deck.cards[1].title == text


@pytest.mark.parametrize(
    ("value", "right"), [("yes", True), ("ja", True), ("x", True), ("WAAR", True), ("Yes", True)]
)
def test_a_right_option_may_be_marked_in_many_ways(tmp_path: Path, value: Any, right: bool) -> None:
    changes = {"Cards!G1": "right A", "Cards!G2": value, "Cards!I1": "right B", "Cards!I2": "nee"}
    file = read_plain(tmp_path, changes)
    assert told(file) == []
    assert file.deck is not None
    assert (getattr(file.deck.cards[0], "key", None) == 0) is right


def test_headings_are_english_or_dutch_and_stand_in_any_order(tmp_path: Path) -> None:
    def dutch(book: Workbook) -> None:
        page = book["Cards"]
        page.title = "KAARTEN"
        page["B1"], page["D1"] = "Soort", "  TITEL "
        page.move_range("A1:A3", cols=20)
        book["Categories"].title = "Categorieën"

    file = read(tmp_path, then=dutch)
    assert told(file) == []
    assert file.deck == read(tmp_path).deck


TYPED: list[tuple[str, Any]] = [
    ("Cards!B2", "Choice"),
    ("Cards!B3", " COMMIT "),
    ("Cards!K3", "Turn"),
    ("Cards!L3", "Study"),
    ("Deck!B4", " EN "),
    ("Twists!C2", "All"),
    ("Twists!F2", "YES"),
]
"""As a program, or a hand, begins a cell; each is what stands in the deck without its capitals."""


def test_words_of_a_list_are_read_whatever_their_capitals(tmp_path: Path) -> None:
    more = {
        "Cards!K1": "play", "Cards!K3": "turn", "Cards!L1": "evidence", "Cards!L3": "study",
        "Twists!A1": "id", "Twists!B1": "title", "Twists!C1": "who 1", "Twists!D1": "prompt",
        "Twists!E1": "customers 1", "Twists!F1": "rolls again 2", "Twists!G1": "who 2",
        "Twists!A2": "rain", "Twists!B2": "Rain", "Twists!C2": "all", "Twists!D2": "It rains.",
        "Twists!E2": 1, "Twists!F2": "yes", "Twists!G2": "self",
    }  # fmt: skip
    plain = read_plain(tmp_path, more)
    typed = read_plain(tmp_path, more | dict(TYPED))
    assert told(plain) == told(typed) == []
    assert typed.deck == plain.deck is not None
    assert typed.source is not None
    assert plain.source is not None
    # What is written of it later, in YAML or in a sheet, is as it always was.
    assert yaml_of(typed.source.root) == yaml_of(plain.source.root)


def test_a_language_of_a_heading_is_read_whatever_its_capitals(tmp_path: Path) -> None:
    changes = {"Cards!J1": "title (NL)", "Cards!J2": "Bekers", "Deck!C1": "value (NL)"}
    file = read_plain(tmp_path, changes | {"Deck!C3": "Voorbeeld"})
    assert list(file.overlays) == ["nl"]
    assert file.in_language("nl").title == "Voorbeeld"


def test_a_column_that_is_missing_is_called_as_the_sheet_calls_its_columns(tmp_path: Path) -> None:
    def dutch(book: Workbook) -> None:
        page = book["Cards"]
        page.title = "Kaarten"
        page["B1"], page["C1"], page["D1"], page["E1"] = "soort", "categorie", "titel", "#"
        page["F1"], page["G1"], page["H1"], page["I1"] = "optie A", "punten A", "optie B", None
        page["I2"] = None

    assert (
        'deck.xlsx:Kaarten!A1: error: there is no column "verhaal of vraag", which is needed '
        "[sheet]"
    ) in told(read(tmp_path, then=dutch))


def test_a_problem_of_a_cell_calls_its_field_as_the_sheet_does(tmp_path: Path) -> None:
    def dutch(book: Workbook) -> None:
        page, own = book["Cards"], book["Deck"]
        page.title, own.title = "Kaarten", "Kaartset"
        for column, name in zip(
            "BCDEFGHI",
            ("soort", "categorie", "titel", "verhaal of vraag", "optie A", "punten A", "optie B",
             "punten B"),
            strict=True,
        ):  # fmt: skip
            page[f"{column}1"] = name
        page["K1"], page["L1"] = "uitleg", "speelwijs"
        page["B2"], page["D3"], page["G2"] = "keus", None, "drie"
        own["A1"], own["B1"], own["A3"], own["B3"] = "veld", "waarde", "titel", None

    told_of = "\n".join(told(read(tmp_path, then=dutch)))
    for part in (
        "Kaartset!B3: error: titel is empty; expected",
        'Kaarten!K1: error: "uitleg" is no column of Kaarten; did you mean "waarom"?',
        'Kaarten!L1: error: "speelwijs" is no column of Kaarten; did you mean "speelwijze"?',
        'Kaarten!B2: error: card "cups": soort is "keus"; expected choice, estimate',
        'Kaarten!G2: error: card "cups", option 1: punten A is "drie"; expected a whole number',
        'Kaarten!D3: error: card "monday": titel is empty; expected',
    ):
        assert part in told_of, told_of


def test_a_dutch_sheet_without_headings_is_told_them_in_dutch(tmp_path: Path) -> None:
    def dutch(book: Workbook) -> None:
        book["Cards"].title = "Kaarten"
        book["Kaarten"].delete_rows(1)

    assert any(
        "the sheet has no row of headings; expected id, soort, speelwijze" in one
        for one in told(read(tmp_path, then=dutch))
    )


def test_a_title_above_the_headings_may_be_merged(tmp_path: Path) -> None:
    def headed(book: Workbook) -> None:
        book["Cards"].insert_rows(1, 2)
        book["Cards"]["A1"] = "Our deck, draft of May"
        book["Cards"].merge_cells("A1:F1")

    assert told(read(tmp_path, then=headed)) == []


def test_merged_cells_are_told_by_their_first(tmp_path: Path) -> None:
    def merge(book: Workbook) -> None:
        book["Cards"].merge_cells("C2:C3")

    assert told(read(tmp_path, then=merge)) == [
        "deck.xlsx:Cards!C2: error: the cells C2:C3 are merged; expected each to have its own "
        "text; split them, and fill each [sheet]",
        'deck.xlsx:Cards!C3: error: card "monday": category is empty; '
        "expected the id of a category [structure]",
    ]


def test_hidden_rows_are_read_and_told(tmp_path: Path) -> None:
    def hide(book: Workbook) -> None:
        book["Cards"].row_dimensions[3].hidden = True

    file = read(tmp_path, then=hide)
    assert file.deck == read(tmp_path).deck
    file = read(tmp_path, then=hide)
    assert told(file) == [
        "deck.xlsx:Cards!A3: advice: row 3 is hidden, and read like the others; "
        "delete what is not to be read [sheet]"
    ]


def test_empty_rows_count_for_nothing_but_the_numbers_of_those_after_them(tmp_path: Path) -> None:
    def spread(book: Workbook) -> None:
        book["Cards"].insert_rows(3, 40)
        book["Cards"]["B43"] = "comit"

    (problem,) = read(tmp_path, then=spread).problems
    assert problem.cell == "Cards!B43"


def test_a_sheet_that_is_protected_is_read(tmp_path: Path) -> None:
    def protect(book: Workbook) -> None:
        book["Cards"].protection.set_password("secret")

    assert told(read(tmp_path, then=protect)) == []


def test_columns_and_sheets_for_oneself_are_not_read_plain(tmp_path: Path) -> None:
    changes = {"Cards!J1": "# to do", "Cards!J2": "ask Anna", "#notes!A1": "x", "Uitleg!A1": "x"}
    assert told(read_plain(tmp_path, changes)) == []


def test_a_translation_has_columns_of_its_own(tmp_path: Path) -> None:
    changes = {
        "Deck!C1": "value (nl)",
        "Deck!C3": "Voorbeeld",
        "Cards!J1": "titel (nl)",
        "Cards!J2": "Kopjes",
        "Cards!K1": "option B (nl)",
        "Cards!K2": "Drinken.",
    }
    file = read_plain(tmp_path, changes)
    assert told(file) == []
    dutch = file.overlays["nl"].deck
    assert (dutch.title, dutch.cards[0].title) == ("Voorbeeld", "Kopjes")
    assert [one.text for one in getattr(dutch.cards[0], "options", ())] == ["Ask.", "Drinken."]


def test_a_cell_is_called_as_spreadsheets_call_it() -> None:
    names = [str(Cell("Cards", 6, column)) for column in (0, 25, 26, 701, 702)]
    assert names == ["Cards!A7", "Cards!Z7", "Cards!AA7", "Cards!ZZ7", "Cards!AAA7"]
    assert str(Cell("", 0, 3)) == "D1"
    assert str(Cell("My cards", 0, 0)) == "'My cards'!A1"


def test_a_workbook_may_be_called_anything(tmp_path: Path) -> None:
    path = workbook(tmp_path / "deck.xlsx").rename(tmp_path / "deck.csv")
    assert read_sheet(path).problems == ()


@pytest.mark.parametrize("text", ["_x0041_", "_x005F_x000D_\n-", "_x_x0041__x0041_", "_x000D_\n"])
def test_what_a_workbook_would_take_for_a_code_stays_a_text(text: str) -> None:
    assert unescaped(escaped(text)) == text


def test_a_line_end_of_windows_is_a_line_end() -> None:
    assert unescaped("one_x000D_\ntwo") == "one\ntwo"
