"""Make the sounds of the game: `assets/sounds/*.wav`.

    python -m tools.make_sounds [--out FOLDER]     # `make sounds` does this

Needs numpy (extra `sound`); the game itself only plays the finished files. Mono, 44.1 kHz,
16 bits. The same sounds come out each time; between machines the last bit of a sample may differ,
as their sines do.
"""

import argparse
import random
import sys
import wave
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tools.synth import RATE, Wave, brass, finish, glide, hump, mix, noise, ring

OUT = Path(__file__).resolve().parent.parent / "assets" / "sounds"

BELL_PITCHES = (784.0, 880.0, 1046.5, 1174.7, 1318.5, 1568.0, 1760.0, 2093.0)
"""One for each team: G A C D E G A C, so that any two bells together still please."""

# Ratios of a struck half-sphere: not a harmonic series, which is what makes it metal.
_BELL_MODES = ((1.0, 1.0, 0.50), (2.32, 0.55, 0.26), (3.98, 0.34, 0.13), (5.93, 0.2, 0.07))
# No bell is perfectly round: each mode is two, a hair apart, and they beat.
_BELL_SPLIT = 1.0028

C4, E4, G4 = 261.6, 329.6, 392.0
C5, D5, E5, G5, A5 = 523.3, 587.3, 659.3, 784.0, 880.0
C6, D6, E6, G6, C7 = 1046.5, 1174.7, 1318.5, 1568.0, 2093.0


def bell(pitch: float) -> Wave:
    """A reception bell: the clapper's click, then metal."""
    tail = (BELL_PITCHES[0] / pitch) ** 0.35  # small bells stop sooner
    partials = [
        (pitch * ratio * split, amplitude * share, decay * tail)
        for ratio, amplitude, decay in _BELL_MODES
        for split, share in ((1.0, 0.62), (_BELL_SPLIT, 0.38))
    ]
    clapper = noise(0.012, seed=1, low=3_000, high=12_000)
    clapper *= np.exp(-np.arange(len(clapper)) / (0.003 * RATE))
    return mix((0, 1.0, ring(1.5, partials)), (0, 0.5, clapper))


def too_early() -> Wave:
    """A hand on the bell: a dull clack without ring."""
    clack = noise(0.16, seed=2, low=250, high=900)
    clack *= np.exp(-np.arange(len(clack)) / (0.018 * RATE))
    return mix((0, 1.6, clack), (0, 0.7, ring(0.2, [(172, 1, 0.03), (410, 0.5, 0.015)])))


def tick() -> Wave:
    """One of the last ten seconds: a fingertip on wood."""
    return ring(0.09, [(1_180, 1, 0.010), (2_650, 0.3, 0.004), (590, 0.4, 0.012)])


def hop() -> Wave:
    """The pawn lands on the next space."""
    body = glide(0.15, 330, 640, 0.045)
    return mix((0, 1, body), (0, 0.25, ring(0.05, [(1_900, 1, 0.006)])))


def card() -> Wave:
    """A card is turned: two brushes of paper and a small snap."""
    length = 0.32
    brush = noise(length, seed=3, low=1_400, high=7_500)
    brush *= 0.6 * hump(length, 0.07, 0.035) + hump(length, 0.17, 0.045)
    snap = noise(0.05, seed=4, low=900, high=4_000)
    snap *= np.exp(-np.arange(len(snap)) / (0.006 * RATE))
    return mix((0, 1, brush), (0.235, 0.9, snap))


def coin(pitch: float) -> Wave:
    """One small bright note, as of a coin."""
    return ring(0.45, [(pitch, 1, 0.12), (pitch * 2.01, 0.35, 0.07), (pitch * 3.9, 0.12, 0.03)])


def joy() -> Wave:
    """A happy customer is won: three notes up."""
    return mix((0, 0.8, coin(E6)), (0.08, 0.9, coin(G6)), (0.16, 1, coin(C7)))


def soft(pitch: float, decay: float = 0.25) -> Wave:
    """A felt mallet on a wooden bar."""
    partials = [(pitch, 1, decay), (pitch * 2, 0.18, decay / 2), (pitch * 3.93, 0.1, decay / 6)]
    return ring(decay * 4, partials)


def lose() -> Wave:
    """Customers leave: a small step down, without blame."""
    return mix((0, 1, soft(G4, 0.16)), (0.17, 0.9, soft(E4, 0.22)))


def die() -> Wave:
    """A wooden die rolls over the table and comes to rest."""
    source = random.Random(5)
    layers: list[tuple[float, float, Wave]] = []
    at, gap = 0.0, 0.05
    for strike in range(11):
        pitch = source.uniform(850, 1_500)
        knock = ring(0.06, [(pitch, 1, 0.007), (pitch * 1.83, 0.6, 0.004), (210, 0.5, 0.01)])
        layers.append((at, (0.55 + 0.45 * source.random()) * 0.93**strike, knock))
        at += gap * source.uniform(0.7, 1.3)
        gap *= 1.09
    return mix(*layers)


