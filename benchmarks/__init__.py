"""What the program has to hold, measured: `python -m benchmarks`, or `make bench`.

README.md has the table of all bounds, and why each is what it is. A module of this package that
has `rows(quick)` is a benchmark; see `benchmarks.row`.
"""
