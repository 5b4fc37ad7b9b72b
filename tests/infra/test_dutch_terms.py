"""One Dutch word for each thing, on the wall, in the commands and in what comes with the game."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from game.paths import scenarios_dir
from tools import catalogues
from tools.placeholders import forms

TERMS = {
    r"“|”": "‘ ’, as in the Dutch decks",
    r"begeleiders?|facilitators?": "spelleider",
    r"nabespreking(en)?|debriefs?": "nagesprek",
    r"ronden": "rondes",
    r"bladzijden?": "pagina",
    r"beginscherm": "startscherm",
    r"wand": "muur",
    r"decks?|sets": "kaartset",
    r"werkboek(en)?": "werkmap",
    r"presenters?|clickers?": "klikker",
    r"hoogstens|maximaal": "hooguit",
    r"geheel": "een heel getal",
    r"commando(’s)?": "opdracht",
    r"stilgezet|onderdrukt": "uitgezet",
    r"paste|past voor": "ruilde, of ruilt",
}
"""A pattern of words that are not used, and what is said instead."""
NAMES = re.compile(r"`[^`]*`|\{[^{}]*\}|--\w+|\bdeck\.\w+|\.cxdeck|\w+-\w+")
"""What stays as it is in every language."""
MEANT = {
    "the kind of file it is for: deck, translation, board, ruleset or debrief; if absent, deck",
}
"""Texts that say what the words of a command stand for."""


def _texts() -> Iterator[tuple[str, str]]:
    """Where each Dutch text of the interface stands, and what it says."""
    for entry in catalogues.read_parts("nl"):
        if catalogues.one(entry.message) not in MEANT:
            for text in forms(entry.message.string):
                yield str(entry), NAMES.sub("", text)


@pytest.mark.parametrize("words", TERMS)
def test_the_interface_calls_each_thing_by_its_one_name(words: str) -> None:
    pattern = re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
    found = [f"{place}: {text}" for place, text in _texts() if pattern.search(text)]
    assert found == [], f"say {TERMS[words]}"


def test_a_facilitators_notes_in_the_debriefs_use_those_names_too() -> None:
    for path in sorted((scenarios_dir() / "debriefs").glob("*.nl.yaml")):
        text = path.read_text("utf-8")
        for words in ("“", "begeleider", "nabespreking", "bladzijde", "beginscherm"):
            assert words not in text, (path.name, words)