def bells_open() -> Wave:
    """The bells are open: at its full at once, so that nothing announces it."""
    return ring(0.22, [(E5, 1, 0.06), (E5 * 2, 0.12, 0.03)])


def time_up() -> Wave:
    """Time is over: two calm notes."""
    return mix((0, 1, soft(E5, 0.28)), (0.32, 1, soft(C5, 0.34)))


def fanfare() -> Wave:
    """The podium: three calls, and a chord that stays."""
    calls = [(0.0, G4), (0.17, C5), (0.34, E5)]
    chord = [(C5, 0.7), (E5, 0.7), (G5, 1.0), (C4, 0.5)]
    shimmer = [(0.78 + 0.09 * n, 0.10, coin(p)) for n, p in enumerate((C6, E6, G6, C7))]
    return mix(
        *((at, 0.9, brass(0.2, pitch)) for at, pitch in calls),
        (0.51, 1.0, brass(0.26, G5)),
        *((0.78, gain, brass(1.75, pitch)) for pitch, gain in chord),
        *shimmer,
    )


def twist() -> Wave:
    """Something comes by: a gust that rises and falls."""
    length, bands = 0.95, 7
    layers: list[tuple[float, float, Wave]] = []
    for band in range(bands):
        centre = 260 * 1.55**band
        gust = noise(length, seed=10 + band, low=centre / 1.2, high=centre * 1.2)
        gust /= np.sqrt(np.mean(gust**2))
        layers.append((0, 0.9**band, gust * hump(length, 0.18 + 0.07 * band, 0.15)))
    return mix(*layers)


def lock() -> Wave:
    """An answer is locked: the two clicks of a latch."""
    first = ring(0.05, [(2_300, 1, 0.004), (3_700, 0.6, 0.003)])
    second = ring(0.09, [(1_450, 1, 0.008), (720, 0.6, 0.014)])
    return mix((0, 0.6, first), (0.045, 1, second))


def wrong() -> Wave:
    """Not this: two low reedy notes, short."""
    partials = [(n, 1 / n) for n in (1, 2, 3, 4, 5)]
    note = ring(0.22, [(147 * n, gain, 0.11) for n, gain in partials])
    low = ring(0.34, [(131 * n, gain, 0.15) for n, gain in partials])
    return mix((0, 1, note), (0.16, 1, low))


def right() -> Wave:
    """Yes: two notes up, a fifth apart."""
    return mix((0, 0.9, soft(C5, 0.16)), (0.13, 1, soft(G5, 0.26)), (0.13, 0.2, coin(G6)))


def stage_change() -> Wave:
    """The session moves on: a run up the bars."""
    notes = (C5, D5, E5, G5, A5, C6)
    return mix(*((0.075 * n, 0.7 + 0.06 * n, soft(pitch, 0.2)) for n, pitch in enumerate(notes)))


SOUNDS: dict[str, tuple[Callable[[], Wave], float]] = {
    **{f"bell-{n}": (partial(bell, pitch), -15) for n, pitch in enumerate(BELL_PITCHES, 1)},
    "too-early": (too_early, -20),
    "tick": (tick, -28),
    "hop": (hop, -24),
    "card": (card, -22),
    "joy": (joy, -18),
    "lose": (lose, -22),
    "die": (die, -20),
    "open": (bells_open, -24),
    "time-up": (time_up, -19),
    "fanfare": (fanfare, -15),
    "twist": (twist, -20),
    "lock": (lock, -22),
    "wrong": (wrong, -20),
    "right": (right, -18),
    "stage-change": (stage_change, -20),
}
"""File name without its ending: how it is made, and how loud (see `synth.loudness`)."""


def samples(name: str) -> NDArray[np.int16]:
    """The finished sound of that name."""
    make, level = SOUNDS[name]
    return finish(make(), level)


def write(name: str, folder: Path) -> Path:
    """Make one sound and write it; returns the file."""
    path = folder / f"{name}.wav"
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples(name).astype("<i2").tobytes())
    return path


def main(argv: Sequence[str] | None = None) -> int:
    """Make every sound."""
    parser = argparse.ArgumentParser(
        prog="python -m tools.make_sounds", description="Make the sounds of the game."
    )
    parser.add_argument("--out", type=Path, default=OUT, help="the folder to write to")
    folder: Path = parser.parse_args(argv).out
    folder.mkdir(parents=True, exist_ok=True)
    size = sum(write(name, folder).stat().st_size for name in SOUNDS)
    print(f"{len(SOUNDS)} sounds, {size / 1e6:.1f} MB, in {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
