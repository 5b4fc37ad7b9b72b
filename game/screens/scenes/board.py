"""The board, full-bleed: whose turn it is, the die, pawns that hop, and choosing a category."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence

from game.i18n import _
from game.rules.actions import ChooseCategory, Next
from game.rules.events import Event
from game.rules.state import Choosing, Landed, Lobby, Ready, State
from game.screens.inputs import Press
from game.screens.kit import motion, pieces, props
from game.screens.kit.board import BoardPicture
from game.screens.kit.layer import Dirty
from game.screens.kit.strip import Plate, StripTeam, strip, strip_box
from game.screens.kit.text import BOLD, draw_label
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.scenes.boardview import (
    active_key,
    board_on,
    board_spec,
    pawns_of,
    strip_style,
)
from game.screens.scenes.categories import draw_panel, panel_spots, pile_pressed
from game.screens.scenes.frame import plate_boxes, strip_teams
from game.screens.scenes.onward import starts_at
from game.screens.scenes.parade import Parade, parade
from game.screens.scenes.pawns import draw_faces, draw_pawns, draw_trail
from game.screens.scenes.plate import lay
from game.screens.scenes.platepaint import die_place, draw_sheet, draw_words
from game.screens.scenes.platewords import Words, words_of
from game.screens.scenes.playtags import draw_tags, next_minute, round_tag, time_tag
from game.screens.screen import Do, Hotspot, Look, Outcome, Screen, Stay

BELL_CHIP = 224.0
DIE_FACES = 5
DIE_DROP = 60.0
DIE_TILT = 8.0


class BoardScene(Screen):
    """Lobby, waiting for the die, landed, and choosing.

    The still picture is complete when the scene comes up. From the first motion on, plate,
    pawns and trail are drawn over it in every frame instead (the scene is *loose*), so that
    a hop never composes the whole wall again.
    """

    def __init__(self) -> None:
        self._parade: Parade | None = None
        self._version = -1
        self._seen = False
        self._loose = False
        self._plates: dict[int, Plate] = {}
        self._sheet = 0

    # ------------------------------------------------------------------ what is shown

    def _moves(self, look: Look) -> Parade | None:
        """The parade, while it runs and is about this state."""
        current = self._parade
        if current is None or look.version != self._version or not current.running(look.now):
            return None
        return current

    def _teams(self, look: Look) -> list[StripTeam]:
        """The strip's plates; customers in the air are not counted yet."""
        state, moves = look.game, self._moves(look)
        owed = moves.due(look.now) if moves is not None else {}
        scores = {team.id: team.customers - owed.get(team.id, 0) for team in state.teams}
        icons = {}
        if state.rules.together and isinstance(state.stage, Ready | Landed | Choosing):
            icons = {state.active: "icon-die"}
        return strip_teams(state, scores=scores, icons=icons)

    def _panel(self, look: Look) -> bool:
        """The sheet of categories lies over the board, once all pawns stand."""
        return isinstance(look.game.stage, Choosing) and self._moves(look) is None

    def _is_loose(self, look: Look) -> bool:
        """Plate, pawns and trail are drawn by `move`."""
        if self._panel(look):
            return False
        moves = self._moves(look)
        return self._loose and (moves is None or moves.begun(look.now))

    def key(self, look: Look) -> Hashable:
        """Board, strip and tags; and while nothing moves, all the rest."""
        state, loose = look.game, self._is_loose(look)
        still: Hashable = None
        if not loose:
            moves = self._moves(look)
            still = (
                words_of(state),
                tuple(pawns_of(state) if moves is None else moves.pawns),
                active_key(state),
                trail_of(state) if moves is None else None,
            )
        return (
            board_spec(state),
            tuple(self._teams(look)),
            state.active,
            round_tag(state),
            time_tag(state, look.at),
            self._panel(look),
            (look.version, self._sheet) if self._panel(look) else 0,
            _waits(state),
            loose,
            still,
        )

    def paint(self, canvas: Canvas, look: Look) -> None:
        """The board and what stands round it; all of it, while nothing is loose."""
        self._seen = True
        state, wall = look.game, canvas.wall
        board = board_on(wall, state)
        board.paint(canvas)
        draw_tags(canvas, board, round_tag(state), time_tag(state, look.at))
        plates = _draw_strip(canvas, state, self._teams(look))
        self._plates = {team.id: plate for team, plate in zip(state.teams, plates, strict=True)}
        if self._panel(look):
            board.pawns(canvas, pawns_of(state), active_key(state))
            draw_panel(canvas, state, self._sheet)
            return
        draw_sheet(canvas, board.plate, active=_waits(state))
        if self._is_loose(look):
            return
        moves = self._moves(look)
        draw_words(canvas, look, board.plate, words_of(state))
        if moves is None:
            draw_trail(canvas, board, None, trail_of(state), look.now)
        board.pawns(canvas, pawns_of(state) if moves is None else moves.pawns, active_key(state))

    # ------------------------------------------------------------------ motion

    def hear(self, events: Sequence[Event], before: State, look: Look) -> None:
        """Something happened on the board: start its parade."""
        self._parade, self._sheet = None, 0
        if look.wall.reduced_motion:
            return
        # A scene that has not been seen yet fades in first, with everything as it was.
        start = starts_at(look, seen=self._seen)
        self._parade = parade(before, look.game, events, start)
        self._version = look.version
        self._loose = self._loose or self._parade is not None

    def moving(self, look: Look) -> bool:
        """While the parade runs."""
        return self._moves(look) is not None

    def wakes_at(self, look: Look) -> int | None:
        """When the minutes of play that are left change."""
        return next_minute(look)

    def finish(self, look: Look) -> None:
        """Everybody stands where they are to stand."""
        self._parade = None

    def move(self, canvas: Canvas, look: Look, dirty: Dirty) -> None:
        """Plate, trail, pawns and what flies, once the scene is loose."""
        if not self._is_loose(look):
            return
        state, moves = look.game, self._moves(look)
        board = board_on(look.wall, state)
        now = look.now
        rolling = moves is not None and moves.rolling(now)
        walking = moves is not None and moves.walking(now)
        words = words_of(state, arrived=not (rolling or walking))
        dirty.add(canvas.rect(board.plate))
        draw_words(canvas, look, board.plate, words, rolling=rolling, walking=walking)
        if moves is not None and rolling:
            _draw_die(canvas, look, board, words, moves, dirty)
        for rect in draw_trail(canvas, board, moves, trail_of(state), now):
            dirty.add(rect)
        for rect in draw_pawns(canvas, board, moves, pawns_of(state), active_key(state), now):
            dirty.add(rect)
        if moves is not None:
            draw_faces(canvas, moves, board, self._plates, now, dirty)

    # ------------------------------------------------------------------ input

    def hotspots(self, look: Look) -> Sequence[Hotspot]:
        """The plate, or every pile to choose from; none while something moves."""
        if self.moving(look):
            return ()
        if self._panel(look):
            return panel_spots(look.wall, look.game, self._sheet, self._turn)
        plate = board_on(look.wall, look.game).plate
        return (Hotspot(plate, Do(Next()), _name(look.game), radius=60),)

    def plates(self, look: Look) -> Mapping[int, Box]:
        """The strip's; a bell stands beside it where there is room."""
        box = _strip_box(look.wall, look.game)[0]
        return plate_boxes(look.wall, look.game, strip_style(look.wall), box)

    def _turn(self) -> Outcome:
        """To the next sheet of categories; the first again after the last."""
        self._sheet += 1
        return Stay()

    def on_press(self, press: Press, look: Look) -> Outcome | None:
        """A to G choose a category of the sheet that is shown."""
        if not self._panel(look) or not press.plain:
            return None
        pile = pile_pressed(look.wall, look.game, self._sheet, press.name)
        return Do(ChooseCategory(pile)) if pile else None


