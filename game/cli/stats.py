"""`cxgame stats`: what a deck holds, and how it plays in each length of session."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from typing import assert_never

from game.cli.arguments import (
    add_deck,
    add_first_seed,
    add_json,
    add_rules,
    add_teams,
    language,
    whole,
)
from game.cli.choices import set_up, speak_wished
from game.cli.decks import meant
from game.cli.progress import progress
from game.cli.tables import table
from game.cli.trouble import DONE
from game.content.problem import ContentError
from game.i18n import _, ngettext, number, signed
from game.i18n import language as spoken
from game.rules.ruleset import Preset
from game.session.assemble import SetUp
from game.session.deckstats import (
    Holdings,
    KindName,
    KindPoints,
    PresetFigures,
    holdings,
    preset_figures,
)
from game.session.library import Library, LibraryError

_MOST_GAMES = 100_000


def add_arguments(parser: ArgumentParser) -> None:
    """Which deck, and how many games it is judged by."""
    add_deck(parser)
    parser.add_argument(
        "--games",
        type=whole(0, _MOST_GAMES),
        default=100,
        metavar="N",
        help=_("how many games to play of each length, 0 for none; if absent, %(default)s"),
    )
    add_teams(parser, 4)
    add_first_seed(parser)
    add_rules(parser)
    parser.add_argument(
        "--language",
        type=language,
        metavar=_("CODE"),
        help=_("the language of the deck’s words, like nl; if absent, yours"),
    )
    add_json(parser)


def run(options: Namespace) -> int:
    """Look, play, and print what that came to."""
    library = Library.default()
    options.deck = meant(options.deck, library)
    speak_wished(Namespace(language=options.language, decks=[options.deck]))
    usual = _set_up(options, "")  # says what is wrong with the deck, before anything is played
    held = holdings(
        library.deck(options.deck).in_language(usual.content.decks[0].language),
        usual.rules.discuss_seconds,
    )
    lengths = _presets(options, library) if options.games else ()
    played = _played([_set_up(options, preset.id) for preset in lengths], options)
    if options.json:
        told = {"deck": held.plain(), "presets": [one.plain() for one in played]}
        print(json.dumps(told | {"games": options.games, "teams": options.teams}, indent=1))
        return DONE
    parts = [_head(held), _kinds(held), _categories(held), _places(held), _meters(held)]
    parts += [_points(held), _presets_told(played, options), _cards(played, usual)]
    print("\n\n".join(part for part in parts if part))
    return DONE


def _set_up(options: Namespace, preset: str) -> SetUp:
    wanted = Namespace(**vars(options), decks=[options.deck], preset=preset, turns=None)
    return set_up(wanted, teams=options.teams, seed=options.seed)


def _presets(options: Namespace, library: Library) -> Sequence[Preset]:
    try:
        return library.ruleset(options.ruleset or "").in_language(spoken()).presets
    except (LibraryError, ContentError) as error:
        raise AssertionError("a session was set up with these house rules") from error


def _played(setups: Sequence[SetUp], options: Namespace) -> list[PresetFigures]:
    with progress(options.games * len(setups)) as more:
        return [preset_figures(setup, options.games, options.seed, more) for setup in setups]


# -- what it holds


def _head(held: Holdings) -> str:
    counts = (
        (held.cards, ngettext("{n} card", "{n} cards", held.cards)),
        (held.twists, ngettext("{n} twist", "{n} twists", held.twists)),
        (held.mirrors, ngettext("{n} mirror", "{n} mirrors", held.mirrors)),
        (held.personas, ngettext("{n} persona", "{n} personas", held.personas)),
    )
    what = ", ".join(text.format(n=n) for n, text in counts if n)
    minutes = _(
        "Every card once takes about {all} minutes: {aloud} to read them aloud, {talk} to discuss "
        "them."
    ).format(
        all=number(held.reading_minutes + held.discussing_minutes, 0),
        aloud=number(held.reading_minutes, 0),
        talk=number(held.discussing_minutes, 0),
    )
    return f"{held.title} · {held.id} · {held.language}\n{what}.\n{minutes}"


def _cards_of(kind: KindName) -> str:
    match kind:
        case "dilemma":
            return _("dilemmas")
        case "quiz":
            return _("quizzes")
        case "estimate":
            return _("estimates")
        case "order":
            return _("orders")
        case "open":
            return _("open cards")
        case "commit":
            return _("if-then plans")
        case _:
            assert_never(kind)


def _kinds(held: Holdings) -> str:
    rows = [
        [_cards_of(one.kind), *map(_count, (one.turn, one.bell, one.everyone, one.cards))]
        for one in held.kinds
    ]
    heads = [_("cards"), _("one team"), _("bell"), _("everyone"), _("in all")]
    return table(heads, rows, right=(1, 2, 3, 4))


def _categories(held: Holdings) -> str:
    rows = [[one.name, one.id, _count(one.cards), _count(one.bell)] for one in held.categories]
    heads = [_("category"), "", _("cards"), _("bell cards")]
    return table(heads, rows, right=(2, 3))


def _places(held: Holdings) -> str:
    rows = [[chr(64 + one.place), _count(one.keys), _count(one.best)] for one in held.places]
    if not rows:
        return ""
    heads = [_("option"), _("right in quizzes"), _("best in dilemmas")]
    return table(heads, rows, right=(1, 2))


def _meters(held: Holdings) -> str:
    rows = [[one.name, signed(one.up, 0), signed(one.down, 0)] for one in held.meters]
    if not rows:
        return ""
    return table([_("meter"), _("on offer"), _("at stake")], rows, right=(1, 2))


def _points(held: Holdings) -> str:
    names = {"dilemmas": _("dilemmas"), "quizzes": _("quizzes")}
    rows = [
        [names[one.kind], number(one.cards), number(one.mean, 2), signed(one.apart, 2)]
        for one in held.points
    ]
    if not rows:
        return ""
    heads = [_("an option at random"), _("cards"), _("mean points"), _("from the mean")]
    told = [table(heads, rows, right=(1, 2, 3))]
    told += [_unfair(one, names[one.kind]) for one in held.points if not one.fair]
    return "\n".join(told)


def _unfair(kind: KindPoints, name: str) -> str:
    sentence = (
        _("Warning: {kind} pay {apart} points more than the mean of the deck; expected half a "
          "point at most.")
        if kind.apart > 0
        else _("Warning: {kind} pay {apart} points less than the mean of the deck; expected half "
               "a point at most.")
    )  # fmt: skip
    return sentence.format(kind=name, apart=number(abs(kind.apart), 2))


# -- how it plays


def _presets_told(played: Sequence[PresetFigures], options: Namespace) -> str:
    if not played:
        return ""
    rows = [
        [
            _("{n} minutes").format(n=one.minutes),
            _("everybody together") if one.turns_taken == "together" else _("one by one"),
            number(one.rounds),
            number(one.cards_a_game, 1),
            _count(one.never),
            number(one.scores.mean, 1),
            number(one.deviation, 1),
            number(one.gap.mean, 1),
        ]
        for one in played
    ]
    heads = [
        ngettext("{n} game", "{n} games", options.games).format(n=number(options.games)),
        _("turns"),
        _("rounds"),
        _("cards a game"),
        _("cards never seen"),
        _("mean score"),
        _("deviation"),
        _("first to last"),
    ]
    teams = ngettext("{n} team", "{n} teams", options.teams).format(n=options.teams)
    return table(heads, rows, right=(2, 3, 4, 5, 6, 7)) + f"\n{teams}."


def _cards(played: Sequence[PresetFigures], setup: SetUp) -> str:
    if not played:
        return ""
    content = setup.content
    rows = [
        [
            content.card_by_id[id_].title,
            id_.partition("/")[2],
            *(number(one.cards[i].a_game, 2) for one in played),
        ]
        for i, id_ in enumerate(content.card_ids)
    ]
    heads = [_("comes up in a game"), "", *(str(one.minutes) for one in played)]
    return table(heads, rows, right=tuple(range(2, 2 + len(played))))


def _count(n: int) -> str:
    """A number; nothing for none, so that what there is stands out."""
    return number(n) if n else "–"
