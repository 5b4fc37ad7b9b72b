"""The decks as chips to choose: as many as have a place, and the way to all of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from game.content.library import DeckEntry
from game.i18n import _
from game.screens import parts
from game.screens.deckleaves import aside_text, cards_text
from game.screens.kit.text import BODY, BOLD, fit, text_width
from game.screens.kit.wall import Box, Wall
from game.screens.parts import Part

if TYPE_CHECKING:
    from game.screens.setup.screen import SetupScreen

GAP = 14.0
BESIDE = 110.0
"""Units of a chip beside its title: the mark and the margins; see `parts.choice_chip`."""
DECK_RANK = 25


def cards_note(screen: SetupScreen, wall: Wall, box: Box) -> Part:
    """How many cards are in play, at the right of a box."""
    draft = screen.draft
    text = cards_text(draft.cards()) if draft.decks else _("Choose a deck first.")
    return parts.label(text, box.cut_right(box.w * 0.5)[0], size=wall.S, grey=bool(draft.decks),
                       weight=BODY if draft.decks else BOLD, align="right")  # fmt: skip


def deck_chips(screen: SetupScreen, wall: Wall, box: Box) -> list[Part]:
    """The decks, as many as have a place; the last place leads to all of them."""
    entries = screen.draft.entries()
    if not entries:
        return [parts.label(screen.draft.trouble, box, size=wall.S, weight=BOLD, lines=3)]
    across = 1 if len(entries) <= 2 else 2
    down = max(1, int((box.h + GAP) / (chip_height(wall) + GAP)))
    shown = entries
    if len(entries) > across * down:
        chosen = [entry for entry in entries if entry.id in screen.draft.decks]
        others = [entry for entry in entries if entry not in chosen]
        shown = (*chosen, *others)[: across * down - 1]
    words = [screen.deck_title(entry) for entry in shown]
    more = _("All {n} decks…").format(n=len(entries))
    if len(shown) < len(entries):
        words.append(more)
    places = _places(wall, box, words, across, down)
    found = [
        deck_chip(screen, wall, entry, place, note=across == 1)
        for entry, place in zip(shown, places, strict=False)
    ]
    if len(shown) < len(entries):
        found.append(parts.button(places[-1], more, lambda: screen.turn_to("decks"),
                                  rank=DECK_RANK, small=True))  # fmt: skip
    return found


def chip_height(wall: Wall) -> float:
    """The least: two lines of a title keep off its edges."""
    return wall.S * 1.1 * 2 + 16


def _places(wall: Wall, box: Box, words: Sequence[str], across: int, down: int) -> list[Box]:
    """A place for each of these, in rows; in a row the longer words have the wider place."""
    found = []
    for i, row in enumerate(box.rows(down, GAP)):
        here = words[i * across : (i + 1) * across]
        x = row.x
        for w in _widths(wall, row.w - GAP * (across - 1), here, across):
            found.append(Box(x, row.y, w, row.h))
            x += w + GAP
    return found


def _widths(wall: Wall, w: float, words: Sequence[str], across: int) -> list[float]:
    """Widths in a row: on one line what has room for it, on two what has not."""
    even = [w / across] * len(words)
    if len(words) < 2:
        return even
    one = [text_width(wall, text, wall.S, BOLD) + BESIDE for text in words]
    two = [_two_lines(wall, text) + BESIDE for text in words]
    for needs in (one, (one[0], two[1]), (two[0], one[1]), two):
        spare = (w - sum(needs)) / 2
        if spare >= 0:
            return even if max(needs) <= w / 2 else [need + spare for need in needs]
    return [need * w / sum(two) for need in two]


def _two_lines(wall: Wall, text: str) -> float:
    """The least width of a title that stands on two lines."""
    whole = text_width(wall, text, wall.S, BOLD)
    for w in (whole * part for part in (0.52, 0.54, 0.57, 0.6, 0.65, 0.7, 0.8, 0.9)):
        told = fit(wall, text, w, size=wall.S, weight=BOLD, lines=2, words="whole")
        if not told.overflow:
            return w
    return whole


def deck_chip(screen: SetupScreen, wall: Wall, entry: DeckEntry, place: Box, *, note: bool) -> Part:
    """A deck to choose; one that is set aside leads to the reasons why.

    `note` tells its size and languages at the right.
    """
    title = screen.deck_title(entry)
    if not entry.ready:
        return parts.choice_chip(
            place, title, lambda: screen.show_reasons(entry), on=False, aside=True,
            note=aside_text(len(entry.problems)) if note else "", rank=DECK_RANK,
        )  # fmt: skip
    short = cards_text(entry.cards)
    told = short + " · " + " ".join(entry.languages)
    if text_width(wall, title, wall.S, BOLD) + text_width(wall, told, wall.S) > place.w - 150:
        told = short
    return parts.choice_chip(
        place, title, lambda: screen.toggle_deck(entry.id), on=entry.id in screen.draft.decks,
        note=told if note else "", rank=DECK_RANK,
    )  # fmt: skip
