"""A twist: its story, and whom it befalls, as the rules will see it."""

from __future__ import annotations

import pytest

from game.look.twists import twist_drawing
from game.rules.actions import Next
from game.rules.apply import apply
from game.rules.cards import (
    CustomersEffect,
    Effect,
    RollEffect,
    SpacesEffect,
    SwapEffect,
    SwapWith,
    Twist,
    Who,
)
from game.rules.events import TwistDrawn
from game.rules.state import State, TwistTold, evolve
from game.screens.kit.assets import has_art
from game.screens.kit.wall import Wall
from game.screens.scenes.effects import Told, told
from game.screens.scenes.twist import TwistScene, pages_of
from game.screens.screen import Do, Stay
from tests.screens.inside import (
    LONG,
    NAMES,
    check_frame,
    later,
    play,
    private,
    ready,
    scored,
    seen,
    settle,
    shown,
)
from tests.screens.outside import check_places, draw, every_wall_in_its_language, speak


def twist(state: State, *effects: Effect) -> Twist:
    return Twist(id="t", title="T", prompt="…", effects=effects)


def tell(state: State, *effects: Effect) -> list[Told]:
    return told(state, twist(state, *effects))


def telling(state: State, i: int = 0) -> State:
    return evolve(state, stage=TwistTold(twist=state.content.twists[i].id))


