"""A translation somebody typed, in every hand YAML is written in, and what is looked at in it."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from game.content import Deck, load_deck
from game.content.pairs import words_in
from game.content.parse import parse
from tests.content import carpet
from tests.content.author import OVERLAY, whole, write_deck

_LAST = '      - {text: "96", points: 3}\n'
SOURCE = carpet.SOURCE.replace(_LAST, f"{_LAST}      - {{text: Send it., points: 0}}\n")
"""The deck of the carpet, with an option more."""
BY_HAND = """\
# Anna, in maart.
title: Voorbeeld
description: >-
  Voor wie,
  en wanneer.
debrief: [Wie eerst?, Wat dan?]
categories: {insights: {name: Inzicht}} # één is genoeg
meters: {progress: {name: Vooruitgang}}

cards:

  # --- Inzicht

  carpet:
    title: "De loper"   # of: het kleed
    prompt: |
      Samira lacht.
      #> dit is geen opmerking
    why: Daarom.
    # Feedback is nog niet goed.
    options:
      - {text: Lees voor., feedback: Ze lachen.}
      - {text: "96"}
      - text: Stuur het.

  annoys:
    title: Ergernis
    prompt: Zet op volgorde.
    items: [ # drie
      {text: Eerste}, {text: Tweede},
      # en de derde
      {text: Derde}]
  ring: {title: Bel, prompt: Bel hem., criteria: [een, twee]}
  plan:
    title: Plan
    prompt: Maak een plan.
    example:
      cue: hij gaat
      action: ik neem op

twists:
  storm: {title: Storm, prompt: Het regent.}
mirrors:
  own: {title: Eigen, prompt: Wanneer?, notes: Wacht.}
personas:
  wim: {name: Wim, line: hardhorend}
# Het einde.
"""
"""All of its words."""


def deck_of(folder: Path, text: str = SOURCE) -> Deck:
    """A deck of this text."""
    deck = load_deck(write_deck(folder, text)).deck
    assert deck is not None
    return deck


def words(text: str) -> Counter[str]:
    """What is said in a translation, and how often."""
    source = parse(text.encode(), "").source
    assert source is not None
    return Counter(words_in(source.root))


def comments(text: str) -> Counter[str]:
    """What stands behind each `#`; the signs of the command and its field apart."""
    plain = re.sub(r"^ *#[>!].*\n", "", text.partition("\nsources:")[0], flags=re.MULTILINE)
    return Counter(re.findall(r"(?:^| )# ?(.*)$", plain, re.MULTILINE))


def changed_deck(folder: Path, *changes: tuple[str, str]) -> Deck:
    """The deck with one text after another changed, each where it stands first."""
    text = SOURCE
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return deck_of(folder, text)


def dutch() -> str:
    """The translation, with the lines every one begins with."""
    return whole(BY_HAND, OVERLAY)
