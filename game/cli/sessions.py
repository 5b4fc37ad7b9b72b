"""`cxgame sessions`: what is kept, and how it is erased.

cxgame sessions                          list the sessions on this computer
cxgame sessions --practise               list those of practising, which are kept apart
cxgame sessions erase SESSION            erase one wholly, with its report
cxgame sessions erase SESSION --words …  erase what a person said from one
"""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from game.cli.logs import named, open_log
from game.cli.tables import table
from game.cli.trouble import DONE, PROBLEMS, cannot, say, wrong_use
from game.content.disk import shown
from game.content.suggest import closest
from game.i18n import _, ngettext
from game.paths import practise_dir, sessions_dir
from game.report.session.visible import visible
from game.session.erasing import (
    EraseError,
    Found,
    all_of,
    copies_of,
    erase,
    erase_session,
    look_for,
)
from game.session.names import SUFFIX
from game.session.recent import SessionInfo, recent
from game.session.typed import Wanted

_YES = ("y", "yes", "j", "ja")


def add_arguments(parser: ArgumentParser) -> None:
    """What to do with which session."""
    parser.add_argument(
        "do", nargs="?", choices=("list", "erase"), default="list", metavar="list|erase",
        help=_("list the sessions, or erase one; if absent, list"),
    )  # fmt: skip
    parser.add_argument(
        "session",
        nargs="?",
        metavar=_("SESSION"),
        help=_("the session to erase: its name, or its file"),
    )
    parser.add_argument(
        "--words", action="append", default=[], metavar=_("TEXT"),
        help=_("erase only what was typed with this in it: a name, a sentence; may be repeated"),
    )  # fmt: skip
    parser.add_argument(
        "--team", action="append", default=[], metavar=_("NAME"),
        help=_("erase only this team’s name, insights and plans; may be repeated"),
    )  # fmt: skip
    parser.add_argument(
        "--practise", action="store_true",
        help=_("take the sessions of practising, which are kept apart"),
    )  # fmt: skip
    parser.add_argument("--yes", action="store_true", help=_("erase without asking first"))
    parser.add_argument(
        "--json", action="store_true", help=_("print the list as JSON, for a program")
    )


def run(options: Namespace) -> int:
    """List, or erase after asking."""
    if options.do == "list":
        if options.words or options.team:
            raise wrong_use(_("Which session? Use: cxgame sessions erase SESSION --words TEXT"))
        return _list(options)
    if options.session is None:
        raise wrong_use(_("Which session? `cxgame sessions` lists them."))
    path = _find(options.session, practised=options.practise)
    if options.words or options.team:
        return _erase_words(path, options)
    return _erase_whole(path, options.yes)


def _list(options: Namespace) -> int:
    folder = practise_dir() if options.practise else sessions_dir()
    infos = recent(folder)
    if options.json:
        # In ASCII: a terminal that lacks a letter must not make another document of it.
        print(json.dumps([_plain(info) for info in infos], indent=1))
        return DONE
    if infos:
        _print(infos)
        say(_("They lie in {folder}, and nowhere else.").format(folder=shown(folder)))
    else:
        none = _("No sessions of practising are kept.")
        say(none if options.practise else _("No sessions are kept."))
    n = 0 if options.practise else len(recent(practise_dir()))
    if n:
        more = ngettext(
            "{n} session of practising is kept apart: cxgame sessions --practise",
            "{n} sessions of practising are kept apart: cxgame sessions --practise",
            n,
        )
        say(more.format(n=n))
    return DONE


def _print(infos: Sequence[SessionInfo]) -> None:
    heads = [_("session"), _("played"), _("teams"), _("state"), _("kB"), _("file")]
    print(table(heads, [_row(info) for info in infos], right=[2, 4]))


def _row(info: SessionInfo) -> list[str]:
    teams = str(len(info.head.teams)) if info.head else ""
    name = _one_line(info.name)
    return [name, _played(info), teams, _state(info), str(_kilobytes(info)), shown(info.path.name)]


def _one_line(text: str) -> str:
    """What somebody typed, fit for a terminal, which some characters would write on elsewhere."""
    return " ".join(visible(text).split())


def _state(info: SessionInfo) -> str:
    if info.fault is not None:
        return _("cannot be opened")
    return _("finished") if info.finished else _("not finished")


