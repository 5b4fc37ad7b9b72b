"""Piles: shuffled from the session's seed, never repeating before they are through."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from game.rules.cards import Card, Kind, Play
from game.rules.content import Content
from game.rules.events import PileGaveWay, PileShuffled
from game.rules.move import Move
from game.rules.state import BELL, MIRROR, TWIST, Pile, State, evolve


def pile_of(card: Card) -> str:
    """Where a card lies: bell cards in the bell pile, all others in their category's."""
    return BELL if card.play is Play.BELL else card.category


def make_piles(content: Content) -> tuple[Pile, ...]:
    """Every pile that has cards, in the order of the decks, not yet shuffled."""
    cards: dict[str, list[str]] = {category.id: [] for category in content.categories}
    cards[BELL] = []
    for card in content.cards:
        cards[pile_of(card)].append(card.id)
    cards[TWIST] = [twist.id for twist in content.twists]
    cards[MIRROR] = [mirror.id for mirror in content.mirrors]
    return tuple(Pile(name=name, cards=tuple(ids)) for name, ids in cards.items() if ids)


def is_question_pile(name: str) -> bool:
    """True for categories and the bell pile: what a twist or mirror never stands in for."""
    return name not in (TWIST, MIRROR)


def fullest(state: State, *, categories_only: bool = False) -> str | None:
    """The question pile with most cards to draw, the first of equals; None if all are empty."""
    best: Pile | None = None
    for pile in state.piles:
        if not is_question_pile(pile.name) or (categories_only and pile.name == BELL):
            continue
        if pile.cards and (best is None or len(pile.cards) > len(best.cards)):
            best = pile
    return best.name if best else None


def choices(state: State) -> tuple[str, ...]:
    """Categories a team can choose from: those with cards to draw, or all when none has."""
    categories = [pile for pile in state.piles if pile.name not in _NO_CATEGORY]
    filled = tuple([pile.name for pile in categories if pile.cards])
    return filled or tuple([pile.name for pile in categories])


_NO_CATEGORY = (BELL, TWIST, MIRROR)


def shuffle_all(move: Move) -> None:
    """Shuffle each pile, before play."""
    move.set(
        piles=tuple(
            [
                evolve(pile, cards=_shuffled(move, pile.name, pile.cards))
                for pile in move.state.piles
            ]
        )
    )


def shuffle_played(move: Move) -> None:
    """Shuffle everything played, and lay it under what is left of its pile.

    Twists and mirrors may be left when all questions are through: those come
    first, since no card comes again before its pile is through.
    """
    move.set(
        piles=tuple(
            [
                evolve(pile, cards=pile.cards + _shuffled(move, pile.name, pile.played), played=())
                if pile.played
                else pile
                for pile in move.state.piles
            ]
        )
    )


def _shuffled(move: Move, name: str, cards: tuple[str, ...]) -> tuple[str, ...]:
    order = move.chance.order(len(cards))
    move.events.append(PileShuffled(name, len(cards), order))
    return tuple([cards[i] for i in order])


def take(move: Move, wanted: str) -> tuple[str, str]:
    """Draw the next card of a pile: (card id, name of the pile it came from).

    An empty pile gives way to the fullest question pile; when all of those are
    empty, everything played is shuffled again.
    """
    if is_question_pile(wanted) and move.state.put_next:
        return _take_chosen(move)
    pile = move.state.pile(wanted)
    if (pile is None or not pile.cards) and fullest(move.state) is None:
        shuffle_played(move)
        pile = move.state.pile(wanted)
    if pile is None or not pile.cards:
        instead = fullest(move.state)
        assert instead is not None, "a session is only set up with cards"
        chosen = move.state.put_next
        if chosen:
            # A card comes where a mirror or a twist was wanted: then it is the chosen one.
            move.events.append(PileGaveWay(wanted, pile_of(move.state.content.card_by_id[chosen])))
            return _take_chosen(move)
        move.events.append(PileGaveWay(wanted, instead))
        pile = move.state.pile(instead)
    assert pile is not None
    card, rest = pile.cards[0], pile.cards[1:]
    _put(move, evolve(pile, cards=rest))
    return card, pile.name


