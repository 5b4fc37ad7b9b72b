"""What is played, how long, and how far away the last row sits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from game import i18n
from game.content.debriefs import DebriefFile
from game.i18n import _
from game.screens import parts
from game.screens.kit.text import BOLD, HEAVY, Align, text_width
from game.screens.kit.wall import SEATS, Box, Wall
from game.screens.menu import seat_heights
from game.screens.parts import Part, Pick
from game.screens.screen import Look
from game.screens.setup import chips, follow

if TYPE_CHECKING:
    from game.screens.setup.screen import SetupScreen

CONTROL, HINT, LABEL = 66.0, 44.0, 64.0
GAP = 14.0
TIGHT_GAP = 10.0
"""Between two rows beneath the chips of decks, which need the room for two lines of a title."""
LEAST_GAP = 8.0
"""Between two rows where there is little room."""
MINUTES_RANK, BOARD_RANK = 10, 20


# -- rows of a label and a choice


def row_boxes(wall: Wall, box: Box) -> tuple[Box, Box]:
    """(label, values): side by side, in portrait one above the other."""
    if wall.kind == "tall":
        return box.cut_top(LABEL * wall.seat)
    return box.cut_left(box.w * 0.38 - 20, 20)


def setting(
    wall: Wall, box: Box, text: str, picks: list[Pick], *, hint: str = "", rank: int = 50
) -> list[Part]:
    """A label at the left (in portrait above), values at the right, a quiet hint beneath.

    Values without a hint are names, of which only some may have room.
    """
    found: list[Part] = []
    words, place = row_boxes(wall, box)
    if hint:
        below, place = place.cut_bottom(HINT * wall.seat)
        wide = text_width(wall, hint, wall.S) > below.w
        line = Box(box.x, below.y, box.w, below.h) if wide else below
        align: Align = "right" if wide else "center"
        found.append(parts.label(hint, line, size=wall.S, grey=True, align=align, lines=1))
    if wall.kind != "tall":
        words = Box(words.x, words.y, words.w, place.h)
    found.append(parts.label(text, words, size=(wall.M, wall.S), weight=BOLD))
    shown = picks if hint else _few(wall, place.w, picks)
    return found + parts.segments(wall, place, shown, rank=rank)


Row = Callable[["SetupScreen", Look, Box], list[Part]]


def minutes_row(screen: SetupScreen, look: Look, box: Box) -> list[Part]:
    """How long the session is, and how the time is shared out."""
    draft = screen.draft
    chosen = draft.preset
    picks = [
        Pick(str(preset.minutes), partial(screen.choose_preset, preset.id),
             chosen is not None and preset.id == chosen.id)
        for preset in draft.presets()
    ]  # fmt: skip
    hint = ""
    if chosen is not None:
        hint = _("play {play} · debrief {debrief}").format(
            play=chosen.play_minutes, debrief=chosen.debrief
        )
    return setting(look.wall, box, _("Minutes"), picks, hint=hint, rank=MINUTES_RANK)


def last_row(screen: SetupScreen, look: Look, box: Box) -> list[Part]:
    """How many picture heights away the last row sits: the size of all type."""
    wall = look.wall
    picks = [
        Pick(str(seat_heights(seat)), partial(screen.choose_seat, seat), seat == wall.seat)
        for seat in SEATS
    ]
    hint = _("picture heights away · letters {n} px").format(n=round(wall.S * wall.u))
    return setting(wall, box, _("Last row"), picks, hint=hint, rank=BOARD_RANK)


def board_row(screen: SetupScreen, look: Look, box: Box) -> list[Part]:
    """The board, by its title."""
    chosen = screen.draft.board
    picks = [
        Pick(board.in_language(i18n.language()).title,
             partial(screen.choose_board, board.id),
             chosen is not None and board.id == chosen.id)
        for board in screen.draft.boards()
    ]  # fmt: skip
    return setting(look.wall, box, _("Board"), picks, rank=BOARD_RANK)


def debrief_row(screen: SetupScreen, look: Look, box: Box) -> list[Part]:
    """What is asked when play is over, by its title."""
    chosen = screen.draft.debrief
    picks = [
        Pick(debrief_title(debrief), partial(screen.choose_debrief, debrief.id),
             chosen is not None and debrief.id == chosen.id)
        for debrief in screen.draft.debriefs()
    ]  # fmt: skip
    return setting(look.wall, box, _("Debrief"), picks, rank=BOARD_RANK)


def debrief_title(debrief: DebriefFile) -> str:
    """What it is called in the language of the interface: its title, up to a colon."""
    return debrief.in_language(i18n.language()).title.partition(":")[0].strip()


def follow_row(screen: SetupScreen, look: Look, box: Box) -> list[Part]:
    """Which earlier session is followed: the way to the page where it is chosen."""
    wall, before = look.wall, screen.before
    words, place = row_boxes(wall, box)
    texts = [_("None")]
    if before.chosen:
        title = before.title()
        # Spaces that do not break keep the figure from standing alone on a second line.
        short = f"{title}\u00a0·\u00a0{before.open}"
        texts = [f"{title} · {follow.plans_text(before.open)}", short]
    text = follow.fitting(wall, texts, place.w)
    does = partial(screen.turn_to, "follow")
    return [
        parts.label(_("Follow-up"), words, size=(wall.M, wall.S), weight=BOLD),
        parts.button(place, text, does, rank=BOARD_RANK, small=True, name=_("Follow-up")),
    ]


def language_row(screen: SetupScreen, look: Look, box: Box) -> list[Part]:
    """The language of the cards, whatever the interface speaks."""
    chosen = screen.draft.language
    picks = [
        Pick(i18n.endonym(code), partial(screen.choose_language, code), code == chosen)
        for code in screen.draft.languages()
    ]
    return setting(look.wall, box, _("Cards in"), picks, rank=BOARD_RANK)


def _few(wall: Wall, w: float, picks: list[Pick]) -> list[Pick]:
    """As many side by side as have room, three at most: the chosen one, and what comes next.

    How many more there are stands behind them; pressing that chooses the first of those. Where
    there is room for one only, pressing it chooses the next.
    """
    at = next((i for i, pick in enumerate(picks) if pick.on), 0)
    turned = [*picks[at:], *picks[:at]]
    for some in (picks, turned[:3], turned[:2], turned[:1]):
        hidden = len(picks) - len(some)
        more = [Pick(f"+{hidden}", turned[len(some)].does, False)] if hidden else []
        shown = [*some, *more]
        if len(some) <= 3 and sum(parts.segments_need(wall, shown)) <= w:
            return shown
    return [replace(turned[0], does=turned[1 % len(turned)].does)] if turned else []


ROWS: tuple[tuple[Row, bool], ...] = (
    (minutes_row, True),
    (last_row, True),
    (board_row, False),
    (language_row, False),
)
"""Each row of the overview, and whether a hint stands beneath it."""


def time_rows(screen: SetupScreen) -> tuple[tuple[Row, bool], ...]:
    """The same on the page of time and room, with what comes after play, and what came before."""
    rows = (*ROWS[:3], (debrief_row, False))
    return (*rows, (follow_row, False)) if screen.before.offered else rows


def time_leaves(screen: SetupScreen, wall: Wall, high: float) -> list[tuple[tuple[Row, bool], ...]]:
    """These rows on as many leaves as they need in that height, about equally full."""
    rows = time_rows(screen)
    leaves = 1
    while leaves < len(rows):
        each = -(-len(rows) // leaves)
        cut = [rows[i : i + each] for i in range(0, len(rows), each)]
        if all(rows_height(wall, leaf, LEAST_GAP) <= high for leaf in cut):
            return cut
        leaves += 1
    return [(row,) for row in rows]


def row_height(wall: Wall, hint: bool) -> float:
    """How high a row of a label and a choice is."""
    label = LABEL if wall.kind == "tall" else 0.0
    return (CONTROL + (HINT if hint else 0.0) + label) * wall.seat


def rows_height(wall: Wall, rows: Sequence[tuple[Row, bool]] = ROWS, gap: float = GAP) -> float:
    """How high the rows are together."""
    return sum(row_height(wall, hint) for _row, hint in rows) + gap * (len(rows) - 1)


def setting_rows(
    screen: SetupScreen,
    look: Look,
    box: Box,
    rows: Sequence[tuple[Row, bool]] = ROWS,
    gap: float = GAP,
) -> list[Part]:
    """The rows, below one another from the top of a box."""
    found: list[Part] = []
    for row, hint in rows:
        place, box = box.cut_top(row_height(look.wall, hint), gap)
        found += row(screen, look, place)
    return found


def panel(screen: SetupScreen, look: Look, box: Box) -> list[Part]:
    """Decks over the rows, on one sheet."""
    wall = look.wall
    inner = box.inset(36, 18)
    head, rest = inner.cut_top(58, 6)
    lower, places = rest.cut_bottom(rows_height(wall, gap=TIGHT_GAP), 18)
    return [
        parts.sheet(box),
        parts.label(_("Decks"), head, size=wall.M, weight=HEAVY),
        chips.cards_note(screen, wall, head),
        *chips.deck_chips(screen, wall, places),
        *setting_rows(screen, look, lower, gap=TIGHT_GAP),
    ]
