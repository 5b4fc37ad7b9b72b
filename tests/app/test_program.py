"""The program around the screens: what reaches them, and what stops nothing."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from benchmarks.stage import Stage
from game.app.machine import Diagnostics
from game.screens.insight import InsightEditor
from game.screens.rehearsal import RehearsalScreen
from game.screens.setup import SetupScreen
from game.screens.start import StartScreen


@pytest.fixture
def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    monkeypatch.setenv("CXGAME_HOME", str(tmp_path))
    made = Stage(tmp_path, (640, 360), rounds=1)
    yield made
    made.program.close()


def batch(stage: Stage, *events: pygame.Event) -> None:
    """Events as they come out of one wait of the loop."""
    for event in events:
        stage.program.take(event, stage.painter, stage.program.stamp())
    stage.program.tick(stage.painter)


def key(code: int, text: str = "") -> pygame.Event:
    scancode = getattr(pygame, f"KSCAN_{text}", 0) if text else 0
    return pygame.Event(pygame.KEYDOWN, key=code, mod=0, unicode=text, scancode=scancode)


def typed(text: str) -> pygame.Event:
    return pygame.Event(pygame.TEXTINPUT, text=text)


def test_the_key_that_opens_a_name_is_no_part_of_it(stage: Stage) -> None:
    setup = SetupScreen(stage.program.desk)
    stage.program.director.apply_screen(setup)
    batch(stage, key(pygame.K_1, "1"), typed("1"))
    assert setup.names.place == 0
    batch(stage, key(pygame.K_n), typed("N"))
    assert setup.draft.seats[0].name == "N"


def test_letters_that_belong_to_shortcuts_are_not_kept_for_later(stage: Stage) -> None:
    batch(stage, key(pygame.K_h), typed("h"))
    batch(stage, key(pygame.K_F2))
    editor = stage.program.director.top
    assert isinstance(editor, InsightEditor)
    assert editor.fields[0].text == ""
    batch(stage, key(pygame.K_h), typed("h"))
    assert editor.fields[0].text == "h"


def test_keys_repeat_only_while_somebody_types(stage: Stage) -> None:
    batch(stage, key(pygame.K_F2))
    assert pygame.key.get_repeat()[0] > 0
    batch(stage, key(pygame.K_ESCAPE))
    assert pygame.key.get_repeat() == (0, 0)


def test_where_no_sound_can_be_played_trying_it_says_so(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_device(*_options: object) -> None:
        raise pygame.error("no such audio device")

    stage.program.desk.try_sound("bell-1")
    assert stage.program.notice() == ""
    pygame.mixer.quit()
    with monkeypatch.context() as patch:
        patch.setattr(pygame.mixer, "init", no_device)
        assert not stage.program.sounds.open()
        stage.program.desk.try_sound("bell-1")
    assert stage.program.notice().startswith("No sound")
    # A loudspeaker that was plugged in since is found.
    stage.program.desk.try_sound("bell-1")
    assert stage.program.sounds.works


def test_a_note_that_cannot_be_written_stops_nothing(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    logger = logging.Logger("game.test")
    gone = Diagnostics(tmp_path / "gone" / "diagnostics.log", delay=True)
    logger.addHandler(gone)
    logger.error("a scene cannot be drawn")
    logger.removeHandler(gone)
    full = Diagnostics(tmp_path / "diagnostics.log")
    logger.addHandler(full)
    assert full.stream is not None
    full.stream.close()
    logger.error("a scene cannot be drawn")
    assert capfd.readouterr().err == ""


def test_only_a_choice_that_cannot_be_kept_is_told(stage: Stage, tmp_path: Path) -> None:
    (tmp_path / "settings.json").unlink(missing_ok=True)
    (tmp_path / "settings.json").mkdir()
    stage.program.present_by("yes")
    assert stage.program.settings.software == "yes"
    assert stage.program.notice() == ""
    stage.program.change("theme", "stage")
    assert stage.program.notice().startswith("This setting cannot be kept")


def test_a_device_that_is_lost_and_found_is_told_with_its_team(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Stick:
        def __init__(self, instance: int) -> None:
            self.get_instance_id = lambda: instance
            self.get_name = lambda: "Gamepad"
            self.get_guid = lambda: "guid"
            self.get_numbuttons = lambda: 8

    monkeypatch.setattr(pygame.joystick, "Joystick", Stick)
    first = stage.session.state.teams[0].name
    batch(stage, pygame.Event(pygame.JOYDEVICEADDED, device_index=3))
    assert stage.program.notice() == f"A new buzzer rings for {first}."
    batch(stage, pygame.Event(pygame.JOYDEVICEREMOVED, instance_id=3))
    assert stage.program.notice() == f"{first}’s buzzer is gone; {first} rings with 1."
    batch(stage, pygame.Event(pygame.JOYDEVICEADDED, device_index=4))
    assert stage.program.notice() == f"The buzzer of {first} is back."


def test_the_room_is_checked_over_the_start_screen(stage: Stage) -> None:
    stage.program.show_rehearsal(3)
    batch(stage, key(pygame.K_SPACE), key(pygame.K_SPACE))
    assert isinstance(stage.program.director.top, RehearsalScreen)
    assert stage.program.director.top.at == 2
    for _ in range(2):
        batch(stage, key(pygame.K_SPACE))
    assert stage.program.sounds.due_in(stage.program.now()) is not None
    batch(stage, key(pygame.K_ESCAPE))
    assert isinstance(stage.program.director.top, StartScreen)
    assert stage.program.sounds.due_in(stage.program.now()) is None
