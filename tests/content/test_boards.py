"""Boards in YAML."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.content import BoardFile, ContentError, Problem, load_board, read_board
from game.rules.board import Shape, SpaceKind, Zone
from tests.content.author import MARK, marked, whole

HEAD = {
    "format": "format: 1",
    "id": "id: walk",
    "title": "title: The walk",
    "language": "language: en",
    "shape": "shape: loop",
    "zones": "zones: [{id: ask, name: Ask, names: {nl: Vragen}, picture: zone-2-ask}, "
    "{id: help, name: Help}]",
    "spaces": "spaces: [{kind: start, zone: ask}, {kind: bell, zone: ask}, "
    "{kind: twist, zone: ask}, {kind: choose, zone: ask}, {kind: mirror, zone: help}, "
    "{kind: category, category: insights, zone: help}, {kind: bell, zone: help}, "
    "{kind: bell, zone: help}]",
}


def board(folder: Path, text: str) -> BoardFile:
    path = folder / "walk.yaml"
    path.write_text(whole(text, HEAD).replace(MARK, ""), "utf-8")
    return read_board(path)


def only(folder: Path, text: str) -> Problem:
    (problem,) = board(folder, text).problems
    _, line, column = marked(whole(text, HEAD))
    assert (problem.line, problem.column) == (line, column)
    return problem


def test_a_board_as_it_is_walked(tmp_path: Path) -> None:
    file = board(tmp_path, "titles: {nl: De wandeling}")
    assert file.problems == ()
    walk = file.in_language("en")
    assert (walk.id, walk.title, walk.shape) == ("walk", "The walk", Shape.LOOP)
    assert walk.zones == (
        Zone(id="ask", name="Ask", picture="zone-2-ask"),
        Zone(id="help", name="Help"),
    )
    assert [space.kind for space in walk.spaces[:6]] == [
        SpaceKind.START,
        SpaceKind.BELL,
        SpaceKind.TWIST,
        SpaceKind.CHOOSE,
        SpaceKind.MIRROR,
        SpaceKind.CATEGORY,
    ]
    assert walk.spaces[5].category == "insights"
    assert walk.spaces[4].category == ""


def test_a_board_speaks_its_languages(tmp_path: Path) -> None:
    file = board(tmp_path, "titles: {nl: De wandeling}")
    assert file.titles == {"en": "The walk", "nl": "De wandeling"}
    dutch = load_board(file.path, "nl-BE")
    assert dutch.title == "De wandeling"
    assert [zone.name for zone in dutch.zones] == ["Vragen", "Help"]
    assert load_board(file.path, "fr").title == "The walk"


def spaces(*changes: tuple[int, str], count: int = 8) -> str:
    lines = ["{kind: start, zone: ask}"] + ["{kind: bell, zone: ask}"] * (count - 2)
    lines.append("{kind: bell, zone: help}")
    for index, line in changes:
        lines[index] = line
    return "spaces:\n" + "".join(f"  - {line}\n" for line in lines)


MISTAKES = [
    ("shape: «circle", "structure", 'shape is "circle"; expected loop or road'),
    ("«color: red", "unknown-field", '"color" is no field of a board'),
    ("zones: «[]", "structure", "zones has 0 entries; expected 1 to 12 zones"),
    (
        "titles: «De wandeling",
        "structure",
        'titles is "De wandeling"; expected names by language, such as {nl: De reis}',
    ),
    (
        "titles: {«dutch: De wandeling}",
        "structure",
        'titles has "dutch"; expected the code of a language, such as en, nl or pt-BR',
    ),
    (
        "titles: {nl: «[De]}",
        "structure",
        "titles, nl is a list; expected text of at most 60 characters",
    ),
    (
        "spaces: «[{kind: start, zone: ask}, {kind: bell, zone: help}]",
        "structure",
        "spaces has 2 entries; expected 8 to 60 spaces",
    ),
    (
        spaces((0, "{kind: «bell, zone: ask}")),
        "structure",
        "kind is bell; expected start: the first space is where pawns set out",
    ),
    (
        spaces((3, "{kind: «start, zone: ask}")),
        "structure",
        "kind is start; only the first space is start",
    ),
    (
        spaces((3, "{kind: «belle, zone: ask}")),
        "structure",
        'kind is "belle"; expected start, category, choose, bell, twist or mirror',
    ),
    (spaces((3, "{kind: bell, zone: «akk}")), "reference", '"akk" is not a zone of this board'),
    (
        spaces((3, "«{kind: category, zone: ask}")),
        "structure",
        "category is missing; expected the category this space draws from",
    ),
    (
        spaces((3, "{kind: bell, «category: insights, zone: ask}")),
        "structure",
        "category stands on a bell space; expected it on category spaces only",
    ),
    (
        "shape: road\n"
        + spaces(
            (3, "{kind: bell, zone: help}"),
            (4, "{kind: bell, zone: «ask}"),
            (7, "{kind: bell, zone: ask}"),
        ),
        "structure",
        'zone "ask" comes back after another zone; expected its spaces together',
    ),
    (
        "zones:\n  - {id: ask, name: Ask}\n  - {id: help, name: Help}\n  - «{id: tell, name: Tell}",
        "structure",
        "this zone has no spaces; expected one at least",
    ),
    (
        "zones:\n  - {id: ask, name: Ask}\n  - {id: help, name: Help}\n  - {id: «ask, name: Again}",
        "duplicate-id",
        "the id is also that of the zone on line 8",
    ),
    (
        "zones: [{id: ask, name: Ask, picture: «ask.png}, {id: help, name: Help}]",
        "picture",
        '"ask.png" is no picture of the game',
    ),
    ("format: «7", "format", "format is 7, and this version of the game reads format 1"),
]


@pytest.mark.parametrize(("text", "check", "said"), MISTAKES)
def test_a_mistake_sets_the_board_aside(tmp_path: Path, text: str, check: str, said: str) -> None:
    problem = only(tmp_path, text)
    assert (problem.check, problem.text) == (check, said)
    file = board(tmp_path, text)
    assert not file.ready
    with pytest.raises(ContentError) as raised:
        file.in_language("en")
    assert raised.value.problems == (problem,)


def test_on_a_loop_the_last_spaces_may_lie_in_the_zone_of_start(tmp_path: Path) -> None:
    around = spaces(
        (4, "{kind: bell, zone: help}"),
        (5, "{kind: bell, zone: help}"),
        (6, "{kind: bell, zone: ask}"),
        (7, "{kind: bell, zone: ask}"),
    )
    assert board(tmp_path, around).problems == ()
    (problem,) = board(tmp_path, f"shape: road\n{around}").problems
    assert "comes back" in problem.text


@pytest.mark.parametrize(("count", "fits"), [(7, False), (8, True), (60, True), (61, False)])
def test_how_many_spaces_a_board_has(tmp_path: Path, count: int, fits: bool) -> None:
    assert board(tmp_path, spaces(count=count)).ready is fits


def test_two_problems_of_a_space_are_told_by_its_number(tmp_path: Path) -> None:
    found = board(tmp_path, spaces((2, "{kind: bel, zone: asc}"))).problems
    assert [problem.path for problem in found] == ["space 3", "space 3"]


def test_a_board_that_is_no_file_has_a_name_all_the_same(tmp_path: Path) -> None:
    file = read_board(tmp_path / "gone.yaml")
    assert (file.id, file.title, file.ready) == ("gone", "gone", False)
    assert file.problems[0].text == "there is no such file"
