"""Twists, mirrors and personas: their fronts, and the backs that tell their piles apart."""

from __future__ import annotations

from collections.abc import Iterator

from game.i18n import _, ngettext
from game.look.box import Box
from game.look.theme import CREAM, Color
from game.look.twists import twist_drawing
from game.report.paper.backs import back_of
from game.report.paper.blocks import Block, Para, Row, Sized, picture
from game.report.paper.deck import PrintedDeck
from game.report.paper.face import LEAST, CardSpec, Head, Side
from game.report.paper.fronts import front_of
from game.report.paper.ink import THEME, WHITE, Ink, line_height
from game.report.paper.sizes import BLEED, PAD
from game.report.paper.typeset import BOLD, HEAVY, SEMI
from game.report.paper.words import effect_text
from game.rules.cards import Mirror, Persona, Twist
from game.rules.ruleset import Rules


def all_specs(deck: PrintedDeck, rules: Rules) -> Iterator[CardSpec]:
    """Every card of a deck, pile by pile, with what these house rules pay."""
    content = deck.content
    for category in content.categories:
        for card in content.cards:
            if card.category == category.id:
                yield CardSpec(
                    id=card.id, front=front_of(deck, card), back=back_of(deck, card, LEAST)
                )
    yield from (_twist(deck, twist) for twist in content.twists)
    yield from (_mirror(deck, mirror, rules.mirror_points) for mirror in content.mirrors)
    yield from (_persona(deck, persona) for persona in content.personas)


def _twist(deck: PrintedDeck, twist: Twist) -> CardSpec:
    name = _("Twist")
    head = Head(title=twist.title, over=name, icon="space-twist", tint=THEME.twist_card, dark=True)

    def say(size: float) -> list[Block]:
        return [
            Para(text=twist.prompt, size=size),
            picture(twist.picture or twist_drawing(twist), 30.0, gap=3.0),
            *effect_rows(twist, size),
        ]

    back = _back(deck, head, name, "space-twist", THEME.twist_card, dark=True)
    return CardSpec(id=twist.id, front=Side(head=head, say=say, foot=deck.title), back=back)


def effect_rows(twist: Twist, size: float) -> list[Block]:
    """What happens, one box for each effect."""
    return [
        Row(
            cap=str(i),
            inside=(Para(text=effect_text(effect), size=size, weight=BOLD, leading=1.2),),
            side=6.2,
            on=True,
            gap=3.0 if i == 1 else 1.5,
            low=True,
        )
        for i, effect in enumerate(twist.effects, 1)
    ]


def _mirror(deck: PrintedDeck, mirror: Mirror, points: int) -> CardSpec:
    name = _("Mirror")
    head = Head(title=mirror.title, over=name, icon="space-mirror", tint=THEME.mirror_tile)

    def say(size: float) -> list[Block]:
        earned = ngettext(
            "Talk, and keep one insight: {n} happy customer.",
            "Talk, and keep one insight: {n} happy customers.",
            points,
        ).format(n=points)
        return [
            Para(text=mirror.prompt, size=size + 1.5, weight=BOLD),
            picture(mirror.picture or "mirror", 40.0, gap=6.0),
            Para(text=earned, size=size, weight=SEMI, color=THEME.text_2, low=True),
        ]

    back = _back(deck, head, name, "space-mirror", THEME.mirror_tile)
    return CardSpec(id=mirror.id, front=Side(head=head, say=say, foot=deck.title), back=back)


def _persona(deck: PrintedDeck, persona: Persona) -> CardSpec:
    name = _("Other eyes")
    tint = THEME.zone(5)
    head = Head(title=persona.name, over=name, icon="icon-eye", tint=tint)

    def say(size: float) -> list[Block]:
        return [
            Sized(h=48.0, paint=lambda ink, box: _portrait(ink, persona, box)),
            Para(text=persona.line, size=size + 3, weight=BOLD, align="center", gap=4.0),
            Para(
                text=_("Look at every card through these eyes, too."),
                size=size, weight=SEMI, color=THEME.text_2, low=True,
            ),
        ]  # fmt: skip

    back = _back(deck, head, name, "icon-eye", tint)
    return CardSpec(id=persona.id, front=Side(head=head, say=say, foot=deck.title), back=back)


def _portrait(ink: Ink, persona: Persona, box: Box) -> None:
    if not persona.picture or not ink.picture(persona.picture, box):
        ink.disc((box.cx, box.cy), box.h * 0.42, THEME.inset)
        ink.picture("icon-eye", box.centred(box.h * 0.5, box.h * 0.5))


def _back(
    deck: PrintedDeck, head: Head, name: str, icon: str, tint: Color, *, dark: bool = False
) -> Side:
    """The back of a pile: its colour to the edge, its sign, its name."""

    def cover(ink: Ink, at: Box) -> None:
        _cover(ink, at, name, deck.title, icon, tint, CREAM if dark else THEME.text)

    return Side(head=head, say=lambda size: [], cover=cover)


def _cover(ink: Ink, at: Box, name: str, title: str, icon: str, tint: Color, color: Color) -> None:
    ink.rect(Box(at.x - BLEED, at.y - BLEED, at.w + 2 * BLEED, at.h + 2 * BLEED), tint)
    ink.rect(at.inset(PAD), edge=color, width=0.5, radius=4.0)
    ink.disc((at.cx, at.cy - 8), 23.0, WHITE)
    ink.picture(icon, Box(at.cx, at.cy - 8, 0, 0).centred(26.0, 26.0))
    words = at.inset(PAD + 4.0)
    lines = ink.type.lines(name, HEAVY, 22.0, words.w)
    ink.lines(
        lines, Box(words.x, at.cy + 20, words.w, 10), 22.0,
        weight=HEAVY, color=color, align="center", leading=1.1,
    )  # fmt: skip
    deck_lines = ink.type.lines(title, SEMI, 10.0, words.w)[:3]
    high = len(deck_lines) * line_height(10.0)
    ink.lines(
        deck_lines, Box(words.x, words.bottom - high, words.w, high), 10.0,
        weight=SEMI, color=color, align="center",
    )  # fmt: skip
