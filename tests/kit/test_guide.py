"""The guide in the kit's docstring is true: its names exist and its examples run."""

import importlib
import re
import textwrap
from typing import Any

import pytest

from game.screens import kit
from game.screens.kit.layer import Dirty, Layer
from game.screens.kit.wall import Wall

GUIDE = kit.__doc__ or ""


def example(number: int) -> dict[str, Any]:
    """The names an example of the guide defines."""
    blocks = re.findall(r"::\n\n((?:    .*\n|\n)+)", GUIDE)
    names: dict[str, Any] = {}
    exec(textwrap.dedent(blocks[number]), names)
    return names


def test_every_name_in_the_guide_exists() -> None:
    listed = GUIDE.split("Modules\n", 1)[1].split("\n\n", 1)[0]
    seen = 0
    for entry in re.split(r"\n(?=    \w)", "\n" + listed):
        if not entry.strip():
            continue
        module, names = entry.split(maxsplit=1)
        for name in re.findall(r"\w+", names):
            assert hasattr(importlib.import_module(f"game.screens.kit.{module}"), name), name
            seen += 1
    assert seen > 100


@pytest.mark.parametrize("size", [(1280, 720), (480, 800)])
def test_the_example_of_a_screen_runs(size: tuple[int, int]) -> None:
    frame = example(0)["frame"]
    surface, layer, dirty = Wall(size).surface(), Layer(), Dirty()
    first = frame(surface, 0, layer, dirty)
    composed = layer.surface
    second = frame(surface, 200, layer, dirty)
    assert layer.surface is composed
    assert second[0] == first[-1]
    assert len(second) == 2


def test_the_example_of_a_board_runs() -> None:
    board = example(1)["board"]
    surface = Wall((1280, 720)).surface()
    plate, start = board(surface, 0)
    assert board(surface, 5000)[1] != start
    assert plate.w > 300
