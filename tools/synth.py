"""A small synthesiser: the strokes that `make_sounds` paints with.

Every wave is mono, 44,100 samples a second, floating point. Times are in seconds, pitches in
hertz. Noise comes from Python's own generator with a fixed seed, whose sequence is promised to
stay the same from version to version; numpy's is not.
"""

import random
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Wave = NDArray[np.float64]

RATE = 44_100
"""Samples a second."""

PEAK = 10 ** (-1 / 20)
"""No sample is louder than 1 dB below full scale."""

_LOUDNESS_WINDOW = 0.1


def times(duration: float) -> Wave:
    """The moments of all samples of a sound."""
    return np.arange(round(duration * RATE), dtype=np.float64) / RATE


def ring(duration: float, partials: Sequence[tuple[float, float, float]]) -> Wave:
    """Sines that are struck together and die away: (pitch, amplitude, time to fall to a third)."""
    t = times(duration)
    wave = np.zeros_like(t)
    for pitch, amplitude, decay in partials:
        wave += amplitude * np.sin(2 * np.pi * pitch * t) * np.exp(-t / decay)
    return wave


def glide(duration: float, start: float, end: float, decay: float) -> Wave:
    """One sine that slides from a pitch to another while it dies away."""
    t = times(duration)
    pitch = start * (end / start) ** (t / duration)
    phase = 2 * np.pi * np.cumsum(pitch) / RATE
    result: Wave = np.sin(phase) * np.exp(-t / decay)
    return result


def noise(duration: float, seed: int, low: float, high: float) -> Wave:
    """Noise between two pitches, with soft edges of half an octave."""
    source = random.Random(seed)
    raw = np.array([source.uniform(-1, 1) for _ in range(round(duration * RATE))])
    octave = np.log2(np.maximum(np.fft.rfftfreq(len(raw), 1 / RATE), 1.0))
    edge = 0.5
    below = np.clip((octave - np.log2(low)) / edge + 1, 0, 1)
    above = np.clip((np.log2(high) - octave) / edge + 1, 0, 1)
    result: Wave = np.fft.irfft(np.fft.rfft(raw) * below * above, len(raw))
    return result


def brass(duration: float, pitch: float) -> Wave:
    """A trumpet-like tone: the louder it is blown, the brighter it gets."""
    t = times(duration)
    release = 0.12
    breath = np.minimum(t / 0.05, 1) * (0.75 + 0.25 * np.exp(-t / 0.15))
    breath *= np.clip((duration - t) / release, 0, 1)
    vibrato = 0.004 * np.clip((t - 0.25) / 0.3, 0, 1) * np.sin(2 * np.pi * 5.2 * t)
    phase = 2 * np.pi * np.cumsum(pitch * (1 + vibrato)) / RATE
    wave = np.zeros_like(t)
    for harmonic in range(1, 13):
        if harmonic * pitch < 9_000:
            wave += breath ** (1 + 0.45 * harmonic) / harmonic**0.9 * np.sin(harmonic * phase)
    return wave


def hump(duration: float, peak: float, width: float) -> Wave:
    """A soft rise and fall around the moment `peak`."""
    result: Wave = np.exp(-(((times(duration) - peak) / width) ** 2))
    return result


def mix(*layers: tuple[float, float, Wave]) -> Wave:
    """Lay waves over one another: (when it starts, how loud, the wave)."""
    starts = [round(start * RATE) for start, _, _ in layers]
    whole = np.zeros(max(at + len(wave) for at, (_, _, wave) in zip(starts, layers, strict=True)))
    for at, (_, gain, wave) in zip(starts, layers, strict=True):
        whole[at : at + len(wave)] += gain * wave
    return whole


def loudness(wave: Wave) -> float:
    """How loud the loudest tenth of a second is to an ear, in dB below full scale (negative).

    The ear is the A-weighting of IEC 61672: a low thud counts for less than a bell.
    """
    window = round(_LOUDNESS_WINDOW * RATE)
    padded = np.concatenate([wave, np.zeros(window)])
    f2 = np.fft.rfftfreq(len(padded), 1 / RATE) ** 2
    weight = 12_194.0**2 * f2**2 / ((f2 + 20.6**2) * (f2 + 12_194.0**2))
    weight *= 1.2589 / np.sqrt((f2 + 107.7**2) * (f2 + 737.9**2))
    heard = np.fft.irfft(np.fft.rfft(padded) * weight, len(padded))
    energy = np.concatenate([[0.0], np.cumsum(heard**2)])
    loudest = float(np.max(energy[window:] - energy[:-window])) / window
    return 10 * float(np.log10(max(loudest, 1e-12)))


def finish(wave: Wave, level: float) -> NDArray[np.int16]:
    """Trim the ends, bring the wave to `level` (see `loudness`) and round it to 16 bits.

    A sound too spiky for its level stays quieter: nothing is clipped.
    """
    wave = wave - np.mean(wave)
    fade_in, fade_out = round(0.001 * RATE), min(round(0.03 * RATE), len(wave) // 4)
    wave[:fade_in] *= np.linspace(0, 1, fade_in)
    wave[-fade_out:] *= np.linspace(1, 0, fade_out) ** 2
    wave *= 10 ** ((level - loudness(wave)) / 20)
    wave *= min(1.0, PEAK / float(np.max(np.abs(wave))))
    return np.round(wave * 32_767).astype(np.int16)
