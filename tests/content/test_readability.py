"""Words, sentences, syllables and the two scales, against what a person counts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.content.prose import question, sentences, words
from game.content.readability import readability
from game.content.syllables import LANGUAGES, syllables

HARD_ENGLISH = """
    customer 3 table 2 every 3 business 2 people 2 asked 1 wanted 2 waited 2 phone 1 telephone 3
    queue 1 little 2 bottle 2 Monday 2 Tuesday 2 Wednesday 2 experience 4 area 3 idea 3 being 2
    doing 2 reliable 4 reality 4 create 2 created 3 science 2 quiet 2 hospital 3 manager 3 answer 2
    survey 2 average 3 score 1 complaint 2 employee 3 colleague 2 organisation 5 strategy 3 figure 2
    message 2 loved 1 used 1 tired 2 letters 2 promise 2 promises 3 changes 2 houses 2 faces 2
    hundred 2 thousand 2 different 3 choir 2 giant 2 through 1 mother 2 envelope 3 biscuits 2
    museum 3 poem 2 coffee 2 whole 1 sentence 2 apologise 4 nineteen 2 carefully 3
"""
DRAWN_ENGLISH = """
    presentation 4 fifteen 2 slides 1 blueprint 2 chart 1 consultancy 4 samaritan 4 brochure 2
    wording 2 judge 1 bedroom 2 tails 1 still 1 chair 1 looked 1 company’s 3 strongest 2 brought 1
    drivers 2 lapsed 1 buying 2 slips 1 board 1 label 2 blame 1 endings 2 nurses 2 stood 1 factory 3
    disco 2 percentage 3 handle 2 cross 1 having 2 second 2 costs 1 callers 2 building 2 improved 2
    wears 1 suits 1 pinch 1 tongue 1 they’ll 1 roster 2 otherwise 3 managed 2 halfway 2 clicked 1
    ourselves 2 watching 2 reasoning 3 that’s 1 notice 2 cheap 1 would 1 front 1 reads 1 figures 2
    volunteer 3 story 2 beginner 3 choose 1 pilots 2 rater 2 renewal 3 website 2 thinks 1
"""
HARD_DUTCH = """
    klant 1 klanten 2 medewerker 4 medewerkers 4 beleving 3 ervaring 3 organisatie 5 directeur 3
    directie 3 telefoon 3 idee 2 ideeën 3 zee 1 zeeën 2 ruimte 2 koffie 2 museum 3 chaos 2 theater 3
    geïnteresseerd 5 egaal 2 beoordeling 4 beantwoorden 4 beeld 1 nieuws 1 nieuwe 2 leeuw 1 eeuwig 2
    mooi 1 mooie 2 draai 1 draaien 2 vrouw 1 vrouwen 2 juist 1 buiten 2 dinsdag 2 vrijdag 2 bijeen 2
    station 2 politie 3 patiënt 3 financieel 4 financiën 4 service 2 verzekering 4 hypotheek 3
    hypotheken 4 jaar 1 schoen 1 schreeuwt 1 reactie 3 situatie 4 creatief 3 afdeling 3
    verantwoordelijk 5 brief 1 brieven 2 strategie 3 medailles 3 actueel 3 intussen 3
    onderzoeksvragen 5 eigenaarschap 4 ziekenhuis 3 knie 1 knieën 2 piano 3 variëren 4 cadeau 2
    bureau 2 niveau 2
