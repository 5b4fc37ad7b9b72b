"""Finding what was meant by a word that nothing has."""

from __future__ import annotations

from collections.abc import Iterable
from heapq import nsmallest

_LONGEST = 60
_MOST = 300

_OTHER_WORDS = {
    "answers": "options",
    "audio": "sound",
    "choices": "options",
    "correct": "right",
    "dilemma": "choice",
    "everyone": "all",
    "example_plan": "example",
    "explanation": "why",
    "hint": "notes",
    "image": "picture",
    "question": "prompt",
    "quiz": "choice",
    "score": "points",
    "time": "thinking",
    "type": "kind",
    # Languages.
    "deutsch": "de",
    "duits": "de",
    "dutch": "nl",
    "engels": "en",
    "english": "en",
    "français": "fr",
    "frans": "fr",
    "french": "fr",
    "german": "de",
    "nederlands": "nl",
    "vlaams": "nl",
    # In Dutch, as the sheets have them and as people say it.
    "aanbieder": "vendor",
    "aanleiding": "cue",
    "actie": "action",
    "afbeelding": "picture",
    "allemaal": "all",
    "anderen": "others",
    "antwoord": "answer",
    "antwoorden": "options",
    "bel": "bell",
    "bewijs": "evidence",
    "bron": "source",
    "eenheid": "unit",
    "enquête": "survey",
    "foto": "picture",
    "geluid": "sound",
    "gespreksvraag": "reflect",
    "goed": "right",
    "iedereen": "everyone",
    "ja": "yes",
    "jaar": "year",
    "juist": "right",
    "kaarten": "cards",
    "keuze": "choice",
    "koploper": "leader",
    "laatste": "last",
    "leverancier": "vendor",
    "marges": "bands",
    "naam": "name",
    "nee": "no",
    "notities": "notes",
    "omstreden": "contested",
    "onderdelen": "items",
    "onderzoek": "study",
    "plaatje": "picture",
    "plan": "commit",
    "punten": "points",
    "reactie": "feedback",
    "regel": "line",
    "schatting": "estimate",
    "soort": "kind",
    "speelwijze": "play",
    "spiegels": "mirrors",
    "taal": "language",
    "tekst": "text",
    "titel": "title",
    "toelichting": "why",
    "uitleg": "why",
    "verhaal": "prompt",
    "volgorde": "order",
    "vraag": "prompt",
    "waarom": "why",
    "wendingen": "twists",
}
"""What people call a field, or what it holds, that has another name here; spelling does not lead
there."""


def closest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate that was most likely meant, or None when nothing comes near."""
    known = list(candidates)
    other = _OTHER_WORDS.get(word.lower())
    if other not in known:
        other = _OTHER_WORDS.get(other or "")
    if other in known:
        return other
    if not word or len(word) > _LONGEST:
        return None
    import difflib  # late: only a mistake needs it

    # Comparing is slow: of ten thousand ids, those of about the same length will do.
    near = nsmallest(_MOST, known, key=lambda candidate: abs(len(candidate) - len(word)))
    by_lower = {candidate.lower(): candidate for candidate in near}
    found = difflib.get_close_matches(word.lower(), by_lower, n=1, cutoff=0.6)
    return by_lower[found[0]] if found else None


def did_you_mean(word: str, candidates: Iterable[str]) -> str:
    """`did you mean "insights"?`, or "" when nothing comes near."""
    found = closest(word, candidates)
    return f'did you mean "{found}"?' if found is not None else ""
