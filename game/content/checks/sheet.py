"""The cells of a spreadsheet hold what was typed.

Spreadsheet programs change what people type: 1:30 becomes a time, 3-4 a date, a text that begins
with = a formula. What is in such a cell is not the author's text any more, so it is told rather
than guessed at; so are merged cells, of which only the first has anything in it, and rows that are
hidden, which are read like all others. Numbers are no trouble: 2024 is a good title.

Columns of your own may stand on a sheet where their heading begins with #; they are not read.
docs/sheets.md tells which columns there are.
"""

from game.content.nodes import Cell, Mark
from game.content.problem import Level, Problem
from game.content.report import Report
from game.content.wording import quoted

ID = "sheet"
LEVEL = Level.ERROR

_AS_TEXT = "format the cell as text, and type it again"


def problem(file: str, text: str, hint: str = "", at: Cell | None = None) -> Problem:
    """The problem of a whole file, or of a place in one that could not be read to its end."""
    return Problem(
        file=file,
        line=at.line + 1 if at is not None else 1,
        column=at.column + 1 if at is not None else 1,
        level=LEVEL,
        check=ID,
        path="",
        text=text,
        hint=hint,
        cell=str(at) if at is not None else "",
    )


def formula(report: Report, at: Mark, name: str, text: str) -> None:
    """A formula stands where its value is meant."""
    hint = "paste its value instead"
    report.say(ID, at, f"{name} is the formula {quoted(text)}; expected its value", hint=hint)


def broken_formula(report: Report, at: Mark, name: str, text: str) -> None:
    """The spreadsheet shows an error of its own."""
    report.say(ID, at, f"{name} is {quoted(text)}, an error of the spreadsheet")


def moment(report: Report, at: Mark, name: str, text: str, expected: str) -> None:
    """The spreadsheet has made a date or a time of what was typed."""
    said = f"{name} is {quoted(text)}, a date or a time to the spreadsheet; expected {expected}"
    report.say(ID, at, said, hint=_AS_TEXT)


def truth(report: Report, at: Mark, name: str, text: str, expected: str) -> None:
    """The spreadsheet has made TRUE or FALSE of what was typed."""
    said = f"{name} is {text}, a truth value to the spreadsheet; expected {expected}"
    report.say(ID, at, said, hint=_AS_TEXT)


def thousands(report: Report, at: Mark, name: str, text: str) -> None:
    """A point may stand between thousands, or before decimals."""
    digits = text.replace(".", "")
    said = f"{name} is {quoted(text)}, which may be {digits} or a little more than {text[0]}"
    if text.find(".") > 1:
        said = f"{name} is {quoted(text)}, which may be {digits} or a number with decimals"
    report.say(ID, at, said, hint="write a number in digits, without points between thousands")


def merged(report: Report, at: Mark, cells: str) -> None:
    """Of merged cells, only the first has anything in it."""
    said = f"the cells {cells} are merged; expected each to have its own text"
    report.say(ID, at, said, hint="split them, and fill each", steps=())


def hidden(report: Report, at: Mark, rows: list[int]) -> None:
    """Rows are read that nobody sees."""
    first = ", ".join(map(str, rows[:5])) + (", …" if len(rows) > 5 else "")
    text = f"row {first} is hidden" if len(rows) == 1 else f"rows {first} are hidden"
    report.say(
        ID, at, f"{text}, and read like the others", hint="delete what is not to be read",
        level=Level.ADVICE, steps=(),
    )  # fmt: skip


def no_headings(report: Report, at: Mark, expected: str) -> None:
    """No row of a sheet is a row of headings."""
    report.say(ID, at, f"the sheet has no row of headings; expected {expected}", steps=())


def no_column(report: Report, at: Mark, name: str) -> None:
    """A column is not there that every entry needs."""
    report.say(ID, at, f"there is no column {quoted(name)}, which is needed", steps=())


def headless(report: Report, at: Mark, text: str) -> None:
    """Something stands in a column without a heading."""
    hint = "give the column a heading; one for yourself begins with #"
    report.say(ID, at, f"{quoted(text)} stands in a column without a heading", hint=hint)


def not_read(report: Report, at: Mark, name: str, hint: str) -> None:
    """A sheet is none of a deck."""
    said = f"{quoted(name)} is no sheet of a deck, and is not read"
    more = hint or "a sheet for yourself begins with #"
    report.say(ID, at, said, hint=more, level=Level.WARNING, steps=())


def second(report: Report, at: Mark, name: str, first: str) -> None:
    """Two sheets are of the same part of a deck."""
    said = f"{quoted(name)} holds the same as {quoted(first)}; expected one sheet of each"
    report.say(ID, at, said, hint="put all rows on one of them", steps=())
