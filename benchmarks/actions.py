"""Actions a second: whole games of ours against whole games of other engines, in one run.

Every engine does for each action what a session does: list what is legal, verify the action,
apply it so that the game before it is not lost, make the line of JSON that says what was asked
and what happened, and look whether the game is over. Each does so in its own way:

- ours: `legal_actions`, `apply` (which verifies; states are frozen), `encode_entry`;
- python-chess: `legal_moves`, `is_legal`, `push` (whose stack `pop` goes back on), the move in
  UCI and in SAN (which tells captures, checks and mate), `is_game_over`;
- catanatron: `playable_actions`, `play_tick`, which verifies, hands whoever keeps a log (an
  accumulator) a copy of the game before each action, and says how the dice fell; `winning_color`;
- pokerkit, for comparison alone: `can_…`, the action (which verifies), `status`.

What is chosen was decided before the clock runs, and tables are laid without it: our bots play
the shipped decks as a room does and their actions are played again, as are random moves of
chess; where dice and cards cannot be told to fall again, the n-th of what is legal is taken, n
drawn beforehand. Engines take turns, so that a slow moment of the machine falls on all of them;
the figure is the median of the ratios of those turns.
"""

from __future__ import annotations

import gc
import json
import random
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from random import Random
from statistics import median
from time import process_time
from typing import Any

from benchmarks.row import Row
from game.content import load_board, load_deck, merge
from game.rules.actions import Action
from game.rules.apply import apply
from game.rules.legal import legal_actions
from game.rules.ruleset import Plan, Rules, Turns
from game.rules.start import new_state
from game.rules.state import COLOURS, Over, State
from game.session.bots import Bots, next_move
from game.session.entry import Entry, encode_entry

SCENARIOS = Path(__file__).resolve().parent.parent / "scenarios"
NAME = "actions a second (verify, apply, log, legal actions), random whole games"
TIMES = 3.0
"""How many times as many as python-chess and catanatron."""

Engine = Callable[[], tuple[int, float]]
"""Plays its games once more; returns how many actions that were, and the seconds they took."""


def rows(quick: bool = False) -> list[Row]:
    """A row for each engine; pokerkit's is for comparison alone."""
    games = 1 if quick else 4
    ours = _ours(games)
    others: list[tuple[str, str, Callable[[int], Engine], float | None]] = [
        ("python-chess", "chess", _chess, TIMES),
        ("catanatron", "catanatron", _catanatron, TIMES),
        ("pokerkit", "pokerkit", _pokerkit, None),
    ]
    found = []
    for name, package, prepare, limit in others:
        try:
            import_module(package)
        except ImportError:
            found.append(_row(name, float("nan"), limit, "not installed"))
            continue
        against = f"{name} {version(package)}"
        mine, theirs = _in_turn([ours, prepare(games)], 3 if quick else 9)
        ratio = median(m / t for m, t in zip(mine, theirs, strict=True))
        detail = f"{median(mine):,.0f} a second against {median(theirs):,.0f}"
        found.append(_row(against, ratio, limit, detail))
    return found


def _row(against: str, ratio: float, limit: float | None, detail: str) -> Row:
    missing = ratio != ratio  # noqa: PLR0124 - not a number
    return Row(
        name=NAME,
        against=against,
        figure=detail if missing else f"{ratio:.1f} ×",
        bound=f"≥ {limit:g} ×" if limit else "for comparison",
        ok=limit is None or ratio >= limit,
        value=ratio,
        limit=limit or 0.0,
        detail=detail,
    )


def _in_turn(engines: Sequence[Engine], times: int) -> list[list[float]]:
    """Actions a second of each engine, as often as asked, the engines taking turns."""
    speeds: list[list[float]] = [[] for _ in engines]
    for engine in engines:
        engine()
    # Nobody pays for looking through what lay in memory before.
    gc.collect()
    gc.freeze()
    for _ in range(times):
        for engine, found in zip(engines, speeds, strict=True):
            actions, seconds = engine()
            found.append(actions / seconds)
    gc.unfreeze()
    return speeds


def _ours(games: int) -> Engine:
    """Both ways of taking turns, with two to eight teams."""
    recorded = [
        _recorded(seed, turns, teams)
        for seed in range(games)
        for turns, teams in (
            (Turns.ONE_BY_ONE, 2),
            (Turns.ONE_BY_ONE, 4),
            (Turns.TOGETHER, 4),
            (Turns.TOGETHER, 8),
        )
    ]

    def play() -> tuple[int, float]:
        count, began = 0, process_time()
        for state, actions in recorded:
            for n, (action, at) in enumerate(actions):
                legal_actions(state)
                state, events = apply(state, action, at)  # noqa: PLW2901 - a game goes on
                encode_entry(Entry(n, at, "key", action, events))
                count += 1
                if isinstance(state.stage, Over):
                    break
        return count, process_time() - began

    return play


