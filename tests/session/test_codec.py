"""Everything a log holds comes back as it went in, or is refused with its place."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.rules.actions import ACTIONS, Roll
from game.rules.content import Content
from game.rules.events import EVENTS, Rolled
from game.rules.ruleset import Plan, Rules
from game.session.codec import CodecError, decode, encode
from game.session.entry import (
    Beat,
    Entry,
    Redo,
    Undo,
    decode_line,
    encode_beat,
    encode_entry,
    encode_jump,
)
from tests.rules import pieces, table
from tests.session.evening import begun
from tests.session.strategies import TEXT, actions, events, things

entries = st.builds(
    Entry,
    n=st.integers(1, 10**6),
    at=st.integers(0, 2**53),
    source=TEXT,
    action=actions,
    events=st.lists(events, max_size=4).map(tuple),
)


@given(entries)
def test_any_entry_comes_back_as_it_went_in(entry: Entry) -> None:
    line = encode_entry(entry)
    assert b"\n" not in line
    assert decode_line(line) == entry


@given(entries)
def test_types_come_back_too(entry: Entry) -> None:
    # 1, 1.0 and True are equal, but the rules tell them apart.
    assert repr(decode_line(encode_entry(entry))) == repr(entry)


@pytest.mark.parametrize("cls", [*ACTIONS.values(), *EVENTS.values()])
@settings(max_examples=8)
@given(st.data())
def test_every_action_and_event_has_a_form(cls: type[Any], data: st.DataObject) -> None:
    thing = data.draw(things(cls))
    assert decode(cls, json.loads(json.dumps(encode(thing)))) == thing


@given(entries)
def test_the_fast_way_writes_what_the_plain_way_would(entry: Entry) -> None:
    def named(thing: object) -> dict[str, Any]:
        return {type(thing).__name__: encode(thing)}

    plain = {
        "n": entry.n,
        "at": entry.at,
        **({"day": entry.day} if entry.day else {}),
        "src": entry.source,
        "do": named(entry.action),
        "ev": [named(event) for event in entry.events],
    }
    assert encode_entry(entry).decode() == json.dumps(plain, separators=(",", ":"))


@given(st.integers(0, 2**53))
def test_a_beat_comes_back(at: int) -> None:
    line = encode_beat(at, table.game())
    assert decode_line(line) == Beat(at)
    # Written by hand it is one as well.
    assert decode_line(json.dumps(json.loads(line), indent=1).encode()) == Beat(at)


@given(st.integers(1, 10**6), st.integers(0, 2**53), st.integers(1, 99), TEXT)
def test_undo_and_redo_come_back(n: int, at: int, steps: int, source: str) -> None:
    for action in (Undo(steps), Redo(steps)):
        entry = Entry(n, at, source, action, ())
        assert decode_line(encode_jump(entry, table.game())) == entry


def test_an_entry_is_one_readable_line() -> None:
    entry = Entry(12, 83211, "key", Roll(), (Rolled(0, 4, (3,)),))
    assert encode_entry(entry) == (
        b'{"n":12,"at":83211,"src":"key","do":{"Roll":{}},'
        b'"ev":[{"Rolled":{"team":0,"pips":4,"fell":[3]}}]}'
    )


def test_an_entry_of_another_day_says_so() -> None:
    entry = Entry(12, 83211, "key", Roll(), (), "2026-06-05")
    line = b'{"n":12,"at":83211,"day":"2026-06-05","src":"key","do":{"Roll":{}},"ev":[]}'
    assert encode_entry(entry) == line
    assert decode_line(line) == entry
    with pytest.raises(CodecError, match="day"):
        decode_line(line.replace(b'"2026-06-05"', b"5"))
    with pytest.raises(CodecError):
        decode_line(b'{"n":1,"at":0,"day":"2026-06-05","src":"","undo":1}')


def test_what_a_session_carries_comes_back() -> None:
    # Every kind of card, effect and space, and a state in the middle of an evening.
    state = begun().state
    for thing in (state.content, state.board, state.rules, state.plan, state):
        plain = json.loads(json.dumps(encode(thing)))
        assert decode(type(thing), plain) == thing


def test_cards_stand_under_the_name_of_their_kind() -> None:
    plain = encode(pieces.content([pieces.quiz("q")]))
    assert [list(card) for card in plain["cards"]] == [["ChoiceCard"]]


def test_what_a_newer_version_added_takes_its_default() -> None:
    plain = encode(Rules())
    del plain["awards"]
    assert decode(Rules, plain) == Rules()


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        ({"die": "six"}, "die: 'six' where int is expected"),
        ({"die": True}, "die: True where int is expected"),
        ({"die": 6.0}, "die: 6.0 where int is expected"),
        ({"awards": 1}, "awards: 1 where bool is expected"),
        ({"turns": "by_twos"}, "turns: 'by_twos' is none of: one_by_one, together"),
        ({"turns": ["together"]}, "turns: ['together'] is none of"),
        ({"dice": 2}, "Rules has no field 'dice'"),
    ],
)
def test_a_wrong_value_is_refused_with_its_place(fault: dict[str, Any], told: str) -> None:
    with pytest.raises(CodecError) as caught:
        decode(Rules, encode(Rules()) | fault)
    assert str(caught.value).startswith(told)


def test_a_wrong_value_far_down_is_refused_with_its_place() -> None:
    plain = encode(pieces.content([pieces.quiz("q")]))
    plain["cards"][0]["ChoiceCard"]["options"][1]["points"] = "three"
    with pytest.raises(CodecError) as caught:
        decode(Content, plain)
    assert str(caught.value).startswith("cards.0.ChoiceCard.options.1.points: 'three' where int")


@pytest.mark.parametrize(
    "plain",
    [
        None,
        [],
        {"cards": {}},
        {"cards": [{"ChoiceCard": {}, "OpenCard": {}}]},
        {"cards": [{"Joker": {}}]},
        {"cards": [7]},
        {"meters": [["connection"]]},
    ],
)
def test_what_is_no_content_is_refused(plain: Any) -> None:
    if isinstance(plain, dict):
        plain = encode(pieces.content()) | plain
    with pytest.raises(CodecError):
        decode(Content, plain)


def test_a_field_that_is_needed_is_missed() -> None:
    with pytest.raises(CodecError, match="Plan lacks rounds, turns"):
        decode(Plan, {"play_ms": 0, "round_ms": 1})


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("7", "not an entry"),
        ('{"n":1}', "no entry has the fields 'n'"),
        ('{"n":1,"at":0,"src":"","do":{"Fly":{}},"ev":[]}', "do: 'Fly' is not known"),
        ('{"n":1,"at":0,"src":"","do":{"Roll":{"hard":1}},"ev":[]}', "do.Roll: Roll has no field"),
        (
            '{"n":1,"at":0,"src":"","do":{"Roll":{}},"ev":[{"Rolled":{}}]}',
            "ev.Rolled: Rolled lacks",
        ),
        ('{"n":1,"at":0,"src":"","do":{"Roll":{}},"ev":[7]}', "ev: is not one named thing"),
        ('{"n":1,"at":0,"src":"","do":{"Roll":{}},"ev":7}', "ev: is no list"),
        ('{"n":1.5,"at":0,"src":"","do":{"Roll":{}},"ev":[]}', "n: is missing"),
        ('{"n":1,"at":-1,"src":"","do":{"Roll":{}},"ev":[]}', "at: is missing"),
        ('{"n":1,"at":0,"src":3,"do":{"Roll":{}},"ev":[]}', "src: is missing"),
        ('{"n":1,"at":0,"src":"","undo":0}', "undo: is missing"),
        ('{"beat":"late"}', "beat: is missing"),
        ("9" * 5000, "not JSON"),
    ],
)
def test_a_line_that_is_no_entry_says_why(line: str, told: str) -> None:
    with pytest.raises(CodecError) as caught:
        decode_line(line.encode())
    assert str(caught.value).startswith(told)
