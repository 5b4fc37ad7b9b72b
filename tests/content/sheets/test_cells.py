"""What is wrong in a spreadsheet is told by its cell, all of it at once."""

from __future__ import annotations

from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

import pytest

from game.content import load_deck
from tests.content.author import write_deck
from tests.content.sheets.books import read, read_plain, told

TEXT = "expected text of at most 80 characters; format the cell as text, and type it again [sheet]"
ODD: list[tuple[dict[str, Any], str]] = [
    (
        {"Cards!D3": "=A3&B3"},
        'Cards!D3: error: card "monday": title is the formula "=A3&B3"; '
        "expected its value; paste its value instead [sheet]",
    ),
    (
        {"Cards!D3": "#REF!"},
        'Cards!D3: error: card "monday": title is "#REF!", an error of the spreadsheet [sheet]',
    ),
    (
        {"Cards!D3": date(2024, 1, 30)},
        'Cards!D3: error: card "monday": title is "2024-01-30", '
        f"a date or a time to the spreadsheet; {TEXT}",
    ),
    (
        {"Cards!D3": time(1, 30)},
        'Cards!D3: error: card "monday": title is "1:30", '
        f"a date or a time to the spreadsheet; {TEXT}",
    ),
    (
        {"Cards!D3": timedelta(hours=25, minutes=3)},
        'Cards!D3: error: card "monday": title is "25:03", '
        f"a date or a time to the spreadsheet; {TEXT}",
    ),
    (
        {"Cards!D3": True},
        f'Cards!D3: error: card "monday": title is TRUE, a truth value to the spreadsheet; {TEXT}',
    ),
    (
        {"Cards!J1": "title (nl)", "Cards!J3": date(2024, 3, 4)},
        'Cards!J3: error: card "monday": title (nl) is "2024-03-04", '
        f"a date or a time to the spreadsheet; {TEXT}",
    ),
]
"""What only a spreadsheet program can put into a cell."""
PROBLEMS: list[tuple[dict[str, Any], str]] = [
    (
        {"Cards!G2": "three"},
        'Cards!G2: error: card "cups", option 1: points is "three"; '
        "expected a whole number from 0 to 3 [structure]",
    ),
    (
        {"Cards!G2": 7},
        'Cards!G2: error: card "cups", option 1: points is "7"; '
        "expected a whole number from 0 to 3 [structure]",
    ),
    (
        {"Cards!D3": None},
        'Cards!D3: error: card "monday": title is empty; '
        "expected text of at most 80 characters [structure]",
    ),
    (
        {"Cards!G2": "1.000"},
        'Cards!G2: error: card "cups": points A is "1.000", which may be 1000 or a '
        "little more than 1; write a number in digits, without points between thousands [sheet]",
    ),
    (
        {"Cards!J1": "promt"},
        'Cards!J1: error: "promt" is no column of Cards; did you mean "prompt"? [unknown-field]',
    ),
    (
        {"Cards!J1": "remarks by Anna"},
        'Cards!J1: error: "remarks by Anna" is no column of Cards; '
        "a column for yourself begins with # [unknown-field]",
    ),
    (
        {"Cards!J1": "Titel"},
        'Cards!J1: error: "Titel" stands here a second time; the first is in D1; '
        "keep one of them [duplicate-key]",
    ),
    (
        {"Cards!J3": "loose"},
        'Cards!J3: error: "loose" stands in a column without a heading; '
        "give the column a heading; one for yourself begins with # [sheet]",
    ),
    (
        {"Cards!E1": "# prompt"},
        'Cards!A1: error: there is no column "prompt", which is needed [sheet]',
    ),
    (
        {"Cards!J1": "option D", "Cards!J2": "Later."},
        'Cards!J2: error: card "cups", option 3: text is missing; '
        "expected text of at most 200 characters [structure]",
    ),
    (
        {"Cards!J1": "meters A", "Cards!J2": "progress lots"},
        'Cards!J2: error: card "cups", option 1: meter "progress" is "lots"; '
        "expected a whole number from −2 to 2 [structure]",
    ),
    (
        {"Cards!J1": "meters A", "Cards!J2": "progress"},
        'Cards!J2: error: card "cups", option 1: meters is "progress"; '
        "expected meters and their change, such as {progress: 1, connection: -1} [structure]",
    ),
    (
        {"Cards!J1": "answer", "Cards!J3": 3},
        'Cards!J3: error: card "monday": "answer" is no field of a commit card; '
        "it is a field of estimate cards [unknown-field]",
    ),
    (
        {"Cards!C2": "insight"},
        'Cards!C2: error: card "cups": "insight" is not a category of this deck; '
        'did you mean "insights"? [reference]',
    ),
    (
        {"Deck!B4": None},
        "Deck!B4: error: language is empty; expected the code of a language, such as en, nl or "
        "pt-BR [structure]",
    ),
    (
        {"Deck!A5": "titel", "Deck!B5": "Again"},
        'Deck!A5: error: "titel" stands here a second time; keep one of them [duplicate-key]',
    ),
    (
        {"Deck!C1": "value (nl)", "Deck!C2": "voorbeeld"},
        'Deck!C2: error: "voorbeeld" stands in a column without a heading; '
        "give the column a heading; one for yourself begins with # [sheet]",
    ),
    (
        {"Deck!C1": "worth (nl)"},
        'Deck!C1: error: "worth (nl)" is no column of Deck; '
        "a column in another language is called value (nl) [unknown-field]",
    ),
    (
        {"Deck!B4": "Dutch"},
        'Deck!B4: error: language is "Dutch"; expected the code of a language, such as en, nl or '
        'pt-BR; did you mean "nl"? [structure]',
    ),
    (
        {"Cards!A3": "cups"},
        'Cards!A3: error: card "cups": the id is also that of the card in row 2 of Cards; '
        "give one of them another id [duplicate-id]",
    ),
    (
        {"Kard!A1": "id"},
        'Kard!A1: warning: "Kard" is no sheet of a deck, and is not read; '
        "a sheet for yourself begins with # [sheet]",
    ),
    (
        {"Twist!A1": "id", "Twist!B1": "title"},
        'Twist!A1: warning: "Twist" is no sheet of a deck, and is not read; '
        'did you mean "Twists"? [sheet]',
    ),
    (
        {"Kaarten!A1": "id"},
        'Kaarten!A1: error: "Kaarten" holds the same as "Cards"; expected one sheet of each; '
        "put all rows on one of them [sheet]",
    ),
]


