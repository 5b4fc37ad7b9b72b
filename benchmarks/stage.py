"""A wall nobody sees, for benchmarks that draw: a session in an off-screen window."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.app.painter import Painter
    from game.app.program import Program
    from game.session.session import Session

FOUR_K = (3840, 2160)
FULL_HD = (1920, 1080)


class Stage:
    """The whole program on SDL's dummy display, its log in a folder that goes with it."""

    def __init__(self, home: Path, size: tuple[int, int], rounds: int, seed: int = 1) -> None:
        os.environ.update(
            SDL_VIDEODRIVER="dummy",
            SDL_AUDIODRIVER="dummy",
            PYGAME_HIDE_SUPPORT_PROMPT="1",
            CXGAME_HOME=str(home),
        )
        from game.app.program import Program
        from game.app.splash import open_window
        from game.app.window import Loop

        splash = open_window(0, size)
        assert splash is not None
        self.program: Program = Program(splash)
        self.session = new_session(home, rounds, seed)
        self.program.show_session(self.session)
        self.loop = Loop(self.program, splash)

    @property
    def painter(self) -> Painter:
        """What puts screens into the window."""
        return self.loop.painter

    def post(self, name: str) -> None:
        """Press a key: it is in the queue, as a real one would be."""
        import pygame

        code = pygame.key.key_code(name)
        scancode = getattr(pygame, f"KSCAN_{name}", 0)
        pygame.event.post(
            pygame.Event(pygame.KEYDOWN, key=code, mod=0, unicode=name, scancode=scancode)
        )

    def turn(self) -> None:
        """Once round the loop: wait, take, let time pass, draw."""
        at = self.program.stamp()
        for event in self.loop.wait():
            self.program.take(event, self.painter, at)
        self.program.tick(self.painter)
        self.loop.draw()

    def settle(self) -> None:
        """Until nothing moves."""
        for _ in range(10_000):
            look = self.program.look(self.painter.wall)
            if not (self.painter.moving or self.program.director.top.moving(look)):
                return
            self.turn()


def new_session(home: Path, rounds: int, seed: int) -> Session:
    """A session of all shipped decks, one by one, with so many rounds."""
    from game.rules.state import evolve
    from game.session.assemble import Choices, assemble
    from game.session.library import Library
    from game.session.session import Session

    library = Library.default()
    setup = assemble(Choices(decks=("outside-in", "cx-facts"), seed=seed), library)
    setup = evolve(setup, plan=evolve(setup.plan, rounds=rounds, play_ms=0))
    return Session.create(home / "bench.cxsession", setup.header("2026-01-01T10:00:00+00:00"))