@every_wall_in_its_language
def test_every_twist_can_be_read_on_every_wall(
    wall: Wall, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    speak(language)
    for deck, names, n, i in (("outside-in", LONG, 8, 0), ("cx-facts", NAMES, 3, 5)):
        state = scored(ready(n, language=language, deck=deck, names=names), 3, 9, 4)
        state = telling(state, i)
        scene, look = TwistScene(), seen(state, wall)
        words = ""
        while True:
            drawn = draw(scene, look, monkeypatch)
            assert drawn.overflowing() == []
            check_places(scene, look)
            words += drawn.words.replace("\n", " ") + " "
            if not isinstance(scene.on_next(look), Stay):
                break
        prompt = state.content.twists[i].prompt
        assert prompt.split()[0] in words
        assert prompt.split()[-1] in words
        for effect in told(state, state.content.twists[i]):
            assert effect.what.split()[-1] in words
        assert not any(note in words for note in private(state))


@pytest.mark.parametrize("deck", ["outside-in", "cx-facts"])
def test_all_twists_of_a_deck_stand_on_one_page_of_a_usual_wall(deck: str) -> None:
    state = scored(ready(4, deck=deck), 3, 9, 4, 1)
    for i in range(len(state.content.twists)):
        pages = pages_of(Wall((1920, 1080)), telling(state, i))
        assert len(pages) == 1
        assert not pages[0].overflow


def test_leader_and_last_are_named_as_scores_stand() -> None:
    state = scored(ready(3), 3, 9, 1)
    lead, last = tell(state, CustomersEffect(who=Who.LEADER, customers=-2),
                      SpacesEffect(who=Who.LAST, spaces=3))  # fmt: skip
    assert lead == Told("Sky, first", "customers leave", (1,), "−2", "face")
    assert last == Told("Green, last", "spaces forward", (2,), "3", "icon-next")


def test_a_shared_place_is_everyones_who_shares_it() -> None:
    state = scored(ready(4), 9, 9, 1, 1)
    (lead,) = tell(state, CustomersEffect(who=Who.LEADER, customers=1))
    assert lead == Told("First, shared", "customer joins each", (0, 1), "+1", "face")
    (last,) = tell(state, SpacesEffect(who=Who.LAST, spaces=-1))
    assert last == Told("Last, shared", "space back", (2, 3), "1", "icon-back")


def test_nobody_leads_while_all_are_equal() -> None:
    state = scored(ready(3), 4, 4, 4)
    for who in (Who.LEADER, Who.LAST):
        (effect,) = tell(state, CustomersEffect(who=who, customers=2))
        assert effect == Told("Nobody", "all are equal")


def test_self_others_and_all() -> None:
    state = scored(ready(3), 1, 2, 3)
    effects = tell(state, CustomersEffect(who=Who.SELF, customers=2),
                   CustomersEffect(who=Who.OTHERS, customers=1),
                   SpacesEffect(who=Who.ALL, spaces=1))  # fmt: skip
    assert [(e.who, e.teams) for e in effects] == [
        ("Orange", (0,)), ("All the others", (1, 2)), ("Everybody", (0, 1, 2)),
    ]  # fmt: skip
    (alone,) = tell(ready(1), CustomersEffect(who=Who.OTHERS, customers=1))
    assert alone == Told("Nobody", "there are no others")


@pytest.mark.parametrize(
    ("scores", "swap", "who", "what"),
    [
        ((1, 9, 4), SwapWith.LEADER, "Orange and Sky", "change places on the board"),
        ((1, 9, 9), SwapWith.LEADER, "Orange and Sky or Green", "change places: the draw decides"),
        ((9, 1, 4), SwapWith.LEADER, "Nobody changes places", "Orange is first"),
        ((1, 9, 4), SwapWith.LAST, "Nobody changes places", "Orange is last"),
        ((9, 9, 1), SwapWith.LEADER, "Orange and Sky", "change places on the board"),
        ((4, 4, 4), SwapWith.LAST, "Nobody changes places", "all are equal"),
        ((4, 4, 4), SwapWith.NEXT, "Orange and Sky", "change places on the board"),
    ],
)
def test_whom_a_team_changes_places_with(
    scores: tuple[int, ...], swap: SwapWith, who: str, what: str
) -> None:
    (effect,) = tell(scored(ready(3), *scores), SwapEffect(swap=swap))
    assert (effect.who, effect.what) == (who, what)


def test_one_more_roll_but_only_once_a_turn() -> None:
    (again,) = tell(ready(3), RollEffect())
    assert (again.what, again.icon) == ("rolls once more", "die")
    (no,) = tell(evolve(ready(3), rolled_again=True), RollEffect())
    assert no.what == "has rolled once more already"


def test_together_swaps_and_rolls_are_left_out_and_the_customer_walks() -> None:
    state = scored(ready(3, together=True), 1, 2, 3)
    effects = tell(state, SwapEffect(swap=SwapWith.LEADER), SpacesEffect(who=Who.LAST, spaces=-2),
                   RollEffect())  # fmt: skip
    assert effects == [Told("Our customer", "spaces back", (), "2", "icon-back")]
    assert tell(state, RollEffect()) == [Told("Nothing moves", "we play together")]
    (own,) = tell(state, CustomersEffect(who=Who.SELF, customers=1))
    assert own.who == "Orange, with the die"


def test_every_twist_has_a_drawing() -> None:
    for deck in ("outside-in", "cx-facts"):
        for each in ready(2, deck=deck).content.twists:
            assert has_art(twist_drawing(each))
    drawings = {twist_drawing(twist(ready(2), effect)) for effect in (
        CustomersEffect(who=Who.ALL, customers=1), CustomersEffect(who=Who.ALL, customers=-1),
        SpacesEffect(who=Who.ALL, spaces=1), SpacesEffect(who=Who.ALL, spaces=-1),
        SwapEffect(swap=SwapWith.NEXT), RollEffect())}  # fmt: skip
    assert len(drawings) == 6


def test_the_picture_falls_into_place_and_rests() -> None:
    state = telling(scored(ready(3), 1, 2, 3))
    scene, look = TwistScene(), seen(state, Wall((960, 540)))
    scene.hear((TwistDrawn(state.content.twists[0].id),), state, look)
    assert settle(scene, look) == pytest.approx(220 + 350, abs=10)
    assert check_frame(scene, later(look, 300))
    rested = later(look, 600)
    assert shown(scene, rested) == shown(TwistScene(), rested)
    scene.hear((TwistDrawn(state.content.twists[0].id),), state, look)
    scene.finish(look)
    assert not scene.moving(look)


def test_a_far_row_turns_pages_and_next_goes_on_after_them() -> None:
    state = telling(scored(ready(4, names=LONG), 1, 2, 3))
    wall = Wall((1024, 768), seat=1.69)
    scene, look = TwistScene(), seen(state, wall)
    n = len(pages_of(wall, state))
    assert n > 1
    keys = [scene.key(look)]
    for _page in range(n - 1):
        assert scene.hotspots(look)[0].activate() == Stay()
        keys.append(scene.key(look))
    assert len(set(keys)) == n
    assert scene.hotspots(look)[0].activate() == Do(Next())
    for _page in range(n - 1):
        assert scene.on_previous(look) == Stay()
    assert scene.on_previous(look) is None
    apply(state, Next())


def test_next_alone_does_what_it_says() -> None:
    state = telling(scored(ready(3), 1, 9, 3))
    assert TwistScene().on_next(seen(state)) is None
    assert play(state, Next()).teams[1].customers == 6
