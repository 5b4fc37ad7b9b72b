"""Every moment a card can be in, with the game's own cards: what the tests of its screens share."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from game.rules.actions import (
    Action,
    Judge,
    JudgeView,
    LockAnswer,
    MarkBell,
    Next,
    RingBell,
    SetAnswer,
    Vote,
    WritePlan,
)
from game.rules.judging import voters
from game.rules.state import ChooseFor, Choosing, IfThen, OnCard, State, Step, evolve
from game.screens import scenes
from game.screens.kit.theme import DAYLIGHT, STAGE
from game.screens.kit.wall import Wall
from game.screens.screen import Look, Screen
from tests.screens.inside import NAMES, play, ready, scored, seen, spread

HALF = tuple(
    Wall(size, theme, seat)
    for size, theme, seat in (
        ((960, 540), DAYLIGHT, 1.0),
        ((640, 400), STAGE, 1.0),
        ((512, 384), DAYLIGHT, 1.0),
        ((540, 960), DAYLIGHT, 1.0),
        ((960, 540), STAGE, 1.34),
        ((960, 540), DAYLIGHT, 1.69),
        ((512, 384), DAYLIGHT, 1.69),
    )
)
"""The shapes of windows and the distances of the last row, at half their pixels: quick to paint."""
WIDE = HALF[0]

DILEMMA, QUIZ, NUMBER, ORDER, OPEN, PEERS, PLAN = (
    "outside-in/own-red-carpet", "cx-facts/four-minutes", "cx-facts/six-minutes",
    "outside-in/when-will-i-hear", "outside-in/too-wet-pool", "outside-in/on-the-bus",
    "outside-in/one-visit",
)  # fmt: skip
ALL_DILEMMA, ALL_QUIZ, ALL_NUMBER, ALL_ORDER = (
    "outside-in/steeper-than-the-photo", "cx-facts/missing-planes", "cx-facts/delivery-gap",
    "cx-facts/who-to-believe",
)  # fmt: skip
BELL_QUIZ, BELL_NUMBER = "cx-facts/cent-per-tail", "cx-facts/oldest-complaint"
THE_PLAN = IfThen(
    cue="the Monday meeting is over and nobody has left yet",
    action="Fatma rings one customer and asks whether two of us may come by",
    who="Fatma and Ruud",
    by_when="Friday 14 March",
)


def on_card(card: str, teams: int = 4, **setup: Any) -> State:
    """This card is open and being read (or its bells are armed)."""
    state = ready(teams, deck=card.split("/", maxsplit=1)[0], **setup)
    state = scored(state, *(11, 14, 12, 9, 18, 7, 16, 10)[:teams])
    state = spread(state, *(8, 21, 16, 9, 3, 27, 12, 0)[:teams])
    state = evolve(state, stage=Choosing(why=ChooseFor.SPACE), put_next=card)
    state = play(state, Next())
    assert stage_of(state).card == card
    return state


def stage_of(state: State) -> OnCard:
    """The card's stage."""
    assert isinstance(state.stage, OnCard)
    return state.stage


def until(state: State, step: Step) -> State:
    """Next until the card has come so far."""
    for _ in range(8):
        if stage_of(state).step is step:
            return state
        state = play(state, Next(), at=9000)
    raise AssertionError(f"never came to {step}, but is at {stage_of(state).step}")


def ids(state: State) -> list[int]:
    """Ids of the teams in order."""
    return [team.id for team in state.teams]


def answered(card: str, answers: tuple[Any, ...], **setup: Any) -> State:
    """Everybody's cards are up, and these are entered; None sits out."""
    setup.setdefault("together", True)
    state = play(on_card(card, len(answers), **setup), Next(), Next())
    actions: list[Action] = [
        SetAnswer(team, answer)
        for team, answer in zip(ids(state), answers, strict=True)
        if answer is not None
    ]
    return play(state, *actions)


def viewing(**setup: Any) -> State:
    """A dilemma is answered, the bell is open for another view."""
    state = play(on_card(DILEMMA, **setup), Next())
    return play(state, LockAnswer(stage_of(state).team, 0), at=1000)


