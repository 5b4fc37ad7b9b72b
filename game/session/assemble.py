"""From what was chosen to everything a session starts from.

The command line and the set-up screen both come here, so that they find the same decks, refuse
the same things in the same words, and plan the same rounds.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from pathlib import Path
from typing import assert_never

from game import __version__
from game.content.deck import DeckFile
from game.content.merge import media, merge
from game.content.problem import ContentError, Problem
from game.i18n import _, language
from game.rules.board import Board
from game.rules.content import Content
from game.rules.refusal import SetupError, SetupFault
from game.rules.ruleset import Plan, Preset, Ruleset, Turns, make_plan, suggest_turns
from game.rules.start import MOST_NAME, check_teams
from game.rules.state import evolve
from game.session.after import earlier_of
from game.session.beginning import Beginning
from game.session.faults import LogError
from game.session.header import Header
from game.session.library import Library, LibraryError, there_are
from game.session.names import file_name
from game.session.seats import default_teams
from game.session.session import Session
from game.session.whereabouts import remember

USUAL_TEAMS = 4
"""At the table when nobody says how many."""

USUAL_MINUTES = 60
"""The length of a session when neither deck nor person says."""


@dataclass(frozen=True, kw_only=True)
class Choices:
    """What was chosen; what is left out is what suits the rest."""

    decks: tuple[str, ...] = ()
    """Ids or paths; empty: the game's first deck."""
    board: str = ""
    """Id or path."""
    ruleset: str = ""
    """Id or path."""
    preset: str = ""
    """Id or minutes of one of the ruleset's presets; empty: the length the first deck suggests."""
    teams: tuple[tuple[str, str], ...] = ()
    """(name, colour) of each, in order of turns; empty: four with the names of their colours."""
    turns: Turns | None = None
    """None: the better way for that many teams."""
    language: str = ""
    """Of cards and names; empty: the interface's. A deck without it speaks its own."""
    seed: int | None = None
    """None: nobody knows."""
    name: str = ""
    """What the facilitator calls the session."""
    rules: tuple[tuple[str, int | bool | str], ...] = ()
    """(house rule, value) changed on the set-up screen."""
    debrief: str = ""
    """Id or path of what the debrief asks; empty: the six phases."""
    after: tuple[str, ...] = ()
    """Paths of the logs of earlier sessions, whose plans are asked after first."""
    practise: bool = False
    """Bots sit at the tables: somebody practises facilitating."""


