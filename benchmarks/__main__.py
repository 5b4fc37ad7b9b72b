"""Run every benchmark in one go and say which bounds hold.

    python -m benchmarks [--quick] [--only NAME] [--list]

Prints a table (what was held against what, the figure, its bound, ok or MISSED) and writes the
same to build/bench.json. Exit code 0: all hold; 1: one is missed; 2: wrong use. What each bound
is for stands in benchmarks/README.md.
"""

from __future__ import annotations

import argparse
import ast
import json
import os
import platform
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from benchmarks.row import Row

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
REPORT = ROOT / "build" / "bench.json"

COLUMNS = ("name", "against", "figure", "bound")


def main(argv: Sequence[str] | None = None) -> int:
    """Run what was asked for; returns the exit code."""
    options = _options(argv)
    names = [name for name in _modules() if options.only is None or options.only in name]
    if not names:
        known = ", ".join(_modules()) or "none"
        asked = f"There is no benchmark '{options.only}'. " if options.only else ""
        print(f"{asked}Benchmarks: {known}.", file=sys.stderr)
        return 2
    if options.list:
        width = max(map(len, names))
        print("\n".join(f"{name.ljust(width)}  {_about(name)}" for name in names))
        return 0
    rows = _run(names, options.quick)
    print(table(rows))
    details = [row for row in rows if "detail" in row]
    if details:
        print()
    for row in details:
        print(f"{', '.join(filter(None, (row['name'], row['against'])))}: {row['detail']}")
    _write(rows, quick=options.quick)
    missed = [row for row in rows if not row["ok"]]
    print()
    print(f"{len(rows) - len(missed)} of {len(rows)} bounds hold; written to {_short(REPORT)}")
    return 1 if missed else 0


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--quick", action="store_true", help="rough figures, within seconds")
    parser.add_argument("--only", metavar="NAME", help="only benchmarks with this in their name")
    parser.add_argument(
        "--list", action="store_true", help="say which benchmarks there are, and do nothing"
    )
    return parser.parse_args(argv)


def _modules() -> list[str]:
    """Names of the benchmarks: the modules of this package that have `rows`."""
    # Read, not imported: what a benchmark holds us against may take seconds to load.
    files = HERE.glob("*.py")
    return sorted(
        file.stem
        for file in files
        if file != Path(__file__).resolve() and "\ndef rows(" in file.read_text("utf-8")
    )


def _about(name: str) -> str:
    """What a benchmark measures, in one line: the first of its docstring."""
    told = ast.get_docstring(ast.parse((HERE / f"{name}.py").read_text("utf-8"))) or ""
    return told.partition("\n")[0]


def _run(names: Iterable[str], quick: bool) -> list[Row]:
    found: list[Row] = []
    before = dict(os.environ)
    for name in names:
        print(f"{name} …", file=sys.stderr, flush=True)
        began = time.perf_counter()
        try:
            module: Any = import_module(f"benchmarks.{name}")
            rows: list[Row] = module.rows(quick)
        except Exception as error:  # noqa: BLE001 - one broken benchmark hides no other
            rows = [_broken(name, error)]
        # What one has set for its own wall (the driver, how pictures are presented) would be
        # set for the processes of the next as well, and for the bare window they are held against.
        os.environ.clear()
        os.environ.update(before)
        took = time.perf_counter() - began
        print(f"{name}: {took:.1f} s", file=sys.stderr, flush=True)
        found += rows
    return found


def _broken(name: str, error: Exception) -> Row:
    """A benchmark that could not run has missed its bound: nothing was shown."""
    why = f"{type(error).__name__}: {error}"
    if isinstance(error, subprocess.CalledProcessError) and error.stderr:
        # What went wrong there is told last; that it went wrong is no news.
        why = str(error.stderr).strip().splitlines()[-1]
    return Row(
        name=name,
        against="",
        figure=why[:80],
        bound="runs",
        ok=False,
        value=float("nan"),
        limit=0.0,
    )


def table(rows: Sequence[Row]) -> str:
    """The rows as aligned text."""
    cells = [[str(row[column]) for column in COLUMNS] for row in rows]  # type: ignore[literal-required]
    heads = ["what", "held against", "figure", "bound"]
    widths = [max(len(line[i]) for line in (heads, *cells)) for i in range(len(heads))]

    def line(words: Sequence[str], verdict: str) -> str:
        aligned = [
            word.rjust(width) if i == 2 else word.ljust(width)
            for i, (word, width) in enumerate(zip(words, widths, strict=True))
        ]
        return "  ".join([*aligned, verdict]).rstrip()

    rule = "  ".join("-" * width for width in (*widths, 6))
    body = [
        line(words, "ok" if row["ok"] else "MISSED") for words, row in zip(cells, rows, strict=True)
    ]
    return "\n".join([line(heads, ""), rule, *body])


def _write(rows: Sequence[Row], *, quick: bool) -> None:
    report = {
        "quick": quick,
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "processors": os.cpu_count(),
        "rows": [_finite(row) for row in rows],
    }
    REPORT.parent.mkdir(parents=True, exist_ok=True)
    REPORT.write_text(json.dumps(report, indent=1, ensure_ascii=False) + "\n", "utf-8")


def _finite(row: Row) -> dict[str, object]:
    """JSON knows no "not a number"."""
    return {name: None if value != value else value for name, value in row.items()}  # noqa: PLR0124


def _short(path: Path) -> str:
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # both have it
    sys.exit(main())
