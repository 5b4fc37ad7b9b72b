"""A deck with a card of every kind and play, for tests of the preview: small, and quick to load."""

from __future__ import annotations

from pathlib import Path

from game.content.checks import sift_deck
from game.content.load import load_deck
from game.content.merge import media
from game.paths import scenarios_dir
from game.rules.ruleset import Turns
from game.screens.inputs import Press
from game.screens.kit.wall import Wall
from game.screens.preview.shelf import Entry
from game.screens.preview.stand import Loaded, Props, Stand
from game.screens.screen import Look, Screen
from game.session.library import Library

ONE, ALL = Turns.ONE_BY_ONE, Turns.TOGETHER
SMALL = Wall((640, 360))

HEAD = """\
format: 1
id: coffee
title: Coffee
language: en
categories:
  - {id: insights, name: Insights}
"""
DILEMMA = """\
  - id: five-coffees
    kind: choice
    category: insights
    title: Five coffees
    prompt: The machine is broken and five people wait.
    options:
      - {text: Wave at them, points: 1, feedback: They wave back.}
      - {text: Walk over, points: 3, feedback: They laugh.}
      - {text: Look away, points: 0, feedback: They write a letter.}
    why: Waiting is shorter in company.
    reflect: Who waits for you?
"""
CARDS = (
    DILEMMA
    + """\
  - id: quiz
    kind: choice
    play: everyone
    category: insights
    title: Which one?
    prompt: How many cups does a machine make before it breaks?
    options:
      - {text: Ten, right: true, feedback: It was an old one.}
      - {text: Twenty, feedback: A dream.}
  - id: bell
    kind: estimate
    play: bell
    category: insights
    title: How warm?
    prompt: How warm is the coffee when it gets to the table?
    answer: 60
    unit: degrees
    bands: {absolute: [3, 8, 15]}
  - id: steps
    kind: order
    category: insights
    title: In order
    prompt: What comes first?
    items:
      - text: Water
      - text: Coffee
      - text: Milk
  - id: tell
    kind: open
    judge: peers
    category: insights
    title: Tell it
    prompt: Tell of the best cup you ever had.
    criteria: [says where it was, says who made it]
  - id: plan
    kind: commit
    category: insights
    title: Monday
    prompt: What do you do on Monday?
"""
)
REST = """\
twists:
  - id: power-cut
    title: No power
    prompt: The lights go out.
    effects: [{who: all, customers: 1}]
mirrors:
  - {id: own-cup, title: Your own cup, prompt: When did you last make one for somebody?}
personas:
  - {id: ann, name: Ann, line: never drinks coffee}
  - {id: bob, name: Bob, line: has six cups a day}
"""
DECK = HEAD + "cards:\n" + CARDS + REST
DUTCH = """\
format: 1
overlay: coffee
language: nl
cards:
  five-coffees: {title: Vijf koffie}
"""


def write(folder: Path, text: str = DECK, dutch: str = DUTCH) -> Path:
    """A deck in a folder; "" writes no translation."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "deck.yaml").write_text(text, "utf-8")
    if dutch:
        (folder / "deck.nl.yaml").write_text(dutch, "utf-8")
    return folder


def props() -> Props:
    """The game's own board and house rules."""
    shipped = scenarios_dir()
    library = Library.of([shipped / "boards", shipped / "rulesets"])
    return Props(library.board(), library.ruleset())


def loaded(folder: Path) -> Loaded:
    """The deck as it lies there."""
    file = load_deck(folder)
    return Loaded(file, media([file]) if file.ready else {}, file.problems)


def stand(folder: Path, language: str = "") -> Stand:
    """Before the first card of a deck, which was looked at."""
    made, deck = Stand(props(), language), loaded(folder)
    made.take(deck)
    if deck.file.ready:
        made.tell([*deck.problems, *sift_deck(deck.file).told], deck.file)
    return made


def entry(section: str, id_: str) -> Entry:
    """A row of the list of all there is."""
    return Entry(section, id_, id_.title(), "")


def here(there: Stand) -> tuple[str, str]:
    """The id and the moment that are seen."""
    assert there.entry is not None
    assert there.moment is not None
    return there.entry.id, there.moment.name


def press_on(screen: Screen, look: Look, name: str) -> object:
    """What a screen answers to a key."""
    return screen.on_press(Press(name), look)
