"""A deck that is saved anew is seen in the same place, broken or mended."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.content.problem import Level
from game.screens.preview import PreviewScreen
from game.screens.preview.shelf import Entry, found_again
from game.screens.preview.stand import Stand
from tests.screens.outside import look_at, picture
from tests.screens.preview_decks import (
    CARDS,
    DECK,
    DILEMMA,
    HEAD,
    REST,
    SMALL,
    entry,
    here,
    loaded,
    press_on,
    stand,
    write,
)


def cards(words: str) -> tuple[Entry, ...]:
    return tuple(entry("cards", word) for word in words.split())


@pytest.mark.parametrize(
    ("before", "here", "after", "there"),
    [
        ("a b c", 1, "a b c", 1),
        ("a b c", 1, "new a b c", 2),
        ("a b c", 1, "c b a", 1),
        ("a b c", 2, "a c", 1),
        ("a b c", 1, "a renamed c", 1),
        ("a b c", 1, "a c", 1),
        ("a b c", 2, "a b", 1),
        ("a b c", 0, "b c", 0),
        ("a b", 1, "c d e", 0),
    ],
)
def test_the_nearest_card_is_found_again(before: str, here: int, after: str, there: int) -> None:
    assert found_again(cards(before), here, cards(after)) == there


ids = st.lists(st.sampled_from("abcdefgh"), unique=True, min_size=1)


@given(before=ids, after=ids, data=st.data())
@settings(max_examples=50)
def test_some_card_is_always_found_and_the_same_one_if_it_is_there(
    before: list[str], after: list[str], data: st.DataObject
) -> None:
    here = data.draw(st.integers(0, len(before) - 1))
    there = found_again(cards(" ".join(before)), here, cards(" ".join(after)))
    assert 0 <= there < len(after)
    if before[here] in after:
        assert after[there] == before[here]


def saved(there: Stand, folder: Path, text: str = DECK, dutch: str = "") -> bool:
    return there.take(loaded(write(folder, text, dutch)))


def test_a_saved_deck_is_seen_in_the_same_card_and_state(tmp_path: Path) -> None:
    there = stand(write(tmp_path))
    there.find("five-coffees")
    there.go(there.at, 5)
    assert here(there) == ("five-coffees", "reveal")
    assert saved(there, tmp_path, DECK.replace("Five coffees", "Six coffees"))
    assert here(there) == ("five-coffees", "reveal")
    assert there.entry is not None
    assert there.entry.title == "Six coffees"
    # The card is for everyone now: there is a reveal as well, further on.
    changed = DECK.replace("kind: choice\n", "kind: choice\n    play: everyone\n", 1)
    assert saved(there, tmp_path, changed)
    assert here(there) == ("five-coffees", "reveal")
    # A bell has no reading: what is as far on is shown.
    there.go(there.at, 0)
    assert saved(there, tmp_path, HEAD + "cards:\n" + CARDS.replace(DILEMMA, "") + REST)
    assert here(there) == ("quiz", "read")


def test_a_broken_save_keeps_the_last_good_card(tmp_path: Path) -> None:
    there = stand(write(tmp_path))
    there.find("steps")
    before = there.moment
    for broken in (DECK.replace("kind: order", "kind: ordre"), "cards: [", "", DECK[: 2 * 300]):
        assert not saved(there, tmp_path, broken)
        assert there.moment is before
        assert there.told.broken
        assert there.told.count()[Level.ERROR] > 0
    assert saved(there, tmp_path)
    assert not there.told.broken
    assert here(there) == ("steps", "read")


def test_a_broken_translation_keeps_what_is_seen_of_it(tmp_path: Path) -> None:
    there = stand(write(tmp_path), "nl")
    assert there.spoken == "nl"
    (tmp_path / "deck.nl.yaml").write_text("overlay: [", "utf-8")
    assert not there.take(loaded(tmp_path))
    assert there.entry is not None
    assert there.entry.title == "Vijf koffie"
    assert there.told.broken
    # One that was taken away is no mistake: the deck's own words are seen.
    (tmp_path / "deck.nl.yaml").unlink()
    assert there.take(loaded(tmp_path))
    assert there.spoken == "en"
    assert not there.told.broken


def test_a_deck_that_cannot_be_played_comes_alive_when_it_is_mended(tmp_path: Path) -> None:
    there = stand(write(tmp_path, "cards: ["))
    screen = PreviewScreen(there)
    look = look_at(SMALL)
    assert there.entry is None
    assert picture(screen, look)
    for press in ("right", "left", "down", "end", "l", "o", "3", "v", "e"):
        press_on(screen, look, press)
    assert saved(there, tmp_path)
    assert here(there) == ("five-coffees", "read")
    assert len(there.moments[0].state.teams) == 3
