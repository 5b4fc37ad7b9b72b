"""`make shots`: a picture of every screen and state, with the longest texts there are.

    python -m game.app.shots --out build/shots [--only NAME] [--sizes 1920x1080]

Bots play sessions whose cards are put on top in turn, the longest of each kind first; the
first state of every moment is kept and drawn in both themes, both languages and all sizes.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

SIZES = ((1024, 768), (1920, 1080), (3840, 2160))
MORE_SIZES = ((1080, 1920), (1280, 800))
"""Drawn in one theme and language only."""
SEATS_TOO = (1.34, 1.69)
LONG_NAMES = {
    "en": (
        "Orange",
        "Skyscrapers United",
        "Green",
        "The Yellow Umbrellas",
        "Blue",
        "Rust",
        "Pink",
        "Ink",
    ),
    "nl": (
        "Oranje",
        "Hemelbestormers",
        "Groen",
        "De gele paraplu’s",
        "Blauw",
        "Roest",
        "Roze",
        "Inkt",
    ),
}
SHORT_NAMES = ("Orange", "Sky", "Green", "Yellow")
MOST_STEPS = 4000


@dataclass(frozen=True)
class Job:
    """One set of pictures, drawn in a process of its own."""

    out: Path
    language: str
    theme: str
    size: tuple[int, int]
    seat: float = 1.0
    only: str = ""


def main(argv: Sequence[str] | None = None) -> int:
    """Write the pictures; the number of them is told at the end."""
    parser = argparse.ArgumentParser(prog="shots", description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("build/shots"))
    parser.add_argument("--only", default="", help="moments whose name holds this")
    parser.add_argument("--sizes", default="", help="1920x1080,1024x768; all sizes if absent")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument(
        "--readme", type=Path, metavar="DIR", help="only the pictures README.md shows"
    )
    options = parser.parse_args(argv)
    os.environ["SDL_VIDEODRIVER"] = os.environ["SDL_AUDIODRIVER"] = "dummy"
    if options.readme:
        draw_readme(options.readme)
        return 0
    jobs = list(plan(options.out, options.only, options.sizes))
    with ProcessPoolExecutor(options.jobs) as pool:
        count = sum(pool.map(draw, jobs))
    print(f"{count} pictures in {options.out}")  # noqa: T201 - a tool of the command line
    return 0


def plan(out: Path, only: str, sizes: str) -> Iterator[Job]:
    """Every combination that is drawn."""
    chosen = [tuple(map(int, size.split("x"))) for size in sizes.split(",") if size]
    for w, h in chosen or SIZES:
        for theme in ("daylight", "stage"):
            for language in ("en", "nl"):
                yield Job(out, language, theme, (w, h), only=only)
    if chosen:
        return
    for size in MORE_SIZES:
        yield Job(out, "nl", "daylight", size, only=only)
    for seat in SEATS_TOO:
        yield Job(out, "en", "daylight", (1920, 1080), seat, only)
        yield Job(out, "nl", "stage", (1024, 768), seat, only)


def draw(job: Job) -> int:
    """All pictures of a job; how many."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    import pygame

    from game import i18n
    from game.app.gallery import Recorder
    from game.app.tour import screens, states
    from game.app.tourdebrief import debriefing
    from game.screens.settings import Settings

    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode((1, 1))
    i18n.set_language(job.language)
    settings = Settings(
        theme="stage" if job.theme == "stage" else "daylight", seat=job.seat, language=job.language
    )
    seat = "" if job.seat == 1 else f"-seat{job.seat:g}"
    folder = job.out / f"{job.size[0]}x{job.size[1]}-{job.theme}-{job.language}{seat}"
    recorder = Recorder(folder, job.size, settings)
    count = 0
    closing = debriefing(job.language, LONG_NAMES[job.language])
    for name, screen, state in chain(screens(job.language), closing):
        if job.only in name:
            recorder.keep(name, screen, state)
            count += 1
    for name, state, at in states(job.language, LONG_NAMES[job.language]):
        if job.only in name:
            count += recorder.see(state, at) is not None
    return count


README_SIZE = (1280, 720)
README = {
    "board": "board-landed",
    "dilemma": "dilemma-turn-discuss",
    "bell": "quiz-bell-bell-taken",
    "everyone": "dilemma-everyone-reveal",
    "podium": "podium",
}
"""Name of the picture, and the moment it shows: as late in a session as it comes."""
README_SCREENS = {"preview": "preview", "debrief-map": "map", "desk": "desk"}
"""Screens that are not met in play, and what their pictures are called."""


def draw_readme(out: Path) -> None:
    """The pictures of README.md, from the middle of a session on."""
    import pygame

    from game.app.gallery import Recorder, moment
    from game.app.tour import evening, screens
    from game.app.tourdebrief import debriefing

    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode((1, 1))
    found = {}
    for state, at in evening("en"):
        for name, wanted in README.items():
            if moment(state) == wanted and (state.round > 1 or name not in found):
                found[name] = state, at
    recorder = Recorder(out, README_SIZE)
    for name, (state, at) in found.items():
        path = recorder.keep(name, recorder.screen(), state, at)
        path.replace(out / f"{name}.png")
    for name, screen, begin in chain(screens("en"), debriefing("en", SHORT_NAMES)):
        if name in README_SCREENS:
            recorder.keep(name, screen, begin).replace(out / f"{README_SCREENS[name]}.png")


if __name__ == "__main__":
    raise SystemExit(main())
