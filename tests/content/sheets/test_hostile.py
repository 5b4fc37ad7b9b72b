"""Files that are no spreadsheet, or one that nobody should open: a sentence each, and no harm."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.content.sheets import read_sheet, zipped
from game.content.sheets import workbook as reading
from game.content.sheets.grid import UnreadableSheetError
from game.content.sheets.zipped import look
from tests.content.sheets.books import told, workbook

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SHEET = "xl/worksheets/sheet2.xml"
TOO_LARGE = (
    "error: the workbook is far larger inside than any deck; "
    "copy the cells that are filled into a new workbook [sheet]"
)
DAMAGED = (
    "error: the workbook is damaged, or no workbook at all; "
    "open it in a spreadsheet program, and save it as .xlsx [sheet]"
)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return workbook(tmp_path_factory.mktemp("sheets") / "deck.xlsx").read_bytes()


def with_part(data: bytes, name: str, part: bytes) -> bytes:
    """The workbook, with another part in the place of one."""
    buffer = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(buffer, "w", ZIP_DEFLATED) as new:
        for member in old.namelist():
            if member != name:
                new.writestr(member, old.read(member))
        new.writestr(name, part)
    return buffer.getvalue()


def said(folder: Path, data: bytes) -> list[str]:
    path = folder / "deck.xlsx"
    path.write_bytes(data)
    return [line.removeprefix("deck.xlsx:1:1: ") for line in told(read_sheet(path))]


def test_what_is_no_workbook_is_called_by_its_name(tmp_path: Path) -> None:
    zipped, ods = BytesIO(), BytesIO()
    with ZipFile(zipped, "w") as archive:
        archive.writestr("readme.txt", "hello")
    with ZipFile(ods, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    encrypted = OLE + bytes(500) + "EncryptedPackage".encode("utf-16-le")
    files = {
        b"": "error: the file is empty [sheet]",
        b"%PDF-1.7": "error: the file is no text; expected a CSV file, or a workbook (.xlsx) "
        "[sheet]",
        b"PK\x03\x04" + bytes(50): DAMAGED,
        OLE: "error: the file is an old Excel workbook (.xls); "
        "open it in a spreadsheet program, and save it as .xlsx [sheet]",
        encrypted: "error: the file is protected by a password; save it without one, as .xlsx "
        "[sheet]",
        zipped.getvalue(): "error: the file is a zip with no workbook in it; "
        "expected an .xlsx or a .csv [sheet]",
        ods.getvalue(): "error: the file is a spreadsheet of LibreOffice (.ods); "
        "open it in a spreadsheet program, and save it as .xlsx [sheet]",
    }
    for data, sentence in files.items():
        assert said(tmp_path, data) == [sentence]
    assert "this is a folder; expected a file" in told(read_sheet(tmp_path))[0]
    assert "there is no such file" in told(read_sheet(tmp_path / "none.xlsx"))[0]


def test_entities_are_refused_before_anything_is_parsed(tmp_path: Path, sound: bytes) -> None:
    lol = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    for part in (SHEET, "xl/sharedStrings.xml", "xl/styles.xml", "docProps/core.xml"):
        (line,) = said(tmp_path, with_part(sound, part, b"<?xml version='1.0'?>" + lol + b"<x/>"))
        assert "declares entities" in line
    for encoding in ("utf-16", "cp037"):
        hidden = f"<?xml version='1.0' encoding='{encoding}'?>{lol.decode()}<x/>"
        assert said(tmp_path, with_part(sound, SHEET, hidden.encode(encoding))) != []


def test_a_bomb_is_refused_by_what_its_zip_says_of_itself(
    tmp_path: Path, sound: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    bomb = with_part(sound, "xl/styles.xml", b" " * 6_000_000)
    assert len(bomb) < 20_000
    assert said(tmp_path, bomb) == [TOO_LARGE]
    monkeypatch.setattr(zipped, "MOST_SHEETS_BYTES", 50_000)
    monkeypatch.setattr(zipped, "MOST_TEXTS_BYTES", 50_000)
    for part in (SHEET, "xl/sharedStrings.xml"):
        assert said(tmp_path, with_part(sound, part, b" " * 60_000)) == [TOO_LARGE]


def test_a_million_rows_are_told_before_the_library_sees_them(
    sound: bytes,
) -> None:
    rows = b"".join(b'<row r="%d"/>' % n for n in range(1, 60_001))
    data = with_part(sound, SHEET, b"<worksheet><sheetData>" + rows + b"</sheetData></worksheet>")
    with pytest.raises(UnreadableSheetError, match="a sheet has more than 50000 rows"):
        look(data)


def test_one_cell_at_the_far_end_of_a_sheet_is_read(tmp_path: Path) -> None:
    path = workbook(tmp_path / "deck.xlsx", {"Cards!A1048576": "far"})
    (problem, *_) = read_sheet(path).problems
    assert problem.cell.startswith("Cards!")
    assert problem.line == 1_048_576


def test_cells_are_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_CELLS", 10)
    path = workbook(tmp_path / "deck.xlsx")
    assert told(read_sheet(path)) == [
        "deck.xlsx:1:1: error: the file holds more than 500000 filled cells [sheet]"
    ]


def test_a_workbook_cut_short_is_told(tmp_path: Path, sound: bytes) -> None:
    for length in (30, len(sound) // 2, len(sound) - 10):
        assert said(tmp_path, sound[:length]) == [DAMAGED]


@given(st.data())
@settings(max_examples=25)
def test_a_damaged_workbook_never_ends_in_an_error_of_ours(
    tmp_path_factory: pytest.TempPathFactory, sound: bytes, data: st.DataObject
) -> None:
    path = tmp_path_factory.getbasetemp() / "mangled.xlsx"
    with ZipFile(BytesIO(sound)) as archive:
        name = data.draw(st.sampled_from(archive.namelist()))
        part = bytearray(archive.read(name))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(part) - 1))
        part[at : at + data.draw(st.integers(0, 30))] = data.draw(
            st.sampled_from([b"", b"<", b"\0", b'"', b"9999999999", b"t='d'", b"</c>", b"-1"])
        )
    path.write_bytes(with_part(sound, name, bytes(part)))
    file = read_sheet(path)
    assert file.ready or file.reasons


@given(
    st.binary(max_size=300)
    | st.text(max_size=300).map(lambda text: text.encode("utf-8", "replace"))
)
@settings(max_examples=30)
def test_bytes_of_any_kind_are_read_or_told(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.csv"
    path.write_bytes(b"section,id,title\n" * data.count(b"1") + data)
    assert read_sheet(path).reasons
