"""The small pieces of sentences, and what was meant by a word nothing has."""

from __future__ import annotations

import pytest

from game.content.suggest import closest, did_you_mean
from game.content.wording import amount, article, listed, number, printable, quoted


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("titel", "title"),
        ("PROMPT", "prompt"),
        ("question", "prompt"),
        ("Answers", "options"),
        ("vraag", "prompt"),
        ("Titel", "title"),
        ("zebra", None),
        ("", None),
        ("t" * 61, None),
    ],
)
def test_what_was_meant(word: str, meant: str | None) -> None:
    assert closest(word, ["title", "prompt", "options"]) == meant


def test_for_a_whole_story_nothing_near_is_looked_for() -> None:
    assert closest("t" * 60, ["t" * 59]) == "t" * 59
    assert closest("t" * 61, ["t" * 60]) is None


def test_another_word_for_a_field_counts_only_where_that_field_is() -> None:
    assert closest("question", ["title", "name"]) is None


def test_among_ten_thousand_the_one_that_was_meant() -> None:
    assert (
        did_you_mean("card-997", [f"letter-to-{n:06}" for n in range(10_000)] + ["card-987"])
        == 'did you mean "card-987"?'
    )


def test_what_was_found_is_quoted_on_one_line_and_short() -> None:
    assert quoted("  a\n\tb ") == '"a b"'
    assert quoted("x" * 41) == f'"{"x" * 39}…"'
    assert quoted("a\u200bb") == '"aU+200Bb"'
    assert printable("Ctrl\x07") == "CtrlU+0007"


def test_amounts_lists_articles_and_numbers() -> None:
    assert (amount(1, "option"), amount(2, "option")) == ("1 option", "2 options")
    assert amount(0, "entry", "entries") == "0 entries"
    assert (listed(["a"]), listed(["a", "b", "c"])) == ("a", "a, b or c")
    assert listed(["a", "b"], "and") == "a and b"
    assert (article("option"), article("card")) == ("an option", "a card")
    assert (number(15.0), number(2.5), number(-1e12)) == ("15", "2.5", "-1000000000000")
