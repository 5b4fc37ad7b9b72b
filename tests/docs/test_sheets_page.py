"""docs/sheets.md is true: its commands run, its example is a deck, its table names the columns."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from game.cli import run
from game.content.sheets import read_sheet
from game.content.sheets.columns import MEMORY
from game.content.sheets.layout import TABLES

PAGE = (Path(__file__).parents[2] / "docs" / "sheets.md").read_text("utf-8")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
ROW = re.compile(r"^\| `([^`]+)`(?: to `([^`]+)`)? \| `([^`]+)` \| ([^|]+) \|", re.MULTILINE)


def test_the_commands_run_one_after_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    lines = [
        line for kind, body in BLOCK.findall(PAGE) if kind == "sh" for line in body.split("\n")
    ]
    words = [shlex.split(line)[1:] for line in lines if line]
    assert len(words) == 7
    for line in words:
        assert run(line) == 0, capsys.readouterr()


def test_the_csv_is_a_deck_with_its_translation(tmp_path: Path) -> None:
    (text,) = (body for kind, body in BLOCK.findall(PAGE) if kind == "csv")
    path = tmp_path / "deck.csv"
    path.write_text(text, "utf-8")
    file = read_sheet(path)
    assert file.problems == ()
    assert file.deck is not None
    assert [card.id for card in file.deck.cards] == ["the-wait", "monday"]
    assert file.overlays["nl"].deck.cards[1].title == "Maandag"


def test_the_table_names_every_column_in_both_languages_and_where_it_stands() -> None:
    told = {(en, nl): where for en, _, nl, where in ROW.findall(PAGE)}
    named: dict[tuple[str, str], list[str]] = {}
    for table in TABLES:
        for column in table.columns:
            number = column.name.en.rpartition(" ")[2]
            if column != MEMORY and number not in tuple("BCDEF234567"):
                named.setdefault((column.name.en, column.name.nl), []).append(table.name.en)
    assert told.keys() == named.keys()
    for name, sheets in named.items():
        where = told[name]
        if "but" in where:
            left_out = where.partition("but")[2]
            expected = [table.name.en for table in TABLES if table.name.en not in left_out]
        else:
            expected = where.split(", ")
        if name[0] == "silence":
            expected.remove("Debrief")  # which has no id
        assert sheets == expected, name


def test_the_table_names_every_sheet() -> None:
    for table in TABLES:
        assert f"| {table.name.en} | {table.name.nl} | " in PAGE
