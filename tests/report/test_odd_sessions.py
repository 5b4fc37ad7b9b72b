"""Reports of sessions that did not go by the book say what the wall said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from game.report.session.calendar import calendar_of
from game.report.session.charts import scores_chart
from game.report.session.facts import SessionFacts
from game.report.session.gather import facts_of, gather
from game.report.session.pages import report_page, team_page
from game.report.session.write import write_report
from game.rules.actions import (
    AddTeam,
    Adjust,
    ChangeRule,
    CommitPlan,
    DropPlan,
    EditTeam,
    EndPlay,
    GoTo,
    Hold,
    NoteInsight,
    Release,
    RemoveTeam,
)
from game.rules.state import Held, IfThen, Part, Phase, State
from game.session.bots import Bots, next_move
from game.session.erasing import erase, look_for
from game.session.session import Session
from game.session.typed import Wanted
from tests.report.reading import events, text_of
from tests.report.sessions import header

LETTERS = (("A", "orange"), ("1", "sky"), ("Team", "green"))


def ended(session: Session, seed: int = 3) -> Session:
    """The session, played by bots to its podium."""
    bots, now = Bots(seed), session.last_at
    while session.state.phase not in (Phase.PODIUM, Phase.DEBRIEF, Phase.OVER):
        action, wait = next_move(session.state, bots, now)
        now += wait
        session.dispatch(action, now, "bot")
    return session


def facts(state: State, *, anonymous: bool = False) -> SessionFacts:
    return gather(header(), state, (), anonymous=anonymous)


def test_names_that_stand_in_other_words_spoil_no_sentence() -> None:
    """Teams called A and 1: neither a letter of a word nor a figure is a team's name."""
    seen = set()
    for seed in range(1, 5):
        state = ended(Session.create(None, header(seed, teams=LETTERS)), seed).state
        named, without = facts(state), facts(state, anonymous=True)
        for plain, told in zip(named.moments, without.moments, strict=True):
            seen.add(plain.sentence.split()[0])
            assert told.sentence.isprintable()
            # Up to where teams are named, it is the same sentence.
            start = plain.sentence.partition(":")[0]
            assert told.sentence.startswith(start)
    assert "Another" in seen, "which has an A that is no team"
    assert all(team.name.startswith("Team ") for team in without.teams)


def test_a_new_team_of_an_old_name_takes_only_its_own_page_home() -> None:
    session = Session.create(None, header())
    bots, now = Bots(3), 0
    while session.state.round < 2:
        action, wait = next_move(session.state, bots, now)
        now += wait
        session.dispatch(action, now, "bot")
    session.dispatch(NoteInsight(0, "It was ours"), now)
    session.dispatch(RemoveTeam(0), now)
    while session.state.anyone(0) in session.state.teams:
        action, wait = next_move(session.state, bots, now)
        now += wait
        session.dispatch(action, now, "bot")
    session.dispatch(AddTeam("Orange", "rust"), now)
    told = facts(ended(session).state)
    old, new = (
        next(team for team in told.teams if team.name == "Orange" and (team.id == 0) is was)
        for was in (True, False)
    )
    assert "It was ours" in text_of(team_page(told, old))
    assert "It was ours" not in text_of(team_page(told, new))
    for team in (old, new):
        mine = [one for one in session.state.records if team.id in dict(one.answers)]
        assert mine
        page = text_of(team_page(told, team))
        for card in told.cards:
            played = {row.team_id for row in card.chosen}
            assert (card.title in page) == (team.id in played)


def test_the_end_is_a_column_of_its_own_only_where_scores_changed() -> None:
    session = ended(Session.create(None, header()))
    before = facts(session.state).round_names
    session.dispatch(EditTeam(0, "Lemon", "orange"), session.last_at)
    assert facts(session.state).round_names == before
    session.dispatch(Adjust(0, 2, "late"), session.last_at)
    told = facts(session.state)
    assert told.round_names == (*before, "end")
    assert [team.scores[-1] for team in told.teams] == [team.customers for team in told.teams]


def test_no_page_of_a_former_name_stays_behind(tmp_path: Path) -> None:
    told = ended(Session.create(None, header())).state
    write_report([facts(told)], tmp_path)
    own = tmp_path / "teams" / "Own notes.html"
    own.write_text("<p>Somebody wrote this down.</p>")
    write_report([facts(told, anonymous=True)], tmp_path)
    assert sorted(path.name for path in (tmp_path / "teams").iterdir()) == [
        "Own notes.html", "Team 1.html", "Team 2.html", "Team 3.html",
    ]  # fmt: skip
    for path in tmp_path.rglob("*"):
        if path.is_file():
            assert b"Orange" not in path.read_bytes(), path


def test_a_team_called_as_a_device_of_windows_has_its_page(tmp_path: Path) -> None:
    teams = (("Con", "orange"), ("NUL", "sky"), ("Orange", "green"))
    state = Session.create(None, header(teams=teams)).state
    write_report([facts(state)], tmp_path)
    assert sorted(path.name for path in (tmp_path / "teams").iterdir()) == [
        "Con_.html", "NUL_.html", "Orange.html",
    ]  # fmt: skip


