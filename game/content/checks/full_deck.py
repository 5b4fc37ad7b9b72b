"""A deck is enough for a whole session.

Sessions of every length are played with a full deck: 30 cards or more, of four kinds at least,
among them six open cards or plans, four bell cards and four for everyone; six twists and six
mirrors. A smaller one is played as well, and repeats itself sooner; where that is meant, silence
the check for the deck.

PASS:

    silence: {full-deck: One surprise for the end of a day.}

FAIL:

    cards:
      - {id: a, kind: commit, category: insights, title: A, prompt: Make a plan for Monday.}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from game.content.problem import Level, Problem
from game.content.wording import listed
from game.rules.cards import Kind, Play

if TYPE_CHECKING:
    from game.content.deck import Subject

ID = "full-deck"
LEVEL = Level.ADVICE


def check(subject: Subject) -> Iterator[Problem]:
    """One problem for the deck, with all that it is short of."""
    short = [f"{found} of {most} {what}" for found, most, what in _counts(subject)]
    if short:
        yield subject.source.problem(
            ID,
            LEVEL,
            (),
            f"the deck has {listed(short, 'and')} of a full one",
            field="cards",
        )


def _counts(subject: Subject) -> Iterator[tuple[int, int, str]]:
    """What there is too little of: how much there is, how much is expected, and of what."""
    deck = subject.deck
    hidden = [subject.hidden(section) for section in ("cards", "twists", "mirrors")]
    cards, twists, mirrors = (one or [] for one in hidden)
    kinds = [*(str(card.kind) for card in deck.cards), *(card.kind for card in cards)]
    plays = [*(str(card.play) for card in deck.cards), *(card.play for card in cards)]
    counts = (
        (len(kinds), 0, 30, "cards"),
        (len({*kinds} - {""}), kinds.count(""), 4, "kinds"),
        (
            kinds.count(Kind.OPEN) + kinds.count(Kind.COMMIT),
            kinds.count(""),
            6,
            "open cards or plans",
        ),
        (plays.count(Play.BELL), plays.count(""), 4, "bell cards"),
        (plays.count(Play.EVERYONE), plays.count(""), 4, "cards for everyone"),
        (len(deck.twists) + len(twists), 0, 6, "twists"),
        (len(deck.mirrors) + len(mirrors), 0, 6, "mirrors"),
    )
    whose = (0, 0, 0, 0, 0, 1, 2)
    for section, (found, perhaps, most, what) in zip(whose, counts, strict=True):
        if hidden[section] is not None and found + perhaps < most:
            yield found, most, what
