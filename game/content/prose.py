"""What a text is made of: words, sentences, the question it ends in."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_END = re.compile(r"[.!?…]+[’”\"')\]]*(?=\s|$)")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|‘(?:[^‘’]|’(?=\w))*’")


def words(text: str) -> list[str]:
    """The words of a text as they stand there; `call-back` and `don’t` are one each."""
    return _WORD.findall(text)


def sentences(text: str) -> list[str]:
    """The sentences of a text; the dot of an abbreviation before a small letter ends none."""
    found: list[str] = []
    start = 0
    for end in _END.finditer(text):
        rest = text[end.end() :].lstrip()
        if rest and rest.lstrip("‘“\"'(")[:1].islower():
            continue
        found.append(text[start : end.end()].strip())
        start = end.end()
    last = text[start:].strip()
    return [*found, last] if last else found


def question(text: str) -> str:
    """What a card asks: its last sentence with a question mark, else its last; no quotations."""
    found = sentences(_QUOTED.sub("…,", text))
    asked = [sentence for sentence in found if "?" in sentence]
    return (asked or found or [""])[-1]
