"""A deck is saved while the wall shows it: what is on the wall, and what is told."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pygame
import pytest

from game import i18n
from game.app.examine import Examination, Measured
from game.app.preview import folders_of, language_of, load, same
from game.app.program import Program
from game.app.splash import open_window
from game.app.watch import Watch, stamp_of
from game.app.window import Loop
from game.content.problem import Level
from game.rules.ruleset import Turns
from game.screens import settings as stored
from game.screens.preview.search import SearchScreen
from game.screens.screen import Pop, Push
from tests.content.drawings import png
from tests.content.noises import ogg, wav
from tests.screens.preview_decks import DECK, DUTCH, stand, write

PATIENCE = 20.0
"""Seconds after which a save was not heard: never waited for, unless something is broken."""


class Wall:
    """The program with a preview, on a display nobody sees."""

    def __init__(self, path: Path, home: Path, language: str = "", card: str = "") -> None:
        os.environ["CXGAME_HOME"] = str(home)
        splash = open_window(0, (480, 270))
        assert splash is not None
        self.program = Program(splash)
        self.program.previews.show(path, language, card)
        self.loop = Loop(self.program, splash)
        assert self.program.previews.now is not None
        self.preview = self.program.previews.now
        self.stand = self.preview.stand
        self.loop.draw()

    def turn(self) -> None:
        for event in self.loop.wait():
            self.program.take(event, self.loop.painter, self.program.stamp())
        self.program.tick(self.loop.painter)
        self.loop.draw()

    def until(self, done: Callable[[], bool]) -> None:
        """Round and round the loop, as long as it takes."""
        end = threading.Event()
        timer = threading.Timer(PATIENCE, end.set)
        timer.start()
        try:
            while not done():
                assert not end.is_set(), self.title
                self.turn()
        finally:
            timer.cancel()

    def press(self, code: int, text: str = "") -> None:
        pygame.event.post(pygame.Event(pygame.KEYDOWN, key=code, mod=0, unicode=text, scancode=0))
        self.turn()

    @property
    def title(self) -> str:
        return self.stand.entry.title if self.stand.entry is not None else ""

    @property
    def texts(self) -> list[str]:
        return [remark.problem.text for remark in self.stand.told.remarks]


@pytest.fixture
def open_wall(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Wall]]:
    monkeypatch.setenv("CXGAME_HOME", str(tmp_path / "home"))
    made: list[Wall] = []

    def opened(path: Path, **how: str) -> Wall:
        made.append(Wall(path, tmp_path / "home", **how))
        return made[-1]

    yield opened
    for wall in made:
        wall.program.close()


def renamed(path: Path, text: str) -> None:
    """As most editors save: beside it, then over it."""
    draft = path.with_name(path.name + ".swp")
    draft.write_text(text, "utf-8")
    draft.replace(path)


def test_a_save_comes_to_the_wall_and_keeps_the_place(
    tmp_path: Path, open_wall: Callable[..., Wall]
) -> None:
    deck = write(tmp_path / "deck")
    wall = open_wall(deck, card="steps")
    wall.press(pygame.K_RIGHT)
    before = wall.stand.moment
    assert before is not None
    assert before.name == "discuss"
    (deck / "deck.yaml").write_text(DECK.replace("In order", "Set right"), "utf-8")
    wall.until(lambda: wall.title == "Set right")
    renamed(deck / "deck.yaml", DECK.replace("In order", "By and by"))
    wall.until(lambda: wall.title == "By and by")
    assert wall.stand.moment is not None
    assert wall.stand.moment.key == before.key
    # Broken: the last good one stays, and what is wrong is told.
    renamed(deck / "deck.yaml", DECK.replace("kind: order", "kind: ordre"))
    wall.until(lambda: wall.stand.told.broken)
    assert wall.title == "By and by"
    assert wall.stand.told.remarks[0].owner == ("cards", "steps")
    (deck / "deck.yaml").unlink()
    wall.until(lambda: any("no such file" in text for text in wall.texts))
    assert wall.title == "By and by"
    # Mended, and the checks are through.
    write(deck)
    wall.until(lambda: wall.title == "In order" and not wall.preview.due_in(0))
    assert not wall.stand.told.broken
    assert wall.stand.told.count()[Level.WARNING] > 0


def test_translations_and_pictures_are_followed_as_well(
    tmp_path: Path, open_wall: Callable[..., Wall]
) -> None:
    deck = write(tmp_path / "deck")
    wall = open_wall(deck / "deck.nl.yaml")
    assert wall.title == "Vijf koffie"
    assert i18n.language() == "nl"
    renamed(deck / "deck.nl.yaml", DUTCH.replace("Vijf koffie", "Vijf koppen"))
    wall.until(lambda: wall.title == "Vijf koppen")
    pictured = DECK.replace("    play: bell\n", "    play: bell\n    picture: art/cup.png\n")
    renamed(deck / "deck.yaml", pictured)
    wall.until(lambda: wall.stand.told.broken)
    (deck / "art").mkdir()
    (deck / "art" / "cup.png").write_bytes(png(1, 1))
    wall.until(lambda: not wall.stand.told.broken)
    assert wall.stand.pictures == {"coffee/art/cup.png": png(1, 1)}


@pytest.mark.parametrize(("name", "data"), [("ring.wav", wav()), ("ring.ogg", ogg())])
def test_sounds_are_followed_as_well(
    tmp_path: Path, open_wall: Callable[..., Wall], name: str, data: bytes
) -> None:
    deck = write(tmp_path / "deck")
    sounding = DECK.replace("    play: bell\n", f"    play: bell\n    sound: {name}\n")
    (deck / name).write_bytes(data[:-1])
    renamed(deck / "deck.yaml", sounding)
    wall = open_wall(deck)
    assert any("is cut off" in text for text in wall.texts)
    (deck / name).write_bytes(data)
    wall.until(lambda: not wall.stand.told.broken)
    assert wall.stand.pictures == {f"coffee/{name}": data}


def test_a_deck_with_nothing_to_show_comes_alive(
    tmp_path: Path, open_wall: Callable[..., Wall]
) -> None:
    file = tmp_path / "alone.yaml"
    file.write_text("cards: [", "utf-8")
    wall = open_wall(file)
    assert wall.stand.entry is None
    assert wall.texts
    file.write_text(DECK, "utf-8")
    wall.until(lambda: wall.title == "Five coffees")


def test_looking_changes_nobodys_settings(tmp_path: Path, open_wall: Callable[..., Wall]) -> None:
    wall = open_wall(write(tmp_path / "deck"))
    wall.press(pygame.K_t, "t")
    wall.press(pygame.K_d, "d")
    wall.press(pygame.K_l, "l")
    assert wall.program.settings.theme == "stage"
    assert wall.program.settings.seat == 1.34
    assert i18n.language() == "nl"
    assert wall.title == "Vijf koffie"
    assert stored.load(tmp_path / "home" / "settings.json").theme == "daylight"
    assert not wall.program.notice()


def test_no_shortcut_fires_while_somebody_searches(
    tmp_path: Path, open_wall: Callable[..., Wall]
) -> None:
    wall = open_wall(write(tmp_path / "deck"))
    wall.press(pygame.K_f, "f")
    searching = wall.program.director.top
    assert isinstance(searching, SearchScreen)
    for letter in "to":
        wall.press(getattr(pygame, f"K_{letter}"), letter)
        pygame.event.post(pygame.Event(pygame.TEXTINPUT, text=letter))
        wall.turn()
    assert wall.program.settings.theme == "daylight"
    assert wall.stand.moment is not None
    assert wall.stand.moment.turns is Turns.ONE_BY_ONE
    wall.press(pygame.K_ESCAPE)
    assert wall.program.director.top is wall.preview.screen


def test_a_preview_that_was_left_watches_no_more(
    tmp_path: Path, open_wall: Callable[..., Wall]
) -> None:
    wall = open_wall(write(tmp_path / "deck"))
    wall.program.show_start()
    wall.turn()
    assert wall.program.previews.now is None
    assert not any(thread.name == "saved decks" for thread in threading.enumerate())


# -- the watch


def test_each_way_of_saving_is_heard_and_reading_is_not(tmp_path: Path) -> None:
    (tmp_path / "deck.yaml").write_text("a", "utf-8")
    heard = threading.Semaphore(0)
    watch = Watch(lambda: [tmp_path], heard.release)
    try:
        (tmp_path / "deck.yaml").write_text("ab", "utf-8")
        assert heard.acquire(timeout=PATIENCE)
        renamed(tmp_path / "deck.yaml", "abc")
        assert heard.acquire(timeout=PATIENCE)
        (tmp_path / "deck.nl.yaml").write_text("nl", "utf-8")
        assert heard.acquire(timeout=PATIENCE)
        (tmp_path / "deck.nl.yaml").unlink()
        assert heard.acquire(timeout=PATIENCE)
    finally:
        watch.close()
    news = SimpleNamespace(event_type="opened", src_path="deck.yaml", dest_path="",
                           is_directory=False)  # fmt: skip
    assert not told_of(watch, news)
    news.event_type = "modified"
    assert told_of(watch, news)
    news.src_path = ".deck.yaml.swp"
    assert not told_of(watch, news)


def told_of(watch: Watch, news: SimpleNamespace) -> bool:
    watch._news.clear()
    watch.hear(news)  # type: ignore[arg-type] # as the library tells it
    return watch._news.is_set()


def test_where_nobody_tells_the_files_are_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import watchdog.observers

    def none_left() -> object:
        raise OSError("no more watches")

    monkeypatch.setattr(watchdog.observers, "Observer", none_left)
    monkeypatch.setattr("game.app.watch.LOOK_SECONDS", 0.02)
    heard = threading.Event()
    watch = Watch(lambda: [tmp_path], heard.set)
    try:
        (tmp_path / "deck.yaml").write_text("a", "utf-8")
        assert heard.wait(PATIENCE)
    finally:
        watch.close()


def test_a_folder_that_was_put_back_is_watched_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.app.watch.LOOK_SECONDS", 0.02)
    folder = write(tmp_path / "deck")
    heard = threading.Semaphore(0)
    watch = Watch(lambda: [folder] if folder.is_dir() else [], heard.release)
    try:
        shutil.rmtree(folder)
        assert heard.acquire(timeout=PATIENCE)
        write(folder)
        assert heard.acquire(timeout=PATIENCE)
    finally:
        watch.close()
    assert len(stamp_of([folder])) == 2


# -- beside the loop


def test_folders_with_pictures_belong_to_the_deck(tmp_path: Path) -> None:
    deck = write(tmp_path / "deck")
    (deck / "art" / "small").mkdir(parents=True)
    (deck / ".git").mkdir()
    file = load(deck / "deck.yaml").file
    assert folders_of(deck / "deck.yaml", file) == [deck, deck / "art", deck / "art" / "small"]
    # A single file lies among others: only what it names is looked at.
    (deck / "deck.yaml").rename(deck / "coffee.yaml")
    assert folders_of(deck / "coffee.yaml", file) == [deck]


def test_a_file_saved_unchanged_is_no_news(tmp_path: Path) -> None:
    deck = write(tmp_path / "deck")
    first = load(deck / "deck.yaml")
    (deck / "deck.yaml").write_text(DECK, "utf-8")
    assert same(first, load(deck / "deck.yaml"))
    (deck / "deck.yaml").write_text(DECK + "# a remark\n", "utf-8")
    assert not same(first, load(deck / "deck.yaml"))


def test_the_language_of_a_translation_is_the_one_to_see(tmp_path: Path) -> None:
    deck = write(tmp_path / "deck")
    assert language_of(deck / "deck.nl.yaml") == "nl"
    assert language_of(deck / "deck.yaml") == language_of(deck) == ""


def test_what_does_not_fit_is_measured_once_and_told_at_its_place(tmp_path: Path) -> None:
    items = "".join(f"      - text: {'all that she can tell ' * 4}{i}\n" for i in range(5))
    text = DECK.replace("      - text: Water\n", items, 1)
    deck = write(tmp_path / "deck", text, dutch="")
    there = stand(deck)
    examination = Examination(there)

    def looked(path: Path) -> list[str]:
        examination.begin(load(path))
        while examination.busy:
            examination.step()
        return [r.place for r in there.told.remarks if r.problem.check == "text-fit"]

    first = text.splitlines().index("    items:") + 2
    (place,) = looked(deck / "deck.yaml")
    assert first <= int(place.split(":")[1]) < first + 7
    measured: Measured = examination._measured
    file = load(deck / "deck.yaml").file
    assert file.deck is not None
    assert measured.lacks(file.deck) == []
    # One card more, before it: only that one is new, and the place has moved along.
    plan = "  - {id: new, kind: commit, category: insights, title: New, prompt: Now.}\n"
    (deck / "deck.yaml").write_text(text.replace("cards:\n", "cards:\n" + plan, 1), "utf-8")
    more = load(deck / "deck.yaml").file
    assert more.deck is not None
    assert measured.lacks(more.deck) == [("cards", 0)]
    (moved,) = looked(deck / "deck.yaml")
    assert int(moved.split(":")[1]) == int(place.split(":")[1]) + 1


def test_a_preview_lies_over_the_screen_that_asked_for_it(
    tmp_path: Path, open_wall: Callable[..., Wall]
) -> None:
    wall = open_wall(write(tmp_path / "other"))
    program = wall.program
    program.show_start()
    wall.turn()
    program.previews.alone = False
    screen = program.desk.open_preview(write(tmp_path / "deck"))
    assert screen is not None
    program.director.apply(Push(screen), program.look(wall.loop.painter.wall))
    wall.turn()
    assert program.previews.now is not None
    # What is switched here is kept, as by the menu of the start screen.
    wall.press(pygame.K_t, "t")
    assert stored.load(tmp_path / "home" / "settings.json").theme == "stage"
    program.director.apply(Pop(), program.look(wall.loop.painter.wall))
    wall.turn()
    assert program.previews.now is None
