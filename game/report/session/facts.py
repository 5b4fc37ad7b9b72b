"""Everything a report tells, gathered from a session's log: plain values, nothing of their form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from game.i18n import _, number
from game.report.session.answers import answer_text, right_text
from game.rules.cards import Card
from game.rules.debrief import axes
from game.rules.moments import picks
from game.rules.scoring import awards, standings
from game.rules.state import Commitment, Insight, Phase, Record, State, Team
from game.session.course import Course, course, path
from game.session.header import Header
from game.session.replay import Replay
from game.session.telling.awards import award_line, award_name
from game.session.telling.debrief import moment_sentence, status_word
from game.session.telling.mapwords import corners
from game.session.telling.words import card as card_title


@dataclass(frozen=True, kw_only=True)
class TeamFacts:
    """A team, as it stood at the end."""

    id: int
    name: str
    colour: str
    """Key of its colour and shape."""
    customers: int
    place: int
    """1 for most customers; equal scores share it. 0 where it has left, or winning is off."""
    meters: tuple[int, ...]
    """Across and upward on the map; empty without a map."""
    way: tuple[tuple[int, int], ...]
    """Its way on the map, from (0, 0)."""
    scores: tuple[int, ...]
    """Customers after each round, the end last."""


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """What a team answered to a card, and what it won."""

    team: str
    answer: str
    before: str
    """What it had answered before another view was argued; "" where that is the same."""
    points: int


@dataclass(frozen=True, kw_only=True)
class CardFacts:
    """A card that was played."""

    id: str
    title: str
    category: str
    prompt: str
    right: str
    """The key of a quiz, the answer of an estimate, the order; "" where none is right."""
    why: str
    reflect: str
    source: str
    """With its year and kind of evidence; "" for what is no fact."""
    round: int
    team: str
    minutes: float
    """Talked about, in minutes."""
    chosen: tuple[Chosen, ...]


@dataclass(frozen=True, kw_only=True)
class MomentFacts:
    """A card worth coming back to, and why."""

    sentence: str
    card: CardFacts


@dataclass(frozen=True, kw_only=True)
class InsightFacts:
    """Something worth keeping that was said."""

    team: str
    text: str
    about: str
    """Title of the card, or the debrief's question."""


@dataclass(frozen=True, kw_only=True)
class PlanFacts:
    """An if-then plan."""

    team: str
    colour: str
    cue: str
    action: str
    who: str
    by_when: str
    missing: tuple[str, ...]
    """What is not written yet, in words."""
    status: str = ""
    """What became of it, of a plan of last time."""
    why: str = ""
    session: str = ""
    """The session it was made in, where that is another one."""


@dataclass(frozen=True, kw_only=True)
class Theme:
    """What the deck says about one of its categories, in the cards that were played."""

    name: str
    cards: tuple[CardFacts, ...]


@dataclass(frozen=True, kw_only=True)
class SessionFacts:
    """A whole session."""

    name: str
    created: datetime | None
    language: str
    """Of cards."""
    decks: tuple[str, ...]
    board: str
    rounds: int
    planned: int
    play_minutes: int
    finished: bool
    winning: bool
    axes: tuple[str, ...]
    """Names of the map's axes, across and upward; empty without a map."""
    corners: tuple[str, ...]
    """What the map's corners mean: upper left and right, lower left and right."""
    round_names: tuple[str, ...]
    teams: tuple[TeamFacts, ...]
    """By place, then in order of turns; those who left come last."""
    awards: tuple[tuple[str, str, str], ...]
    """(name, teams, what for)."""
    cards: tuple[CardFacts, ...]
    moments: tuple[MomentFacts, ...]
    insights: tuple[InsightFacts, ...]
    plans: tuple[PlanFacts, ...]
    earlier: tuple[PlanFacts, ...]
    themes: tuple[Theme, ...]
    notices: tuple[str, ...]
    """What is wrong with the log, as sentences."""


def facts_of(log: Path, *, anonymous: bool = False) -> SessionFacts:
    """What a session's log tells, as far as it can be followed. Raises `LogError`."""
    replay = Replay(log)
    return gather(replay.header, replay.final, tuple(map(str, replay.notices)), anonymous)


def gather(
    header: Header, state: State, notices: Sequence[str] = (), anonymous: bool = False
) -> SessionFacts:
    """The facts of a session that has come to this state."""
    names = _names(state, anonymous)
    cards = tuple(_card(record, state, names) for record in state.records)
    way = course(state)
    titles = axes(state.content)
    return SessionFacts(
        name="" if anonymous else header.name,
        created=_date(header.created),
        language=state.content.decks[0].language if state.content.decks else header.language,
        decks=tuple(deck.title for deck in state.content.decks),
        board=state.board.title,
        rounds=state.round,
        planned=state.plan.rounds,
        play_minutes=round(_played(state) / 60_000),
        finished=state.phase in (Phase.PODIUM, Phase.DEBRIEF, Phase.OVER),
        winning=state.rules.winning,
        axes=tuple(meter.name for meter in titles) if titles else (),
        corners=corners(*titles) if titles else (),
        round_names=tuple(
            _("end") if point.record is None else number(point.round) for point in way.rounds()
        ),
        teams=_teams(state, names),
        awards=tuple(
            (award_name(one.kind), ", ".join(names[team] for team in one.teams), award_line(one))
            for one in awards(state)
        ),
        cards=cards,
        moments=tuple(
            MomentFacts(
                sentence=_named(moment_sentence(pick, state), state, names, anonymous),
                card=cards[pick.record],
            )
            for pick in picks(state)
        ),
        insights=tuple(_insight(one, state, names, anonymous) for one in state.insights),
        plans=tuple(_plan(one, state, names, anonymous) for one in state.commitments),
        earlier=()
        if anonymous
        else tuple(
            PlanFacts(
                team=one.team,
                colour=one.colour,
                cue=one.plan.cue,
                action=one.plan.action,
                who=one.plan.who,
                by_when=one.plan.by_when,
                missing=(),
                status=status_word(one.status),
                why=one.why,
                session=one.session,
            )
            for one in state.earlier
        ),
        themes=_themes(state, cards),
        notices=tuple(notices),
    )


