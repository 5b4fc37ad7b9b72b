"""From options to everything a session starts from, refused with sentences."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from contextlib import suppress

from game.cli.decks import meant
from game.cli.language import speak
from game.cli.logs import find_log
from game.cli.trouble import PROBLEMS, Ended, wrong_use
from game.content.problem import ContentError
from game.content.tongue import line
from game.i18n import _, available
from game.rules.ruleset import Turns
from game.rules.scoring import MOST_TEAMS
from game.session.assemble import Choices, SetUp, SetUpError, assemble
from game.session.library import Library, LibraryError
from game.session.seats import default_teams, named_teams

_TURNS = {"one-by-one": Turns.ONE_BY_ONE, "together": Turns.TOGETHER}

_MOST_SHOWN = 10
"""Of the problems of a deck; `cxgame check` shows all."""

Teams = tuple[tuple[str, str], ...]


def speak_wished(options: Namespace) -> None:
    """A language that was asked for is the wall's, and that of the teams' names as well.

    One that neither the game nor these decks have is refused later, in words one can read.
    """
    code = options.language
    if code and (code.partition("-")[0] in available() or _decks_speak(code, options.decks)):
        speak(code)


def _decks_speak(code: str, words: Sequence[str]) -> bool:
    """True where one of the decks has it."""
    library = Library.default()
    base = code.partition("-")[0]
    with suppress(LibraryError, ContentError):
        decks = [library.deck(word) for word in words or (library.first_deck,)]
        return any(deck.in_language(code).language.partition("-")[0] == base for deck in decks)
    return False


def parse_teams(text: str) -> Teams:
    """Teams as they were asked for: `Red,Blue` by name, `4` by number."""
    if text.strip().isdecimal() and text.strip().isascii():
        count = int(text.strip()[:9])
        if not 1 <= count <= MOST_TEAMS:
            raise wrong_use(
                _("{n} teams cannot play: it takes 1 to {most}.").format(n=count, most=MOST_TEAMS)
            )
        return default_teams(count)
    return named_teams([name.strip() for name in text.split(",")])


def set_up(options: Namespace, *, teams: Teams | int, seed: int | None, name: str = "") -> SetUp:
    """What the options ask for; ends the command with a sentence where it cannot be had."""
    library = Library.default()
    choices = Choices(
        decks=tuple(meant(word, library) for word in options.decks),
        board=options.board or "",
        ruleset=options.ruleset or "",
        preset=options.preset or "",
        teams=default_teams(teams) if isinstance(teams, int) else teams,
        turns=_TURNS.get(options.turns or ""),
        language=options.language or "",
        seed=seed,
        name=name,
        debrief=getattr(options, "debrief", None) or "",
        after=tuple(str(find_log(path)) for path in getattr(options, "after", None) or ()),
    )
    try:
        setup = assemble(choices, library)
    except SetUpError as error:
        raise _ended(error) from None
    if choices.language:
        _check_language(choices, setup, library)
    return setup


def _check_language(choices: Choices, setup: SetUp, library: Library) -> None:
    """A language none of the decks has is a slip of the finger, not a wish for another one."""
    wanted = choices.language.partition("-")[0]
    if any(deck.language.partition("-")[0] == wanted for deck in setup.content.decks):
        return
    words = choices.decks or (library.first_deck,)
    there = dict.fromkeys(code for word in words for code in library.deck(word).languages)
    raise wrong_use(
        _("No deck chosen here speaks '{code}'; there are: {codes}.").format(
            code=choices.language, codes=", ".join(there)
        )
    )


def _ended(error: SetUpError) -> Ended:
    if not error.problems:
        return wrong_use(str(error))
    lines = [str(error), *map(line, error.problems[:_MOST_SHOWN])]
    more = len(error.problems) - _MOST_SHOWN
    if more > 0:
        lines.append(_("… and {n} more; cxgame check shows all.").format(n=more))
    return Ended(PROBLEMS, "\n".join(lines))
