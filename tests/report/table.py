"""A deck of one card of each kind, as it is handed to the printer, and what came of it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from game.content.load import load_deck
from game.content.merge import merge
from game.look.box import Box
from game.report.paper.deck import PrintedDeck
from game.report.paper.document import Part, Printed, Wanted, print_deck
from game.report.paper.ink import Written
from game.report.paper.sizes import PAPERS
from game.session.library import Library

LONG = "Hypotheekadviesgesprekkenafspraakherinneringsbrieven"
"""A Dutch compound that no card is wide enough for."""

SENTENCE = "The customer rings and waits and is put through to somebody else. "

DECK = f"""\
format: 1
id: paper
title: On paper
language: en
description: For a table and no wall.
preset: 60
categories:
  - {{id: insights, name: Insights, icon: insights}}
  - {{id: design, name: Design, icon: design}}
meters:
  - {{id: progress, name: Progress}}
debrief:
  - Which customer will you visit first?
cards:
  - id: dilemma
    kind: choice
    category: insights
    title: The dilemma
    prompt: Samira leads home loans.
    options:
      - text: Read a letter.
        points: 2
        feedback: SECRET laughing stops.
        meters: {{progress: 1}}
      - {{text: Follow a customer., points: 3, feedback: SECRET she tells it herself.}}
    why: SECRET because one is not many.
    reflect: SECRET who rolls out your carpet?
    notes: PRIVATE listen for blame.
  - id: quiz
    kind: choice
    play: bell
    category: insights
    title: The quiz
    prompt: Who said so?
    options:
      - {{text: SECRET Alice, right: true}}
      - {{text: SECRET Bernard}}
  - id: estimate
    kind: estimate
    play: everyone
    category: design
    title: The estimate
    prompt: How many firms in a hundred?
    answer: 4711
    unit: firms
    bands: {{relative: [10, 20, 50]}}
    source: SECRET study of firms
    year: 2005
    evidence: survey
  - id: order
    kind: order
    category: design
    title: The order
    prompt: The worst first.
    items: [{{text: Telling it again}}, {{text: Waiting long}}, {{text: A menu of nine}}]
  - id: open
    kind: open
    category: design
    title: The open one
    prompt: Ring him in a minute.
    judge: peers
    criteria: [SECRET says what happens now, SECRET names what it was like]
  - id: commit
    kind: commit
    category: design
    title: The plan of ours
    prompt: Make a plan 😀 for {LONG}.
    example: {{cue: it happens twice, action: I write it down}}
  - id: endless
    kind: choice
    play: everyone
    category: design
    title: The endless one
    prompt: {SENTENCE * 10}
    options:
      - {{text: Yes., points: 3, feedback: {SENTENCE * 10}}}
      - {{text: No., points: 0, feedback: {SENTENCE * 10}}}
      - {{text: Perhaps., points: 1, feedback: {SENTENCE * 10}}}
      - {{text: Never., points: 1, feedback: {SENTENCE * 10}}}
    why: {SENTENCE * 10}
    reflect: {SENTENCE * 10}
twists:
  - id: twist
    title: Two greetings
    prompt: The letter went out.
    effects: [{{who: last, spaces: 3}}, {{who: self, roll: true}}]
mirrors:
  - {{id: mirror, title: Your own customer, prompt: When were you last one?, notes: PRIVATE wait.}}
personas:
  - {{id: wim, name: 'Wim, 71', line: hard of hearing, picture: customer-wim}}
"""


def printed_from(folder: Path, paper: str = "a4", *parts: Part) -> Printed:
    """The deck above (or what lies in the folder) on paper, all of it or these parts."""
    path = folder / "deck.yaml"
    if not path.exists():
        path.write_text(DECK, encoding="utf-8")
    return print_deck(wanted(path, "en", paper, *parts))


def wanted(path: Path, language: str, paper: str = "a4", *parts: Part, board: str = "") -> Wanted:
    """A deck's file as something to print, on the game's own board."""
    file = load_deck(path)
    deck = file.in_language(language)
    return Wanted(
        deck=PrintedDeck(merge([file], language), deck.description, deck.preset),
        board=_library().board(board).in_language(language),
        ruleset=_library().ruleset().in_language(language),
        paper=PAPERS[paper],
        parts=frozenset(parts or Part),
    )


@cache
def _library() -> Library:
    return Library.default()


def words_in(printed: Printed, page: int, box: Box) -> str:
    """What is written inside a box of a page, line after line."""
    lines = [
        one for one in printed.written if one.page == page and box.holds(one.box.cx, one.box.cy)
    ]
    return " ".join(one.text for one in lines)


def fits(one: Written) -> bool:
    """Whether a line stays inside its room, but for a hair."""
    hair = 0.1
    return (
        one.room.x - hair <= one.box.x
        and one.box.right <= one.room.right + hair
        and one.room.y - hair <= one.box.y
        and one.box.bottom <= one.room.bottom + hair
    )
