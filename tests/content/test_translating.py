"""Translations are begun and brought up to date; what somebody typed is never lost."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.content import Deck, load_deck
from game.content.pairs import words_in
from game.content.parse import parse
from game.content.problem import errors_of
from game.content.translating import CannotUpdateError, begun, updated
from game.paths import scenarios_dir
from tests.content.author import OVERLAY as FIRST_LINES
from tests.content.author import found_by, whole, write_deck

SOURCE = """\
description: For whom.
debrief: [Who first?, What next?]
cards:
  - id: carpet
    kind: choice
    category: insights
    title: The carpet
    prompt: Samira laughs.
    why: Because.
    options:
      - {text: Read it., points: 2, feedback: They laugh.}
      - {text: "96", points: 3}
      - {text: Send it., points: 0}
  - id: annoys
    kind: order
    category: insights
    title: Annoying
    prompt: Order.
    items: [{text: First}, {text: Second}, {text: Third}]
  - {id: ring, kind: open, category: insights, title: Ring, prompt: Ring him., criteria: [a, b]}
  - id: plan
    kind: commit
    category: insights
    title: Plan
    prompt: Make a plan.
    example: {cue: it rings, action: I answer}
twists:
  - {id: storm, title: Storm, prompt: It rains., effects: [{who: all, spaces: 1}]}
mirrors:
  - {id: own, title: Own, prompt: When?, notes: Wait.}
personas:
  - {id: wim, name: Wim, line: hard of hearing}
"""
DUTCH = """\
# Anna, in maart.
title: Voorbeeld
description: >-
  Voor wie,
  en wanneer.
debrief: [Wie eerst?, Wat dan?]
categories: {insights: {name: Inzicht}} # één is genoeg

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


def deck_of(folder: Path, text: str = SOURCE) -> Deck:
    deck = load_deck(write_deck(folder, text)).deck
    assert deck is not None
    return deck


def words(text: str) -> Counter[str]:
    source = parse(text.encode(), "").source
    assert source is not None
    return Counter(words_in(source.root))


def comments(text: str) -> Counter[str]:
    """What stands behind each `#`; the signs of the command and its field apart."""
    plain = re.sub(r"^ *#[>!].*\n", "", text.partition("\nsources:")[0], flags=re.MULTILINE)
    return Counter(re.findall(r"(?:^| )# ?(.*)$", plain, re.MULTILINE))


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory) -> Deck:
    return deck_of(tmp_path_factory.mktemp("deck"))


def changed_deck(folder: Path, *changes: tuple[str, str]) -> Deck:
    text = SOURCE
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return deck_of(folder, text)


def dutch() -> str:
    return whole(DUTCH, FIRST_LINES)


def test_what_is_whole_only_gets_its_sources(deck: Deck) -> None:
    made = updated(deck, "nl", dutch())
    assert (made.missing, made.stale, made.shelved) == (0, 0, 0)
    assert made.text.startswith(dutch())
    assert updated(deck, "nl", made.text).text == made.text


def test_a_new_translation_has_a_field_for_every_text(deck: Deck, tmp_path: Path) -> None:
    made = updated(deck, "nl", begun(deck, "nl"))
    write_deck(tmp_path, SOURCE)
    (tmp_path / "deck.nl.yaml").write_text(made.text, "utf-8")
    file = load_deck(tmp_path)
    assert file.problems == ()
    assert file.overlays["nl"].deck.cards == deck.cards
    assert made.missing == 31
    assert len(found_by("translation-missing", tmp_path)) == 9
    # Filled in, in whatever words, it is whole; the deck's texts are gone from it.
    filled = re.sub(r"(?m)(^ *(?:- )?(?:[a-z]+:|-))$(?=\n *(?:#|[a-z]+:|- |$))", r"\1", made.text)
    texts = iter(range(100))
    lines = filled.split("\n")
    for n, line in enumerate(lines[:-1]):
        if lines[n - 1].lstrip().startswith("#>") and not line.lstrip().startswith("#"):
            lines[n] = f"{line} Woorden {next(texts)}"
    done = updated(deck, "nl", "\n".join(lines))
    assert (done.missing, done.stale) == (0, 0)
    assert "#>" not in done.text.replace("Achter #>", "")
    assert words(done.text) == words("\n".join(lines))


@pytest.mark.parametrize("code", ["nl", "nl-BE", "de"])
def test_who_translates_is_told_in_her_own_language_where_the_game_speaks_it(
    code: str, deck: Deck
) -> None:
    first = begun(deck, code).split("\n")[0]
    assert ("schrijf jouw woorden" in first) is code.startswith("nl")


