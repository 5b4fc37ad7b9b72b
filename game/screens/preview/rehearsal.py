"""A table at which a deck is rehearsed: a session in its first round, and all a card can become.

The rules themselves make every state, so that the wall shows nothing a session would not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from game.rules.actions import Action, Begin, Next
from game.rules.apply import apply
from game.rules.board import Board
from game.rules.cards import Play
from game.rules.content import Content
from game.rules.events import Event
from game.rules.ruleset import Preset, Ruleset, Turns, make_plan
from game.rules.start import new_state
from game.rules.state import (
    ChooseFor,
    Choosing,
    MirrorTold,
    OnCard,
    Personas,
    State,
    Team,
    TwistTold,
    evolve,
)
from game.screens.preview.script import moment_of, wanted
from game.session.seats import default_teams

SEED = 7
"""Chance falls the same way in every rehearsal: a card that is saved again looks the same."""
SCORES = (11, 14, 12, 9, 18, 7, 16, 10)
PLACES = (8, 21, 16, 9, 3, 27, 12, 0)
STEP_MS = 1000
"""Between two things that happen."""
MOST_MOMENTS = 40
"""Of one card in one way of taking turns; far more than there are."""


@dataclass(frozen=True)
class Beat:
    """One thing that happened on the way to a moment."""

    before: State
    events: tuple[Event, ...]
    after: State
    at: int


@dataclass(frozen=True)
class Moment:
    """A state in which the wall shows something else of a card than before."""

    name: str
    """What it is: `read`, `grid-full`…; see `script.moment_of`."""
    turns: Turns
    state: State
    at: int
    """The session's time, in ms."""
    beats: tuple[Beat, ...] = ()
    """How it came about from the moment before it; empty for the first."""

    @property
    def key(self) -> tuple[Turns, str]:
        """What it is known by after the deck was saved again."""
        return self.turns, self.name


@dataclass(frozen=True)
class Rehearsal:
    """A deck's content with a board, house rules and so many teams."""

    content: Content
    board: Board
    ruleset: Ruleset
    preset: Preset
    teams: int = 4

    @cached_property
    def _tables(self) -> dict[Turns, State]:
        return {}

    def table(self, turns: Turns) -> State:
        """The first round of a session, the first team's turn. Raises `SetupError`."""
        if turns not in self._tables:
            self._tables[turns] = self._made(turns)
        return self._tables[turns]

    def _lobby(self, turns: Turns) -> State:
        plan = make_plan(self.preset, self.teams, turns)
        seats = default_teams(self.teams)
        return new_state(self.content, self.board, self.ruleset.rules, plan, seats, SEED)

    def _made(self, turns: Turns) -> State:
        state = _play(self._lobby(turns), Begin(), Next())
        if state.round == 0:  # personas were drawn
            state = _play(state, Next())
        places = len(self.board.spaces)
        teams = [
            evolve(team, customers=score, position=place % places)
            for team, score, place in zip(state.teams, SCORES, PLACES, strict=False)
        ]
        customer = evolve(state.customer, position=PLACES[0] % places)
        return evolve(state, teams=tuple(teams), customer=customer)

    def moments(self, section: str, id_: str) -> tuple[Moment, ...]:
        """Everything the wall shows of a card, twist, mirror or persona; never empty.

        `id_` is qualified by the deck. One by one comes first; together follows where it differs.
        """
        found: list[Moment] = []
        for turns in self._ways(section, id_):
            match section:
                case "cards":
                    found += self._card(turns, id_)
                case "twists":
                    found += self._twist(turns, id_)
                case "mirrors":
                    state = evolve(self.table(turns), stage=MirrorTold(mirror=id_))
                    found.append(Moment("mirror", turns, state, 0))
                case _:
                    found += self._persona(turns, id_)
        return tuple(found)

    def _ways(self, section: str, id_: str) -> tuple[Turns, ...]:
        if section == "mirrors":
            return (Turns.ONE_BY_ONE,)
        if section == "cards" and self.content.card_by_id[id_].play is not Play.TURN:
            return (Turns.ONE_BY_ONE,)
        return (Turns.ONE_BY_ONE, Turns.TOGETHER)

    def _card(self, turns: Turns, id_: str) -> Iterator[Moment]:
        table = self.table(turns)
        drawn = evolve(table, stage=Choosing(why=ChooseFor.SPACE), put_next=id_)
        return _walk(_play(drawn, Next()), turns)

    def _twist(self, turns: Turns, id_: str) -> Iterator[Moment]:
        told = evolve(self.table(turns), stage=TwistTold(twist=id_))
        yield Moment("twist", turns, told, 0)
        beats = tuple(_beats(told, [Next()], 0))
        yield Moment("twist-done", turns, beats[-1].after, beats[-1].at, beats)

    def _persona(self, turns: Turns, id_: str) -> Iterator[Moment]:
        """As it is drawn, and beside the first card that is read with it."""
        drawn = _play(self._lobby(turns), Begin(), Next())
        if isinstance(drawn.stage, Personas):  # unless the house rules do without
            yield Moment("persona", turns, _through_eyes(drawn, id_), 0)
        card = next((card for card in self.content.cards if card.play is not Play.BELL), None)
        table = _through_eyes(self.table(turns), id_)
        beside = card or self.content.cards[0]
        state = evolve(table, stage=Choosing(why=ChooseFor.SPACE), put_next=beside.id)
        yield Moment("persona-card", turns, _play(state, Next()), 0)


def _through_eyes(state: State, persona: str) -> State:
    """The first team (or the customer) looks through these eyes; who had them takes its own."""
    mine = state.teams[0].persona

    def eyes(i: int, team: Team) -> str:
        if i == 0:
            return persona
        return mine if team.persona == persona else team.persona

    teams = tuple(evolve(team, persona=eyes(i, team)) for i, team in enumerate(state.teams))
    if state.rules.together:
        return evolve(state, customer=evolve(state.customer, persona=persona))
    return evolve(state, teams=teams)


def _walk(state: State, turns: Turns) -> Iterator[Moment]:
    """From the state in which a card is drawn to the talk about it."""
    at, beats = 0, []
    name = moment_of(state)
    yield Moment(name, turns, state, at)
    for _move in range(MOST_MOMENTS):
        actions = wanted(state, at + STEP_MS)
        if not actions:
            return
        more = list(_beats(state, actions, at))
        state, at = more[-1].after, more[-1].at
        beats += more
        if not isinstance(state.stage, OnCard):
            return
        if moment_of(state) != name:
            name = moment_of(state)
            yield Moment(name, turns, state, at, tuple(beats))
            beats = []


def _beats(state: State, actions: list[Action], at: int) -> Iterator[Beat]:
    for i, action in enumerate(actions):
        # What happens in a row happens at one moment, but bells are heard one after another.
        then = getattr(action, "at", at + STEP_MS + i)
        after, events = apply(state, action, then)
        yield Beat(state, events, after, then)
        state = after


def _play(state: State, *actions: Action) -> State:
    for action in actions:
        state, _events = apply(state, action, 0)
    return state
