"""What a card says about itself on paper, in the language of its deck."""

from __future__ import annotations

from game.i18n import _, ngettext, signed
from game.rules.cards import (
    CustomersEffect,
    Effect,
    Meter,
    MeterEffects,
    Play,
    RollEffect,
    SpacesEffect,
    SwapEffect,
    SwapWith,
    Who,
)


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


def meters_text(effects: MeterEffects, meters: tuple[Meter, ...]) -> str:
    """Effects on meters, those that are none left out: `+1 progress, −1 connection`.

    A line never ends between a number and its meter.
    """
    names = {meter.id: meter.name for meter in meters}
    told = [f"{signed(n)}\u00a0{names.get(id_, id_).lower()}" for id_, n in effects if n]
    return ", ".join(told)


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