@pytest.mark.parametrize("by_when", ["31-12-9999", "9999-12-31", "1-1-0001", "in 600 months"])
def test_a_plan_for_the_end_of_time_has_its_report(tmp_path: Path, by_when: str) -> None:
    session = ended(Session.create(None, header()))
    session.dispatch(GoTo(Part.COMMIT), session.last_at)
    plan = IfThen(cue="it rings", action="I listen", who="all", by_when=by_when)
    session.dispatch(CommitPlan(0, plan), session.last_at)
    write_report([facts(session.state)], tmp_path)
    assert b"I listen" in (tmp_path / "commitments.ics").read_bytes()


def test_nobody_has_a_place_where_nobody_wins() -> None:
    session = ended(Session.create(None, header()))
    assert {team.place for team in facts(session.state).teams} != {0}
    session.dispatch(ChangeRule("winning", False), session.last_at)
    assert {team.place for team in facts(session.state).teams} == {0}


def test_a_break_is_no_play(tmp_path: Path) -> None:
    """Neither the coffee in the middle nor what was held after the last card."""
    told = []
    for rest in (0, 20 * 60_000):
        path = tmp_path / f"{rest}.cxsession"
        session = Session.create(path, header())
        bots, now = Bots(3), 0
        while session.state.round < 2:
            action, wait = next_move(session.state, bots, now)
            now += wait
            session.dispatch(action, now, "bot")
        session.dispatch(Hold(Held.BREAK), now)
        session.dispatch(Release(), now + rest)
        ended(session)
        session.dispatch(Hold(Held.PAUSED), session.last_at)
        session.dispatch(Release(), session.last_at + rest)
        session.close()
        told.append(facts_of(path).play_minutes)
    assert told[0] == told[1] > 0


def test_friday_is_that_of_the_day_the_plan_was_typed(tmp_path: Path) -> None:
    """A session begun on Monday 1 June, ended a week later: its plans mean that week's Friday."""
    log = tmp_path / "evening.cxsession"
    session = ended(Session.create(log, header()))
    session.dispatch(GoTo(Part.COMMIT), session.last_at)
    first = IfThen(cue="first", action="do it", by_when="Friday")
    session.dispatch(CommitPlan(0, first), session.last_at)
    session.close()
    session = Session.open(log)
    session.today = lambda: "2026-06-08"
    second = IfThen(cue="second", action="do it", by_when="Friday")
    session.dispatch(CommitPlan(1, second), session.last_at)
    session.dispatch(CommitPlan(2, IfThen(cue="third", action="do it")), session.last_at)
    session.undo(2)
    session.redo(2)
    session.close()
    told = {one.cue: one for one in facts_of(log).plans}
    assert (told["first"].said, told["first"].due) == (date(2026, 6, 1), date(2026, 6, 5))
    assert (told["second"].said, told["second"].due) == (date(2026, 6, 8), date(2026, 6, 12))
    asked = {row.day for row in events(calendar_of([facts_of(log)]))}
    assert date(2026, 6, 22) in asked, "two weeks after the day it was typed"


def test_a_calendar_knows_its_plans_again_whatever_is_renamed_or_taken_back(
    tmp_path: Path,
) -> None:
    """Else a calendar that had the file before would show each plan twice."""
    log = tmp_path / "evening.cxsession"
    session = ended(Session.create(log, header()))
    session.dispatch(GoTo(Part.COMMIT), session.last_at)
    for cue in ("first", "second"):
        session.dispatch(CommitPlan(0, IfThen(cue=cue, action="do it")), session.last_at)
    session.close()

    def calendar(**told: bool) -> dict[str, str]:
        rows = events(calendar_of([facts_of(log, **told)]))
        return {row.description.split()[1].rstrip(","): row.uid for row in rows}

    before = calendar()
    assert len(set(before.values())) == len(before) >= 2
    assert calendar(anonymous=True) == before
    erase(look_for(log, Wanted(words=("Orange", "Kick-off"))))
    (log,) = tmp_path.glob("*.cxsession")
    assert calendar() == before
    session = Session.open(log)
    gone = next(one for one in session.state.commitments if one.plan.cue == "first")
    session.dispatch(DropPlan(0, gone.number), session.last_at)
    session.close()
    assert calendar() == {cue: uid for cue, uid in before.items() if cue != "first"}
    other = [replace(facts_of(log), identity="another session")]
    assert not {row.uid for row in events(calendar_of(other))} & set(before.values())


def test_a_team_that_still_waits_to_join_has_a_row_and_a_page(tmp_path: Path) -> None:
    """Play ended before its round came: it was there, and takes a page home like the others."""
    session = Session.create(None, header())
    bots, now = Bots(3), 0
    while session.state.round < 2:
        action, wait = next_move(session.state, bots, now)
        now += wait
        session.dispatch(action, now, "bot")
    session.dispatch(AddTeam("Latecomers", "rust"), now)
    session.dispatch(EndPlay(), now)
    ended(session)
    (late,) = session.state.joining
    told = facts(session.state)
    row = next(one for one in told.teams if one.id == late.id)
    assert (row.name, row.place, row.scores, row.waiting) == ("Latecomers", 0, (), True)
    assert sum(one.waiting for one in told.teams) == 1
    page = text_of(report_page([told]))
    assert page.count("Latecomers") == 1, "its row among the teams: no line at zero"
    assert "waited to join–" in page
    chart = scores_chart(told)
    assert chart is None or len(chart.lines) == 3
    assert "waited to join" in text_of(team_page(told, row))
    write_report([told], tmp_path)
    assert (tmp_path / "teams" / "Latecomers.html").is_file()
