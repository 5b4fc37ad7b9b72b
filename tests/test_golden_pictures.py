"""The wall looks as it did: small pictures of most moments."""

from __future__ import annotations

import pygame
import pytest

from tests import golden_pictures as kept

GOLDENS = list(kept.goldens())


@pytest.mark.parametrize("golden", GOLDENS, ids=lambda golden: golden.name)
def test_the_wall_looks_as_it_did(golden: kept.Golden) -> None:
    now = kept.draw(golden)
    then = pygame.image.load(str(golden.path)) if golden.path.exists() else None
    differs = 100.0 if then is None else kept.difference(now, then)
    if differs > kept.MOST_OFF:
        path = kept.beside(golden, now, then)
        pytest.fail(
            f"{golden.name} differs in {differs:.2f} % of it: see {path}. "
            "`make goldens` makes it anew, if that was meant."
        )


def test_no_golden_picture_is_left_over() -> None:
    names = {golden.path.name for golden in GOLDENS}
    assert {path.name for path in kept.FOLDER.glob("*.png")} == names


def test_a_difference_is_seen() -> None:
    picture = kept.draw(GOLDENS[0])
    other = picture.copy()
    other.fill("black", (0, 0, 200, 100))
    assert kept.difference(picture, picture) == 0
    assert kept.difference(picture, other) > kept.MOST_OFF
