"""How an id is made of words that somebody typed."""

from __future__ import annotations

import re
import unicodedata

LONGEST_ID = 60
"""Characters of an id."""
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l"}
    | dict.fromkeys("'’‘")
)
"""Letters that no accent can be taken off, and marks that part no words."""


def id_of(title: str) -> str:
    """A title as an id: `Klachten & Co` becomes `klachten-co`; empty where no letter is left."""
    plain = unicodedata.normalize("NFKD", title.translate(_LETTERS))
    words = re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode().lower())
    return words.strip("-")[:LONGEST_ID].strip("-")
