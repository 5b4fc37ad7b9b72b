"""Every control of the guide in a real window: once by keyboard alone, once by mouse alone.

By mouse alone means everything but words: names, reasons and insights are written on a keyboard,
since a mouse writes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.docs.test_facilitating import CONTROL, DESK_PAGE, PAGE, SETTING
from tests.window.desktop import Desktop, missing
from tests.window.journey import HANDS, Journey, playing, travel
from tests.window.journeys import JOURNEYS

needs_a_window = pytest.mark.skipif(bool(missing()), reason=missing() or "all is there")

ELSEWHERE = {
    "display": "it takes a second display: tests/app/test_settings.py",
    "practise": "its page is there only while somebody practises: tests/app/test_practising.py",
}
"""Names of the guide's table that no journey comes to, and why."""


@pytest.fixture(scope="module")
def desktop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desktop]:
    with Desktop("1024x768", seen=tmp_path_factory.mktemp("screen")) as server:
        yield server


@pytest.mark.window
@needs_a_window
@pytest.mark.parametrize("journey", JOURNEYS, ids=lambda journey: journey.name)
@pytest.mark.parametrize(
    "hand", [pytest.param(hand, marks=pytest.mark.xdist_group(f"window-{hand}")) for hand in HANDS]
)
def test_controls_are_reached(
    journey: Journey, hand: str, desktop: Desktop, tmp_path: Path
) -> None:
    with playing(journey, hand, desktop, tmp_path / "home") as made:
        travel(journey, made)


def test_the_journeys_come_to_every_control_of_the_guide() -> None:
    named = {name for name, *_ in (*CONTROL.findall(PAGE), *DESK_PAGE.findall(PAGE))}
    named |= {name for name, _keys in SETTING.findall(PAGE)}
    reached = set().union(*(journey.covers for journey in JOURNEYS))
    assert reached <= named, "what is reached stands in the table"
    assert named - reached == ELSEWHERE.keys()
