"""What each space is for, on the board's plate: two names never read as one."""

from __future__ import annotations

from itertools import pairwise

import pytest

from game import i18n
from game.i18n import _
from game.paths import scenarios_dir
from game.report.paper.document import Part, print_deck
from tests.report.table import wanted


@pytest.mark.parametrize(
    ("deck", "paper", "language"),
    [
        ("cx-facts", "a4", "en"),
        ("cx-facts", "letter", "nl"),
        ("empathy-is-hard", "a4", "nl"),
        ("empathy-is-hard", "letter", "en"),
    ],
)
def test_there_is_more_air_between_two_names_than_within_one(
    deck: str, paper: str, language: str
) -> None:
    i18n.set_language(language)
    asked = wanted(scenarios_dir() / deck, language, paper, Part.BOARD)
    printed = print_deck(asked)
    small = printed.pages[Part.BOARD][0]
    names = [
        *(category.name for category in asked.deck.content.categories),
        *(_("Choose a category"), _("A card for the bell"), _("Twist"), _("Mirror")),
    ]
    on_sheet = [one for one in printed.written if one.page == small]
    begun = {one.box.x for one in on_sheet if any(name.startswith(one.text) for name in names)}
    for x in begun:
        column = sorted((one for one in on_sheet if one.box.x == x), key=lambda one: one.box.y)
        within: list[float] = []
        between: list[float] = []
        for one, other in pairwise(column):
            same = any(f"{one.text} {other.text}" in name for name in names)
            (within if same else between).append(other.box.y - one.box.bottom)
        assert between
        assert min(between) > max(within, default=0.0) + 0.3, "a hair is not seen"
