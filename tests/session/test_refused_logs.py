"""What cannot be opened is refused with its reason, and left alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.session.faults import LogError, LogFault
from game.session.session import Session
from tests.session.evening import begun, reopened


class TestRefused:
    @pytest.mark.parametrize(
        ("data", "reason"),
        [
            (b"", LogFault.EMPTY),
            (bytes(4096), LogFault.EMPTY),
            (b"\n\n", LogFault.EMPTY),
            (b"PK\x03\x04", LogFault.NOT_A_SESSION),
            (b"[" * 200_000 + b"\n{}\n", LogFault.NOT_A_SESSION),
            (b"hello\nworld\n", LogFault.NOT_A_SESSION),
            (b"[1]\n{}\n", LogFault.NOT_A_SESSION),
            (b'{"format":1}\n{}\n', LogFault.NOT_A_SESSION),
            (b'{"format":2,"seed":1}\n{}\n', LogFault.NEWER),
            (b'{"format":2,"seed":1,"new":[]}\n', LogFault.NEWER),
            (b'{"format":1,"seed":1}\n{}\n', LogFault.BROKEN),
            (b'{"format":"1","seed":1}\n{}\n', LogFault.NOT_A_SESSION),
        ],
    )
    def test_what_is_no_session_is_refused_and_left_alone(
        self, path: Path, data: bytes, reason: LogFault
    ) -> None:
        path.write_bytes(data)
        with pytest.raises(LogError) as caught:
            Session.open(path)
        assert caught.value.reason is reason
        assert path.name in str(caught.value)
        assert path.read_bytes() == data
        assert [p.name for p in path.parent.iterdir()] == [path.name]

    @pytest.mark.parametrize("place", ["", "nowhere/a.cxsession", "a\0b"])
    def test_what_cannot_be_read_is_refused(self, tmp_path: Path, place: str) -> None:
        with pytest.raises(LogError) as caught:
            Session.open(tmp_path / place)
        assert caught.value.reason is LogFault.UNREADABLE
        assert len(caught.value.detail) > 10

    @pytest.mark.parametrize(
        ("line", "change", "where"),
        [
            (1, {"teams": []}, "no_teams"),
            (1, {"teams": [["A", "orange"], ["a ", "sky"]]}, "name_taken"),
            (1, {"teams": [["A"]]}, "teams.0"),
            (1, {"hat": 1}, "hat"),
            (2, {"board": {}}, "board: Board lacks"),
            (2, {"plan": 7}, "plan: 7"),
            (2, {"pictures": {"a.png": "***"}}, "pictures"),
            (2, {"pictures": []}, "pictures"),
            (2, {"more": 1}, "more"),
        ],
    )
    def test_a_broken_head_says_what_is_broken(
        self, path: Path, line: int, change: dict[str, object], where: str
    ) -> None:
        begun(path).close()
        lines = path.read_bytes().splitlines(keepends=True)
        plain = json.loads(lines[line - 1]) | change
        lines[line - 1] = json.dumps(plain).encode() + b"\n"
        path.write_bytes(b"".join(lines))
        with pytest.raises(LogError) as caught:
            Session.open(path)
        assert caught.value.reason is LogFault.BROKEN
        assert where in caught.value.detail
        assert caught.value.line == line
        assert where in str(caught.value)

    def test_a_content_no_loader_would_pass_is_refused(self, path: Path) -> None:
        begun(path).close()
        first, second, *_ = path.read_bytes().splitlines(keepends=True)
        plain = json.loads(second)
        plain["content"]["cards"] = []
        path.write_bytes(first + json.dumps(plain).encode() + b"\n")
        with pytest.raises(LogError) as caught:
            Session.open(path)
        assert caught.value.reason is LogFault.BROKEN

    def test_a_second_player_is_told(self, path: Path) -> None:
        session = begun(path)
        with pytest.raises(LogError) as caught:
            Session.open(path)
        assert caught.value.reason is LogFault.IN_USE
        session.close()
        reopened(path)
        assert [p.name for p in path.parent.iterdir()] == [path.name]

    def test_a_second_player_who_comes_by_a_link_is_told_too(self, path: Path) -> None:
        session = begun(path)
        link = path.with_name("link.cxsession")
        link.symlink_to(path)
        with pytest.raises(LogError) as caught:
            Session.open(link)
        assert caught.value.reason is LogFault.IN_USE
        session.close()
        opened = Session.open(link)
        with pytest.raises(LogError) as caught:
            Session.open(path)
        assert caught.value.reason is LogFault.IN_USE
        opened.close()

    def test_a_refused_file_can_be_opened_once_it_is_mended(self, path: Path) -> None:
        begun(path).close()
        whole = path.read_bytes()
        path.write_bytes(b"oops")
        with pytest.raises(LogError):
            Session.open(path)
        path.write_bytes(whole)
        reopened(path)
