"""Random tables and random evenings, both drawn from what Hypothesis gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random
from typing import Any, NamedTuple

from hypothesis import strategies as st

from game.rules.actions import Action, Begin, ChangeRule, EndPlay, Next, RingBell, TimeUp
from game.rules.apply import apply
from game.rules.cards import Judging
from game.rules.domains import Offer
from game.rules.events import Event
from game.rules.legal import legal_actions
from game.rules.ruleset import BOUNDS, Plan, Rules, Turns
from game.rules.start import new_state
from game.rules.state import COLOURS, Over, State
from tests.rules import pieces, table

PATHS = ("sibd?xtcmidb", "sitmxtb?c", "st?mtcbtidxtmb?", "s" + "b" * 7, "s" + "t" * 4 + "m" * 4)
FLAGS = ("floor_at_zero", "other_view", "hide_scores", "personas", "winning", "awards")

CLOCK = frozenset(
    {"TimeUp", "PauseClock", "ResumeClock", "ExtendClock", "StopClock", "Hold", "Release"}
)
TABLE = {
    "SetAnswer",
    "LockAnswer",
    "RingBell",
    "MarkBell",
    "Judge",
    "JudgeView",
    "Vote",
    "WritePlan",
    "PassCard",
    "ChooseCategory",
    "Roll",
}
"""What carries the game on."""
BY_THE_TABLE = frozenset({"Begin", "Next", *TABLE, *CLOCK})
"""What teams do, and the clock: no hand of the facilitator in cards, teams, turns or rules."""


class Moment(NamedTuple):
    """One action of an evening, and what came of it."""

    before: State
    action: Action
    at: int
    events: tuple[Event, ...]
    after: State


seeds = st.integers(0, 2**32)
"""What a session, or whoever plays it, draws from."""


def house_rules(random: Random) -> dict[str, Any]:
    """House rules as they come, a few of them at the ends of what is allowed."""
    varied: dict[str, Any] = {
        name: random.choice(BOUNDS[name])
        for name in random.sample(sorted(BOUNDS), random.randint(0, 5))
    }
    flipped = random.sample(FLAGS, random.randint(0, 2))
    varied |= {name: not getattr(Rules(), name) for name in flipped}
    return varied | {"judge": random.choice(list(Judging))}


def lobby(number: int, **fixed: Any) -> State:
    """A table in the lobby: 1–8 teams, loop or road, both ways of taking turns."""
    # One number decides everything: drawn one by one, Hypothesis would rather try one team,
    # one round and the first board again and again than the evenings that are hard to play.
    random = Random(number)
    rules = Rules(**(house_rules(random) | fixed))
    turns = random.choice(list(Turns))
    plan = Plan(
        turns=turns,
        rounds=random.choice((1, 3, 6, 40)),
        round_ms=60_000,
        play_ms=random.choice((0, 0, 600_000)),
    )
    board = pieces.board(random.choice(PATHS), loop=random.random() < 0.7)
    teams = list(zip(table.NAMES, COLOURS, strict=True))[: random.randint(1, 8)]
    # A small deck is soon through, so that piles give way and are shuffled again.
    cards = pieces.all_kinds()
    cards = random.choice((cards, tuple(random.sample(cards, random.randint(2, 9)))))
    template = random.choice((None, pieces.TEMPLATE, pieces.TEMPLATE))
    earlier = random.choice(((), pieces.LAST_TIME))
    content = pieces.content(cards)
    return new_state(content, board, rules, plan, teams, number, template, earlier)


def lobbies(**fixed: Any) -> st.SearchStrategy[State]:
    """Tables in the lobby, with these house rules given."""
    return seeds.map(lambda number: lobby(number, **fixed))


def anything(offer: Offer) -> bool:
    """Every offer, but that the facilitator seldom ends play."""
    return offer.action is not EndPlay


def by_the_table(offer: Offer) -> bool:
    """Only what teams and the clock do."""
    return offer.action.__name__ in BY_THE_TABLE


def pick(
    state: State, random: Random, at: int, allowed: Callable[[Offer], bool] = anything
) -> Action:
    """A legal action at `at` ms: the table's mostly, a ring mostly of this very moment."""
    over = state.clock is not None and state.clock.left(at) == 0
    offers = [
        offer
        for offer in legal_actions(state)
        if allowed(offer) and (over or offer.action is not TimeUp)
    ]
    offer = random.choices(offers, [_weight(offer) for offer in offers])[0]
    action: Action = offer.sample(random)
    if isinstance(action, RingBell) and random.random() < 0.9:
        action = RingBell(action.team, max(0, at + random.randint(-12, 12)))
    return action


def _weight(offer: Offer) -> float:
    if offer.action in (Next, Begin, TimeUp, RingBell):
        return 12
    if offer.action.__name__ in TABLE:
        return 6
    # A house rule has two dozen offers, so that it would be changed at every turn.
    return 0.02 if offer.action is ChangeRule else 1 if offer.action.__name__ in CLOCK else 0.3


def evening(
    state: State, seed: int, most: int = 150, allowed: Callable[[Offer], bool] = anything
) -> Iterator[Moment]:
    """A random evening from this state, until it is over or `most` actions are made."""
    random, at = Random(seed), 0
    for _ in range(most):
        if isinstance(state.stage, Over):
            return
        # At once, at a table's pace, or when the clock has long run out.
        at += random.randint(0, random.choice((12, 900, 900, 2500, 60_000)))
        action = pick(state, random, at, allowed)
        before = state
        state, events = apply(before, action, at)
        yield Moment(before, action, at, events, state)
