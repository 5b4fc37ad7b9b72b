"""A card comes up, goes from step to step, and is closed."""

from __future__ import annotations

from typing import Any

from game.rules.cards import Card, CommitCard, OpenCard, OrderCard, Play
from game.rules.events import BellChanged, CardDrawn, StepBegan
from game.rules.move import Move
from game.rules.piles import put_played
from game.rules.state import Bell, BellPhase, ClockFor, OnCard, Record, State, Step


def how_played(state: State, card: Card) -> Play:
    """Who answers this card here: together, everyone; and one team alone has no bell."""
    if card.play is Play.BELL:
        return Play.BELL if len(state.teams) > 1 else Play.TURN
    if state.rules.together and not isinstance(card, OpenCard | CommitCard):
        return Play.EVERYONE
    return card.play


def open_card(move: Move, card_id: str, pile: str) -> None:
    """Lay the card on the wall, to be read; a bell card arms the bells."""
    state = move.state
    card = state.content.card_by_id[card_id]
    shown = move.chance.order(len(card.items)) if isinstance(card, OrderCard) else ()
    play = how_played(state, card)
    bell = Bell(phase=BellPhase.ARMED, eligible=move.ids()) if play is Play.BELL else None
    step = Step.BELL if bell else Step.READ
    move.clear_clock()
    move.set(
        stage=OnCard(
            card=card_id,
            pile=pile,
            play=play,
            team=state.active,
            step=step,
            shown=shown,
            bell=bell,
            began=move.at,
            for_room=state.rules.together and play is Play.TURN,
        )
    )
    move.events.append(CardDrawn(card_id, pile, shown))
    if bell:
        move.events.append(BellChanged(BellPhase.ARMED))


def begin_step(move: Move, step: Step, **changes: Any) -> None:
    """The card goes on to its next step, with these changes to the stage."""
    stage = move.on_card
    if stage.step in TALKING:
        changes["talked_ms"] = stage.talked_ms + _talk(move, stage)
    if step in TALKING:
        changes["since"] = move.state.played(move.at)
    changes["step"], changes["asked"] = step, False
    move.change_stage(changes)
    move.events.append(StepBegan(stage.card, step))


def begin_discussion(move: Move) -> None:
    """The card has been read: the countdown runs, if there is one."""
    card = move.state.card
    assert card is not None
    begin_step(move, Step.DISCUSS)
    move.start_clock(ClockFor.DISCUSS, discussion_seconds(move.state, card))


def discussion_seconds(state: State, card: Card) -> int:
    """Seconds to discuss a card; 0 is off. The ruleset can switch it off for all cards."""
    seconds = state.rules.discuss_seconds
    return card.thinking if seconds and card.thinking else seconds


def close_card(move: Move) -> None:
    """The card is done: it joins those played, and is remembered."""
    stage = move.on_card
    put_played(move, stage.pile, stage.card)
    done = Record(
        card=stage.card,
        round=move.state.round,
        team=stage.team,
        answers=stage.answers,
        before=stage.before,
        gains=stage.gains,
        viewer=stage.viewer,
        play=stage.play,
        rang=_rang(stage.bell),
        wrong=stage.bell.out if stage.bell is not None else (),
        began=stage.began,
        ended=move.at,
        talked_ms=stage.talked_ms + _talk(move, stage),
        after=move.state.teams,
    )
    move.set(records=(*move.state.records, done))


TALKING = (Step.DISCUSS, Step.VIEW_TAKEN, Step.TALK)
"""Steps in which people talk about the card, which is what the longest discussion is of."""


def _talk(move: Move, stage: OnCard) -> int:
    """Milliseconds of talk since the step began, without what was held."""
    return max(0, move.state.played(move.at) - stage.since) if stage.step in TALKING else 0


def _rang(bell: Bell | None) -> tuple[int, ...]:
    """Teams that rang on the card, each once."""
    return () if bell is None else tuple(sorted({*bell.out, *(ring.team for ring in bell.rings)}))