def _played(info: SessionInfo) -> str:
    when = _last_played(info)
    return f"{when:%Y-%m-%d %H:%M}" if when is not None else "–"


def _last_played(info: SessionInfo) -> datetime | None:
    """By this machine's clock; None on a disk whose clock is off by millennia."""
    try:
        return datetime.fromtimestamp(info.played, UTC).astimezone()
    except (OverflowError, OSError, ValueError):
        return None


def _kilobytes(info: SessionInfo) -> int:
    """With its copies and its report."""
    files = [info.path, *copies_of(info.path)]
    total = 0
    for file in files:
        with suppress(OSError):  # erased while we look
            inside = file.rglob("*") if file.is_dir() else (file,)
            total += sum(one.stat().st_size for one in inside if one.is_file())
    return -(-total // 1000)


def _plain(info: SessionInfo) -> dict[str, object]:
    when = _last_played(info)
    return {
        "name": info.name,
        "file": str(info.path),
        "created": info.head.created if info.head else None,
        "played": when.isoformat(timespec="seconds") if when is not None else None,
        "teams": [name for name, _colour in info.head.teams] if info.head else [],
        "finished": info.finished,
        "kilobytes": _kilobytes(info),
        "copies": [str(copy) for copy in copies_of(info.path)],
        "fault": str(info.fault) if info.fault else None,
    }


def _find(word: str, *, practised: bool) -> Path:
    """The file of that path, or the session of that name: one of people before one of practising.

    With `practised` of these alone.
    """
    path = Path(word)
    try:
        if path.is_file():
            # What is erased is gone: only a file that is called a session is taken for one.
            if path.suffix.lower() == SUFFIX:
                return path
            told = _("{file} is not a session of this game.").format(file=path.name)
            raise wrong_use(told)
    except (OSError, ValueError):  # a name too long, a NUL: it can still be what one is called
        pass
    folders = (practise_dir(),) if practised else (sessions_dir(), practise_dir())
    infos: list[SessionInfo] = []
    for folder in folders:
        infos += (there := recent(folder))
        found = named(word, there)
        if found is not None:
            return found
    near = closest(word, [info.name for info in infos])
    hint = " " + _("Did you mean “{name}”?").format(name=near) if near else ""
    raise wrong_use(_("There is no session “{name}”.").format(name=word) + hint)


def _erase_words(path: Path, options: Namespace) -> int:
    wanted = Wanted(words=tuple(options.words), teams=tuple(options.team))
    found = open_log(lambda: look_for(path, wanted))
    if found.nothing:
        say(_("Nothing of it stands in {file}.").format(file=path.name))
        return PROBLEMS
    for line in _told(found):
        print(line)
    if not options.yes and not _sure(_("Erase this? It cannot be undone.")):
        say(_("Nothing was erased."))
        return DONE
    try:
        left = erase(found)
    except EraseError as error:
        raise cannot(str(error)) from None
    say(
        _("Erased. The session is in {file}, and can be opened as before.").format(file=shown(left))
    )
    for copy in found.copies:
        say(_("Gone with it: {file}").format(file=shown(copy)))
    return DONE


def _told(found: Found) -> list[str]:
    lines = [f"- {_one_line(text)}" for text in found.texts]
    for name, instead in found.renamed.items():
        became = instead or _("no name")
        told = _("{name}: becomes “{instead}”").format(name=_one_line(name), instead=became)
        lines.append(f"- {told}")
    n = len(lines)
    return [ngettext("{n} text goes:", "{n} texts go:", n).format(n=n), *lines]


def _erase_whole(path: Path, yes: bool) -> int:
    for one in all_of(path):
        print(shown(one))
    if not yes and not _sure(_("Erase this session? It cannot be undone.")):
        say(_("Nothing was erased."))
        return DONE
    try:
        erase_session(path)
    except EraseError as error:
        raise cannot(str(error)) from None
    say(_("Erased."))
    return DONE


def _sure(question: str) -> bool:
    """Ask on a terminal; where there is none, only `--yes` is a yes."""
    if sys.stdin is None or not sys.stdin.isatty():
        raise wrong_use(_("Nobody is here to be asked. Add --yes to erase it."))
    try:
        # Not by `input`, which asks where the output goes: that may be a file.
        print(question, _("[y/n]"), end=" ", file=sys.stderr, flush=True)
        return input().strip().casefold() in _YES
    except EOFError:
        return False
