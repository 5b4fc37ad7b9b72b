"""Movement: pure functions of time that begin, end, and can be cut short."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.screens.kit import motion
from game.screens.kit.motion import Tween, Walk


@pytest.mark.parametrize("ease", [motion.linear, motion.out, motion.inout, motion.back])
def test_easings_begin_at_0_and_end_at_1(ease: motion.Ease) -> None:
    assert ease(0) == pytest.approx(0)
    assert ease(1) == pytest.approx(1)


def test_the_shapes_of_the_easings() -> None:
    assert motion.out(0.5) > 0.5
    assert motion.inout(0.5) == pytest.approx(0.5)
    assert motion.inout(0.1) < 0.1
    assert 1 < max(motion.back(t / 100) for t in range(101)) <= 1.12
    assert (motion.sine(0), motion.sine(0.5)) == (0, 1)


@given(st.floats(-1e6, 1e6), st.floats(0, 1e4), st.floats(-1e6, 2e6))
def test_a_tween_stays_between_its_ends(start: float, ms: float, now: float) -> None:
    tween = Tween(start, ms, motion.out)
    assert 0 <= tween.at(now) <= 1
    assert tween.done(now) == (tween.progress(now) == 1.0 or now >= tween.end_ms)
    assert not (tween.running(now) and tween.done(now))


def test_a_tween_runs_from_its_start_to_its_end() -> None:
    tween = motion.tween(1000, motion.CARD)
    assert tween.at(900) == 0
    assert tween.running(1000)
    assert tween.at(1200) == pytest.approx(0.5)
    assert tween.done(1400)
    assert tween.at(9999) == 1


def test_everything_lasts_150_to_400_ms() -> None:
    every = [value for value in vars(motion).values() if isinstance(value, motion.Motion)]
    assert len(every) > 15
    assert all(150 <= event.ms <= 400 for event in every)


def test_reduced_motion_is_one_short_fade() -> None:
    tween = motion.tween(0, motion.CARD, reduced=True)
    assert tween.duration_ms == 120
    assert tween.at(60) == pytest.approx(0.5)
    together = motion.row(0, 5, motion.POINTS, 80, reduced=True)
    assert {t.end_ms for t in together} == {120}


def test_a_row_starts_one_after_another_and_ends_in_time() -> None:
    row = motion.row(0, 4, motion.TOKENS_FLY, 60)
    assert [t.start_ms for t in row] == [0, 60, 120, 180]
    tight = motion.row(0, 30, motion.TOKENS_FLY, 60, within_ms=800)
    assert tight[-1].end_ms == pytest.approx(800)
    assert motion.row(0, 0, motion.POINTS, 80) == []


def test_a_chain_waits_for_the_one_before() -> None:
    first, second = motion.chain(10, [motion.STANDINGS, motion.FACES_GROW])
    assert second.start_ms == first.end_ms == 410


def test_a_flight_rises_and_arrives() -> None:
    assert motion.arc((0, 0), (100, 0), 0.5, 40) == pytest.approx((50, -40))
    assert motion.arc((0, 0), (100, 10), 1, 40) == pytest.approx((100, 10))


def test_shakes_and_swings_die_down() -> None:
    assert motion.shake(1, 10) == pytest.approx(0)
    assert motion.swing(1) == pytest.approx(0)
    assert max(abs(motion.swing(t / 50)) for t in range(51)) <= 9


def test_a_pawn_hops_space_by_space() -> None:
    walk = Walk(1000, 3)
    assert walk.end_ms == 1000 + 3 * 220
    assert walk.at(1000).along == 0
    middle = walk.at(1000 + 220 + 90)
    assert middle.along == pytest.approx(1.5)
    assert middle.lift == pytest.approx(1)
    landed = walk.at(1000 + 180 + 20)
    assert landed.along == 1
    assert landed.lift == 0
    assert landed.squash == pytest.approx(0.92)
    assert walk.at(5000) == motion.Hop(3, 0, 1)
    assert [walk.landed(t) for t in (900, 1100, 1185, 1400, 1661)] == [0, 0, 1, 2, 3]


def test_with_reduced_motion_a_pawn_is_simply_there() -> None:
    walk = Walk(0, 6, reduced=True)
    assert walk.at(1).along == 6
    assert walk.end_ms == 120


@given(st.integers(0, 12), st.floats(0, 5000))
def test_a_walk_never_goes_back(spaces: int, now: float) -> None:
    walk = Walk(0, spaces)
    assert walk.at(now).along <= walk.at(now + 7).along + 1e-9
    assert 0 <= walk.landed(now) <= spaces
    assert math.isfinite(walk.at(now).lift)
