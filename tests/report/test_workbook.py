"""The workbook of a report, as somebody opens it: to read, to sort and to print."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from game.report.session.facts import SessionFacts
from game.report.session.gather import facts_of
from game.report.session.tables import csv_of, tables_of, workbook_of
from tests.report.sessions import played

LONG = "They told it to us a second time, and once more to the next of us. " * 8


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> SessionFacts:
    folder: Path = tmp_path_factory.mktemp("workbook")
    return facts_of(played(folder / "evening.cxsession", words=LONG[:190]))


def opened(facts: SessionFacts) -> Any:
    """What openpyxl reads, of which its types tell less than there is."""
    return load_workbook(io.BytesIO(workbook_of([facts])))


def test_no_text_stands_in_a_column_a_few_letters_wide(facts: SessionFacts) -> None:
    for sheet in opened(facts).worksheets:
        for column in sheet.iter_cols():
            wide = sheet.column_dimensions[column[0].column_letter].width
            longest = max(len(str(cell.value or "")) for cell in column if not cell.is_date)
            assert 8 <= wide <= 48
            assert wide >= min(longest, 48), (sheet.title, column[0].value)


def test_heads_stay_in_sight_filter_and_stand_on_every_printed_page(facts: SessionFacts) -> None:
    for sheet in opened(facts).worksheets:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToHeight == 0, "as many pages as it takes"


def test_days_are_days_and_not_texts_that_look_like_them(facts: SessionFacts) -> None:
    plans = opened(facts)["plans"]
    day = next(i for i, cell in enumerate(plans[1]) if cell.value == "day")
    due = [row[day] for row in plans.iter_rows(min_row=2) if row[day].value]
    told = [plan.due for plan in (*facts.plans, *facts.earlier) if plan.due]
    assert told
    assert [cell.value.date() for cell in due] == told
    assert {cell.number_format for cell in (*due, plans["A2"])} == {"yyyy-mm-dd"}
    assert plans["A2"].value.date() == date(2026, 6, 1)
    assert b"2026-06-01" in csv_of(tables_of([facts])["plans"])


def test_a_day_no_spreadsheet_knows_stays_a_text(facts: SessionFacts) -> None:
    plan = replace(facts.plans[0], due=date(1815, 6, 18))
    plans = opened(replace(facts, plans=(plan,)))["plans"]
    assert "1815-06-18" in [cell.value for cell in plans[2]]
