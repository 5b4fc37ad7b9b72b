"""What the plate in the middle of the board says, in every state the board is shown in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from game.i18n import _, ngettext
from game.rules.board import Space, SpaceKind
from game.rules.cards import Persona
from game.rules.piles import fullest, pile_of
from game.rules.state import BELL, MIRROR, TWIST, Choosing, Landed, Lobby, State
from game.rules.walking import position
from game.screens.scenes.frame import category_name, team_colour, team_name
from game.screens.scenes.words import number_word, sentence

Picture = Literal["", "die", "portrait"]


MOST_TITLES = 2
"""So many decks are told by their titles; more are counted."""


@dataclass(frozen=True)
class Words:
    """What the plate says."""

    title: str
    line: str = ""
    """Below the title."""
    foot: str = ""
    """Across the plate's lower edge."""
    note: str = ""
    """Quiet words beside the button."""
    token: str = ""
    """Colour of the team that is named; "" for none."""
    button: str = ""
    """The word on the brass pill; "" for no pill."""
    shared: bool = False
    """The plate is the customer's of all: the team with the die is named on the pill."""
    wordless: bool = False
    """The pill shows only whose the die is: the word gave way."""
    picture: Picture = ""
    pips: int = 0
    """What the die shows; 0 while nobody has rolled."""
    persona: str = ""
    """Whose portrait it is."""


def words_of(state: State, *, arrived: bool = True) -> Words:
    """What the plate says in this state; a new customer shows once the pawn has `arrived`."""
    stage = state.stage
    match stage:
        case Landed():
            new = _new_customer(state) if arrived else None
            return _landed(state, stage) if new is None else _met(state, new)
        case Lobby():
            return _lobby(state)
        case Choosing():
            return Words(
                team_name(state, state.active), _("chooses"), token=team_colour(state, state.active)
            )
        case _:
            return _customer_ready(state) if state.rules.together else _ready(state)


def _lobby(state: State) -> Words:
    decks = state.content.decks
    titles = " · ".join(deck.title for deck in decks)
    if len(decks) > MOST_TITLES:
        n = len(decks)
        titles = sentence(ngettext("{n} deck", "{n} decks", n).format(n=number_word(n)))
    n = len(state.teams)
    return Words(
        titles or state.board.title,
        ngettext("{n} team", "{n} teams", n).format(n=number_word(n)),
        button=_("Begin"),
    )


def _ready(state: State) -> Words:
    team = state.team(state.active)
    persona = state.content.persona_by_id.get(team.persona)
    foot = f"{persona.name}: {persona.line}" if persona else ""
    again = state.rolled_again
    button = _("Walk on") if state.rules.die == 1 else _("Roll again") if again else _("Roll")
    return Words(
        team.name,
        "",
        foot,
        token=team.colour,
        button=button,
        picture="die" if state.rules.die > 1 else "",
    )


def _customer_ready(state: State) -> Words:
    """Together: the customer, and who has the die."""
    customer, colour = state.customer, team_colour(state, state.active)
    button = _("Walk on") if state.rules.die == 1 else _("Roll")
    persona = state.content.persona_by_id.get(customer.persona)
    if persona is None:
        return Words(
            team_name(state, state.active),
            _("has the die"),
            token=colour,
            button=button,
            picture="die" if state.rules.die > 1 else "",
        )
    left = max(1, state.rules.customer_cards - customer.cards)
    note = ngettext("a new customer after {n} card", "a new customer after {n} cards", left).format(
        n=number_word(left)
    )
    return Words(
        persona.name,
        persona.line,
        note=note,
        token=colour,
        button=button,
        shared=True,
        picture="portrait",
        persona=persona.id,
    )


def _new_customer(state: State) -> Persona | None:
    """Together: who came along with this roll; None if the customer stayed the same."""
    customer = state.customer
    if not state.rules.together or customer.cards or state.round < 2:
        return None
    return state.content.persona_by_id.get(customer.persona)


def _met(state: State, persona: Persona) -> Words:
    return Words(
        persona.name,
        _("our new customer"),
        next_words(state),
        picture="portrait",
        persona=persona.id,
    )


def _landed(state: State, stage: Landed) -> Words:
    name = team_name(state, state.active)
    colour = team_colour(state, state.active)
    foot = next_words(state)
    if state.rules.die == 1:
        return Words(name, _("walks on"), foot, token=colour)
    return Words(
        name,
        _("rolled {n}").format(n=stage.rolled),
        foot,
        token=colour,
        picture="die",
        pips=stage.rolled,
    )


def next_words(state: State) -> str:
    """What the space leads to, and what gives way to what."""
    space = state.board.spaces[position(state)]
    if state.put_next and space.kind in (SpaceKind.CATEGORY, SpaceKind.BELL):
        return _("Next: {category}").format(
            category=category_name(state, pile_of(state.content.card_by_id[state.put_next]))
        )
    wanted = _pile_for(space)
    if not wanted:
        return _("Next: choose a category")
    pile = state.pile(wanted)
    if pile is not None and pile.cards:
        return _next_of(wanted, category_name(state, wanted))
    instead = fullest(state)
    if instead is None:
        return _("All cards played: the piles are shuffled again")
    return _("{wanted}: none left. Next: {instead}").format(
        wanted=_pile_name(state, wanted), instead=category_name(state, instead)
    )


def _pile_for(space: Space) -> str:
    """The pile a space draws from; "" where the team chooses."""
    match space.kind:
        case SpaceKind.CATEGORY:
            return space.category
        case SpaceKind.BELL:
            return BELL
        case SpaceKind.TWIST:
            return TWIST
        case SpaceKind.MIRROR:
            return MIRROR
        case SpaceKind.START | SpaceKind.CHOOSE:
            return ""


def _next_of(pile: str, category: str) -> str:
    if pile == BELL:
        return _("Next: a bell card")
    if pile == TWIST:
        return _("Next: a twist")
    if pile == MIRROR:
        return _("Next: a mirror")
    return _("Next: {category}").format(category=category)


def _pile_name(state: State, pile: str) -> str:
    if pile == TWIST:
        return _("Twists")
    if pile == MIRROR:
        return _("Mirrors")
    return category_name(state, pile)