def _take_chosen(move: Move) -> tuple[str, str]:
    """The facilitator's card, from wherever it lies."""
    chosen = move.state.put_next
    name = pile_of(move.state.content.card_by_id[chosen])
    pile = move.state.pile(name)
    assert pile is not None
    _put(
        move,
        evolve(
            pile,
            cards=tuple(c for c in pile.cards if c != chosen),
            played=tuple(c for c in pile.played if c != chosen),
        ),
    )
    move.set(put_next="")
    return chosen, name


def put_played(move: Move, name: str, card: str) -> None:
    """The card was played: it waits for its pile to be through."""
    pile = _home(move, name, card)
    if pile is not None:
        _put(move, evolve(pile, played=(*pile.played, card)))


def put_under(move: Move, name: str, card: str) -> None:
    """The card goes under its pile."""
    pile = _home(move, name, card)
    if pile is not None:
        _put(move, evolve(pile, cards=(*pile.cards, card)))


def _home(move: Move, name: str, card: str) -> Pile | None:
    """The pile a card that was open goes back to; None if its deck has it no more.

    A version of it that waited for this moment takes its place.
    """
    content = move.state.content
    if card in content.retired_ids:
        return None
    if content.waiting is not None and content.waiting.id == card:
        name = pile_of(content.waiting)
        move.set(content=content.settled())
    pile = move.state.pile(name)
    assert pile is not None, "every card that can be drawn has a pile"
    return pile


def take_same_kind(move: Move, kind: Kind, near: str) -> tuple[str, str] | None:
    """The next card of a kind, from its own pile if it has one; None if there is no other."""
    state = move.state
    found = find_same_kind(state.content, state.piles, state.put_next, kind, near)
    if found is None:
        return None
    card, name = found
    if card == move.state.put_next:
        return _take_chosen(move)
    pile = move.state.pile(name)
    assert pile is not None
    _put(move, evolve(pile, cards=tuple(c for c in pile.cards if c != card)))
    return found


def find_same_kind(
    content: Content, piles: Sequence[Pile], put_next: str, kind: Kind, near: str
) -> tuple[str, str] | None:
    """Where the next `turn` card of a kind lies: (card id, pile); None if there is none.

    The facilitator's choice comes first, then the pile `near`, then the fullest.
    """
    cards = content.card_by_id
    chosen = cards.get(put_next)
    if chosen is not None and chosen.kind is kind and chosen.play is Play.TURN:
        return chosen.id, pile_of(chosen)
    for pile in sorted(piles, key=lambda pile: (pile.name != near, -len(pile.cards))):
        found = _first_of_kind(pile, kind, cards)
        if found is not None:
            return found, pile.name
    return None


def has_same_kind(content: Content, piles: Sequence[Pile], put_next: str, kind: Kind) -> bool:
    """True where there is a card for `find_same_kind` to find."""
    cards = content.card_by_id
    chosen = cards.get(put_next)
    if chosen is not None and chosen.kind is kind and chosen.play is Play.TURN:
        return True
    return any(_first_of_kind(pile, kind, cards) is not None for pile in piles)


def _first_of_kind(pile: Pile, kind: Kind, cards: Mapping[str, Card]) -> str | None:
    """The first `turn` card of a kind in a pile; None if it has none, as twists and mirrors."""
    if not is_question_pile(pile.name):
        return None
    for card_id in pile.cards:
        card = cards[card_id]
        if card.kind is kind and card.play is Play.TURN:
            return card_id
    return None


def _put(move: Move, pile: Pile) -> None:
    piles = list(move.state.piles)
    for i, old in enumerate(piles):
        if old.name == pile.name:
            piles[i] = pile
            break
    move.set(piles=tuple(piles))
