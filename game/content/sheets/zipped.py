"""Looking at a workbook before it is opened: it is a zip of XML that a stranger may have made.

Sizes are those the zip itself names, beyond which nothing is unpacked of a member. What the
library does not tell of a sheet that is read row by row is found here: merged cells, hidden rows.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Final, NamedTuple
from zipfile import BadZipFile, ZipFile, ZipInfo

from game.content.sheets.grid import MOST_ROWS, UnreadableSheetError
from game.content.wording import quoted

MOST_SHEETS_BYTES: Final = 80_000_000
"""All sheets together, unpacked: a deck of ten thousand cards takes half of it."""
MOST_TEXTS_BYTES: Final = 30_000_000
"""The table of texts, which is kept in memory."""
MOST_PART_BYTES: Final = 5_000_000
"""Any other part: styles, the list of sheets."""
MOST_MEMBERS: Final = 2_000

_PIECE = 1 << 20
_OVERLAP = 512
_SHEETS = re.compile(r"xl/worksheets/[^/]+\.xml")
_TEXTS = "xl/sharedStrings.xml"
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
_ENCODING = re.compile(rb"<\?xml[^>]*encoding\s*=\s*[\"']([A-Za-z0-9._-]+)")
_UNSAFE = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)
_MERGED = re.compile(
    rb"<(?:\w+:)?mergeCell\s[^>]*?ref=[\"']([A-Z]{1,3}[0-9]{1,7}):([A-Z0-9]+)[\"']"
)
_HIDDEN = re.compile(
    rb"<(?:\w+:)?row\s(?=[^>]*\shidden=[\"'](?:1|true)[\"'])[^>]*?\br=[\"']([0-9]+)"
)
_ROW = re.compile(rb"<(?:\w+:)?row[\s/>]")
_MOST_NAMED = 100


class Told(NamedTuple):
    """What was seen of one sheet while its file was looked at."""

    merged: tuple[tuple[str, str], ...] = ()
    """First and last cell of each group of merged ones."""
    hidden: tuple[int, ...] = ()
    """Rows, from 1."""


def look(data: bytes) -> dict[str, Told]:
    """What the sheets of a workbook hold beside their cells, by the path of their part.

    Raises `UnreadableSheetError` for whatever is no workbook, or one that nobody should open.
    """
    try:
        with ZipFile(BytesIO(data)) as archive:
            members = archive.infolist()
            _check_kind(archive, members)
            _check_sizes(members)
            return {
                member.filename: _look_into(archive, member)
                for member in members
                if member.filename.endswith((".xml", ".rels"))
            }
    except UnreadableSheetError:
        raise
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
        raise damaged() from error
    except RuntimeError as error:  # a member in a zip of the old kind with a password
        raise UnreadableSheetError(
            "the file is protected by a password", "save it without one"
        ) from error


def damaged() -> UnreadableSheetError:
    """The file begins as a workbook and does not go on as one."""
    return UnreadableSheetError(
        "the workbook is damaged, or no workbook at all",
        "open it in a spreadsheet program, and save it as .xlsx",
    )


def _check_kind(archive: ZipFile, members: list[ZipInfo]) -> None:
    names = {member.filename for member in members}
    hint = "open it in a spreadsheet program, and save it as .xlsx"
    if "mimetype" in names and archive.read("mimetype")[:60].strip() == _ODS:
        raise UnreadableSheetError("the file is a spreadsheet of LibreOffice (.ods)", hint)
    if "xl/workbook.bin" in names:
        raise UnreadableSheetError("the file is a binary workbook (.xlsb)", hint)
    if "xl/workbook.xml" not in names:
        raise UnreadableSheetError(
            "the file is a zip with no workbook in it; expected an .xlsx or a .csv"
        )


def _check_sizes(members: list[ZipInfo]) -> None:
    sheets = sum(one.file_size for one in members if _SHEETS.fullmatch(one.filename))
    texts = sum(one.file_size for one in members if one.filename == _TEXTS)
    if sheets > MOST_SHEETS_BYTES or texts > MOST_TEXTS_BYTES or len(members) > MOST_MEMBERS:
        raise _too_large()
    for one in members:
        sized = _SHEETS.fullmatch(one.filename) or one.filename == _TEXTS
        xml = one.filename.endswith((".xml", ".rels"))
        if xml and not sized and one.file_size > MOST_PART_BYTES:
            raise _too_large()


def _too_large() -> UnreadableSheetError:
    return UnreadableSheetError(
        "the workbook is far larger inside than any deck",
        "copy the cells that are filled into a new workbook",
    )


def _look_into(archive: ZipFile, member: ZipInfo) -> Told:
    """Read a part from end to end, piece by piece."""
    merged: dict[tuple[str, str], None] = {}
    hidden: dict[int, None] = {}
    rows = 0
    for piece, fresh in _pieces(archive, member):
        if _UNSAFE.search(piece):
            raise UnreadableSheetError(
                f"the part {quoted(member.filename)} of the workbook declares entities, "
                "which no spreadsheet program writes"
            )
        if not _SHEETS.fullmatch(member.filename):
            continue
        rows += len(_ROW.findall(piece, fresh))
        if rows > MOST_ROWS:
            raise UnreadableSheetError(
                f"a sheet has more than {MOST_ROWS} rows",
                "delete the empty rows beneath the last card",
            )
        for found in _MERGED.finditer(piece):
            if len(merged) < _MOST_NAMED:
                merged[found[1].decode(), found[2].decode()] = None
        for found in _HIDDEN.finditer(piece):
            if len(hidden) < _MOST_NAMED:
                hidden[int(found[1][:7])] = None
    return Told(tuple(merged), tuple(hidden))


def _pieces(archive: ZipFile, member: ZipInfo) -> Iterator[tuple[bytes, int]]:
    """Pieces that overlap, so that nothing is cut in two, and where each is new."""
    with archive.open(member) as file:
        before = b""
        while piece := file.read(_PIECE):
            if not before:
                _check_encoding(piece)
            yield before + piece, len(before)
            before = piece[-_OVERLAP:]


def _check_encoding(head: bytes) -> None:
    """XML in anything but UTF-8 could hide from a search for what is unsafe."""
    found = _ENCODING.search(head[:200])
    other = found is not None and found[1].lower() not in (b"utf-8", b"us-ascii", b"ascii")
    if other or head.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in head[:8]:
        raise damaged()
