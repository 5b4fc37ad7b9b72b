"""CSV as Excel writes it, in English and in Dutch, and as it must not be believed."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.content import DeckFile
from game.content.sheets import read_sheet
from game.content.sheets.commas import protected, unprotected
from tests.content.sheets.books import told

DECK = """\
section,id,title,language,name,kind,category,prompt,answer,3 points within,2 points within,\
1 point within,title (nl)
deck,example,Example,en,,,,,,,,,Voorbeeld
categories,insights,,,Insights,,,,,,,,
cards,gap,The gap,,,estimate,insights,"How many,
in all?",12.5,1,2.5,5,
"""
DUTCH = """\
onderdeel;id;titel;taal;naam;soort;categorie;verhaal of vraag;antwoord;3 punten binnen;\
2 punten binnen;1 punt binnen;titel (nl)
Deck;example;Example;en;;;;;;;;;Voorbeeld
Categorieën;insights;;;Insights;;;;;;;;
Kaarten;gap;The gap;;;estimate;insights;"How many,
in all?";12,5;1;2,5;5;
"""


def read(folder: Path, data: bytes) -> DeckFile:
    path = folder / "deck.csv"
    path.write_bytes(data)
    return read_sheet(path)


@pytest.mark.parametrize(
    "data",
    [
        DECK.encode(),
        b"\xef\xbb\xbf" + DECK.encode(),
        DUTCH.encode(),
        DUTCH.replace("\n", "\r\n").encode("utf-8-sig"),
        b"sep=;\r\n" + DUTCH.encode(),
        b'sep="\r\n' + DECK.encode(),
        b"sep=\n" + DECK.encode(),
        DECK.replace(",", "\t").replace("many\t", "many,").encode("utf-16"),
    ],
    ids=["english", "mark", "dutch", "excel", "sep", "no sep", "nothing", "unicode text"],
)
def test_a_csv_is_read_as_any_excel_writes_it(tmp_path: Path, data: bytes) -> None:
    file = read(tmp_path, data)
    assert told(file) == []
    assert file.deck is not None
    (card,) = file.deck.cards
    assert (card.prompt, getattr(card, "answer", None)) == ("How many,\nin all?", 12.5)
    assert file.overlays["nl"].deck.title == "Voorbeeld"


PROBLEMS = [
    (
        DECK.replace("12.5", "twelve"),
        'I4: error: card "gap": answer is "twelve"; expected a number in digits, such as 80 or 12.5'
        " [structure]",
    ),
    (
        DUTCH.replace("12,5", "1.000"),
        'I4: error: card "gap": antwoord is "1.000", which may be 1000 or a little more than 1; '
        "write a number in digits, without points between thousands [sheet]",
    ),
    (
        DECK.replace("12.5", '"1,000"'),
        'I4: error: card "gap": answer is "1,000"; expected a number in digits, such as 80 or 12.5;'
        " write it without separators: 1000 [structure]",
    ),
    (
        DECK.replace("cards,gap", "card,gap"),
        'A4: error: section is "card"; expected a part of a deck, such as cards or twists; '
        'did you mean "Cards"? [sheet]',
    ),
    (
        DECK.replace("Insights,,,,,", "Insights,,,,7,"),
        'I3: error: "answer" is no column of Categories; empty the cell [unknown-field]',
    ),
    (
        DUTCH.replace("Kaarten;gap", "kaart;gap"),
        'A4: error: onderdeel is "kaart"; expected a part of a deck, such as cards or twists; '
        'did you mean "Kaarten"? [sheet]',
    ),
    (
        DECK + "cards,gap,The gap,,,commit,insights,Plan.\n",
        'B5: error: card "gap": the id is also that of the card in row 4; '
        "give one of them another id [duplicate-id]",
    ),
    (
        DECK.replace("section,", "what,"),
        "A1: error: the sheet has no row of headings; expected section, id, title [sheet]",
    ),
    (
        DECK.replace("prompt", "promt"),
        'H1: error: "promt" is no column of a deck; did you mean "prompt"? [unknown-field]',
    ),
    (
        DECK + 'cards,"open\n',
        "A5: error: the file is no CSV from line 6 on; a quotation mark inside a cell is written "
        "twice; save it from a spreadsheet program [sheet]",
    ),
]


@pytest.mark.parametrize(("text", "line"), PROBLEMS, ids=[line[:40] for _, line in PROBLEMS])
def test_a_problem_names_the_cell_that_a_spreadsheet_shows(
    tmp_path: Path, text: str, line: str
) -> None:
    assert f"deck.csv:{line}" in told(read(tmp_path, text.encode()))


def test_a_file_in_an_older_encoding_is_told_with_its_place(tmp_path: Path) -> None:
    (line,) = told(read(tmp_path, DUTCH.encode("cp1252")))
    assert line.startswith('deck.csv:3:10: error: the byte EB is no UTF-8 (a "ë" of an older')
    assert '"CSV UTF-8"' in line


@pytest.mark.parametrize("text", ["=1+1", "+31 6", "-2", "@home", "'=x", "''-", "'s Avonds", "x"])
def test_no_text_is_taken_for_a_formula(text: str) -> None:
    assert protected(text)[0] not in "=+-@\t\r"
    assert unprotected(protected(text)) == text


def test_a_formula_that_somebody_typed_stays_a_text(tmp_path: Path) -> None:
    file = read(tmp_path, DECK.replace("The gap", "=HYPERLINK(A1)").encode())
    assert file.deck is not None
    assert file.deck.cards[0].title == "=HYPERLINK(A1)"
