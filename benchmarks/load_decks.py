"""Loading a deck, with the place of everything in it and its structure checked.

Held against what PyYAML's own C loader takes to make plain dictionaries of the same bytes: with
no places, no checks and no cards. Ours is the whole of `load_deck`: reading the file, places of
all values, structure, references, digest, and the cards the game plays.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time

import yaml

from benchmarks.row import Row, at_most
from game.content import load_deck

CARDS = 10_000
QUICK_CARDS = 1_000
ROUNDS = 3
LIMIT = 1.0

_HEAD = """\
format: 1
id: large
title: A large deck
language: en
categories:
  - {id: insights, name: Insights & understanding, icon: insights}
  - {id: design, name: Design, icon: design}
  - {id: culture, name: Culture & accountability, icon: culture}
meters:
  - {id: progress, name: Progress}
  - {id: connection, name: Connection}
cards:
"""
_COMMON = """\
    category: {category}
    title: 'Letter {number}'
    prompt: >-
      A letter went out with two greetings on it, and the customer sent it back with a drawing.
      Nobody knows whose letter it is. It hangs on the fridge now, and people have begun to laugh.
    why: >-
      What hangs on the fridge is known to everybody and belongs to nobody.
    reflect: What hangs on your fridge?
    notes: |
      Wait until somebody names a letter.
      Ask who signed it.
"""
_KINDS = (
    """\
    kind: choice
    options:
      - text: Ring the customer and thank her for the drawing.
        points: 3
        feedback: She tells what she was really writing about.
        meters: {progress: 1, connection: 2}
      - text: Put it on the list of the Tuesday meeting.
        points: 1
        feedback: It is number fourteen.
        meters: {progress: 1, connection: -1}
      - text: Take it off the fridge.
        points: 0
        feedback: The next one comes on Thursday.
""",
    """\
    kind: choice
    play: bell
    options:
      - {text: 96, feedback: Nearly all of them.}
      - {text: 46, right: true, feedback: About half.}
      - {text: 16, feedback: If only.}
    source: A survey of letters
    year: 2010
    evidence: survey
""",
    """\
    kind: estimate
    play: everyone
    answer: 80
    measure: percentage
    unit: in 100
    bands: {absolute: [3, 8, 15]}
    source: A survey of letters
    year: 2005
    evidence: survey
""",
    """\
    kind: order
    play: everyone
    items:
      - text: Telling it again
      - text: Waiting without knowing how long
      - text: A menu of nine choices
    meters: {connection: 1}
""",
    """\
    kind: open
    judge: peers
    criteria:
      - names what it was like for her
      - says what happens now, and when
    tags: [letters, fridge]
""",
    """\
    kind: commit
    example:
      cue: a letter comes back
      action: I ring the one who sent it
""",
)


def rows(quick: bool = False) -> list[Row]:
    """One row: ours against PyYAML's, as a ratio of the medians of alternating runs."""
    cards, rounds = (QUICK_CARDS, 3) if quick else (CARDS, ROUNDS)
    text = large_deck(cards)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "large.yaml"
        path.write_text(text, "utf-8")
        ours, theirs = _alternate(
            rounds,
            lambda: _load(path, cards),
            lambda: yaml.load(path.read_bytes(), yaml.CSafeLoader),
        )
    row = at_most(
        f"load {cards:,} cards with their places, structure checked",
        "yaml.load(CSafeLoader) alone",
        ours / theirs,
        LIMIT,
        "×",
    )
    row["detail"] = f"{ours:.2f} s against {theirs:.2f} s for {len(text) / 1e6:.1f} MB"
    return [row]


def large_deck(cards: int) -> str:
    """A deck of so many cards, of all kinds in turn; the same every time."""
    kinds = islice(cycle(_KINDS), cards)
    categories = cycle(("insights", "design", "culture"))
    parts = [_HEAD]
    for number, kind in enumerate(kinds):
        common = _COMMON.format(category=next(categories), number=number)
        parts.append(f"  - id: letter-{number}\n{common}{kind}")
    return "".join(parts)


def _load(path: Path, cards: int) -> None:
    deck = load_deck(path).in_language("en")  # raises when one problem is an error
    assert len(deck.cards) == cards


def _alternate(
    rounds: int, ours: Callable[[], object], theirs: Callable[[], object]
) -> tuple[float, float]:
    """Median seconds of each, run in turn so that a slow moment falls on both."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds):
        for run, found in zip((ours, theirs), times, strict=True):
            gc.collect()
            began = process_time()
            run()
            found.append(process_time() - began)
    return median(times[0]), median(times[1])
