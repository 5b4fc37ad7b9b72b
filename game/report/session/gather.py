"""What a session's log tells, gathered for its report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path

from game.i18n import _, number
from game.report.session.deadlines import due_date
from game.report.session.facts import (
    InsightFacts,
    MomentFacts,
    PlanFacts,
    SessionFacts,
    TeamFacts,
)
from game.report.session.playedcards import card_facts, themes_of
from game.rules.debrief import axes
from game.rules.moments import picks
from game.rules.plans import Earlier
from game.rules.scoring import awards, standings
from game.rules.state import Commitment, IfThen, Insight, Phase, State, Team, evolve
from game.session.course import Point, course, path
from game.session.entry import Entry
from game.session.header import Header
from game.session.replay import Replay
from game.session.telling.awards import award_line, award_name
from game.session.telling.debrief import moment_sentence, status_word
from game.session.telling.mapwords import corners
from game.session.telling.words import card as card_title


def facts_of(log: Path, *, anonymous: bool = False) -> SessionFacts:
    """What a session's log tells, as far as it can be followed. Raises `LogError`."""
    replay = Replay(log)
    notices = tuple(map(str, replay.notices))
    return gather(replay.header, replay.final, replay.moments(), notices, anonymous)


def gather(
    header: Header,
    state: State,
    moments: Iterable[tuple[Entry, State]],
    notices: Sequence[str] = (),
    anonymous: bool = False,
) -> SessionFacts:
    """The facts of a session that has come to this state.

    `moments` are its entries, each with the state after it.
    """
    created = _moment(header.created)
    played, said = _followed(state, moments, created)
    if anonymous:
        state = _without_names(state)
    names = {team.id: team.name for team in (*state.teams, *state.joining, *state.left)}
    cards = tuple(card_facts(record, state, names) for record in state.records)
    titles = axes(state.content)
    points = _points(state)
    plans = tuple(
        _plan(one, state, names, said.get((one.number, one.plan))) for one in state.commitments
    )
    insights = tuple(_insight(one, state, names) for one in state.insights)
    if anonymous:
        plans = tuple(replace(one, who="") for one in plans)
        insights = tuple(replace(one, team="", team_id=None) for one in insights)
    return SessionFacts(
        name="" if anonymous else header.name,
        created=created,
        language=state.content.decks[0].language if state.content.decks else header.language,
        decks=tuple(deck.title for deck in state.content.decks),
        board=state.board.title,
        rounds=state.round,
        planned=state.plan.rounds,
        play_minutes=round(played / 60_000),
        finished=state.phase in (Phase.PODIUM, Phase.DEBRIEF, Phase.OVER),
        winning=state.rules.winning,
        axes=tuple(meter.name for meter in titles) if titles else (),
        corners=corners(*titles) if titles else (),
        round_names=tuple(number(point.round) if point.round else _("end") for point in points),
        teams=_teams(state, names, points),
        awards=_awards(state, names),
        cards=cards,
        moments=tuple(
            MomentFacts(sentence=moment_sentence(pick, state), card=cards[pick.record])
            for pick in picks(state)
        ),
        insights=insights,
        plans=plans,
        earlier=() if anonymous else tuple(map(_earlier, state.earlier)),
        themes=themes_of(state, cards),
        notices=tuple(notices),
        identity=_identity(header),
    )


def _identity(header: Header) -> str:
    """A digest: of what a log begins with, that is never changed, and says nothing of anybody."""
    told = f"{header.seed}\0{header.created}"
    return sha256(told.encode("utf-8", "replace")).hexdigest()[:32]


def _without_names(state: State) -> State:
    """The state with its teams called by numbers: whatever names them later says these."""
    everyone = (*state.teams, *state.joining, *state.left)
    called = {team.id: _("Team {n}").format(n=i) for i, team in enumerate(everyone, 1)}

    def renamed(teams: Sequence[Team]) -> tuple[Team, ...]:
        return tuple(evolve(team, name=called[team.id]) for team in teams)

    return evolve(
        state,
        teams=renamed(state.teams),
        joining=renamed(state.joining),
        left=renamed(state.left),
    )


def _moment(created: str) -> datetime | None:
    try:
        return datetime.fromisoformat(created)
    except ValueError:
        return None


