"""What has been chosen for a session so far: teams, decks, time, house rules. No pictures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from pathlib import Path

from game import i18n
from game.content.boards import BoardFile
from game.content.debriefs import DebriefFile
from game.content.library import DeckEntry
from game.i18n import _
from game.paths import MissingFolderError, scenarios_dir
from game.rules.cards import Judging
from game.rules.ruleset import Plan, Preset, Rules, Ruleset, Turns
from game.screens.setup.seating import Seating
from game.session.assemble import USUAL_TEAMS, Choices, SetUpError, card_count, plans, preset_of
from game.session.library import Library, LibraryError

PRACTISE_TEAMS = 3
PRACTISE_PRESET = "taster"

Value = int | bool | str


class Draft(Seating):
    """Choices in the making; whatever is not chosen is what suits the rest."""

    def __init__(self, library: Library, *, practise: bool = False) -> None:
        super().__init__(PRACTISE_TEAMS if practise else USUAL_TEAMS)
        self.library = library
        self.practise = practise
        self.name = ""
        self.decks: list[str] = [library.first_deck] if library.first_deck else []
        self.ruleset_id = ""
        self._board = ""
        self._debrief = ""
        self._preset = PRACTISE_PRESET if practise else ""
        self._language = ""
        self._turns: Turns | None = None
        self._rules: dict[str, Value] = {}
        self.after: tuple[Path, ...] = ()
        """Logs of the sessions this one follows."""

    def restock(self, library: Library) -> None:
        """Choose from other decks, boards and rulesets from now on."""
        self.library = library
        there = [entry.id for entry in library.decks]
        self.decks = [id_ for id_ in self.decks if id_ in there]
        if not self.decks and library.first_deck:
            self.decks = [library.first_deck]

    @property
    def trouble(self) -> str:
        """Why it cannot begin, in a sentence; "" where it can."""
        if not self.library.decks:
            return _("There is no deck that can be played.")
        if not self.decks:
            return _("Choose a deck first.")
        if self.ruleset is None or self.board is None:
            return _("The game’s own boards and house rules are missing.")
        for i, seat in enumerate(self.seats):
            if not seat.tidy_name:
                return _("Team {n} has no name.").format(n=i + 1)
            if i in self.faults():
                return _("Two teams are called '{name}'.").format(name=seat.tidy_name)
        return ""

    # -- decks, board, language

    def entries(self) -> tuple[DeckEntry, ...]:
        """Every deck: the person's own first, then the usual one; what cannot be chosen last."""
        first = self.library.first_deck
        shipped = _shipped(self.library.decks)
        ready = sorted(
            self.library.decks, key=lambda entry: (entry.id in shipped, entry.id != first)
        )
        return (*ready, *self.library.set_aside)

    def toggle_deck(self, deck: str) -> None:
        """Choose it, or leave it."""
        if deck in self.decks:
            self.decks.remove(deck)
        else:
            wanted = {*self.decks, deck}
            self.decks = [entry.id for entry in self.entries() if entry.id in wanted]

    def cards(self) -> int:
        """Cards in the decks chosen."""
        return card_count(Choices(decks=tuple(self.decks)), self.library) if self.decks else 0

    def languages(self) -> list[str]:
        """Languages at least one of the decks chosen can be played in."""
        chosen = [entry for entry in self.library.decks if entry.id in self.decks]
        return list(dict.fromkeys(code for entry in chosen for code in entry.languages))

    @property
    def language(self) -> str:
        """Of the cards: the interface's until another is chosen, if the decks have it."""
        there = self.languages()
        wished = self._language or i18n.language()
        return wished if wished in there or not there else there[0]

    def choose_language(self, code: str) -> None:
        """Cards in that language, where the decks have it."""
        self._language = code

    def boards(self) -> list[BoardFile]:
        """Those that can be played on."""
        return [board for board in self.library.boards if board.ready]

    @property
    def board(self) -> BoardFile | None:
        """The one chosen, else the usual one."""
        try:
            found = self.library.board(self._board)
        except LibraryError:
            return None
        return found if found.ready else None

    def choose_board(self, board: str) -> None:
        """Play on that one."""
        self._board = board

    def debriefs(self) -> list[DebriefFile]:
        """What a debrief can ask."""
        return [debrief for debrief in self.library.debriefs if debrief.ready]

    @property
    def debrief(self) -> DebriefFile | None:
        """The one chosen, else the usual one; None where there is none."""
        try:
            found = self.library.debrief(self._debrief)
        except LibraryError:
            return None
        return found if found.ready else None

    def choose_debrief(self, debrief: str) -> None:
        """Ask that."""
        self._debrief = debrief

    # -- time and turns

    @property
    def ruleset(self) -> Ruleset | None:
        """The house rules' set in the interface's language; None where there is none."""
        try:
            found = self.library.ruleset(self.ruleset_id)
        except LibraryError:
            return None
        return found.in_language(i18n.language()) if found.ready else None

    def presets(self) -> tuple[Preset, ...]:
        """Lengths of a session, the shortest first."""
        ruleset = self.ruleset
        return tuple(sorted(ruleset.presets, key=lambda p: p.minutes)) if ruleset else ()

    @property
    def preset(self) -> Preset | None:
        """The one chosen; else what the first deck suggests; else an hour."""
        ruleset = self.ruleset
        if ruleset is None:
            return None
        if any(preset.id == self._preset for preset in ruleset.presets):
            return preset_of(self._preset, ruleset)
        first = self.library.entry(self.decks[0]) if self.decks else None
        return preset_of("", ruleset, first.preset if first is not None else None)

    def choose_preset(self, preset: str) -> None:
        """That length."""
        self._preset = preset

    def plans(self) -> Mapping[Turns, Plan]:
        """Both ways of taking turns, the suggested one first; empty where none can be made."""
        try:
            return plans(self.choices(), self.library)
        except SetUpError:
            return {}

    @property
    def suggested(self) -> Turns:
        """The way that suits so many teams."""
        return next(iter(self.plans()), Turns.ONE_BY_ONE)

    @property
    def turns(self) -> Turns:
        """The way chosen, else the one suggested."""
        return self._turns or self.suggested

    def choose_turns(self, turns: Turns) -> None:
        """That way, however many teams there are."""
        self._turns = turns

    # -- house rules

    def standard_rules(self) -> Rules:
        """The set's own, with what the preset says."""
        ruleset, preset = self.ruleset, self.preset
        rules = ruleset.rules if ruleset is not None else Rules()
        values = {field.name: getattr(rules, field.name) for field in fields(Rules)}
        if preset is not None and preset.discuss_seconds is not None:
            values["discuss_seconds"] = preset.discuss_seconds
        return Rules(**values)

    def rule(self, name: str) -> Value:
        """What a house rule is now."""
        if name in self._rules:
            return self._rules[name]
        value: Value = getattr(self.standard_rules(), name)
        return value

    def set_rule(self, name: str, value: Value) -> None:
        """Change a house rule; back to what it was, it counts as unchanged."""
        if value == getattr(self.standard_rules(), name):
            self._rules.pop(name, None)
        else:
            self._rules[name] = Judging(str(value)) if name == "judge" else value

    def changed_rules(self) -> Sequence[str]:
        """Names of the house rules changed by hand."""
        return tuple(self._rules)

    def standard_again(self) -> None:
        """All house rules as the set has them."""
        self._rules = {}

    # -- what comes of it

    def choices(self) -> Choices:
        """For `game.session.assemble`."""
        preset, board, debrief = self.preset, self.board, self.debrief
        return Choices(
            decks=tuple(self.decks),
            board=board.id if board is not None else "",
            ruleset=self.ruleset_id,
            preset=preset.id if preset is not None else "",
            teams=tuple((seat.tidy_name, seat.colour) for seat in self.seats),
            turns=self._turns,
            language=self.language,
            name=" ".join(self.name.split()),
            rules=tuple(self._rules.items()),
            debrief=debrief.id if debrief is not None else "",
            after=tuple(map(str, self.after)),
        )


def _shipped(decks: Sequence[DeckEntry]) -> frozenset[str]:
    """Ids of those that came with the game; any other deck somebody here wrote or was given."""
    try:
        ours = scenarios_dir()
    except MissingFolderError:
        return frozenset()
    return frozenset(entry.id for entry in decks if entry.path.is_relative_to(ours))
