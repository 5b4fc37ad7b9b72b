"""What is heard: bells of eight pitches, ticks, cards, coins of joy. All of it is also seen.

Without an audio device everything plays on, silently.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from types import MappingProxyType
from typing import TYPE_CHECKING

from game.app.quiet import no_words_of_others
from game.paths import assets_dir
from game.rules.events import (
    AnswerLocked,
    BellChanged,
    BellMarked,
    BellWon,
    CardDrawn,
    Event,
    MirrorDrawn,
    PawnMoved,
    PodiumShown,
    RangLocked,
    RangToo,
    RangTooEarly,
    Rolled,
    RoundBegan,
    Scored,
    TimeWasUp,
    TwistDrawn,
    Voted,
)
from game.rules.state import COLOURS, BellPhase, OnCard, State, Why
from game.screens.kit.motion import DIE, HOP, HOP_REST_MS

if TYPE_CHECKING:
    import pygame

BUFFER = 512
"""Samples: about 12 ms between a ring and its sound."""
MOST_KEPT = 20
"""Sounds of cards that are kept as samples: each takes 2 MB at the most."""
FADE_MS = 250
"""A card's sound ends like this when the next one comes."""


class Sounds:
    """Plays what happened."""

    def __init__(self) -> None:
        self._sounds: dict[str, pygame.mixer.Sound] = {}
        self._volume = 0.8
        self._mute = False
        self._due: list[tuple[int, str]] = []
        self._of_decks: dict[bytes, pygame.mixer.Sound] = {}
        self._told: tuple[pygame.mixer.Channel, pygame.mixer.Sound] | None = None
        """Where the card that is up is heard, and its sound."""
        self.works = False
        """Whether there is a device to be heard on."""
        self.open()

    def open(self) -> bool:
        """Look for an audio device; False where there is none."""
        os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
        import pygame

        # Those of a device that went are of no use.
        self._sounds, self._of_decks, self._told = {}, {}, None
        try:
            with no_words_of_others():
                pygame.mixer.init(44_100, -16, 2, BUFFER)
            pygame.mixer.set_num_channels(16)
            self.works = True
        except pygame.error:
            self.works = False
        return self.works

    def set(self, volume: int, mute: bool) -> None:
        """Volume 0–10."""
        self._volume, self._mute = volume / 10, mute
        channel = self._channel()
        if channel is not None:
            channel.set_volume(0.0 if mute else self._volume)

    def play(self, name: str) -> None:
        """One sound; a missing or broken file is silence."""
        if not self.works or self._mute or self._volume <= 0:
            return
        import pygame

        sound = self._sounds.get(name)
        if sound is None:
            try:
                sound = pygame.mixer.Sound(assets_dir() / "sounds" / f"{name}.wav")
            except (pygame.error, OSError):
                return
            self._sounds[name] = sound
        sound.set_volume(self._volume)
        sound.play()

    def play_card(self, data: bytes) -> None:
        """The sound of a card, in place of that of the card before; a broken one is silence."""
        self.hush()
        if not self.works or self._mute or self._volume <= 0:
            return
        import pygame

        sound = self._of_decks.get(data)
        if sound is None:
            try:
                sound = pygame.mixer.Sound(BytesIO(data))
            except (pygame.error, OSError):
                return
            if len(self._of_decks) >= MOST_KEPT:
                self._of_decks.clear()
            self._of_decks[data] = sound
        channel = sound.play()
        if channel is not None:
            channel.set_volume(self._volume)
            self._told = channel, sound

    def hush(self) -> None:
        """The card is gone, and what is still heard of it fades."""
        channel = self._channel()
        if channel is not None:
            channel.fadeout(FADE_MS)
        self._told = None

    def _channel(self) -> pygame.mixer.Channel | None:
        """Where the card is still heard; a channel that has another sound by now is that one's."""
        if self._told is None:
            return None
        channel, sound = self._told
        return channel if channel.get_sound() is sound else None

    def hear(
        self,
        events: Sequence[Event],
        state: State,
        now: int,
        media: Mapping[str, bytes] = MappingProxyType({}),
    ) -> None:
        """What happened, as it sounds; each sound once, hops one by one as the pawn hops.

        `media` are the decks' own sounds, by name: that of a card is heard when it comes up.
        """
        told = card_sound(events, state)
        if told is not None:
            self.hush()
        if told and told in media:
            self.play_card(media[told])
        for name in dict.fromkeys(names_for(events, state)):
            self.play(name)
        steps = next((len(e.path) for e in events if isinstance(e, PawnMoved)), 0)
        rolled = any(isinstance(e, Rolled) for e in events) and state.rules.die > 1
        first = now + (DIE.ms if rolled else 0) + HOP.ms
        self._due = [(first + i * (HOP.ms + HOP_REST_MS), "hop") for i in range(steps)]

    def line_up(self, names: Sequence[str], now: int, every_ms: int) -> None:
        """Play these in turn from now on, in place of whatever waits to be played."""
        self._due = [(now + i * every_ms, name) for i, name in enumerate(names)]

    def tick(self, now: int) -> None:
        """Play what is due."""
        while self._due and self._due[0][0] <= now:
            self.play(self._due.pop(0)[1])

    def due_in(self, now: int) -> int | None:
        """Milliseconds until the next sound that waits; None without one."""
        return max(0, self._due[0][0] - now) if self._due else None


def card_sound(events: Iterable[Event], state: State) -> str | None:
    """The sound of the card, twist or mirror that came up last, "" where it has none.

    None where nothing came up and nothing went.
    """
    found: str | None = None
    content = state.content
    for event in events:
        match event:
            case CardDrawn():
                found = content.card_by_id[event.card].sound
            case TwistDrawn():
                found = content.twist_by_id[event.twist].sound
            case MirrorDrawn():
                found = content.mirror_by_id[event.mirror].sound
            case RoundBegan() | PodiumShown():
                found = ""
    return found


def names_for(events: Iterable[Event], state: State) -> Iterable[str]:
    """The sounds of these events, in order."""
    for event in events:
        name = _name(event, state)
        if name:
            yield name


def bell_sound(state: State, team: int) -> str:
    """Each colour has a bell of its own pitch, so that a team keeps its sound."""
    colour = next((t.colour for t in state.teams if t.id == team), COLOURS[0])
    return f"bell-{COLOURS.index(colour) + 1}"


def _name(event: Event, state: State) -> str:  # one line an event
    match event:
        case BellWon():
            return bell_sound(state, event.team)
        case RangToo():
            return ""
        case RangTooEarly() | RangLocked():
            return "too-early"
        case BellChanged(BellPhase.OPEN):
            return "open"
        case BellMarked():
            return "right" if event.right else "wrong"
        case CardDrawn() | MirrorDrawn():
            return "card"
        case TwistDrawn():
            return "twist"
        case RoundBegan():
            return "stage-change"
        case Rolled():
            return "die" if state.rules.die > 1 else ""
        case AnswerLocked() | Voted():
            return "lock"
        case Scored() if event.applied > 0 and not (
            event.why is Why.ADJUSTED and isinstance(state.stage, OnCard)
        ):
            return "joy"
        case Scored() if event.applied < 0:
            return "lose"
        case TimeWasUp():
            return "time-up"
        case PodiumShown():
            return "fanfare"
        case _:
            return ""
