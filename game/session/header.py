"""The head of a log: all it takes to open the session on another laptop.

Two lines. The first is short and says what the session is; whoever lists sessions reads no
further. The second is the luggage: content, board, rules, plan and pictures,
among which are the decks' sounds.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from dataclasses import dataclass
from typing import Any

from game.rules.board import Board
from game.rules.content import Content
from game.rules.ruleset import Plan, Rules
from game.rules.state import Earlier
from game.rules.template import DebriefTemplate
from game.session.beginning import Beginning
from game.session.codec import CodecError, Plain, decode, encode

FORMAT = 1
"""The version of the log's format; a higher one is refused with a sentence."""


@dataclass(frozen=True, kw_only=True)
class DeckRef:
    """A deck the session began with, as a list of sessions shows it."""

    id: str
    title: str
    digest: str


@dataclass(frozen=True, kw_only=True)
class Head:
    """What a session is, at a glance: the first line of its log."""

    format: int = FORMAT
    app: str
    """Version of the program that began it."""
    created: str
    """When it began, as ISO 8601 with its offset from UTC."""
    name: str
    """What the facilitator calls it, or empty."""
    language: str
    """Language of the interface when it began."""
    seed: int
    teams: tuple[tuple[str, str], ...]
    """(name, colour) of each team, in order of turns."""
    decks: tuple[DeckRef, ...]
    board: str
    """Id of the board."""
    preset: str
    """Id of the preset."""
    rounds: int
    """Rounds planned."""
    practise: bool = False
    """True where bots sat at the tables: no session of people, and never counted as one."""
    luggage: int = 0
    """Bytes of the second line, its end included, for whoever wants to skip it; 0 is unknown."""


@dataclass(frozen=True, kw_only=True)
class Header(Beginning):
    """All a session starts from, as its log carries it."""

    app: str
    """Version of the program that began it."""
    created: str
    """When it began, as ISO 8601 with its offset from UTC."""
    language: str
    """Language of the interface when it began."""

    def head(self, luggage: int = 0) -> Head:
        """Its first line, before a second one of so many bytes."""
        return Head(
            app=self.app,
            created=self.created,
            name=self.name,
            language=self.language,
            seed=self.seed,
            teams=self.teams,
            decks=tuple(
                DeckRef(id=deck.id, title=deck.title, digest=deck.digest)
                for deck in self.content.decks
            ),
            board=self.board.id,
            preset=self.preset,
            rounds=self.plan.rounds,
            practise=self.practise,
            luggage=luggage,
        )


_CARRIED = {"content", "board", "rules", "plan", "pictures"}
"""What every luggage holds; a debrief and plans of last time are there when there are any."""
_EARLIER: Any = tuple[Earlier, ...]


def encode_header(header: Header) -> bytes:
    """Both lines, ends included."""
    carried: dict[str, Plain] = {
        "content": encode(header.content),
        "board": encode(header.board),
        "rules": encode(header.rules),
        "plan": encode(header.plan),
        "pictures": {
            name: b64encode(picture).decode("ascii")
            for name, picture in sorted(header.pictures.items())
        },
    }
    if header.template is not None:
        carried["template"] = encode(header.template)
    if header.earlier:
        carried["earlier"] = encode(header.earlier, _EARLIER)
    luggage = _line(carried)
    head = encode(header.head(len(luggage)))
    assert isinstance(head, dict)
    if not header.practise:
        del head["practise"]  # told where there is something to tell
    return _line(head) + luggage


def _line(plain: Plain) -> bytes:
    return json.dumps(plain, separators=(",", ":")).encode("ascii") + b"\n"


def decode_head(line: bytes) -> Head:
    """What the first line says. Raises `CodecError`, or `NewerFormatError`."""
    try:
        plain = _object(line)
    except CodecError as error:
        raise NotASessionError(error.found) from None
    found = plain.get("format")
    if type(found) is not int or "seed" not in plain:
        raise NotASessionError("no session begins like this")
    if found > FORMAT:
        raise NewerFormatError(str(found))
    return decode(Head, plain)


class NotASessionError(CodecError):
    """The file is something else."""


class NewerFormatError(CodecError):
    """The file was written by a newer version of the program."""


def decode_header(first: bytes, second: bytes) -> Header:
    """What both lines say. Raises `CodecError`, or one of its kinds above."""
    head = decode_head(first)
    plain = _object(second)
    if not _CARRIED <= plain.keys() <= _CARRIED | {"template", "earlier"}:
        raise CodecError(f"no session carries {', '.join(map(ascii, plain))}")
    return Header(
        app=head.app,
        created=head.created,
        name=head.name,
        language=head.language,
        seed=head.seed,
        teams=head.teams,
        preset=head.preset,
        content=_part(Content, plain, "content"),
        board=_part(Board, plain, "board"),
        rules=_part(Rules, plain, "rules"),
        plan=_part(Plan, plain, "plan"),
        pictures=_pictures(plain["pictures"]),
        template=_part(DebriefTemplate, plain, "template") if "template" in plain else None,
        earlier=_part(_EARLIER, plain, "earlier") if "earlier" in plain else (),
        practise=head.practise,
    )


def _object(line: bytes) -> dict[str, Plain]:
    try:
        plain = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise CodecError(f"not JSON: {error}") from None
    if not isinstance(plain, dict):
        raise CodecError("not an object")
    return plain


def _part(cls: Any, plain: dict[str, Plain], name: str) -> Any:
    try:
        return decode(cls, plain[name])
    except CodecError as error:
        raise error.under(name) from None


def _pictures(plain: Plain) -> dict[str, bytes]:
    if not isinstance(plain, dict):
        raise CodecError("is not an object", ("pictures",))
    try:
        return {name: b64decode(picture, validate=True) for name, picture in plain.items()}
    except (ValueError, TypeError) as error:
        raise CodecError(f"a picture is damaged: {error}", ("pictures",)) from None
