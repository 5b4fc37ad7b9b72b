"""The console's page as it is served: every file of it, to whom it is meant for, and no other."""

from __future__ import annotations

import http.client
from pathlib import Path
from typing import NamedTuple

import pytest

pytest.importorskip("uvicorn", reason="the console needs cx-game[remote]")


from game.remote import server
from game.remote.pages import files
from tests.remote.served import Served


class Answer(NamedTuple):
    """What was answered, read to its end."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes


def fetch(served: Served, path: str, **headers: str) -> Answer:
    host, port = served.host.split(":")
    connection = http.client.HTTPConnection(host, int(port), timeout=10)
    try:
        connection.putrequest("GET", path, skip_host="Host" in headers)
        for name, value in headers.items():
            connection.putheader(name, value)
        connection.endheaders()
        answer = connection.getresponse()
        return Answer(answer.status, answer.headers, answer.read())
    finally:
        connection.close()


def test_every_file_is_there_and_none_is_from_elsewhere(served: Served) -> None:
    for path, (file, _media) in files().items():
        answer = fetch(served, path)
        assert answer.status == 200, path
        if path != "/":
            assert answer.body == file.read_bytes()
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "http:" not in policy
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["server"] is None
    page = fetch(served, "/").body.decode()
    assert "<script type" in page
    assert "$" not in page
    assert "style=" not in page
    assert " onclick" not in page


def test_scripts_and_styles_name_no_other_place() -> None:
    for name, (file, _media) in files().items():
        if name.endswith((".js", ".css")):
            text = file.read_text("utf-8").replace("http://www.w3.org/2000/svg", "")
            assert "http:" not in text, name
            assert "https:" not in text, name
            assert "eval(" not in text, name
            assert "innerHTML" not in text, name


@pytest.mark.parametrize(
    "path", ["/nothing", "/../server.py", "/%2e%2e/server.py", "//", "/console.css/", "/socket"]
)
def test_there_is_nothing_else(served: Served, path: str) -> None:
    assert fetch(served, path).status in (403, 404)


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8740", "127.0.0.1", "0.0.0.0:80", ""]
)
def test_a_name_that_was_made_to_point_here_gets_nothing(served: Served, host: str) -> None:
    answer = fetch(served, "/", Host=host)
    assert answer.status in (400, 421)
    assert b"<script" not in answer.body


def test_only_reading_is_possible(served: Served) -> None:
    host, port = served.host.split(":")
    for method in ("POST", "PUT", "DELETE", "OPTIONS", "TRACE"):
        connection = http.client.HTTPConnection(host, int(port), timeout=10)
        connection.request(method, "/")
        assert connection.getresponse().status == 403
        connection.close()


def test_the_page_is_in_the_package() -> None:
    here = Path(server.__file__).parent / "page"
    assert {path.suffix for path in here.iterdir()} == {".html", ".css", ".js"}
