"""What a twist will do, said of the teams it befalls as scores stand now."""

from __future__ import annotations

from dataclasses import dataclass

from game.i18n import _, ngettext, signed
from game.rules.cards import (
    CustomersEffect,
    Effect,
    RollEffect,
    SpacesEffect,
    SwapEffect,
    SwapWith,
    Twist,
    Who,
)
from game.rules.scoring import leaders, trailers
from game.rules.state import State
from game.rules.walking import targets
from game.screens.scenes.frame import team_name
from game.screens.scenes.words import either


@dataclass(frozen=True)
class Told:
    """One effect, ready to be shown."""

    who: str
    """Whom it befalls."""
    what: str
    """What happens to them."""
    teams: tuple[int, ...] = ()
    """Ids of the teams it befalls; nobody's where there is nothing to do."""
    value: str = ""
    """A number, or "" where the words say it all."""
    icon: str = ""
    """`face`, `die`, or the name of an icon beside the number."""


def told(state: State, twist: Twist) -> list[Told]:
    """Every effect of a twist; together, what is left out of it is not shown."""
    effects = [_tell(state, effect) for effect in twist.effects]
    shown = [effect for effect in effects if effect is not None]
    return shown or [Told(_("Nothing moves"), _("we play together"))]


def _tell(state: State, effect: Effect) -> Told | None:
    match effect:
        case CustomersEffect():
            return _customers(state, effect)
        case SpacesEffect():
            return _spaces(state, effect)
        case SwapEffect():
            return None if state.rules.together else _swap(state, effect.swap)
        case RollEffect():
            return None if state.rules.together else _roll(state)


def _customers(state: State, effect: CustomersEffect) -> Told:
    befallen = targets(state, effect.who)
    if not befallen:
        return _nobody(effect.who)
    n = abs(effect.customers)
    if len(befallen) == 1:
        what = (
            ngettext("customer joins", "customers join", n)
            if effect.customers > 0
            else ngettext("customer leaves", "customers leave", n)
        )
    else:
        what = (
            ngettext("customer joins each", "customers join each", n)
            if effect.customers > 0
            else ngettext("customer leaves each", "customers leave each", n)
        )
    return Told(_who(state, effect.who, befallen), what, befallen, signed(effect.customers), "face")


def _spaces(state: State, effect: SpacesEffect) -> Told:
    befallen = targets(state, effect.who)
    if not befallen:
        return _nobody(effect.who)
    n = abs(effect.spaces)
    forward = effect.spaces > 0
    what = (
        ngettext("space forward", "spaces forward", n)
        if forward
        else ngettext("space back", "spaces back", n)
    )
    icon = "icon-next" if forward else "icon-back"
    if state.rules.together:
        return Told(_("Our customer"), what, (), str(n), icon)
    return Told(_who(state, effect.who, befallen), what, befallen, str(n), icon)


def _who(state: State, who: Who, befallen: tuple[int, ...]) -> str:
    name = team_name(state, befallen[0])
    alone = len(befallen) == 1
    match who:
        case Who.SELF if state.rules.together:
            return _("{team}, with the die").format(team=name)
        case Who.SELF:
            return name
        case Who.LEADER:
            return _("{team}, first").format(team=name) if alone else _("First, shared")
        case Who.LAST:
            return _("{team}, last").format(team=name) if alone else _("Last, shared")
        case Who.OTHERS:
            return name if alone else _("All the others")
        case Who.ALL:
            return name if alone else _("Everybody")


def _nobody(who: Who) -> Told:
    why = _("there are no others") if who is Who.OTHERS else _("all are equal")
    return Told(_("Nobody"), why)


def _swap(state: State, swap: SwapWith) -> Told:
    """With whom the team changes places: several share a place, and the draw decides."""
    me = state.active
    name = team_name(state, me)
    match swap:
        case SwapWith.LEADER:
            holders = leaders(state.teams)
        case SwapWith.LAST:
            holders = trailers(state.teams)
        case SwapWith.NEXT:
            ids = tuple(team.id for team in state.teams)
            holders = (ids[(ids.index(me) + 1) % len(ids)],)
    others = tuple(team for team in holders if team != me)
    if others:
        names = either([team_name(state, team) for team in others])
        what = (
            _("change places on the board")
            if len(others) == 1
            else _("change places: the draw decides")
        )
        return Told(_("{team} and {other}").format(team=name, other=names), what, (me, *others))
    if not holders:
        why = _("all are equal")
    elif swap is SwapWith.LEADER:
        why = _("{team} is first").format(team=name)
    elif swap is SwapWith.LAST:
        why = _("{team} is last").format(team=name)
    else:
        why = _("there are no others")
    return Told(_("Nobody changes places"), why)


def _roll(state: State) -> Told:
    name = team_name(state, state.active)
    if state.rolled_again:
        return Told(name, _("has rolled once more already"), (state.active,))
    return Told(name, _("rolls once more"), (state.active,), icon="die")
