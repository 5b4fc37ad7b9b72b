"""Translations: the words of another language over the same cards."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.content import Deck, DeckFile, Level, load_deck
from game.content.wording import listed
from game.rules.cards import ChoiceCard, CommitCard, OpenCard, OrderCard, PlanExample
from tests.content.author import found_by, load, only_problem, sound, write_deck

SOURCE = """\
description: For whom.
debrief: [Who first?, What next?]
meters: [{id: progress, name: Progress}]
cards:
  - id: carpet
    kind: choice
    category: insights
    title: The carpet
    prompt: Samira laughs.
    why: Because.
    options:
      - {text: Read it., points: 2, feedback: They laugh., meters: {progress: 1}}
      - {text: "96", points: 3}
  - id: annoys
    kind: order
    category: insights
    title: Annoying
    prompt: Order.
    items: [{text: First}, {text: Second, rank: 1}, {text: Third}]
  - id: ring
    kind: open
    category: insights
    title: Ring
    prompt: Ring him.
    criteria: [names it, says it]
    source: Somebody
    tags: [fast]
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
title: Voorbeeld
description: Voor wie.
debrief: [Wie eerst?, Wat dan?]
categories: {insights: {name: Inzicht}}
meters: {progress: {name: Vooruitgang}}
cards:
  carpet:
    title: De loper
    prompt: Samira lacht.
    why: Daarom.
    options:
      - {text: Lees voor., feedback: Ze lachen.}
      - {text: "96"}
  annoys:
    title: Ergernis
    prompt: Zet op volgorde.
    items: [{text: Eerste}, {text: Tweede}, {text: Derde}]
  ring:
    title: Bel
    prompt: Bel hem.
    criteria: [benoemt het, zegt het]
  plan:
    title: Plan
    prompt: Maak een plan.
    example: {cue: de telefoon gaat, action: neem ik op}
twists: {storm: {title: Storm, prompt: Het regent.}}
mirrors: {own: {title: Eigen, prompt: Wanneer?, notes: Wacht.}}
personas: {wim: {name: Wim, line: slechthorend}}
"""


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


ERRORS = [
    (
        "overlay: «other",
        "translation",
        'overlay is "other"; expected example, the id of the deck beside it',
    ),
    ("language: «de", "translation", 'language is "de"; expected nl, as in the name of the file'),
    ("format: «2", "format", "format is 2, and this version of the game reads format 1"),
    ("«colour: red", "unknown-field", '"colour" is no field of a translation'),
    ("«preset: 60", "unknown-field", '"preset" is no field of a translation'),
    ("«id: example", "unknown-field", '"id" is no field of a translation'),
    (
        "cards: «[]",
        "structure",
        "cards is a list with nothing in it; expected ids, and under each its words",
    ),
    ("cards:\n  «carpt: {title: A}", "reference", '"carpt" is not a card of this deck'),
    ("twists:\n  «carpet: {title: A}", "reference", '"carpet" is not a twist of this deck'),
    (
        "cards:\n  carpet: «De loper",
        "structure",
        'found "De loper"; expected its words, field by field',
    ),
    ("cards:\n  carpet: {«titel: A}", "unknown-field", '"titel" is no field of a choice card'),
    (
        "cards:\n  carpet: {«category: A}",
        "unknown-field",
        '"category" is no field of a choice card',
    ),
    (
        "cards:\n  ring: {«options: [{text: A}]}",
        "unknown-field",
        '"options" is no field of an open card',
    ),
    (
        "cards:\n  carpet: {options: «[{text: A}]}",
        "translation",
        "options has 1 entry; expected 2, as in the deck",
    ),
    (
        "cards:\n  annoys: {items: «[{}, {}, {}, {}]}",
        "translation",
        "items has 4 entries; expected 3, as in the deck",
    ),
    (
        "cards:\n  ring: {criteria: «[a]}",
        "translation",
        "criteria has 1 entry; expected 2, as in the deck",
    ),
    ("debrief: «[Wie?]", "translation", "debrief has 1 entry; expected 2, as in the deck"),
    (
        "cards:\n  carpet: {options: [{«points: 3}, {}]}",
        "unknown-field",
        '"points" is no field of an option',
    ),
    (
        "cards:\n  carpet: {title: «[A]}",
        "structure",
        "title is a list; expected text of at most 80 characters",
    ),
    (
        "cards:\n  ring: {criteria: [a, «{b: c}]}",
        "structure",
        "found a group of fields; expected text of at most 200 characters",
    ),
]


@pytest.mark.parametrize(("words", "check", "said"), ERRORS)
def test_an_error_in_a_translation_sets_that_language_aside(
    tmp_path: Path, words: str, check: str, said: str
) -> None:
    problem = only_problem(tmp_path, SOURCE, nl=words)
    assert (problem.check, problem.text, problem.level) == (check, said, Level.ERROR)
    file = load_deck(tmp_path)
    assert file.ready
    assert file.languages == ("en",)
    assert file.in_language("nl") == file.in_language("en")


def test_a_slip_in_an_id_is_answered_with_the_one_that_was_meant(tmp_path: Path) -> None:
    problem = only_problem(tmp_path, SOURCE, nl="cards:\n  «carpt: {title: A}")
    assert (problem.path, problem.hint) == ('card "carpt"', 'did you mean "carpet"?')


def test_points_have_no_place_in_a_translation(tmp_path: Path) -> None:
    problem = only_problem(tmp_path, SOURCE, nl="cards:\n  carpet: {options: [{«points: 3}, {}]}")
    assert problem.path == 'card "carpet", option 1'
    assert problem.hint == "a translation of an option holds only words: text, feedback"


def test_an_example_the_deck_does_not_have(tmp_path: Path) -> None:
    problem = only_problem(
        tmp_path,
        SOURCE.replace("    example: {cue: it rings, action: I answer}\n", ""),
        nl="cards:\n  plan:\n    «example: {cue: A, action: B}",
    )
    assert problem.text == "example is translated, and the deck has none"


def test_a_translation_to_the_language_of_the_deck(tmp_path: Path) -> None:
    write_deck(tmp_path, SOURCE, en="language: en\n")
    (problem,) = load_deck(tmp_path).problems
    assert (problem.text, problem.line, problem.column) == (
        'language is "en", which is the deck\'s own',
        3,
        11,
    )


def test_all_errors_of_a_translation_are_said_at_once(tmp_path: Path) -> None:
    file = load(tmp_path, SOURCE, nl="colour: x\ncards:\n  carpt: {}\n  ring: {criteria: [a]}\n")
    assert [problem.line for problem in file.problems] == [4, 6, 7]


def test_a_translation_that_is_no_yaml_leaves_the_deck_alone(tmp_path: Path) -> None:
    file = load(tmp_path, SOURCE, nl="title: 'open\n", de="language: de\ntitle: Beispiel\n")
    assert file.languages == ("en", "de")
    assert [problem.check for problem in file.problems] == ["yaml"]


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
