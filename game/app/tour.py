"""A tour past everything the wall can show, with the longest texts of the shipped decks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from game import i18n
from game.app.gallery import moment
from game.app.tourdesk import TourDesk, old_sessions
from game.app.tourpractise import practising
from game.content.problem import Level, Problem
from game.content.sharing.add import AddError, Refusal
from game.i18n import _
from game.rules.actions import Hold, Next, PutNext, RingBell
from game.rules.apply import apply
from game.rules.cards import Card, ChoiceCard, OrderCard
from game.rules.content import Content
from game.rules.legal import offers_of
from game.rules.ruleset import Turns
from game.rules.state import (
    COLOURS,
    BellPhase,
    Choosing,
    Held,
    IfThen,
    Landed,
    OnCard,
    Over,
    State,
)
from game.screens.archive import Archive
from game.screens.console import ConsoleScreen, ConsoleTold
from game.screens.screen import Screen
from game.session.arrivals import Arrival, refused
from game.session.assemble import Choices, assemble
from game.session.bots import Bots
from game.session.library import Library
from game.session.rereading import told

MOST_MOVES = 6000
SEEDS = range(4)


def length(card: Card) -> int:
    """How much there is to read on a card's face."""
    words = len(card.prompt) + len(card.title)
    if isinstance(card, ChoiceCard):
        words += sum(len(option.text) + len(option.feedback) for option in card.options)
    if isinstance(card, OrderCard):
        words += sum(len(item.text) for item in card.items)
    return words


def longest_first(content: Content) -> list[str]:
    """Card ids: the longest of each kind and play, then the next longest of each."""
    by_kind: dict[object, list[Card]] = {}
    for card in sorted(content.cards, key=length, reverse=True):
        quiz = isinstance(card, ChoiceCard) and card.quiz
        by_kind.setdefault(
            (card.kind, card.play, quiz, len(getattr(card, "options", ()))), []
        ).append(card)
    piles = list(by_kind.values())
    most = max(map(len, piles))
    return [pile[i].id for i in range(most) for pile in piles if i < len(pile)]


def states(language: str, names: Sequence[str]) -> Iterator[tuple[str, State, int]]:
    """(moment, state, time) of the first state of every moment, over several sessions."""
    library = Library.default()
    seen: set[str] = set()
    for seed in SEEDS:
        for turns, count in ((Turns.ONE_BY_ONE, 4), (Turns.TOGETHER, 8), (Turns.ONE_BY_ONE, 2)):
            for state, at in _session(library, language, names[:count], turns, seed):
                name = moment(state)
                if name not in seen:
                    seen.add(name)
                    yield name, state, at


def evening(language: str, seed: int = 13) -> Iterator[tuple[State, int]]:
    """Every state of an hour with the teams as the game names them, cards as they fall."""
    setup = assemble(Choices(preset="60", language=language, seed=seed), Library.default())
    state, bots, at = setup.lobby(), Bots(seed), 0
    while not isinstance(state.stage, Over):
        yield state, at
        action, delay = bots.next_action(state, at)
        at += delay
        if isinstance(action, RingBell):
            action = RingBell(action.team, at)
        state, _events = apply(state, action, at)
        yield from _asides(state, at)


def _session(
    library: Library, language: str, names: Sequence[str], turns: Turns, seed: int
) -> Iterator[tuple[State, int]]:
    """Every state of a session that bots play."""
    setup = assemble(
        Choices(
            decks=tuple(deck.id for deck in library.decks),
            preset="120",
            teams=tuple(zip(names, COLOURS, strict=False)),
            turns=turns,
            language=language,
            seed=seed,
        ),
        library,
    )
    state = setup.lobby()
    wanted = longest_first(state.content)
    bots, at = Bots(seed), 0
    for _move in range(MOST_MOVES):
        if isinstance(state.stage, Over):
            return
        yield state, at
        if isinstance(state.stage, Landed | Choosing) and wanted and not state.put_next:
            state, _events = apply(state, PutNext(wanted.pop(0)), at)
        yield from _asides(state, at)
        action, delay = bots.next_action(state, at)
        at += delay
        if isinstance(action, RingBell):
            action = RingBell(action.team, at)
        state, _events = apply(state, action, at)


def _asides(state: State, at: int) -> Iterator[tuple[State, int]]:
    """What bots do not do: several teams ringing in a row after the first."""
    stage = state.stage
    if not (isinstance(stage, OnCard) and stage.bell and stage.bell.phase is BellPhase.TAKEN):
        return
    rings = offers_of(state, RingBell)
    while rings:
        team = next(team.id for team in state.teams if rings[0].allows(RingBell(team.id, at)))
        at += 84
        state, _events = apply(state, RingBell(team, at), at)
        rings = offers_of(state, RingBell)
    yield state, at


def _arrivals(library: Library) -> Sequence[Arrival]:
    """A deck that another of its id keeps out, and a file that is no deck."""
    return [
        refused(Path(name), AddError(reason, Path(name), title=title))
        for reason, name, title in (
            (Refusal.EXISTS, "~/decks/one", library.decks[0].title),
            (Refusal.SPREADSHEET, "cards.xlsx", "cards.xlsx"),
        )
    ]


class _Console:
    """The console as the wall hears of it, with nobody at it."""

    def told(self) -> ConsoleTold:
        """Open on the network; the code is for the address all the same."""
        from game.remote.qr import matrix

        address = "http://192.168.178.20:8741/"
        code = matrix(f"{address}#a-ticket-of-22-letters")
        return ConsoleTold(here=True, network=True, address=address, code=code, devices=("iPad",))

    def open_here(self) -> None:
        """Nothing is pressed on a tour."""

    open_network = close_network = next_address = open_here


