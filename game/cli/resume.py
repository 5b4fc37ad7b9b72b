"""`cxgame resume`: go on where a session stopped."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from game.app.window import run_session
from game.cli.arguments import add_console, add_window, language
from game.cli.console import console_wished
from game.cli.display import need_display
from game.cli.language import chosen, speak
from game.cli.logs import find_log, open_log
from game.cli.trouble import cannot, say
from game.i18n import _, available
from game.paths import sessions_dir
from game.session.library import Library
from game.session.names import report_folder
from game.session.recent import last_unfinished, recent
from game.session.rereading import sources_of
from game.session.session import Session


def add_arguments(parser: ArgumentParser) -> None:
    """Which session, and where its window goes."""
    parser.add_argument(
        "file",
        nargs="?",
        type=Path,
        metavar=_("FILE"),
        help=_(
            "the file (.cxsession) or the name of a session; if absent, the last that is not "
            "finished"
        ),
    )
    parser.add_argument(
        "--language",
        type=language,
        metavar=_("CODE"),
        help=_("the language of the wall, like nl; if absent, yours, else that of the cards"),
    )
    add_window(parser)
    add_console(parser)


def run(options: Namespace) -> int:
    """Open the session in its window, until that is closed."""
    console = console_wished(options)
    path = find_log(options.file) if options.file is not None else _last()
    need_display()
    library = Library.default()
    session = open_log(lambda: Session.open(path, library.digests()))
    session.sources = sources_of(library, path)
    code = options.language or chosen() or _of_cards(session)
    if code:
        speak(code)
    for notice in session.notices:
        say(str(notice))
    return run_session(session, options.display, options.window, code, console)


def _of_cards(session: Session) -> str | None:
    """Their language, where the wall speaks it; None: what the machine is set to.

    It was given to `cxgame play`, and nothing but the session remembers it.
    """
    code = session.header.language
    return code if code.partition("-")[0] in available() else None


def _last() -> Path:
    info = last_unfinished(sessions_dir())
    if info is not None:
        return info.path
    told = _("There is no session to go on with in {folder}.").format(folder=sessions_dir())
    raise cannot(f"{told} {_unreported()}".rstrip())


def _unreported() -> str:
    """How the report is had that the program was stopped in the middle of writing; "" for none."""
    for info in recent(sessions_dir(), most=1):
        if info.finished and not report_folder(info.path).is_dir():
            return _(
                'The one played last is over: cxgame report "{file}" makes its report.'
            ).format(file=info.path)
    return ""
