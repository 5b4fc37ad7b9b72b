"""Translations are begun and kept up; what somebody typed is never lost."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.content import Deck, load_deck
from game.content.parse import parse
from game.content.translating import CannotUpdateError, begun, updated
from game.paths import scenarios_dir
from tests.content.author import found_by, write_deck
from tests.content.byhand import SOURCE, comments, dutch, words


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
    assert made.missing == 32
    assert len(found_by("translation-missing", tmp_path)) == 10
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
