"""Entries of the log: what was asked and what happened, one line of JSON each.

    {"n":12,"at":83211,"src":"key","do":{"Roll":{}},"ev":[{"Rolled":{"team":0,…}},…]}
    {"n":12,"at":83211,"day":"2026-06-05","src":"key","do":{"Roll":{}},"ev":[…]}
    {"n":13,"at":84100,"src":"key","undo":1,"phase":"play","round":3,"rounds":8}
    {"n":14,"at":84900,"src":"wall","reload":{"decks":[…],…},"ev":[{"ContentReloaded":{…}}]}
    {"beat":85100,"phase":"play","round":3,"rounds":8}

A day stands where it is another one than of the entry before, or than that on which the session
began. A beat only says how far the session's time had come. It and the lines of undo and redo carry
where the session stands, for whoever lists sessions without playing them through.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple, TypeAlias, overload

from game.rules.actions import ACTIONS, Action
from game.rules.events import (
    EVENTS,
    Asked,
    ClockSet,
    Event,
    HeldStill,
    RangLocked,
    RangToo,
    RangTooEarly,
    Released,
    TimeWasUp,
)
from game.rules.state import State
from game.session.codec import CodecError, Plain, decoder, encode
from game.session.line import named, quoted, to_json
from game.session.newer import Newer


@dataclass(frozen=True)
class Undo:
    """Back by so many steps; nothing in the log is erased."""

    steps: int


@dataclass(frozen=True)
class Redo:
    """Forward again by so many steps that were undone."""

    steps: int


Doing: TypeAlias = Action | Undo | Redo | Newer


class Entry(NamedTuple):
    """One thing that was done in a session."""

    n: int
    """1 for the first entry, then one more each."""
    at: int
    """When, in ms of the session's own time, which stands still while the program is closed."""
    source: str
    """Where it came from: "key", "mouse", "timer", "bot", "resume"."""
    action: Doing
    events: tuple[Event, ...]
    """What happened, chance included; empty for undo and redo."""
    day: str = ""
    """The day it was done by the computer's calendar, as ISO 8601, where that is another one than
    of the entry before: sessions are gone on with days later. Never of undo and redo."""


class Beat(NamedTuple):
    """A sign of life: the session's time had come this far."""

    at: int


_QUIET = frozenset(
    (Asked, ClockSet, HeldStill, RangLocked, RangToo, RangTooEarly, Released, TimeWasUp)
)


def is_step(events: Sequence[Event]) -> bool:
    """True if an entry is a step of its own for undo.

    What only moved the clock, held or released everything, asked for what is missing, or rang
    too early or too late, goes along with the step before it: a facilitator who takes back a
    wrong score presses once, however often the clock was paused since.
    """
    return not _QUIET.issuperset(map(type, events))


def encode_entry(entry: Entry) -> bytes:
    """The line of an action or a reload, without its end."""
    n, at, source, action, events, day = entry
    if isinstance(action, Newer):
        key, asked = "reload", to_json(encode(action))
    else:
        key, asked = "do", named[type(action)](action.__dict__)
    if len(events) == 1:
        event = events[0]
        told = named[type(event)](event.__dict__)
    else:
        told = ",".join([named[type(event)](event.__dict__) for event in events])
    when = f'{at},"day":{quoted(day)}' if day else at
    line = f'{{"n":{n},"at":{when},"src":{quoted(source)},"{key}":{asked},"ev":[{told}]}}'
    return line.encode()


def encode_jump(entry: Entry, state: State) -> bytes:
    """The line of an undo or redo that led to `state`."""
    assert isinstance(entry.action, Undo | Redo)
    name = "undo" if isinstance(entry.action, Undo) else "redo"
    head = {"n": entry.n, "at": entry.at, "src": entry.source, name: entry.action.steps}
    return to_json(head | _glance(state)).encode("ascii")


def encode_beat(at: int, state: State) -> bytes:
    """The line of a beat at `at` ms."""
    return to_json({"beat": at} | _glance(state)).encode("ascii")


def _glance(state: State) -> dict[str, Any]:
    return {"phase": state.phase, "round": state.round, "rounds": state.plan.rounds}


BEATS = re.compile(rb'(?:\{"beat":(\d{1,16}),"phase":"\w+","round":\d{1,9},"rounds":\d{1,9}\}\n)+')
"""Lines of beats as we write them, one after the other; the group is the last one's time.

An evening has more beats than entries, and of those between two entries only the last counts.
"""

