"""Contrast that survives a tired projector in a lit room."""

import pytest

from game.screens.kit.theme import (
    DAYLIGHT,
    STAGE,
    TEAMS,
    THEMES,
    Theme,
    contrast,
    hex_of,
    mix,
    rgb,
    team,
)

BOTH = pytest.mark.parametrize("theme", [DAYLIGHT, STAGE], ids=lambda t: t.name)
SURFACES = ("ground", "ground_top", "ground_bottom", "ground_2", "sheet", "inset", "brass_soft")


def test_contrast_is_the_ratio_of_the_guidelines() -> None:
    assert contrast(rgb("#000000"), rgb("#FFFFFF")) == pytest.approx(21)
    assert contrast(rgb("#777777"), rgb("#FFFFFF")) == pytest.approx(4.48, abs=0.01)
    assert contrast(rgb("#D55E00"), rgb("#D55E00")) == 1


def test_a_colour_survives_being_written_and_read() -> None:
    assert hex_of(rgb("#0A9FE4")) == "#0A9FE4"
    assert mix(rgb("#000000"), rgb("#FF8000"), 0.5) == (128, 64, 0)


@BOTH
@pytest.mark.parametrize("role", ["text", "text_2"])
def test_text_reads_at_seven_to_one_on_everything_it_may_lie_on(theme: Theme, role: str) -> None:
    color = getattr(theme, role)
    for name in SURFACES:
        assert contrast(color, getattr(theme, name)) >= 7, name
    for i, tint in enumerate(theme.zones):
        assert contrast(color, tint) >= 7, f"zone {i}"
        assert contrast(color, mix(tint, theme.ground, 0.55)) >= 7, f"hill of zone {i}"


@BOTH
def test_text_on_its_own_fill_reads_at_seven_to_one(theme: Theme) -> None:
    pairs = (
        (theme.on_brass, theme.brass),
        (theme.on_key, theme.key_cap),
        (theme.on_twist, theme.twist_card),
    )
    for ink, fill in pairs:
        assert contrast(ink, fill) >= 7


@BOTH
def test_shapes_that_mean_something_stand_out_at_three_to_one(theme: Theme) -> None:
    for name in ("ground", "ground_2", "sheet", "inset"):
        assert contrast(theme.line, getattr(theme, name)) >= 3, name
        assert contrast(theme.brass_edge, getattr(theme, name)) >= 3, name
    for tint in theme.zones:
        assert contrast(theme.line, tint) >= 3
        assert contrast(theme.brass_edge, tint) >= 3
    assert contrast(theme.brass_edge, theme.road) >= 3
    for deep in theme.zone_deep:
        assert contrast(deep, theme.tile) >= 3
    assert contrast(theme.icon, theme.tile) >= 3
    assert contrast(theme.on_brass, theme.brass) >= 3
    assert contrast(theme.twist_icon, theme.twist_tile) >= 3
    assert contrast(theme.mirror_rim, theme.mirror_tile) >= 3
    assert contrast(theme.start_rim, theme.road) >= 3


@BOTH
def test_every_team_is_carried_by_an_outline_that_stands_out(theme: Theme) -> None:
    assert contrast(theme.outline, theme.sheet) >= 7
    for tint in theme.zones:
        assert contrast(theme.outline, tint) >= 7


def test_teams_differ_in_colour_and_in_shape() -> None:
    assert len(TEAMS) == len({t.fill for t in TEAMS}) == len({t.shape for t in TEAMS}) == 8


def test_an_unknown_team_still_has_a_look() -> None:
    assert team("turquoise") in TEAMS
    assert team("rust").shape == "hexagon"


def test_tints_repeat_after_the_last_zone() -> None:
    for theme in THEMES.values():
        n = len(theme.zones)
        assert len(theme.zone_deep) == n
        assert theme.zone(n + 2) == theme.zone(2)
        assert theme.deep(n + 2) == theme.deep(2)