@pytest.mark.parametrize(("changes", "line"), PROBLEMS, ids=[line[:60] for _, line in PROBLEMS])
def test_a_problem_names_its_cell(tmp_path: Path, changes: dict[str, Any], line: str) -> None:
    assert f"deck.xlsx:{line}" in told(read_plain(tmp_path, changes))


def test_what_a_program_made_of_a_text_is_told_by_its_cell(tmp_path: Path) -> None:
    for changes, line in ODD:
        assert f"deck.xlsx:{line}" in told(read(tmp_path, changes))


def test_the_deck_of_these_tests_is_sound(tmp_path: Path) -> None:
    file = read(tmp_path)
    assert told(file) == []
    assert file.deck is not None
    assert [card.id for card in file.deck.cards] == ["cups", "monday"]


def test_every_problem_is_told_at_once_in_the_order_of_the_sheets(tmp_path: Path) -> None:
    changes = {"Categories!B2": None, "Cards!B3": "comit", "Cards!G2": "x", "Deck!B3": None}
    cells = [problem.cell for problem in read_plain(tmp_path, changes).problems]
    assert cells == ["Deck!B3", "Cards!G2", "Cards!B3", "Categories!B2"]


def test_the_sentences_are_those_of_a_deck_in_yaml(tmp_path: Path) -> None:
    folder = write_deck(
        tmp_path / "yaml",
        "cards:\n  - {id: cups, kind: choice, category: insights, title: Cups, prompt: One name.,"
        " options: [{text: Ask., points: three}, {text: Drink., points: 0}]}\n",
    )
    (written,) = load_deck(folder).problems
    (problem,) = read_plain(tmp_path, {"Cards!G2": "three"}).problems
    assert (problem.sentence, problem.check, problem.steps) == (
        written.sentence,
        written.check,
        written.steps,
    )
