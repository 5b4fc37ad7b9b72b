"""What does not fit the wall at its largest distance, and where the check says so."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from game.content import Deck, check_paths, load_deck
from game.content.measure import Overflow
from game.paths import scenarios_dir
from game.rules.cards import ChoiceCard, OrderCard
from game.screens.measure import WallMeasure
from tests.content.author import OVERLAY, marked, whole, write_deck

LONG = "Somebody ought to have told her long ago what was going to happen to it, and when. "


@cache
def deck() -> Deck:
    """One of the game's own, of which a single card is left for each kind."""
    own = load_deck(scenarios_dir() / "cx-facts").in_language("en")
    names = ("nine-in-ten", "without-a-pen", "knock-knock", "who-to-believe", "six-minutes")
    cards = tuple(card for card in own.cards if card.id in (*names, "better-ending"))
    return replace(
        own,
        cards=cards,
        twists=own.twists[:1],
        mirrors=own.mirrors[:1],
        personas=own.personas[:1],
    )


def found(changed: Deck) -> set[tuple[str, str]]:
    """(section, field) of what does not fit."""
    return {(one.section, one.field) for one in WallMeasure().overflows(changed)}


def with_card(card: str, **changes: Any) -> Deck:
    """Only this card, with other words."""
    (own,) = (one for one in deck().cards if one.id == card)
    return replace(deck(), cards=(replace(own, **changes),), twists=(), mirrors=(), personas=())


def test_what_fits_is_not_told() -> None:
    assert found(deck()) == set()


@pytest.mark.parametrize(
    ("card", "changes", "field"),
    [
        ("nine-in-ten", {"prompt": LONG * 9}, "prompt"),
        ("nine-in-ten", {"why": LONG * 7}, "why"),
        ("nine-in-ten", {"reflect": LONG * 3}, "reflect"),
        (
            "nine-in-ten",
            {"title": "The title of a card that will not come to its own end"},
            "title",
        ),
        ("without-a-pen", {"prompt": LONG * 7}, "prompt"),
        ("knock-knock", {"criteria": ("says sorry", LONG * 2, LONG)}, "criteria.1"),
        ("better-ending", {"why": LONG * 9}, "why"),
    ],
)
def test_a_text_that_is_too_long(card: str, changes: dict[str, Any], field: str) -> None:
    assert ("cards", field) in found(with_card(card, **changes))


def test_options_items_and_feedback_point_at_the_longest() -> None:
    (card,) = with_card("nine-in-ten").cards
    assert isinstance(card, ChoiceCard)
    short, *rest = card.options
    many = tuple(replace(short, text=LONG + LONG if n == 4 else LONG) for n in range(6))
    assert ("cards", "options.4.text") in found(with_card("nine-in-ten", options=many))
    told = (short, replace(rest[0], feedback=LONG * 8), *rest[1:])
    assert found(with_card("nine-in-ten", options=told)) == {("cards", "options.1.feedback")}
    (card,) = with_card("who-to-believe").cards
    assert isinstance(card, OrderCard)
    items = tuple(replace(item, text=LONG) for item in card.items)
    assert ("cards", "items.0.text") in found(with_card("who-to-believe", items=items))


@pytest.mark.parametrize(
    ("section", "changes", "field"),
    [
        ("twists", {"prompt": LONG * 9}, "prompt"),
        ("mirrors", {"prompt": LONG * 8}, "prompt"),
        ("personas", {"line": LONG * 2}, "line"),
    ],
)
def test_twists_mirrors_and_personas(section: str, changes: dict[str, Any], field: str) -> None:
    (entry,) = getattr(deck(), section)
    bare: dict[str, Any] = {"cards": deck().cards[:1], "twists": (), "mirrors": (), "personas": ()}
    changed = replace(deck(), **(bare | {section: (replace(entry, **changes),)}))
    assert found(changed) == {(section, field)}


def test_a_picture_takes_its_room() -> None:
    """A question that just fits alone no longer does beside its picture."""
    prompt = LONG * 3
    assert found(with_card("without-a-pen", prompt=prompt)) == set()
    assert ("cards", "prompt") in found(with_card("without-a-pen", prompt=prompt, picture="a.png"))


# --------------------------------------------------------------------------- as a check


class Told:
    """A measurer that finds the same in every deck."""

    def __init__(self, *found: Overflow) -> None:
        self.found = found

    def overflows(self, deck: Deck) -> tuple[Overflow, ...]:
        """What was handed to it."""
        return self.found


DECK = (
    "mirrors:\n  - {id: m, title: M, prompt: «P}\n"
    "cards:\n"
    "  - id: a\n    kind: open\n    category: insights\n    title: A\n    prompt: P\n"
    "    criteria:\n      - one\n      - «two\n"
)


@pytest.mark.parametrize(
    ("section", "field", "text", "said"),
    [
        ("mirrors", "prompt", DECK.replace("«two", "two"), 'mirror "m": prompt is cut'),
        ("cards", "criteria.1", DECK.replace("«P", "P"), 'card "a", criterion 2: the line is cut'),
    ],
)
def test_the_place_of_what_does_not_fit(
    tmp_path: Path, section: str, field: str, text: str, said: str
) -> None:
    clean, line, column = marked(whole(text))
    folder = write_deck(tmp_path, clean)
    measure = Told(Overflow(section, 0, field, "is cut"))
    (problem,) = (p for p in check_paths([folder], measure=measure) if p.check == "text-fit")
    assert (problem.line, problem.column) == (line, column)
    assert problem.sentence == f"{said}; make it shorter"


def test_a_translation_is_told_at_its_own_place_and_only_of_its_own_words(tmp_path: Path) -> None:
    words, line, column = marked(whole("cards:\n  a:\n    criteria: [een, «twee]\n", OVERLAY))
    text = DECK.replace("«", "")
    folder = write_deck(tmp_path, text, nl=words)
    measure = Told(
        Overflow("cards", 0, "criteria.1", "is cut"), Overflow("mirrors", 0, "prompt", "is cut")
    )
    problems = [p for p in check_paths([folder], measure=measure) if p.check == "text-fit"]
    in_dutch = [p for p in problems if p.file.endswith("deck.nl.yaml")]
    assert [(p.line, p.column) for p in in_dutch] == [(line, column)]
    assert len(problems) == 3


def test_without_a_measurer_nothing_is_measured(tmp_path: Path) -> None:
    folder = write_deck(tmp_path, DECK.replace("«", ""))
    assert not [p for p in check_paths([folder]) if p.check == "text-fit"]


def test_what_is_beside_the_cards_is_measured_though_none_of_them_can_be_read(
    tmp_path: Path,
) -> None:
    story = "It rains on the parcels and nobody has thought of it. " * 17
    twist = f"{{id: rain, title: Rain, prompt: {story}, effects: [{{who: all, spaces: 1}}]}}"
    for head in ("", "categories: none\n"):
        write_deck(tmp_path, f"{head}cards: none\ntwists: [{twist}]")
        subject = load_deck(tmp_path).subject
        assert subject is not None
        found = list(WallMeasure().overflows(subject.deck))
        assert {(one.section, one.index) for one in found} == {("twists", 0)}