_parse = json.JSONDecoder().decode


def decode_line(line: bytes) -> Entry | Beat:
    """The entry or beat of a line. Raises `CodecError`."""
    try:
        plain = _parse(line.decode())
    except (ValueError, RecursionError) as error:
        raise CodecError(f"not JSON: {error}") from None
    if not isinstance(plain, dict):
        raise CodecError("not an entry")
    if "beat" in plain:
        return Beat(_count(plain, "beat"))
    action = _doing(plain)
    source = plain.get("src")
    if type(source) is not str:
        raise CodecError("is missing or no text", ("src",))
    events = plain.get("ev", [])
    if type(events) is not list:
        raise CodecError("is no list", ("ev",))
    told = tuple([_named(event, _EVENTS, "ev") for event in events])
    day = plain.get("day", "")
    if type(day) is not str:
        raise CodecError("is no text", ("day",))
    return Entry(_count(plain, "n"), _count(plain, "at"), source, action, told, day)


@lru_cache(maxsize=1024)
def decode_action(written: bytes) -> Action:
    """An action as it stands in a line: `{"Roll":{}}`. Raises `CodecError`.

    Most of what is done in an evening is done many times.
    """
    try:
        plain = _parse(written.decode())
    except (ValueError, RecursionError) as error:
        raise CodecError(f"not JSON: {error}") from None
    action: Action = _named(plain, _ACTIONS, "do")
    return action


def _doing(plain: dict[str, Plain]) -> Doing:
    keys = plain.keys() - {"day"}
    if keys == _ACTION_KEYS:
        action: Action = _named(plain["do"], _ACTIONS, "do")
        return action
    if keys == _RELOAD_KEYS:
        return _newer(plain["reload"])
    for name, kind in (("undo", Undo), ("redo", Redo)):
        if name in keys and plain.keys() <= _JUMP_KEYS:
            return kind(_count(plain, name, least=1))
    raise CodecError(f"no entry has the fields {', '.join(map(ascii, keys))}")


def _newer(plain: Plain) -> Newer:
    try:
        newer: Newer = decoder(Newer)(plain)
    except CodecError as error:
        raise error.under("reload") from None
    return newer


_ACTION_KEYS = {"n", "at", "src", "do", "ev"}
_RELOAD_KEYS = {"n", "at", "src", "reload", "ev"}
_JUMP_KEYS = {"n", "at", "src", "undo", "redo", "phase", "round", "rounds"}


def _count(plain: dict[str, Plain], name: str, least: int = 0) -> int:
    value = plain.get(name)
    if type(value) is not int or value < least:
        raise CodecError("is missing or no whole number", (name,))
    return value


class _Known(dict[str, Callable[[Plain], Any] | None]):
    """By name, the decoding function of an action or event; None for what is neither."""

    def __init__(self, classes: Mapping[str, type]) -> None:
        super().__init__()
        self._classes = classes

    def __missing__(self, name: str) -> Callable[[Plain], Any] | None:
        cls = self._classes.get(name)
        decode = self[name] = decoder(cls) if cls else None
        return decode


_ACTIONS, _EVENTS = _Known(ACTIONS), _Known(EVENTS)


def _named(plain: Plain, known: _Known, where: str) -> Any:
    if type(plain) is not dict or len(plain) != 1:
        raise CodecError("is not one named thing", (where,))
    ((name, fields),) = plain.items()
    decode = known[name]
    if decode is None:
        raise CodecError(f"{name!a} is not known to this version", (where,))
    try:
        return decode(fields)
    except CodecError as error:
        raise error.under(name).under(where) from None


class History(Sequence[Entry]):
    """The entries of a session, read from their lines when they are looked at.

    A line is a fifth of the memory of the entry it tells of: an evening of any length fits.
    """

    def __init__(self, lines: list[bytes]) -> None:
        self._lines = lines

    def __len__(self) -> int:
        return len(self._lines)

    @overload
    def __getitem__(self, index: int) -> Entry: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Entry, ...]: ...
    def __getitem__(self, index: int | slice) -> Entry | tuple[Entry, ...]:
        if isinstance(index, slice):
            return tuple([_entry(line) for line in self._lines[index]])
        return _entry(self._lines[index])

    def __iter__(self) -> Iterator[Entry]:
        return map(_entry, self._lines)


def _entry(line: bytes) -> Entry:
    entry = decode_line(line)
    assert isinstance(entry, Entry), "beats are not kept among entries"
    return entry
