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
    taken_apart = unicodedata.normalize("NFKD", title.translate(_LETTERS))
    plain = "".join(sign for sign in taken_apart if not unicodedata.combining(sign))
    # Whatever else is no plain letter parts words: the dashes and hyphens of Word and Excel, too.
    words = re.sub(r"[^a-z0-9]+", "-", plain.lower())
    return words.strip("-")[:LONGEST_ID].strip("-")