def _recorded(seed: int, turns: Turns, teams: int) -> tuple[State, list[tuple[Action, int]]]:
    """A session from its lobby, and everything bots did in it, with the time of each."""
    decks = [load_deck(SCENARIOS / name) for name in ("outside-in", "cx-facts")]
    begin = state = new_state(
        merge(decks, "en"),
        load_board(SCENARIOS / "boards" / "journey.yaml", "en"),
        Rules(),
        Plan(turns=turns, rounds=12 if turns is Turns.TOGETHER else 4, play_ms=0, round_ms=0),
        [(f"Team {i}", COLOURS[i]) for i in range(teams)],
        seed,
    )
    bots, at = Bots(seed), 0
    actions = []
    while not isinstance(state.stage, Over):
        action, wait = next_move(state, bots, at)
        at += wait
        state, _ = apply(state, action, at)
        actions.append((action, at))
    return begin, actions


def _numbers(seed: int) -> Callable[[], float]:
    """Numbers from 0 to 1, drawn beforehand."""
    drawn = Random(seed)
    return iter([drawn.random() for _ in range(5000)]).__next__


def _chess(games: int) -> Engine:
    chess: Any = import_module("chess")
    recorded = []
    for seed in range(games * 2):
        board, number, moves = chess.Board(), _numbers(seed), []
        while not board.is_game_over():
            legal = list(board.legal_moves)
            moves.append(legal[int(number() * len(legal))])
            board.push(moves[-1])
        recorded.append(moves)

    def play() -> tuple[int, float]:
        count, began = 0, process_time()
        for moves in recorded:
            board = chess.Board()
            for n, move in enumerate(moves):
                list(board.legal_moves)
                assert board.is_legal(move)
                happened = board.san(move)
                board.push(move)
                json.dumps({"n": n, "move": move.uci(), "happened": happened})
                board.is_game_over()
            count += len(moves)
        return count, process_time() - began

    return play


def _catanatron(games: int) -> Engine:
    module: Any = import_module("catanatron")
    colours = [module.Color.RED, module.Color.BLUE, module.Color.WHITE, module.Color.ORANGE]

    keeper = import_module("catanatron.game").GameAccumulator()

    def one(game: Any, number: Callable[[], float]) -> int:
        def decide(_player: object, _game: object, legal: Sequence[Any]) -> Any:
            return legal[int(number() * len(legal))]

        count = 0
        while game.winning_color() is None and game.state.num_turns < 300:
            move = game.play_tick(decide_fn=decide, accumulators=[keeper])
            json.dumps(
                {
                    "n": count,
                    "color": move.color.value,
                    "action": move.action_type.value,
                    "value": str(move.value),
                }
            )
            count += 1
        return count

    def play() -> tuple[int, float]:
        tables = [
            (module.Game([module.Player(c) for c in colours], seed=seed), _numbers(seed))
            for seed in range(1, games + 1)
        ]
        began = process_time()
        count = sum(one(game, number) for game, number in tables)
        return count, process_time() - began

    return play


def _pokerkit(games: int) -> Engine:
    kit: Any = import_module("pokerkit")

    def one(state: Any, number: Callable[[], float]) -> int:
        count = 0
        while state.status:
            legal = [
                name
                for name, can in (
                    ("f", state.can_fold()),
                    ("c", state.can_check_or_call()),
                    ("r", state.can_complete_bet_or_raise_to()),
                )
                if can
            ]
            move = legal[int(number() * len(legal))]
            if move == "f":
                state.fold()
            elif move == "c":
                state.check_or_call()
            else:
                state.complete_bet_or_raise_to(state.min_completion_betting_or_raising_to_amount)
            json.dumps({"n": count, "move": move})
            count += 1
        return count

    def play() -> tuple[int, float]:
        random.seed(1)  # its cards
        number = _numbers(1)
        hands = [
            kit.NoLimitTexasHoldem.create_state(
                tuple(kit.Automation), True, 0, (1, 2), 2, (200,) * 4, 4
            )
            for _ in range(games * 40)
        ]
        began = process_time()
        count = sum(one(hand, number) for hand in hands)
        return count, process_time() - began

    return play