def _names(state: State, anonymous: bool) -> dict[int, str]:
    everyone = (*state.teams, *state.joining, *state.left)
    if not anonymous:
        return {team.id: team.name for team in everyone}
    return {team.id: _("Team {n}").format(n=i) for i, team in enumerate(everyone, 1)}


def _named(sentence: str, state: State, names: dict[int, str], anonymous: bool) -> str:
    """A sentence that names teams, with the names the report gives them."""
    if not anonymous:
        return sentence
    everyone = sorted((*state.teams, *state.left), key=lambda team: -len(team.name))
    for i, team in enumerate(everyone):
        sentence = sentence.replace(team.name, f"\0{i}\0")
    for i, team in enumerate(everyone):
        sentence = sentence.replace(f"\0{i}\0", names[team.id])
    return sentence


def _date(created: str) -> datetime | None:
    try:
        return datetime.fromisoformat(created)
    except ValueError:
        return None


def _played(state: State) -> int:
    """Milliseconds from the first card to the last."""
    records = state.records
    return records[-1].ended - records[0].began if records else 0


def _teams(state: State, names: dict[int, str]) -> tuple[TeamFacts, ...]:
    placed = [(one.team, one.place) for one in standings(state.teams)]
    way = course(state)
    return tuple(
        _team(team, names, place, way) for team, place in (*placed, *((t, 0) for t in state.left))
    )


def _team(team: Team, names: dict[int, str], place: int, way: Course) -> TeamFacts:
    scores: list[int] = []
    for point in way.rounds():
        there = point.team(team.id)
        scores.append(there.customers if there else (scores[-1] if scores else 0))
    return TeamFacts(
        id=team.id,
        name=names[team.id],
        colour=team.colour,
        customers=team.customers,
        place=place,
        meters=tuple(team.meter(meter.id) for meter in way.axes or ()),
        way=path(way, team.id),
        scores=tuple(scores),
    )


def _card(record: Record, state: State, names: dict[int, str]) -> CardFacts:
    card = state.content.card_by_id[record.card]
    before = dict(record.before)
    points: dict[int, int] = {}
    for gain in record.gains:
        points[gain.team] = points.get(gain.team, 0) + gain.applied
    answered = dict(record.answers)
    listed = [*answered, *(team for team in points if team not in answered)]
    chosen = []
    for team in listed:
        now = answer_text(card, answered.get(team))
        was = answer_text(card, before[team]) if team in before else now
        chosen.append(
            Chosen(
                team=names.get(team, "?"),
                answer=now,
                before=was if was != now else "",
                points=points.get(team, 0),
            )
        )
    category = state.content.category_by_id.get(card.category)
    return CardFacts(
        id=card.id,
        title=card.title,
        category=category.name if category else card.category,
        prompt=card.prompt,
        right=right_text(card),
        why=card.why,
        reflect=card.reflect,
        source=_source(card),
        round=record.round,
        team=names.get(record.team, ""),
        minutes=record.talked_ms / 60_000,
        chosen=tuple(chosen),
    )


def _source(card: Card) -> str:
    if not card.source:
        return ""
    kinds = {
        "study": _("study"),
        "survey": _("survey"),
        "vendor": _("told by a firm itself"),
        "contested": _("contested"),
    }
    details = [str(card.year)] if card.year is not None else []
    details += [kinds[card.evidence.value]] if card.evidence is not None else []
    return f"{card.source} ({', '.join(details)})" if details else card.source


def _insight(one: Insight, state: State, names: dict[int, str], anonymous: bool) -> InsightFacts:
    team = "" if anonymous or one.team is None else names.get(one.team, "")
    about = one.question or (card_title(one.about, state) if one.about else "")
    return InsightFacts(team=team, text=one.text, about=about)


def _plan(one: Commitment, state: State, names: dict[int, str], anonymous: bool) -> PlanFacts:
    team = state.anyone(one.team)
    words = {
        "cue": _("if"), "action": _("then"), "who": _("by whom"), "by_when": _("by when"),
    }  # fmt: skip
    return PlanFacts(
        team=names.get(one.team, ""),
        colour=team.colour if team else "ink",
        cue=one.plan.cue,
        action=one.plan.action,
        who="" if anonymous else one.plan.who,
        by_when=one.plan.by_when,
        missing=tuple(words[part] for part in one.plan.missing),
    )


def _themes(state: State, cards: Sequence[CardFacts]) -> tuple[Theme, ...]:
    found: list[Theme] = []
    for category in state.content.categories:
        played = {card.id: card for card in cards if card.category == category.name and card.why}
        if played:
            found.append(Theme(name=category.name, cards=tuple(played.values())))
    return tuple(found)
