"""Sessions that were not played for thirty days: kept any longer, or erased."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from game.i18n import _, ngettext
from game.screens import parts
from game.screens.kit.wall import Box, Wall
from game.screens.parts import Does, Part
from game.screens.screen import Outcome, Stay
from game.screens.sessions import ERASE, ROW, SessionList, erasing, session_part, session_title
from game.session.keeping import DAYS
from game.session.recent import SessionInfo

BETWEEN = 16.0
UNDER, BELOW = 6.0, 8.0
"""Units between a session and the buttons below it, and below these."""


def old_texts(n: int) -> tuple[str, ...]:
    """What the start screen asks about so many, the longest way of saying it first."""
    asked = ngettext(
        "{n} session is older than {days} days: keep or erase?",
        "{n} sessions are older than {days} days: keep or erase?",
        n,
    )
    short = ngettext("{n} older than {days} days", "{n} older than {days} days", n)
    return tuple(text.format(n=n, days=DAYS) for text in (asked, short))


class OldSessionsScreen(SessionList):
    """A list of them; whoever goes on without an answer is asked again the next time."""

    def sessions(self) -> Sequence[SessionInfo]:
        """Those that nobody has decided on."""
        return self._archive.overdue

    def title(self) -> str:
        """How old they are."""
        return _("Older than {days} days").format(days=DAYS)

    def none(self) -> str:
        """All are decided on."""
        return _("Nothing is left to decide on. What was kept is not asked about again.")

    def row_height(self, wall: Wall) -> float:
        """Buttons stand below a session where there is no room at its side."""
        below = self._button_height(wall) + UNDER + BELOW if _stacked(wall) else 0.0
        return (ROW if wall.kind != "tall" else ROW * 1.6) * wall.seat + below

    def foot_height(self, wall: Wall) -> float:
        """The two buttons for all of them."""
        return self._button_height(wall) + 20

    def _button_height(self, wall: Wall) -> float:
        return max(72.0, wall.S * 1.7)

    def row(self, wall: Wall, box: Box, info: SessionInfo) -> list[Part]:
        """The session, and the two answers."""
        if _stacked(wall):
            box = box.cut_bottom(BELOW)[1]
            low, box = box.cut_bottom(self._button_height(wall), UNDER)
        else:
            w = sum(parts.button_width(wall, text) for text in (_("Keep"), _("Erase")))
            low, box = box.cut_right(w + BETWEEN, BETWEEN)
        answers = self._answers(wall, low, (_("Keep"), _("Erase")), (info,), session_title(info))
        return [session_part(box, info, None), *answers]

    def all_of_them(self, wall: Wall, foot: Box) -> list[Part]:
        """Keep all, or erase all."""
        every = tuple(self.sessions())
        if len(every) < 2:
            return []
        return self._answers(wall, foot, (_("Keep all"), _("Erase all")), every, rank=ERASE)

    def _answers(
        self, wall: Wall, box: Box, texts: tuple[str, str], sessions: tuple[SessionInfo, ...],
        name: str = "", rank: int = 50,
    ) -> list[Part]:  # fmt: skip
        """Keep and erase, at the right of a box."""
        wished = [parts.button_width(wall, text) for text in texts]
        erase, rest = box.cut_right(wished[1], BETWEEN)
        keep = rest.cut_right(wished[0])[0]
        does: tuple[Does, Does] = (
            partial(self._keep, sessions),
            partial(erasing, self._archive, sessions),
        )
        return [
            parts.button(place, text, act, rank=rank, small=True, name=f"{text} {name}".strip())
            for place, text, act in zip((keep, erase), texts, does, strict=True)
        ]

    def _keep(self, sessions: Sequence[SessionInfo]) -> Outcome:
        self._archive.keep(sessions)
        return Stay()


def _stacked(wall: Wall) -> bool:
    """Whether there is no room for buttons beside a session."""
    return wall.is_far or wall.kind == "tall"
