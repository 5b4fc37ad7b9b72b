"""A log opened under other decks or other rules than it was played with."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from game.rules.actions import Adjust, Roll
from game.rules.refusal import IllegalAction
from game.rules.state import State
from game.session.faults import NoticeKind
from game.session.session import Session
from tests.session.evening import begun, header, reopened


class TestChanges:
    def test_a_deck_that_changed_since_is_said(self, path: Path) -> None:
        begun(path).close()
        again = Session.open(path, {"d": "other", "elsewhere": "1"})
        (notice,) = again.notices
        assert (notice.kind, notice.name) == (NoticeKind.DECK_CHANGED, "D")
        assert again.state.content == header().content
        again.close()

    @pytest.mark.parametrize("decks", [None, {}, {"d": "0"}])
    def test_a_deck_that_did_not_change_or_is_gone_is_not(
        self, path: Path, decks: dict[str, str] | None
    ) -> None:
        begun(path).close()
        again = Session.open(path, decks)
        assert again.notices == ()
        again.close()

    def test_what_fell_is_believed(self, path: Path) -> None:
        session = begun(path)
        session.dispatch(Roll(), 2000)
        session.close()
        *lines, last = path.read_bytes().splitlines(keepends=True)
        plain = json.loads(last)
        rolled = plain["ev"][0]["Rolled"]
        other = rolled["pips"] % 6 + 1
        rolled["fell"] = [other - 1]
        path.write_bytes(b"".join(lines) + json.dumps(plain).encode())
        again = reopened(path)
        assert again.state.teams[0].position == other
        assert session.state.teams[0].position != other

    def test_an_entry_that_no_longer_applies_ends_the_session_before_it(
        self, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        session = begun(path)
        for number in range(5):
            session.dispatch(Adjust(0, 1, str(number)), 2000 + number)
        session.close()
        whole = path.read_bytes()
        # The next version of the rules allows no more than three corrections.
        forbid(monkeypatch, lambda state, action: state.teams[0].customers == 3)
        again = reopened(path)
        (notice,) = again.notices
        assert (notice.kind, notice.line, notice.lost) == (NoticeKind.RULES_CHANGED, 9, 2)
        assert notice.detail == "Adjust: not_now"
        assert [entry.n for entry in again.history] == [1, 2, 3, 4, 5, 6]
        assert again.last_at == 2003, "what came before stood until then"
        assert again.state.teams[0].customers == 3
        assert path.with_name(notice.name).read_bytes() == whole
        assert reopened(path).notices == ()

    def test_an_undo_of_more_than_there_was_ends_the_session_before_it(self, path: Path) -> None:
        session = begun(path)
        session.undo(2, 2000)
        session.close()
        path.write_bytes(path.read_bytes().replace(b'"undo":2', b'"undo":9'))
        again = reopened(path)
        assert again.notices[0].kind is NoticeKind.RULES_CHANGED
        assert len(again.history) == 3

    def test_what_turns_out_otherwise_is_said(self, path: Path) -> None:
        session = begun(path)
        session.dispatch(Adjust(0, 3, ""), 2000)
        session.close()
        path.write_bytes(path.read_bytes().replace(b'"applied":3', b'"applied":2'))
        again = reopened(path)
        (notice,) = again.notices
        assert (notice.kind, notice.line) == (NoticeKind.TOLD_OTHERWISE, 6)
        assert again.state.teams[0].customers == 3

    def test_one_thing_that_is_said_hides_no_other(self, path: Path) -> None:
        session = begun(path)
        session.dispatch(Adjust(0, 3, ""), 2000)
        session.close()
        data = path.read_bytes().replace(b'"applied":3', b'"applied":2')
        path.write_bytes(data + b'{"n":5,"at":')
        again = Session.open(path, {"d": "other"})
        again.close()
        assert {notice.kind for notice in again.notices} == {
            NoticeKind.TORN,
            NoticeKind.TOLD_OTHERWISE,
            NoticeKind.DECK_CHANGED,
        }


def forbid(monkeypatch: pytest.MonkeyPatch, when: Callable[[State, object], bool]) -> None:
    """Another version of the rules: some of what is legal now is refused, and cannot be made."""
    from game.rules.apply import apply, follow
    from game.rules.draw import ReplayError
    from game.rules.refusal import Refusal

    def changed(state: State, action: object, *rest: object) -> object:
        if when(state, action):
            raise IllegalAction(Refusal.NOT_NOW, action)
        return apply(state, action, *rest)  # type: ignore[arg-type]  # handed on as it came

    def unmade(state: State, action: object, *rest: object) -> object:
        if when(state, action):
            raise ReplayError("another outcome")
        return follow(state, action, *rest)  # type: ignore[arg-type]  # handed on as it came

    monkeypatch.setattr("game.session.fold.apply", changed)
    monkeypatch.setattr("game.session.fold.follow", unmade)


def test_what_would_be_refused_today_but_turns_out_the_same_still_holds(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = begun(path)
    session.dispatch(Adjust(0, 2, "fair"), 2000)
    session.close()
    from game.rules.refusal import Refusal

    def stricter(state: State, action: object, *rest: object) -> object:
        raise IllegalAction(Refusal.NOT_NOW, action)

    monkeypatch.setattr("game.session.fold.apply", stricter)
    again = reopened(path)
    assert again.notices == ()
    assert again.state.teams[0].customers == 2
