"""A card, a twist, a mirror, a persona in the guide: what their cards say, and the notes."""

from __future__ import annotations

from game.i18n import _
from game.report.paper.backs import say_back
from game.report.paper.blocks import Beside, Block, Para
from game.report.paper.deck import PrintedDeck
from game.report.paper.guide_blocks import Heading
from game.report.paper.ink import THEME
from game.report.paper.typeset import BOLD, SEMI
from game.report.paper.words import effect_text, play_name
from game.rules.cards import Card, CommitCard, Judging, Mirror, OpenCard, Persona, Twist
from game.session.telling.kinds import kind_name

_GAP = 6.5
"""Air above an entry."""


def card_blocks(deck: PrintedDeck, card: Card, number: int, size: float) -> list[Block]:
    """Everything of a card: the question, the answer, the private notes."""
    blocks: list[Block] = [
        Heading(text=f"{number}  {card.title}", level=1, gap=_GAP),
        Para(
            text=" · ".join(_line(card)), size=size, weight=SEMI, color=THEME.text_2,
            gap=0.4, keep=True,
        ),
        Para(text=card.prompt, size=size, gap=1.2),
    ]  # fmt: skip
    if isinstance(card, CommitCard) and card.example is not None:
        sentence = _("If {cue}, then {action}.")
        text = sentence.format(cue=card.example.cue, action=card.example.action.rstrip("."))
        blocks.append(Para(lead=_("For example"), text=text, size=size))
    blocks.extend(say_back(deck, card, size, size, options=True))
    if card.notes:
        blocks.append(notes_block(card.notes, size))
    return blocks


def _line(card: Card) -> list[str]:
    parts = [kind_name(card), play_name(card.play)]
    if isinstance(card, OpenCard) and card.judge is not None:
        peers = card.judge is Judging.PEERS
        parts.append(_("judged by the teams") if peers else _("judged by you"))
    return parts


def notes_block(text: str, size: float) -> Block:
    """What only the facilitator is to know."""
    words = Para(lead=_("For you"), text=text, size=size, leading=1.24)
    return Beside(picture="icon-eye", side=6.0, inside=(words,), fill=THEME.zone(1), gap=2.6)


def twist_blocks(twist: Twist, size: float) -> list[Block]:
    """A twist and what it does."""
    return [
        Heading(text=twist.title, level=1, gap=_GAP - 1.5),
        Para(text=twist.prompt, size=size, gap=1.0),
        *(
            Para(text=effect_text(effect), size=size, weight=BOLD, inset=4.0, marker="•", gap=1.0)
            for effect in twist.effects
        ),
    ]


def mirror_blocks(mirror: Mirror, size: float) -> list[Block]:
    """A mirror and its notes."""
    blocks: list[Block] = [
        Heading(text=mirror.title, level=1, gap=_GAP - 1.5),
        Para(text=mirror.prompt, size=size, gap=1.0),
    ]
    if mirror.notes:
        blocks.append(notes_block(mirror.notes, size))
    return blocks


def persona_blocks(persona: Persona, size: float) -> list[Block]:
    """A persona in two lines."""
    return [
        Para(text=persona.name, size=size + 1, weight=BOLD, gap=3.0, keep=True),
        Para(text=persona.line, size=size, gap=0.2),
    ]
