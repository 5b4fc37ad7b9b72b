"""Every house rule, changed while playing; the change stands in the session's log."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from functools import partial

from game.i18n import _
from game.rules.actions import ChangeRule
from game.rules.ruleset import Rules
from game.screens import parts
from game.screens.desk import rows as lines
from game.screens.desk.page import FOOT, Page
from game.screens.desk.places import ROOMY
from game.screens.inputs import Pointer, Press
from game.screens.kit import pieces
from game.screens.kit.text import BODY, draw_label
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.parts import Part, Pick
from game.screens.screen import Do, Look, Outcome, Stay
from game.session.houserules import HouseRule, house_rules, stepped

ROW = 76.0
GAP = 8.0


class RulesPage(Page):
    """The rules that mean something now; arrows choose one, − and + (or Left, Right) change it."""

    width = ROOMY

    def __init__(self) -> None:
        super().__init__()
        self._chosen = 0

    def title(self, look: Look) -> str:
        """What it is."""
        return _("House rules")

    def words(self, look: Look) -> str:
        """How to use it, and from when it counts."""
        return _("↑ ↓ choose a rule, ← → change it. It counts from now on.")

    def key(self, look: Look) -> Hashable:
        """The chosen rule."""
        return self._chosen

    def rules(self, look: Look) -> Sequence[HouseRule]:
        """Those there are for the way turns are taken."""
        return house_rules(look.game.rules.turns)

    def body_height(self, wall: Wall, look: Look, w: float) -> float:
        """All rules under one another."""
        return super().body_height(wall, look, w) + len(self.rules(look)) * (ROW + GAP)

    def _seen(self, wall: Wall, look: Look) -> tuple[Box, list[tuple[int, HouseRule]], int, int]:
        """(where the rows stand, the rules of this page, how many pages, which)."""
        body = self.body(wall, look)
        area = body.cut_top(super().body_height(wall, look, body.w))[1]
        rules = list(enumerate(self.rules(look)))
        fits = max(1, int((area.h - FOOT + GAP) / (ROW + GAP)))
        pages = -(-len(rules) // fits)
        at = min(self._chosen // fits, pages - 1)
        return area, rules[at * fits : (at + 1) * fits], pages, at

    def parts(self, wall: Wall, look: Look) -> list[Part]:
        """The page's rules, the chosen one marked."""
        found = self._words_part(wall, look)
        area, rules, pages, at = self._seen(wall, look)
        for i, (index, rule) in enumerate(rules):
            box = Box(area.x, area.y + i * (ROW + GAP), area.w, ROW)
            found += self._row(wall, look, box, index, rule)
        more = partial(self._turn_page, 1, look)
        y = area.bottom - FOOT / 2 + 8
        return found + parts.page_turner(area.cx, y, pages, at, more, ">")

    def _turn_page(self, by: int, look: Look) -> Outcome:
        _area, shown, pages, at = self._seen(self.desk.near(look), look)
        # Every page but the last holds the same number of rules. On the last one it follows from
        # the place of its first rule, divided by the pages before it.
        fits = shown[0][0] // at if at else len(shown)
        self._chosen = (at + by) % pages * fits
        return Stay()

    def _row(self, wall: Wall, look: Look, box: Box, i: int, rule: HouseRule) -> list[Part]:
        on = i == self._chosen

        def draw(canvas: Canvas) -> None:
            pieces.inset(canvas, box, radius=lines.RADIUS, chosen=on, line=4,
                         fill=None if on else canvas.theme.sheet)  # fmt: skip

        words, place = box.inset(18, 2).cut_left(box.w * 0.5, 16)
        place = place.centred(place.w, 66)
        found = [Part(draw)]
        found.append(_label(_(rule.label), words))
        value = getattr(look.game.rules, rule.name)
        if rule.words:
            picks = [Pick(_(word), _change(rule, to), value == to) for to, word in rule.words]
            return found + parts.segments(wall, place, picks)
        less, more = (
            None if to is None else _change(rule, to)
            for to in (stepped(rule, value, -1), stepped(rule, value, 1))
        )
        return found + parts.stepper(place, rule.tell(value), less, more, name=_(rule.label))

    def on_press(self, press: Press, look: Look) -> Outcome | None:
        """The arrows choose and change."""
        if not press.plain:
            return None
        rules = self.rules(look)
        if press.name in ("up", "down"):
            self._chosen = (self._chosen + (-1 if press.name == "up" else 1)) % len(rules)
            return Stay()
        if press.name in ("left", "right", "-", "+", "="):
            by = -1 if press.name in ("left", "-") else 1
            return changed(rules[self._chosen], look.game.rules, by) or Stay()
        return None

    def on_pointer(self, pointer: Pointer, look: Look) -> Outcome | None:
        """The wheel turns its pages."""
        if pointer.kind == "wheel" and pointer.turn:
            return self._turn_page(-1 if pointer.turn > 0 else 1, look)
        return None


def changed(rule: HouseRule, rules: Rules, by: int) -> Outcome | None:
    """The rule's next value down (−1) or up (1); None at its end."""
    value = getattr(rules, rule.name)
    if rule.words:
        values = [to for to, _word in rule.words]
        return _change(rule, values[(values.index(value) + by) % len(values)])
    to = stepped(rule, value, by)
    return None if to is None else _change(rule, to)


def _change(rule: HouseRule, to: int | bool | str) -> Do:
    return Do(ChangeRule(rule.name, to if isinstance(to, bool | int) else str(to)), stays=True)


def _label(text: str, box: Box) -> Part:
    def draw(canvas: Canvas) -> None:
        size = (canvas.wall.S, canvas.wall.S * 0.85)
        draw_label(canvas, text, box, size=size, weight=BODY, lines=2)

    return Part(draw)
