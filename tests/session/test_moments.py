"""Moments, course and plans are read from a log alone, and a moment can be played again."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from game.rules.actions import Begin, CommitPlan, EndPlay, EndReview, GoTo, Next, ReviewCommitment
from game.rules.debrief import page
from game.rules.events import CardDrawn
from game.rules.moments import MomentKind, Pick, picks
from game.rules.scoring import awards
from game.rules.state import IfThen, OnCard, Over, Part, Record, State, Status, evolve
from game.session.after import earlier_of
from game.session.bots import Bots, play_out
from game.session.course import course, path
from game.session.entry import Redo, Undo
from game.session.faults import LogError
from game.session.fold import Fold
from game.session.header import decode_header, encode_header
from game.session.moments import moments_of, replay_of, standing_entries
from game.session.replay import Replay
from game.session.session import Session
from game.session.telling.debrief import moment_sentence, plan_sentence
from tests.properties.games import seeds
from tests.rules.pieces import LAST_TIME, TEMPLATE
from tests.rules.table import game
from tests.session.evening import header, wander


def evening(path: Path | None = None, seed: int = 3, teams: int = 4, **fields: Any) -> Session:
    """A whole evening that bots played."""
    session = Session.create(path, header(teams, seed=seed, template=TEMPLATE, **fields))
    play_out(session, Bots(seed))
    return session


@pytest.fixture(scope="module")
def whole() -> Session:
    return evening()


def test_each_moment_is_found_where_it_was_played(whole: Session) -> None:
    found = moments_of(whole.header.lobby(), whole.history)
    assert [(m.kind, m.card) for m in found] == [(p.kind, p.card) for p in picks(whole.state)]
    assert len(found) >= 3
    for moment in found:
        first = whole.history[moment.first - 1]
        assert any(isinstance(e, CardDrawn) and e.card == moment.card for e in first.events)
        assert (first.at, whole.history[moment.last - 1].at) == (
            moment.record.began,
            moment.record.ended,
        )


def test_it_plays_again_as_it_was_and_leaves_the_session_alone(whole: Session) -> None:
    before = whole.state
    for moment in moments_of(whole.header.lobby(), whole.history):
        shown = replay_of(whole.header.lobby(), whole.history, moment)
        assert (shown[0][0].n, shown[-1][0].n) == (moment.first, moment.last)
        *inside, (_, done) = shown
        assert all(
            isinstance(state.stage, OnCard) and state.stage.card == moment.card
            for _, state in inside
        )
        assert done.records[-1] == moment.record
    assert whole.state is before


def test_what_was_taken_back_is_not_played_again() -> None:
    session = Session.create(None, header(3, template=TEMPLATE, rounds=1))
    session.dispatch(Begin(), 0)
    at = 0
    while not session.state.records:
        at += 40_000
        session.dispatch(Next(), at)
    session.undo(2, at_ms=at)
    session.redo(1, at_ms=at)
    while len(session.state.records) < 2:
        at += 40_000
        session.dispatch(Next(), at)
    standing = set(standing_entries(session.history))
    jumps = {e.n for e in session.history if isinstance(e.action, Undo | Redo)}
    assert jumps
    assert not jumps & standing
    (longest,) = [
        moment
        for moment in moments_of(session.header.lobby(), session.history)
        if moment.kind is MomentKind.LONGEST
    ]
    shown = replay_of(session.header.lobby(), session.history, longest)
    assert {entry.n for entry, _ in shown} <= standing


def test_talk_that_was_taken_back_is_nobodys_longest() -> None:
    session = Session.create(None, header(2, rounds=2))
    session.dispatch(Begin(), 0)
    while not session.state.records:
        session.dispatch(Next(), 1000)
    session.undo(1, at_ms=600_000)
    while not session.state.records:
        session.dispatch(Next(), 600_000)
    assert session.state.records[0].talked_ms == 0


@settings(max_examples=10)
@given(seeds)
def test_moments_and_awards_follow_from_the_log_alone(seed: int) -> None:
    session = Session.create(None, header(4, seed=seed % 1000, template=TEMPLATE))
    wander(session, seed, 120, pace=20_000)
    entries = list(session.history)
    found = moments_of(session.header.lobby(), entries)
    assert found == moments_of(session.header.lobby(), entries)
    assert [(m.kind, m.record) for m in found] == [
        (pick.kind, session.state.records[pick.record]) for pick in picks(session.state)
    ]
    for moment in found:
        (_, last) = replay_of(session.header.lobby(), entries, moment)[-1]
        assert last.records[-1] == moment.record
    fold = Fold(session.header.lobby(), entries)
    for entry in entries:
        fold.follow(entry)
    assert awards(fold.state) == awards(session.state)
    assert course(fold.state) == course(session.state)


def test_every_kind_of_moment_has_its_sentence() -> None:
    kept = Record(
        card="c/turn0",
        round=1,
        team=0,
        answers=((0, 0), (1, 1)),
        before=(),
        gains=(),
        viewer=1,
    )
    state = evolve(game(2), records=(kept,))
    told = [
        moment_sentence(Pick(kind=kind, record=0, card=kept.card, teams=(0, 1), figure=2), state)
        for kind in MomentKind
    ]
    assert told == [
        "The room was split: 2 of 2 teams did not follow the largest camp",
        "Contested 2 times, by bells, other views and changes of mind: Orange · Sky",
        "Another view won 2 customers: Sky saw it differently",
        "Nothing was talked about longer: 0:00 minutes",
        "It turned the standings over: Orange · Sky changed places",
    ]


class TestCourse:
    def test_it_goes_from_card_to_card_to_where_the_teams_stand(self, whole: Session) -> None:
        told = course(whole.state)
        assert [point.record for point in told.points] == [
            *range(len(whole.state.records)),
            None,
        ]
        last = told.points[-1]
        for team in whole.state.teams:
            assert last.team(team.id) == team
            way = path(told, team.id)
            assert way[0] == (0, 0)
            assert way[-1] == (team.meter("progress"), team.meter("connection"))
            assert all(one != other for one, other in pairwise(way))
        played = len(whole.state.after_rounds)
        assert played == whole.state.round
        assert [point.round for point in told.rounds] == [*range(1, played + 1), 0]
        assert told.rounds[-1].teams == whole.state.teams

    def test_a_round_without_a_card_is_one_too_and_one_broken_off_counts_by_its_last_card(
        self,
    ) -> None:
        state = evolve(game(2), after_rounds=(game(2).teams,) * 2)
        assert [point.round for point in course(state).rounds] == [1, 2, 0]
        kept = Record(card="c/turn0", round=3, team=0, answers=(), before=(), gains=(), viewer=None)
        broken_off = evolve(state, round=3, records=(kept, kept))
        assert [(p.record, p.round) for p in course(broken_off).rounds] == [
            (None, 1),
            (None, 2),
            (1, 3),
            (None, 0),
        ]

    def test_places_are_shared_and_who_was_not_there_has_none(self) -> None:
        state = evolve(
            game(3),
            teams=tuple(
                evolve(team, customers=n) for team, n in zip(game(3).teams, (2, 5, 2), strict=True)
            ),
        )
        (end,) = course(state).points
        assert [end.place(team) for team in (0, 1, 2, 9)] == [2, 1, 2, 0]
        assert path(course(state), 9) == ((0, 0),)

    def test_without_two_meters_there_is_no_map(self) -> None:
        state = game(2)
        bare = evolve(state, content=replace(state.content, meters=()))
        assert course(bare).axes is None
        assert path(course(bare), 0) == ()


WHOLE = IfThen(cue="it rings", action="we answer", who="Bo", by_when="noon")


class TestLastTime:
    def session(self, path: Path, **fields: Any) -> Session:
        session = Session.create(path, header(2, template=TEMPLATE, **fields))
        for action in (Begin(), EndReview()) if fields.get("earlier") else (Begin(),):
            session.dispatch(action, 0)
        while session.state.round == 0:
            session.dispatch(Next(), 0)
        session.dispatch(EndPlay(), 0)
        session.dispatch(GoTo(Part.COMMIT), 0)
        return session

    def test_plans_are_read_from_the_log_of_an_earlier_session(self, tmp_path: Path) -> None:
        file = tmp_path / "a.cxsession"
        session = self.session(file)
        session.dispatch(CommitPlan(1, IfThen(cue="it rains")), 0)
        session.dispatch(CommitPlan(0, WHOLE), 0)
        session.close()
        bytes_before = file.read_bytes()
        found = earlier_of([file])
        assert [(one.number, one.team, one.colour, one.plan) for one in found] == [
            (0, "Orange", "orange", WHOLE),
            (1, "Sky", "sky", IfThen(cue="it rains")),
        ]
        assert {(one.session, one.created, one.status) for one in found} == {
            ("Kick-off", "2026-03-14T19:30:00+01:00", None)
        }
        assert file.read_bytes() == bytes_before
        # Given twice, it is told once.
        assert earlier_of([file, file]) == found

    def test_what_was_not_done_with_is_asked_after_again(self, tmp_path: Path) -> None:
        file = tmp_path / "b.cxsession"
        three = (*LAST_TIME, evolve(LAST_TIME[0], plan=WHOLE))
        session = self.session(file, earlier=three)
        session.dispatch(ReviewCommitment(0, Status.DONE), 0)
        session.dispatch(ReviewCommitment(1, Status.BUSY, "half"), 0)
        session.dispatch(CommitPlan(0, WHOLE), 0)
        session.close()
        found = earlier_of([file])
        assert [one.plan for one in found] == [WHOLE, LAST_TIME[1].plan, WHOLE]
        assert [(one.number, one.status, one.why) for one in found][1] == (1, None, "half")

    def test_a_session_carries_them_and_its_debrief_to_another_laptop(self, tmp_path: Path) -> None:
        file = tmp_path / "c.cxsession"
        session = self.session(file, earlier=LAST_TIME)
        session.dispatch(ReviewCommitment(1, Status.DROPPED, "=1+1"), 0)
        session.close()
        opened = Session.open(file)
        assert opened.state.earlier == session.state.earlier
        assert opened.state.template == TEMPLATE
        assert page(opened.state) == page(session.state)
        opened.close()
        first, second = encode_header(session.header).splitlines(keepends=True)
        assert decode_header(first, second) == session.header
        assert any("=1+1" in line for line in Replay(file).sentences())

    def test_a_file_that_is_no_session_is_refused(self, tmp_path: Path) -> None:
        (tmp_path / "x.cxsession").write_text("?")
        with pytest.raises(LogError):
            earlier_of([tmp_path / "x.cxsession"])


def test_a_plan_is_told_with_dots_for_what_nobody_wrote() -> None:
    assert plan_sentence(WHOLE) == "If it rings, then we answer (Bo, noon)"
    assert plan_sentence(IfThen(action="we answer", by_when="noon")) == (
        "If …, then we answer (noon)"
    )


def test_every_team_that_played_is_in_the_last_state(whole: Session) -> None:
    state: State = whole.state
    assert isinstance(state.stage, Over)
    assert {made.team for made in state.commitments} == {0, 1, 2, 3}
