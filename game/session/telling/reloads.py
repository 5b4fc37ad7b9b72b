"""Sentences for decks that were reloaded: for the log with ids, for the wall without."""

from __future__ import annotations

from collections.abc import Sequence

from game.i18n import _, ngettext
from game.rules.events import ContentReloaded
from game.rules.state import State
from game.session.telling import words

MOST_NAMED = 3
"""Ids told of those that changed; more are an ellipsis."""


def tell_reload(event: ContentReloaded, state: State) -> str:
    """What the log says of it."""
    return _sentences(event, state, named=True)


def reload_notice(event: ContentReloaded, state: State) -> str:
    """What the wall says of it: how many cards, and what it means for the open one.

    Which cards is for nobody in the room to know before they come up.
    """
    return _sentences(event, state, named=False)


def _sentences(event: ContentReloaded, state: State, *, named: bool) -> str:
    told = [_("The decks were reloaded: {what}.").format(what=_what(event, named))]
    if event.waits:
        told.append(
            _("“{card}” is open and changed too much: it stays as it is until it is done.").format(
                card=words.card(event.waits, state)
            )
        )
    if event.withdrawn:
        teams = ", ".join(words.team(team, state) for team in event.withdrawn)
        told.append(
            ngettext(
                "The answer of {teams} no longer fits the card and was taken back.",
                "The answers of {teams} no longer fit the card and were taken back.",
                len(event.withdrawn),
            ).format(teams=teams)
        )
    return " ".join(told)


def _what(event: ContentReloaded, named: bool) -> str:
    changed, added, removed = map(len, (event.changed, event.added, event.removed))
    parts = (
        (ngettext("{n} card changed", "{n} cards changed", changed), event.changed),
        (ngettext("{n} card added", "{n} cards added", added), event.added),
        (ngettext("{n} card gone", "{n} cards gone", removed), event.removed),
    )
    told = [
        text.format(n=len(ids)) + (f" ({_names(ids)})" if named else "")
        for text, ids in parts
        if ids
    ]
    return ", ".join(told) or _("the cards are the same")


def _names(ids: Sequence[str]) -> str:
    """As their author knows them: without the deck."""
    names = [id_.rpartition("/")[2] for id_ in ids[:MOST_NAMED]]
    return ", ".join([*names, "…"] if len(ids) > MOST_NAMED else names)
