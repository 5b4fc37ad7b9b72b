"""After thirty days somebody is asked; whoever answered is not asked again."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.session.faults import LogError, LogFault
from game.session.keeping import (
    DAY_SECONDS,
    DAYS,
    MOST_MARKS,
    is_mark,
    kept_with,
    mark,
    overdue,
)
from game.session.recent import SessionInfo

NOW = 1_790_000_000.0
"""The time that is told, as a POSIX timestamp."""


def played(name: str, days: float, fault: LogError | None = None) -> SessionInfo:
    path = Path(f"/kept/{name}.cxsession")
    return SessionInfo(path=path, played=NOW - days * DAY_SECONDS, fault=fault)


def test_only_what_is_older_than_thirty_days_is_asked_about() -> None:
    fault = LogError(Path("/kept/broken.cxsession"), LogFault.BROKEN)
    ages = {"fresh": 0, "nearly": DAYS - 0.01, "at": DAYS, "old": DAYS + 0.01, "tomorrow": -2}
    sessions = [played(name, days) for name, days in ages.items()]
    sessions.append(played("broken", 400, fault=fault))
    assert [one.path.stem for one in overdue(sessions, NOW, ())] == ["old", "broken"]
    assert [one.path.stem for one in overdue(sessions, NOW + DAY_SECONDS, ())] == [
        "nearly", "at", "old", "broken",
    ]  # fmt: skip


def test_what_is_kept_is_not_asked_about_again() -> None:
    one, other = played("one", 31), played("Zoë’s other", 365)
    kept = kept_with((), [one.path], [one, other])
    assert overdue([one, other], NOW, kept) == [other]
    kept = kept_with(kept, [other.path], [one, other])
    assert overdue([one, other], NOW + 1000 * DAY_SECONDS, kept) == []


def test_of_a_session_that_went_no_mark_is_left() -> None:
    one, other = played("one", 31), played("other", 31)
    kept = kept_with((), [one.path, other.path], [one, other])
    assert kept_with(kept, [], [other]) == (mark(other.path),)


def test_a_mark_tells_no_name() -> None:
    path = Path("/kept/2026-03-14 Kick-off.cxsession")
    assert is_mark(mark(path))
    assert mark(path) == mark(Path("/elsewhere") / path.name) != mark(path.with_name("x"))
    assert is_mark(mark(Path("half \udc80 a name")))


def test_a_mark_remembered_by_an_earlier_version_is_known() -> None:
    assert mark(Path("/kept/evening.cxsession")) == "91ad0b355211e420"


@pytest.mark.parametrize("value", ["", "0" * 15, "0" * 17, "G" * 16, 1234567890123456, None])
def test_what_is_no_mark(value: object) -> None:
    assert not is_mark(value)


def test_no_more_is_remembered_than_settings_take() -> None:
    many = [played(str(n), 40) for n in range(MOST_MARKS + 5)]
    kept = kept_with((), [one.path for one in many], many)
    assert len(kept) == MOST_MARKS
    assert overdue(many, NOW, kept) == many[:5]


def test_a_session_of_practising_has_a_mark_of_its_own() -> None:
    path = Path("/kept/2026-03-14 Practise.cxsession")
    practised = path.parent / "practise" / path.name
    assert is_mark(mark(practised))
    assert mark(practised) != mark(path)
