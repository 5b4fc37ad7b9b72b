"""The JSON Schemas: true to the loader, whole, and carried by the game."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from game.content import load_deck
from game.content.about import ABOUT
from game.content.deck_fields import CARDS
from game.content.records import Record
from game.content.schema import KINDS, about_field, schema
from game.paths import scenarios_dir
from game.rules.cards import Kind
from tests.content.author import HEAD, whole, write_deck
from tools import schemas

SHIPPED = [
    *((path, "deck") for path in sorted(scenarios_dir().glob("*/deck.yaml"))),
    *((path, "translation") for path in sorted(scenarios_dir().glob("*/deck.*.yaml"))),
    *((path, "board") for path in sorted((scenarios_dir() / "boards").glob("*.yaml"))),
    *((path, "ruleset") for path in sorted((scenarios_dir() / "rulesets").glob("*.yaml"))),
]
CARD = "cards: [{id: a, kind: %s, category: insights, title: A, prompt: Why so, %s}]"
QUIZ = "options: [{text: One, right: yes}, {text: Two}, {text: Three}]"


@cache
def validator(kind: str) -> Draft202012Validator:
    Draft202012Validator.check_schema(schema(kind))
    return Draft202012Validator(schema(kind))


def faults(kind: str, text: str) -> list[str]:
    # As an editor reads it: yes is true, 2024 a number.
    return [error.message for error in validator(kind).iter_errors(yaml.safe_load(text))]


def card(kind: str, rest: str) -> str:
    return whole(CARD % (kind, rest))


@pytest.mark.parametrize(("path", "kind"), SHIPPED, ids=lambda value: getattr(value, "name", value))
def test_what_ships_is_valid(path: Path, kind: str) -> None:
    assert faults(kind, path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "text",
    [
        whole(""),
        whole("title: 2024"),
        whole("title: yes"),
        whole("title: 1:30"),
        whole('title: "0123"'),
        whole("preset:"),
        whole('preset: "60"'),
        whole("silence: {key-position: it tells a story}"),
        card("choice", f"play: bell, {QUIZ}"),
        card("choice", "options: [{text: 1, points: 3}, {text: no, points: 0}]"),
        card("estimate", "answer: 80, measure: percentage, bands: {absolute: [3, 8, 15]}"),
        card("estimate", "answer: -1.5, bands: {relative: [3, 8, 15]}"),
        card("order", "play: everyone, items: [{text: A}, {text: B}, {text: C, rank: 2}]"),
        card("open", "judge: peers, criteria: [names it, says when], meters: {progress: 2}"),
        card("commit", "example: {cue: it rings, action: I pick it up}"),
    ],
)
def test_what_loads_is_valid(text: str, tmp_path: Path) -> None:
    meters = "" if "meters" not in text else "\nmeters: [{id: progress, name: Progress}]"
    text += meters
    assert load_deck(write_deck(tmp_path, text)).reasons == ()
    assert faults("deck", text) == []


@pytest.mark.parametrize(
    "text",
    [
        whole("titel: Wrong"),
        whole("id: Not An Id"),
        whole("language: Dutch"),
        whole("preset: 4"),
        whole("format: 2"),
        whole(f"title: {'long ' * 20}"),
        whole('title: ""'),
        whole("cards: []"),
        whole("cards: {}"),
        whole("cards: [{id: a, kind: chioce}]"),
        whole("twists: [{id: t, title: T, prompt: P, effects: [{who: self}]}]"),
        whole("twists: [{id: t, title: T, prompt: P, effects: [{who: self, spaces: 7}]}]"),
        whole("silence: {key-position: }"),
        card("choice", "options: [{text: One, right: yes}]"),
        card("choice", "options: [{text: One, points: 4}, {text: Two, points: 0}]"),
        card("choice", "options: [{text: One, points: three}, {text: Two, points: 0}]"),
        card("choice", "options: [{text: One}, {text: Two}]"),
        card("choice", f"criteria: [one, two], {QUIZ}"),
        card("estimate", "answer: many, bands: {absolute: [3, 8, 15]}"),
        card("estimate", "answer: 3, bands: {absolute: [3, 8]}"),
        card("estimate", "answer: 3, bands: {absolute: [1, 2, 3], relative: [1, 2, 3]}"),
        card("order", "play: bell, items: [{text: A}, {text: B}, {text: C}]"),
        card("open", "play: everyone"),
        card("commit", "meters: {progress: 3}"),
    ],
)
def test_what_is_refused_is_not_valid(text: str, tmp_path: Path) -> None:
    assert load_deck(write_deck(tmp_path, text)).reasons
    assert faults("deck", text)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("format: 1\noverlay: example\nlanguage: nl\ncards: {a: {title: Maandag}}", True),
        ("format: 1\noverlay: example\nlanguage: nl\ncards: {a: {title: }, b: }", True),
        ("format: 1\nlanguage: nl\ncards: {a: {title: Maandag}}", False),
        ("format: 1\noverlay: example\nlanguage: nl\ncards: {a: {points: 3}}", False),
        ("format: 1\noverlay: example\nlanguage: nl\ncards: [{id: a}]", False),
    ],
)
def test_a_translation_holds_only_words_by_id(text: str, right: bool) -> None:
    assert (faults("translation", text) == []) is right


def described(node: Any) -> Iterator[dict[str, Any]]:
    """Every field of a schema."""
    if isinstance(node, dict):
        properties = node.get("properties", {})
        if node.get("additionalProperties") is False:
            yield from properties.values()
        for inner in node.values():
            yield from described(inner)
    elif isinstance(node, list):
        for inner in node:
            yield from described(inner)


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_has_its_sentence_and_an_example_that_is_valid(kind: str) -> None:
    fields = list(described(schema(kind)))
    assert fields
    for field in fields:
        assert field["description"].endswith((".", "…"))
        (example,) = field["examples"]
        if kind == "translation" and not isinstance(example, str | int):
            continue  # of the deck it is laid over: lists of it become words by id here
        assert list(Draft202012Validator(field).iter_errors(example)) == []


@pytest.mark.parametrize("kind", Kind)
def test_every_field_of_a_card_has_a_sentence(kind: Kind) -> None:
    """Which a new kind of card would lack: it is told here, and not by a command that stops."""
    assert CARDS[kind].fields.keys() - ABOUT["card"].keys() == set()


def test_a_field_nobody_wrote_about_is_named() -> None:
    with pytest.raises(KeyError, match="game/content/about says nothing of 'smell' of open card"):
        about_field("open card", "smell")


def test_no_sentence_is_left_of_a_field_that_is_gone() -> None:
    known: dict[str, set[str]] = {}

    def look(record: Record) -> None:
        noun = "card" if record.noun.endswith(" card") else record.noun
        known.setdefault(noun, set()).update(record.fields)

    from game.content import boards, debriefs, deck_fields, rulesets

    for module in (deck_fields, boards, rulesets, debriefs):
        for value in vars(module).values():
            records = value.values() if isinstance(value, dict) else [value]
            for record in records:
                if isinstance(record, Record):
                    look(record)
    known["rules"] = known["ruleset"]
    known["translation"] |= {"format", "overlay", "language", "sources"}
    assert {noun: fields.keys() - known.get(noun, set()) for noun, fields in ABOUT.items()} == {
        noun: set() for noun in ABOUT
    }


def test_the_files_the_game_carries_are_up_to_date() -> None:
    assert schemas.main(["--check"]) == 0, "run: python -m tools.schemas"


def test_the_head_of_every_test_deck_is_valid() -> None:
    assert faults("deck", "\n".join(HEAD.values())) == []
