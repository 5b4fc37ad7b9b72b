"""The right option of a quiz is not the only one that echoes the question.

Teams that know nothing listen for a word of the question and choose the option it comes back in.
Where only the key repeats one, that works. Where another option has an echo of its own, or none
has, it does not.

PASS:

    cards:
      - id: handle
        kind: choice
        category: insights
        title: A door
        prompt: The handle begs to be pulled, and you pull. What did Norman say of such doors?
        options:
          - {text: That they are at fault, right: true}
          - {text: That people should look}
          - {text: That glass is cheaper}

FAIL:

    cards:
      - id: handle
        kind: choice
        category: insights
        title: A door
        prompt: The handle begs to be pulled, and you pull. What did Norman say of such doors?
        options:
          - {text: That the handle is at fault, right: true}
          - {text: That people should look}
          - {text: That glass is cheaper}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from game.content.problem import Level, Problem
from game.content.prose import words
from game.content.told import quizzes
from game.content.wording import quoted

if TYPE_CHECKING:
    from game.content.deck import Subject

ID = "clang"
LEVEL = Level.ADVICE

SHORTEST = 4
"""Letters of a word that is heard again; shorter ones are everywhere."""
_STEM = 6
"""So many first letters tell a word: `promise`, `promised` and `promises` are one echo."""
_COMMON = {
    "en": """
        about after again also another because been before being both does doing down each else
        even ever every everyone from going have having here hers into itself just less like made
        make makes many more most much must never none nothing often only other others ours over
        people same says should some somebody someone something such than that their them then
        there these they thing things this those through time under until upon very want were
        what when where which while whom whose will with without would your yours
        """,
    "nl": """
        alle alleen alles allemaal andere anders daar daarna deze doen door eens eerst elke even
        gaan ging haar hebben heeft hier hoeveel hoor ieder iedereen iemand iets jezelf jouw
        jullie kreeg krijgt kunnen laat liet maakt maar maken meer meest meeste mensen minder moet
        moeten naar niemand niet niets nooit omdat onder onze over ruim samen soms staat terug
        toch toen tussen veel vaak voor vroeg waar waarom waarop wanneer want waren weer welk welke
        werd werden wist worden wordt zegt zeggen zich zichzelf zijn zonder zoveel
        """,
}
_EVERYWHERE = {language: frozenset(text.split()) for language, text in _COMMON.items()}


def check(subject: Subject) -> Iterator[Problem]:
    """One problem for each quiz, in each language, whose key alone echoes the question."""
    for told in quizzes(subject):
        card = told.entry
        if told.language not in _EVERYWHERE or card.key is None:
            continue
        asked = _stems(card.prompt, told.language)
        echoes = [_stems(option.text, told.language) for option in card.options]
        key = echoes.pop(card.key)
        others = set().union(*echoes)
        alone = [word for stem, word in key.items() if stem in asked and stem not in others]
        if alone and not any(stem in asked and stem not in key for stem in others):
            yield told.problem(
                ID,
                LEVEL,
                f"only the right option repeats {quoted(alone[0])} from the question; "
                "expected the word in none of them, or in others too",
                inside=("options", card.key),
                field="text",
            )


def _stems(text: str, language: str) -> dict[str, str]:
    """The words of a text that carry meaning, by what tells them."""
    return {
        word.casefold()[:_STEM]: word
        for word in words(text)
        if len(word) >= SHORTEST and word.casefold() not in _EVERYWHERE[language]
    }
