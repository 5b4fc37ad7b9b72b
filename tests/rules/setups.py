"""What a game of the tests can be begun with: for helpers that hand their **setup on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

from game.rules.cards import Card, Judging, Mirror, Persona, Twist
from game.rules.ruleset import Turns
from game.rules.state import DebriefTemplate, Earlier


class HouseRules(TypedDict, total=False):
    """Every house rule that `game` takes as such; its `turns` and `personas` are its own."""

    die: int
    start_bonus: int
    floor_at_zero: bool
    other_view: bool
    view_tokens: int
    view_seconds: int
    view_together_max: int
    passes: int
    lockout_ms: int
    together_ms: int
    bell_right: int
    bell_wrong: int
    bell_answer_seconds: int
    judge: Judging
    discuss_seconds: int
    hide_scores: bool
    standings_every: int
    standings_every_together: int
    customer_cards: int
    mirror_points: int
    winning: bool
    awards: bool


class Table(HouseRules, total=False):
    """What a helper hands on that says itself which cards there are."""

    path: str
    loop: bool
    turns: Turns
    rounds: int
    play_ms: int
    seed: int
    personas: Sequence[Persona]
    template: DebriefTemplate | None
    earlier: tuple[Earlier, ...]


class Setup(Table, total=False):
    """Everything that `tests.rules.table.game` can be told, but for the number of teams."""

    cards: Sequence[Card] | None
    twists: Sequence[Twist]
    mirrors: Sequence[Mirror]
