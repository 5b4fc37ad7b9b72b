"""The fronts of cards: what is read aloud and answered, and never the answer."""

from __future__ import annotations

from collections.abc import Sequence

from game.i18n import _
from game.look.box import Box
from game.report.paper.blocks import Block, Para, Row, Sized, picture
from game.report.paper.deck import PrintedDeck, icon_of, shuffled
from game.report.paper.face import Head, Side
from game.report.paper.ink import THEME, Ink
from game.report.paper.typeset import BODY, BOLD, HEAVY, SEMI
from game.report.paper.words import play_icon, play_name
from game.rules.cards import (
    Card,
    ChoiceCard,
    CommitCard,
    EstimateCard,
    Measure,
    OpenCard,
    OrderCard,
    Play,
)
from game.session.telling.cardwords import LETTERS
from game.session.telling.kinds import kind_name

_PICTURE = 26.0
"""Height of a card's picture."""


def front_of(deck: PrintedDeck, card: Card) -> Side:
    """The side with the question."""
    category = deck.category(card)
    return Side(
        head=Head(
            title=card.title,
            over=category.name,
            icon=icon_of(category),
            tint=deck.tint(card.category),
        ),
        say=lambda size: _say(card, size),
        foot=f"{kind_name(card)} · {play_name(card.play)}",
        foot_icon=play_icon(card.play),
        number=str(deck.numbers()[card.id]),
    )


def _say(card: Card, size: float) -> list[Block]:
    blocks: list[Block] = [Para(text=card.prompt, size=size)]
    if card.picture:
        blocks.append(picture(card.picture, _PICTURE, gap=3.0))
    blocks.extend(_below(card, size))
    return blocks


def _below(card: Card, size: float) -> Sequence[Block]:
    """What stands below the prompt, at the bottom of the card."""
    match card:
        case ChoiceCard() if card.play is Play.BELL:
            # Answered without seeing the options: they come with the answer, on the back.
            return [note_line(_("First to ring answers."), size)]
        case ChoiceCard():
            return _options([option.text for option in card.options], size)
        case OrderCard():
            return _options([card.items[i].text for i in shuffled(card)], size)
        case EstimateCard():
            return [_blank(card)]
        case OpenCard():
            return []
        case CommitCard():
            return _plan(card, size)


def note_line(text: str, size: float) -> Block:
    """A quiet sentence at the bottom of a face."""
    return Para(text=text, size=min(size, 10.0), weight=SEMI, color=THEME.text_2, low=True)


def _options(texts: Sequence[str], size: float) -> list[Block]:
    return [
        Row(
            cap=letter,
            inside=(Para(text=text, size=size, weight=SEMI, leading=1.2),),
            side=6.6,
            gap=3.2 if i == 0 else 1.5,
            low=True,
        )
        for i, (letter, text) in enumerate(zip(LETTERS, texts, strict=False))
    ]


def _blank(card: EstimateCard) -> Block:
    """A line to write a number on, before its unit."""
    unit = {Measure.YEAR: _("the year"), Measure.PERCENTAGE: "%", Measure.NUMBER: ""}[card.measure]
    return Sized(h=17.0, paint=lambda ink, box: _write_here(ink, box, card.unit or unit), low=True)


def _write_here(ink: Ink, box: Box, unit: str) -> None:
    ink.rect(box, THEME.inset, radius=2.2)
    inner = box.inset(4.0, 2.0)
    lines = ink.type.lines(unit, BOLD, 12.0, inner.w * 0.5) if unit else []
    width = max((ink.type.width(line, BOLD, 12.0) for line in lines), default=0.0)
    ink.rule((inner.x, inner.bottom - 3.0), (inner.right - width - 3.0, inner.bottom - 3.0))
    height = len(lines) * 12.0 * 0.3528 * 1.1
    words = Box(inner.right - width, inner.bottom - 1.6 - height, width, height)
    ink.lines(lines, words, 12.0, weight=BOLD, leading=1.1)


def _plan(card: CommitCard, size: float) -> list[Block]:
    """A form to write on, and the example that shows how it is meant."""
    blocks: list[Block] = []
    if card.example is not None:
        sentence = _("If {cue}, then {action}.")
        text = sentence.format(cue=card.example.cue, action=card.example.action.rstrip("."))
        blocks.append(Para(lead=_("For example"), text=text, size=size, color=THEME.text_2))
    asked = (_("If"), _("then"), _("by whom, by when"))
    for i, words in enumerate(asked):
        blocks.append(_form_line(words, low=True, gap=3.2 if i == 0 else 1.0))
    return blocks


def _form_line(words: str, *, low: bool, gap: float) -> Block:
    return Sized(h=10.5, paint=lambda ink, box: _form(ink, box, words), low=low, gap=gap)


def _form(ink: Ink, box: Box, words: str) -> None:
    label, line = Box(box.x, box.bottom - 6.4, box.w, 5.0), box.bottom - 1.6
    ink.line(words, label, 10.0, weight=HEAVY if len(words) < 8 else BODY, color=THEME.text_2)
    start = box.x + ink.type.width(words, HEAVY, 10.0) + 2.0
    ink.rule((start, line), (box.right, line), THEME.line)