@pytest.mark.parametrize(
    ("old", "new", "line", "above"),
    [
        ("The carpet", "Our carpet", '    title: "De loper"   # of: het kleed', "Our carpet"),
        ("They laugh.", "They smile.", "        feedback: Ze lachen.", "They smile."),
        ("Second", "Another", "      - text: Tweede", "Another"),
        ("[a, b]", "[a, c]", "      - twee", "c"),
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
        ("  - {id: ring, kind: open, category: insights, title: Ring, prompt: Ring him., "
         "criteria: [a, b]}\n", ""),
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
        ("- {text: Read it., points: 2, feedback: They laugh.}\n      ", "",
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
    assert options is not None
    found = [
        source.find(("cards", "carpet", "options", n, "text")).text  # type: ignore[union-attr]
        for n in range(len(options.entries))  # type: ignore[union-attr]
    ]
    assert found == kept
    (tmp_path / "deck.nl.yaml").write_text(made.text, "utf-8")
    assert errors_of(load_deck(tmp_path).problems) == ()
    assert updated(later, "nl", made.text).text == made.text


def test_line_ends_and_older_formats(deck: Deck) -> None:
    crlf = updated(deck, "nl", dutch().replace("\n", "\r\n")).text
    assert crlf == updated(deck, "nl", dutch()).text.replace("\n", "\r\n")
    old = dutch().replace("format: 1", "format: 0").replace("    prompt: |", "    question: |")
    assert updated(deck, "nl", old).text == updated(deck, "nl", dutch()).text


@pytest.mark.parametrize(
    "text",
    [
        "{format: 1, overlay: example, language: nl, title: Titel, cards: {ring: {title: Bel}}}",
        "format: 1\noverlay: example\nlanguage: nl\ncards:\n  {ring: {title: Bel} # kort\n  }\n",
        "format: 1\noverlay: example\nlanguage: nl\ncards:\n\n  ring:\ntwists: {}\nmirrors: \n",
        "format: 1\noverlay: example\nlanguage: nl\ncards:\n  annoys:\n    items:\n    - text: A\n"
        "    -   # b\n      text: B\n    - {}\n  ring:\n    criteria: ['', b]",
    ],
)
def test_any_hand_is_written_on_in(text: str, deck: Deck, tmp_path: Path) -> None:
    made = updated(deck, "nl", text)
    assert words(made.text) == words(text)
    assert not comments(text) - comments(made.text)
    assert updated(deck, "nl", made.text).text == made.text
    write_deck(tmp_path, SOURCE)
    (tmp_path / "deck.nl.yaml").write_text(made.text, "utf-8")
    assert load_deck(tmp_path).problems == ()


@pytest.mark.parametrize("text", ["title: 'open", "- a\n- b", "title: [a"])
def test_what_is_no_translation_is_left_alone(text: str, deck: Deck) -> None:
    with pytest.raises(CannotUpdateError):
        updated(deck, "nl", text)


@pytest.mark.parametrize(
    "path", sorted(scenarios_dir().glob("*/deck.*.yaml")), ids=lambda p: p.parent.name
)
def test_what_ships_is_kept_as_it_is(path: Path) -> None:
    deck = load_deck(path).deck
    assert deck is not None
    text = path.read_text("utf-8")
    made = updated(deck, path.stem.rpartition(".")[2], text)
    assert (made.missing, made.stale, made.shelved) == (0, 0, 0)
    assert made.text.startswith(text.partition("#! ")[0])


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_nothing_that_was_typed_is_lost(deck: Deck, data: st.DataObject) -> None:
    """Lines of the translation get lost, parts of the deck change and go, as it comes."""
    lines = dutch().split("\n")
    for _ in range(data.draw(st.integers(0, 4))):
        begin = data.draw(st.integers(3, len(lines) - 1))
        del lines[begin : begin + data.draw(st.integers(1, 4))]
    text = "\n".join(lines)
    parsed = parse(text.encode(), "")
    if parsed.source is None or parsed.problems:
        return
    try:
        first = updated(deck, "nl", text)
    except CannotUpdateError:  # brackets and quotes that are no longer in pairs of one kind
        return
    letter = data.draw(st.sampled_from("aeiou"))
    later = replace(
        deck,
        cards=tuple(
            replace(card, title=card.title.replace(letter, "y"), why="", prompt="What now?")
            for card in data.draw(st.sampled_from([deck.cards, deck.cards[:2], deck.cards[1:]]))
        ),
        twists=data.draw(st.sampled_from([deck.twists, ()])),
    )
    second = updated(later, "nl", first.text)
    for made, before in ((first, text), (second, first.text)):
        lost = words(before) - words(made.text)
        assert bool(lost) <= (made.shelved > 0)
        said = "\n".join(comments(made.text))
        assert all(text.split(" ")[0].strip('"') in said for text in lost)
        # A comment behind what became one is in it.
        assert all(comment in said for comment in comments(before))
    assert updated(later, "nl", second.text).text == second.text
