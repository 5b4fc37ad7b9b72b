"""Decks that were mended while a game runs: their new content takes the place of the old.

Nobody loses the place. The open card stays open on the same step with the same time left; scores
stay as they were given; cards keep their places in their piles.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from game.rules.board import fit_board
from game.rules.cards import (
    Card,
    ChoiceCard,
    CommitCard,
    EstimateCard,
    Mirror,
    OpenCard,
    OrderCard,
    Persona,
    Twist,
)
from game.rules.content import Content
from game.rules.draw import Chance
from game.rules.events import ContentReloaded, Event
from game.rules.move import Move
from game.rules.piles import is_question_pile, make_piles, pile_of
from game.rules.refusal import IllegalAction, Refusal, SetupError, SetupFault
from game.rules.state import (
    BELL,
    Answer,
    Lobby,
    MirrorTold,
    OnCard,
    Over,
    Pile,
    Stage,
    State,
    Step,
    TwistTold,
)

_BEFORE_LOCK = (Step.READ, Step.DISCUSS, Step.GRID, Step.BELL)
"""Steps in which an answer may still change, and so be withdrawn."""


def reload(
    state: State, content: Content, at: int, chance: Chance | None = None
) -> tuple[State, tuple[Event, ...]]:
    """The state with what the decks hold now, and what happened.

    `content` is as it was merged from the decks; `at` and `chance` are as `apply` has them.
    Raises `IllegalAction` when the session is closed, `SetupError` when there is no card, and
    `ReplayError`.
    """
    if isinstance(state.stage, Over):
        raise IllegalAction(Refusal.NOT_NOW)
    if not content.cards:
        raise SetupError(SetupFault.NO_CARDS)
    if chance is not None:
        chance.resumed_at(state.draws)
    move = Move(state, at, chance)
    changed, added, removed = _differences(state.content.newest(), content)
    turned = _turn_open_card(move, content)
    move.set(content=_kept_beside(state, content, turned.waits))
    places = _lay_piles(move, content)
    move.set(board=fit_board(state.board, _categories(move.state.piles)))
    if state.put_next not in content.card_by_id:
        move.set(put_next="")
    move.events.append(
        ContentReloaded(
            changed=changed,
            added=added,
            removed=removed,
            waits=turned.waits,
            withdrawn=turned.withdrawn,
            fell=(*turned.fell, *places),
        )
    )
    return move.done()


_Thing = Card | Twist | Mirror | Persona


def _things(content: Content) -> dict[str, _Thing]:
    """Cards, twists, mirrors and personas by id: they are one family."""
    every: Iterable[_Thing] = (
        *content.cards,
        *content.twists,
        *content.mirrors,
        *content.personas,
    )
    return {thing.id: thing for thing in every}


def _differences(
    before: Content, after: Content
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Ids that are changed, added and removed, in the order of the decks."""
    old, new = _things(before), _things(after)
    return (
        tuple([id_ for id_, thing in new.items() if id_ in old and thing != old[id_]]),
        tuple([id_ for id_ in new if id_ not in old]),
        tuple([id_ for id_ in old if id_ not in new]),
    )


# -- the open card


class _Turned(NamedTuple):
    """What became of the open card."""

    waits: str = ""
    """Its id, if the old version stays until it is done."""
    withdrawn: tuple[int, ...] = ()
    """Teams whose answer went."""
    fell: tuple[int, ...] = ()
    """The order its items are shown in, where that was drawn anew."""


def _turn_open_card(move: Move, content: Content) -> _Turned:
    """Put the new version of the open card in the place of the old, where that can be."""
    stage, old = move.state.stage, move.state.card
    if not isinstance(stage, OnCard) or old is None:
        return _Turned()
    new = content.card_by_id.get(old.id)
    if new is None:
        return _Turned()
    places = answer_places(old, new)
    answered = bool(stage.answers or stage.before or stage.shown)
    fits = places is not None or stage.step in _BEFORE_LOCK or not answered
    if new.kind is not old.kind or new.play is not old.play or not fits:
        return _Turned(waits=old.id)
    move.stage(pile=pile_of(new))
    if places is not None:
        _follow_places(move, stage, places)
        return _Turned()
    shown = move.chance.order(len(new.items)) if isinstance(new, OrderCard) else ()
    move.stage(shown=shown, answers=(), asked=False)
    return _Turned(withdrawn=tuple([team for team, _ in stage.answers]), fell=shown)


