"""A log in sentences, and as states with their fingerprints."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from game.i18n import set_language
from game.rules.actions import (
    Action,
    Adjust,
    Judge,
    LockAnswer,
    MarkBell,
    Next,
    NoteInsight,
    RingBell,
    SetAnswer,
    WritePlan,
)
from game.rules.events import EVENTS, Event
from game.rules.state import IfThen, OnCard, State
from game.session.faults import LogError
from game.session.fingerprint import fingerprint
from game.session.replay import Replay
from game.session.session import Session
from game.session.telling import tell
from tests.rules import pieces
from tests.session.evening import begun, header, wander
from tests.session.strategies import events


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    set_language("en")
    yield
    set_language("en")


def told(tmp_path: Path, cards: list[Any], *actions: Action, path: str = "s??????") -> list[str]:
    """The sentences of what these actions do, from the moment a card is open."""
    file = tmp_path / "a.cxsession"
    content = pieces.content(cards, (), ())
    session = begun(file, teams=4, content=content, board=pieces.board(path), rounds=9)
    while not isinstance(session.state.stage, OnCard):
        session.dispatch(Next(), 2000)
    before = sum(1 for _ in Replay(file).sentences())
    for action in actions:
        session.dispatch(action, 723_000)
    session.close()
    lines = list(Replay(file).sentences())[before:]
    assert all(line.startswith("0:12:03  ") for line in lines)
    return [line[9:] for line in lines]


@cache
def _begun_once() -> State:
    return begun().state


class TestSentences:
    def test_an_answer_another_view_and_the_points(self, tmp_path: Path) -> None:
        assert told(
            tmp_path,
            [pieces.dilemma("Coffee", (1, 3, 0)), pieces.dilemma("b")],
            SetAnswer(0, 2),
            LockAnswer(0, 0),
            RingBell(3, 723_000),
            RingBell(2, 723_084),
            LockAnswer(3, 1),
            Adjust(0, -5, "too late"),
        ) == [
            "Orange says C.",
            "Orange says A.",
            "Orange locked A.",
            "The bell is open for another view.",
            "The bells are open.",
            "Yellow rang first.",
            "The bell is taken.",
            "The other view is heard.",
            "The clock runs: 0:30 left.",
            "Yellow rang, 84 ms before Green.",
            "Yellow says B.",
            "Yellow locked B.",
            "The bells are closed.",
            "No clock.",
            "The reveal.",
            "+1 Orange.",
            "+1 Progress for Orange.",
            "+2 Yellow (other view).",
            "+2 Connection for Yellow.",
            "The other view of Yellow won 2 happy customers; its token comes back.",
            "−1 Orange (adjusted): too late – of −5, as no score sinks below 0.",
        ]

    def test_a_bell_card(self, tmp_path: Path) -> None:
        assert told(
            tmp_path,
            [pieces.quiz("Effort"), pieces.quiz("b")],
            RingBell(1, 723_000),
            Next(),
            RingBell(2, 723_000),
            MarkBell(False),
            RingBell(3, 723_000),
            MarkBell(True),
            path="sbbbbbb",
        ) == [
            "Sky rang too early and is locked out.",
            "The bells are open.",
            "The clock runs: 0:30 left.",
            "Green rang first.",
            "The bell is taken.",
            "The clock runs: 0:05 left.",
            "Green is wrong, or silent.",
            "No clock.",
            "0 Green (bell) – of −1, as no score sinks below 0.",
            "The bells are open.",
            "The clock runs: 0:30 left.",
            "Yellow rang first.",
            "The bell is taken.",
            "The clock runs: 0:05 left.",
            "Yellow is right.",
            "No clock.",
            "+2 Yellow (bell).",
            "The bells are closed.",
            "The reveal.",
        ]

    def test_numbers_and_orders_are_told_as_they_are_said(self, tmp_path: Path) -> None:
        assert told(tmp_path, [pieces.estimate("e")], SetAnswer(0, 1234.5)) == [
            "Orange says 1,234.5%."
        ]
        (tmp_path / "a.cxsession").unlink()
        assert told(tmp_path, [pieces.order("o", (0, 1, 2))], SetAnswer(0, (2, 0, 1))) == [
            "Orange says item 2 → item 0 → item 1."
        ]

    def test_a_plan_and_an_insight(self, tmp_path: Path) -> None:
        plan = IfThen(cue="a customer calls", action="we ring back", by_when="Monday")
        lines = told(
            tmp_path,
            [pieces.commit("c")],
            WritePlan(0, plan),
            WritePlan(0, IfThen(cue="it rains")),
            NoteInsight(1, "Ask first."),
            NoteInsight(None, "Ask."),
            Next(),
            Next(),
            Judge(0, 1),
        )
        assert lines[:4] == [
            "Orange plans: if a customer calls, then we ring back (Monday).",
            "Orange plans: if it rains, then ?.",
            "Noted for Sky: Ask first.",
            "Noted: Ask.",
        ]

    def test_undo_and_redo(self, tmp_path: Path) -> None:
        session = begun(tmp_path / "a.cxsession")
        session.undo(2, at_ms=5000)
        session.redo(1, at_ms=5000)
        session.close()
        lines = list(Replay(tmp_path / "a.cxsession").sentences())
        assert lines[-2:] == ["0:00:05  Undone: 2 steps.", "0:00:05  Done again: 1 step."]

    def test_an_hour_and_more(self, tmp_path: Path) -> None:
        session = begun(tmp_path / "a.cxsession")
        session.dispatch(NoteInsight(None, "late"), 2 * 3_600_000 + 61_000)
        session.close()
        assert list(Replay(tmp_path / "a.cxsession").sentences())[-1] == "2:01:01  Noted: late"

    @settings(max_examples=400)
    @given(events)
    def test_every_event_has_one(self, event: Event) -> None:
        # Whatever a log names, though its session never had it.
        sentence = tell(event, _begun_once())
        assert sentence.strip()

    def test_every_event_is_of_one_kind(self) -> None:
        from game.session.telling import KINDS

        for name, event in EVENTS.items():
            assert sum(issubclass(event, kind) for kind in KINDS) == 1, name


class TestJson:
    def test_each_entry_with_the_state_after_it(self, tmp_path: Path) -> None:
        path = tmp_path / "a.cxsession"
        session = Session.create(path, header())
        prints = [fingerprint(session.state)]
        session.subscribe(lambda entry, state: prints.append(fingerprint(state)))
        wander(session, 2, 60)
        session.undo(4, session.last_at)
        wander(session, 3, 10)
        session.close()
        lines = [json.loads(line) for line in Replay(path).as_json()]
        assert [line["state"] for line in lines] == prints
        assert [line["n"] for line in lines] == list(range(len(prints)))
        # Otherwise as they stand in the log, but for the version of what came up.
        for line in lines:
            line.pop("drawn", None)
        logged = [json.loads(line) for line in path.read_bytes().splitlines()[2:]]
        assert [line | {"state": ""} for line in lines[1:]] == [
            line | {"state": ""} for line in logged
        ]

    def test_the_file_is_left_alone_and_needs_no_lock(self, tmp_path: Path) -> None:
        path = tmp_path / "a.cxsession"
        session = begun(path)
        before = path.read_bytes()
        replay = Replay(path)
        assert list(replay.sentences())
        assert replay.final == session.state
        assert path.read_bytes() == before
        session.close()

    def test_a_log_that_is_damaged_is_told_up_to_there(self, tmp_path: Path) -> None:
        path = tmp_path / "a.cxsession"
        begun(path).close()
        lines = path.read_bytes().splitlines(keepends=True)
        path.write_bytes(b"".join([*lines[:4], b"rubbish\n", *lines[4:]]))
        replay = Replay(path)
        assert len(list(replay.as_json())) == 3
        assert str(replay.notices[0]) == (
            "Line 5 of the log is damaged; 2 lines from there on were set aside. "
            "The file is left as it is."
        )

    def test_no_session_no_replay(self, tmp_path: Path) -> None:
        with pytest.raises(LogError):
            Replay(tmp_path / "nowhere.cxsession")
