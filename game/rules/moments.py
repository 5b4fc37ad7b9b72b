"""Moments worth talking about, picked from what was played by stated rules.

docs/debrief.md says the same in words for facilitators. Everything follows from the records of
the cards that were played to their end, and so from the log alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum

from game.rules.cards import Card, ChoiceCard, Play
from game.rules.frozen import frozen
from game.rules.keep import keep_last
from game.rules.scoring import camps
from game.rules.state import Record, State, Why

LEAST_TALK_MS = 60_000
"""A discussion shorter than this is nobody's longest."""
LEAST_CONTESTED = 2
"""A card contested only once is a card as any other."""


class MomentKind(StrEnum):
    """Why a card is worth coming back to, in the order they are picked."""

    SPLIT = "split"
    """The card for everyone on which most teams stood outside the largest camp."""
    CONTESTED = "contested"
    """The card with most changes of mind, rings for another view and wrong answers to a bell."""
    VIEW = "view"
    """The other view that won most."""
    LONGEST = "longest"
    """The card that was talked about longest."""
    SWING = "swing"
    """The card after which most places in the standings had changed."""


@frozen(kw_only=True)
class Pick:
    """A moment, as the records tell of it."""

    kind: MomentKind
    record: int
    """Index of the card's record in `State.records`."""
    card: str
    teams: tuple[int, ...]
    """Ids of the teams it is about, in order of ids."""
    figure: int
    """What it was picked by: teams outside the largest camp; times it was contested; customers
    the view won; milliseconds of talk; places that changed, over all teams."""


_Weight = tuple[int, ...]
"""Most first; the first number is the moment's figure. Equal ones: the card played first."""
_Found = tuple[_Weight, tuple[int, ...]]


def picks(state: State) -> tuple[Pick, ...]:
    """The moments of a session, at most one of a kind and one a card, in the order of play."""
    ranked = state.rules.winning and not state.rules.hide_scores
    return _picks(state.records, state.content.card_by_id, ranked)


@keep_last
def _picks(
    records: tuple[Record, ...], card_by_id: Mapping[str, Card], ranked: bool
) -> tuple[Pick, ...]:
    choices = {id_ for id_, card in card_by_id.items() if isinstance(card, ChoiceCard)}
    finders: dict[MomentKind, Callable[[Record], _Found | None]] = {
        MomentKind.SPLIT: lambda record: _split(record) if record.card in choices else None,
        MomentKind.CONTESTED: _contested,
        MomentKind.VIEW: _view,
        MomentKind.LONGEST: _longest,
    }
    if ranked:
        finders[MomentKind.SWING] = _swing
    found: list[Pick] = []
    for kind, find in finders.items():
        pick = _best(kind, records, find, {one.card for one in found})
        if pick is not None:
            found.append(pick)
    return tuple(sorted(found, key=lambda pick: pick.record))


def _best(
    kind: MomentKind,
    records: Sequence[Record],
    find: Callable[[Record], _Found | None],
    taken: set[str],
) -> Pick | None:
    """The heaviest record of a card that is no moment yet; of equal ones the first."""
    best: tuple[_Weight, Pick] | None = None
    for i, record in enumerate(records):
        found = find(record) if record.card not in taken else None
        if found is not None and (best is None or found[0] > best[0]):
            weight, teams = found
            pick = Pick(kind=kind, record=i, card=record.card, teams=teams, figure=weight[0])
            best = weight, pick
    return best[1] if best is not None else None


def _split(record: Record) -> _Found | None:
    """Most teams outside the largest camp before anybody changed; then most camps."""
    if record.play is not Play.EVERYONE:
        return None
    first = record.before or record.answers
    by_size = camps(first)
    if len(by_size) < 2:
        return None
    outside = len(first) - len(by_size[0][1])
    return (outside, len(by_size)), tuple(sorted([team for team, _ in first]))


def _contested(record: Record) -> _Found | None:
    """Every change of mind and every ring for another view counts one; then changes of mind.

    On a bell card everybody rings, and nobody contests anything by it: there, wrong answers count.
    """
    changed = _changed(record)
    rang = record.wrong if record.play is Play.BELL else record.rang
    times = len(changed) + len(rang)
    if times < LEAST_CONTESTED:
        return None
    return (times, len(changed)), tuple(sorted({*changed, *rang}))


def _changed(record: Record) -> list[int]:
    """Teams whose answer changed while another view was argued, which was not their own."""
    if not record.before:
        return []
    before = dict(record.before)
    return [
        team
        for team, answer in record.answers
        if team != record.viewer and before.get(team) != answer
    ]


def _view(record: Record) -> _Found | None:
    """Most customers for another view; then most teams that came over to it."""
    won = sum(gain.applied for gain in record.gains if gain.why is Why.VIEW)
    if record.viewer is None or won < 1:
        return None
    view = dict(record.answers).get(record.viewer)
    changed = _changed(record)
    joined = [team for team, answer in record.answers if team in changed and answer == view]
    return (won, len(joined)), tuple(sorted({record.viewer, *joined}))


def _longest(record: Record) -> _Found | None:
    """Most time of discussing, arguing and talking."""
    if record.talked_ms < LEAST_TALK_MS:
        return None
    return (record.talked_ms,), (record.team,)


def _swing(record: Record) -> _Found | None:
    """Most places changed by what the card paid, over all teams; then most customers paid."""
    after = {team.id: team.customers for team in record.after}
    before = dict(after)
    for gain in record.gains:
        if gain.team in before:
            before[gain.team] -= gain.applied
    moved = {team: abs(_place(after, team) - _place(before, team)) for team in after}
    places = sum(moved.values())
    if not places:
        return None
    paid = sum(abs(gain.applied) for gain in record.gains)
    return (places, paid), tuple(sorted([team for team, by in moved.items() if by]))


def _place(scores: dict[int, int], team: int) -> int:
    """1 for the most customers; equal scores share the place."""
    return 1 + sum(score > scores[team] for score in scores.values())
