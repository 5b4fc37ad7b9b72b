"""The files of the page, and the one socket: everything there is to be fetched."""

from __future__ import annotations

import json
import logging
from functools import cache
from html import escape
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route, WebSocketRoute

from game.look.theme import TEAM_KEYS
from game.paths import assets_dir
from game.remote.gate import Gate
from game.remote.words import page_words

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.websockets import WebSocket

    from game.remote.guests import Doorkeeper

PAGE = Path(__file__).with_name("page")
FONT = "AtkinsonHyperlegibleNext"
SVG = "image/svg+xml"

log = logging.getLogger("game.remote")


def files() -> dict[str, tuple[Path, str]]:
    """(file, media type) by the path it is fetched at. All of it is public: no secret is in it."""
    art, fonts = assets_dir() / "art", assets_dir() / "fonts"
    scripts = {f"/{path.name}": (path, "text/javascript") for path in sorted(PAGE.glob("*.js"))}
    letters = {f"/{path.name}": (path, "font/ttf") for path in fonts.glob(f"{FONT}*.ttf")}
    drawn = [f"token-{key}{light}.svg" for key in TEAM_KEYS for light in ("", "-stage")]
    tokens = {f"/{name}": (art / name, SVG) for name in drawn}
    return {
        "/": (PAGE / "index.html", "text/html"),
        "/console.css": (PAGE / "console.css", "text/css"),
        "/bell.svg": (art / "bell.svg", SVG),
        **scripts,
        **letters,
        **tokens,
    }


@cache
def _bytes(path: Path) -> bytes:
    return path.read_bytes()


def index() -> str:
    """The page in the language of the moment: it has words before the game has said any."""
    words = page_words()
    told = {**words, "words": json.dumps(words, ensure_ascii=False)}
    text = _bytes(PAGE / "index.html").decode("utf-8")
    return Template(text).substitute({name: escape(word) for name, word in told.items()})


def _route(at: str, path: Path, media: str) -> Route:
    async def answer(_request: Request) -> Response:
        return Response(index() if at == "/" else _bytes(path), media_type=media)

    return Route(at, answer, methods=["GET"])


def application(keeper: Doorkeeper) -> Gate:
    """What uvicorn serves: behind the gate, the page and its socket."""

    async def meet(socket: WebSocket) -> None:
        try:
            await keeper.meet(socket)
        except Exception:
            # Whatever goes wrong with a browser stays with that browser.
            log.exception("console: a connection failed")

    routes = [_route(at, path, media) for at, (path, media) in files().items()]
    app = Starlette(routes=[*routes, WebSocketRoute("/socket", meet)])
    app.router.redirect_slashes = False
    return Gate(app)
