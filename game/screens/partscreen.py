"""Screens outside the game that are a list of parts, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from game.screens import parts
from game.screens.kit.scenery import ground, zone_hills
from game.screens.kit.wall import Canvas, Wall
from game.screens.scenes.notice import draw_notice
from game.screens.screen import Hotspot, Look, Screen


class PartScreen(Screen):
    """Parts on the ground, before the hills, under what passes over the wall."""

    def parts(self, look: Look) -> list[parts.Part]:
        """What is drawn, the first at the bottom, and what of it can be pointed at."""
        raise NotImplementedError

    def hills(self, wall: Wall) -> float:
        """Where the hills rise, as a share of the wall's height; 0 where there are none."""
        return 0.72

    def paint(self, canvas: Canvas, look: Look) -> None:
        """Everything."""
        ground(canvas)
        share = self.hills(look.wall)
        if share:
            zone_hills(canvas, look.wall.height * share)
        parts.paint_parts(canvas, self.parts(look))
        if look.notice:
            draw_notice(canvas, look.notice, spots=self.hotspots(look))

    def hotspots(self, look: Look) -> Sequence[Hotspot]:
        """What can be chosen, the most wanted first."""
        return parts.spots_of(self.parts(look))
