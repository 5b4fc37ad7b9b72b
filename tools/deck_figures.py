"""The figures of the game's decks in docs/decks.md, from a thousand games of each.

    python -m tools.deck_figures             # play, and write them; a quarter of an hour
    python -m tools.deck_figures --games 60  # fewer, to look at only: nothing is written

Bots of equal skill play each deck in the preset it suggests, with two teams, with four, and with
eight together. What is held against what stands in `BOUNDS`.
"""

import argparse
import contextlib
import io
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path
from typing import Any

from game import cli, paths

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "decks.md"
BEGIN, END = "<!-- figures: made by `python -m tools.deck_figures` -->", "<!-- end of figures -->"
GAMES = 1000
TABLES = ((2, "one-by-one"), (4, "one-by-one"), (8, "together"))
Z_99 = 2.576
"""Of a two-sided interval that holds in 99 of 100 cases."""
BOUNDS = {2: 0.15, 4: 0.25}
"""By number of teams, the least share of games that whoever led after two thirds does not win."""
MOST_APART = 0.5
"""Points that the mean of a kind may lie from the deck's; bell cards are paid otherwise."""


@dataclass(frozen=True)
class Row:
    """What a deck came to at one table."""

    deck: str
    teams: int
    turns: str
    rounds: float
    score: float
    deviation: float
    first_wins: float
    comebacks: float
    unseen: tuple[str, ...]
    apart: tuple[str, float]
    """The kind of card whose mean is farthest from the deck's, and how far."""

    def faults(self, games: int) -> list[str]:
        """What is out of its bounds, in words."""
        found = [f"{card} never comes up" for card in self.unseen]
        fair = 1 / self.teams
        margin = Z_99 * sqrt(fair * (1 - fair) / games)
        if abs(self.first_wins - fair) > margin:
            found.append(
                f"the first team wins {self.first_wins:.3f}; fair is {fair:.3f} ± {margin:.3f}"
            )
        least = BOUNDS.get(self.teams)
        if least is not None and self.comebacks < least:
            found.append(f"leaders fail in {self.comebacks:.2f}; least {least:.2f}")
        if abs(self.apart[1]) > MOST_APART:
            found.append(f"{self.apart[0]} pays {self.apart[1]:+.2f} from the mean")
        return found


def play(deck: str, teams: int, turns: str, games: int) -> Row:
    """Play a deck so often. Ends the program where it cannot be played, with what was said."""
    told, said = io.StringIO(), io.StringIO()
    asked = ["simulate", deck, "--games", str(games), "--teams", str(teams), "--turns", turns]
    with contextlib.redirect_stdout(told), contextlib.redirect_stderr(said):
        code = cli.run([*asked, "--json"])
    if code != 0:
        sys.exit(f"{said.getvalue()}cxgame {' '.join(asked)} ended with {code}")
    return _row(deck, teams, turns, json.loads(told.getvalue()))


def _row(deck: str, teams: int, turns: str, figures: dict[str, Any]) -> Row:
    kinds: dict[str, tuple[int, float]] = {}
    for way in figures["kinds"]:
        kind, play_ = way["kind"].split(", ")
        if play_ != "bell":
            answers, points = kinds.get(kind, (0, 0.0))
            kinds[kind] = (answers + way["answers"], points + way["answers"] * way["points"])
    answers = sum(n for n, _points in kinds.values())
    mean = sum(points for _n, points in kinds.values()) / answers
    apart = max(
        ((kind, points / n - mean) for kind, (n, points) in kinds.items()),
        key=lambda one: abs(one[1]),
    )
    return Row(
        deck=deck,
        teams=teams,
        turns=turns,
        rounds=figures["rounds"]["mean"],
        score=figures["scores"]["mean"],
        deviation=figures["deviation"],
        first_wins=figures["first_wins"]["mean"],
        comebacks=figures["comebacks"],
        unseen=tuple(card["card"] for card in figures["cards"] if card["a_game"] == 0),
        apart=apart,
    )


def as_table(rows: Sequence[Row]) -> str:
    """The rows in Markdown."""
    lines = [
        "| deck | teams | rounds | customers a team | spread | first team wins (fair) "
        "| leader after two thirds does not win | kind farthest from the mean |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for row in rows:
        how = f"{row.teams} {'together' if row.turns == 'together' else 'one by one'}"
        lines.append(
            f"| {row.deck} | {how} | {row.rounds:.1f} | {row.score:.1f} | {row.deviation:.1f} "
            f"| {100 * row.first_wins:.1f} % ({100 / row.teams:.1f} %) "
            f"| {100 * row.comebacks:.0f} % | {row.apart[0]} {row.apart[1]:+.2f} |"
        )
    return "\n".join(lines)


def main(argv: Sequence[str] | None = None) -> int:
    """Play, show, and write what a thousand games came to; 1 where something is out of bounds."""
    parser = argparse.ArgumentParser(
        prog="python -m tools.deck_figures",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "decks", nargs="*", metavar="DECK", help="only these, to look at: nothing is written"
    )
    parser.add_argument(
        "--games", type=int, default=GAMES, help=f"of each deck at each table; {GAMES} if left out"
    )
    options = parser.parse_args(argv)
    every = sorted(path.parent.name for path in paths.scenarios_dir().glob("*/deck.yaml"))
    rows = []
    faults = 0
    for deck in options.decks or every:
        for teams, turns in TABLES:
            row = play(deck, teams, turns, options.games)
            rows.append(row)
            for fault in row.faults(options.games):
                faults += 1
                print(f"{deck}, {teams} {turns}: {fault}", flush=True)
    print(as_table(rows))
    if options.games == GAMES and not options.decks:
        page = PAGE.read_text("utf-8")
        head, rest = page.split(BEGIN)
        _old, tail = rest.split(END)
        PAGE.write_text(f"{head}{BEGIN}\n{as_table(rows)}\n{END}{tail}", "utf-8", newline="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
