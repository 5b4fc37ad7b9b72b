"""`cxgame demo`: bots play a whole game, in a window or off-screen.

They act through a `Session` like everybody else. With `--out` the folder holds the log
(`demo.cxsession`), `standings.json` and a picture of each screen met.
"""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from game.app.window import run_demo
from game.cli.arguments import SEEDS, add_content, add_teams, add_window, whole
from game.cli.choices import set_up, speak_wished
from game.cli.display import need_display
from game.cli.tables import table
from game.cli.trouble import DONE, Ended, cannot, say
from game.content.disk import write_whole
from game.i18n import _
from game.i18n.system import why
from game.paths import FolderError, ensure
from game.rules.scoring import standings
from game.rules.state import Phase, State
from game.session.bots import Bots, Seen, play_out
from game.session.entry import Entry
from game.session.folders import folder_told
from game.session.session import Session
from game.session.summary import summary

LOG = "demo.cxsession"
STANDINGS = "standings.json"
PICTURE_SIZE = (1920, 1080)


def add_arguments(parser: ArgumentParser) -> None:
    """What is played, how fast, and where it is kept."""
    add_content(parser)
    add_teams(parser, 4)
    parser.add_argument(
        "--seed",
        type=whole(*SEEDS),
        default=1,
        metavar="N",
        help=_("a number for chance: the same one gives the same game; if absent, %(default)s"),
    )
    parser.add_argument(
        "--fast", action="store_true", help=_("play without a window and without waiting")
    )
    parser.add_argument(
        "--out",
        type=Path,
        metavar=_("FOLDER"),
        help=_("keep the log, the standings and a picture of each screen in this folder"),
    )
    add_window(parser)


def run(options: Namespace) -> int:
    """Play the demo to its end and say how it ended."""
    speak_wished(options)
    setup = set_up(options, teams=options.teams, seed=options.seed)
    if not options.fast:
        need_display()
    log = None if options.out is None else _fresh_log(options.out)
    session = Session.create(log, setup.header(_now()))
    try:
        session.wait_saved()
        _need_saved(session)  # a disk that is full is told now, not after a whole game
        code = _play(session, Bots(options.seed), options)
        saved = session.wait_saved()
        trouble = session.trouble
    finally:
        session.close()
        if log is not None:
            _leave_none_empty(log)
    if session.state.phase in (Phase.PODIUM, Phase.DEBRIEF, Phase.OVER):
        print(_told(session.state))
    if options.out is not None:
        _write_standings(session, options.out)
    if not saved:
        raise cannot(str(trouble) if trouble else _("The log could not be saved."))
    if options.out is not None:
        say(
            _("Kept in {folder}: {log}, {standings} and the pictures.").format(
                folder=options.out, log=LOG, standings=STANDINGS
            )
        )
    return code


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")


def _fresh_log(out: Path) -> Path:
    """Where the log goes; a demo begins it anew each time."""
    log = out / LOG
    try:
        ensure(out)
        log.unlink(missing_ok=True)
    except FolderError as error:
        raise cannot(folder_told(error)) from None
    except OSError as error:
        raise _unwritable(log, error) from None
    return log


def _unwritable(path: Path, error: OSError) -> Ended:
    return cannot(_("{file} cannot be written: {detail}.").format(file=path, detail=why(error)))


def _need_saved(session: Session) -> None:
    """End here where the log is not being kept."""
    if session.trouble is not None:
        raise cannot(str(session.trouble))


def _leave_none_empty(log: Path) -> None:
    """A log of which nothing could be written is no log."""
    with suppress(OSError):
        if log.stat().st_size == 0:
            log.unlink()


def _play(session: Session, bots: Bots, options: Namespace) -> int:
    if options.fast:
        try:
            play_out(session, bots, _recorder(session, options))
        except OSError as error:  # a picture; the log itself never raises
            raise _unwritable(options.out, error) from None
        return DONE
    met: list[tuple[State, int]] = [(session.state, 0)]

    def note(entry: Entry, state: State) -> None:
        met.append((state, entry.at))

    session.subscribe(note)
    code = run_demo(session, bots, options.display, options.window, options.language)
    # Pictures are made when the show is over: they must not make the window stutter.
    seen = _recorder(session, options)
    try:
        for state, at in met:
            seen(state, at)
    except OSError as error:
        raise _unwritable(options.out, error) from None
    return code


def _recorder(session: Session, options: Namespace) -> Seen:
    """What makes a picture of each screen met; nothing without a folder to keep them in."""
    if options.out is None:
        return lambda state, at: None
    from game.app.gallery import Recorder
    from game.app.machine import keep_diagnostics

    # A scene that fails is drawn plainly and noted there, not on the terminal.
    keep_diagnostics()
    size = options.window or PICTURE_SIZE
    recorder = Recorder(options.out, size, pictures=session.header.pictures)

    def see(state: State, at: int) -> None:
        _need_saved(session)
        recorder.see(state, at)

    return see


def _write_standings(session: Session, out: Path) -> None:
    path = out / STANDINGS
    text = json.dumps(summary(session.state, session.last_at), indent=1, ensure_ascii=False)
    try:
        write_whole(path, (text + "\n").encode())
    except OSError as error:
        raise _unwritable(path, error) from None


def _told(state: State) -> str:
    rows = [
        [str(standing.place), standing.team.name, str(standing.team.customers)]
        for standing in standings(state.teams)
    ]
    return table([_("place"), _("team"), _("happy customers")], rows, right=(0, 2))
