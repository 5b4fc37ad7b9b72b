"""What a session begins with, whether it was chosen just now or is read from a log."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.rules.board import Board
from game.rules.content import Content
from game.rules.ruleset import Plan, Rules
from game.rules.start import new_state
from game.rules.state import Earlier, State
from game.rules.template import DebriefTemplate


@dataclass(frozen=True, kw_only=True)
class Beginning:
    """All that the state in the lobby is made of, and the pictures that go with it."""

    content: Content
    board: Board
    rules: Rules
    plan: Plan
    preset: str
    """Id of the preset."""
    teams: tuple[tuple[str, str], ...]
    """(name, colour) of each, in order of turns."""
    seed: int
    name: str = ""
    """What the facilitator calls the session."""
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    """The decks' pictures and sounds by qualified name."""
    template: DebriefTemplate | None = None
    """What the debrief asks; None: there is none, as in logs from before there were any."""
    earlier: tuple[Earlier, ...] = ()
    """Plans of earlier sessions, to be asked after."""
    practise: bool = False
    """Bots sit at the tables: somebody practises facilitating."""

    def lobby(self) -> State:
        """The state in the lobby. Raises `SetupError`."""
        return new_state(
            self.content,
            self.board,
            self.rules,
            self.plan,
            self.teams,
            self.seed,
            self.template,
            self.earlier,
        )
