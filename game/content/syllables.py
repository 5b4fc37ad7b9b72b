"""Counting the syllables of a word, in English and in Dutch.

Both count groups of vowels and then put right what the spelling hides: the silent *e* of English
and its vowels that meet without melting (*area*, *poem*), the Dutch vowels that stand side by
side in two syllables (*chaos*, *knieën*). docs/decisions/0009-syllables.md says how they were
measured.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

_ACCENTS = str.maketrans("áàâäéèêëíìîïóòôöúùûü", "aaaaeeeeiiiioooouuuu")
_APART = re.compile(r"['’]s$|['’]")

# ------------------------------------------------------------------------------------ English

_GROUP = re.compile(r"[aeiouy]+")
_SILENT = (
    re.compile(r"(?<![aeiouy])(?<![^aeiouy]l)e$|[gq]ue$"),
    re.compile(r"(?<![aeiouytd])(?<![^aeiouy]l)(?<![bcdfgpt]r)ed$"),
    re.compile(r"(?<![aeiouysxzcg])(?<![sc]h)(?<![^aeiouy]l)es$"),
    # Inside a word, before another part of it: hopeful, movement, nineteen.
    re.compile(r"(?<=[aeiouy])[^aeiouyl]{1,2}e(?=ful|less|ment|ness|ly$|teen|where)"),
)
"""An *e* that is written and not heard, at the end, before -d or -s, and within."""
_MEETING = re.compile(
    r"ia(?!l$)|io(?!n|us)|iu|eo(?!u|ple)|ua(?!r[dt])|[^q]uie|[aeou]y[aeiou]|[^aeou]ying|[eou]ing"
    r"|eum|ism$|[cr]ea[tl]|[ei]rie|sci|^area|idea|oe[mt]"
)
"""Neighbours that are spelt as one group of vowels, or none, and heard as two syllables."""


def _english(word: str) -> int:
    count = len(_GROUP.findall(word))
    for number, silent in enumerate(_SILENT):
        found = len(silent.findall(word))
        count -= found if number == len(_SILENT) - 1 else min(found, 1)
    return count + len(_MEETING.findall(word))


# -------------------------------------------------------------------------------------- Dutch

_SOUND = re.compile(
    r"aai|ooi|oei|eeuw|ieuw|eau|aa|ee|oo|uu|ie|oe|eu|ui|ij|ou|au|ei|ai|[äëïöü](?:e|u|i)?"
    r"|[aeiouyáéíóúàèìòùâêîôû]"
)
"""The vowels of Dutch spelling, longest first; a diaeresis begins a syllable."""


def _dutch(word: str) -> int:
    return len(_SOUND.findall(word))


_COUNTS: dict[str, Callable[[str], int]] = {
    "en": lambda word: _english(word.translate(_ACCENTS)),
    "nl": _dutch,
}
LANGUAGES = frozenset(_COUNTS)
"""Of the words that can be counted."""


@lru_cache(maxsize=4096)
def syllables(word: str, language: str) -> int:
    """How many syllables a word has, at least one; `language` is one of `LANGUAGES`."""
    return max(1, _COUNTS[language](_APART.sub("", word.casefold())))
