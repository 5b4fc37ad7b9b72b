"""How hard a text is to read: Flesch for English, Flesch-Douma for Dutch.

Both look at two things alone, the length of sentences and of words, and say nothing of sense.

- Flesch reading ease: 206.835 − 1.015 × words a sentence − 84.6 × syllables a word. R. Flesch, A
  new readability yardstick, Journal of Applied Psychology 32 (1948), 221-233.
- Flesch-Douma: 206.84 − 0.93 × words a sentence − 77 × syllables a word. W. H. Douma, De
  leesbaarheid van landbouwbladen, Wageningen (1960): the same scale for Dutch, whose words and
  sentences are longer.
"""

from __future__ import annotations

from typing import NamedTuple

from game.content.prose import sentences, words
from game.content.syllables import LANGUAGES, syllables


class _Formula(NamedTuple):
    base: float
    sentence: float
    """A word more in each sentence costs so much."""
    word: float
    """A syllable more in each word costs so much."""


_FORMULAS = {
    "en": _Formula(206.835, 1.015, 84.6),
    "nl": _Formula(206.84, 0.93, 77.0),
}
assert _FORMULAS.keys() == LANGUAGES


class Readability(NamedTuple):
    """What the formulas see of a text."""

    score: float
    """About 0 to 100, and beyond; 100 is easiest, 60 to 70 is plain language for adults."""
    words: int
    sentence: float
    """Words a sentence."""
    word: float
    """Syllables a word."""


def readability(text: str, language: str) -> Readability | None:
    """How easily a text reads; None without words, or in a language without a formula."""
    found = words(text)
    if not found or language not in _FORMULAS:
        return None
    told = [sentence for sentence in sentences(text) if words(sentence)]
    sentence = len(found) / len(told)
    word = sum(syllables(one, language) for one in found) / len(found)
    formula = _FORMULAS[language]
    score = formula.base - formula.sentence * sentence - formula.word * word
    return Readability(score, len(found), sentence, word)
