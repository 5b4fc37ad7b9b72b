"""Problems in the language of who wrote the deck."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from game.content import Problem, check_paths, tongue
from game.content.problem import Level
from game.content.tongue import line, said, untold
from game.i18n import _, set_language
from tests.content.bad_decks import FOLDER

PARTS = Path(tongue.__file__).parents[2] / "i18n" / "locale" / "nl" / "parts"


@pytest.fixture
def dutch(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Dutch as it stands in the parts, whether or not they were compiled since."""
    words = {}
    for path in PARTS.glob("*.po"):
        with path.open("rb") as part:
            words.update({one.id: one.string for one in read_po(part) if one.id})
    monkeypatch.setattr(tongue, "_", lambda text: words.get(text, text))
    set_language("nl")
    tongue._piece.cache_clear()
    yield
    tongue._piece.cache_clear()
    set_language("en")


def problem(text: str, hint: str = "", path: str = "", cell: str = "") -> Problem:
    return Problem(
        file="deck.yaml",
        line=3,
        column=5,
        level=Level.ERROR,
        check="structure",
        path=path,
        text=text,
        hint=hint,
        cell=cell,
    )


SAID = [
    (
        problem(
            'points is "three"; expected a whole number from 0 to 3', path='card "cups", option 2'
        ),
        'kaart "cups", optie 2: points is "three"; verwacht: een heel getal van 0 tot en met 3',
    ),
    (
        problem('kind is "keuze"; expected choice, estimate, order, open or commit'),
        'kind is "keuze"; verwacht: choice, estimate, order, open of commit',
    ),
    (
        problem('"titel" is no field of a choice card', 'did you mean "title"?'),
        '"titel" is geen veld van een choice-kaart; bedoel je "title"?',
    ),
    (
        problem("a tab stands in the indentation", "indent with spaces"),
        "er staat een tab in de inspringing; spring in met spaties",
    ),
    (
        problem("not translated to nl: title, option 1 text and 5 more", "they are shown in en"),
        "niet vertaald in nl: title, tekst van optie 1 en nog 5; ze zijn te zien in en",
    ),
    (
        problem('the picture "a.png" cannot be shown: there is no such file'),
        'het plaatje "a.png" kan niet getoond worden: dat bestand is er niet',
    ),
    (
        problem("prompt is missing; expected text of at most 1000 characters"),
        "prompt ontbreekt; verwacht: tekst van hooguit 1000 tekens",
    ),
    (
        problem("title has 131 characters; expected at most 80"),
        "title heeft 131 tekens; verwacht: hooguit 80",
    ),
    (
        problem('"base" is no field of a deck; expected id, categories, cards, twists or mirrors'),
        '"base" is geen veld van een kaartset; verwacht: id, categories, cards, twists of mirrors',
    ),
    (
        problem("source and evidence are missing; expected one of customers, spaces or roll"),
        "source en evidence ontbreken; verwacht: een van customers, spaces of roll",
    ),
    (
        problem("1 card to draw in this category; expected 3 at least"),
        "1 kaart om te trekken in deze categorie; verwacht: minstens 3",
    ),
    (
        problem("the deck has 1 of 30 cards, 1 of 4 kinds and 0 of 6 mirrors of a full one"),
        "de kaartset heeft 1 van 30 kaarten, 1 van 4 soorten en 0 van 6 spiegels van een volle",
    ),
    (
        problem("the file is a picture; expected text in YAML"),
        "het bestand is een plaatje; verwacht: tekst in YAML",
    ),
    (
        problem('overlay is "a"; expected mine, the id of the deck beside it'),
        'overlay is "a"; verwacht: mine, de id van de kaartset ernaast',
    ),
    (
        problem('language is "fr"; expected nl, as in the name of the file'),
        'language is "fr"; verwacht: nl, zoals in de naam van het bestand',
    ),
    (
        problem('"example" is no field of an open card', "it is a field of commit cards"),
        '"example" is geen veld van een open-kaart; het is een veld van commit-kaarten',
    ),
    (
        problem('"colour" is no column of Cards', "empty the cell"),
        '"colour" is geen kolom van Cards; maak de cel leeg',
    ),
    (
        problem('"titel" is no field of a translation'),
        '"titel" is geen veld van een vertaling',
    ),
    (
        problem('zone "one; two, or three" comes back after another zone'),
        'zone "one; two, or three" komt terug na een andere zone',
    ),
]


@pytest.mark.usefixtures("dutch")
@pytest.mark.parametrize(("found", "words"), SAID, ids=lambda one: str(one)[:20])
def test_a_problem_is_said_in_dutch(found: Problem, words: str) -> None:
    assert said(found) == words


@pytest.mark.usefixtures("dutch")
def test_a_line_says_its_level_and_its_place_too() -> None:
    assert line(problem("the file is empty")) == (
        "deck.yaml:3:5: fout: het bestand is leeg [structure]"
    )
    assert line(problem("the file is empty", cell="Kaarten!G2")).startswith("deck.yaml:Kaarten!G2:")


def test_in_english_it_is_what_the_check_said() -> None:
    one = problem('points is "three"; expected a whole number from 0 to 3', "think")
    assert (said(one), line(one)) == (one.sentence, str(one))


@pytest.mark.usefixtures("dutch")
def test_what_no_template_fits_stays_as_it_is_and_is_known() -> None:
    one = problem('answer is "x"; expected something nobody thought of')
    assert said(one) == 'answer is "x"; verwacht: something nobody thought of'
    assert untold(one) == ("something nobody thought of",)


def test_whatever_is_wrong_with_the_bad_decks_fits_a_template() -> None:
    found = check_paths([FOLDER])
    assert len(found) > 100
    missing = {piece: str(one) for one in found for piece in untold(one)}
    assert not missing, "game/content/tongue lacks templates"


@pytest.mark.usefixtures("dutch")
def test_every_template_has_its_dutch_and_keeps_its_slots() -> None:
    for template in tongue._templates():
        told = _(template.english)
        assert set(tongue.slots(told)) == set(tongue.slots(template.english)), template.english
