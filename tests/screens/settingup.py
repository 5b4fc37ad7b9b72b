"""The set-up screen, and hands on it."""

from __future__ import annotations

from typing import Any

from game.screens.inputs import Typed
from game.screens.kit.wall import Wall
from game.screens.screen import Begin, Look
from game.screens.setup import SetupScreen
from game.session.assemble import SetUp, assemble
from tests.screens.outside import FakeDesk, library, look_at, press

LOOK = look_at()
FAR = Wall((1920, 1080), seat=1.69)
LONG = "De klantenservice van morgen en overmorg"


def fresh(*, practise: bool = False, **desk: Any) -> SetupScreen:
    """The screen as it comes up."""
    return SetupScreen(FakeDesk(**desk), practise)


def begun(screen: SetupScreen, look: Look = LOOK) -> SetUp:
    """What a session would start from."""
    outcome = screen.on_next(look)
    assert isinstance(outcome, Begin)
    return assemble(outcome.choices, library())


def name(screen: SetupScreen, team: int, text: str, look: Look = LOOK) -> None:
    """Type a team's name, and leave the field."""
    screen.on_press(press(str(team + 1)), look)
    screen.on_typed(Typed(text), look)
    screen.on_press(press("page down"), look)
