"""Translations of a deck that has changed: marked, accepted, set aside, and moved along."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.content import Deck, load_deck
from game.content.nodes import ListNode, TextNode
from game.content.parse import parse
from game.content.problem import errors_of
from game.content.translating import updated
from tests.content.author import found_by, whole
from tests.content.byhand import SOURCE, changed_deck, comments, deck_of, dutch, words

RING = SOURCE[SOURCE.index("  - id: ring") : SOURCE.index("  - id: plan")]
"""A card of the deck, as it stands there."""


@pytest.mark.parametrize(
    ("old", "new", "line", "above"),
    [
        ("The carpet", "Our carpet", '    title: "De loper"   # of: het kleed', "Our carpet"),
        ("They laugh.", "They smile.", "        feedback: Ze lachen.", "They smile."),
        ("Second", "Another", "      - text: Tweede", "Another"),
        ("says it]", "shouts it]", "      - twee", "shouts it"),
        ("I answer", "I smile", "      action: ik neem op", "I smile"),
        ("What next?", "What now?", "  - Wat dan?", "What now?"),
        ("hard of hearing", "deaf", "    line: hardhorend", "deaf"),
        ("name: Insights", "name: Sight", "    name: Inzicht", "Sight"),
    ],
)
def test_what_changed_in_the_deck_is_marked_above_its_translation(
    old: str, new: str, line: str, above: str, deck: Deck, tmp_path: Path
) -> None:
    before = updated(deck, "nl", dutch()).text
    source = whole(SOURCE).replace(old, new, 1)
    later = deck_of(tmp_path, source)
    made = updated(later, "nl", before)
    assert (made.missing, made.stale) == (0, 1)
    lines = made.text.split("\n")
    place = lines.index(line)
    margin = line[: len(line) - len(line.lstrip())]
    assert lines[place - 2 : place] == [
        f"{margin}#! De kaartset is veranderd. Er staat nu:",
        f"{margin}#> {above}",
    ]
    assert words(made.text) == words(before)
    assert comments(made.text) == comments(before)
    (tmp_path / "deck.nl.yaml").write_text(made.text, "utf-8")
    assert len(found_by("translation-stale", tmp_path)) == 1
    assert updated(later, "nl", made.text).text == made.text
    # The deck takes it back; the author brings it up to date; the author says it is right.
    back = updated(deck, "nl", made.text)
    assert (back.stale, "#!" in back.text.partition("#! Waaruit")[0]) == (0, False)
    value = re.sub(r"^.*(?:: |- )", "", line.partition("   #")[0])
    better = made.text.replace(line, line.replace(value.strip('"'), "Beter zo"))
    assert updated(later, "nl", better).stale == 0
    accepted = updated(later, "nl", made.text, [])
    assert accepted.stale == 0
    assert updated(later, "nl", accepted.text).stale == 0


def test_only_what_is_accepted_is_right(deck: Deck, tmp_path: Path) -> None:
    before = updated(deck, "nl", dutch()).text
    later = changed_deck(
        tmp_path, ("The carpet", "Our carpet"), ("It rains.", "It pours."), ("For whom.", "For us.")
    )
    assert updated(later, "nl", before).stale == 3
    assert updated(later, "nl", before, ["storm"]).stale == 2
    assert updated(later, "nl", before, ["deck", "carpet"]).stale == 1


def test_what_the_deck_no_longer_has_becomes_a_comment(deck: Deck, tmp_path: Path) -> None:
    before = updated(deck, "nl", dutch()).text
    later = changed_deck(
        tmp_path,
        ("    why: Because.\n", ""),
        (RING, ""),
        ("twists:\n  - {id: storm, title: Storm, prompt: It rains., effects: [{who: all, "
         "spaces: 1}]}\n", ""),
        (", notes: Wait.", ""),
    )  # fmt: skip
    made = updated(later, "nl", before)
    assert (made.missing, made.stale, made.shelved) == (0, 0, 4)
    assert "    # Staat niet meer in de kaartset:\n    # why: Daarom.\n" in made.text
    assert "  # Staat niet meer in de kaartset:\n  # ring: {title: Bel" in made.text
    assert "#   storm: {title: Storm" in made.text or "  # storm: {title: Storm" in made.text
    assert "    # notes: Wacht.\n" in made.text
    (tmp_path / "deck.nl.yaml").write_text(made.text, "utf-8")
    assert load_deck(tmp_path).problems == ()
    assert updated(later, "nl", made.text).text == made.text


def test_a_slip_of_the_pen_is_left_to_the_check(deck: Deck, tmp_path: Path) -> None:
    made = updated(deck, "nl", dutch().replace("  carpet:", "  carpt:"))
    assert made.shelved == 0
    assert "\n  carpt:\n" in made.text
    # What was in the deck once is no slip.
    before = updated(deck, "nl", dutch()).text
    later = changed_deck(tmp_path, ("id: carpet", "id: carpets"))
    assert updated(later, "nl", before).shelved == 1


@pytest.mark.parametrize(
    ("old", "new", "kept"),
    [
        # One in the middle is new, one at the beginning is gone.
        ('{text: "96", points: 3}', '{text: Sell it., points: 1}\n      - {text: "96", points: 3}',
         ["Lees voor.", "", "96", "Stuur het."]),
        ("- {text: Read it., points: 2, feedback: They laugh., meters: {progress: 1}}\n      ", "",
         ["96", "Stuur het."]),
    ],
)  # fmt: skip
def test_lists_of_another_length_keep_what_belongs_together(
    old: str, new: str, kept: list[str], deck: Deck, tmp_path: Path
) -> None:
    before = updated(deck, "nl", dutch()).text
    later = changed_deck(tmp_path, (old, new))
    made = updated(later, "nl", before)
    assert made.stale == 0
    source = parse(made.text.encode(), "").source
    assert source is not None
    options = source.find(("cards", "carpet", "options"))
    assert isinstance(options, ListNode)
    found = []
    for n in range(len(options.entries)):
        text = source.find(("cards", "carpet", "options", n, "text"))
        assert isinstance(text, TextNode)
        found.append(text.text)
    assert found == kept
    (tmp_path / "deck.nl.yaml").write_text(made.text, "utf-8")
    assert errors_of(load_deck(tmp_path).problems) == ()
    assert updated(later, "nl", made.text).text == made.text
