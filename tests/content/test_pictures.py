"""Pictures: the game's own by name, a deck's by a file that can be trusted."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal
from unicodedata import normalize

import pytest

from game.content import ContentError, load_deck, media, merge, shelf
from game.content.shelf import PICTURE, own_pictures
from game.paths import MissingFolderError
from tests.content.author import load, only_problem, sound, write_deck
from tests.content.drawings import SVG, chunk, jpeg, png, put

CUT_OFF = "is cut off: its end is missing"


def showing(picture: str) -> str:
    return f"mirrors: [{{id: a, title: A, prompt: P, picture: {picture}}}]\n"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("coffee.svg", SVG),
        ("coffee.svg", b"\xef\xbb\xbf<?xml version='1.0'?>\n<!DOCTYPE svg>\n" + SVG),
        ("pictures/coffee.svg", SVG),
        ("a b/Kopje koffie é.SVG", SVG),
        ("a.png", png(8192, 1)),
        ("a.jpg", jpeg(640, 480)),
        ("a.jpeg", jpeg(8192, 8192, frame=0xC2)),
        ("padded.jpg", jpeg(4, 4).replace(b"\xff\xc0", b"\xff\xff\xff\xc0")),
        (
            "linked.svg",
            b'<svg><use href="#a"/><image href="data:image/png;base64,xx"/>'
            b'<rect fill="url(#g)"/><a xmlns:x="http://x.org/"/></svg>',
        ),
    ],
)
def test_a_picture_that_can_be_shown(tmp_path: Path, name: str, data: bytes) -> None:
    put(tmp_path, name, data)
    file = sound(tmp_path, showing(name))
    assert media([file]) == {f"example/{name}": data}


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.png", SVG, 'the picture "a.png" is no PNG, whatever its ending says'),
        (
            "a.png",
            png(60_000, 60_000),
            'the picture "a.png" is 60000 × 60000 pixels; expected at most 8192 on a side',
        ),
        ("a.png", png(0, 5), 'the picture "a.png" has no pixels'),
        ("a.png", png(1, 1)[:20], 'the picture "a.png" is no PNG, whatever its ending says'),
        ("a.jpg", png(1, 1), 'the picture "a.jpg" is no JPG, whatever its ending says'),
        (
            "a.jpg",
            jpeg(8193, 4),
            'the picture "a.jpg" is 8193 × 4 pixels; expected at most 8192 on a side',
        ),
        (
            "a.jpg",
            b"\xff\xd8\xff\xe0\x00\x00" * 9,
            'the picture "a.jpg" is no JPG, whatever its ending says',
        ),
        ("a.png", png(9, 9)[:40], f'the picture "a.png" {CUT_OFF}'),
        ("a.png", png(9, 9)[:-12], f'the picture "a.png" {CUT_OFF}'),
        ("a.png", png(9, 9)[:-1], f'the picture "a.png" {CUT_OFF}'),
        (
            "a.png",
            png(9, 9).replace(b"IDAT", b"IDOT"),
            'the picture "a.png" is damaged: its checksum is wrong',
        ),
        (
            "a.png",
            png(9, 9)[:33] + chunk(b"IEND", b""),
            'the picture "a.png" has no pixels',
        ),
        ("a.jpg", jpeg(9, 9)[:-2], f'the picture "a.jpg" {CUT_OFF}'),
        ("a.jpg", jpeg(9, 9)[:-24], f'the picture "a.jpg" {CUT_OFF}'),
        (
            "a.jpg",
            # The preview in its header is whole.
            jpeg(9, 9).replace(b"JFIF\x00\x00\x00", b"JFIF\x00\xff\xd9")[:-2],
            f'the picture "a.jpg" {CUT_OFF}',
        ),
        ("a.svg", SVG[:-6], f'the picture "a.svg" {CUT_OFF}'),
        ("a.svg", SVG[:70], f'the picture "a.svg" {CUT_OFF}'),
        (
            "a.svg",
            b"<svg><style>@import 'http://x.org/a.css';</style></svg>",
            'the picture "a.svg" refers to something outside itself, which will not be shown',
        ),
        (
            "a.svg",
            b'<?xml-stylesheet href="a.css"?><svg/>',
            'the picture "a.svg" refers to something outside itself, which will not be shown',
        ),
        ("a.svg", b"", 'the picture "a.svg" is no SVG, whatever its ending says'),
        ("a.svg", b"<html></html>", 'the picture "a.svg" is no SVG, whatever its ending says'),
        (
            "a.svg",
            b'<!DOCTYPE svg [<!ENTITY a "b">]><svg/>',
            'the picture "a.svg" defines entities, which are not shown',
        ),
        (
            "a.svg",
            b'<svg><image xlink:href="http://x.org/a.png"/></svg>',
            'the picture "a.svg" refers to something outside itself, which will not be shown',
        ),
        (
            "a.svg",
            b"<svg><image HREF = 'file:///etc/passwd'/></svg>",
            'the picture "a.svg" refers to something outside itself, which will not be shown',
        ),
        (
            "a.svg",
            b"<svg><style>a{fill:url( 'b.svg#c')}</style></svg>",
            'the picture "a.svg" refers to something outside itself, which will not be shown',
        ),
        (
            "a.svg",
            b" " * (PICTURE.most_bytes + 1),
            'the picture "a.svg" cannot be shown: the file is too large; expected at most 5 MB',
        ),
        ("a.gif", b"GIF89a", '"a.gif" is no picture the wall can show'),
        ("Coffee.svg", None, 'the picture "Coffee.svg" cannot be shown: there is no such file'),
        ("../a.svg", None, '"../a.svg" leads out of the folder of the deck'),
        ("x/../../a.svg", None, '"x/../../a.svg" leads out of the folder of the deck'),
        ("/etc/a.svg", None, '"/etc/a.svg" is no path beside the deck'),
        ("~/a.svg", None, '"~/a.svg" is no path beside the deck'),
        ("'C:/a.svg'", None, '"C:/a.svg" is no path beside the deck'),
        ("'http://x.org/a.svg'", None, '"http://x.org/a.svg" is no path beside the deck'),
        (r"pictures\a.svg", None, r'"pictures\a.svg" has a backslash in it'),
        ("custmer-wim", None, '"custmer-wim" is no picture of the game'),
        ("a.svg/", None, 'the picture "a.svg/" cannot be shown: there is no such file'),
        ("'.'", None, '"." is no picture the wall can show'),
    ],
)
def test_a_picture_that_cannot_be_shown_is_told_before_play(
    tmp_path: Path, name: str, data: bytes | None, said: str
) -> None:
    if data is not None:
        put(tmp_path, name, data)
    problem = only_problem(tmp_path, showing(f"«{name}"))
    assert (problem.path, problem.text, problem.check) == ('mirror "a"', said, "picture")


def test_the_nearest_picture_is_named(tmp_path: Path) -> None:
    put(tmp_path, "pictures/coffee.svg", SVG)
    assert only_problem(tmp_path, showing("«pictures/cofee.svg")).hint == (
        'did you mean "coffee.svg"?'
    )
    assert only_problem(tmp_path, showing("«custmer-wim")).hint == 'did you mean "customer-wim"?'
    assert only_problem(tmp_path, showing("«qqqqqq")).hint == (
        "a picture of the deck is named with its ending: coffee.svg"
    )


def test_a_name_that_only_some_systems_find_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """macOS and Windows find `Coffee.svg` under `coffee.svg`; the laptop in the room may not."""
    put(tmp_path, "coffee.svg", SVG)
    monkeypatch.setattr(shelf, "read_bytes", lambda _path, _most: SVG)
    problem = only_problem(tmp_path, showing("«Coffee.svg"))
    assert problem.text == 'the picture "Coffee.svg" is spelt otherwise on the disk'
    assert problem.hint == 'did you mean "coffee.svg"?'


@pytest.mark.parametrize(("typed", "there"), [("NFC", "NFD"), ("NFD", "NFC")])
def test_an_accent_that_is_written_in_the_other_way_is_the_same_name(
    tmp_path: Path, typed: Literal["NFC", "NFD"], there: Literal["NFC", "NFD"]
) -> None:
    """A zip that a Mac made gives other systems names with their accents beside the letters."""
    name = "piè/café.svg"
    put(tmp_path, normalize(there, name), SVG)
    deck = load(tmp_path, showing(normalize(typed, name)))
    assert deck.problems == ()
    assert list(media([deck]).values()) == [SVG]


def test_of_two_files_whose_names_look_alike_the_very_one_that_is_named_is_shown(
    tmp_path: Path,
) -> None:
    name, other = "café.svg", SVG.replace(b"<svg", b"<svg id='other'", 1)
    put(tmp_path, normalize("NFD", name), SVG)
    put(tmp_path, normalize("NFC", name), other)
    if len(list(tmp_path.iterdir())) < 2:
        pytest.skip("this disk holds them for one")
    for named, picture in ((normalize("NFD", name), SVG), (normalize("NFC", name), other)):
        deck = load(tmp_path, showing(named))
        assert list(media([deck]).values()) == [picture]


def test_a_folder_in_place_of_a_picture(tmp_path: Path) -> None:
    (tmp_path / "a.svg").mkdir()
    assert only_problem(tmp_path, showing("«a.svg")).text.endswith(
        "this is a folder; expected a file"
    )


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_links_out_of_the_folder_and_in_a_circle(tmp_path: Path) -> None:
    put(tmp_path, "secret.svg", SVG)
    deck = tmp_path / "deck"
    deck.mkdir()
    (deck / "out.svg").symlink_to(tmp_path / "secret.svg")
    (deck / "round.svg").symlink_to(deck / "round.svg")
    (deck / "folder").symlink_to(tmp_path)
    (deck / "fine.svg").symlink_to("real.svg")
    put(deck, "real.svg", SVG)
    for name in ("out.svg", "folder/secret.svg"):
        assert only_problem(deck, showing(f"«{name}")).text == (
            f'"{name}" is a link out of the folder of the deck'
        )
    assert only_problem(deck, showing("«round.svg")).check == "picture"
    assert load(deck, showing("fine.svg")).problems == ()


def test_a_drawing_of_blanks_is_looked_at_in_no_time(tmp_path: Path) -> None:
    put(tmp_path, "a.svg", b"<svg>url(" + b" " * 4_000_000 + b"src" + b" " * 900_000 + b"</svg>")
    assert load(tmp_path, showing("a.svg")).ready is False


def test_icons_of_categories_are_named_without_their_prefix(tmp_path: Path) -> None:
    assert load(tmp_path, "categories: [{id: insights, name: I, icon: design}]").problems == ()
    put(tmp_path, "own.svg", SVG)
    assert load(tmp_path, "categories: [{id: insights, name: I, icon: own.svg}]").problems == ()
    problem = only_problem(tmp_path, "categories: [{id: insights, name: I, icon: «cat-design}]")
    assert problem.sentence == (
        'category "insights": "cat-design" is no icon of the game; did you mean "design"?'
    )
    problem = only_problem(tmp_path, "categories: [{id: insights, name: I, icon: «qqq}]")
    assert problem.hint.startswith("expected backbone, carry, change, culture, design, ")


def test_the_games_own_pictures_are_those_that_ship() -> None:
    assert {"cat-insights", "customer-wim", "letter"} <= own_pictures()


def test_a_damaged_installation_refuses_no_deck_for_its_pictures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> Path:
        raise MissingFolderError("assets", ())

    monkeypatch.setattr("game.paths.assets_dir", missing)
    own_pictures.cache_clear()
    try:
        assert load(tmp_path, showing("whatever")).problems == ()
    finally:
        own_pictures.cache_clear()


def test_pictures_are_too_large_together(tmp_path: Path) -> None:
    for number in range(5):
        put(tmp_path, f"{number}.svg", SVG + b" " * 4_500_000)
    text = "mirrors:\n" + "".join(
        f"  - {{id: m{number}, title: A, prompt: P, picture: {'«' * (number == 4)}{number}.svg}}\n"
        for number in range(5)
    )
    problem = only_problem(tmp_path, text)
    assert problem.text == 'with "4.svg" pictures and sounds are larger than 20 MB together'


def test_pictures_of_several_decks_are_too_large_together(tmp_path: Path) -> None:
    files = []
    for name in ("one", "two"):
        for number in range(3):
            put(tmp_path / name, f"{number}.svg", SVG + b" " * 4_500_000)
        files.append(
            load(
                tmp_path / name,
                f"id: {name}\nmirrors:\n"
                + "".join(
                    f"  - {{id: m{number}, title: A, prompt: P, picture: {number}.svg}}\n"
                    for number in range(3)
                ),
            )
        )
    assert len(media(files[:1])) == 3
    with pytest.raises(ContentError, match="larger than 20 MB together"):
        media(files)


def test_a_picture_that_vanished_since_is_told(tmp_path: Path) -> None:
    put(tmp_path, "a.svg", SVG)
    file = sound(tmp_path, showing("a.svg"))
    (tmp_path / "a.svg").unlink()
    with pytest.raises(ContentError, match="there is no such file"):
        media([file])


def test_every_picture_of_a_deck_goes_along_once(tmp_path: Path) -> None:
    for name in ("card.svg", "twist.svg", "both.svg", "wim.svg", "icon.svg"):
        put(tmp_path, name, SVG + name.encode())
    file = sound(
        tmp_path,
        """\
