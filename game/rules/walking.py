"""The die and the pawn: rolling, walking, landing, and what a twist does to them."""

from __future__ import annotations

from collections.abc import Sequence

from game.rules.board import Board, SpaceKind
from game.rules.cards import (
    CustomersEffect,
    Effect,
    RollEffect,
    SpacesEffect,
    SwapEffect,
    SwapWith,
    Who,
)
from game.rules.events import (
    CategoryDue,
    MirrorDrawn,
    PawnMoved,
    Rolled,
    RollGranted,
    Swapped,
    TwistDone,
    TwistDrawn,
)
from game.rules.move import Move
from game.rules.opening import open_card
from game.rules.personas import draw_customer, has_personas
from game.rules.piles import put_played, take
from game.rules.rounds import announce_last
from game.rules.scoring import leaders, trailers
from game.rules.state import (
    BELL,
    MIRROR,
    TWIST,
    ChooseFor,
    Choosing,
    Landed,
    MirrorTold,
    State,
    TwistTold,
    Why,
    evolve,
)

MOST_CUSTOMERS = 3
"""Customers a twist can give or take, a team."""
MOST_SPACES = 6
"""Spaces a twist can move a pawn."""


def roll(move: Move) -> None:
    """The active team rolls (or steps), and the pawn walks space by space."""
    state = move.state
    sides = state.rules.die
    fell = (move.chance.below(sides),) if sides > 1 else ()
    pips = fell[0] + 1 if fell else 1
    move.events.append(Rolled(state.active, pips, fell))
    path = _walk_customer(move, pips) if state.rules.together else _walk_team(move, pips)
    move.set(stage=Landed(rolled=pips, path=path))


def _walk_team(move: Move, pips: int) -> tuple[int, ...]:
    state = move.state
    team = move.active_team()
    path = state.board.walk(team.position, pips)
    move.events.append(PawnMoved(team.id, team.position, path))
    _place(move, team.id, path)
    if state.board.loop:
        for _ in range(path.count(0)):
            if state.rules.start_bonus:
                move.score(team.id, state.rules.start_bonus, Why.START)
    return path


def _place(move: Move, team_id: int, path: Sequence[int]) -> None:
    """Put a pawn at the end of a path walked forward."""
    if not path:
        return
    board = move.state.board
    team = move.state.team(team_id)
    laps = _starts(board, team.position, path, forward=True)
    move.team(team_id, position=path[-1], laps=team.laps + laps)
    if board.at_end(path[-1]):
        move.set(end_reached=True)
        announce_last(move)


def _walk_customer(move: Move, pips: int) -> tuple[int, ...]:
    """The one pawn; at the end of a road the customer starts again."""
    state = move.state
    board, customer = state.board, state.customer
    begin = 0 if board.at_end(customer.position) else customer.position
    path = board.walk(begin, pips)
    move.events.append(PawnMoved(None, begin, path))
    passed = begin != customer.position or (board.loop and 0 in path)
    move.set(
        customer=evolve(customer, position=path[-1] if path else begin, laps=customer.laps + passed)
    )
    if has_personas(state) and (passed or customer.cards >= state.rules.customer_cards):
        draw_customer(move)
    return path


def position(state: State) -> int:
    """The space the pawn in play stands on."""
    if state.rules.together:
        return state.customer.position
    return state.team(state.active).position


def land(move: Move) -> None:
    """The space says which pile; the card is drawn."""
    space = move.state.board.spaces[position(move.state)]
    match space.kind:
        case SpaceKind.CATEGORY:
            draw(move, space.category)
        case SpaceKind.START | SpaceKind.CHOOSE:
            choose(move, ChooseFor.SPACE)
        case SpaceKind.BELL:
            draw(move, BELL)
        case SpaceKind.TWIST:
            draw(move, TWIST)
        case SpaceKind.MIRROR:
            draw(move, MIRROR)


def choose(move: Move, why: ChooseFor) -> None:
    """The team picks its category."""
    move.set(stage=Choosing(why=why))
    move.events.append(CategoryDue())


def draw(move: Move, wanted: str) -> None:
    """Draw from a pile and open, or tell, what came up."""
    card, pile = take(move, wanted)
    if pile == TWIST:
        tell_twist(move, card)
    elif pile == MIRROR:
        tell_mirror(move, card)
    else:
        open_card(move, card, pile)


