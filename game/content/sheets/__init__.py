"""Decks as spreadsheets: one row a card, a column for each text in each language.

`read` makes a deck of a workbook or a CSV, with a cell for every problem; `export` writes one;
`template` begins one. openpyxl is imported when a workbook is opened or written, and not before.
"""
