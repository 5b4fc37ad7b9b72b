"""How the board moves: die, pawn, ring, what flies, what a twist does."""

from __future__ import annotations

import pytest

from game.rules.actions import Next, Roll
from game.rules.apply import apply
from game.rules.cards import CustomersEffect, Effect, SpacesEffect, SwapEffect, SwapWith, Twist, Who
from game.rules.events import PawnMoved, Swapped
from game.rules.piles import choices
from game.rules.state import TwistTold, evolve
from game.screens.kit.theme import DAYLIGHT, STAGE, Theme
from game.screens.kit.wall import Wall
from game.screens.scenes.board import BoardScene
from game.screens.scenes.boardview import customer_key, pawns_of
from game.screens.scenes.parade import parade
from tests.screens.inside import (
    check_frame,
    happen,
    later,
    ready,
    scored,
    seen,
    settle,
    shown,
    spread,
)

TWISTS = [
    (deck, i, together)
    for deck in ("outside-in", "cx-facts")
    for i in range(7)
    for together in (False, True)
]


# ---------------------------------------------------------------------- motion


def test_a_roll_moves_die_pawn_and_ring_and_then_rests() -> None:
    scene, look = BoardScene(), seen(spread(ready(4), 3, 3, 9, 3))
    shown(scene, look)
    after, events = happen(scene, look, Roll())
    steps = next(len(e.path) for e in events if isinstance(e, PawnMoved))
    assert settle(scene, after) == pytest.approx(400 + 220 * steps + 250, abs=10)
    assert scene.hotspots(after) == ()
    moved = {shown(scene, later(after, ms)) for ms in range(0, 600, 100)}
    assert len(moved) == 6
    scene.finish(after)
    assert not scene.moving(after)
    assert scene.hotspots(after)


@pytest.mark.parametrize("theme", [DAYLIGHT, STAGE])
def test_no_frame_draws_beside_what_it_tells(theme: Theme) -> None:
    wall = Wall((960, 540), theme)
    scene, look = BoardScene(), seen(spread(ready(4), 28, 29, 28, 8), wall)
    shown(scene, look)
    after, _events = happen(scene, look, Roll())
    ends = settle(scene, after)
    drawn = [check_frame(scene, later(after, ms)) for ms in range(0, ends + 100, 150)]
    assert all(drawn)


def test_a_frame_at_rest_is_the_same_however_the_scene_came_there() -> None:
    scene, look = BoardScene(), seen(spread(ready(3), 5, 5, 12))
    shown(scene, look)
    after, _events = happen(scene, look, Roll())
    rested = later(after, settle(scene, after) + 10)
    assert shown(scene, rested) == shown(BoardScene(), rested)


def test_the_still_picture_stays_while_the_pawn_hops() -> None:
    scene, look = BoardScene(), seen(spread(ready(4), 3))
    shown(scene, look)
    after, _events = happen(scene, look, Roll())
    keys = {scene.key(later(after, ms)) for ms in range(0, settle(scene, after) + 200, 20)}
    assert len(keys) == 1


def test_scores_wait_for_the_customers_that_fly() -> None:
    state = scored(spread(ready(3), 29), 4, 5, 6)
    scene, look = BoardScene(), seen(state)
    shown(scene, look)
    after, _events = happen(scene, look, Roll())
    assert after.game.teams[0].customers == 6
    before = scene.key(later(after, 0))
    ends = settle(scene, after)
    assert scene.key(later(after, ends - 20)) == before
    assert scene.key(later(after, ends + 10)) != before


def test_hidden_scores_fly_nowhere() -> None:
    state = spread(ready(3, hide_scores=True), 29)
    after, events = apply(state, Roll())
    made = parade(state, after, events, 0.0)
    assert made is not None
    assert made.faces == []


def test_a_new_scene_fades_in_before_anything_moves() -> None:
    state = evolve(ready(3), stage=TwistTold(twist="outside-in/four-minutes"))
    scene = BoardScene()
    after, _events = happen(scene, seen(spread(state, 9, 4, 4)), Next())
    assert scene.moving(after)
    assert not check_frame(scene, after), "the still picture is complete until motion begins"
    assert check_frame(scene, later(after, 300))
    assert scene.hotspots(later(after, 300)) == ()
    rested = later(after, settle(scene, after) + 10)
    assert len(scene.hotspots(rested)) == len(choices(after.game))


def test_reduced_motion_moves_nothing() -> None:
    wall = Wall((640, 360), reduced_motion=True)
    scene, look = BoardScene(), seen(ready(3), wall)
    after, _events = happen(scene, look, Roll())
    assert not scene.moving(after)
    assert scene.hotspots(after)


def test_a_change_in_mid_motion_ends_it() -> None:
    scene, look = BoardScene(), seen(ready(3))
    shown(scene, look)
    after, _events = happen(scene, look, Roll())
    undone = seen(look.game, now=after.now + 500, version=after.version + 1)
    assert not scene.moving(undone)
    assert shown(scene, undone) == shown(BoardScene(), undone)


