"""Pictures of every piece of the kit, to be looked at.

``python -m game.screens.kit.gallery OUT`` writes them into the folder OUT.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pygame

from game.screens.kit import card, miniboard, people, pieces, samples, scenery, strip
from game.screens.kit.board import BoardSpec, Standing, board_picture
from game.screens.kit.svg import deck_picture
from game.screens.kit.text import BOLD, HEAVY, draw_label, draw_text
from game.screens.kit.theme import DAYLIGHT, STAGE, TEAM_KEYS, Theme
from game.screens.kit.wall import Box, Canvas, Wall

SIZES: dict[str, tuple[int, int]] = {
    "wide": (1920, 1080), "16x10": (1280, 800), "four-three": (1024, 768), "tall": (1080, 1920),
}  # fmt: skip
Paint = Callable[[Canvas], None]


def paper(canvas: Canvas) -> None:
    """Sheets, rows, keys, buttons, tags, rings."""
    wall, theme = canvas.wall, canvas.theme
    scenery.zone_ground(canvas, 1)
    for i, level in enumerate(("flat", "low", "high", "active")):
        box = Box(60 + i * 300, 60, 260, 150)
        pieces.sheet(canvas, box, level=level)  # type: ignore[arg-type]
        draw_label(canvas, level, box, align="center", weight=BOLD)
    pieces.sheet(canvas, Box(60, 270, 860, 560))
    options = card.lay_options(wall, samples.OPTIONS[:2], Box(90, 300, 800, 400), bottom=False)
    card.draw_options(canvas, options, chosen={1})
    for i, letter in enumerate("ABCDEF"):
        pieces.key_cap(canvas, Box(90 + i * 90, 745, 72, 72), letter, on=i == 2)
    pieces.tag(canvas, "Round 3 of 6", 0.5, 1260, 60)
    pieces.tag(canvas, "22 min left", 0.39, 1880, 60, icon_name="icon-clock", align="right")
    pieces.tag(canvas, "Paused", None, 1260, 170, icon_name="icon-pause")
    pieces.button(canvas, Box(960, 290, 420, 128), "Begin", icon_name="icon-next", primary=True,
                  size=wall.L, weight=HEAVY, radius=44, icon_right=True)  # fmt: skip
    pieces.button(canvas, Box(960, 450, 420, 100), "Undo", icon_name="icon-undo")
    pieces.button(canvas, Box(960, 580, 200, 88), "+30 s", size=wall.S, focus=True)
    pieces.button(canvas, Box(1190, 580, 190, 88), "", icon_name="icon-pause")
    pieces.pill(canvas, Box(960, 700, 200, 84), chosen=True)
    draw_label(canvas, "60", Box(960, 700, 200, 84), size=wall.S, align="center", weight=BOLD)
    pieces.outlined(canvas, Box(1190, 700, 190, 84), radius=42)
    draw_label(canvas, "Kickoff", Box(1190, 700, 190, 84), size=wall.S, align="center")
    pieces.timer_ring(canvas, 1590, 420, 330, 0.64, "1:24", sub="to talk")
    pieces.timer_ring(canvas, 1770, 690, 214, 0.05, "7", pulse=0.6)
    pieces.timer_ring(canvas, 1530, 700, 170, 1.0, "59:59")
    pieces.dashed(canvas, Box(60, 870, 190, 170))
    pieces.chip(canvas, Box(280, 870, 190, 170), radius=32)
    people.token(canvas, "green", 375, 940, 84)
    pieces.check_disc(canvas, 440, 900)
    draw_label(canvas, "Green", Box(280, 980, 190, 50), size=wall.S, align="center", weight=BOLD)
    for i, (name, brass) in enumerate((("cat-insights", False), ("space-bell", True))):
        pieces.icon_disc(canvas, name, 540 + i * 120, 930, 100, brass=brass)
    pieces.bar(canvas, Box(500, 1010, 300, 12), 0.4)
    canvas.blit(deck_picture(None, canvas.px(240), canvas.px(170), theme), 840, 870)
    x = 1110.0
    for text, size in (("S", wall.S), ("M", wall.M), ("L", wall.L), ("XL", wall.XL)):
        draw_label(canvas, f"{text} {size:.0f}", Box(x, 880, 360, 150), size=size, weight=HEAVY)
        x += size * 2.2 + 50


def folk(canvas: Canvas) -> None:
    """Tokens, pawns, faces, portraits, bells, dice, rosettes."""
    scenery.zone_ground(canvas, 5)
    for i, key in enumerate(TEAM_KEYS):
        people.token(canvas, key, 80 + i * 116, 80, 92)
        people.pawn(canvas, key, 80 + i * 116, 270, 130)
    people.pawn(canvas, "rust", 1010, 270, 130, lift=60)
    people.pawn(canvas, "sky", 1130, 270, 130, squash=0.88)
    for i, state in enumerate(("closed", "armed", "open", "rung")):
        people.bell(canvas, state, 1310 + i * 170, 200, 150, ground=True)  # type: ignore[arg-type]
    people.bell(canvas, "rung", 1310, 330, 150, tilt=9)
    for value in range(1, 8):
        people.die(canvas, 20 if value == 7 else value, 1440 + (value - 1) * 76, 290, 70,
                   tilt=8 if value == 2 else 0)  # fmt: skip
    for i, name in enumerate(people.PORTRAITS):
        people.portrait(canvas, name, 90 + i * 144, 500, 180)
    people.faces(canvas, 18, 40, 540, 58, step=56)
    people.faces(canvas, 2, 1120, 540, 58, step=62, of=3)
    for i in range(4):
        people.vote_face(canvas, i, 1380 + i * 110, 570, 90)
    for i, name in enumerate(("cat-insights", "icon-next", "icon-talk", "space-mirror")):
        people.rosette(canvas, name, 120 + i * 180, 740, 150)
    people.place_disc(canvas, 1, 840, 740, 150)
    people.drawing(canvas, "letter", 1100, 740, 260)
    for i, n in enumerate((1, 9, 14, 25, 60, 200)):
        box = Box(40 + i * 310, 860, 290, 130)
        pieces.chip(canvas, box)
        people.pile(canvas, box.inset(20, 16), n, start=i)
        words = Box(box.x, 1000, 290, 44)
        draw_label(canvas, str(n), words, size=canvas.wall.S, align="center")
    mini = samples.board(30, 6)
    where = (Standing("green", 21), Standing("orange", 8), Standing("pink", 8),
             Standing("blue", 16))  # fmt: skip
    miniboard.miniboard(canvas, Box(1330, 640, 384, 170), mini, where, target=16)
    miniboard.miniboard(canvas, Box(1660, 660, 240, 106), samples.board(18, 4, False), where[:1])


def words(canvas: Canvas) -> None:
    """Any script, fitted, wrapped, aligned."""
    scenery.ground(canvas)
    wall = canvas.wall
    for i, text in enumerate(samples.SCRIPTS):
        draw_text(canvas, text, Box(60, 50 + i * 76, 1800, 70), size=(wall.M, wall.S))
    pieces.sheet(canvas, Box(60, 460, 860, 560))
    draw_text(canvas, samples.STORY, Box(100, 490, 780, 500), size=(56, 34))
    for i, align in enumerate(("left", "center", "right")):
        box = Box(980, 460 + i * 150, 400, 130)
        pieces.inset(canvas, box)
        draw_text(canvas, "Donau\u00addampf\u00adschiff\u00adfahrt on time", box.inset(16),
                  align=align, valign="middle", size=wall.S)  # type: ignore[arg-type]  # fmt: skip
    box = Box(1420, 460, 440, 280)
    pieces.inset(canvas, box)
    draw_text(canvas, "Which choice looked right, and felt wrong a minute later?", box.inset(20),
              size=(104, 34), weight=HEAVY, align="center", valign="middle", leading=1.1,
              balance=True)  # fmt: skip
    box = Box(1420, 770, 440, 140)
    pieces.inset(canvas, box)
    draw_label(canvas, "Kundenzufriedenheitsabteilung Nord", box.inset(20), weight=HEAVY)
    strip.strip(canvas, Box(60, 1035, 1800, 40), [])


def strips(canvas: Canvas) -> None:
    """Every form of the strip, with short and long names."""
    scenery.ground(canvas)
    wall = canvas.wall
    y = 20.0
    for n, style, long in ((2, "slim", False), (4, "slim", True), (8, "slim", False),
                           (8, "slim", True), (4, "tall", False), (8, "tall", True)):  # fmt: skip
        box = strip.strip_box(wall, n, style)  # type: ignore[arg-type]
        if y + box.h > wall.height:
            break
        strip.strip(canvas, Box(box.x, y, box.w, box.h), samples.teams(n, long),
                    active=TEAM_KEYS[1], style=style)  # type: ignore[arg-type]  # fmt: skip
        y += box.h + 26
    if y + 90 < wall.height:
        rest = [strip.StripTeam("orange", "Orange", 11, note="too early"),
                strip.StripTeam("green", "Green", 14, icon="icon-check"),
                strip.StripTeam("blue", "Blue", 12, dim=True)]  # fmt: skip
        strip.strip(canvas, Box(40, y, wall.width - 80, 82), rest, active="green")
        y += 108
    if y + 90 < wall.height:
        strip.strip(canvas, Box(40, y, wall.width - 80, 82), samples.teams(4), steppers=True)


def dilemma(canvas: Canvas) -> None:
    """A card being read, on any wall: what the layout of a screen feels like."""
    wall = canvas.wall
    scenery.zone_ground(canvas, 3)
    bottom = strip.strip_box(wall, 4)
    room = Box(wall.margin, 36, wall.width - 2 * wall.margin, bottom.y - 58)
    if wall.kind == "wide" and not wall.is_far:
        side, room = room.cut_right(384, 36)
        pieces.timer_ring(canvas, side.cx, side.y + 265, 330, 0.64, "1:24", sub="to talk")
        people.token(canvas, "blue", side.x + 46, side.y + 40, 72)
        draw_label(canvas, "Blue decides", Box(side.x + 98, side.y + 4, 286, 72), weight=HEAVY)
        board = samples.board(30, 6)
        miniboard.miniboard(canvas, Box(side.x, 504, 384, 170), board, target=16,
                            standing=(Standing("blue", 16), Standing("green", 21)))  # fmt: skip
        people.bell(canvas, "closed", side.cx, 830, 150)
    else:
        head, room = room.cut_top(130 if wall.kind != "tall" else 380, 16)
        pieces.timer_ring(canvas, head.right - head.h / 2, head.cy, head.h, 0.64, "1:24")
        people.token(canvas, "blue", head.x + 46, head.y + 60, 92)
        draw_label(canvas, "Blue decides", Box(head.x + 110, head.y, 500, 120), weight=HEAVY)
    body = card.card(canvas, room, zone=3, icon="cat-insights", picture="receive",
                     title="Our own red carpet", category="Insights · Dilemma")  # fmt: skip
    rows = body.inset(40, 28)
    options = card.lay_options(wall, samples.OPTIONS, rows, row=92 if wall.kind == "wide" else 84)
    card.draw_options(canvas, options, chosen={1})
    top = body.y + 22
    draw_text(canvas, samples.STORY, Box(body.x + 52, top, body.w - 104, options.boxes[0].y - top),
              size=(max(56, wall.M), 42))  # fmt: skip
    strip.strip(canvas, bottom, samples.teams(4), active="green")


def board_of(spec: BoardSpec) -> Paint:
    """A whole board with tags, plate, trail and pawns."""

    def paint(canvas: Canvas) -> None:
        wall, n = canvas.wall, len(spec.spaces)
        bottom = strip.strip_box(wall, 4, "tall")
        picture = board_picture(spec, wall, wall.height - bottom.y)
        picture.paint(canvas)
        pieces.tag(canvas, "Round 3 of 6", 0.5, 32, 26)
        pieces.tag(canvas, "22 min of play left", 0.39, wall.width - 32, 26,
                   icon_name="icon-clock", align="right")  # fmt: skip
        picture.trail(canvas, n // 2 - 3, 3)
        picture.landing(canvas, n // 2)
        plate = picture.plate
        pieces.sheet(canvas, plate, radius=pieces.PLATE_RADIUS)
        people.die(canvas, 4, plate.x + plate.w * 0.22, plate.cy - 10, min(170, plate.w * 0.3))
        draw_label(canvas, "Blue rolled 4", Box(plate.x + plate.w * 0.42, plate.y,
                   plate.w * 0.52, plate.h), weight=HEAVY, lines=2)  # fmt: skip
        picture.pawns(canvas, samples.standing(n), "yellow")
        strip.strip(canvas, bottom, samples.teams(4), active="green", style="tall")

    return paint


def crowds(canvas: Canvas) -> None:
    """One to eight pawns on one space, and the customer."""
    spec = samples.board(14, 4)
    picture = board_picture(spec, canvas.wall)
    picture.paint(canvas)
    for n in range(1, 9):
        picture.pawns(canvas, [Standing(key, n) for key in TEAM_KEYS[:n]], "orange")
    picture.pawns(canvas, [Standing("customer-wim", 11)])


def pictures() -> Iterator[tuple[str, Wall, Paint]]:
    """(name, wall, how to paint it) of every picture of the gallery."""
    boards = {"loop-30": samples.board(30, 6), "loop-12": samples.board(12, 4),
              "loop-40": samples.board(40, 6), "road-18": samples.board(18, 4, False)}  # fmt: skip
    for theme in (DAYLIGHT, STAGE):
        for name, paint in (("paper", paper), ("folk", folk), ("words", words), ("crowds", crowds)):
            yield f"{name}-{theme.name}", Wall(SIZES["wide"], theme), paint
        for shape, size in SIZES.items():
            yield from _on(shape, Wall(size, theme), boards)
    yield "board-far", Wall(SIZES["wide"], DAYLIGHT, 1.69), board_of(boards["loop-30"])
    yield "strips-far", Wall(SIZES["wide"], DAYLIGHT, 1.34), strips


def _on(shape: str, wall: Wall, boards: dict[str, BoardSpec]) -> Iterator[tuple[str, Wall, Paint]]:
    theme: Theme = wall.theme
    yield f"strips-{shape}-{theme.name}", wall, strips
    yield f"dilemma-{shape}-{theme.name}", wall, dilemma
    for name, spec in boards.items():
        yield f"board-{name}-{shape}-{theme.name}", wall, board_of(spec)


def main(argv: list[str]) -> int:
    """Write the gallery into the folder named first; the rest filters by name."""
    if not argv:
        sys.stderr.write("usage: python -m game.screens.kit.gallery OUT [NAME…]\n")
        return 2
    out = Path(argv[0])
    out.mkdir(parents=True, exist_ok=True)
    for name, wall, paint in pictures():
        if len(argv) == 1 or any(part in name for part in argv[1:]):
            surface = wall.surface()
            paint(wall.canvas(surface))
            pygame.image.save(surface, str(out / f"{name}.png"))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
