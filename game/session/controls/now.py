"""What is legal now, at hand for the controls, and fields made from its bounds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from game.rules.actions import Action
from game.rules.content import Content
from game.rules.domains import Between, Domain, NewName, Offer, OneOf, OrNone, Words
from game.rules.keep import keep_last
from game.rules.legal import legal_actions
from game.rules.refusal import IllegalAction, Refusal
from game.rules.start import MOST_NAME
from game.rules.state import State
from game.rules.verify import verify
from game.session.controls.model import Control, ControlDoes, Field, Group
from game.session.seats import colour_name
from game.session.telling import words
from game.session.telling.refusals import refusal_sentence

_FIELD_OF = {
    Refusal.NAME_TAKEN: "name",
    Refusal.NAME_EMPTY: "name",
    Refusal.COLOUR_TAKEN: "colour",
    Refusal.NO_SUCH_CARD: "card",
    Refusal.NO_SUCH_TEAM: "team",
    Refusal.NOT_THIS_TEAM: "team",
    Refusal.ALREADY_RUNG: "team",
    Refusal.NO_TOKENS: "team",
    Refusal.ALREADY_CHANGED: "team",
    Refusal.NOT_AN_ANSWER: "answer",
}


class Now:
    """A session at one moment, and what can be done to it."""

    def __init__(self, state: State, at: int) -> None:
        self.state = state
        self.at = at
        self._offers: dict[type, list[Offer]] = {}
        for offer in legal_actions(state):
            self._offers.setdefault(offer.action, []).append(offer)

    def offers(self, action: type) -> list[Offer]:
        """The offers for one kind of action; empty where it is not legal now."""
        return self._offers.get(action, [])

    def can(self, action: type) -> bool:
        """True where something of the kind is legal."""
        return action in self._offers

    def domain(self, action: type, field: str) -> Domain:
        """What a field may hold, where there is one offer of the kind."""
        found = self.offers(action)[0].field(field)
        assert found is not None, f"{action.__name__} has no field {field}"
        return found

    def ids(self, action: type, field: str = "team") -> tuple[int, ...]:
        """Every team the field may hold, over all offers of the kind, in order of turns."""
        found = [value for offer in self.offers(action) for value in values(offer.field(field))]
        order = [team.id for team in (*self.state.teams, *self.state.joining)]
        return tuple(sorted(set(found), key=order.index))

    def control(
        self,
        id: str,
        group: Group,
        label: str,
        does: ControlDoes,
        *fields: Field,
        **more: Any,
    ) -> Control:
        """A control that is held against the rules once it is filled in."""
        return Control(id, group, label, does, fields, check=self._check, **more)

    def _check(self, action: Action) -> tuple[str, str] | None:
        try:
            verify(self.state, action, self.at)
        except IllegalAction as refused:
            return _FIELD_OF.get(refused.reason, ""), refusal_sentence(refused.reason)
        return None

    def team(self, team_id: int) -> str:
        """A team's name."""
        return words.team(team_id, self.state)

    def teams(self, ids: Iterable[int], label: str, **more: Any) -> Field:
        """A field to choose a team in; where there is one only, it stands there already."""
        choices = tuple([(str(team), self.team(team)) for team in ids])
        if len(choices) == 1:
            more.setdefault("value", choices[0][0])
        return Field("team", "team", label, choices=choices, **more)


def values(domain: Domain | None) -> tuple[Any, ...]:
    """All a field may hold, where that can be listed; without None."""
    match domain:
        case OneOf():
            return tuple([value for value in domain.values if value is not None])
        case OrNone():
            return values(domain.domain)
        case Between():
            return tuple(range(domain.least, domain.most + 1))
        case _:
            return ()


def whole_number(name: str, label: str, domain: Domain, **more: Any) -> Field:
    """A field for a whole number within the rules' bounds."""
    assert isinstance(domain, Between)
    return Field(name, "number", label, low=domain.least, high=domain.most, **more)


def text(name: str, label: str, domain: Domain, **more: Any) -> Field:
    """A field for words, as long as the rules allow."""
    match domain:
        case Words():
            more.setdefault("required", domain.least > 0)
            return Field(name, "text", label, low=domain.least, high=domain.most, **more)
        case NewName():
            return Field(name, "text", label, low=1, high=MOST_NAME, **more)
        case _:
            raise AssertionError(f"{name} is no text")


def colours(label: str, free: Iterable[str], **more: Any) -> Field:
    """A field to choose a team colour in."""
    choices = tuple([(colour, colour_name(colour)) for colour in free])
    return Field("colour", "colour", label, choices=choices, **more)


def choice(name: str, label: str, choices: Iterable[tuple[str, str]], **more: Any) -> Field:
    """A field to choose in."""
    return Field(name, "choice", label, choices=tuple(choices), **more)


def cards(label: str, state: State, open_now: str) -> Field:
    """A field to search a card in."""
    return Field("card", "card", label, choices=_titles(state.content, open_now))


@keep_last
def _titles(content: Content, open_now: str) -> tuple[tuple[str, str], ...]:
    """(id, title and category) of every card that can be put next."""
    names = {id_: category.name for id_, category in content.category_by_id.items()}
    return tuple(
        [
            (card.id, f"{card.title} · {names.get(card.category, card.category)}")
            for card in content.cards
            if card.id != open_now
        ]
    )
