"""Bytes that are no text, and how that is said."""

from __future__ import annotations

import pytest

from game.content.decode import decode, place
from game.content.problem import Level

ODD = [
    pytest.param(b"", 1, 1, "the file is empty", id="empty"),
    pytest.param(b" \n\r\n\t\n", 1, 1, "the file is empty", id="blank"),
    pytest.param(b"\xef\xbb\xbf", 1, 1, "the file is empty", id="only a mark"),
    pytest.param(b"\0" * 4096, 1, 1, "the file is empty", id="zeros after a power cut"),
    pytest.param("a: 1".encode("utf-16"), 1, 1, "UTF-16; expected UTF-8", id="utf-16"),
    pytest.param("a: 1".encode("utf-16-be"), 1, 1, "UTF-16; expected", id="utf-16 without mark"),
    pytest.param("a: 1".encode("utf-16-le"), 1, 1, "UTF-16; expected", id="utf-16, the other way"),
    pytest.param("a: 1".encode("utf-32"), 1, 1, "UTF-16; expected UTF-8", id="utf-32"),
    pytest.param(b"PK\x03\x04rest", 1, 1, "a spreadsheet or a zip file", id="spreadsheet"),
    pytest.param(b"{\\rtf1\\ansi", 1, 1, "a document with layout (RTF)", id="rtf"),
    pytest.param(b"%PDF-1.7", 1, 1, "a PDF", id="pdf"),
    pytest.param(b"\x89PNG\r\n\x1a\n", 1, 1, "a picture", id="picture"),
    pytest.param(b"a: 1\nb: caf\xe9\n", 2, 7, 'the byte E9 is no UTF-8 (a "é"', id="latin-1"),
    pytest.param("é: é\r\n".encode() + b"b: \xff", 2, 4, "the byte FF is no UTF-8", id="crlf"),
    pytest.param(b"a: 1\nbc: \x00", 2, 5, "the invisible character U+0000", id="nul"),
    pytest.param("a: 1\rb: x\u2028y".encode(), 2, 5, "character U+2028", id="line separator"),
    pytest.param("a: 😀\x85".encode(), 1, 5, "character U+0085", id="next line"),
    pytest.param("a: b\n\ufeffc: d".encode(), 2, 1, "character U+FEFF", id="a mark inside"),
]


@pytest.mark.parametrize(("data", "line", "column", "text"), ODD)
def test_what_is_no_text_is_said_with_its_place(
    data: bytes, line: int, column: int, text: str
) -> None:
    decoded = decode(data, "deck.yaml")
    assert decoded.text is None
    problem = decoded.problems[-1]
    assert (problem.line, problem.column, problem.level) == (line, column, Level.ERROR)
    assert problem.check == "encoding"
    assert text in problem.text


def test_every_invisible_character_is_said_at_once() -> None:
    found = decode(b"a: \x01\nb: \x02\n\x03", "deck.yaml").problems
    assert [(problem.line, problem.column) for problem in found] == [(1, 4), (2, 4), (3, 1)]


def test_of_a_great_many_only_the_first_are_said() -> None:
    assert len(decode(b"a: " + b"\x01" * 5000, "deck.yaml").problems) == 20


def test_a_byte_order_mark_is_taken_off_and_advised_against() -> None:
    decoded = decode(b"\xef\xbb\xbfa: 1\n", "deck.yaml")
    assert decoded.text == "a: 1\n"
    (advice,) = decoded.problems
    assert (advice.level, advice.line, advice.column) == (Level.ADVICE, 1, 1)


@pytest.mark.parametrize("text", ["a: 1\r\nb: 2\r\n", "a: “é” – 日本語 😀\n", "\ta: b\n"])
def test_text_stays_as_it_is(text: str) -> None:
    assert decode(text.encode(), "deck.yaml").text == text
    assert decode(text.encode(), "deck.yaml").problems == ()


@pytest.mark.parametrize(
    ("text", "index", "where"),
    [
        ("ab", 1, (1, 2)),
        ("a\nb", 2, (2, 1)),
        ("a\r\nbc", 4, (2, 2)),
        ("a\rb", 2, (2, 1)),
        ("", 0, (1, 1)),
    ],
)
def test_lines_are_counted_as_editors_do(text: str, index: int, where: tuple[int, int]) -> None:
    assert place(text, index) == where


@pytest.mark.parametrize(
    ("file", "hint"),
    [
        ("deck.xlsx", "a deck in a spreadsheet is brought in first: cxgame import"),
        ("Deck.XLSX", "a deck in a spreadsheet is brought in first: cxgame import"),
        ("my-deck.cxdeck", "a packed deck is added first: cxgame add"),
        ("deck.yaml", ""),
    ],
)
def test_files_that_become_a_deck_by_a_command_name_it(file: str, hint: str) -> None:
    assert decode(b"PK\x03\x04rest", file).problems[-1].hint == hint
