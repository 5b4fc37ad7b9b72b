"""`cxgame simulate`: whole games without a screen, and what they come to."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace

from game.cli.arguments import add_content, add_first_seed, add_json, add_teams, whole
from game.cli.choices import set_up
from game.cli.progress import progress
from game.cli.tables import table
from game.cli.trouble import DONE
from game.i18n import N_, _, ngettext, number, signed
from game.rules.content import Content
from game.rules.ruleset import Turns
from game.session.assemble import SetUp
from game.session.bots import SKILL
from game.session.figures import CONFIDENCE, Figures, Interval, Range, figures
from game.session.simulate import GamePlayed, play_games

_MOST_GAMES = 1_000_000

_SHOWN_CARDS = 8
"""Of those that came up most and least."""

_SOURCES = {
    "answer": N_("answers"),
    "closest": N_("closest estimates"),
    "bell": N_("the bell"),
    "view": N_("other views"),
    "judged": N_("open cards"),
    "plan": N_("if-then plans"),
    "mirror": N_("mirrors"),
    "start": N_("passing start"),
    "twist": N_("twists"),
    "adjusted": N_("the facilitator’s hand"),
}
_KINDS = {
    "choice": N_("choices"),
    "estimate": N_("estimates"),
    "order": N_("orders"),
    "open": N_("open cards"),
    "commit": N_("if-then plans"),
}
_PLAYS = {"turn": N_("one team"), "bell": N_("bell"), "everyone": N_("everyone")}


def add_arguments(parser: ArgumentParser) -> None:
    """What can be asked of a simulation."""
    add_content(parser)
    parser.add_argument(
        "--games",
        type=whole(1, _MOST_GAMES),
        default=200,
        metavar="N",
        help=_("how many games to play; if absent, %(default)s"),
    )
    add_teams(parser, 4)
    add_first_seed(parser)
    parser.add_argument(
        "--skill",
        type=whole(0, 100),
        default=SKILL,
        metavar="N",
        help=_("in how many of 100 dilemmas a team sees the best option; if absent, %(default)s"),
    )
    add_json(parser)


def run(options: Namespace) -> int:
    """Play the games and print what they came to."""
    setup = set_up(options, teams=options.teams, seed=options.seed)
    lobby = setup.lobby()
    with progress(options.games) as played:
        games = play_games(
            lobby, options.games, seed=options.seed, skill=options.skill, played=played
        )
    found = figures(games, setup.content)
    if options.json:
        print(json.dumps(_head(options, setup.plan.turns, games) | found.plain(), indent=1))
    else:
        print(_told(found, setup, options))
    return DONE


def _head(options: Namespace, turns: Turns, games: list[GamePlayed]) -> dict[str, object]:
    return {
        "teams": options.teams,
        "turns_taken": str(turns),
        "seeds": [games[0].seed, games[-1].seed],
        "skill": options.skill,
    }


def _told(found: Figures, setup: SetUp, options: Namespace) -> str:
    content, turns = setup.content, setup.plan.turns
    parts = [
        _asked(setup, options),
        _lengths(found, turns),
        _scores(found),
        _seats(found, turns),
        _kinds(found),
        _sources(found),
        _cards(found, content),
    ]
    return "\n\n".join(parts)


def _asked(setup: SetUp, options: Namespace) -> str:
    """What was simulated, for whoever finds the figures later."""
    teams = ngettext("{n} team", "{n} teams", options.teams).format(n=options.teams)
    rounds = ngettext("{n} round planned", "{n} rounds planned", setup.plan.rounds)
    parts = (
        " + ".join(deck.title for deck in setup.content.decks),
        setup.board.title,
        teams,
        _("{n} minutes").format(n=setup.plan.minutes),
        rounds.format(n=setup.plan.rounds),
        _("seeds {first} to {last}").format(
            first=options.seed, last=options.seed + options.games - 1
        ),
    )
    return " · ".join(parts)


def _lengths(found: Figures, turns: Turns) -> str:
    together = turns is Turns.TOGETHER
    head = ngettext("{n} game", "{n} games", found.games).format(n=number(found.games))
    ways = _("everybody together") if together else _("one by one")
    return table(
        [f"{head}, {ways}", _("mean"), _("median"), _("least"), _("most")],
        [
            _row(_("cards for everybody") if together else _("turns of all teams"), found.turns),
            _row(_("rounds"), found.rounds),
            _row(_("minutes, lobby to podium"), found.minutes),
        ],
        right=(1, 2, 3, 4),
    )


def _scores(found: Figures) -> str:
    rows = [
        _row(_("every team"), found.scores),
        _row(_("the winner"), found.winner),
        _row(_("the last"), found.last),
        _row(_("between them"), found.gap),
    ]
    heads = [_("customers at the end"), _("mean"), _("median"), _("least"), _("most")]
    spread = _(
        "Standard deviation {spread}; shared first place in {ties}; won by none of those "
        "who led after two thirds in {comebacks}."
    ).format(
        spread=number(found.deviation, 1),
        ties=_percent(found.ties),
        comebacks=_percent(found.comebacks),
    )
    return table(heads, rows, right=(1, 2, 3, 4)) + "\n" + spread


def _row(name: str, values: Range) -> list[str]:
    numbers = (values.mean, values.median, values.least, values.most)
    return [name, *(number(value, 1) for value in numbers)]


def _seats(found: Figures, turns: Turns) -> str:
    if len(found.seats) < 2:
        return _("One team alone: nobody to be first before.")
    first = _("has the die first") if turns is Turns.TOGETHER else _("plays first")
    rows = [
        [f"{i} ({first})" if i == 1 else str(i), number(seat.points, 2), _percent(seat.wins, 1)]
        for i, seat in enumerate(found.seats, 1)
    ]
    fair = 1 / len(found.seats)
    told = _(
        "First team: {ahead} customers against the others' mean ({confidence} % interval "
        "{low} to {high}); wins {wins} ({wlow} to {whigh}), fair is {fair}."
    ).format(
        ahead=signed(found.first_points.mean, 2),
        confidence=CONFIDENCE,
        low=_bound(found.first_points.low),
        high=_bound(found.first_points.high),
        wins=_percent(found.first_wins.mean, 1),
        wlow=_share_bound(found.first_wins.low),
        whigh=_share_bound(found.first_wins.high),
        fair=_percent(fair, 1),
    )
    heads = [_("seat"), _("customers"), _("wins")]
    return table(heads, rows, right=(1, 2)) + "\n" + told + " " + _verdict(found, fair)


def _verdict(found: Figures, fair: float) -> str:
    """In words, for who does not read intervals."""
    if _tells(found.first_points, 0) or _tells(found.first_wins, fair):
        return _("Being first makes a difference.")
    return _("No advantage of being first can be told from chance with these games.")


def _tells(interval: Interval, fair: float) -> bool:
    return not interval.holds(fair)


def _bound(value: float) -> str:
    return signed(value, 2) if abs(value) != float("inf") else "?"


def _share_bound(value: float) -> str:
    return _percent(min(1.0, max(0.0, value)), 1) if abs(value) != float("inf") else "?"


def _kinds(found: Figures) -> str:
    rows = [
        [_kind(worth.kind), number(worth.answers), number(worth.points, 2)] for worth in found.kinds
    ]
    return table([_("card"), _("answers"), _("mean points")], rows, right=(1, 2))


def _kind(figure: str) -> str:
    """What "choice, turn" of the figures is called in words."""
    kind, play = figure.split(", ")
    return ", ".join((_(_KINDS[kind]), _(_PLAYS[play])))


def _sources(found: Figures) -> str:
    rows = [
        [_(_SOURCES[worth.source]), signed(worth.customers, 2)]
        for worth in sorted(found.sources, key=lambda worth: -abs(worth.customers))
    ]
    return table([_("customers from"), _("a team and game")], rows, right=(1,))


def _cards(found: Figures, content: Content) -> str:
    shown = list(found.cards)
    if len(shown) > 2 * _SHOWN_CARDS:
        shown = shown[:_SHOWN_CARDS] + shown[-_SHOWN_CARDS:]
    rows = [
        [content.card_by_id[count.card].title, count.card, number(count.a_game, 2)]
        for count in shown
    ]
    never = sum(1 for count in found.cards if count.a_game == 0)
    text = table([_("came up, most and least"), _("card"), _("a game")], rows, right=(2,))
    if never:
        text += "\n" + ngettext(
            "{n} card never came up.", "{n} cards never came up.", never
        ).format(n=never)
    return text


def _percent(share: float, decimals: int = 0) -> str:
    return number(share * 100, decimals) + " %"