def targets(state: State, who: Who) -> tuple[int, ...]:
    """Ids of the teams an effect befalls, as scores stand now."""
    everyone = tuple(team.id for team in state.teams)
    match who:
        case Who.SELF:
            return (state.active,)
        case Who.LEADER:
            return leaders(state.teams)
        case Who.LAST:
            return trailers(state.teams)
        case Who.OTHERS:
            return tuple(team for team in everyone if team != state.active)
        case Who.ALL:
            return everyone


def do_twist(move: Move, twist_id: str) -> None:
    """Everything a twist says; leader and last are those who were it when it was told."""
    # The move's own state goes on changing with every effect; this one stays as it was told.
    told = evolve(move.state)
    for effect in told.content.twist_by_id[twist_id].effects:
        _do_effect(move, told, effect)
    put_played(move, TWIST, twist_id)
    move.events.append(TwistDone(twist_id))


def _do_effect(move: Move, told: State, effect: Effect) -> None:
    together = told.rules.together
    match effect:
        case CustomersEffect():
            customers = _within(effect.customers, MOST_CUSTOMERS)
            move.pay([(team, customers, ()) for team in targets(told, effect.who)], Why.TWIST)
        case SpacesEffect() if together:
            if targets(told, effect.who):
                _shift_customer(move, _within(effect.spaces, MOST_SPACES))
        case SpacesEffect():
            for team in targets(told, effect.who):
                _shift_team(move, team, _within(effect.spaces, MOST_SPACES))
        case SwapEffect():
            if not together:
                _swap(move, told, effect.swap)
        case RollEffect():
            if not together and not told.rolled_again:
                move.set(roll_again=True)
                move.events.append(RollGranted(told.active))


def _within(wanted: int, most: int) -> int:
    """No deck may move more than a twist may."""
    return max(-most, min(most, wanted))


def _shift_team(move: Move, team_id: int, spaces: int) -> None:
    """Move a pawn without drawing a card; start never pays."""
    board = move.state.board
    team = move.state.team(team_id)
    path = board.walk(team.position, spaces)
    if not path:
        return
    move.events.append(PawnMoved(team_id, team.position, path))
    if spaces > 0:
        _place(move, team_id, path)
        return
    laps = _starts(board, team.position, path, forward=False)
    move.team(team_id, position=path[-1], laps=team.laps + laps)


def _shift_customer(move: Move, spaces: int) -> None:
    board, customer = move.state.board, move.state.customer
    path = board.walk(customer.position, spaces)
    if not path:
        return
    move.events.append(PawnMoved(None, customer.position, path))
    laps = _starts(board, customer.position, path, forward=spaces > 0)
    move.set(customer=evolve(customer, position=path[-1], laps=customer.laps + laps))
    if laps > 0 and has_personas(move.state):
        draw_customer(move)


def _starts(board: Board, begin: int, path: Sequence[int], *, forward: bool) -> int:
    """Laps won on a loop by a path over start; lost (negative) by one backward.

    Start is passed when it is trodden forward, and left again backward.
    """
    if not board.loop:
        return 0
    return path.count(0) if forward else -(begin, *path[:-1]).count(0)


def _swap(move: Move, told: State, swap: SwapWith) -> None:
    """The active team changes places; among several, the draw decides."""
    me = told.active
    match swap:
        case SwapWith.LEADER:
            others = leaders(told.teams)
        case SwapWith.LAST:
            others = trailers(told.teams)
        case SwapWith.NEXT:
            ids = move.ids()
            others = (ids[(ids.index(me) + 1) % len(ids)],)
    others = tuple(team for team in others if team != me)
    if not others:
        return
    fell = (move.chance.below(len(others)),) if len(others) > 1 else ()
    other = others[fell[0] if fell else 0]
    mine, theirs = move.state.team(me), move.state.team(other)
    move.team(me, position=theirs.position, laps=theirs.laps)
    move.team(other, position=mine.position, laps=mine.laps)
    move.events.append(Swapped(me, other, fell))


def tell_twist(move: Move, twist: str) -> None:
    """The twist is told; Next does what it says."""
    move.set(stage=TwistTold(twist=twist))
    move.events.append(TwistDrawn(twist))


def tell_mirror(move: Move, mirror: str) -> None:
    """The mirror is the turn's card."""
    move.set(stage=MirrorTold(mirror=mirror))
    move.events.append(MirrorDrawn(mirror))
