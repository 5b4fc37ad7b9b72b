"""What is wrong with a file, in the language of who wrote it.

Checks say everything in English: programs, tests and the pages of GitHub read that. For people it
is said again, piece by piece: a piece between two semicolons fits one of the templates of this
package, and its translation is filled with what varied. What no template fits stays English.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, cached_property, lru_cache
from string import Formatter
from typing import NamedTuple

from game.content.problem import Level, Problem
from game.content.tongue.cards import CARDS
from game.content.tongue.fields import FIELDS
from game.content.tongue.files import FILES
from game.content.tongue.media import MEDIA
from game.content.tongue.packed import PACKED
from game.i18n import N_, SOURCE_LANGUAGE, _, language

_LEVELS = {Level.ERROR: N_("Error"), Level.WARNING: N_("Warning"), Level.ADVICE: N_("Advice")}
_NUMBER = r"[−-]?[\d.]+"
_QUOTED = r'".*?"'
_SLOTS = {
    "n": _NUMBER,
    "most": _NUMBER,
    "some": _NUMBER,
    "low": _NUMBER,
    "high": _NUMBER,
    "minutes": _NUMBER,
    "q": _QUOTED,
    "q2": _QUOTED,
    "q3": _QUOTED,
    "which": r'(?:"[^"]*"|\d+)',
    "name": r"[\w.()/ -]+?",
    "id": r"\S+",
    "language": r"\S+",
    "what": r"(?!\d).+?",
}
"""What may stand in a slot; in any other, anything."""
_TOLD = frozenset(
    (
        "found",
        "expected",
        "what",
        "count",
        "counts",
        "words",
        "last",
        "texts",
        "fields",
        "files",
        "trouble",
        "detail",
    )
)
"""Slots with words of the checks in them. What an author wrote, names of fields and whatever an
operating system says stay as they are."""
_NAME = r'(?:"[^"]*"|[^\s;,]+)'
_PLAIN = re.compile(_NAME)
"""A name, a number, or something in quotes: the same in every language."""
_NAMES = re.compile(rf"(?P<words>{_NAME}(?:, {_NAME})*) (?P<joined>or|and) (?P<last>{_NAME})")
"""A list of names. An author writes `cards` in a file, whatever cards are called in a sentence."""
_APART = re.compile(r'((?:"[^"]*"|[^";])*?)(; |$)')
_COMMAS = re.compile(r'((?:"[^"]*"|[^",])*?)(, |$)')


def said(problem: Problem) -> str:
    """Everything but place, level and check, in the language that is spoken."""
    if language() == SOURCE_LANGUAGE:
        return problem.sentence
    words = _piece(problem.text, language()).words
    if problem.path:
        words = f"{_piece(problem.path, language()).words}: {words}"
    return f"{words}; {_piece(problem.hint, language()).words}" if problem.hint else words


def line(problem: Problem) -> str:
    """`str(problem)` in the language that is spoken."""
    if language() == SOURCE_LANGUAGE:
        return str(problem)
    place = problem.cell or f"{problem.line}:{problem.column}"
    level = level_word(problem.level)
    return f"{problem.file}:{place}: {level}: {said(problem)} [{problem.check}]"


def level_word(level: Level) -> str:
    """What a level is called in the middle of a line: "error", in Dutch "fout"."""
    return _(_LEVELS[level]).lower()


def untold(problem: Problem) -> tuple[str, ...]:
    """Pieces of it that no template fits, and that stay English: a template is missing."""
    spoken = language()
    parts = (problem.path, problem.text, problem.hint)
    return tuple(piece for part in parts if part for piece in _piece(part, spoken).missed)


def slots(template: str) -> list[str]:
    """The names of what varies in a template, in its order."""
    return [slot for _text, slot, _spec, _how in Formatter().parse(template) if slot]


class _Said(NamedTuple):
    """A piece in other words, and what of it no template fits."""

    words: str
    missed: tuple[str, ...] = ()


class _Template:
    """A sentence with slots, and how to find what is in them."""

    def __init__(self, english: str) -> None:
        self.english = english
        self._parts = [(text, slot) for text, slot, _spec, _how in Formatter().parse(english)]
        texts = [text for text, _slot in self._parts]
        self.weight = sum(map(len, texts))
        """Characters outside its slots. Where two templates fit, the heavier one is meant."""
        self._sure = max(texts, key=len)
        """Its longest part outside the slots. Every text that fits has it: a quick first look."""

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        slots = (
            f"(?P<{slot}>{_SLOTS.get(slot, '.+?')})" if slot else "" for _, slot in self._parts
        )
        texts = (re.escape(text) for text, _ in self._parts)
        return re.compile("".join(map("".join, zip(texts, slots, strict=True))), re.DOTALL)

    def slots_in(self, text: str) -> dict[str, str] | None:
        """What stands in the slots, where the text fits."""
        found = self._pattern.fullmatch(text) if self._sure in text else None
        return found.groupdict() if found is not None else None


@cache
def _templates() -> tuple[_Template, ...]:
    """All of them, the heaviest first."""
    every = map(_Template, (*FIELDS, *FILES, *CARDS, *MEDIA, *PACKED))
    return tuple(sorted(every, key=lambda template: -template.weight))


@lru_cache(4096)
def _piece(text: str, spoken: str) -> _Said:
    """A text in the language `spoken`, which is the one that is spoken now."""
    apart = _in_pieces(text, _APART, "; ", spoken)
    if apart is not None:
        return apart
    names = _NAMES.fullmatch(text)
    if names is not None:
        joined = _("{words} or {last}") if names["joined"] == "or" else _("{words} and {last}")
        return _Said(joined.format(words=names["words"], last=names["last"]))
    first: _Said | None = None
    for template in _templates():
        slots = template.slots_in(text)
        if slots is None:
            continue
        inner = {
            slot: _piece(held, spoken) if slot in _TOLD else _Said(held)
            for slot, held in slots.items()
        }
        words = _(template.english).format(**{slot: one.words for slot, one in inner.items()})
        found = _Said(words, _missed(inner.values()))
        if not found.missed:
            return found
        first = first or found
    if _PLAIN.fullmatch(text):
        return _Said(text)
    commas = _in_pieces(text, _COMMAS, ", ", spoken)
    return commas or first or _Said(text, (text,))


def _in_pieces(text: str, pattern: re.Pattern[str], between: str, spoken: str) -> _Said | None:
    """Each piece by itself; None where there is only one."""
    pieces = [match[1] for match in pattern.finditer(text) if match[1]]
    if len(pieces) < 2 or between.join(pieces) != text:
        return None
    if all(map(_PLAIN.fullmatch, pieces)):
        return _Said(text)  # names, as in _NAMES
    told = [_piece(piece, spoken) for piece in pieces]
    return _Said(between.join(one.words for one in told), _missed(told))


def _missed(told: Iterable[_Said]) -> tuple[str, ...]:
    return tuple(piece for one in told for piece in one.missed)
