"""From the bytes of a file to text, or to a sentence that says why not."""

from __future__ import annotations

import codecs
from typing import NamedTuple

from game.content.checks import encoding
from game.content.problem import Level, Problem
from game.content.wording import UNPRINTABLE, code

MOST_BYTES = 10_000_000
"""The largest file that is read: twenty thousand cards and more."""

_MOST_REPORTED = 20

_UTF_16_32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_ZIP = "a spreadsheet or a zip file"
_RTF = "a document with layout (RTF)"
_BROUGHT_IN = {
    "cxdeck": "a packed deck is added first: cxgame add",
    "xlsx": "a deck in a spreadsheet is brought in first: cxgame import",
}
"""What is done with zip files by their endings, before a deck can be made of them."""
_OTHER_FILES = {
    b"PK\x03\x04": _ZIP,
    b"%PDF": "a PDF",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"\xd0\xcf\x11\xe0": "an old Office document",
    b"{\\rtf": _RTF,
}
_SAVE_AS = "save it as UTF-8"


class Decoded(NamedTuple):
    """The text of a file, without a byte order mark; None when it is no text."""

    text: str | None
    problems: tuple[Problem, ...] = ()


def is_other_file(data: bytes) -> bool:
    """True for what no text editor shows: pictures, zip files, old documents."""
    return data.startswith(tuple(_OTHER_FILES))


def decode(data: bytes, file: str, save_as: str = _SAVE_AS) -> Decoded:
    """Turn the bytes of a YAML file into text that a parser can be trusted with.

    `save_as` is the advice where it is another encoding.
    """
    refused = _not_utf8(data, file)
    if refused is not None:
        return Decoded(None, (_problem(file, 1, 1, *refused),))
    problems = []
    if data.startswith(codecs.BOM_UTF8):
        data = data[len(codecs.BOM_UTF8) :]
        problems.append(
            _problem(
                file,
                1,
                1,
                "the file begins with an invisible mark (a byte order mark)",
                'save it as "UTF-8" rather than "UTF-8 with BOM"',
                Level.ADVICE,
            )
        )
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return Decoded(None, (*problems, _wrong_byte(data, error, file, save_as)))
    # After a power cut a file may be there in its full length, and hold nothing but zeros.
    if not text.replace("\0", "").strip():
        nothing = _problem(file, 1, 1, "the file is empty", 'begin it with "format: 1"')
        return Decoded(None, (*problems, nothing))
    invisible = _invisible(text, file)
    if invisible:
        return Decoded(None, (*problems, *invisible))
    return Decoded(text, tuple(problems))


def place(text: str, index: int) -> tuple[int, int]:
    """Line and column, from 1, of a character of a text; lines end as editors count them."""
    before = text[:index].replace("\r\n", "\n").replace("\r", "\n")
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def _not_utf8(data: bytes, file: str) -> tuple[str, str] | None:
    for magic, kind in _OTHER_FILES.items():
        if data.startswith(magic):
            ending = file.lower().rpartition(".")[2] if kind == _ZIP else ""
            hint = "save it as plain text" if kind == _RTF else _BROUGHT_IN.get(ending, "")
            return f"the file is {kind}; expected text in YAML", hint
    if data.startswith(_UTF_16_32) or _looks_utf16(data):
        return "the file is UTF-16; expected UTF-8", _SAVE_AS
    return None


def _looks_utf16(data: bytes) -> bool:
    """True where every other byte of the beginning is zero: plain letters in UTF-16."""
    head = data[:64]
    odd, even = head[1::2], head[::2]
    return len(head) >= 4 and (not any(odd) or not any(even)) and any(head)


def _wrong_byte(data: bytes, error: UnicodeDecodeError, file: str, save_as: str) -> Problem:
    before = data[: error.start].decode("utf-8")
    line, column = place(before, len(before))
    wrong = data[error.start]
    guess = bytes([wrong]).decode("cp1252", "replace")
    meant = f' (a "{guess}" of an older encoding?)' if guess.isalpha() else ""
    return _problem(file, line, column, f"the byte {wrong:02X} is no UTF-8{meant}", save_as)


def _invisible(text: str, file: str) -> list[Problem]:
    problems = []
    for found in UNPRINTABLE.finditer(text):
        line, column = place(text, found.start())
        problems.append(
            _problem(
                file,
                line,
                column,
                f"the invisible character {code(found[0])} stands here",
                "delete it and type the text again",
            )
        )
        if len(problems) == _MOST_REPORTED:
            break
    return problems


def _problem(
    file: str,
    line: int,
    column: int,
    text: str,
    hint: str,
    level: Level = Level.ERROR,
) -> Problem:
    return Problem(
        file=file,
        line=line,
        column=column,
        level=level,
        check=encoding.ID,
        path="",
        text=text,
        hint=hint,
    )