def view_taken(**setup: Any) -> State:
    """The second team rang first, two others after it."""
    state = viewing(**setup)
    others = [team for team in ids(state) if team != stage_of(state).team]
    for i, team in enumerate(others[:3]):
        state = play(state, RingBell(team, 2000 + 84 * i), at=2000 + 84 * i)
    return state


def split(**setup: Any) -> State:
    """Everyone's dilemma has split the room; the bell is open for another view."""
    return play(answered(ALL_DILEMMA, (0, 1, 1, 2, 1, 0, 1, 2), **setup), Next(), at=100)


def split_taken(**setup: Any) -> State:
    """The first team argues its view, the second has come over to it."""
    state = split(**setup)
    first, second, *_rest = ids(state)
    return play(play(state, RingBell(first, 200), at=200), SetAnswer(second, 0), at=900)


def bell_taken(card: str = BELL_QUIZ, **setup: Any) -> State:
    """The third team rang first, two others after it."""
    state = play(on_card(card, **setup), Next(), at=3000)
    for i, team in enumerate((ids(state)[2], *ids(state)[:2])):
        state = play(state, RingBell(team, 4000 + 90 * i), at=4000 + 90 * i)
    return state


def early(**setup: Any) -> State:
    """The first team rang while the card was read."""
    state = on_card(BELL_QUIZ, **setup)
    return play(state, RingBell(ids(state)[0], 100), at=100)


def judging(card: str = OPEN, **setup: Any) -> State:
    """An open or commit card is being judged."""
    return until(on_card(card, **setup), Step.JUDGE)


def voted(count: int, teams: int = 8, **setup: Any) -> State:
    """So many peers have voted."""
    state = judging(PEERS, teams=teams, **setup)
    votes = [Vote(team, (2, 2, 3, 1, 3, 2, 0)[i]) for i, team in enumerate(voters(state))]
    return play(state, *votes[:count])


def planned(**setup: Any) -> State:
    """A plan is written and judged."""
    state = on_card(PLAN, **setup)
    return until(play(state, WritePlan(stage_of(state).team, THE_PLAN)), Step.JUDGE)


def added_view(**setup: Any) -> State:
    """Another team added its view to an open card, which is now judged."""
    state = until(on_card(OPEN, **setup), Step.VIEW)
    state = play(state, RingBell(next(i for i in ids(state) if i != stage_of(state).team), 5), at=5)
    return until(state, Step.JUDGE)


Moment = Callable[..., State]


def _revealed(make: Moment, *more: Action) -> Moment:
    return lambda **setup: until(play(make(**setup), *more, at=9000), Step.REVEAL)


def _talked(make: Moment) -> Moment:
    return lambda **setup: play(make(**setup), Next(), at=9900)


def _own(card: str, answer: Any) -> Moment:
    def made(**setup: Any) -> State:
        state = play(on_card(card, **setup), Next())
        return play(state, LockAnswer(stage_of(state).team, answer), at=500)

    return made


def _view_given(**setup: Any) -> State:
    state = view_taken(**setup)
    viewer = stage_of(state).viewer
    assert viewer is not None
    return play(state, LockAnswer(viewer, 1), at=9000)


def _marked(card: str) -> Moment:
    def made(**setup: Any) -> State:
        state = play(bell_taken(card, **setup), MarkBell(False), at=5000)
        state = play(state, RingBell(ids(state)[0], 6000), at=6000)
        return play(state, MarkBell(True), at=6500)

    return made


def _judged(**setup: Any) -> State:
    state = added_view(**setup)
    return until(play(state, Judge(stage_of(state).team, 2), JudgeView(1)), Step.REVEAL)


def _plan_judged(**setup: Any) -> State:
    state = planned(**setup)
    return until(play(state, Judge(stage_of(state).team, 1)), Step.REVEAL)


def _asked(make: Moment) -> Moment:
    def made(**setup: Any) -> State:
        state = play(make(**setup), Next(), at=9000)
        assert stage_of(state).asked
        return state

    return made


def _discussed(card: str) -> Moment:
    return lambda **setup: play(on_card(card, **setup), Next())


ORDERS = ((0, 1, 2, 3), (1, 0, 2, 3), (3, 2, 1, 0), None, (0, 2, 1, 3))
GUESSES = (40, 12, 12, 8, 3, 90, 55, None)