class SetUpError(Exception):
    """A session cannot be set up like this; `str()` is a sentence, in the language now spoken."""

    def __init__(self, sentence: str, problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(sentence)
        self.problems = problems
        """What is wrong with a deck, board or ruleset that was chosen; empty if that is not it."""


@dataclass(frozen=True, kw_only=True)
class SetUp(Beginning):
    """Everything a session starts from, as it was put together."""

    sources: Mapping[str, Path] = field(default_factory=dict)
    """Where the decks lie, by id."""

    def header(self, created: str) -> Header:
        """The head of the session's log; `created` is ISO 8601 with its offset from UTC."""
        carried = {one.name: getattr(self, one.name) for one in fields(Beginning)}
        return Header(app=__version__, created=created, language=language(), **carried)


def assemble(choices: Choices, library: Library) -> SetUp:
    """Load and put together what was chosen. Raises `SetUpError`."""
    spoken = choices.language or language()
    try:
        files = _deck_files(choices, library)
        content = merge(files, spoken)
        board = library.board(choices.board).in_language(spoken)
        ruleset = library.ruleset(choices.ruleset).in_language(spoken)
        setup = _put_together(choices, content, board, ruleset, _length(files))
        template = library.debrief(choices.debrief).in_language(spoken)
        earlier = earlier_of(map(Path, choices.after))
        sources = {file.id: file.path for file in files}
        return replace(
            setup,
            pictures=media(files),
            sources=sources,
            template=template,
            earlier=earlier,
            practise=choices.practise,
        )
    except LogError as error:
        raise SetUpError(str(error)) from None
    except LibraryError as error:
        raise SetUpError(str(error)) from None
    except ContentError as error:
        raise SetUpError(_("This cannot be played as it is."), error.problems) from None
    except SetupError as error:
        raise SetUpError(_sentence(error)) from None


def _put_together(
    choices: Choices, content: Content, board: Board, ruleset: Ruleset, minutes: int | None
) -> SetUp:
    teams = choices.teams or default_teams(USUAL_TEAMS)
    check_teams(teams)
    _check_lengths(teams)
    preset = preset_of(choices.preset, ruleset, minutes)
    turns = choices.turns or suggest_turns(preset, len(teams))
    rules = evolve(ruleset.rules, turns=turns)
    if preset.discuss_seconds is not None:
        rules = evolve(rules, discuss_seconds=preset.discuss_seconds)
    setup = SetUp(
        content=content,
        board=board,
        rules=evolve(rules, **dict(choices.rules)),
        plan=make_plan(preset, len(teams), turns),
        preset=preset.id,
        teams=teams,
        seed=secrets.randbelow(2**31) if choices.seed is None else choices.seed,
        name=choices.name,
    )
    setup.lobby()  # raises what the rules refuse
    return setup


def _check_lengths(teams: Sequence[tuple[str, str]]) -> None:
    """Refuse names that the rules would cut: cut, two that differ might become the same."""
    for name, _colour in teams:
        if len(" ".join(name.split())) > MOST_NAME:
            sentence = _("The name '{name}' is too long: {most} letters at most.")
            raise SetUpError(sentence.format(name=name, most=MOST_NAME))


def _deck_files(choices: Choices, library: Library) -> list[DeckFile]:
    words = choices.decks or (library.first_deck,)
    files = {file.path: file for file in map(library.deck, words)}
    seen: dict[str, DeckFile] = {}
    for file in files.values():
        if file.id in seen:
            sentence = _("Two of these decks have the id '{id}': {one} and {other}.")
            raise SetUpError(sentence.format(id=file.id, one=seen[file.id].path, other=file.path))
        seen[file.id] = file
    return list(files.values())


def _length(files: Sequence[DeckFile]) -> int | None:
    """The minutes the first deck suggests, if it does."""
    return next((file.deck.preset for file in files if file.deck is not None), None)


def preset_of(word: str, ruleset: Ruleset, minutes: int | None = None) -> Preset:
    """The preset of that id, or of that many minutes.

    For "" the one nearest to `minutes`, or to an hour if nobody says. Raises `LibraryError` where
    the ruleset has none such.
    """
    if not word:
        wanted = minutes or USUAL_MINUTES
        return min(ruleset.presets, key=lambda preset: abs(preset.minutes - wanted))
    # An id comes first: somebody may call a length of 50 minutes "45".
    for known_by in (lambda preset: preset.id, lambda preset: str(preset.minutes)):
        for preset in ruleset.presets:
            if known_by(preset) == word:
                return preset
    told = {preset.id: _asked_by(preset) for preset in ruleset.presets}
    none = _("There is no preset '{name}'.").format(name=word)
    raise LibraryError(none + there_are(word, told))


def _asked_by(preset: Preset) -> str:
    """What it can be asked for by: its id, and its minutes where they are not its id."""
    if preset.id == str(preset.minutes):
        return preset.id
    return _("{id} ({n} minutes)").format(id=preset.id, n=preset.minutes)


def plans(choices: Choices, library: Library) -> dict[Turns, Plan]:
    """The plan for each way of taking turns, the suggested one first.

    It loads no deck, so that a set-up screen may ask with every change; "" as preset is taken
    for an hour. Raises `SetUpError`.
    """
    try:
        ruleset = library.ruleset(choices.ruleset).in_language(choices.language or language())
        preset = preset_of(choices.preset, ruleset)
    except LibraryError as error:
        raise SetUpError(str(error)) from None
    except ContentError as error:
        raise SetUpError(_("This cannot be played as it is."), error.problems) from None
    teams = max(1, len(choices.teams) or USUAL_TEAMS)
    suggested = suggest_turns(preset, teams)
    ways = sorted(Turns, key=lambda turns: turns is not suggested)
    return {turns: make_plan(preset, teams, turns) for turns in ways}


def card_count(choices: Choices, library: Library) -> int:
    """How many cards the chosen decks hold together, as far as they are in the library."""
    words = choices.decks or (library.first_deck,)
    entries = (library.entry(word) for word in dict.fromkeys(words))
    return sum(entry.cards for entry in entries if entry is not None)


def open_session(setup: SetUp, folder: Path | None, created: str = "") -> Session:
    """A session in the lobby, with its log in `folder`; None keeps no log.

    `created` is now, unless it is given. A folder that cannot be written raises nothing: the
    session's `trouble` says so, on the wall as well.
    """
    header = setup.header(created or datetime.now().astimezone().isoformat(timespec="seconds"))
    path = folder / file_name(header.created, setup.name) if folder is not None else None
    session = Session.create(path, header)
    session.sources = setup.sources
    if session.path is not None:
        remember(session.path, setup.sources)
    return session


def start_session(choices: Choices, folder: Path, library: Library | None = None) -> Session:
    """What was chosen, as a session in the lobby, its log in `folder`. Raises `SetUpError`."""
    setup = assemble(choices, library if library is not None else Library.default())
    return open_session(setup, folder)


def _sentence(error: SetupError) -> str:
    """What the rules refuse about a session, in words."""
    match error.reason:
        case SetupFault.NO_TEAMS:
            return _("A session needs a team at least.")
        case SetupFault.TOO_MANY_TEAMS:
            return _("{n} teams are too many: eight can play.").format(n=error.what)
        case SetupFault.NAME_EMPTY:
            return _("Team {n} has no name.").format(n=error.what)
        case SetupFault.NAME_TAKEN:
            return _("Two teams are called '{name}'.").format(name=error.what)
        case SetupFault.COLOUR_TAKEN:
            return _("Two teams have the same colour.")
        case SetupFault.NO_SUCH_COLOUR:
            return _("There is no team colour '{colour}'.").format(colour=error.what)
        case SetupFault.NO_CARDS:
            return _("The decks hold no cards.")
        case SetupFault.NO_BOARD:
            return _("The board has no way to walk.")
        case _:
            assert_never(error.reason)
