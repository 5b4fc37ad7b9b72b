"""What only the facilitator may see of cards: notes, right answers, criteria, what comes next."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from game.i18n import _
from game.rules.board import SpaceKind
from game.rules.cards import (
    Card,
    ChoiceCard,
    CommitCard,
    EstimateCard,
    Mirror,
    OpenCard,
    OrderCard,
    Play,
    Twist,
)
from game.rules.debrief import reading
from game.rules.events import PageShown, ReviewShown
from game.rules.moments import picks
from game.rules.state import (
    BELL,
    MIRROR,
    TWIST,
    Debrief,
    Landed,
    MirrorTold,
    OnCard,
    Part,
    Phase,
    Review,
    State,
    TwistTold,
)
from game.rules.walking import position
from game.session.telling import words
from game.session.telling.cardwords import LETTERS, band_texts, figure, points_text, source_text
from game.session.telling.debrief import moment_sentence, plan_sentence, tell_closing
from game.session.telling.kinds import kind_name

_PILES = {SpaceKind.BELL: BELL, SpaceKind.TWIST: TWIST, SpaceKind.MIRROR: MIRROR}
_EMPTY: dict[str, Any] = {
    "line": "", "notes": "", "heading": "", "options": [], "told": [], "answers": [],
}  # fmt: skip
"""What only cards have."""


def open_now(state: State) -> dict[str, Any] | None:
    """The card, twist, mirror, question or plan on the wall, with all that is known of it."""
    match state.stage:
        case OnCard():
            card = state.content.card_by_id[state.stage.card]
            return _card(card, state, state.stage)
        case TwistTold(twist=name):
            return _plain(_("Twist"), state.content.twist_by_id[name], "")
        case MirrorTold(mirror=name):
            mirror = state.content.mirror_by_id[name]
            return _plain(_("Mirror"), mirror, mirror.notes)
        case Review(index=index):
            asked = ReviewShown(state.earlier[index].number)
            return {
                **_EMPTY,
                "id": f"review-{index}",
                "title": tell_closing(asked, state),
                "prompt": "",
            }
        case Debrief(part=part, index=index):
            return _page(part, index, state)
        case _:
            return None


def _page(part: Part, index: int, state: State) -> dict[str, Any]:
    """A page of the debrief: what is asked, looked back on or read aloud."""
    told = ""
    if part is Part.MOMENT:
        told = moment_sentence(picks(state)[index], state)
    elif part is Part.READ:
        told = plan_sentence(reading(state)[index].plan)
    page = {"id": f"{part}-{index}", "title": tell_closing(PageShown(part, index), state)}
    return {**_EMPTY, **page, "prompt": told}


def _card(card: Card, state: State, stage: OnCard) -> dict[str, Any]:
    line = [words.pile(card.category, state), kind_name(card)]
    if stage.play is not Play.TURN:
        line.append(_("Bell") if stage.play is Play.BELL else _("Everyone"))
    return {
        "id": card.id,
        "line": " · ".join(line),
        "title": card.title,
        "prompt": card.prompt,
        "notes": card.notes,
        "heading": _("Right order") if isinstance(card, OrderCard) else _("Answers"),
        "options": _options(card, stage),
        "told": _told(card),
        "answers": _answers(state, stage),
    }


def _options(card: Card, stage: OnCard) -> list[dict[str, Any]]:
    if isinstance(card, OrderCard):
        return [{"letter": str(item.rank + 1), "text": item.text} for item in card.items]
    if not isinstance(card, ChoiceCard):
        return []
    best = max(option.points for option in card.options)
    return [
        {
            "letter": LETTERS[place],
            "text": option.text,
            "points": points_text(option.points),
            "best": option.points == best,
            "feedback": option.feedback,
            "who": [team for team, answer in stage.answers if answer == place],
        }
        for place, option in enumerate(card.options)
    ]


def _told(card: Card) -> list[dict[str, Any]]:
    """What else a card says that its face does not: each a heading and its lines."""
    found: list[tuple[str, Iterable[str]]] = []
    match card:
        case EstimateCard():
            found.append((_("Right answer"), (figure(card, card.answer),)))
            found.append((_("What is near enough"), band_texts(card)))
        case OpenCard():
            found.append((_("A good answer shows"), card.criteria))
        case CommitCard(example=example) if example is not None:
            found.append((_("An example"), (f"{example.cue} → {example.action}",)))
        case _:
            pass
    found.append((_("Why"), (card.why,)))
    found.append((_("To talk about"), (card.reflect,)))
    found.append((_("Source"), (source_text(card),)))
    told = [(name, [line for line in lines if line]) for name, lines in found]
    return [{"name": name, "lines": lines} for name, lines in told if lines]


def _plain(line: str, thing: Twist | Mirror, notes: str) -> dict[str, Any]:
    """What the wall tells in full: there is nothing to know beside it but notes."""
    told = {"id": thing.id, "line": line, "title": thing.title, "prompt": thing.prompt}
    return {**_EMPTY, **told, "notes": notes}


def _answers(state: State, stage: OnCard) -> list[dict[str, Any]]:
    """Who answered what so far: the room's secret until the reveal, not the facilitator's."""
    return [{"team": team, "text": words.answer(answer, state)} for team, answer in stage.answers]


def coming(state: State) -> dict[str, Any] | None:
    """What the next draw would bring: the facilitator's own choice, or what lies on top.

    Where it is known which pile is drawn from next, that pile stands first and says so. None when
    play is over and nothing is drawn any more.
    """
    if state.phase in (Phase.PODIUM, Phase.DEBRIEF, Phase.OVER):
        return None
    if state.put_next:
        return {"chosen": True, "piles": [_top(_pile_of(state), state.put_next, state)]}
    wanted = _wanted(state)
    filled = [pile for pile in state.piles if pile.cards]
    piles = sorted(filled, key=lambda pile: pile.name != wanted)
    return {
        "chosen": False,
        "piles": [
            {**_top(pile.name, pile.cards[0], state), "due": pile.name == wanted} for pile in piles
        ],
    }


def _pile_of(state: State) -> str:
    card = state.content.card_by_id[state.put_next]
    return BELL if card.play is Play.BELL else card.category


def _top(pile: str, name: str, state: State) -> dict[str, Any]:
    """A pile, and the card, twist or mirror on top of it; two piles may be called the same."""
    card = state.content.card_by_id.get(name)
    return {
        "id": pile,
        "pile": words.pile(pile, state),
        "title": words.card(name, state),
        "kind": kind_name(card) if card else "",
        "notes": card.notes if card else "",
        "due": True,
    }


def _wanted(state: State) -> str:
    """The pile the pawn stands before; "" while nobody knows."""
    if not isinstance(state.stage, Landed):
        return ""
    space = state.board.spaces[position(state)]
    return space.category or _PILES.get(space.kind, "")
