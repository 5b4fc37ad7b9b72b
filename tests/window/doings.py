"""What a hand does where it is more than one control with its fields: pages, settings, history."""

from __future__ import annotations

from collections.abc import Callable

from game.i18n import _
from game.rules.state import State
from game.screens.desk.controls import ControlsPage
from game.screens.desk.history import HistoryPage
from game.screens.desk.houserules import RulesPage, changed
from game.screens.desk.page import Page
from game.screens.desk.shortcuts import DESK_KEYS, OPENS
from game.screens.desk.wallpage import KEYS, SCORES_KEY, WallPage
from game.screens.menu import display_items, setting_items
from game.screens.screen import Change, Do, Screen
from tests.window import pixels
from tests.window.followed import until
from tests.window.hands import Hand, Keyboard
from tests.window.mouse import Mouse

FEW = 12
FIRST = (0, 0, 800, 600)
"""Where the window is put again after a full screen, and how large it was."""


def on(hand: Hand) -> None:
    """Next, as often as it takes until the log tells something: a brief has several faces."""
    evening = hand.shadow.evening
    n = len(evening.session.history)
    for _press in range(FEW):
        hand.on()
        evening.refresh()
        if len(evening.session.history) > n:
            return
    raise AssertionError(f"Next does nothing: {evening.tail()}")


def until_true(true: Callable[[State], bool], hand: Hand) -> None:
    """Next until it is so."""
    for _press in range(FEW):
        if true(hand.shadow.evening.state):
            return
        on(hand)
    raise AssertionError(f"Next never leads there: {hand.shadow.evening.state.stage}")


def open_page(name: str, hand: Hand) -> None:
    """A page of the desk: its two keys, or its row; the desk may be open already."""
    key = DESK_KEYS[name]
    there = isinstance(hand.page, ControlsPage)
    if isinstance(hand, Keyboard):
        hand.key(*([] if there else [OPENS]), key)
        return
    assert isinstance(hand, Mouse)
    if not there:
        hand.everything()
    page = hand.page
    assert isinstance(page, ControlsPage)
    hand.choose(next(row.text for row in page.rows(hand.shadow.look()) if row.key == key))


def show(name: str, kind: type[Page] | type[Screen], hand: Hand) -> None:
    """Open a page, see it on the wall, and go back to the desk."""
    open_page(name, hand)
    shown = hand.page or hand.shadow.top
    assert isinstance(shown, kind), f"{shown} is on the wall"
    hand.shadow.follow()
    while not isinstance(hand.page, ControlsPage):
        hand.back()
    hand.shadow.follow()


def leave(name: str, hand: Hand) -> None:
    """To the start screen, or out: asked for, and meant."""
    open_page(name, hand)
    _sure(name, hand)
    hand.shadow.left = {"start": "home"}.get(name, name)


def _sure(name: str, hand: Hand) -> None:
    if isinstance(hand, Keyboard):
        hand.key(DESK_KEYS[name])
    else:
        page = hand.page
        assert page is not None
        hand.done(page.rows(hand.shadow.look())[0].text)


def end_play(hand: Hand) -> None:
    """The key at the edge, twice; or its row, and yes."""
    hand.reach("end-play", {})
    _sure("end-play", hand)


def step_back(hand: Hand) -> None:
    """To the step before the last, in the history."""
    _step(-1, hand)


def step_forward(hand: Hand) -> None:
    """And on to the last one again."""
    _step(1, hand)


def _step(by: int, hand: Hand) -> None:
    open_page("history", hand)
    page = hand.page
    assert isinstance(page, HistoryPage)
    if isinstance(hand, Keyboard):
        hand.key("up" if by < 0 else "down", "return")
    else:
        steps = page.steps(hand.shadow.look())
        here = next(i for i, step in enumerate(steps) if step.here)
        assert isinstance(hand, Mouse)
        hand.click(steps[here + by].sentence, -1)
    hand.away()


def setting(name: str, hand: Hand) -> None:
    """The next value of what the page of the wall switches, seen on the wall."""
    before = hand.shadow.settings
    if not isinstance(hand.page, WallPage):
        open_page("wall", hand)
    if isinstance(hand, Keyboard):
        hand.key(KEYS[name])
    else:
        items = [*setting_items(before), *display_items(before)]
        hand.choose(
            next(one.label for one in items
                 if isinstance(one.does, Change) and one.does.name == name)
        )  # fmt: skip
    assert getattr(hand.shadow.settings, name) != getattr(before, name), "nothing was switched"
    if name == "fullscreen":
        _resized(hand)
    hand.shadow.follow()


def _resized(hand: Hand) -> None:
    """What a window manager does when it is asked for the full screen, or for the window again."""
    shadow = hand.shadow
    full = shadow.settings.fullscreen
    x, y, width, height = (0, 0, *shadow.game.desktop.size) if full else FIRST
    shadow.game.desktop.do("windowsize", shadow.game.window, str(width), str(height))
    shadow.game.desktop.do("windowmove", shadow.game.window, str(x), str(y))

    def there() -> bool:
        shadow.frame = pixels.place(shadow.game)
        return tuple(shadow.frame) == (x, y, width, height)

    until(there, lambda: f"the window is at {shadow.frame}")


def scores_on_its_page(hand: Hand) -> None:
    """They stand on the page of the wall as well."""
    assert isinstance(hand.page, WallPage)
    if isinstance(hand, Keyboard):
        hand.key(SCORES_KEY)
    else:
        hand.choose(_("Scores"))
    hand.away()


def every_rule(hand: Hand) -> None:
    """Each house rule gets another value, and the log tells of it."""
    open_page("rules", hand)
    page, shadow = hand.page, hand.shadow
    assert isinstance(page, RulesPage)
    for rule in page.rules(shadow.look()):
        look = shadow.look()
        by, done = next(
            (by, done) for by in (1, -1)
            if (done := changed(rule, look.game.rules, by)) is not None
        )  # fmt: skip
        assert isinstance(done, Do)
        if isinstance(hand, Keyboard):
            hand.key("right" if by > 0 else "left", "down")
        else:
            _click_rule(done, hand)
        told = shadow.evening.session.history[-1].action
        assert told == done.action, f"{done.action} was wanted, the log has {told}"
    hand.away()


def _click_rule(done: Do, hand: Hand) -> None:
    assert isinstance(hand, Mouse)
    for _press in range(FEW):
        shadow = hand.shadow
        shadow.follow()
        spots = shadow.top.hotspots(shadow.look())
        spot = next((spot for spot in spots if spot.does == done), None)
        if spot is not None:
            hand.point(spot.box.cx, spot.box.cy)
            return
        turn = next(spot for spot in spots if spot.name == ">")
        hand.point(turn.box.cx, turn.box.cy)
    raise AssertionError(f"{done.action} stands on no page of the house rules")


def reread(hand: Hand) -> None:
    """The decks are read again; that they are as they were is said on the wall."""
    before = hand.shadow.reloads
    hand.reach("reload", {})
    assert hand.shadow.reloads > before
    hand.shadow.follow()