"""
DRAWN_DUTCH = """
    minder 2 gebak 2 prettig 2 bergtreintje 3 bommenwerpers 4 verhalen 3 daarop 2 onthouden 3
    waterrekening 5 beter 2 trouwste 2 hoorde 2 behalve 3 schrijven 2 roepen 2 blueprint 2
    kinderen 3 complimenten 4 verzonnen 3 samenwerking 4 bewaart 2 voorschrijft 2 interesse 4
    bezorger 3 wacht 1 weken 2 print 1 beroemde 3 inleving 3 bepaalt 2 vloek 1 enquête 3 liegt 1
    rondes 2 feestjes 2 verschijnt 2 drukken 2 vrijwilliger 4 matige 3 volgens 2 gezakt 2
    deuropening 4 water 2 ophoudt 2 datum 2 vervallen 3 bijblijft 2 voorgelezen 4 bewijs 2
    zwakste 2 helpen 2 ticket 2 verdiepingen 4 schoen 1 meesten 2 stemmen 2 soorten 2
    onderzoeksgroepen 5 luisteraars 3 klinken 2 gewonnen 3 klantenservice 5 bruiloft 2 waardoor 2
    luistert 2 veranderen 4 tevredenheid 4
"""


def counted(table: str) -> dict[str, int]:
    """Words with their syllables, as a person counted them."""
    parts = table.split()
    return {word: int(n) for word, n in zip(parts[::2], parts[1::2], strict=True)}


@pytest.mark.parametrize(
    ("language", "table", "wrong"),
    [
        ("en", HARD_ENGLISH, 5),
        ("en", DRAWN_ENGLISH, 0),
        ("nl", HARD_DUTCH, 3),
        ("nl", DRAWN_DUTCH, 2),
    ],
)
def test_syllables_are_counted_as_a_person_does(language: str, table: str, wrong: int) -> None:
    """The figures of docs/decisions/0009-syllables.md."""
    there = counted(table)
    misses = {word: n for word, n in there.items() if syllables(word, language) != n}
    assert len(misses) <= wrong, misses
    assert abs(sum(there.values()) - sum(syllables(w, language) for w in there)) <= wrong


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=40), st.sampled_from(sorted(LANGUAGES)))
def test_any_word_has_a_syllable_and_any_text_a_score_or_none(text: str, language: str) -> None:
    assert syllables(text, language) >= 1
    found = readability(text, language)
    assert (found is None) is (not words(text))
    assert [word for one in sentences(text) for word in words(one)] == words(text)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One. Two! Three? Four", 4),
        ("It fell from 7.9 to 7.6.", 1),
        ("Wait…", 1),
        ("“Works fine.” He looks.", 2),
        ("Bijv. een brief, d.w.z. iets op papier.", 1),
        ("What? No!", 2),
        ("", 0),
    ],
)
def test_sentences(text: str, count: int) -> None:
    assert len(sentences(text)) == count


def test_words_keep_their_apostrophes_and_hyphens() -> None:
    assert words("Don’t wait for a call-back at 3.57, Zoë's n=1!") == [
        "Don’t", "wait", "for", "a", "call-back", "at", "Zoë's", "n",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("prompt", "asked"),
    [
        ("A story. What do you do? Be quick.", "What do you do?"),
        ("“Who is it?” she asks. He looks at you.", "He looks at you."),
        ("‘Wie is het, ’s avonds?’ vraagt ze. Wat zeg je?", "Wat zeg je?"),
        ("Put them in order.", "Put them in order."),
    ],
)
def test_what_a_card_asks(prompt: str, asked: str) -> None:
    assert question(prompt) == asked


def test_the_scale_of_flesch() -> None:
    """Six words of a syllable each in one sentence: 206.835 − 1.015 × 6 − 84.6 × 1."""
    found = readability("The cat sat on the mat.", "en")
    assert found is not None
    assert found.score == pytest.approx(116.145)


def test_the_scale_of_douma() -> None:
    """Two sentences, eight words, twelve syllables: 206.84 − 0.93 × 4 − 77 × 12 / 8."""
    found = readability("De klant belt maandag. Niemand neemt de telefoon.", "nl")
    assert found is not None
    assert found.score == pytest.approx(206.84 - 0.93 * 4 - 77 * 12 / 8)


def test_a_language_without_a_formula_has_no_score() -> None:
    assert readability("Bonjour, tout le monde.", "fr") is None
