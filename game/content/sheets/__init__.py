"""Decks as spreadsheets: one row a card, a column for each text in each language.

`read` makes a deck of a workbook or a CSV, with a cell for every problem; `export` writes one;
`template` begins one. openpyxl is imported when a workbook is opened or written, and not before.
"""

from game.content.sheets.reading import read_sheet
from game.content.sheets.template import write_template
from game.content.sheets.workbook import MissingLibraryError

__all__ = ["MissingLibraryError", "read_sheet", "write_template"]
