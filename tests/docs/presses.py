"""How many presses each control takes: reckoned from the code, for the table in the guide.

Every control there is at some moment of a few games is asked for as a facilitator would: by keys,
by the mouse's menus, and on the console's page. What has to be told then (which team, how many)
is no press here, and is marked.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from game import i18n
from game.rules.actions import Action, ChangeRule, Hold, PauseClock, PutNext
from game.rules.apply import apply
from game.rules.cards import Play
from game.rules.refusal import IllegalAction
from game.rules.ruleset import Turns
from game.rules.state import (
    Brief,
    Choosing,
    Debrief,
    Earlier,
    Held,
    IfThen,
    Landed,
    OnCard,
    Over,
    State,
)
from game.screens import scenes
from game.screens.desk.context import ContextPage
from game.screens.desk.controls import BY_DEFAULT, ControlsPage, controls_now
from game.screens.desk.page import Page
from game.screens.desk.rows import Row
from game.screens.desk.screen import DeskScreen
from game.screens.desk.shortcuts import BREAK_MORE, IN_SCENE, key_of, presses
from game.screens.desk.under import Under, What
from game.screens.game import GameScreen
from game.screens.holds import covered
from game.screens.screen import Look
from game.session.assemble import Choices, assemble
from game.session.bots import Bots
from game.session.controls import Control, Group
from tests.screens.outside import library, look_at

CONSOLE = Path(__file__).parents[2] / "game" / "remote" / "page" / "console.js"
FOLDED = set(re.findall(r'folded\("(\w+)"', CONSOLE.read_text("utf-8")))
"""Groups of the console that have to be unfolded."""
AT_ITS_FOOT = set(re.findall(r'plain\("(\w+)"', CONSOLE.read_text("utf-8")))
"""Controls that stand at the foot of the console at every moment."""
CHOSEN_BY_KEY = {"choose-category", "judge", "judge-view", "vote"}
"""In its scene the key itself tells what is chosen."""
LONG_BRIEF_MS = 10 * 60_000
ASKED_AGAIN = {"end-play"}
ON_THE_CLOCK = {"pause-clock", "resume-clock"}
"""Done by a click on the clock itself."""


@dataclass(frozen=True)
class Count:
    """Presses at most, and whether something has to be told after them."""

    n: int
    more: bool

    def __str__(self) -> str:
        return f"{self.n} +" if self.more else str(self.n)


def moments() -> tuple[tuple[State, int], ...]:
    """The first state of each kind in a few games, it with clocks stopped, it held.

    In one of them people come in late: the brief takes longer than it was to.
    """
    return _moments(i18n.language())  # teams nobody named have names of the language


@cache
def _moments(_language: str) -> tuple[tuple[State, int], ...]:
    return tuple(_played())


def _played() -> Iterator[tuple[State, int]]:
    met: set[Hashable] = set()
    for deck, together in (("cx-facts", True), ("outside-in", False)):
        bots, state, at = Bots(7), _lobby(deck, together), 0
        kinds = {(card.play is not Play.TURN, card.kind): card.id for card in state.content.cards}
        wanted = [kinds[kind] for kind in sorted(kinds)]  # those of one team first
        while not isinstance(state.stage, Over):
            kind = _kind(state)
            if kind not in met:
                met.add(kind)
                yield state, at
                yield from _asides(state, at)
            if wanted and not state.put_next and isinstance(state.stage, Landed | Choosing):
                state = apply(state, PutNext(wanted.pop(0)), at)[0]
            action, wait = bots.next_action(state, at)
            at += wait
            if isinstance(state.stage, Brief) and not together:
                at += LONG_BRIEF_MS
            state = apply(state, action, at)[0]


def _lobby(deck: str, together: bool) -> State:
    """A short session with a debrief, and with a plan of last time."""
    setup = assemble(
        Choices(
            decks=(deck,), preset="45" if deck == "outside-in" else "taster", language="en", seed=3,
            turns=Turns.TOGETHER if together else Turns.ONE_BY_ONE,
        ),
        library(),
    )  # fmt: skip
    plan = IfThen(cue="a parcel is late", action="we ring first")
    last = Earlier(
        number=1, team="Sky", colour="sky", plan=plan, session="Spring", created="2026-03-14"
    )
    return replace(setup, earlier=(last,)).lobby()


def _kind(state: State) -> Hashable:
    stage, clock = state.stage, state.clock
    bell = stage.bell.phase if isinstance(stage, OnCard) and stage.bell else None
    card = state.card.kind if isinstance(stage, OnCard) and state.card else ""
    part = stage.part if isinstance(stage, Debrief) else None
    step = stage.step if isinstance(stage, OnCard) else None
    play = stage.play if isinstance(stage, OnCard) else None
    return type(stage), step, play, card, bell, part, clock is not None, bool(state.commitments)


def _asides(state: State, at: int) -> Iterator[tuple[State, int]]:
    tried: tuple[Action, ...] = (
        Hold(Held.BREAK, 1_200_000), PauseClock(), ChangeRule("discuss_seconds", 0),
        PutNext(state.content.cards[3].id),
    )  # fmt: skip
    for action in tried:
        try:
            yield apply(state, action, at)[0], at
        except IllegalAction:
            continue


def told(control: Control) -> bool:
    """True where something has to be told after the presses."""
    if control.id in BREAK_MORE:
        return True  # its key asks how long the break is to be
    return bool(control.fields) and control.id not in (*BY_DEFAULT, *CHOSEN_BY_KEY)


def by_keys(control: Control) -> Count:
    """On the wall, by keyboard."""
    n = len(presses(control.id)) + (control.id in ASKED_AGAIN)
    return Count(n, told(control))


class Mouse:
    """What a hand on the mouse finds at one moment, a right-click and a click away."""

    def __init__(self, look: Look) -> None:
        pages = [ContextPage(under, 0, 0) for under in _places(look)]
        rows = [row for page in pages for row in _rows(page, look)]
        self.beside = {row.control for row in rows}
        self.rules = any(row.key == key_of("rules") for row in rows)
        self.desk = {row.control for row in _rows(ControlsPage(), look)}
        self.touched = {spot.name for spot in GameScreen().hotspots(look)}

    def presses(self, control: Control) -> Count:
        """On the wall, by mouse, from the place where it takes fewest."""
        more = bool(control.fields) and told(control)
        if control.id in ("next", *IN_SCENE):
            return Count(len(IN_SCENE.get(control.id, ("",))), more)
        if control.id in ON_THE_CLOCK and control.label in self.touched:
            return Count(1, more=False)
        if control.group is Group.RULES:
            return Count(2 if self.rules else 3, more=True)
        again = 1 if control.id in ASKED_AGAIN else 0
        if control.id in self.beside:
            return Count(2 + again, more)
        assert control.id in self.desk, control.id
        return Count(3 + again, more)


def _rows(page: Page, look: Look) -> Sequence[Row]:
    DeskScreen(page)
    return page.rows(look)


def _places(look: Look) -> Iterator[Under]:
    """What there is to point at: the teams and the clock that are shown, and everything else."""
    state = look.game
    if covered(state):
        yield Under(What.WALL)
        return
    scene = scenes.make(state)
    yield from (Under(What.TEAM, team) for team in scene.plates(look))
    yield Under(What.CARD if isinstance(state.stage, OnCard) else What.WALL)
    clock = scene.clock_box(look) if state.clock is not None else None
    if clock is not None and clock.w:
        yield Under(What.CLOCK)


def on_console(control: Control) -> Count:
    """On the console's page, a section that is folded included."""
    if control.id in AT_ITS_FOOT:
        return Count(1, more=False)
    n = 1 + (str(control.group) in FOLDED) + (control.danger and not control.fields)
    return Count(n, bool(control.fields))


def _is_most(name: str, mouse: Count) -> bool:
    """True where no moment can take more: everything there is is three presses away."""
    return mouse.n >= 3 + (name in ASKED_AGAIN)


@cache
def reckoned() -> dict[str, tuple[Count, Count, Count]]:
    """(keys, mouse, console) of each control, the most they take while nothing covers the wall."""
    found: dict[str, tuple[Count, Count, Count]] = {}
    for state, at in moments():
        look = look_at(state=state, at=at, can_undo=True, can_redo=True, can_reload=True)
        mouse = None
        for control in controls_now(look):
            name = "rule-*" if control.id.startswith("rule-") else control.id
            if name in found and (state.held or _is_most(name, found[name][1])):
                continue
            mouse = mouse or Mouse(look)
            n = mouse.presses(control)
            if name not in found or n.n > found[name][1].n:
                found[name] = by_keys(control), n, on_console(control)
    return found
