"""What flies when a card is revealed, and when it does not."""

from __future__ import annotations

from game.rules.actions import Next
from game.screens.kit.layer import Dirty
from game.screens.kit.motion import SCREEN
from game.screens.kit.wall import Wall
from game.screens.scenes.reveal import RevealScene
from tests.screens.cardtable import ALL_DILEMMA, answered, look_of, moment, on_card
from tests.screens.inside import check_frame, later, play, settle
from tests.screens.outside import picture
from tests.screens.revealed import came, everyone


def test_tokens_fly_first_then_customers_and_the_numbers_follow() -> None:
    scene, look = came(everyone())
    assert scene.moving(look)
    end = settle(scene, look)
    assert SCREEN.ms < end < 4000
    still = picture(scene, look)
    final = picture(scene, later(look, end + 1))
    assert still != final, "tokens and new numbers are left out until they have landed"
    assert scene.key(look) != scene.key(later(look, end + 1))
    for ms in range(SCREEN.ms + 20, end, 130):
        assert check_frame(scene, later(look, ms)), ms


def test_the_last_frame_of_the_motion_is_the_picture_that_stays() -> None:
    scene, look = came(everyone())
    end = settle(scene, look)
    last = later(look, end - 1)
    surface = look.wall.surface()
    scene.paint(look.wall.canvas(surface), last)
    scene.move(look.wall.canvas(surface), last, Dirty())
    after = look.wall.surface()
    scene.paint(look.wall.canvas(after), later(look, end + 1))
    a, b = surface, after
    differing = sum(
        a.get_at((x, y)) != b.get_at((x, y))
        for x in range(0, a.get_width(), 3)
        for y in range(0, a.get_height(), 3)
    )
    assert differing < a.get_width() * a.get_height() / 9 * 0.004


def test_next_ends_the_flight() -> None:
    scene, look = came(everyone())
    scene.finish(look)
    assert not scene.moving(look)
    assert picture(scene, look) == picture(scene, later(look, 9000))


def test_reduced_motion_shows_the_result_at_once() -> None:
    wall = Wall((960, 540), reduced_motion=True)
    scene, look = came(everyone(), wall)
    assert not scene.moving(look)


def test_hidden_scores_fly_without_numbers() -> None:
    state = play(answered(ALL_DILEMMA, (0, 1, 1, 1), hide_scores=True), Next(), at=100)
    scene, look = came(state)
    for ms in (300, 900, 1500, 2500):
        check_frame(scene, later(look, ms))


def test_a_reveal_that_is_only_resumed_does_not_move() -> None:
    state = moment("reveal-everyone")
    scene, look = RevealScene(), look_of(state)
    assert not scene.moving(look)
    scene.hear((), state, look)
    assert not scene.moving(look)


def test_nobody_flies_where_nothing_was_won() -> None:
    state = play(on_card("outside-in/own-red-carpet"), Next(), Next(), at=5)
    scene, look = came(state)
    assert settle(scene, look) <= SCREEN.ms