def _followed(
    state: State, moments: Iterable[tuple[Entry, State]], created: datetime | None
) -> tuple[int, dict[tuple[int, IfThen], date | None]]:
    """(play, days): what only the way to this state tells.

    Play is in milliseconds, from the first round to the end of the last card, without breaks and
    pauses. Days say when each plan, by its number and words, was typed: "Friday" means another one
    in a session that is gone on with a week later.
    """
    last = state.records[-1:]
    played: int | None = None
    day = created.date() if created else None
    said: dict[tuple[int, IfThen], date | None] = {}
    plans: tuple[Commitment, ...] = ()
    for entry, then in moments:
        if last and played is None and then.records[-1:] == last:
            played = then.play_elapsed(entry.at)
        day = _day(entry.day) or day
        if then.commitments is not plans:
            plans = then.commitments
            for one in plans:
                said.setdefault((one.number, one.plan), day)
    for one in state.commitments:
        said.setdefault((one.number, one.plan), day)
    return played or 0, said


def _day(told: str) -> date | None:
    try:
        return date.fromisoformat(told)
    except ValueError:
        return None


def _points(state: State) -> tuple[Point, ...]:
    """The end of each round; that of the session too where scores changed after the last round."""
    rounds = course(state).rounds
    if len(rounds) > 1 and _customers(rounds[-1]) == _customers(rounds[-2]):
        return rounds[:-1]
    return rounds


def _customers(point: Point) -> dict[int, int]:
    return {team.id: team.customers for team in point.teams}


def _teams(state: State, names: dict[int, str], points: Sequence[Point]) -> tuple[TeamFacts, ...]:
    winning = state.rules.winning
    placed = [(one.team, one.place if winning else 0) for one in standings(state.teams)]
    placed += [(team, 0) for team in (*state.joining, *state.left)]
    waiting = {team.id for team in state.joining}
    way = course(state)
    return tuple(
        TeamFacts(
            id=team.id,
            name=names[team.id],
            colour=team.colour,
            customers=team.customers,
            place=place,
            meters=tuple(team.meter(meter.id) for meter in way.axes or ()),
            way=path(way, team.id) if team.id not in waiting else (),
            scores=_scores(team, points) if team.id not in waiting else (),
            waiting=team.id in waiting,
        )
        for team, place in placed
    )


def _awards(state: State, names: dict[int, str]) -> tuple[tuple[str, str, str], ...]:
    """(name, teams, what for) of each."""
    return tuple(
        (award_name(one.kind), ", ".join(names[team] for team in one.teams), award_line(one))
        for one in awards(state)
    )


def _scores(team: Team, points: Sequence[Point]) -> tuple[int, ...]:
    """Of a team that has left, the last it had."""
    scores: list[int] = []
    for point in points:
        there = point.team(team.id)
        scores.append(there.customers if there else (scores[-1] if scores else 0))
    return tuple(scores)


def _insight(one: Insight, state: State, names: dict[int, str]) -> InsightFacts:
    about = one.question or (card_title(one.about, state) if one.about else "")
    team = "" if one.team is None else names.get(one.team, "")
    return InsightFacts(team=team, text=one.text, about=about, team_id=one.team)


def _plan(one: Commitment, state: State, names: dict[int, str], said: date | None) -> PlanFacts:
    team = state.anyone(one.team)
    words = {
        "cue": _("if"), "action": _("then"), "who": _("by whom"), "by_when": _("by when"),
    }  # fmt: skip
    return PlanFacts(
        team=names.get(one.team, ""),
        team_id=one.team,
        said=said,
        number=one.number,
        colour=team.colour if team else "ink",
        cue=one.plan.cue,
        action=one.plan.action,
        who=one.plan.who,
        by_when=one.plan.by_when,
        missing=tuple(words[part] for part in one.plan.missing),
        due=due_date(one.plan.by_when, said) if said else None,
    )


def _earlier(one: Earlier) -> PlanFacts:
    plan: IfThen = one.plan
    created = _moment(one.created)
    return PlanFacts(
        team=one.team,
        colour=one.colour,
        cue=plan.cue,
        action=plan.action,
        who=plan.who,
        by_when=plan.by_when,
        missing=(),
        status=status_word(one.status),
        why=one.why,
        session=one.session,
        due=due_date(plan.by_when, created.date()) if created else None,
    )
