"""Which commands there are, and how their words are understood.

Each command is a module of this package, imported only when it is asked for. It has
`add_arguments(parser)` and `run(options) -> exit code`.
"""

from __future__ import annotations

import argparse
import re
import shutil
import textwrap
from collections.abc import Iterable
from importlib import import_module
from typing import Any, NoReturn

from game import __version__
from game.cli.language import speak
from game.cli.trouble import DONE, Ended, say, wrong_use
from game.i18n import N_, _

COMMANDS = {
    "play": N_("begin a session at once, without the set-up screen"),
    "resume": N_("go on with the last session, or with another, where it stopped"),
    "rehearse-room": N_("check screen, sound, bells and clicker, the evening before"),
    "practise": N_("practise facilitating: bots at the tables, and things that go wrong"),
    "demo": N_("watch bots play a whole game"),
    "new": N_("begin a deck or a debrief of your own"),
    "check": N_("look for problems in decks, boards, rulesets and debriefs"),
    "explain": N_("explain what a check looks for, with an example"),
    "preview": N_("see a deck’s cards on the wall while you write them"),
    "stats": N_("count what a deck holds, and try how it plays"),
    "translate": N_("begin the translation of a deck or a debrief, or bring it up to date"),
    "export": N_("write a deck to a spreadsheet"),
    "import": N_("make a deck from a spreadsheet"),
    "print": N_("make a PDF of a deck to print: cards to cut out, the board, a guide"),
    "pack": N_("pack a deck into one file, to give away"),
    "add": N_("add a deck to your own decks"),
    "remove": N_("take away one of your own decks, which is kept elsewhere"),
    "schema": N_("print the file by which a text editor helps you write decks"),
    "replay": N_("tell what happened in a session, step by step"),
    "report": N_("make the report of a session: pages to read, a calendar and tables"),
    "sessions": N_("list the sessions that are kept here, or erase one"),
    "simulate": N_("let bots play many games without a screen, and count what comes of it"),
}
"""Every command and what it does."""

_PARTS = {
    N_("To lead a session:"): ("play", "resume", "rehearse-room", "practise", "demo"),
    N_("After a session:"): ("replay", "report", "sessions"),
    N_("To write decks:"): ("new", "check", "explain", "preview", "stats", "translate", "schema"),
    N_("To pass decks on:"): ("export", "import", "print", "pack", "add", "remove"),
    N_("To try the rules:"): ("simulate",),
}
"""The commands as the overview lists them, under what they are for."""

_MODULES = {"import": "import_", "print": "print_", "rehearse-room": "rehearse_room"}
"""Modules that cannot be called like their command."""

_START = "start"
"""The module that opens the start screen: what `cxgame` with options but no command means."""
_STARTS = N_("open the start screen")

_INDENT = 24
"""Columns of the overview before what a command does, as argparse has them."""
_NARROWEST = 20
"""Columns for what a command does, on however narrow a terminal."""


class Parser(argparse.ArgumentParser):
    """argparse, with our sentences: wrong use is raised, never printed and exited from."""

    def __init__(self, prog: str, description: str | None) -> None:
        super().__init__(
            prog=prog,
            description=description,
            formatter_class=_Help,
            # Ours is added below: argparse would tell of it in English, or the machine's language.
            add_help=False,
            # A shortened option that works today is ambiguous once a longer sister comes.
            allow_abbrev=False,
            exit_on_error=False,
        )
        self._positionals.title = _("arguments")
        self._optionals.title = _("options")
        self.add_argument("-h", "--help", action="help", help=_("show this help"))

    def error(self, message: str) -> NoReturn:
        """What argparse itself found wrong."""
        raise wrong_use(_in_words(None, message))


