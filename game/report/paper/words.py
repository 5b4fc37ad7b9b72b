"""What a card says about itself on paper, in the language of its deck."""

from __future__ import annotations

import math

from game.i18n import _, ngettext, number, pgettext, signed
from game.rules.cards import (
    Card,
    CustomersEffect,
    Effect,
    EstimateCard,
    Measure,
    Meter,
    MeterEffects,
    Play,
    RollEffect,
    SpacesEffect,
    SwapEffect,
    SwapWith,
    Who,
)
from game.session.telling.kinds import evidence_name

LETTERS = "ABCDEFG"


def play_name(play: Play) -> str:
    """Who answers it."""
    match play:
        case Play.TURN:
            return _("One team")
        case Play.BELL:
            return _("Bell")
        case Play.EVERYONE:
            return _("Everyone")


def play_icon(play: Play) -> str:
    """The drawing that goes with who answers."""
    return {Play.TURN: "icon-talk", Play.BELL: "space-bell", Play.EVERYONE: "cat-culture"}[play]


def points_text(points: int) -> str:
    """What an answer earns."""
    return ngettext("{n} point", "{n} points", points).format(n=points)


def meters_text(effects: MeterEffects, meters: tuple[Meter, ...]) -> str:
    """Effects on meters, those that are none left out: `+1 progress, −1 connection`.

    A line never ends between a number and its meter.
    """
    names = {meter.id: meter.name for meter in meters}
    told = [f"{signed(n)}\u00a0{names.get(id_, id_).lower()}" for id_, n in effects if n]
    return ", ".join(told)


def source_text(card: Card) -> str:
    """Where a fact comes from; "" where the card says nothing."""
    parts = [
        card.source,
        str(card.year) if card.year is not None else "",
        evidence_name(card.evidence) if card.evidence else "",
    ]
    return ", ".join(part for part in parts if part)


def value_text(card: EstimateCard, value: float, *, unit: bool = True) -> str:
    """A number as the card measures it: `1,200 calls`, `80%`, `1998`."""
    if card.measure is Measure.YEAR:
        return number(value, grouped=False)
    shown = number(value)
    if card.measure is Measure.PERCENTAGE and not card.unit:
        return f"{shown}%"
    return f"{shown} {card.unit}".strip() if unit else shown


def band_texts(card: EstimateCard) -> list[str]:
    """What a guess has to lie between for 3, 2 and 1 points."""
    told = []
    for points, width in zip((3, 2, 1), card.bands.widths, strict=True):
        reach = abs(card.answer) * width / 100 if card.bands.relative else width
        low, high = _reached(card, reach)
        sentence = pgettext("points for a guess", "{points}: {low} to {high}")
        told.append(
            sentence.format(
                points=points_text(points),
                low=value_text(card, low, unit=False),
                high=value_text(card, high, unit=False),
            )
        )
    return told


def _reached(card: EstimateCard, reach: float) -> tuple[float, float]:
    """The ends of a band, without what nobody would guess: a negative count, 105 per cent."""
    low, high = card.answer - reach, card.answer + reach
    if card.answer >= 0:
        low = max(0.0, low)
    if card.measure is Measure.PERCENTAGE and 0 <= card.answer <= 100:
        high = min(100.0, high)
    if card.answer == int(card.answer) and math.ceil(low) <= math.floor(high):
        # Where the answer is a whole number, guesses are as well: 68 to 90, not 67.15 to 90.85.
        return math.ceil(low), math.floor(high)
    return low, high


def effect_text(effect: Effect) -> str:
    """An effect of a twist as a sentence, whoever plays."""
    match effect:
        case CustomersEffect():
            return _customers(effect.who, effect.customers)
        case SpacesEffect():
            return _spaces(effect.who, effect.spaces)
        case SwapEffect():
            return {
                SwapWith.LEADER: _("Change places on the board with the team in the lead."),
                SwapWith.LAST: _("Change places on the board with the team that comes last."),
                SwapWith.NEXT: _("Change places on the board with the team whose turn is next."),
            }[effect.swap]
        case RollEffect():
            return _("Roll and play once more.")


def _customers(who: Who, customers: int) -> str:
    n = abs(customers)
    if customers >= 0:
        text = ngettext("{who}: {n} customer joins.", "{who}: {n} customers join.", n)
    else:
        text = ngettext("{who}: {n} customer leaves.", "{who}: {n} customers leave.", n)
    return text.format(who=who_name(who), n=n)


def _spaces(who: Who, spaces: int) -> str:
    n = abs(spaces)
    if spaces >= 0:
        text = ngettext("{who}: {n} space forward.", "{who}: {n} spaces forward.", n)
    else:
        text = ngettext("{who}: {n} space back.", "{who}: {n} spaces back.", n)
    return text.format(who=who_name(who), n=n)


def who_name(who: Who) -> str:
    """Whom a twist befalls; who comes first and last may be several."""
    return {
        Who.SELF: _("Your team"),
        Who.LEADER: _("In the lead"),
        Who.LAST: _("In last place"),
        Who.OTHERS: _("All the others"),
        Who.ALL: _("Everybody"),
    }[who]