def answer_places(old: Card, new: Card) -> tuple[int, ...] | None:
    """Where each option or item of a card stands in its new version, to move answers along.

    Empty where an answer is no option or item, and means what it meant; None where it would
    mean something else.
    """
    match old, new:
        case ChoiceCard(), ChoiceCard():
            return _moved([o.text for o in old.options], [o.text for o in new.options])
        case OrderCard(), OrderCard():
            return _moved([i.text for i in old.items], [i.text for i in new.items])
        case EstimateCard(), EstimateCard():
            return () if (old.measure, old.unit) == (new.measure, new.unit) else None
        case (OpenCard(), OpenCard()) | (CommitCard(), CommitCard()):
            return ()
        case _:
            return None


def _moved(old: Sequence[str], new: Sequence[str]) -> tuple[int, ...] | None:
    """The place in `new` of each text of `old`; None where that cannot be told.

    A text that is found again keeps its meaning wherever it stands. Texts that were mended are
    known by their place, or because only one is left over.
    """
    if len(old) != len(new):
        return None
    places = [new.index(text) if old.count(text) == new.count(text) == 1 else -1 for text in old]
    left = [i for i, place in enumerate(places) if place < 0]
    free = [place for place in range(len(new)) if place not in places]
    if left != free and len(left) > 1:
        return None
    for i, place in zip(left, free, strict=True):
        places[i] = place
    return tuple(places)


def _follow_places(move: Move, stage: OnCard, places: tuple[int, ...]) -> None:
    if places == tuple(range(len(places))):
        return

    def follow(answer: Answer) -> Answer:
        if isinstance(answer, tuple):
            return tuple([places[i] for i in answer])
        assert isinstance(answer, int), "an estimate has no places"
        return places[answer]

    move.stage(
        shown=tuple([places[i] for i in stage.shown]),
        answers=tuple([(team, follow(answer)) for team, answer in stage.answers]),
        before=tuple([(team, follow(answer)) for team, answer in stage.before]),
    )


# -- what is kept, and where cards lie


def _kept_beside(state: State, content: Content, waits: str) -> Content:
    """The new content, with what this session still needs of the old."""
    before = state.content
    ids = {*_things(content), *content.category_by_id}
    gone = (
        *before.retired,
        *before.cards,
        *before.twists,
        *before.mirrors,
        *before.personas,
        *before.categories,
    )
    retired = tuple([thing for thing in gone if thing.id not in ids])
    if not waits:
        return replace(content, retired=retired)
    old = before.card_by_id[waits]
    return replace(
        content,
        cards=tuple([old if card.id == waits else card for card in content.cards]),
        retired=retired,
        waiting=content.card_by_id[waits],
    )


def _categories(piles: Iterable[Pile]) -> tuple[str, ...]:
    return tuple([p.name for p in piles if is_question_pile(p.name) and p.name != BELL])


def _lay_piles(move: Move, content: Content) -> tuple[int, ...]:
    """Lay every card of the new content where it belongs; what fell of it.

    A card keeps its place. One that is new, or has come to another pile, goes anywhere among
    those still to be drawn, as if it had been shuffled in from the start; one that was played
    before it came to another pile, was played there.
    """
    state = move.state
    laid = make_piles(content)
    if isinstance(state.stage, Lobby):
        move.set(piles=laid)  # they are shuffled when it begins
        return ()
    played = {card for pile in state.piles for card in pile.played}
    open_now = _open_now(state.stage)
    fell: list[int] = []
    piles = []
    for new in laid:
        old = state.pile(new.name) or Pile(name=new.name, cards=())
        here = {*new.cards} - {open_now}
        cards = [card for card in old.cards if card in here]
        done = [card for card in old.played if card in here]
        coming = here.difference(cards, done)
        for card in new.cards:
            if card not in coming:
                continue
            if card in played:
                done.append(card)
                continue
            place = move.chance.below(len(cards) + 1)
            fell.append(place)
            cards.insert(place, card)
        piles.append(Pile(name=new.name, cards=tuple(cards), played=tuple(done)))
    move.set(piles=tuple(piles))
    return tuple(fell)


def _open_now(stage: Stage) -> str:
    """The card, twist or mirror on the wall: it lies in no pile."""
    match stage:
        case OnCard():
            return stage.card
        case TwistTold():
            return stage.twist
        case MirrorTold():
            return stage.mirror
        case _:
            return ""
