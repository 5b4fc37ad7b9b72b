"""Other eyes to look through: who gets them, and when."""

from __future__ import annotations

from game.rules.cards import Persona
from game.rules.events import PersonaDrawn
from game.rules.move import Move
from game.rules.state import State, Team, evolve


def draw_personas(move: Move) -> None:
    """Everyone gets other eyes at random: each team, or the customer."""
    if move.state.rules.together:
        draw_customer(move)
        return
    for team in move.state.teams:
        draw_persona(move, team)


def draw_persona(move: Move, team: Team) -> None:
    """Eyes nobody else looks through, as long as there are enough."""
    taken = {other.persona for other in move.state.teams}
    free = [p for p in move.state.content.personas if p.id not in taken]
    persona, fell = _pick(move, free or list(move.state.content.personas))
    move.team(team.id, persona=persona.id)
    move.events.append(PersonaDrawn(team.id, persona.id, (fell,)))


def draw_customer(move: Move) -> None:
    """The customer on the board becomes somebody else."""
    customer = move.state.customer
    others = [p for p in move.state.content.personas if p.id != customer.persona]
    persona, fell = _pick(move, others or list(move.state.content.personas))
    move.set(customer=evolve(customer, persona=persona.id, cards=0))
    move.events.append(PersonaDrawn(None, persona.id, (fell,)))


def _pick(move: Move, personas: list[Persona]) -> tuple[Persona, int]:
    fell = move.chance.below(len(personas))
    return personas[fell], fell


def has_personas(state: State) -> bool:
    """True when personas are drawn in this session."""
    return state.rules.personas and bool(state.content.personas)


def deal_personas(move: Move) -> None:
    """Other eyes for whoever has none: a late team, or all when personas were just switched on."""
    state = move.state
    if not has_personas(state):
        return
    if state.rules.together:
        if not state.customer.persona:
            draw_customer(move)
        return
    for team in state.teams:
        if not team.persona:
            draw_persona(move, team)
