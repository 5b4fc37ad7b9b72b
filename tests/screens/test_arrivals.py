"""The sheet that tells of decks that were dropped: every wall, every word, every way away."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.content.problem import Level, Problem
from game.content.sharing.add import Added, Refusal
from game.screens.arrivals import MOST_TOLD, ArrivalsScreen
from game.screens.inputs import Pointer
from game.screens.kit.wall import Wall
from game.screens.screen import Pop, Stay
from game.session.arrivals import Arrival
from tests.screens.outside import (
    NEAR,
    activate,
    draw,
    every_wall,
    look_at,
    speak,
)

LONG = "Wat klanten van de afdeling Incasso ons in het voorjaar hebben verteld, en wat niet"
FOLDER = Path("/home/somebody/.local/share/cxgame/removed-decks/klachten-2026-03-14-150926")


def problems(n: int, level: Level = Level.ERROR) -> tuple[Problem, ...]:
    return tuple(
        Problem(
            file="/tmp/klachten.cxdeck/deck.yaml", line=i + 1, column=3, level=level,
            check="structure", path=f'card "c{i}", option 2',
            text='points is "three"; expected a whole number from 0 to 3',
        )
        for i in range(n)
    )  # fmt: skip


def arrival(
    name: str, refusal: Refusal | None = None, told: int = 0, unchanged: bool = False
) -> Arrival:
    added = Added(id=name, title=name, cards=40, path=FOLDER, problems=(), unchanged=unchanged)
    return Arrival(
        path=Path(f"/tmp/{name}.cxdeck"),
        title=f"{LONG} {name}",
        sentence=f"It is among your decks now: 40 cards. The one it replaces is kept in {FOLDER}.",
        problems=problems(told),
        added=added if refusal is None else None,
        refusal=refusal,
    )


MANY = [
    arrival("one"),
    arrival("two", Refusal.PROBLEMS, 30),
    arrival("three", Refusal.EXISTS),
    arrival("four", Refusal.EXISTS),
]


def sheet(*arrivals: Arrival) -> ArrivalsScreen:
    return ArrivalsScreen(arrivals, lambda _path: None)


@every_wall
def test_all_of_it_is_told_leaf_by_leaf(wall: Wall, monkeypatch: pytest.MonkeyPatch) -> None:
    speak("nl")
    look, screen = look_at(wall), sheet(*MANY)
    told = ""
    for _leaf in range(99):
        drawn = draw(screen, look, monkeypatch)
        assert drawn.overflowing() == []
        told += drawn.words
        (body, foot) = (
            screen._body(wall, screen._sheet(wall)),
            screen._foot(wall, screen._sheet(wall)),
        )
        leaf, _replaceable = screen.leaves(wall)[screen._leaf.at(99)]
        assert sum(block.height for block, _gap in leaf) <= body.h + 1
        assert body.bottom <= foot.y
        if isinstance(screen.on_next(look), Pop):
            break
    else:
        pytest.fail("there is no way away")
    for one in MANY:
        assert " ".join(one.title.split()) in " ".join(told.split())
    for i in range(MOST_TOLD):
        assert f'"c{i}"' in told
    assert f'"c{MOST_TOLD}"' not in told


def test_each_deck_that_could_replace_another_has_a_leaf_of_its_own() -> None:
    asked: list[Path] = []
    screen = ArrivalsScreen(MANY, asked.append)
    look = look_at(NEAR)
    leaves = screen.leaves(NEAR)
    assert [len(replaceable) for _told, replaceable in leaves].count(1) == 2
    assert all(len(replaceable) < 2 for _told, replaceable in leaves)
    while len(screen.hotspots(look)) == 1:
        assert isinstance(screen.on_next(look), Stay)
    outcome = activate(screen, look, screen.hotspots(look)[1].name)
    assert isinstance(outcome, Stay)
    assert asked == [MANY[2].path]


def test_advice_is_for_the_desk_not_for_the_wall(monkeypatch: pytest.MonkeyPatch) -> None:
    one = arrival("one")
    advised = Arrival(
        path=one.path, title="One", sentence="Yes.", problems=problems(3, Level.ADVICE),
        added=one.added,
    )  # fmt: skip
    assert "points" not in draw(sheet(advised), look_at(NEAR), monkeypatch).words


@pytest.mark.parametrize(
    ("arrivals", "title"),
    [
        ([arrival("a")], "Deck added"),
        ([arrival("a"), arrival("b")], "2 decks added"),
        ([arrival("a", unchanged=True)], "Already there"),
        ([arrival("a", Refusal.NO_DECK)], "Not added"),
        ([arrival("a", Refusal.NO_DECK), arrival("b", Refusal.HERE)], "2 decks not added"),
        ([arrival("a"), arrival("b", Refusal.HERE)], "1 of 2 decks added"),
    ],
)
def test_the_title_says_how_it_went(arrivals: list[Arrival], title: str) -> None:
    assert sheet(*arrivals).title() == title


def test_news_of_a_deck_takes_the_place_of_what_was_told() -> None:
    screen = sheet(arrival("a", Refusal.EXISTS), arrival("b"))
    screen.more([arrival("a")])
    assert screen.title() == "2 decks added"


def test_beside_the_sheet_is_away() -> None:
    screen, look = sheet(arrival("a")), look_at(NEAR)
    assert isinstance(screen.on_pointer(Pointer("down", 2, 2), look), Pop)
    assert screen.on_pointer(Pointer("down", NEAR.width / 2, NEAR.height / 2), look) is None
