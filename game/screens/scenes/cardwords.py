"""Sentences the screens of a card share."""

from __future__ import annotations

from collections.abc import Sequence

from game.i18n import _
from game.rules.cards import ChoiceCard, CommitCard, OpenCard, Play
from game.rules.state import OnCard, State
from game.screens.kit.text import BODY, text_width
from game.screens.kit.wall import Wall
from game.screens.scenes.frame import team_name

SHORT_NAME = 18
"""A name of so many characters still fits into a sentence at the edge of the wall."""


def listed(names: Sequence[str]) -> str:
    """`A`, `A and B`, `A, B and C`."""
    if not names:
        return ""
    *first, last = names
    if not first:
        return last
    return _("{some} and {last}").format(some=", ".join(first), last=last)


def team_names(state: State, teams: Sequence[int]) -> str:
    """Names of teams by their ids, as they are said in a sentence."""
    return listed([team_name(state, team) for team in teams])


def shortened(wall: Wall, name: str, w: float, size: float, weight: int = BODY) -> str:
    """A name, or as many of its words as one line has room for, and an ellipsis."""
    if text_width(wall, name, size, weight) <= w:
        return name
    words = name.split()
    while len(words) > 1:
        words.pop()
        short = " ".join(words).rstrip("&,-/ ") + "…"
        if text_width(wall, short, size, weight) <= w:
            return short
    short = words[0] if words else name
    while len(short) > 1 and text_width(wall, short + "…", size, weight) > w:
        short = short[:-1]
    return short + "…"


def who_plays(state: State, stage: OnCard) -> str:
    """Who does what with this card: the first line beside it."""
    if stage.play is Play.EVERYONE:
        return _("Everyone decides")
    name, card = team_name(state, stage.team), state.card
    if len(name) > SHORT_NAME:
        return name
    if stage.for_room:
        return _("{team}, for the whole room").format(team=name)
    if isinstance(card, OpenCard):
        return _("{team} has the floor").format(team=name)
    if isinstance(card, CommitCard):
        return _("{team} makes a plan").format(team=name)
    return _("{team} decides").format(team=name)


def bell_rests(state: State, stage: OnCard, *, short: bool = False) -> str:
    """What the closed bell beside a card that is being discussed waits for."""
    card = state.card
    if not state.rules.other_view or len(state.teams) < 2:
        return _("The bell rests")
    if stage.play is Play.EVERYONE:
        if not isinstance(card, ChoiceCard):
            return _("The bell rests")
        return (
            _("Bell: when all cards are up")
            if short
            else (_("The bell opens when all cards are up"))
        )
    if not isinstance(card, ChoiceCard | OpenCard):
        return _("The bell rests")
    name = team_name(state, stage.team)
    if short:
        return _("Bell: after the answer")
    if len(name) > SHORT_NAME:
        return _("The bell opens after the answer")
    if isinstance(card, OpenCard):
        return _("The bell opens after {team}").format(team=name)
    return _("The bell opens after {team}’s answer").format(team=name)


def asked_sentence(state: State, stage: OnCard, *, short: bool = False) -> str:
    """What Next found missing, and what Next again will do; `short` names nobody."""
    if stage.play is Play.EVERYONE:
        missing = [team.id for team in state.teams if stage.answer(team.id) is None]
        if not missing:
            return _("Next again goes on.")
        if short or len(missing) > 3:
            return _("Some cards are not up yet. Next again goes on without them.")
        return _("No card yet from {teams}. Next again goes on without.").format(
            teams=team_names(state, missing)
        )
    return _("No answer yet. Next again goes on without one.")
