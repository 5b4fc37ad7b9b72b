"""The sounds: all there, clean to the ear, and no two bells alike."""

import wave
from pathlib import Path

import pytest

from game import paths

pytest.importorskip("numpy", reason="numpy measures the sounds: pip install cx-game[sound]")

import numpy as np

from tools import make_sounds, synth

FOLDER = paths.assets_dir() / "sounds"
NAMES = sorted(make_sounds.SOUNDS)
BELLS = [f"bell-{n}" for n in range(1, 9)]

# Seconds, shortest and longest: a tick has to be over before the next one, and a fanfare is one.
LENGTHS = {
    "tick": (0.03, 0.2),
    "lock": (0.03, 0.25),
    "hop": (0.05, 0.3),
    "open": (0.05, 0.3),
    "too-early": (0.05, 0.4),
    "card": (0.1, 0.5),
    "fanfare": (2.0, 3.0),
}
ANY_LENGTH = (0.3, 2.0)


def _read(path: Path) -> np.ndarray[tuple[int], np.dtype[np.int16]]:
    with wave.open(str(path), "rb") as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, 44_100)
        return np.frombuffer(file.readframes(file.getnframes()), dtype="<i2")


def _pitch(name: str) -> float:
    """The loudest partial of a sound once the stroke itself is over, in hertz."""
    samples = _read(FOLDER / f"{name}.wav")[2_000:40_000].astype(float)
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(len(samples)), 1 << 18))
    return float(np.argmax(spectrum)) * synth.RATE / (1 << 18)


def test_every_sound_is_there_and_no_other() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.wav")) == NAMES
    assert set(BELLS) < set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_clipped_or_silent(name: str) -> None:
    peak = int(np.max(np.abs(_read(FOLDER / f"{name}.wav").astype(int))))
    assert peak <= round(synth.PEAK * 32_767)
    assert peak > 3_000


@pytest.mark.parametrize("name", NAMES)
def test_no_sound_starts_or_ends_with_a_crack(name: str) -> None:
    samples = np.abs(_read(FOLDER / f"{name}.wav").astype(int))
    assert samples[0] < 50
    assert samples[-20:].max() < 50


@pytest.mark.parametrize("name", NAMES)
def test_each_sound_is_as_long_as_its_moment(name: str) -> None:
    shortest, longest = LENGTHS.get(name, ANY_LENGTH)
    assert shortest <= len(_read(FOLDER / f"{name}.wav")) / synth.RATE <= longest


@pytest.mark.parametrize("name", NAMES)
def test_no_sound_is_louder_than_it_should_be(name: str) -> None:
    level = make_sounds.SOUNDS[name][1]
    heard = synth.loudness(_read(FOLDER / f"{name}.wav") / 32_767)
    assert heard <= level + 0.2
    assert heard >= level - 6  # a spiky one may stay quieter, so that it is not clipped


def test_the_bells_are_equally_loud() -> None:
    """No team is heard better than another."""
    levels = [synth.loudness(_read(FOLDER / f"{name}.wav") / 32_767) for name in BELLS]
    assert max(levels) - min(levels) < 0.2


def test_each_team_has_a_bell_of_its_own_pitch() -> None:
    pitches = [_pitch(name) for name in BELLS]
    for heard, meant in zip(pitches, make_sounds.BELL_PITCHES, strict=True):
        assert heard == pytest.approx(meant, rel=0.01)
    semitones = [12 * np.log2(pitch / pitches[0]) for pitch in pitches]
    steps = np.diff(semitones)
    assert steps.min() > 1.8  # at least a whole tone apart


def test_a_bell_is_metal_not_a_flute() -> None:
    """Its second partial is no multiple of the first."""
    samples = _read(FOLDER / "bell-1.wav")[:20_000].astype(float)
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(len(samples)), 1 << 18))
    pitch = make_sounds.BELL_PITCHES[0]

    def strength(ratio: float) -> float:
        at = round(ratio * pitch * (1 << 18) / synth.RATE)
        return float(spectrum[at - 60 : at + 60].max())

    assert strength(2.32) > 20 * strength(2.0)
    assert strength(2.32) > 20 * strength(3.0)


def test_the_early_ring_sounds_nothing_like_a_bell() -> None:
    """A hand on the bell: its weight lies below every bell's pitch, and it does not ring on."""
    samples = _read(FOLDER / "too-early.wav").astype(float)
    power = np.abs(np.fft.rfft(samples)) ** 2
    pitches = np.fft.rfftfreq(len(samples), 1 / synth.RATE)
    assert float((pitches * power).sum() / power.sum()) < make_sounds.BELL_PITCHES[0]
    assert np.abs(samples[-2_000:]).max() < 0.05 * np.abs(samples).max()


def test_the_opening_of_the_bells_announces_nothing() -> None:
    """It is loudest at once: a swell would let a team time its ring."""
    samples = np.abs(_read(FOLDER / "open.wav").astype(float))
    loudest = int(np.argmax(samples)) / synth.RATE
    assert loudest < 0.01


@pytest.mark.parametrize("name", NAMES)
def test_the_script_makes_what_is_kept(name: str) -> None:
    """To the last bit but one: sines differ that much from one processor to the next."""
    kept = _read(FOLDER / f"{name}.wav").astype(int)
    made = make_sounds.samples(name).astype(int)
    assert made.shape == kept.shape, "run make sounds"
    assert int(np.abs(made - kept).max()) <= 1, "run make sounds"


def test_the_same_bytes_come_out_each_time(tmp_path: Path) -> None:
    for name in ("bell-1", "card", "die"):
        first = make_sounds.write(name, tmp_path).read_bytes()
        assert make_sounds.write(name, tmp_path).read_bytes() == first


def test_a_sound_too_spiky_for_its_level_is_not_clipped() -> None:
    spike = synth.mix((0.0, 1.0, synth.ring(0.02, [(3_000, 1, 0.0005)])), (0.3, 0, np.zeros(9)))
    samples = synth.finish(spike, level=0.0)
    assert int(np.max(np.abs(samples.astype(int)))) == round(synth.PEAK * 32_767)
