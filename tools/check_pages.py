"""docs/checks.md: the manuals of all checks on one page, made from their docstrings.

python -m tools.check_pages            # write the page
python -m tools.check_pages --check    # say whether it is up to date, and change nothing
"""

import argparse
import sys
from pathlib import Path

from game.content.checks import Check, all_checks
from game.content.manual import as_markdown, manual_of
from game.content.problem import Level

PAGE = Path(__file__).resolve().parent.parent / "docs" / "checks.md"

_HEAD = """\
# What `cxgame check` looks for

<!-- Made by `python -m tools.check_pages` from the docstrings in game/content/checks. -->

`cxgame check PATH` tells everything that is wrong with a deck, a board or a ruleset; the name of
the check stands in brackets behind each problem. `cxgame explain CHECK` shows its manual, which is
also below. In the examples, `# deck.nl.yaml` begins a translation beside the deck.
"""
_TITLES = {
    Level.ERROR: "Errors",
    Level.WARNING: "Warnings",
    Level.ADVICE: "Advice",
}


def page() -> str:
    """The whole page."""
    parts = [_HEAD]
    checks = sorted(all_checks().values(), key=lambda check: check.id)
    for level, title in _TITLES.items():
        of_level = [check for check in checks if check.level is level]
        parts += [f"- **{title}**: " + ", ".join(map(_link, of_level)) + "\n"]
    for level, title in _TITLES.items():
        parts.append(f"## {title}\n")
        parts += [as_markdown(check, "###") for check in checks if check.level is level]
    return "\n".join(parts)


def _link(check: Check) -> str:
    return f'[{check.id}](#{check.id} "{manual_of(check).rule}")'


def main(arguments: list[str] | None = None) -> int:
    """Write the page, or with `--check` compare it; 1 when it is out of date."""
    parser = argparse.ArgumentParser(
        prog="python -m tools.check_pages", description="Make docs/checks.md."
    )
    parser.add_argument("--check", action="store_true", help="compare, and change nothing")
    options = parser.parse_args(arguments)
    made = page()
    if not options.check:
        PAGE.write_text(made, "utf-8", newline="\n")
        return 0
    if PAGE.read_text("utf-8") == made:
        return 0
    print("docs/checks.md is out of date; run: python -m tools.check_pages")
    return 1


if __name__ == "__main__":
    sys.exit(main())
