"""Tables fit a terminal, and stay lines for programs."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.cli.tables import table

HEADS = ["preset", "cards that were never seen in any game", "mean of all scores of all the teams"]
ROWS = [["15 minutes", "37", "4.0"], ["120 minutes", "9", "26.2"]]


def terminal(monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)


def test_heads_share_lines_only_where_there_is_no_room(monkeypatch: pytest.MonkeyPatch) -> None:
    assert table(HEADS, ROWS, right=(1, 2)).splitlines()[0] == "  ".join(
        ["preset".ljust(11), HEADS[1], HEADS[2]]
    )
    terminal(monkeypatch, 40)
    heads = ["", "cards never seen", "mean score"]
    assert table(heads, [["15 minutes in all", *ROWS[0][1:]]], right=(1, 2)).splitlines() == [
        "                   cards",
        "                   never   mean",
        "                    seen  score",
        "-----------------  -----  -----",
        "15 minutes in all     37    4.0",
    ]


def test_the_last_text_is_broken_on_a_terminal_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    rule = "Every text fits the wall, also seen from the last row of a very large room indeed."
    rows = [["text-fit", "warning", rule], ["clang", "advice", "No echo."]]
    assert table(["check", "level", "rule"], rows).splitlines()[2].endswith(rule)
    terminal(monkeypatch, 60)
    lines = table(["check", "level", "rule"], rows).splitlines()
    assert max(map(len, lines)) <= 60
    assert lines[3] == " " * 19 + "the last row of a very large room indeed."
    assert lines[-1] == "clang     advice   No echo."


@given(
    words=st.lists(st.text("ab é漢", max_size=30), min_size=6, max_size=6),
    columns=st.integers(20, 120),
)
@settings(max_examples=40, deadline=None)
def test_nothing_is_lost(words: list[str], columns: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        terminal(patch, columns)
        told = table(words[:3], [words[3:]], right=(1,))
    # Lines of several cells interleave: what is kept is every letter, as often as it was there.
    assert sorted("".join(told.replace("-", "").split())) == sorted("".join("".join(words).split()))
