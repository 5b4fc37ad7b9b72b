"""docs/deck-format.md is true: its examples load, its tables name every field and its bounds."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from game.content import deck_fields as described
from game.content import load_deck, read_board, read_ruleset
from game.content.fields import Text
from game.content.records import ListOf, Record
from game.rules.cards import (
    Category,
    ChoiceCard,
    CommitCard,
    EstimateCard,
    Item,
    Kind,
    Meter,
    Mirror,
    OpenCard,
    Option,
    OrderCard,
    Persona,
    PlanExample,
    Twist,
)
from game.rules.ruleset import Preset
from tests.content.author import found_by

PAGE = (Path(__file__).parents[2] / "docs" / "deck-format.md").read_text("utf-8")
HEAD, KINDS, REST, OVERLAY, BOARD, RULESET = re.findall(
    r"^```yaml\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL
)


def test_the_examples_make_a_deck_and_its_translation(tmp_path: Path) -> None:
    # The examples are of the same deck, each showing a part of it.
    parts = re.sub(r"^(cards|twists|mirrors|personas): \[\]\n", "", HEAD, flags=re.MULTILINE)
    categories = re.findall(r"^    category: (\S+)$", KINDS, re.MULTILINE)
    more = "".join(
        f"  - {{id: {id_}, name: {id_}}}\n"
        for id_ in dict.fromkeys(categories)
        if id_ != "insights"
    )
    text = parts.replace("meters:", f"{more}meters:", 1) + KINDS + REST
    (tmp_path / "deck.yaml").write_text(text, "utf-8")
    (tmp_path / "deck.nl.yaml").write_text(OVERLAY, "utf-8")
    file = load_deck(tmp_path)
    assert file.problems == ()
    assert {card.kind for card in file.in_language("en").cards} == set(Kind)
    assert file.in_language("nl").title == "Van buiten naar binnen"
    # The overlay shows a part of the deck; that part is told to be the rest's absence alone.
    assert found_by("translation-missing", tmp_path)


def test_the_board_and_the_ruleset_load(tmp_path: Path) -> None:
    (tmp_path / "board.yaml").write_text(BOARD, "utf-8")
    (tmp_path / "ruleset.yaml").write_text(RULESET, "utf-8")
    assert read_board(tmp_path / "board.yaml").problems == ()
    assert read_ruleset(tmp_path / "ruleset.yaml").problems == ()


def test_the_table_names_every_field_that_any_card_may_have() -> None:
    table = PAGE.partition("## Fields of every card")[2].partition("\n## ")[0]
    named = {
        name
        for row in re.findall(r"^\| (`.+?) \|", table, re.MULTILINE)
        for name in re.findall(r"`(\w+)`", row)
    }
    common = set.intersection(*(set(record.fields) for record in described.CARDS.values()))
    assert named == common | {"meters"}


def test_the_table_of_lengths_is_that_of_the_format() -> None:
    lengths = {}
    table = PAGE.partition("## How much fits")[2].partition("\n## ")[0]
    for names, most in re.findall(r"^\| (.+?) \| (\d+) \|$", table, re.MULTILINE):
        for name in re.findall(r"`(\w+)`|(criterion|question|tag)", names):
            lengths["".join(name)] = int(most)
    card = described.CARD_OF_NO_KIND
    assert lengths == {
        "title": limit(card, "title"),
        "name": limit(described.CATEGORY, "name"),
        "prompt": limit(card, "prompt"),
        "description": limit(described.DECK, "description"),
        "why": limit(card, "why"),
        "reflect": limit(card, "reflect"),
        "feedback": limit(described.OPTION, "feedback"),
        "text": limit(described.ITEM, "text"),
        "criterion": limit(card, "criteria"),
        "line": limit(described.PERSONA, "line"),
        "cue": limit(described.EXAMPLE, "cue"),
        "action": limit(described.EXAMPLE, "action"),
        "notes": limit(card, "notes"),
        "source": limit(card, "source"),
        "question": limit(described.DECK, "debrief"),
        "unit": limit(card, "unit"),
        "tag": limit(card, "tags"),
    }


def limit(record: Record, name: str) -> int:
    type_ = record.fields[name].type
    if isinstance(type_, ListOf):
        type_ = type_.entry
    assert isinstance(type_, Text)
    return type_.limit


@pytest.mark.parametrize(
    ("made", "record", "different"),
    [
        # A quiz's key is told by `right`; the meters of a choice card are those of its options.
        (ChoiceCard, described.CARDS[Kind.CHOICE], {"key", "meters"}),
        (EstimateCard, described.CARDS[Kind.ESTIMATE], set()),
        (OrderCard, described.CARDS[Kind.ORDER], set()),
        (OpenCard, described.CARDS[Kind.OPEN], set()),
        (CommitCard, described.CARDS[Kind.COMMIT], set()),
        (Option, described.OPTION, {"right"}),
        (Item, described.ITEM, set()),
        (PlanExample, described.EXAMPLE, set()),
        (Twist, described.TWIST, set()),
        (Mirror, described.MIRROR, set()),
        (Persona, described.PERSONA, set()),
        (Category, described.CATEGORY, set()),
        (Meter, described.METER, set()),
    ],
    ids=lambda value: value.__name__ if isinstance(value, type) else "",
)
def test_what_the_game_plays_and_what_a_deck_describes_are_the_same(
    made: Any, record: Record, different: set[str]
) -> None:
    # Silence is between authors and the checks: the game never sees it.
    assert {part.name for part in fields(made)} ^ (record.fields.keys() - {"silence"}) == different


def test_a_preset_has_a_field_for_each_of_its_parts() -> None:
    from game.content.rulesets import PRESET

    assert {part.name for part in fields(Preset)} ^ PRESET.fields.keys() == {"names"}
