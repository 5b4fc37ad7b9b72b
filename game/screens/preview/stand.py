"""Where one stands in a deck that is being written: which card, which of its states.

A deck that is saved again takes the place of the one before; the place is kept.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from game import i18n
from game.content.boards import BoardFile
from game.content.deck import DeckFile
from game.content.merge import merge
from game.content.problem import Problem, errors_of
from game.content.rulesets import RulesetFile
from game.rules.ruleset import Turns
from game.screens.preview.rehearsal import Moment, Rehearsal
from game.screens.preview.shelf import Entry, entries_of, found_again
from game.screens.preview.told import Told, tell
from game.session.assemble import preset_of

MOST_TEAMS, FEWEST_TEAMS, USUAL_TEAMS = 8, 2, 4

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Props:
    """What a rehearsal takes beside the deck."""

    board: BoardFile
    ruleset: RulesetFile


@dataclass(frozen=True)
class Loaded:
    """A deck as it was saved."""

    file: DeckFile
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    """By the names cards have for them in a session."""
    problems: tuple[Problem, ...] = ()
    """Of reading it, and of its pictures."""

    @property
    def playable(self) -> bool:
        """Nothing keeps it from a session."""
        return self.file.ready and not errors_of(
            problem for problem in self.problems if problem not in self.file.problems
        )


class Stand:
    """A place in a deck; it changes, and `version` rises whenever it does."""

    def __init__(self, props: Props, language: str = "") -> None:
        self._props = props
        self.language = language
        """Of the deck; "" until one is chosen means the deck's own."""
        self.teams = USUAL_TEAMS
        self.file: DeckFile | None = None
        """The last one that could be played."""
        self.title = ""
        """The deck's, as it was saved last."""
        self.pictures: Mapping[str, bytes] = {}
        self.told = Told()
        self.entries: tuple[Entry, ...] = ()
        self.at = 0
        self.step = 0
        self.version = 0
        self._rehearsal: Rehearsal | None = None
        self._moments: tuple[Moment, ...] | None = None
        self._laid_in = ""
        """The interface's language when the table was laid."""

    # -- the deck

    def take(self, loaded: Loaded) -> bool:
        """The deck was saved; True if it takes the place of the one before."""
        self.version += 1
        file = loaded.file
        self.title = file.title
        broken = not loaded.playable or self._language_lost(loaded)
        if broken or self.told.broken or self.file is None:
            self.told = tell(loaded.problems, file.source, broken=broken)
        # Else what was told stays until the checks are through: nothing flickers with each save.
        if broken:
            return False
        self.file, self.pictures = file, loaded.pictures
        self._prepare()
        return True

    def tell(self, problems: Sequence[Problem], file: DeckFile) -> None:
        """What the checks found in it."""
        self.version += 1
        self.told = tell(problems, file.source, broken=self.told.broken)

    def _language_lost(self, loaded: Loaded) -> bool:
        """The translation on the wall is not there any more because it has errors now."""
        if self.file is None or not self.language:
            return False
        gone = self.spoken not in loaded.file.languages
        return gone and bool(errors_of(loaded.problems))

    @property
    def languages(self) -> tuple[str, ...]:
        """That the deck on the wall can be seen in, its own first."""
        return self.file.languages if self.file is not None else ()

    @property
    def spoken(self) -> str:
        """The language it is seen in; "" before there is any deck."""
        return self.file.in_language(self.language).language if self.file is not None else ""

    def speak(self, language: str) -> None:
        """See the deck in another language."""
        self.version += 1
        self.language = language
        self._prepare()

    def seat(self, teams: int) -> None:
        """So many teams at the table from now on."""
        self.version += 1
        self.teams = max(FEWEST_TEAMS, min(MOST_TEAMS, teams))
        self._prepare()

    def _prepare(self) -> None:
        """Lay the table anew, and find the place again."""
        if self.file is None:
            return
        before, entry, here = self.entries, self.entry, self.moment
        deck = self.file.in_language(self.language)
        self.entries = entries_of(deck)
        self.at = found_again(before, self.at, self.entries)
        self._lay_table()
        same = entry is not None and self.entry is not None and entry.key == self.entry.key
        self.step = self._nearest(here.key if here else None, self.step if same else 0)

    def _lay_table(self) -> None:
        assert self.file is not None
        deck = self.file.in_language(self.language)
        ruleset = self._props.ruleset.in_language(deck.language)
        self._rehearsal = Rehearsal(
            content=merge([self.file], deck.language),
            board=self._props.board.in_language(deck.language),
            ruleset=ruleset,
            preset=preset_of("", ruleset, deck.preset),
            teams=self.teams,
        )
        self._moments, self._laid_in = None, i18n.language()

    def _nearest(self, key: tuple[Turns, str] | None, step: int) -> int:
        """The state of that key; where the card has none, the one that is as far on."""
        keys = [moment.key for moment in self.moments]
        if key in keys:
            return keys.index(key)
        return max(0, min(step, len(keys) - 1))

    # -- the place

    @property
    def entry(self) -> Entry | None:
        """The card (twist, mirror, persona) one stands at; None where there is none."""
        return self.entries[self.at] if self.entries else None

    @property
    def moments(self) -> tuple[Moment, ...]:
        """Every state of it; empty where there is nothing to show."""
        if self._rehearsal is not None and self._laid_in != i18n.language():
            self._lay_table()  # teams are called after their colours
        if self._moments is None:
            self._moments = self._made()
        return self._moments

    def _made(self) -> tuple[Moment, ...]:
        entry = self.entry
        if entry is None or self._rehearsal is None or self.file is None:
            return ()
        try:
            return self._rehearsal.moments(entry.section, f"{self.file.id}/{entry.id}")
        except Exception:
            # Whatever an author thinks of: the other cards can be seen all the same.
            log.exception("%s cannot be rehearsed", entry.id)
            return ()

    @property
    def moment(self) -> Moment | None:
        """The state of the card that is on the wall."""
        return self.moments[self.step] if self.moments else None

    def forward(self) -> bool:
        """The next state, of this card or of the next one; False at the end of the deck."""
        if self.step + 1 < len(self.moments):
            return self._to(self.at, self.step + 1)
        return self.by_entries(1)

    def back(self) -> bool:
        """The state before, of this card or the last of the one before; False at the start."""
        if self.step > 0:
            return self._to(self.at, self.step - 1)
        if not self.by_entries(-1):
            return False
        self.step = max(0, len(self.moments) - 1)
        return True

    def by_entries(self, by: int) -> bool:
        """So many cards on, or back; False where there is none."""
        return 0 <= self.at + by < len(self.entries) and self._to(self.at + by, 0)

    def go(self, at: int, step: int = 0) -> bool:
        """A card by its place in the deck, and one of its states; False where there is none."""
        return 0 <= at < len(self.entries) and self._to(at, step)

    def find(self, id_: str) -> bool:
        """The card (twist, mirror, persona) of that id; False where there is none."""
        ids = [entry.id for entry in self.entries]
        return id_ in ids and self.go(ids.index(id_))

    def other_turns(self) -> bool:
        """The same card in the other way of taking turns; False where that is all one."""
        now = self.moment
        if now is None:
            return False
        others = [i for i, one in enumerate(self.moments) if one.turns is not now.turns]
        if not others:
            return False
        same = [i for i in others if self.moments[i].name == now.name]
        return self._to(self.at, (same or others)[0])

    def _to(self, at: int, step: int) -> bool:
        if at != self.at:
            self.at, self._moments = at, None
        self.step = max(0, min(step, len(self.moments) - 1))
        self.version += 1
        return True
