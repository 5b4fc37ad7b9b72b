"""Stored words are data: whatever was typed stands as typed in every file, and runs in none."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from game.report.session.calendar import UNDATED_DAYS, calendar_of
from game.report.session.facts import InsightFacts, PlanFacts, SessionFacts, TeamFacts
from game.report.session.pages import report_page, team_page
from game.report.session.tables import json_of, plain_csv
from game.report.session.visible import visible
from tests.report.payloads import HOSTILE
from tests.report.reading import (
    cell_of,
    csv_rows,
    events,
    events_by_another,
    parsed,
    told_by,
    typed_in,
)

EMPTY = SessionFacts(
    name="", created=datetime(2026, 6, 1, 14, tzinfo=UTC), language="en", decks=(), board="",
    rounds=0, planned=1, play_minutes=0, finished=False, winning=True, axes=(), corners=(),
    round_names=(), teams=(), awards=(), cards=(), moments=(), insights=(), plans=(), earlier=(),
    themes=(), notices=(),
)  # fmt: skip
TEAM = TeamFacts(
    id=0, name="Orange", colour="orange", customers=3, place=1, meters=(), way=(), scores=()
)
ANYTHING = st.text(st.characters(exclude_categories=()), max_size=60)
"""Every code point there is, halves of surrogate pairs and what is no character among them."""
TELLING = st.text(
    st.sampled_from(list("aé=+-@;,\\'\"<>&_x0041\u202e\u2066\u200f😀\n\r\t \u2028\x85\x00\x0b")),
    max_size=60,
)
"""What means something to one program or another, next to each other."""
LONG = "Zo’n héél lange zin, met komma’s; puntkomma’s \\ en 👩‍👩‍👧 𝒳, \u200fעברית\u200e. " * 30


def facts_with(typed: str) -> SessionFacts:
    plan = PlanFacts(team=typed, colour="orange", cue=typed, action=typed, who=typed,
                     by_when=typed, missing=(), team_id=TEAM.id)  # fmt: skip
    earlier = replace(plan, status="busy with it", why=typed, session=typed)
    return replace(
        EMPTY, name=typed, plans=(plan,), earlier=(earlier,),
        teams=(replace(TEAM, name=typed),),
        insights=(InsightFacts(team=typed, text=typed, about=typed, team_id=TEAM.id),),
    )  # fmt: skip


def one_line_end(text: str) -> str:
    """HTML and calendars know one end of a line (HTML 13.2.3.5, RFC 5545 3.3.11)."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def check(typed: str) -> None:
    facts = facts_with(typed)
    shown = one_line_end(visible(typed))
    in_pages(facts, shown)
    in_tables(facts, typed, shown)
    in_calendar(facts, typed, shown)
    told = json.loads(json_of([facts]))["sessions"][0]
    assert told["plans"][0]["cue"] == told["insights"][0]["text"] == told["name"] == typed


def in_pages(facts: SessionFacts, shown: str) -> None:
    page = report_page([facts])
    pieces = typed_in(page)
    n = pieces.count(shown)
    # What is blank is left out: cue, action, who and when of two plans, why, two names of sessions.
    assert n >= (14 if shown.strip() else 4)
    assert typed_in(team_page(facts, facts.teams[0])).count(shown) >= (6 if shown.strip() else 2)
    assert {one.tag for one in parsed(page).iter()} == {one.tag for one in parsed(PLAIN).iter()}


def in_tables(facts: SessionFacts, typed: str, shown: str) -> None:
    cell = cell_of(facts, 2, 2, 4)
    assert told_by(cell) == shown
    assert cell.data_type == "s" or not shown
    rows = csv_rows(facts, "plans")
    assert one_line_end(plain_csv(rows[1][3])) == shown
    for delimiter in (",", ";", "\t"):
        for row in csv_rows(facts, "plans", delimiter):
            for told in row:
                assert not told.lstrip(" ").startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))


def in_calendar(facts: SessionFacts, typed: str, shown: str) -> None:
    told = calendar_of([facts])
    assert all(len(line) <= 75 for line in told.split(b"\r\n"))
    (event,) = events(told)
    assert shown in event.description or not shown.strip()
    assert [event] == events_by_another(told)


PLAIN = report_page([facts_with("word")])


@settings(max_examples=25)
@given(ANYTHING)
@example("\ud800 half \udfff")
@example("\x00\x0b\x1f\x7f\x9f\ufffe\U0010ffff")
def test_whatever_was_typed_stands_as_typed(typed: str) -> None:
    check(typed)


@settings(max_examples=25)
@given(TELLING)
@example("x;=1+1")
@example("a\n=1+1")
@example(";'=1")
@example("_x0041_x0042_")
@example("\\n \\, \\;")
def test_signs_that_programs_know_are_only_signs(typed: str) -> None:
    check(typed)


@pytest.mark.parametrize("typed", HOSTILE, ids=range(len(HOSTILE)))
def test_what_could_run_runs_nowhere(typed: str) -> None:
    check(typed)


def test_what_is_no_text_is_seen() -> None:
    assert visible("a\x00b\x0bc\x7fd\ud800e\ufffef\tg\nh") == "a␀b␋c␡d�e�f\tg\nh"
    assert "a␀b␋c" in typed_in(report_page([facts_with("a\x00b\x0bc")]))


@given(ANYTHING | TELLING)
def test_text_is_left_as_it_is(typed: str) -> None:
    assert len(visible(typed)) == len(typed)
    assert visible(visible(typed)) == visible(typed)
    assert all(a == b or not a.isprintable() for a, b in zip(typed, visible(typed), strict=True))


class TestTheCalendar:
    def test_two_libraries_read_the_same(self) -> None:
        first = PlanFacts(
            team="Orange", colour="orange", cue=LONG, action="a, b; c\\d\ne", who="Kim 👋",
            by_when="Friday", missing=(), due=date(2026, 6, 5),
        )  # fmt: skip
        second = replace(first, team="Sky \u202edlot", by_when="some day", due=None, number=1)
        told = calendar_of([replace(EMPTY, plans=(first, second))])
        dated, undated = events(told)
        assert events_by_another(told) == [dated, undated]
        assert (dated.day, dated.ends) == (date(2026, 6, 5), date(2026, 6, 6))
        assert undated.day == date(2026, 6, 1) + timedelta(days=UNDATED_DAYS)
        assert LONG in dated.description
        assert dated.summary == "Orange: a, b; c\\d\ne"
        assert dated.alarms == (("DISPLAY", dated.summary, timedelta(hours=9)),)
        assert undated.summary.startswith("Sky \u202edlot: ")
        assert dated.uid != undated.uid

    def test_no_plans_make_an_empty_calendar(self) -> None:
        told = calendar_of([EMPTY])
        assert events(told) == events_by_another(told) == []
