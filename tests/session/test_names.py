"""Names of session files are safe on every system and never overwrite one another."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.session.names import file_name, followed, numbered, safe_name

DAY = "2026-03-14T19:30:00+01:00"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Kick-off", "2026-03-14 Kick-off.cxsession"),
        ("", "2026-03-14.cxsession"),
        ("  \t ", "2026-03-14.cxsession"),
        ("Sales/Service: Q1?", "2026-03-14 Sales-Service- Q1.cxsession"),
        ("../../etc", "2026-03-14 etc.cxsession"),
        ("the end...", "2026-03-14 the end.cxsession"),
        ("a\nb\0c", "2026-03-14 a b c.cxsession"),
        ("half \ud83d", "2026-03-14 half.cxsession"),
        ("Café 🎉", "2026-03-14 Café 🎉.cxsession"),
        ("Cafe\u0301", "2026-03-14 Café.cxsession"),
    ],
)
def test_a_name_is_kept_as_far_as_file_systems_take_it(name: str, expected: str) -> None:
    assert file_name(DAY, name) == expected


@given(st.text(st.characters(exclude_categories=())), st.text(max_size=30))
def test_any_name_makes_a_file(name: str, created: str) -> None:
    made = file_name(created, name)
    assert len(made.encode()) < 200
    assert not set(made) & set('<>:"/\\|?*')
    assert made == made.strip()
    assert made.isprintable()
    assert made.endswith(".cxsession")


@pytest.mark.parametrize("name", ["CON", "nul", "Aux.2", "com1", "LPT³", "prn .x"])
def test_no_file_is_called_as_a_device_of_windows(name: str) -> None:
    """There, writing `Con.html` writes to the console, in whatever folder."""
    for made in (safe_name(name), Path(file_name("", name)).stem):
        assert made.partition(".")[0] == name.partition(".")[0] + "_"
    assert file_name(DAY, name) == f"2026-03-14 {name}.cxsession"


def test_names_that_only_begin_like_a_device_stay() -> None:
    assert [safe_name(name) for name in ("Contact", "Nulpunt", "com10")] == [
        "Contact", "Nulpunt", "com10",
    ]  # fmt: skip


def test_a_long_name_is_not_cut_in_mid_character() -> None:
    assert file_name(DAY, "🎉" * 100) == f"2026-03-14 {'🎉' * 30}.cxsession"


def test_numbers_come_before_the_suffix() -> None:
    names = [path.name for path in islice(numbered(Path("a.cxsession")), 3)]
    assert names == ["a.cxsession", "a 2.cxsession", "a 3.cxsession"]


def test_a_link_is_followed_to_its_file(tmp_path: Path) -> None:
    file, link, round_ = (tmp_path / name for name in ("file", "link", "round"))
    file.touch()
    link.symlink_to(file)
    round_.symlink_to(round_)
    assert followed(link) == file.resolve()
    assert followed(file) == file
    assert followed(round_).name == "round"
    assert followed(Path("a\0b")) == Path("a\0b")
