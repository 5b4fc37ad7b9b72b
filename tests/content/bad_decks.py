"""Bad decks and what is said of them: `tests/content/bad`, each with its report beside it.

    python -m tests.content.bad_decks            # make the reports anew, after a meant change
    python -m tests.content.bad_decks --check    # say which no longer hold, and change nothing

A deck is a file or a folder; `slips.yaml` has its report in `slips.txt`. A report is all that
`cxgame check --strict` prints, so that a change of a sentence, a place or a caret can be read as
a difference.
"""

from __future__ import annotations

import argparse
import sys
from contextlib import chdir
from dataclasses import replace
from difflib import unified_diff
from pathlib import Path

from game.cli.problems import as_text, counts
from game.content.check import examine

FOLDER = Path(__file__).with_name("bad")


def names() -> list[str]:
    """What lies in the folder, without the reports."""
    return sorted(
        path.name
        for path in FOLDER.iterdir()
        if path.suffix != ".txt" and not path.name.startswith(".")
    )


def expected_path(name: str) -> Path:
    """Where the report of a deck is kept."""
    return FOLDER / f"{name.removesuffix('.yaml')}.txt"


def report(name: str) -> str:
    """What is said of a deck, with paths as from inside the folder."""
    with chdir(FOLDER):
        examined = examine([Path(name)])
        # One report for systems with two kinds of slashes.
        problems = [
            replace(problem, file=Path(problem.file).as_posix()) for problem in examined.problems
        ]
        lines = list(as_text(problems))
    found = counts(examined.problems) | {"silenced": len(examined.silenced)}
    tail = ", ".join(f"{number} {level}" for level, number in found.items() if number)
    return "\n".join([*lines, "", tail or "nothing"]) + "\n"


def main(arguments: list[str] | None = None) -> int:
    """Write the reports, or with `--check` compare them; 1 when one no longer holds."""
    parser = argparse.ArgumentParser(description="Make the reports of the bad decks anew.")
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args(arguments)
    stale = 0
    for name in names():
        path, found = expected_path(name), report(name)
        kept = path.read_text("utf-8") if path.exists() else ""
        if found == kept:
            continue
        stale += 1
        sys.stdout.writelines(
            unified_diff(kept.splitlines(True), found.splitlines(True), path.name, "now")
        )
        if not options.check:
            path.write_text(found, "utf-8", newline="\n")
    return 1 if options.check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
