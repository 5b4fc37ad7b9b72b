"""A deck with errors is checked as far as it can be read: all at once, and nothing made up."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.content import Level, Problem, load_deck
from game.content.check import check_paths, examine
from game.content.checks import sift_deck
from game.content.library import find_decks

Tree = dict[str, Any]
Mild = tuple[str, str, tuple[str | int, ...]]

FLAWED: Tree = {
    "format": 1,
    "id": "flawed",
    "title": "Flawed",
    "language": "en",
    "categories": [{"id": "insights", "name": "Insights"}, {"id": "design", "name": "Design"}],
    "meters": [{"id": "progress", "name": "Progress"}, {"id": "calm", "name": "Calm"}],
    "silence": {"feedback-missing": "The talk is in the room."},
    "cards": [
        {
            "id": f"quiz-{n}",
            "kind": "choice",
            "category": "insights",
            "title": "Always",
            "prompt": "Which of these is never right?",
            "silence": {"facts-source": "Everybody knows."} if n == 1 else {},
            "options": [
                {"text": "All of the above", "right": "yes", "meters": {"progress": 1}},
                {"text": "B", "meters": {"progress": 1}},
            ],
        }
        for n in range(1, 6)
    ]
    + [
        {
            "id": f"dilemma-{n}",
            "kind": "choice",
            "category": "design",
            "title": "What now",
            "prompt": "You decide.",
            "options": [{"text": "A", "points": 3}, {"text": "A longer one", "points": 3}],
        }
        for n in range(1, 4)
    ],
    "twists": [{"id": "rain", "title": "Rain", "prompt": "It rains.",
                "effects": [{"who": "all", "spaces": 1}]}],
    "mirrors": [{"id": "own", "title": "Own", "prompt": "When were you a customer?"}],
}  # fmt: skip
DUTCH: Tree = {
    "format": 1,
    "overlay": "flawed",
    "language": "nl",
    "cards": {
        "quiz-1": {"title": "Altijd", "prompt": "Welke klopt nooit?"},
        "quiz-2": {"title": "Altijd"},
        "dilemma-1": {"title": "En nu", "prompt": "Jij beslist."},
    },
}


def write(folder: Path, deck: Tree, dutch: Tree = DUTCH) -> Path:
    """A deck in JSON, which is YAML: one line a file, where steps tell the place."""
    (folder / "deck.yaml").write_text(json.dumps(deck), "utf-8")
    (folder / "deck.nl.yaml").write_text(json.dumps(dutch), "utf-8")
    return folder


def changed(tree: Tree, change: Callable[[Tree], object]) -> Tree:
    made = copy.deepcopy(tree)
    change(made)
    return made


def mild(problems: list[Problem]) -> set[Mild]:
    """What is told beside errors; of how many there are too few may change with every card."""
    return {
        # Which quiz is the first with its key in that place changes as well.
        (Path(one.file).name, one.check, () if one.check == "key-position" else one.steps)
        for one in problems
        if one.level != Level.ERROR
    }


def broken_card(at: int, change: Callable[[Tree], object]) -> Tree:
    return changed(FLAWED, lambda deck: change(deck["cards"][at]))


def test_errors_and_everything_else_are_told_at_once(tmp_path: Path) -> None:
    whole = mild(check_paths([write(tmp_path, FLAWED)]))
    deck = broken_card(6, lambda card: card.pop("title"))
    found = check_paths([write(tmp_path, deck)])
    assert [one.text for one in found if one.level is Level.ERROR] == [
        "title is missing; expected text of at most 80 characters"
    ]
    assert ("deck.yaml", "facts-source", ("cards", 1, "options", 0)) not in whole
    checks = {one.check for one in found}
    assert {"all-or-none", "facts-source", "full-deck", "translation-missing"} <= checks
    assert mild(found) <= whole


@pytest.mark.parametrize("at", [0, 3, 7])
def test_the_other_cards_keep_their_problems_and_their_places(tmp_path: Path, at: int) -> None:
    whole = mild(check_paths([write(tmp_path, FLAWED)]))
    deck = broken_card(at, lambda card: card.update(kind="chioce"))
    there = mild(check_paths([write(tmp_path, deck)]))
    id_ = FLAWED["cards"][at]["id"]
    others = {
        one for one in whole
        if len(one[2]) > 1 and one[2][1] not in (at, id_) and one[2][0] == "cards"
    }  # fmt: skip
    assert others <= there
    assert {step for one in others for step in one[2][1:2]} >= {*range(5)} - {at}


def test_a_deck_with_errors_is_never_played(tmp_path: Path) -> None:
    deck = write(tmp_path, broken_card(0, lambda card: card.pop("title")))
    file = load_deck(deck)
    assert file.deck is None
    assert not file.ready
    assert file.overlays == {}
    assert file.languages == ()
    (entry,) = find_decks([deck])
    assert not entry.ready
    assert entry.cards == 0


def test_a_category_is_not_short_of_the_card_that_is_broken(tmp_path: Path) -> None:
    def depths(deck: Tree) -> list[str]:
        found = check_paths([write(tmp_path, deck)])
        return [one.text for one in found if one.check == "category-depth"]

    assert depths(FLAWED) == []
    # Its category is there to be read …
    assert depths(broken_card(5, lambda card: card.pop("title"))) == []
    # … or may be any, also that of a slip …
    assert depths(broken_card(5, lambda card: card.pop("category"))) == []
    assert depths(broken_card(5, lambda card: card.update(category="desing"))) == []
    # … and a category that is short whatever comes of the broken card is told.
    few = changed(FLAWED, lambda deck: deck.update(cards=deck["cards"][:6]))
    few["cards"][5]["category"] = "desing"
    assert depths(few) == ["at most 1 card to draw in this category; expected 3 at least"]


def test_what_only_a_broken_meter_or_section_hides_is_not_told(tmp_path: Path) -> None:
    slip = changed(FLAWED, lambda deck: deck["meters"].pop())
    for card in slip["cards"][:5]:
        for option in card["options"]:
            option["meters"] = {"progres": 1}
    assert not any(one.check == "meter-unused" for one in check_paths([write(tmp_path, slip)]))
    lost = changed(FLAWED, lambda deck: deck.update(cards="none"))
    told = {one.check for one in check_paths([write(tmp_path, lost)])}
    assert "full-deck" in told  # of twists and mirrors, which are there to be counted
    assert not told & {"category-depth", "meter-unused", "reference"}


def test_a_translation_with_errors_is_checked_as_far_as_it_can_be_read(tmp_path: Path) -> None:
    def dutch(tree: Tree) -> None:
        tree["cards"]["quiz-1"]["titel"] = "Fout"

    found = check_paths([write(tmp_path, FLAWED, changed(DUTCH, dutch))])
    assert [one.check for one in found if one.level is Level.ERROR] == ["unknown-field"]
    missing = {one.steps for one in found if one.check == "translation-missing"}
    assert ("cards", "quiz-2") in missing
    assert ("cards", "quiz-1") not in missing
    assert load_deck(tmp_path).languages == ("en",)


def test_a_translation_of_a_broken_card_is_no_translation_of_nothing(tmp_path: Path) -> None:
    for change in (
        lambda card: card.pop("prompt"),
        lambda card: card.update(id="Quiz 1"),
        lambda card: card.update(id="quiz-2"),
    ):
        found = check_paths([write(tmp_path, broken_card(0, change))])
        assert not any(one.check == "reference" for one in found), found


def test_silence_of_what_cannot_be_read_is_not_needless(tmp_path: Path) -> None:
    deck = changed(FLAWED, lambda tree: tree.update(silence={"facts-source": "Everybody knows."}))
    for card in deck["cards"][:5]:
        card["options"][0]["text"] = ["not a text"]
    found = check_paths([write(tmp_path, deck)])
    assert not any(one.check == "silence-unused" for one in found)
    # A name with a slip in it: what it was to silence is an error's due.
    slip = changed(
        FLAWED, lambda tree: tree.update(silence={"feedback-mising": "It is talked of."})
    )
    told = examine([write(tmp_path, slip)])
    assert not any(one.check == "feedback-missing" for one in told.problems)


def test_two_decks_of_one_id_are_told_where_one_has_errors(tmp_path: Path) -> None:
    for name, deck in (("a", FLAWED), ("b", broken_card(0, lambda card: card.pop("title")))):
        (tmp_path / name).mkdir()
        write(tmp_path / name, deck)
    assert any(one.check == "duplicate-deck" for one in check_paths([tmp_path]))


def _slip(owner: Tree) -> None:
    owner["titlle"] = owner.pop("title", "x")


BREAKS: list[Callable[[Tree], object]] = [
    _slip,
    lambda owner: owner.pop("prompt", None),
    lambda owner: owner.update(id="Not An Id"),
    lambda owner: owner.update(id="quiz-3"),
    lambda owner: owner.update(kind="quiz"),
    lambda owner: owner.update(category="insihgts"),
    lambda owner: owner.update(picture="gone.svg"),
    lambda owner: owner.update(options="none"),
    lambda owner: owner.update(meters={"progres": 1}),
    lambda owner: owner.update(silence={"facts-sorce": "It is known."}),
]
HEADS: list[Callable[[Tree], object]] = [
    lambda deck: deck.update(language="English"),
    lambda deck: deck.update(id="No Id"),
    lambda deck: deck.update(cards=[]),
    lambda deck: deck.update(twists="none"),
    lambda deck: deck.pop("categories"),
    lambda deck: deck["meters"].append("calm"),
    lambda deck: deck.update(debrief=[["a list"]]),
    lambda deck: deck.update(preset="an hour"),
]


@settings(max_examples=30, deadline=None)
@given(
    cards=st.lists(st.tuples(st.integers(0, 7), st.sampled_from(BREAKS)), max_size=3),
    heads=st.lists(st.sampled_from(HEADS), max_size=1),
)
def test_nothing_is_told_that_mending_the_errors_would_take_away(
    tmp_path_factory: pytest.TempPathFactory,
    cards: list[tuple[int, Callable[[Tree], object]]],
    heads: list[Callable[[Tree], object]],
) -> None:
    folder = tmp_path_factory.mktemp("deck")
    whole = mild([*sift_deck(load_deck(write(folder, FLAWED))).told])
    deck = copy.deepcopy(FLAWED)
    for at, change in cards:
        change(deck["cards"][at])
    for change in heads:
        change(deck)
    file = load_deck(write(folder, deck))
    assert mild(sift_deck(file).told) <= whole
