"""Sounds of decks: looked at before they are trusted, and carried wherever the deck goes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game import paths
from game.cli import run
from game.content import ContentError, Level, load_deck, media, merge
from game.content.hearing import trouble_of
from game.content.shelf import MOST_BYTES_TOGETHER, SOUND
from game.rules.content import Content
from game.session.codec import decode, encode
from game.session.newer import newer_of
from tests.content.author import found_by, only_problem, sound, write_deck
from tests.content.noises import ogg, page, vorbis_head, wav

ON_ALL = """\
cards:
  - {id: a, kind: commit, category: insights, title: A, prompt: Plan., sound: sounds/door.ogg}
twists:
  - {id: b, title: B, prompt: It rains., sound: rain.wav, effects: [{who: all, spaces: 1}]}
mirrors:
  - {id: c, title: C, prompt: When?, sound: sounds/door.ogg}
"""
NO_OGG = "is no Ogg Vorbis, whatever its ending says"
NO_WAV = "is no WAV of plain samples (PCM), whatever its ending says"
CUT_OFF = "is cut off: its end is missing"


def noisy(folder: Path) -> Path:
    """A deck with a sound on a card, a twist and a mirror, and both files."""
    write_deck(folder, ON_ALL)
    (folder / "sounds").mkdir(exist_ok=True)
    (folder / "sounds" / "door.ogg").write_bytes(ogg())
    (folder / "rain.wav").write_bytes(wav())
    return folder


@pytest.mark.parametrize(
    ("data", "ending", "said"),
    [
        (ogg(), ".ogg", ""),
        (ogg(10), ".ogg", ""),
        (ogg(10.5), ".ogg", "lasts 10.5 seconds; expected at most 10"),
        (ogg(2**40), ".ogg", "lasts 1.1e+12 seconds; expected at most 10"),
        (ogg(0), ".ogg", "holds no sound at all"),
        (ogg()[:-1], ".ogg", CUT_OFF),
        (ogg()[:-200], ".ogg", CUT_OFF),
        (ogg()[:40], ".ogg", CUT_OFF),
        (page(vorbis_head(), flags=2), ".ogg", CUT_OFF),
        (ogg() + b"x", ".ogg", "is damaged: what follows a page is none"),
        (ogg() + page(b"", serial=8), ".ogg", "holds several streams; expected one"),
        (ogg(rate=1), ".ogg", "has 1 samples a second; expected 4000 to 192000"),
        (page(b"OpusHead" + bytes(30), flags=2), ".ogg", NO_OGG),
        (page(vorbis_head()[:20], flags=2), ".ogg", NO_OGG),
        (b"", ".ogg", NO_OGG),
        (wav(), ".ogg", NO_OGG),
        (wav(), ".wav", ""),
        (wav(2, channels=2), ".wav", ""),
        (wav(11), ".wav", "lasts 11 seconds; expected at most 10"),
        (wav(0), ".wav", "holds no sound at all"),
        (wav()[:-1], ".wav", CUT_OFF),
        (wav()[:30], ".wav", CUT_OFF),
        (wav(rate=100), ".wav", "has 100 samples a second; expected 4000 to 192000"),
        (wav().replace(b"fmt \x10\0\0\0\x01", b"fmt \x10\0\0\0\x55"), ".wav", NO_WAV),
        (b"", ".wav", CUT_OFF),
        (ogg(), ".wav", NO_WAV),
    ],
)  # fmt: skip
def test_the_bytes_of_a_sound(data: bytes, ending: str, said: str) -> None:
    assert trouble_of(data, ending) == said


@settings(max_examples=30, deadline=None)
@given(data=st.data(), ending=st.sampled_from([".ogg", ".wav"]))
def test_whatever_the_bytes_are_it_is_said_in_words(data: st.DataObject, ending: str) -> None:
    made = bytearray(ogg() if ending == ".ogg" else wav())
    for _ in range(data.draw(st.integers(0, 4))):
        at = data.draw(st.integers(0, len(made) - 1))
        made[at : at + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=4))
        if not made:
            break
    assert isinstance(trouble_of(bytes(made), ending), str)


def test_cards_twists_and_mirrors_have_sounds(tmp_path: Path) -> None:
    file = load_deck(noisy(tmp_path))
    assert file.problems == ()
    assert file.deck is not None
    assert file.deck.cards[0].sound == file.deck.mirrors[0].sound == "sounds/door.ogg"
    assert file.deck.twists[0].sound == "rain.wav"
    content = merge([file], "en")
    assert content.cards[0].sound == "example/sounds/door.ogg"
    assert media([file]) == {"example/sounds/door.ogg": ogg(), "example/rain.wav": wav()}


MIRROR = "mirrors: [{{id: a, title: A, prompt: P, sound: «{}}}]"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (
            "knock.ogg",
            'the sound "knock.ogg" cannot be played: there is no such file',
        ),
        (
            "dor.ogg",
            'the sound "dor.ogg" cannot be played: there is no such file; did you mean "door.ogg"?',
        ),
        (
            "door.mp3",
            '"door.mp3" is no sound the game can play; expected a file ending in .ogg or .wav',
        ),
        ("bell", '"bell" is no sound the game can play; expected a file ending in .ogg or .wav'),
        ("long.wav", 'the sound "long.wav" lasts 30 seconds; expected at most 10'),
        (
            "../door.ogg",
            '"../door.ogg" leads out of the folder of the deck; '
            "put the sound into the folder of the deck",
        ),
    ],
)
def test_a_sound_that_cannot_be_played(tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / "door.ogg").write_bytes(ogg())
    (tmp_path / "long.wav").write_bytes(wav(30))
    problem = only_problem(tmp_path, MIRROR.format(name))
    assert (problem.check, problem.level) == ("sound", Level.ERROR)
    assert problem.sentence == f'mirror "a": {said}'


def test_a_sound_that_is_too_large(tmp_path: Path) -> None:
    (tmp_path / "a.wav").write_bytes(wav() + bytes(SOUND.most_bytes))
    problem = only_problem(tmp_path, MIRROR.format("a.wav"))
    assert problem.text == (
        'the sound "a.wav" cannot be played: the file is too large; expected at most 2 MB'
    )


def test_a_picture_is_no_sound_and_a_sound_no_picture(tmp_path: Path) -> None:
    (tmp_path / "a.ogg").write_bytes(ogg())
    (tmp_path / "a.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    text = "mirrors: [{id: a, title: A, prompt: P, sound: a.svg, picture: a.ogg}]"
    write_deck(tmp_path, text)
    assert [one.text for one in load_deck(tmp_path).problems] == [
        '"a.svg" is no sound the game can play',
        '"a.ogg" is no picture the wall can show',
    ]
    # What else is wrong with the mirror is told beside it.
    assert load_deck(tmp_path).subject is not None
    assert len(found_by("picture", tmp_path)) == len(found_by("sound", tmp_path)) == 1


def test_a_sound_that_changes_makes_another_deck(tmp_path: Path) -> None:
    before = load_deck(noisy(tmp_path)).digest
    (tmp_path / "rain.wav").write_bytes(wav(0.2))
    assert load_deck(tmp_path).digest != before


def test_a_sound_that_went_since_is_told(tmp_path: Path) -> None:
    file = load_deck(noisy(tmp_path))
    (tmp_path / "rain.wav").unlink()
    with pytest.raises(ContentError) as raised:
        media([file])
    (problem,) = raised.value.problems
    assert problem.check == "sound"
    assert 2 * SOUND.most_bytes <= MOST_BYTES_TOGETHER


def test_sounds_go_along_packed_added_exported_and_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    there = load_deck(noisy(tmp_path / "deck"))
    assert run(["pack", "deck"]) == 0
    assert run(["add", "example.cxdeck"]) == 0
    added = load_deck(paths.user_decks_dir() / "example")
    assert media([added]) == media([there])
    assert added.digest == there.digest
    (tmp_path / "sheets").mkdir()
    assert run(["export", "deck", "sheets/deck.csv"]) == 0
    assert run(["import", "sheets/deck.csv", "--out", "again"]) == 0
    back = load_deck(Path("again/example"))
    assert back.deck == there.deck
    assert media([back]) == media([there])


def test_a_reload_carries_a_sound_that_was_replaced(tmp_path: Path) -> None:
    file = load_deck(noisy(tmp_path))
    before, known = merge([file], "en"), media([file])
    (tmp_path / "rain.wav").write_bytes(wav(0.2))
    newer = newer_of(
        before, merge([load_deck(tmp_path)], "en"), known, media([load_deck(tmp_path)])
    )
    assert newer is not None
    (twist,) = newer.content(before).twists
    assert twist.sound.startswith("example/rain:")
    assert newer.picture_bytes() == {twist.sound: wav(0.2)}
    assert newer.content(before).mirrors == before.mirrors


def test_a_log_from_before_there_were_sounds_still_opens(tmp_path: Path) -> None:
    content = merge([sound(tmp_path, "")], "en")
    line = json.dumps(encode(content))
    assert '"sound": "", ' in line
    assert decode(Content, json.loads(line.replace('"sound": "", ', ""))) == content
