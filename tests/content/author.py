"""What an author writes, in a test: decks of a few lines, and where in them a problem is."""

from __future__ import annotations

import re
from pathlib import Path

from game.content import DeckFile, Problem, check_paths, load_deck
from game.screens.measure import WallMeasure

MARK = "«"
"""Stands in front of the character a problem is expected at."""

CARD = "id: it, category: insights, title: It, prompt: Do it."
"""What every card has, whatever its kind."""

METERS = "meters: [{id: progress, name: Progress}]\n"

HEAD = {
    "format": "format: 1",
    "id": "id: example",
    "title": "title: Example",
    "language": "language: en",
    "categories": "categories:\n  - {id: insights, name: Insights}",
    "cards": "cards:\n"
    "  - {id: monday, kind: commit, category: insights, title: Monday, prompt: Plan.}",
}
OVERLAY = {"format": "format: 1", "overlay": "overlay: example", "language": "language: nl"}


def whole(text: str, defaults: dict[str, str] = HEAD) -> str:
    """The text, with everything in front that a file has to have and the text does not say."""
    plain = text.replace(MARK, "")
    missing = [
        lines
        for name, lines in defaults.items()
        if not re.search(rf"^[\"']?{name}[\"']?:", plain, re.MULTILINE)
    ]
    return "\n".join([*missing, text])


def marked(text: str) -> tuple[str, int, int]:
    """The text without its mark, and line and column of where the mark was."""
    before, found, after = text.partition(MARK)
    assert found, "no mark in the text"
    assert MARK not in after, "more than one mark in the text"
    return before + after, before.count("\n") + 1, len(before) - before.rfind("\n")


def write_deck(folder: Path, text: str, **translations: str) -> Path:
    """A deck in a folder of its own; returns the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "deck.yaml").write_text(whole(text), "utf-8")
    for language, words in translations.items():
        (folder / f"deck.{language}.yaml").write_text(whole(words, OVERLAY), "utf-8")
    return folder


def load(folder: Path, text: str, **translations: str) -> DeckFile:
    """The deck of this text, loaded."""
    return load_deck(write_deck(folder, text, **translations))


def sound(folder: Path, text: str, **translations: str) -> DeckFile:
    """The same, for a deck that has nothing wrong with it."""
    deck = load(folder, text, **translations)
    assert deck.problems == ()
    return deck


def only_problem(folder: Path, text: str, **translations: str) -> Problem:
    """The one problem of a deck; it stands where the mark is in the text or a translation."""
    places = []
    clean = {}
    written = {language: whole(words, OVERLAY) for language, words in translations.items()}
    for name, part in [("", whole(text)), *written.items()]:
        clean[name] = part
        if MARK in part:
            clean[name], line, column = marked(part)
            places.append((f"deck.{name}.yaml" if name else "deck.yaml", line, column))
    path = write_deck(folder, clean.pop(""), **clean)
    (problem,) = load_deck(path).problems
    assert [(Path(problem.file).name, problem.line, problem.column)] == places
    return problem


def found_by(check: str, folder: Path) -> list[Problem]:
    """What one check finds in a folder."""
    measure = WallMeasure() if check == "text-fit" else None
    return [one for one in check_paths([folder], measure=measure) if one.check == check]


def card(fields: str) -> str:
    """A meter, and a card with these fields beside those every card has."""
    return f"{METERS}cards:\n  - {{{CARD}, {fields}}}\n"


def assert_sayable(problems: tuple[Problem, ...] | list[Problem]) -> None:
    """Every problem is one line that can be printed anywhere UTF-8 can."""
    for problem in problems:
        line = str(problem)
        assert line.isprintable()
        line.encode()
        assert problem.line >= 1
        assert problem.column >= 1
        assert len(line) < 1000
