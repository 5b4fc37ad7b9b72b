"""A card that is also heard has a small mark: not everybody in the room hears it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.rules.state import MirrorTold, State, TwistTold, evolve
from game.screens.kit.theme import DAYLIGHT
from game.screens.kit.wall import SEATS, Wall
from tests.screens.cardtable import look_of, moment, scene_of
from tests.screens.inside import ready
from tests.screens.outside import picture

WALLS = (Wall((640, 360)), Wall((640, 360), DAYLIGHT, SEATS[-1]))
CARDS = ("dilemma-read", "everyone-read", "bell-open")


def heard(state: State) -> State:
    """The same, where everything that can have a sound has one."""
    content = state.content
    cards = tuple(replace(one, sound="d/a.ogg") for one in content.cards)
    twists = tuple(replace(one, sound="d/a.ogg") for one in content.twists)
    mirrors = tuple(replace(one, sound="d/a.ogg") for one in content.mirrors)
    sounding = replace(content, cards=cards, twists=twists, mirrors=mirrors)
    return evolve(state, content=sounding)


def shown_of(name: str) -> State:
    """A card's moment by its name; or the first twist, or mirror."""
    state = moment(name) if name in CARDS else ready(4)
    match name:
        case "twist":
            return evolve(state, stage=TwistTold(twist=state.content.twists[0].id))
        case "mirror":
            return evolve(state, stage=MirrorTold(mirror=state.content.mirrors[0].id))
        case _:
            return state


@pytest.mark.parametrize("name", [*CARDS, "twist", "mirror"])
def test_what_is_heard_is_also_seen(name: str) -> None:
    state = shown_of(name)
    for wall in WALLS:
        plain = picture(scene_of(state), look_of(state, wall))
        marked = picture(scene_of(heard(state)), look_of(heard(state), wall))
        assert plain != marked, wall
