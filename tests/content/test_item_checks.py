"""The checks that look at wording: what they find, where, and what they let be."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.content import Problem
from tests.content.author import OVERLAY, found_by, marked, whole, write_deck

QUIZ = (
    "cards:\n"
    "  - id: a\n"
    "    kind: choice\n"
    "    category: insights\n"
    "    title: A\n"
    "    prompt: {prompt}\n"
    "    options:\n"
)


def card(*options: str, prompt: str = "What happened then?", right: int | None = 0) -> str:
    """A choice card of these options; a dilemma without a right one."""
    lines = []
    for place, text in enumerate(options):
        worth = f"points: {place}" if right is None else "right: yes" if place == right else ""
        lines.append(f"      - {{text: {text}{', ' if worth else ''}{worth}}}\n")
    return QUIZ.format(prompt=prompt) + "".join(lines)


def found(check: str, folder: Path, text: str, dutch: str = "") -> list[Problem]:
    """What a check finds in a deck and its Dutch translation."""
    return found_by(check, write_deck(folder, text, **({"nl": dutch} if dutch else {})))


def expect(check: str, folder: Path, text: str, said: str) -> None:
    """The only problem is at the mark, and says this."""
    clean, line, column = marked(whole(text))
    (problem,) = found(check, folder, clean)
    assert (problem.line, problem.column) == (line, column)
    assert said in problem.sentence


def expect_in_dutch(check: str, folder: Path, words: str, said: str, text: str) -> None:
    """The only problem is at the mark in the translation of a deck, and says this."""
    clean, line, column = marked(whole(words, OVERLAY))
    (problem,) = found(check, folder, text, clean)
    assert (Path(problem.file).name, problem.line, problem.column) == ("deck.nl.yaml", line, column)
    assert said in problem.sentence


def overlay(*options: str, prompt: str = "Wat gebeurde er toen?") -> str:
    """The Dutch words of such a card."""
    lines = "".join(f"      - text: {text}\n" for text in options)
    return f"cards:\n  a:\n    title: A\n    prompt: {prompt}\n    options:\n{lines}"


ENGLISH = [
    (
        "absolutes",
        card("Ring him", "«Never ring him"),
        'option 2: "Never" gives the option away',
    ),
    ("absolutes", card("«Ring him in all cases", "Wait", right=None), '"in all cases" gives'),
    ("all-or-none", card("Ring", "Write", "«All of the above"), '"All of the above" stands for'),
    ("all-or-none", card("Ring", "Write", "«None of these."), '"None of these." stands'),
    ("all-or-none", card("Ring", "Write", "«'Both A and B'"), '"Both A and B" stands'),
    ("all-or-none", card("Ring", "Write", "«Neither"), '"Neither" stands'),
    ("all-or-none", card("Ring", "Write", "«All three"), '"All three" stands'),
    (
        "negative-stem",
        card("Ring", "Write", prompt="«Who did not ring back?"),
        'the question turns on "not"',
    ),
    (
        "negative-stem",
        card("Ring", "Write", prompt="«Which of these can’t be seen? Think twice."),
        'turns on "can’t"',
    ),
    ("negative-stem", card("A b", "C d", prompt="«Pick the one they never say."), '"never"'),
    ("negative-stem", card("A b", "C d", prompt="«It is NOT here. What is?"), 'turns on "NOT"'),
    (
        "vague-words",
        card("Ring", "Write", prompt="«What do they usually do?"),
        'the question says "usually"',
    ),
    ("vague-words", card("Ring", "«They often write"), 'option 2: the option says "often"'),
    (
        "duplicate-options",
        card("The long way", "«Long way!", "A short one"),
        "option 2: says the same as option 1",
    ),
    (
        "duplicate-options",
        card("Ring him then write", "«Write him then ring.", "Wait"),
        "option 2: says the same as option 1",
    ),
    ("duplicate-options", card("A", "«a.", "Wait"), "option 2: says the same as option 1"),
    (
        "clang",
        card("«He mended the kettle", "He went home", prompt="A kettle comes back. And then?"),
        'only the right option repeats "kettle"',
    ),
    (
        "clang",
        card("They rang", "«It was promised", prompt="She promises a call. And then?", right=1),
        'option 2: only the right option repeats "promised"',
    ),
]


@pytest.mark.parametrize(("check", "text", "said"), ENGLISH)
def test_what_is_found(tmp_path: Path, check: str, text: str, said: str) -> None:
    expect(check, tmp_path, text, said)


DUTCH = [
    ("absolutes", overlay("Bel hem", "«Bel hem nooit"), 'option 2: "nooit" gives'),
    ("all-or-none", overlay("Bel hem", "«Geen van beide"), '"Geen van beide" stands for'),
    ("all-or-none", overlay("Bel hem", "«Alle bovenstaande"), '"Alle bovenstaande" stands'),
    (
        "negative-stem",
        overlay("Bel", "Schrijf", prompt="«Welke brief is niet gelezen?"),
        'turns on "niet"',
    ),
    (
        "vague-words",
        overlay("Bel", "Schrijf", prompt="«Wat doen klanten meestal?"),
        'the question says "meestal"',
    ),
    (
        "duplicate-options",
        overlay("De lange weg", "«Een lange weg."),
        "option 2: says the same as option 1",
    ),
    (
        "clang",
        overlay("«Hij repareert de ketel", "Hij gaat weg", prompt="De ketel is terug. En dan?"),
        'only the right option repeats "ketel"',
    ),
]


@pytest.mark.parametrize(("check", "words", "said"), DUTCH)
def test_what_is_found_in_a_translation(tmp_path: Path, check: str, words: str, said: str) -> None:
    expect_in_dutch(check, tmp_path, words, said, card("Ring him", "Write to her"))


LEFT_ALONE = [
    ("absolutes", card("Ring him", "An all-ways plug")),
    ("absolutes", card("Ring him", "Wait", prompt="He always rings. And then?")),
    ("all-or-none", card("None of them is Jo", "All people who rang")),
    ("all-or-none", card("Both sides of the leaf", "Nothing at all")),
    ("negative-stem", card("A b", "C d", prompt="What do you do when he does not come?")),
    ("negative-stem", card("A b", "C d", prompt="Why did she not ring?")),
    ("negative-stem", card("A b", "C d", prompt="“Who does not ring?” she asks. What do you say?")),
    ("negative-stem", card("A b", "C d", prompt="It does not work. What do you do?")),
    ("negative-stem", card("A b", "C d", prompt="Which one, if it is not too late?")),
    ("vague-words", card("They often write", "They ring", right=None)),
    ("vague-words", card("Ring", "Write", prompt="They often ring. What happened today?")),
    ("duplicate-options", card("15 %", "15", "-15", "+15")),
    ("duplicate-options", card("n = 1", "p = 1", "r = 1")),
    ("duplicate-options", card("…", "!")),
    ("duplicate-options", card("A", "The", "B")),
    (
        "duplicate-options",
        "cards: [{id: a, kind: order, category: insights, title: A, prompt: P,"
        " items: [{text: One}, {text: Two}, {text: Three}]}]",
    ),
    ("clang", card("The kettle", "The shoe", prompt="A kettle and a shoe come back. Which first?")),
    ("clang", card("The kettle", "A kettle too", prompt="A kettle comes back. And then?")),
    ("clang", card("What people say", "A shoe", prompt="What do people say then?")),
    ("clang", card("The kettle", "A shoe", prompt="A kettle comes back. Who asks?", right=None)),
    ("readability", card("Ring", "Write", prompt="Incomprehensible organisational authority?")),
]


@pytest.mark.parametrize(("check", "text"), LEFT_ALONE)
def test_what_is_let_be(tmp_path: Path, check: str, text: str) -> None:
    assert found(check, tmp_path, text) == []


def test_things_to_order_may_not_be_the_same_either(tmp_path: Path) -> None:
    text = (
        "cards:\n  - id: a\n    kind: order\n    category: insights\n    title: A\n    prompt: P\n"
        "    items:\n      - text: The bell\n      - text: «A bell\n      - text: The door\n"
    )
    expect("duplicate-options", tmp_path, text, "item 2: says the same as item 1")


def test_words_that_are_not_translated_are_told_of_the_deck_alone(tmp_path: Path) -> None:
    """The translation has no such line to point at."""
    words = "cards:\n  a: {title: A}\n"
    problems = found("absolutes", tmp_path, card("Ring him", "Never ring him"), words)
    assert [Path(problem.file).name for problem in problems] == ["deck.yaml"]


def test_a_language_without_words_to_look_for_is_let_be(tmp_path: Path) -> None:
    text = "language: fr\n" + card("Toujours, always", "Never", prompt="Which is not?")
    for check in ("absolutes", "all-or-none", "negative-stem", "vague-words", "clang"):
        assert found(check, tmp_path, text) == []


def test_a_region_of_a_language_is_that_language(tmp_path: Path) -> None:
    assert found("absolutes", tmp_path, "language: en-GB\n" + card("Ring him", "Never ring him"))


def test_a_text_that_is_hard_to_follow(tmp_path: Path) -> None:
    dense = "considerable organisational responsibilities necessitate communication procedures and "
    text = f"twists:\n  - id: t\n    title: T\n    effects: [{{who: self, customers: 1}}]\n    prompt: «{dense * 6}so on."  # noqa: E501 - one line, as a column is asserted
    expect("readability", tmp_path, text, "on the scale of Flesch; expected 60 at least; its sente")


def test_a_translation_that_is_hard_to_follow(tmp_path: Path) -> None:
    """Its sentences are short, so it is the words."""
    dense = "Verantwoordelijke medewerkers organiseren. " * 14
    words = f"cards:\n  a:\n    title: A\n    prompt: «{dense}\n"
    expect_in_dutch("readability", tmp_path, words, "syllables on average", card("Ring", "Wait"))