def _trouble() -> list[str]:
    """What keeps decks from being reloaded."""
    found = (
        ("deck.yaml", 63, 17, 'card "own-red-carpet", option 2', 'points is "three"',
         "expected a whole number from 0 to 3"),
        ("deck.nl.yaml", 211, 5, 'card "on-the-bus"', '"promt" is no field of a card',
         'did you mean "prompt"?'),
    )  # fmt: skip
    return told(
        Problem(
            file=f"outside-in/{file}",
            line=line,
            column=column,
            level=Level.ERROR,
            check="structure",
            path=path,
            text=text,
            hint=hint,
        )
        for file, line, column, path, text, hint in found
    )


def _preview(library: Library) -> Screen:
    """The game's first deck as its author sees it, where the answers are in."""
    from game.app.preview import load, props
    from game.screens.preview import PreviewScreen
    from game.screens.preview.stand import Stand

    stand = Stand(props(), i18n.language())
    stand.take(load(library.deck(library.first_deck).path))
    stand.go(0, 2)
    return PreviewScreen(stand)


BREAK_MS = 10 * 60_000


def _facilitating(playing: State) -> Iterator[tuple[str, Screen, State | None]]:
    """The desk's pages, and the walls that are held."""
    from game.screens.desk import DeskScreen, desk_at
    from game.screens.desk.context import ContextPage
    from game.screens.desk.history import HistoryPage
    from game.screens.desk.houserules import RulesPage
    from game.screens.desk.plan import PlanPage
    from game.screens.desk.search import SearchPage
    from game.screens.desk.under import Under, What
    from game.screens.desk.wallpage import WallPage
    from game.screens.game import GameScreen

    yield "desk", DeskScreen(), playing
    for page in (HistoryPage, PlanPage, RulesPage, WallPage, SearchPage):
        yield f"desk-{page.__name__.lower().removesuffix('page')}", DeskScreen(page()), playing
    for control in ("adjust", "add-team", "break", "end-play"):
        yield f"desk-{control}", desk_at(control, playing), playing
    team = playing.teams[0].id
    yield "desk-team", DeskScreen(ContextPage(Under(What.TEAM, team), 300, 800)), playing
    yield "desk-pointer", DeskScreen(ContextPage(Under(What.WALL), 300, 200)), playing
    for how, ms in ((Held.BREAK, BREAK_MS), (Held.EYES, 0)):
        yield f"hold-{how}", GameScreen(), apply(playing, Hold(how, ms), 0)[0]


def _room(desk: TourDesk) -> Iterator[tuple[str, Screen, State | None]]:
    """Keys and buzzers as they are given away, and every step of the rehearsal."""
    from game.screens.devices import BuzzersScreen, RemapScreen
    from game.screens.rehearsal import RehearsalScreen

    yield "remap", RemapScreen(), None
    yield "buzzers", BuzzersScreen(), None
    asked = BuzzersScreen()
    asked.ask(4)
    yield "buzzers-asked", asked, None
    for at in range(len(RehearsalScreen(desk).steps) + 1):
        rehearsal = RehearsalScreen(desk)
        rehearsal.at = at
        yield f"rehearsal-{at + 1}", rehearsal, None


def _following(archive: Archive) -> Screen:
    """Where the set-up asks which session this one follows."""
    screen = archive.follow_up(archive.sessions[1])
    screen.before.known |= {info.path: n for n, info in enumerate(archive.sessions, 3)}
    screen.turn_to("follow")
    return screen


def screens(language: str) -> Iterator[tuple[str, Screen, State | None]]:
    """(name, screen, state) of what is not a scene of a session."""
    from game.screens.arrivals import ArrivalsScreen
    from game.screens.decks import DecksScreen
    from game.screens.decktrouble import TroubleScreen
    from game.screens.insight import InsightEditor
    from game.screens.keys import KeysScreen
    from game.screens.menu import MenuScreen
    from game.screens.oldsessions import OldSessionsScreen
    from game.screens.planeditor import PlanEditor
    from game.screens.sessions import SessionsScreen, erasing
    from game.screens.setup import SetupScreen
    from game.screens.start import StartScreen

    library = Library.default()
    desk = TourDesk(library)
    archive = Archive(TourDesk(library, old_sessions(library)))
    yield "start", StartScreen(desk), None
    yield "start-old", StartScreen(TourDesk(library, archive.sessions)), None
    yield "setup", SetupScreen(desk), None
    yield "setup-practise", SetupScreen(desk, practise=True), None
    yield "setup-follow", _following(archive), None
    yield "decks", DecksScreen(library), None
    yield "preview", _preview(library), None
    yield "sessions", SessionsScreen(Archive(desk)), None
    yield "sessions-kept", SessionsScreen(archive), None
    yield "sessions-old", OldSessionsScreen(archive), None
    yield "sessions-erase", erasing(archive, archive.sessions[:1]).screen, None
    yield "arrivals", ArrivalsScreen(_arrivals(library), lambda _path: None), None
    yield "keys", KeysScreen(), None
    playing = assemble(Choices(language=language, seed=1), library).lobby()
    for _step in range(4):
        playing, _events = apply(playing, Next())
    yield "menu", MenuScreen(), None
    yield from _room(desk)
    yield from _facilitating(playing)
    yield from practising(playing, [state for state, _at in evening(language)][:12])
    yield "deck-trouble", TroubleScreen(_trouble()), playing
    yield "console", ConsoleScreen(_Console()), playing
    yield "insight", InsightEditor(None), playing
    plan = IfThen(
        cue=_("a customer tells me the same thing twice"),
        action=_("I write it where the next colleague sees it"),
    )
    yield "plan", PlanEditor(0, plan), playing
