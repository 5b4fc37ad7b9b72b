"""The history: a line a step, any of which can be gone back to and forward from."""

from __future__ import annotations

from gettext import NullTranslations
from typing import Any

import pytest

from game import i18n
from game.rules.actions import (
    Action,
    Adjust,
    ChangeRule,
    EditTeam,
    Hold,
    LockAnswer,
    MarkBell,
    Next,
    NoteInsight,
    PutNext,
    Release,
    RingBell,
    Roll,
    SetRounds,
)
from game.rules.state import Held, OnCard
from game.session.entry import History
from game.session.history import Step, history
from game.session.session import Session
from tests.session.evening import begun, wander

BLUE = (("Blue", "blue"), ("Yellow", "yellow"), ("Green", "green"))


def evening(card: str, **setup: Any) -> Session:
    """A session of Blue, Yellow and Green with this card open."""
    session = begun(teams=BLUE, **setup)
    session.dispatch(PutNext(card), 2000, "key")
    for _ in range(8):
        if isinstance(session.state.stage, OnCard):
            return session
        session.dispatch(Next(), 2000, "key")
    raise AssertionError(session.state.stage)


def told(session: Session, *actions: Action, at: int = 3000) -> list[str]:
    """The lines of the steps these actions made."""
    before = len(session.done)
    for action in actions:
        session.dispatch(action, getattr(action, "at", at), "key")
    return [step.sentence for step in history(session)[before + 1 :]]


def cards(session: Session, **what: Any) -> str:
    """The first card of which all of that is so."""
    return next(
        card.id
        for card in session.state.content.cards
        if all(str(getattr(card, name)) == value for name, value in what.items())
    )


TURN, BELL = (cards(begun(), play=play, kind="choice") for play in ("turn", "bell"))


def test_who_locked_what() -> None:
    session = evening(TURN)
    lines = told(session, Next(), LockAnswer(0, 1), Next())
    assert lines[0] == "Discussion"
    assert lines[1].startswith("Blue locked B")
    assert any("Blue" in line and "Reveal" in line for line in lines[2:]), lines


def test_who_rang_and_by_how_much_first() -> None:
    session = evening(BELL)
    lines = told(session, Next(), RingBell(1, 5000), RingBell(2, 5084), RingBell(0, 5200))
    assert lines == ["Bells open", "Yellow rang, 84 ms before Green, 200 ms before Blue"]
    assert told(session, MarkBell(True))[0].startswith("Yellow right · +2 Yellow")


def test_who_rang_after_a_wrong_answer_is_told_with_that_ring() -> None:
    session = evening(BELL)
    rings = (RingBell(1, 5000), RingBell(2, 5084), MarkBell(False), RingBell(0, 9000))
    for action in (Next(), *rings, RingBell(2, 9100)):
        session.dispatch(action, getattr(action, "at", 6000), "key")
    lines = [step.sentence for step in history(session)]
    assert [line for line in lines if "rang" in line] == [
        "Yellow rang, 84 ms before Green",
        "Blue rang, 100 ms before Green",
    ]


def test_of_many_steps_so_many_are_shown_on_both_sides() -> None:
    session = begun()
    for n in range(6):
        session.dispatch(Adjust(0, 1, str(n)), 2000, "key")
    session.undo(3, 3000)
    every = history(session)
    here = next(i for i, step in enumerate(every) if step.here)
    assert [step.done for step in every] == [True] * (here + 1) + [False] * 3
    for limit in (1, 2):
        assert history(session, limit) == every[here + 1 - limit : here + 1 + limit]
    assert history(session, 99) == every


def test_read_line_by_line_it_says_what_it_says_read_at_once() -> None:
    one, other = evening(BELL), evening(BELL)
    doings = (
        Next(), RingBell(1, 5000), RingBell(2, 5084), MarkBell(True), Next(), Next(), Next(),
        Adjust(0, 1, "kind"),
    )  # fmt: skip
    for action in doings:
        one.dispatch(action, 5100, "key")
        history(one)
        other.dispatch(action, 5100, "key")
    one.undo(2, 6000)
    history(one)
    other.undo(2, 6000)
    assert [step.sentence for step in history(one)] == [step.sentence for step in history(other)]


def test_what_the_facilitator_put_right() -> None:
    session = evening(TURN)
    lines = told(
        session,
        Adjust(1, 3, "counted twice"),
        NoteInsight(None, "we never ask"),
        SetRounds(3),
        ChangeRule("bell_right", 3),
        EditTeam(2, "Greens", "green"),
    )
    assert lines == [
        "+3 Yellow (counted twice)",
        "Noted: we never ask",
        "3 rounds planned",
        "Bell: right answer: +3",
        "Greens: name or colour",
    ]


