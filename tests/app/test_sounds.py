"""Which sound belongs to what."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.app.sounds import Sounds, bell_sound, card_sound, names_for
from game.paths import assets_dir
from game.rules.actions import Begin, EditTeam, Next, RingBell
from game.rules.apply import apply
from game.rules.cards import Card, Mirror, Twist
from game.rules.content import Content
from game.rules.events import (
    AnswerLocked,
    BellMarked,
    BellWon,
    CardDrawn,
    Event,
    MirrorDrawn,
    PawnMoved,
    PodiumShown,
    RangTooEarly,
    Rolled,
    RoundBegan,
    Scored,
    TimeWasUp,
    TwistDrawn,
)
from game.rules.state import State, Why, evolve
from tests.content.noises import wav
from tests.rules.pieces import quiz
from tests.rules.table import game, on_card, play


def test_each_team_has_its_own_bell_also_with_another_name() -> None:
    state = game(8)
    assert len({bell_sound(state, team.id) for team in state.teams}) == 8
    renamed = play(state, EditTeam(2, "Somebody", "green"))
    assert bell_sound(renamed, 2) == bell_sound(state, 2)


def test_too_early_does_not_sound_like_a_bell() -> None:
    state = on_card(quiz("q"))
    _, events = apply(state, RingBell(0, 5), 5)
    assert any(isinstance(event, RangTooEarly) for event in events)
    assert list(names_for(events, state)) == ["too-early"]


def test_a_ring_is_heard() -> None:
    state = play(on_card(quiz("q")), Next(), at=10)
    state, events = apply(state, RingBell(1, 20), 20)
    assert any(isinstance(event, BellWon) for event in events)
    assert "bell-2" in list(names_for(events, state))


def test_every_sound_that_is_asked_for_was_made() -> None:
    state = game(2)
    made = {path.stem for path in (assets_dir() / "sounds").iterdir()}
    asked = {bell_sound(state, team.id) for team in state.teams} | {"tick", "hop"}
    asked |= set(
        names_for(
            (
                Scored(0, 1, 1, Why.ANSWER),
                Scored(0, -1, -1, Why.TWIST),
                Rolled(0, 3, (2,)),
                RangTooEarly(0, 1),
                PodiumShown(),
                TimeWasUp(),
                TwistDrawn("t"),
                CardDrawn("c", "p"),
                MirrorDrawn("m"),
                BellMarked(0, True),
                BellMarked(0, False),
                RoundBegan(1, False),
                AnswerLocked(0, 1),
            ),
            state,
        )
    )
    assert asked <= made
    assert len(asked) > 12


def test_a_pawn_is_heard_space_by_space(monkeypatch: pytest.MonkeyPatch) -> None:
    sounds = Sounds()
    played: list[str] = []
    monkeypatch.setattr(sounds, "play", played.append)
    state = play(game(2), Begin())
    sounds.hear([Rolled(0, 3, (2,)), PawnMoved(0, 0, (1, 2, 3))], state, 0)
    assert played == ["die"]
    for now in range(0, 3000, 20):
        sounds.tick(now)
    assert played == ["die", "hop", "hop", "hop"]
    assert sounds.due_in(5000) is None


def test_without_an_audio_device_it_plays_on_silently(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "no-such-driver")
    import pygame

    pygame.mixer.quit()
    sounds = Sounds()
    assert not sounds.works
    sounds.play("tick")


def heard(state: State, thing: Card | Twist | Mirror) -> Content:
    """The content of a state with this instead of the first of its kind."""
    content = state.content
    match thing:
        case Twist():
            return replace(content, twists=(thing,))
        case Mirror():
            return replace(content, mirrors=(thing,))
        case _:
            return replace(content, cards=(thing,))


def test_a_card_that_comes_up_is_heard_by_its_name() -> None:
    state = game(2)
    card = replace(quiz("q"), sound="d/door.ogg")
    twist = Twist(id="t", title="T", prompt="P", effects=(), sound="d/rain.wav")
    mirror = Mirror(id="m", title="M", prompt="P")
    comings: tuple[tuple[Card | Twist | Mirror, Event, str], ...] = (
        (card, CardDrawn("q", "insights"), "d/door.ogg"),
        (twist, TwistDrawn("t"), "d/rain.wav"),
        (mirror, MirrorDrawn("m"), ""),
    )
    for thing, event, name in comings:
        there = evolve(state, content=heard(state, thing))
        assert card_sound([event], there) == name
    assert card_sound([PodiumShown()], state) == ""
    assert card_sound([Scored(0, 1, 1, Why.ANSWER)], state) is None


def test_the_sound_of_a_card_ends_with_it_and_goes_by_the_volume() -> None:
    import pygame

    sounds = Sounds()
    if not sounds.works:
        pytest.skip("no audio device, not even a dummy")
    state = evolve(game(2), content=heard(game(2), replace(quiz("q"), sound="d/door.wav")))
    media = {"d/door.wav": wav(5), "d/bad.wav": b"RIFF"}
    sounds.set(4, mute=False)
    sounds.hear([CardDrawn("q", "insights")], state, 0, media)
    channel = sounds._channel()
    assert channel is not None
    assert channel.get_volume() == pytest.approx(0.4, abs=0.02)
    sounds.set(4, mute=True)
    assert channel.get_volume() == 0
    sounds.set(9, mute=False)
    assert channel.get_volume() == pytest.approx(0.9, abs=0.02)
    sounds.hear([Scored(0, 1, 1, Why.ANSWER)], state, 10, media)
    assert sounds._channel() is channel
    sounds.hear([RoundBegan(2, last=False)], state, 20, media)
    assert sounds._channel() is None
    sounds.play_card(media["d/bad.wav"])
    assert sounds._channel() is None
    sounds.set(9, mute=True)
    sounds.play_card(media["d/door.wav"])
    assert sounds._channel() is None
    pygame.mixer.stop()
