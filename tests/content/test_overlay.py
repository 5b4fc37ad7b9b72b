"""Translations: the words of another language over the same cards."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.content import Deck, DeckFile, Level, load_deck
from game.content.wording import listed
from game.rules.cards import ChoiceCard, CommitCard, OpenCard, OrderCard, PlanExample
from tests.content.author import found_by, load, sound, write_deck
from tests.content.carpet import DUTCH, SOURCE


def dutch(file: DeckFile) -> Deck:
    assert "nl" in file.overlays
    return file.in_language("nl")


def test_every_word_is_translated_and_nothing_else_changes(tmp_path: Path) -> None:
    file = sound(tmp_path, SOURCE, nl=DUTCH)
    assert found_by("translation-missing", tmp_path) == []
    deck, source = dutch(file), file.in_language("en")
    assert (deck.language, deck.title, deck.description) == ("nl", "Voorbeeld", "Voor wie.")
    assert deck.debrief == ("Wie eerst?", "Wat dan?")
    assert (deck.categories[0].name, deck.meters[0].name) == ("Inzicht", "Vooruitgang")
    carpet, annoys, ring, plan = deck.cards
    assert isinstance(carpet, ChoiceCard)
    assert [(option.text, option.points, option.feedback) for option in carpet.options] == [
        ("Lees voor.", 2, "Ze lachen."),
        ("96", 3, ""),
    ]
    assert carpet.options[0].meters == (("progress", 1),)
    assert carpet.why == "Daarom."
    assert isinstance(annoys, OrderCard)
    assert [(item.text, item.rank) for item in annoys.items] == [
        ("Eerste", 0),
        ("Tweede", 0),
        ("Derde", 2),
    ]
    assert isinstance(ring, OpenCard)
    assert ring.criteria == ("benoemt het", "zegt het")
    assert (ring.source, ring.tags) == ("Somebody", ("fast",))
    assert isinstance(plan, CommitCard)
    assert plan.example == PlanExample(cue="de telefoon gaat", action="neem ik op")
    assert deck.twists[0].prompt == "Het regent."
    assert deck.twists[0].effects == source.twists[0].effects
    assert (deck.mirrors[0].title, deck.mirrors[0].notes) == ("Eigen", "Wacht.")
    assert deck.personas[0].line == "slechthorend"
    assert [card.id for card in deck.cards] == [card.id for card in source.cards]


def test_what_is_not_translated_is_told_and_stays_in_the_source_language(tmp_path: Path) -> None:
    file = sound(
        tmp_path,
        SOURCE,
        nl="cards:\n  carpet:\n    title: De loper\n    options:\n"
        "      - {feedback: Ze lachen.}\n      - {}\n  ring:\n",
    )
    deck = dutch(file)
    carpet = deck.cards[0]
    assert isinstance(carpet, ChoiceCard)
    assert (carpet.title, carpet.prompt) == ("De loper", "Samira laughs.")
    assert [option.text for option in carpet.options] == ["Read it.", "96"]
    assert deck.cards[1].title == "Annoying"
    found = found_by("translation-missing", tmp_path)
    assert [(problem.path, problem.text) for problem in found if "card" in problem.path] == [
        (
            'card "annoys"',
            "not translated to nl: title, prompt, item 1 text, item 2 text and 1 more",
        ),
        ('card "plan"', "not translated to nl: title, prompt, example cue and example action"),
        ('card "carpet"', "not translated to nl: prompt, why and option 1 text"),
        ('card "ring"', "not translated to nl: title, prompt and criteria"),
    ]
    # Those that are there are told where they stand, the others where their section begins.
    assert [(problem.line, problem.column) for problem in found if "card" in problem.path] == [
        (5, 3),
        (5, 3),
        (6, 5),
        (10, 8),
    ]
    assert {problem.level for problem in found} == {Level.WARNING}
    assert all(problem.hint == "they are shown in en" for problem in found)


def test_an_empty_translation_misses_everything_but_can_be_played(tmp_path: Path) -> None:
    file = sound(tmp_path, SOURCE, nl="cards:\ntwists: {}\n")
    assert dutch(file).cards == file.in_language("en").cards
    said = {problem.path for problem in found_by("translation-missing", tmp_path)}
    assert said == {
        "",
        'category "insights"',
        'meter "progress"',
        'card "carpet"',
        'card "annoys"',
        'card "ring"',
        'card "plan"',
        'twist "storm"',
        'mirror "own"',
        'persona "wim"',
    }


def test_languages_and_what_is_spoken_instead(tmp_path: Path) -> None:
    file = sound(tmp_path, SOURCE, nl=DUTCH)
    assert file.languages == ("en", "nl")
    assert file.in_language("nl-BE").title == "Voorbeeld"
    assert file.in_language("fr").title == "Example"
    assert file.in_language("en-GB").title == "Example"


def test_a_regional_translation_goes_before_the_general_one(tmp_path: Path) -> None:
    write_deck(tmp_path, SOURCE, nl=DUTCH)
    (tmp_path / "deck.nl-BE.yaml").write_text(
        "format: 1\noverlay: example\nlanguage: nl-BE\ntitle: Vlaams\n"
    )
    file = load_deck(tmp_path)
    assert file.languages == ("en", "nl", "nl-BE")
    assert file.in_language("nl-BE").title == "Vlaams"
    assert file.in_language("nl").title == "Voorbeeld"


def test_a_single_file_has_its_translations_beside_it(tmp_path: Path) -> None:
    folder = write_deck(tmp_path / "deck", SOURCE, nl=DUTCH)
    (folder / "deck.yaml").rename(tmp_path / "my-deck.yaml")
    (folder / "deck.nl.yaml").rename(tmp_path / "my-deck.nl.yaml")
    (tmp_path / "other.de.yaml").write_text("overlay: x")
    assert load_deck(tmp_path / "my-deck.yaml").languages == ("en", "nl")
    # The path of a translation means the deck it belongs to.
    assert load_deck(tmp_path / "my-deck.nl.yaml").languages == ("en", "nl")


def test_a_translation_without_its_deck_is_told(tmp_path: Path) -> None:
    path = tmp_path / "mine.nl.yaml"
    path.write_text("format: 1\noverlay: mine\nlanguage: nl\n")
    (problem,) = load_deck(path).problems
    assert (problem.check, problem.line, problem.column) == ("file", 1, 1)
    assert problem.text == "this is a translation, and its deck does not lie beside it"
    assert problem.hint.endswith("mine.yaml")


@pytest.mark.parametrize(
    ("words", "missing"),
    [
        (
            "cards:\n  ring: {title: , prompt: Bel., criteria: [noemt het, '']}",
            ["title", "criterion 2"],
        ),
        ("cards:\n  ring: {title: Bel, prompt: '', criteria: }", ["prompt", "criteria"]),
        ("cards:\n  ring: {title: Bel, prompt: Bel., criteria: [a, b]}", []),
        ("cards:\n  ring:", ["title", "prompt", "criteria"]),
    ],
)
def test_what_is_named_and_left_empty_is_not_translated_yet(
    words: str, missing: list[str], tmp_path: Path
) -> None:
    file = load(tmp_path, SOURCE, nl=words)
    assert file.reasons == ()
    ring = next(card for card in file.in_language("nl").cards if card.id == "ring")
    assert isinstance(ring, OpenCard)
    assert all((ring.title, ring.prompt, *ring.criteria))
    told = [one.text for one in found_by("translation-missing", tmp_path) if "ring" in one.path]
    assert told == ([f"not translated to nl: {listed(missing, 'and')}"] if missing else [])
