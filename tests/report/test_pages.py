"""What pages lay out: pictures, who answered alike, days, and sections with nothing in them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.report.session.answered import alike, differences
from game.report.session.charts import HEIGHT, LINE, MOST_LABELS, map_chart, scores_chart
from game.report.session.facts import CardFacts, Chosen, PlanFacts, TeamFacts
from game.report.session.pages import ROUNDS_A_TABLE, report_page
from game.rules.pieces import COLOURS
from game.rules.start import MOST_NAME
from tests.report.reading import text_of
from tests.report.test_stored_words import EMPTY, TEAM


def card(name: str, *answers: tuple[str, str, int], why: str = "") -> CardFacts:
    """A card with (team, answer, points)."""
    return CardFacts(
        id=f"d/{name}", language="en", title=name, category="C", prompt="P", right="", why=why,
        reflect="", source="", round=1, team="", minutes=1.0,
        chosen=tuple(
            Chosen(team=team, colour="sky", answer=answer, before="", points=points, team_id=i)
            for i, (team, answer, points) in enumerate(answers)
        ),
    )  # fmt: skip


def teams(n: int, rounds: int, names: list[str] | None = None) -> tuple[TeamFacts, ...]:
    return tuple(
        replace(
            TEAM, id=i, name=names[i] if names else f"Team {i}", colour=COLOURS[i],
            scores=tuple(range(i, i + rounds)), way=((0, 0), (1, i % 2)),
        )
        for i in range(n)
    )  # fmt: skip


class TestPictures:
    @given(st.lists(st.text(min_size=1, max_size=MOST_NAME), min_size=8, max_size=8))
    def test_names_beside_the_lines_never_lie_on_one_another(self, names: list[str]) -> None:
        facts = replace(EMPTY, teams=teams(8, 3, names), round_names=("1", "2", "3"))
        chart = scores_chart(facts)
        assert chart is not None
        spans = sorted(
            (line.name_y - LINE * len(line.name) / 2, line.name_y + LINE * len(line.name) / 2)
            for line in chart.lines
        )
        assert spans[0][0] >= 0
        assert spans[-1][1] <= HEIGHT
        assert all(a[1] <= b[0] for a, b in pairwise(spans))

    @pytest.mark.parametrize("rounds", [2, 16, 17, 40, 99])
    def test_so_many_rounds_are_named_as_can_be_read(self, rounds: int) -> None:
        names = tuple(str(n) for n in range(1, rounds + 1))
        facts = replace(EMPTY, teams=teams(2, rounds), round_names=names)
        chart = scores_chart(facts)
        assert chart is not None
        assert 2 <= len(chart.across) <= MOST_LABELS
        assert chart.across[-1][1] == str(rounds)
        told = report_page([facts])
        assert told.count("<h3>Happy customers after each round</h3>") == 1
        tables = -(-rounds // ROUNDS_A_TABLE)
        assert told.count('<div class="wide"') == tables

    def test_each_line_carries_its_shape(self) -> None:
        facts = replace(EMPTY, teams=teams(8, 9), round_names=tuple("123456789"))
        chart = scores_chart(facts)
        assert chart is not None
        assert all(line.marks for line in chart.lines)

    def test_teams_that_went_the_same_way_are_all_seen(self) -> None:
        facts = replace(
            EMPTY, axes=("Progress", "Connection"), corners=("a", "b", "c", "d"),
            teams=tuple(replace(one, way=((0, 0), (2, 2))) for one in teams(4, 1)),
        )  # fmt: skip
        chart = map_chart(facts)
        assert chart is not None
        assert len({line.points for line in chart.lines}) == 4
        ends = [line.end for line in chart.lines]
        assert all(
            abs(a[0] - b[0]) + abs(a[1] - b[1]) > 20
            for i, a in enumerate(ends) for b in ends[i + 1 :]
        )  # fmt: skip


class TestWhoAnsweredAlike:
    def test_at_one_table(self) -> None:
        one = card("x", ("Red", "A", 1), ("Blue", "B", 3), ("Pink", "A", 1), ("Sky", "A", 2))
        groups = [
            (group.answer, group.points, [row.team for row in group.teams])
            for group in alike(one.chosen)
        ]
        assert groups == [("B", 3, ["Blue"]), ("A", 2, ["Sky"]), ("A", 1, ["Red", "Pink"])]

    def test_at_several_tables(self) -> None:
        first = replace(
            EMPTY, cards=(card("x", ("Red", "A", 1)), card("y", ("Red", "A", 1)),
                          card("alone", ("Red", "A", 1)), card("shown", ("Red", "", 1))),
        )  # fmt: skip
        second = replace(
            EMPTY, cards=(card("x", ("Red", "B", 1), ("Sky", "A", 1)), card("y", ("Sky", "A", 0)),
                          card("shown", ("Red", "", 1))),
        )  # fmt: skip
        found = differences((("one", first), ("two", second)))
        assert [one.card.title for one in found.cards] == ["x"]
        assert [
            (answer, [(label, [row.team for row in rows]) for label, rows in tables])
            for answer, tables in found.cards[0].answers
        ] == [("A", [("one", ["Red"]), ("two", ["Sky"])]), ("B", [("two", ["Red"])])]
        assert [one.title for one in found.agreed] == ["y"]


class TestNothingToTell:
    def test_no_cards_and_no_plans_are_said_to_be_none(self) -> None:
        told = text_of(report_page([EMPTY]))
        assert "No plans were made." in told
        assert "No cards were played." in told
        for heading in ("Moments", "Insights", "Awards", "The map", "What the cards say"):
            assert heading not in told

    def test_cards_that_say_nothing_were_played_all_the_same(self) -> None:
        told = text_of(report_page([replace(EMPTY, cards=(card("x", ("Red", "A", 1)),))]))
        assert "No cards were played." not in told
        assert "What the cards say" not in told


class TestDays:
    @pytest.mark.parametrize(
        ("words", "shown"),
        [("Friday", True), ("in two weeks", True), ("5 June", False), ("by 5 June 2026", False),
         ("2026-06-05", False), ("5-6", True)],
    )  # fmt: skip
    def test_a_day_is_named_where_the_words_do_not(self, words: str, shown: bool) -> None:
        plan = PlanFacts(
            team="Orange", colour="orange", cue="c", action="a", who="", by_when=words,
            missing=(), due=date(2026, 6, 5),
        )  # fmt: skip
        told = text_of(report_page([replace(EMPTY, plans=(plan,))]))
        assert ("(5 June 2026)" in told) == shown

    def test_sessions_are_called_by_names_that_tell_them_apart(self) -> None:
        def told(*names: str) -> str:
            return text_of(report_page([replace(EMPTY, name=name) for name in names]))

        assert "Session 1" not in told("Table 1", "Table 2")
        for names in (("Same", "same"), ("One", ""), (" ", "\u00a0")):
            assert "Session 2" in told(*names)
