"""What things are called in the sentences of a log."""

from __future__ import annotations

from game.i18n import _
from game.rules.cards import Card, ChoiceCard, EstimateCard, OrderCard
from game.rules.state import BELL, MIRROR, TWIST, Answer, State
from game.session.telling.cardwords import ARROW, LETTERS, figure

UNKNOWN = "?"
"""Stands where a log names something its session does not have."""


def team(team_id: int, state: State) -> str:
    """A team's name; teams that wait to join, or have left, are known too."""
    for one in (*state.teams, *state.joining, *state.left):
        if one.id == team_id:
            return one.name
    return UNKNOWN


def walker(team_id: int | None, state: State) -> str:
    """Whose pawn or persona it is: a team's, or the customer's."""
    return _("The customer") if team_id is None else team(team_id, state)


def card(card_id: str, state: State) -> str:
    """The title of a card, twist or mirror."""
    content = state.content
    for known in (content.card_by_id, content.twist_by_id, content.mirror_by_id):
        if card_id in known:
            return known[card_id].title
    return card_id


def pile(name: str, state: State) -> str:
    """The name of a pile."""
    match name:
        case _ if name == BELL:
            return _("bell cards")
        case _ if name == TWIST:
            return _("twists")
        case _ if name == MIRROR:
            return _("mirrors")
    category = state.content.category_by_id.get(name)
    return category.name if category else name


def persona(persona_id: str, state: State) -> str:
    """The name of a persona."""
    found = state.content.persona_by_id.get(persona_id)
    return found.name if found else persona_id


def meter(meter_id: str, state: State) -> str:
    """The name of a meter."""
    return next((one.name for one in state.content.meters if one.id == meter_id), meter_id)


def answer(given: Answer | None, state: State) -> str:
    """An answer to the open card: a letter, a number, or items in order."""
    return UNKNOWN if given is None else answer_to(state.card, given)


def answer_to(open_card: Card | None, given: Answer) -> str:
    """An answer to that card; as it stands in the log where the card is not known."""
    match open_card, given:
        case ChoiceCard(), int() if 0 <= given < len(LETTERS):
            return LETTERS[given]
        case EstimateCard(), int() | float():
            return figure(open_card, given)
        case OrderCard(), tuple():
            items = open_card.items
            return ARROW.join(items[i].text if 0 <= i < len(items) else UNKNOWN for i in given)
        case _:
            return str(given)


def clock(ms: int | None) -> str:
    """A time left: "1:30"."""
    minutes, seconds = divmod(max(0, ms or 0) // 1000, 60)
    return f"{minutes}:{seconds:02}"
