"""The label on a packed deck: what it is, and by what to tell that it arrived whole."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

PACKING = 1
"""How decks are packed; rises when an older game could not unpack them any more."""


class ManifestError(Exception):
    """The label cannot be read; `str()` of it is a sentence, `hint` what to do."""

    def __init__(self, sentence: str, hint: str = "") -> None:
        super().__init__(sentence)
        self.hint = hint


@dataclass(frozen=True, kw_only=True)
class Manifest:
    """What is written into `manifest.json`."""

    cxdeck: int = PACKING
    """How it is packed."""
    format: int
    """Of the deck's files."""
    id: str
    title: str
    """In its own language."""
    digest: str
    """`DeckFile.digest` of what was packed."""

    def dump(self) -> bytes:
        """The same for equal manifests."""
        return (json.dumps(asdict(self), ensure_ascii=False, indent=1) + "\n").encode()


def read_manifest(data: bytes) -> Manifest:
    """Raises `ManifestError`; fields that a later version added are passed over."""
    try:
        found = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise ManifestError("it is no JSON") from error
    packing = found.get("cxdeck") if isinstance(found, dict) else None
    if type(packing) is not int or packing < 1:
        raise ManifestError("it does not say how the deck is packed")
    if packing > PACKING:
        raise ManifestError(
            f"the deck is packed as by a newer version of the game ({packing}); "
            f"this one unpacks {PACKING}",
            "a newer version of the game can open this file",
        )
    values = {name: found.get(name) for name in ("format", "id", "title", "digest")}
    if type(values["format"]) is not int or not all(
        isinstance(values[name], str) for name in ("id", "title", "digest")
    ):
        raise ManifestError("format, id, title or digest is missing or no text")
    return Manifest(**values)
