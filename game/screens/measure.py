"""Which texts of a deck do not fit the wall, measured with the very layout that shows them.

Every card is opened at a rehearsal's table and laid out as it would be read, answered, revealed
and talked about, with the last row as far away as it can be (ten picture heights): on a
widescreen before eight teams together, and on a 4:3 projector before four teams one by one.
Nothing is drawn, so neither a window nor a display is needed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pygame

from game.content.measure import Overflow
from game.rules.actions import Next
from game.rules.apply import apply
from game.rules.cards import (
    Card,
    ChoiceCard,
    CommitCard,
    EstimateCard,
    Judging,
    Mirror,
    OpenCard,
    OrderCard,
    Persona,
    Play,
    Twist,
)
from game.rules.ruleset import Turns
from game.rules.state import (
    ChooseFor,
    Choosing,
    MirrorTold,
    OnCard,
    State,
    Step,
    TwistTold,
    evolve,
)
from game.screens.kit.card import fit_title, title_box
from game.screens.kit.fonts import many_sizes
from game.screens.kit.text import fit_label
from game.screens.kit.theme import DAYLIGHT
from game.screens.kit.wall import SEATS, Box, Wall
from game.screens.measuretable import rehearsal, some_answers
from game.screens.scenes import mirror, personacards, twist
from game.screens.scenes.answers import Draft
from game.screens.scenes.bellplaces import bell_places, lay_question
from game.screens.scenes.cardlayout import FAR_SIDE, places
from game.screens.scenes.judgepaint import judged_body, lay_criteria
from game.screens.scenes.judgeplaces import judge_places
from game.screens.scenes.reveal import lay_talk, reveal_pages
from game.screens.scenes.side import far_persona
from game.screens.scenes.story import faces, foot_of, persona_room
from game.screens.screen import Look
from game.screens.settings import Settings

if TYPE_CHECKING:
    from game.content.deck import Deck

MOST_FACES = 3
"""That one text may take of the wall: more, and the room has forgotten how it began."""
_CUT = "is cut when the last row sits far away"
_SMALL = "is set smaller than a far last row can read"


class WallMeasure:
    """Measures decks for the wall; the `Measure` of the checks."""

    def overflows(self, deck: Deck) -> Iterable[Overflow]:
        """Every text of the deck, in its language, that does not fit, each said once."""
        if not pygame.font.get_init():
            pygame.font.init()
        found: dict[tuple[str, int, str], Overflow] = {}
        with many_sizes():
            for table in _tables(deck):
                for one in table.overflows(deck):
                    found.setdefault((one.section, one.index, one.field), one)
        return tuple(found.values())


def _tables(deck: Deck) -> Iterator[_Table]:
    """The rooms in which it is hardest to fit.

    Both are 1080 pixels high, though a 4:3 projector may have 768: layout goes by units, and the
    same sizes of type need not be opened twice.
    """
    for size, teams, turns in (
        ((1920, 1080), 8, Turns.TOGETHER),
        ((1440, 1080), 4, Turns.ONE_BY_ONE),
    ):
        yield _Table(Wall(size, DAYLIGHT, SEATS[-1]), rehearsal(deck, teams, turns))


@dataclass(frozen=True)
class _Table:
    """One room: a wall, and a session about to draw something."""

    wall: Wall
    state: State

    def overflows(self, deck: Deck) -> Iterator[Overflow]:
        """What does not fit in this room."""
        for index, card in enumerate(deck.cards):
            for field, text in self._card(card):
                yield Overflow("cards", index, field, text)
        for index, one in enumerate(deck.twists):
            for field, text in self._twist(one):
                yield Overflow("twists", index, field, text)
        for index, other in enumerate(deck.mirrors):
            for field, text in self._mirror(other):
                yield Overflow("mirrors", index, field, text)
        for index, persona in enumerate(deck.personas):
            for field, text in self._persona(persona):
                yield Overflow("personas", index, field, text)

    def _look(self, state: State, picture: str = "") -> Look:
        pictures = {picture: b""} if picture else {}
        return Look(wall=self.wall, settings=Settings(), now=0, state=state, pictures=pictures)

    # ------------------------------------------------------------------ cards

    def _card(self, card: Card) -> Iterator[tuple[str, str]]:
        drawn = evolve(self.state, stage=Choosing(why=ChooseFor.SPACE), put_next=card.id)
        state, _events = apply(drawn, Next(), 0)
        stage = state.stage
        assert isinstance(stage, OnCard)
        if stage.play is Play.BELL:
            yield from self._bell(card)
        else:
            yield from self._question(self._look(state, card.picture), stage, card)
        if isinstance(card, OpenCard):
            yield from self._judged(card)
        told = evolve(stage, step=Step.REVEAL, answers=some_answers(state, stage, card))
        yield from self._reveal(self._look(evolve(state, stage=told)), card)
        yield from self._talk(card)

    def _question(self, look: Look, stage: OnCard, card: Card) -> Iterator[tuple[str, str]]:
        spots = places(self.wall, len(look.game.teams))
        found = faces(look, card, spots, Draft().part(look, stage, card))
        band = spots.card.cut_top(spots.band)[0]
        yield from self._title(card.title, title_box(band, FAR_SIDE))
        stories = sum(face.text is not None for face in found)
        if stories > MOST_FACES:
            yield "prompt", _pages(stories)
        part = found[-1].part
        if part is not None and part.overflow:
            yield _answered_with(card), _CUT

    def _title(self, title: str, box: Box) -> Iterator[tuple[str, str]]:
        if fit_title(self.wall, title, box, self.wall.L).size < self.wall.S * 0.99:
            yield "title", _SMALL

    def _bell(self, card: Card) -> Iterator[tuple[str, str]]:
        spots = bell_places(self.wall, len(self.state.teams), taken=False)
        pictured = bool(card.picture)
        if lay_question(self.wall, spots, card.prompt, pictured=pictured)[0].overflow:
            yield "prompt", _CUT

    def _judged(self, card: OpenCard) -> Iterator[tuple[str, str]]:
        teams = len(self.state.teams)
        voters = teams - 1 if card.judge is Judging.PEERS else 0
        spots = judge_places(self.wall, teams, voters, view=False)
        part, _story, _box = lay_criteria(self.wall, card, judged_body(self.wall, spots))
        if part.overflow:
            yield "criteria", _CUT

    def _reveal(self, look: Look, card: Card) -> Iterator[tuple[str, str]]:
        found = reveal_pages(look)
        if any(page.overflow for page in found):
            yield _revealed(card), _SMALL if isinstance(card, OpenCard) else _CUT
        elif len(found) > MOST_FACES + 1:  # the camps of a choice that everyone made come first
            yield _revealed(card), _pages(len(found))

    def _talk(self, card: Card) -> Iterator[tuple[str, str]]:
        _inner, found = lay_talk(self.wall, card, places(self.wall, len(self.state.teams)))
        if any(face.question is not None and face.question.overflow for face in found):
            yield "reflect", _CUT
        reasons = sum(face.why is not None for face in found)
        if any(face.why is not None and face.why.overflow for face in found):
            yield "why", _CUT
        elif reasons > MOST_FACES:
            yield "why", _pages(reasons)

    # ------------------------------------------------------------------ the others

    def _twist(self, one: Twist) -> Iterator[tuple[str, str]]:
        found = twist.pages_of(self.wall, evolve(self.state, stage=TwistTold(twist=one.id)))
        if any(page.title.overflow for page in found):
            yield "title", _CUT
        stories = [page.story for page in found if page.story is not None]
        if any(story.overflow for story in stories):
            yield "prompt", _CUT
        elif len(stories) > MOST_FACES:
            yield "prompt", _pages(len(stories))

    def _mirror(self, one: Mirror) -> Iterator[tuple[str, str]]:
        state = evolve(self.state, stage=MirrorTold(mirror=one.id))
        found = mirror.lay(self.wall, state)[0]
        if len(found) > MOST_FACES:
            yield "prompt", _pages(len(found))
        box = mirror.title_box(self.wall)
        title = fit_label(
            self.wall, one.title, box.w, box.h, size=(self.wall.M, self.wall.S), lines=2
        )
        if title.size < self.wall.S * 0.99:
            yield "title", _SMALL

    def _persona(self, persona: Persona) -> Iterator[tuple[str, str]]:
        team = None if self.state.rules.together else self.state.teams[0]
        ((place,),) = personacards.lay(self.wall, (personacards.Eyes(team, persona),))
        if place.name.overflow:
            yield "name", _CUT
        if place.line.overflow:
            yield "line", _CUT
            return
        foot = foot_of(places(self.wall, len(self.state.teams)))
        words, _box = far_persona(self.wall, persona, persona_room(foot, 2))
        if words.size < self.wall.S * 0.99:
            yield "line", _SMALL


def _answered_with(card: Card) -> str:
    """The field of what a card is answered with."""
    match card:
        case ChoiceCard():
            return _longest("options", [option.text for option in card.options], "text")
        case OrderCard():
            return _longest("items", [item.text for item in card.items], "text")
        case OpenCard():
            return _longest("criteria", card.criteria)
        case CommitCard():
            return "example"
        case EstimateCard():
            return "unit"


def _revealed(card: Card) -> str:
    """The field of what its reveal tells."""
    if isinstance(card, ChoiceCard):
        return _longest("options", [option.feedback for option in card.options], "feedback")
    return _answered_with(card)


def _longest(name: str, texts: Any, field: str = "") -> str:
    """The way to the longest of some texts: it is the one to shorten."""
    place = max(range(len(texts)), key=lambda n: len(texts[n]))
    return f"{name}.{place}.{field}" if field else f"{name}.{place}"


def _pages(count: int) -> str:
    return f"takes {count} faces for a far last row; expected {MOST_FACES} at most"
