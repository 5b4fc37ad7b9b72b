"""The desk's page of house rules: its mark of pages, and the wheel, lead past every rule."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from game.rules.actions import ChangeRule
from game.screens.desk import DeskScreen
from game.screens.desk.houserules import RulesPage
from game.screens.inputs import Pointer
from game.screens.kit.wall import Wall
from game.screens.screen import Do, Look
from game.session.houserules import house_rules
from tests.screens.inside import ready
from tests.screens.outside import activate, every_wall, look_at


def by_the_mark(desk: DeskScreen, look: Look) -> None:
    if any(spot.name == ">" for spot in desk.hotspots(look)):
        activate(desk, look, ">")


def by_the_wheel(desk: DeskScreen, look: Look) -> None:
    sheet = desk.page.sheet(desk.near(look), look)
    desk.on_pointer(Pointer("wheel", sheet.cx, sheet.cy, turn=-1), look)


def rules_on(desk: DeskScreen, look: Look) -> frozenset[str]:
    does = [spot.does for spot in desk.hotspots(look)]
    actions = [one.action for one in does if isinstance(one, Do)]
    return frozenset(one.rule for one in actions if isinstance(one, ChangeRule))


@pytest.mark.parametrize("turn", [by_the_mark, by_the_wheel])
@every_wall
def test_a_pointer_comes_to_every_rule_and_to_the_first_again(
    wall: Wall, turn: Callable[[DeskScreen, Look], None]
) -> None:
    state = ready()
    desk, look = DeskScreen(RulesPage()), look_at(wall, state)
    rules = {rule.name for rule in house_rules(state.rules.turns)}
    pages = [rules_on(desk, look)]
    while len(pages) < len(rules):
        turn(desk, look)
        pages.append(rules_on(desk, look))
        if pages[-1] == pages[0]:
            break
    assert frozenset().union(*pages) == rules
    assert sum(map(len, pages[:-1])) == len(rules), "each stands on one page"
