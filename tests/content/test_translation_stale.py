"""A translation that is older than its deck: told with its place, and only then."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.content.pairs import mark
from game.content.problem import Level
from tests.content.author import MARK, found_by, marked, whole, write_deck
from tests.content.author import OVERLAY as FIRST_LINES

SOURCE = """\
debrief: [Who first?, What next?]
cards:
  - id: carpet
    kind: choice
    category: insights
    title: The carpet
    prompt: Samira laughs.
    options:
      - {text: Read it., points: 2, feedback: They laugh.}
      - {text: Send it., points: 0}
  - {id: ring, kind: open, category: insights, title: Ring, prompt: Ring him., criteria: [a, b]}
personas:
  - {id: wim, name: Wim, line: hard of hearing}
"""
DUTCH = """\
debrief: [{a}Wie eerst?, {b}Wat dan?]
cards:
  carpet:
    title: {c}De loper
    prompt: Samira lacht.
    options:
      - {{text: Lees voor., feedback: {d}Ze lachen.}}
      - {{text: {e}Stuur het.}}
personas:
  wim: {{name: Wim, line: {f}slechthorend}}
sources:
  deck: {who}
  cards:
    carpet: {carpet}
  personas:
    wim: {wim}
"""
MEMORY = {
    "who": f"{mark('Who first?', 'Wie eerst?')} {mark('What next?', 'Wat dan?')}",
    "carpet": " ".join(
        mark(*both)
        for both in [
            ("The carpet", "De loper"),
            ("Samira laughs.", "Samira lacht."),
            ("Read it.", "Lees voor."),
            ("They laugh.", "Ze lachen."),
            ("Send it.", "Stuur het."),
        ]
    ),
    "wim": f"{mark('Wim', 'Wim')} {mark('hard of hearing', 'slechthorend')}",
}


def translated(at: str = "") -> str:
    """The translation, with the mark where a problem is expected."""
    return DUTCH.format(**MEMORY, **{name: MARK if name == at else "" for name in "abcdef"})


@pytest.mark.parametrize(
    ("old", "new", "at"),
    [
        ("Who first?", "Who is first?", "a"),
        ("What next?", "What now?", "b"),
        ("The carpet", "Our carpet", "c"),
        ("They laugh.", "They smile.", "d"),
        ("Send it.", "Send it now.", "e"),
        ("hard of hearing", "deaf", "f"),
    ],
)
def test_a_text_that_changed_in_the_deck_alone(old: str, new: str, at: str, tmp_path: Path) -> None:
    text, line, column = marked(whole(translated(at), FIRST_LINES))
    write_deck(tmp_path, SOURCE.replace(old, new), nl=text)
    (problem,) = found_by("translation-stale", tmp_path)
    assert (Path(problem.file).name, problem.line, problem.column) == ("deck.nl.yaml", line, column)
    assert problem.text == f'this is older than the deck, which now says "{new}"'
    assert problem.level is Level.WARNING


@pytest.mark.parametrize(
    ("source", "dutch"),
    [
        (SOURCE, translated()),
        # Blanks and line ends are no change.
        (SOURCE.replace("prompt: Samira laughs.", "prompt: >-\n      Samira\n      laughs."), ""),
        # Brought up to date.
        (SOURCE.replace("The carpet", "Our carpet"), translated().replace("De loper", "Ons kleed")),
        # The order of options changed in both.
        (
            SOURCE.replace("Read it.", "~")
            .replace("Send it.", "Read it.")
            .replace("~", "Send it."),
            translated()
            .replace("Lees voor.", "~")
            .replace("Stuur het.", "Lees voor.")
            .replace("~", "Stuur het."),
        ),
        # Nothing is known of it.
        (SOURCE.replace("The carpet", "Our carpet"), translated().partition("sources:")[0]),
        (
            SOURCE.replace("The carpet", "Our carpet"),
            translated().replace("    carpet: ", "    x: "),
        ),
    ],
    ids=["same", "blanks", "both", "order", "no memory", "no memory of it"],
)
def test_what_is_no_reason_to_say_anything(source: str, dutch: str, tmp_path: Path) -> None:
    write_deck(tmp_path, source, nl=dutch or translated())
    assert found_by("translation-stale", tmp_path) == []


def test_options_that_changed_places_in_the_deck_alone(tmp_path: Path) -> None:
    swapped = (
        SOURCE.replace("Read it.", "~").replace("Send it.", "Read it.").replace("~", "Send it.")
    )
    write_deck(tmp_path, swapped, nl=translated())
    assert [one.path for one in found_by("translation-stale", tmp_path)] == [
        'card "carpet", option 1, text',
        'card "carpet", option 2, text',
    ]


def test_it_is_silenced_on_the_card_of_the_deck(tmp_path: Path) -> None:
    changed = SOURCE.replace(
        "title: The carpet", "title: Our carpet\n    silence: {translation-stale: A joke.}"
    )
    write_deck(tmp_path, changed, nl=translated())
    assert found_by("translation-stale", tmp_path) == []
