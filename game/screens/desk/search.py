"""Choosing the card that comes up next, by a few letters of its title or its id.

The wall is read by everybody, and a name that is about to come up presses on the team it is for:
so nothing is listed before somebody types, only what fits is, and the page says that the room
reads along. The private console has all of it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Hashable, Sequence

from game.i18n import _
from game.rules.actions import PutNext
from game.rules.cards import Card
from game.rules.legal import offers_of
from game.rules.state import State
from game.screens.desk import rows as lines
from game.screens.desk.page import Page
from game.screens.desk.places import ROOMY
from game.screens.desk.rows import Row
from game.screens.fieldview import draw_field
from game.screens.inputs import Composing, Press, Typed
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.parts import Part, label
from game.screens.scenes.frame import category_name
from game.screens.screen import Do, Look, Outcome, Stay
from game.screens.textfield import TextField
from game.session.telling.kinds import kind_name

LEAST = 2
"""So many signs before anything is listed."""
MOST = 5
"""Cards listed at once: more would be read out by the room."""
FIELD = 84.0


class SearchPage(Page):
    """A field, and the cards that fit it."""

    width = ROOMY
    typing = True

    def __init__(self) -> None:
        super().__init__()
        self.field = TextField("", 60)
        self._version = 0
        self._chosen = 0

    def title(self, look: Look) -> str:
        """What is chosen."""
        return _("The next card")

    def words(self, look: Look) -> str:
        """That the room reads along, and what is chosen now."""
        told = _("The room reads along. Type part of a title; Enter takes the marked card.")
        put = look.game.content.card_by_id.get(look.game.put_next)
        if put is None:
            return told
        return told + " " + _("A card is chosen already: Delete takes it back.")

    def key(self, look: Look) -> Hashable:
        """Changes with every key."""
        return self._version, self._chosen

    def found(self, state: State) -> list[Card]:
        """Cards that fit what is typed, those first whose title begins with it."""
        wanted = _plain(self.field.text.strip())
        offers = offers_of(state, PutNext)
        if len(wanted) < LEAST or not offers:
            return []
        fit = [
            card
            for card in state.content.cards
            if wanted in _plain(f"{card.title} {card.id}") and offers[0].allows(PutNext(card.id))
        ]
        return sorted(fit, key=lambda card: not _plain(card.title).startswith(wanted))[:MOST]

    def rows(self, look: Look) -> Sequence[Row]:
        """What fits; the marked one is taken by Enter."""
        state, cards = look.game, self.found(look.game)
        marked = min(self._chosen, len(cards) - 1)
        return [
            Row(
                card.title,
                Do(PutNext(card.id)),
                value=f"{category_name(state, card.category)} · {kind_name(card)}",
                on=i == marked,
            )
            for i, card in enumerate(cards)
        ]

    def body_height(self, wall: Wall, look: Look, w: float) -> float:
        """As high as when all rows are full, so that the sheet does not jump while typing."""
        words = lines.words_height(wall, self.words(look), w)
        return words + FIELD + lines.GAP + MOST * (lines.TWO_LINES + lines.GAP)

    def _field_box(self, wall: Wall, look: Look) -> Box:
        body = self.body(wall, look)
        rest = body.cut_top(lines.words_height(wall, self.words(look), body.w))[1]
        return rest.cut_top(FIELD)[0]

    def parts(self, wall: Wall, look: Look) -> list[Part]:
        """The words, the field and what fits."""
        found = self._words_part(wall, look)
        field = self._field_box(wall, look)

        def draw(canvas: Canvas) -> None:
            draw_field(canvas, field, self.field, active=True, size=wall.M * 0.9)

        found.append(Part(draw))
        y = field.bottom + lines.GAP
        bottom = self.body(wall, look).bottom
        for row in self.rows(look):
            high = lines.height(wall, row, field.w)
            if y + high > bottom + 1:
                break
            found.append(lines.part(Box(field.x, y, field.w, high), row))
            y += high + lines.GAP
        if self._nothing_fits(look.game):
            told = _("No card that can come up has these letters in its title.")
            found.append(
                label(told, Box(field.x, y, field.w, lines.TWO_LINES), size=wall.S, grey=True)
            )
        return found

    def _nothing_fits(self, state: State) -> bool:
        """Enough is typed, and Enter would take nothing."""
        return len(_plain(self.field.text.strip())) >= LEAST and not self.found(state)

    def on_typed(self, typed: Typed | Composing, look: Look) -> Outcome | None:
        """Into the field."""
        self.field.type(typed)
        self._version, self._chosen = self._version + 1, 0
        return Stay()

    def on_press(self, press: Press, look: Look) -> Outcome | None:
        """Edit, move the mark, take the card."""
        if press.alt or press.name in ("f11", "f1"):
            return None
        cards = self.found(look.game)
        self._version += 1
        if press.name in ("up", "down"):
            step = -1 if press.name == "up" else 1
            self._chosen = max(0, min(len(cards) - 1, self._chosen + step))
        elif press.name in ("return", "enter"):
            return Do(PutNext(cards[min(self._chosen, len(cards) - 1)].id)) if cards else Stay()
        elif press.name == "delete" and not self.field.text and look.game.put_next:
            return Do(PutNext(""), stays=True)
        else:
            self.field.press(press)
            self._chosen = 0
        return Stay()


def _plain(text: str) -> str:
    """Letters without accents and case: nobody types those in a hurry."""
    parted = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in parted if not unicodedata.combining(sign))
