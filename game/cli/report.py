"""`cxgame report FILE…`: what came of a session, to read, hang up and carry out."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from game.cli.arguments import language
from game.cli.logs import find_log, open_log
from game.cli.trouble import CANNOT, DONE, PROBLEMS, Ended, say, wrong_use
from game.content.disk import shown
from game.content.extras import install
from game.i18n import _, available, ngettext, set_language
from game.i18n.system import why
from game.session.names import report_folder
from game.session.recent import look

SEVERAL = "report"
"""The folder of a report of several sessions, where nobody says otherwise."""


def add_arguments(parser: ArgumentParser) -> None:
    """Which sessions, and where to."""
    parser.add_argument(
        "files", nargs="+", type=Path, metavar=_("FILE"),
        help=_("the file (.cxsession) or the name of a session; several make one report together"),
    )  # fmt: skip
    parser.add_argument(
        "--out", type=Path, metavar=_("FOLDER"),
        help=_("the folder to write it to; if absent, beside the session (of several, here)"),
    )  # fmt: skip
    parser.add_argument(
        "--language",
        type=language,
        metavar=_("CODE"),
        help=_("the language of the report, like nl; if absent, yours"),
    )
    parser.add_argument(
        "--anonymous", action="store_true",
        help=_("leave out names of teams, of the session and of who promised what"),
    )  # fmt: skip


def run(options: Namespace) -> int:
    """Write it, and say where it is; 1 where a log could not be followed to its end."""
    from game.report.session.gather import facts_of
    from game.report.session.write import write_report

    if options.language is not None:
        code = options.language
        if code.partition("-")[0] not in available():
            told = _("The game does not speak '{code}'; there are: {codes}.")
            raise wrong_use(told.format(code=code, codes=", ".join(available())))
        set_language(code)
    # By two ways to the same file it is one session all the same.
    logs = list({log.resolve(): log for log in map(find_log, options.files)}.values())
    sessions = [
        open_log(lambda log=log: facts_of(log, anonymous=options.anonymous))  # type: ignore[misc]
        for log in logs
    ]
    if len({_practised(log) for log in logs}) > 1:
        raise wrong_use(_("A practise session is no session of people: report them apart."))
    folder = options.out or (report_folder(logs[0]) if len(logs) == 1 else Path(SEVERAL))
    try:
        written = write_report(sessions, folder)
    except OSError as error:
        detail = why(error)
        sentence = _("{folder} cannot be written: {detail}.").format(folder=folder, detail=detail)
        raise Ended(CANNOT, sentence) from None
    n = len(written.files)
    say(
        ngettext("{n} file in {folder}.", "{n} files in {folder}.", n).format(
            n=n, folder=shown(folder)
        )
    )
    if not written.workbook:
        say(_("For a workbook in place of the CSV files: {command}").format(
            command=install("sheets")
        ))  # fmt: skip
    notices = [notice for facts in sessions for notice in facts.notices]
    for notice in notices:
        say(notice)
    return PROBLEMS if notices else DONE


def _practised(log: Path) -> bool:
    head = look(log).head
    return head is not None and head.practise
