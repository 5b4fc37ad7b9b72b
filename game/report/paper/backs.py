"""The backs of cards: the answer, what each choice leads to, why, and what to talk about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from game.i18n import _
from game.report.paper.blocks import Beside, Block, Para, Row
from game.report.paper.deck import PrintedDeck, icon_of, shuffled
from game.report.paper.face import Head, Side
from game.report.paper.ink import THEME
from game.report.paper.typeset import BODY, BOLD, HEAVY, SEMI
from game.report.paper.words import meters_text
from game.rules.cards import (
    Card,
    ChoiceCard,
    CommitCard,
    EstimateCard,
    Meter,
    OpenCard,
    Option,
    OrderCard,
    Play,
)
from game.session.telling.cardwords import (
    LETTERS,
    band_texts,
    figure,
    points_text,
    source_text,
)
from game.session.telling.kinds import kind_name

SMALLER = 1.0
"""Points that what is only looked up is set smaller, down to the least."""


def back_of(deck: PrintedDeck, card: Card, least: float) -> Side:
    """The side with the answer; nothing is set smaller than `least`."""
    category = deck.category(card)
    answer = _("Answer")
    return Side(
        head=Head(
            title=card.title,
            over=f"{answer} · {category.name}",
            icon=icon_of(category),
            tint=THEME.inset,
        ),
        say=lambda size: say_back(deck, card, size, least),
        foot=f"{deck.title} · {kind_name(card)}",
        foot_icon="icon-eye",
        number=str(deck.numbers()[card.id]),
    )


def say_back(
    deck: PrintedDeck, card: Card, size: float, least: float, *, options: bool = False
) -> list[Block]:
    """The answer and everything that is told with it; `options` names those again, too."""
    small = max(least, size - SMALLER)
    blocks = list(answer_blocks(card, deck.content.meters, size, small, options))
    if card.why:
        blocks.append(Para(lead=_("Why"), text=card.why, size=size, gap=3.0))
    meters = meters_text(card.meters, deck.content.meters)
    if meters:
        sentence = _("With a point or more: {meters}.").format(meters=meters)
        blocks.append(Para(text=sentence, size=small, color=THEME.text_2))
    if card.reflect:
        blocks.append(reflect_block(card.reflect, size))
    source = source_text(card)
    if source:
        text = _("Source: {source}").format(source=source)
        blocks.append(Para(text=text, size=small, color=THEME.text_2, low=True))
    return blocks


def reflect_block(text: str, size: float) -> Block:
    """The talking question, in its bubble."""
    words = Para(text=text, size=size, weight=BOLD, leading=1.22)
    return Beside(picture="icon-talk", side=7.0, inside=(words,), fill=THEME.brass_soft, gap=3.0)


def answer_blocks(
    card: Card, meters: tuple[Meter, ...], size: float, small: float, options: bool
) -> Iterator[Block]:
    """What is right, or what each choice is worth."""
    match card:
        case ChoiceCard():
            best = max(option.points for option in card.options)
            for i, option in enumerate(card.options):
                # On a bell card the options are seen here for the first time.
                named = options or card.quiz or card.play is Play.BELL
                text = option.text if named else ""
                yield _option(LETTERS[i], option, text, meters, size, small, best)
        case EstimateCard():
            yield Para(text=figure(card, card.answer), size=size + 11, weight=HEAVY, leading=1.1)
            yield from (Para(text=text, size=size, gap=0.4) for text in band_texts(card))
        case OrderCard():
            yield from _in_order(card, size, small)
        case OpenCard():
            yield from criteria_blocks(card, size)
        case CommitCard():
            yield from _plan_points(size)


def _option(
    letter: str,
    option: Option,
    text: str,
    meters: tuple[Meter, ...],
    size: float,
    small: float,
    best: int,
) -> Block:
    moved = meters_text(option.meters, meters)
    worth = " · ".join(part for part in (points_text(option.points), moved) if part)
    inside: list[Block] = [Para(text=worth, size=small, weight=BOLD, leading=1.2)]
    if text:
        inside.append(Para(text=text, size=size, weight=SEMI, leading=1.2, gap=0.3))
    if option.feedback:
        inside.append(Para(text=option.feedback, size=size, leading=1.2, gap=0.3))
    return Row(cap=letter, inside=tuple(inside), side=6.2, on=option.points == best > 0, gap=1.4)


def _in_order(card: OrderCard, size: float, small: float) -> Iterator[Block]:
    letters = {item: LETTERS[place] for place, item in enumerate(shuffled(card))}
    ranked = sorted(range(len(card.items)), key=lambda i: card.items[i].rank)
    place = 1
    for _rank, group in groupby(ranked, key=lambda i: card.items[i].rank):
        equal = list(group)
        for i in equal:
            text = f"{letters[i]}  {card.items[i].text}"
            words = Para(text=text, size=size, weight=SEMI, leading=1.2)
            yield Row(cap=str(place), inside=(words,), side=6.2, plain=True, gap=1.2)
        place += len(equal)
    yield Para(
        text=_(
            "Count the pairs in the right order: all of them 3 points, four in five 2, three in "
            "five 1. Items of one number are not compared."
        ),
        size=small,
        color=THEME.text_2,
    )


def criteria_blocks(card: OpenCard, size: float) -> Sequence[Block]:
    """What a good answer shows, as a list."""
    if not card.criteria:
        return [Para(text=_("0 to 3 points, as the facilitator judges."), size=size)]
    head = Para(text=_("A good answer"), size=size, weight=BOLD, keep=True)
    lines = [
        Para(text=text, size=size, weight=BODY, inset=4.0, marker="•", gap=1.0)
        for text in card.criteria
    ]
    return [head, *lines]


def _plan_points(size: float) -> Iterator[Block]:
    earned = (
        _("If and then: 1 point"),
        _("By whom and by when: 1 more"),
        _("Visible on Monday: 1 more"),
    )
    for text in earned:
        yield Para(text=text, size=size, weight=SEMI, inset=4.0, marker="•", gap=1.0)