def trail_of(state: State) -> tuple[int, int] | None:
    """(space, steps) of the walk that led here; None without one."""
    stage = state.stage
    if not isinstance(stage, Landed) or not stage.path:
        return None
    return (stage.path[0] - 1) % len(state.board.spaces), len(stage.path)


def _waits(state: State) -> bool:
    """The plate is the next step: it wears the ring."""
    return isinstance(state.stage, Ready | Lobby)


def _name(state: State) -> str:
    if isinstance(state.stage, Ready):
        return _("Roll") if state.rules.die > 1 else _("Walk on")
    return _("Next")


def _strip_box(wall: Wall, state: State) -> tuple[Box, Box | None]:
    """(the teams' plates, the bell beside them where there is room)."""
    box = strip_box(wall, len(state.teams), strip_style(wall))
    if wall.kind != "wide" or wall.is_far or not 1 < len(state.teams) <= 4:
        return box, None
    bell, rest = box.cut_right(BELL_CHIP, 20)
    return rest, bell


def _draw_strip(canvas: Canvas, state: State, teams: list[StripTeam]) -> list[Plate]:
    box, bell = _strip_box(canvas.wall, state)
    ring = next((team.colour for team in state.teams if team.id == state.active), None)
    plates = strip(canvas, box, teams, active=ring, style=strip_style(canvas.wall))
    if bell is not None:
        pieces.chip(canvas, bell, radius=32)
        props.bell(canvas, "closed", bell.cx, bell.y + 16 + 93, 128)
        draw_label(
            canvas,
            _("Bell closed"),
            bell.cut_bottom(54)[0].inset(12, 0),
            size=canvas.wall.S,
            weight=BOLD,
            align="center",
        )
    return plates


def _draw_die(
    canvas: Canvas, look: Look, board: BoardPicture, words: Words, moves: Parade, dirty: Dirty
) -> None:
    """Five faces, tilting, from a little above; the last one is what fell."""
    assert moves.roll is not None
    places = lay(look.wall, board.plate, words)
    if not places.picture.w:
        return
    x, y, size = die_place(places)
    part = moves.roll.tween.progress(look.now)
    face = min(DIE_FACES - 1, int(part * DIE_FACES))
    sides = look.game.rules.die
    shown = moves.roll.pips
    if face < DIE_FACES - 1:
        shown = (shown + 2 * face + face * face) % sides + 1
    tilt = DIE_TILT * (1 - part) * (1 if face % 2 else -1)
    drop = (
        DIE_DROP * (1 - moves.roll.tween.at(look.now))
        if face < DIE_FACES - 1
        else (DIE_DROP * 0.1 * (1 - motion.back((part * DIE_FACES) % 1)))
    )
    dirty.add(props.die(canvas, shown, x, y - drop, size, tilt=tilt))