@pytest.mark.parametrize(("deck", "i", "together"), TWISTS)
def test_whatever_a_twist_does_ends_where_the_rules_put_it(
    deck: str, i: int, together: bool
) -> None:
    """Nothing is lost on the way: places, and scores that wait for what flies."""
    state = scored(spread(ready(4, deck=deck, together=together), 2, 9, 0, 29), 4, 9, 1, 9)
    twist = state.content.twists[i].id
    state = evolve(state, stage=TwistTold(twist=twist))
    after, events = apply(state, Next())
    made = parade(state, after, events, 100.0)
    if made is None:
        assert [t.position for t in after.teams] == [t.position for t in state.teams]
        assert [t.customers for t in after.teams] == [t.customers for t in state.teams]
        return
    assert made.standing(made.end_ms) == {p.key: p.space for p in pawns_of(after)}
    assert made.standing(99.0) == {p.key: p.space for p in pawns_of(state)}
    assert made.due(made.end_ms) == {}
    for team in state.teams:
        waiting = made.due(99.0).get(team.id, 0)
        assert after.team(team.id).customers - waiting == team.customers


PAIRS = [
    (SwapEffect(swap=SwapWith.LEADER), SpacesEffect(who=Who.SELF, spaces=3)),
    (SwapEffect(swap=SwapWith.LAST), SpacesEffect(who=Who.ALL, spaces=-2)),
    (SpacesEffect(who=Who.ALL, spaces=-4), SpacesEffect(who=Who.LEADER, spaces=6)),
    (CustomersEffect(who=Who.ALL, customers=-3), SwapEffect(swap=SwapWith.NEXT)),
]


@pytest.mark.parametrize("effects", PAIRS)
@pytest.mark.parametrize("board", ["journey", "road"])
def test_effects_that_follow_one_another_begin_where_the_one_before_ended(
    effects: tuple[Effect, ...], board: str
) -> None:
    state = scored(spread(ready(4, board=board), 2, 9, 0, 17), 4, 9, 1, 2)
    own = Twist(id="t/own", title="T", prompt="…", effects=effects)
    content = evolve(state.content, twists=(own,))
    content.__dict__.pop("twist_by_id", None)
    state = evolve(state, content=content, stage=TwistTold(twist="t/own"))
    after, events = apply(state, Next())
    made = parade(state, after, events, 0.0)
    assert made is not None
    assert made.standing(made.end_ms) == {p.key: p.space for p in pawns_of(after)}
    here = {p.key: p.space for p in pawns_of(state)}
    for walks in made.walks:
        for step in walks.steps:
            assert here[step.key] == step.start or step.flight is not None
        here = made.at_rest(walks, after=True)
    flown = sum(step.flight is not None for walks in made.walks for step in walks.steps)
    assert flown == 2 * sum(isinstance(event, Swapped) for event in events)


def test_a_pawn_that_is_taken_back_walks_the_shorter_way() -> None:
    state = evolve(ready(2), stage=TwistTold(twist="outside-in/four-minutes"))
    state = spread(state, 1, 9)
    after, events = apply(state, Next())
    made = parade(state, after, events, 0.0)
    assert made is not None
    assert [(s.start, s.spaces, s.goal) for s in made.walks[0].steps] == [(1, -2, 29)]
    forward = spread(ready(2), 29)
    after, events = apply(forward, Roll())
    made = parade(forward, after, events, 0.0)
    assert made is not None
    assert made.walks[0].steps[0].spaces > 0


def test_pawns_swap_in_the_air_and_one_effect_moves_all_at_once() -> None:
    state = scored(spread(ready(4), 2, 9, 4, 29), 1, 9, 3, 3)
    state = evolve(state, stage=TwistTold(twist="outside-in/swapped-labels"))
    after, events = apply(state, Next())
    made = parade(state, after, events, 0.0)
    assert made is not None
    assert made.end_ms == 400
    assert made.standing(200) == {"green": 4, "yellow": 29}
    walk = scored(spread(ready(4, deck="cx-facts"), 2, 9, 4, 29), 1, 9, 3, 3)
    walk = evolve(walk, stage=TwistTold(twist="cx-facts/fire-drill"))
    after, events = apply(walk, Next())
    made = parade(walk, after, events, 0.0)
    assert made is not None
    assert len(made.walks) == 1
    assert len(made.walks[0].steps) == 3
    assert made.walks[0].end_ms == 2 * 220


def test_at_the_end_of_a_road_the_customer_flies_back_to_start() -> None:
    state = spread(ready(2, together=True, board="road"), 19)
    after, events = apply(state, Roll())
    made = parade(state, after, events, 0.0)
    assert made is not None
    assert made.walks[0].steps[0].flight is not None
    assert made.walks[0].steps[0].goal == 0
    assert made.walks[1].rolled
    key = customer_key(state)
    assert made.standing(made.end_ms) == {key: after.customer.position}
