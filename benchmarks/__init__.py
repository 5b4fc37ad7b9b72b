"""What the program has to hold, measured: `python -m benchmarks`, or `make bench`.

A module of this package that has `rows(quick)` is a benchmark; see `benchmarks.row`.
"""