class _Help(argparse.HelpFormatter):
    """argparse's own, with the first word of a help in the language that is spoken."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, prefix or _("usage:") + " ")


def dispatch(words: list[str]) -> int:
    """Do what the command line says; returns the exit code."""
    speak()
    try:
        return _dispatch(words)
    except Ended as end:
        if str(end):
            say(str(end))
        return end.code


def _dispatch(words: list[str]) -> int:
    first = words[0]
    if first == "help" and words[1:2] and words[1] in COMMANDS:
        return _run(words[1], ["--help"])
    if first in ("-h", "--help", "help"):
        print(_overview())
        return DONE
    if first in ("-V", "--version"):
        print(f"cxgame {__version__}")
        return DONE
    if first.startswith("-"):
        return _run(_START, words)
    if first not in COMMANDS:
        raise wrong_use(_no_such_command(first))
    return _run(first, words[1:])


def _run(command: str, words: list[str]) -> int:
    module: Any = import_module(f"game.cli.{_MODULES.get(command, command)}")
    name = "cxgame" if command == _START else f"cxgame {command}"
    does = COMMANDS.get(command, _STARTS)
    parser = Parser(name, _(does))
    module.add_arguments(parser)
    options = _parse(parser, words)
    code: int = module.run(options)
    return code


def _parse(parser: Parser, words: list[str]) -> argparse.Namespace:
    try:
        options, rest = parser.parse_known_args(words)
    except argparse.ArgumentError as error:
        raise wrong_use(_in_words(error.argument_name, error.message)) from None
    except SystemExit:  # --help has been printed
        raise Ended(DONE, "") from None
    if rest:
        raise wrong_use(_unknown(rest[0], _options_of(parser)))
    return options


def _options_of(parser: argparse.ArgumentParser) -> list[str]:
    return [word for word in parser._option_string_actions if word.startswith("--")]


def _unknown(word: str, options: list[str]) -> str:
    if not word.startswith("-"):
        return _("'{word}' is one word too many.").format(word=word)
    name = word.partition("=")[0]
    return _("There is no option {option}.").format(option=name) + did_you_mean(name, options)


def _no_such_command(word: str) -> str:
    text = _("There is no command '{command}'.").format(command=word)
    if word.endswith(".cxsession"):
        return text + " " + _("A session is opened with: cxgame resume {file}").format(file=word)
    if word.endswith(".cxdeck"):
        return text + " " + _("A packed deck is added with: cxgame add {file}").format(file=word)
    if word.endswith((".yaml", ".yml")) or _is_deck(word):
        return text + " " + _("A deck is played with: cxgame play {deck}").format(deck=word)
    hint = did_you_mean(word, COMMANDS)
    return text + (hint or " " + _("Commands are: {names}.").format(names=", ".join(COMMANDS)))


def _is_deck(word: str) -> bool:
    from game.session.library import Library  # late: it brings all of the session's floor along

    return Library.default().entry(word) is not None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A sentence to add, with a space before it; empty when nothing known is near."""
    from game.content.suggest import closest  # late: it brings all of the decks' floor along

    near = closest(word, known)
    return " " + _("Did you mean {word}?").format(word=near) if near else ""


def _in_words(option: str | None, message: str) -> str:
    """Remarks of argparse as our sentences; those nobody meets stay as they are."""
    choice = re.fullmatch(r"invalid choice: '(.*)' \(choose from (.*)\)", message, re.DOTALL)
    if option and choice:
        given, words = choice[1], choice[2].replace("'", "").split(", ")
        sentence = _("{option} cannot be '{given}'; there are: {words}.")
        told = sentence.format(option=option, given=given, words=", ".join(words))
        return told + did_you_mean(given, words)
    known = {
        "expected one argument": _("{option} needs a value."),
        "expected at least one argument": _("{option} needs a value."),
    }
    if option and message in known:
        return known[message].format(option=option)
    if option and message.startswith("ignored explicit argument"):
        return _("{option} takes no value.").format(option=option)
    missing = re.fullmatch(r"the following arguments are required: (.*)", message)
    if missing:
        return _("Something is missing: {what}.").format(what=missing[1])
    return f"{option}: {message}" if option else message


def _overview() -> str:
    # The terminal's width less two, as argparse has it: some of them wrap a full line.
    width = max(shutil.get_terminal_size().columns - 2, _INDENT + _NARROWEST)

    def told(words: str, does: str) -> str:
        first = f"  {words}".ljust(_INDENT)
        return textwrap.fill(_(does), width, initial_indent=first, subsequent_indent=" " * _INDENT)

    lines = [
        textwrap.fill(
            _("CX Game: a board game about customer experience, on the wall of a workshop."), width
        ),
        "",
        told("cxgame", _STARTS),
    ]
    for part, names in _PARTS.items():
        lines += ["", _(part), *(told(f"cxgame {name}", COMMANDS[name]) for name in names)]
    lines += ["", _("cxgame COMMAND --help says more about a command.")]
    return "\n".join(lines)