MOMENTS: dict[str, Moment] = {
    "dilemma-read": lambda **s: on_card(DILEMMA, **s),
    "dilemma": _discussed(DILEMMA),
    "dilemma-asked": _asked(_discussed(DILEMMA)),
    "quiz": _discussed(QUIZ),
    "number": _discussed(NUMBER),
    "order": _discussed(ORDER),
    "open": _discussed(OPEN),
    "plan": _discussed(PLAN),
    "plan-for-room": lambda **s: on_card(PLAN, together=True, **s),
    "plan-written": lambda **s: play(
        on_card(PLAN, **s), WritePlan(on_card(PLAN, **s).active, THE_PLAN)
    ),
    "everyone-read": lambda **s: on_card(ALL_DILEMMA, together=True, **s),
    "view": viewing,
    "view-taken": view_taken,
    "open-view": lambda **s: until(on_card(OPEN, **s), Step.VIEW),
    "grid": lambda **s: answered(ALL_DILEMMA, (0, 2, None, None, 1, None, None, None), **s),
    "grid-full": lambda **s: answered(ALL_DILEMMA, (0, 2, 1, 1, 1, 0, 2, 1), **s),
    "grid-asked": _asked(lambda **s: answered(ALL_DILEMMA, (0, 2, None, 1), **s)),
    "grid-number": lambda **s: answered(ALL_NUMBER, (40, None, 12, None, 8, 1, None, 4), **s),
    "grid-order": lambda **s: answered(ALL_ORDER, (*ORDERS[:3], None, None, None, None, None), **s),
    "split": split,
    "split-taken": split_taken,
    "bell-armed": lambda **s: on_card(BELL_QUIZ, **s),
    "bell-early": early,
    "bell-open": lambda **s: play(early(**s), Next(), at=200),
    "bell-taken": bell_taken,
    "bell-again": lambda **s: play(bell_taken(**s), MarkBell(False), at=5000),
    "judge": judging,
    "judge-view": added_view,
    "judge-asked": _asked(judging),
    "votes": lambda **s: voted(5, **s),
    "votes-asked": _asked(lambda **s: voted(5, **s)),
    "votes-full": lambda **s: voted(7, **s),
    "judge-plan": planned,
    "judge-no-plan": _asked(lambda **s: judging(PLAN, **s)),
    "reveal-dilemma": _revealed(_view_given),
    "reveal-quiz": _revealed(_own(QUIZ, 1)),
    "reveal-nothing": _revealed(lambda **s: on_card(DILEMMA, **s)),
    "reveal-number": _revealed(_own(NUMBER, 25)),
    "reveal-order": _revealed(_own(ORDER, (1, 0, 2, 4, 3))),
    "reveal-everyone": _revealed(split_taken),
    "reveal-all-quiz": _revealed(lambda **s: answered(ALL_QUIZ, (0, 1, 2, 1), **s)),
    "reveal-all-number": _revealed(lambda **s: answered(ALL_NUMBER, GUESSES, **s)),
    "reveal-all-order": _revealed(lambda **s: answered(ALL_ORDER, ORDERS, **s)),
    "reveal-bell": _marked(BELL_QUIZ),
    "reveal-bell-number": _marked(BELL_NUMBER),
    "reveal-open": _judged,
    "reveal-votes": _revealed(lambda **s: voted(7, **s)),
    "reveal-plan": _plan_judged,
    "talk-dilemma": _talked(_revealed(_view_given)),
    "talk-everyone": _talked(_revealed(split_taken)),
    "talk-number": _talked(_revealed(lambda **s: answered(ALL_NUMBER, GUESSES, **s))),
    "talk-bell": _talked(_marked(BELL_QUIZ)),
    "talk-plan": _talked(_plan_judged),
}
"""Every moment of a card by its name; each takes what `on_card` takes."""


@cache
def moment(name: str, language: str = "en", names: tuple[str, ...] = NAMES) -> State:
    """One of them, made once."""
    return MOMENTS[name](language=language, names=names)


def scene_of(state: State) -> Screen:
    """The scene that shows it."""
    return scenes.make(state)


def look_of(state: State, wall: Wall = WIDE, **more: Any) -> Look:
    """What it sees, a little later."""
    return seen(state, wall, at=9000, **more)
