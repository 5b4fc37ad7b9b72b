"""Boards, teams and words for the gallery and the kit's own tests."""

from __future__ import annotations

from game.screens.kit.board import BoardSpec, SpaceSpec, Standing, ZoneSpec
from game.screens.kit.strip import StripTeam
from game.screens.kit.theme import TEAM_KEYS

ZONES = (
    ZoneSpec("Notice", "notice"),
    ZoneSpec("Ask", "ask"),
    ZoneSpec("Decide", "decide"),
    ZoneSpec("Receive", "receive"),
    ZoneSpec("Get help", "help"),
    ZoneSpec("Share", "tell"),
)
_KINDS = [
    "insights",
    "culture",
    "bell",
    "design",
    "strategy",
    "choose",
    "metrics",
    "mirror",
    "employee",
    "insights",
    "twist",
    "design",
    "bell",
    "strategy",
    "metrics",
    "insights",
    "choose",
    "twist",
    "culture",
    "bell",
    "employee",
    "strategy",
    "mirror",
    "insights",
    "design",
    "twist",
    "culture",
    "metrics",
    "choose",
]


def board(n: int, zones: int, loop: bool = True) -> BoardSpec:
    """A board of n spaces over a number of zones."""
    spaces = [SpaceSpec("start", zone=0)]
    for i in range(1, n):
        kind = _KINDS[(i - 1) % len(_KINDS)]
        zone = i * zones // n
        if kind in ("bell", "twist", "mirror", "choose"):
            spaces.append(SpaceSpec(kind, zone=zone))
        else:
            spaces.append(SpaceSpec("category", kind, zone))
    return BoardSpec(tuple(spaces[:n]), ZONES[:zones], loop)


def standing(n: int) -> tuple[Standing, ...]:
    """Pawns on a board of n spaces: one, two, three and four to a space."""
    groups = ((1, 1), (n // 4, 2), (n // 2, 3), (3 * n // 4, 4))
    out = []
    for start, (space, size) in zip((0, 1, 3, 0), groups, strict=True):
        out += [Standing(key, space) for key in TEAM_KEYS[start : start + size]]
    return tuple(out)


NAMES = ("Orange", "Sky", "Green", "Yellow", "Blue", "Rust", "Pink", "Ink")
LONG_NAMES = (
    "Klantenservice Zuidoost",
    "Ops",
    "Kundenzufriedenheit",
    "Команда Север",
    "The Night Shift & Friends",
    "فريق الجنوب",
    "Über-Vertrieb",
    "Q☕Q",
)
SCORES = (13, 15, 16, 12, 18, 9, 126, 0)


def teams(n: int, long: bool = False) -> list[StripTeam]:
    """The first n teams with scores; with long or foreign names if asked."""
    names = LONG_NAMES if long else NAMES
    return [
        StripTeam(key, name, score)
        for key, name, score in zip(TEAM_KEYS, names, SCORES, strict=True)
    ][:n]


STORY = (
    "Samira leads home loans. Her own mortgage was settled in four days. At the monthly "
    "meeting she says, “I can’t see what customers complain about.” People laugh. Jonas from "
    "the service desk doesn’t: he knows customers wait five weeks, because he reads their "
    "letters. He says nothing. He looks at you across the table and waits."
)
OPTIONS = (
    "Read one of those letters aloud, here and now.",
    "Ask Samira to follow one customer, start to end.",
    "Keep quiet; send her the waiting times next week.",
)
SCRIPTS = (
    "Één café, naïve coöperatie, Łódź, Şişli, ngoặc — “ok” … 3 × 4 − 2",
    "Команда Север читает письма. Η ομάδα διαβάζει γράμματα.",
    "צוות הדרום קורא 3 מכתבים (בקול)",
    "فريق الجنوب يقرأ ٣ رسائل بصوت عالٍ",
    "☕ ❤ ✓ → ← 😀 👩‍🚀 👍🏽 🇳🇱 \U000f0000",
)
"""What people type into team names and cards; the last holds a character no font has."""