categories: [{id: insights, name: Insights, icon: icon.svg}]
cards:
  - {id: a, kind: open, category: insights, title: A, prompt: P, picture: card.svg}
  - {id: b, kind: open, category: insights, title: B, prompt: P, picture: letter}
twists: [{id: t, title: T, prompt: P, picture: twist.svg, effects: [{who: all, spaces: 1}]}]
mirrors: [{id: m, title: M, prompt: P, picture: both.svg}]
personas:
  - {id: p, name: P, line: L, picture: wim.svg}
  - {id: q, name: Q, line: L, picture: both.svg}
""",
    )
    carried = media([file])
    assert carried.keys() == {
        f"example/{name}.svg" for name in ("card", "twist", "both", "wim", "icon")
    }
    assert carried["example/wim.svg"] == SVG + b"wim.svg"
    content = merge([file], "en")
    shown = {
        entry.picture
        for entry in (*content.cards, *content.twists, *content.mirrors, *content.personas)
    } | {content.categories[0].icon}
    assert shown == carried.keys() | {"letter"}


def test_a_changed_picture_changes_the_digest(tmp_path: Path) -> None:
    put(tmp_path, "a.svg", SVG)
    write_deck(tmp_path, showing("a.svg"))
    before = load_deck(tmp_path).digest
    put(tmp_path, "a.svg", SVG + b" ")
    assert load_deck(tmp_path).digest != before
    put(tmp_path, "b.svg", SVG)  # which no card shows
    put(tmp_path, "a.svg", SVG)
    assert load_deck(tmp_path).digest == before