def test_what_is_quiet_has_no_line_of_its_own() -> None:
    session = evening(TURN)
    assert told(session, Hold(Held.EYES), Release()) == []


def test_a_team_is_called_in_every_line_what_it_is_called_now() -> None:
    session = evening(TURN)
    told(session, Adjust(1, 3, ""))
    session.dispatch(EditTeam(1, "Aces", "yellow"), 4000, "key")
    assert "+3 Aces" in [step.sentence for step in history(session)]


class Loud(NullTranslations):
    """A language of capitals."""

    def gettext(self, message: str) -> str:
        return message if "{" in message else message.upper()


def test_the_lines_are_in_the_language_now_spoken(monkeypatch: pytest.MonkeyPatch) -> None:
    session = evening(TURN)
    told(session, Adjust(1, 3, ""))
    english = [step.sentence for step in history(session)]
    with monkeypatch.context() as spoken:
        spoken.setattr(i18n._Current, "language", "xx")
        spoken.setattr(i18n._Current, "catalogue", Loud())
        assert history(session)[0].sentence == "AS IT WAS SET UP"
    assert [step.sentence for step in history(session)] == english


def numbers(steps: tuple[Step, ...]) -> list[int]:
    return [step.n for step in steps]


def test_it_begins_before_the_first_step_and_says_where_the_session_stands() -> None:
    session = begun()
    steps = history(session)
    assert steps[0] == Step(0, 0, "As it was set up", done=True, here=False)
    assert [step.here for step in steps] == [False] * (len(steps) - 1) + [True]
    session.go_to(0, 2000)
    steps = history(session)
    assert steps[0].here
    assert not any(step.done for step in steps[1:])


def test_any_step_can_be_gone_back_to_and_forward_from_again() -> None:
    session = begun()
    wander(session, 3, 40)
    steps = history(session)
    states: dict[int, object] = {}
    for way in (steps[5].n, steps[-1].n, steps[12].n, steps[12].n, 0, steps[-1].n):
        session.go_to(way, session.last_at + 100, "key")
        assert numbers(history(session)) == numbers(steps)
        assert [step.n for step in history(session) if step.here] == [way]
        seen = session.state.teams, session.state.piles, session.state.stage
        assert states.setdefault(way, seen) == seen


def test_it_tells_how_many_steps_it_took() -> None:
    session = begun()
    wander(session, 3, 40)
    steps = history(session)
    there = len(steps) - 1
    assert session.go_to(steps[-4].n, session.last_at) == 3
    assert session.go_to(steps[-4].n, session.last_at) == 0
    assert session.go_to(steps[-1].n, session.last_at) == 3
    assert session.go_to(0, session.last_at) == there


def test_what_a_new_step_gave_up_is_not_shown_and_cannot_be_gone_to() -> None:
    session = begun()
    session.dispatch(Roll(), 2000, "key")
    lost = session.done[-1]
    session.undo(1, 2100)
    assert lost in numbers(history(session))
    session.dispatch(Adjust(0, 2, ""), 2200, "key")
    assert lost not in numbers(history(session))
    for n in (lost, 999, -1, len(session.history)):
        if n != session.done[-1]:
            before = session.state
            with pytest.raises(LookupError):
                session.go_to(n, 2300)
            assert session.state is before


def test_only_so_many_lines_around_where_the_session_stands() -> None:
    session = begun()
    wander(session, 3, 60)
    every = history(session)
    session.go_to(every[20].n, session.last_at)
    near = history(session, limit=4)
    assert numbers(near) == numbers(every)[17:25]
    assert [step.here for step in near].index(True) == 3
    assert numbers(history(session, limit=1000)) == numbers(every)


def test_an_entry_is_read_once_however_often_one_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    session = begun(rounds=99)
    wander(session, 7, 200)
    read: list[int] = []
    plain = History.__getitem__

    def counted(self: History, index: Any) -> Any:
        read.append(index)
        return plain(self, index)

    monkeypatch.setattr(History, "__getitem__", counted)
    first = history(session)
    assert len(read) >= len(first) - 1
    read.clear()
    for i in range(10):
        session.dispatch(Adjust(session.state.teams[0].id, 1, ""), session.last_at + i, "key")
        history(session)
    # The last line may have had a late ring since, so that it is read again.
    assert len(read) <= 40


def test_a_session_that_was_opened_again_has_the_same_lines(tmp_path: Any) -> None:
    path = tmp_path / "evening.cxsession"
    session = begun(path)
    wander(session, 11, 80)
    session.go_to(history(session)[10].n, session.last_at)
    session.close()
    again = Session.open(path)
    again.close()
    assert history(again) == history(session)
