"""The reveal of an open or commit card: what it was worth, and why it was."""

from __future__ import annotations

from collections.abc import Collection

from game.i18n import _, ngettext
from game.rules.cards import CommitCard, Judging, OpenCard
from game.rules.judging import judged_by, verdict
from game.rules.state import OnCard, State, Why
from game.screens.kit import pieces
from game.screens.kit.digits import draw_digits
from game.screens.kit.people import token, vote_face
from game.screens.kit.text import BOLD, HEAVY, Fitted, draw_fitted, draw_label, fit_label
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.scenes.camps import LEAST
from game.screens.scenes.frame import team_colour, team_name
from game.screens.scenes.gains import gained, points_text
from game.screens.scenes.revealplaces import Page, RevealPlaces, reveal_places
from game.screens.scenes.scale import draw_plan_points, scale_words
from game.screens.scenes.showing import criteria_list, draw_plan, plan_to_read
from game.screens.screen import Look


def verdict_pages(look: Look, card: OpenCard | CommitCard, stage: OnCard) -> list[Page]:
    """The points on one side, what they rest on on the other; an added view below."""
    wall, state = look.wall, look.game
    places = reveal_places(wall, len(state.teams))
    if wall.is_tight and (isinstance(card, CommitCard) or judged_by(state) is not Judging.PEERS):
        return _one_by_one(look, card, stage, places)
    body = places.body
    view = None
    if stage.viewer is not None:
        view, body = body.cut_bottom(max(104.0, wall.L * 1.3), 18)
    if wall.kind == "tall":
        left, right = body.cut_top(body.h * 0.46, 20)
    else:
        left, right = body.cut_left(body.w * (0.5 if isinstance(card, CommitCard) else 0.44), 28)
    won = left if isinstance(card, OpenCard) else right
    points_box = won if isinstance(card, OpenCard) else won.cut_top(won.h * 0.4, 18)[0]

    def paint(canvas: Canvas, _hidden: Collection[int]) -> None:
        if isinstance(card, OpenCard):
            _paint_points(canvas, state, stage, points_box, face=True)
            _paint_judges(canvas, state, card, stage, right)
        else:
            draw_plan(canvas, plan_to_read(wall, stage.plan, left, example=card.example))
            _paint_points(canvas, state, stage, points_box, face=False)
            low = won.cut_top(won.h * 0.4, 18)[1]
            draw_plan_points(canvas, low, stage.plan, stage.judged)
        if view is not None:
            _paint_view(canvas, state, stage, view)

    overflow = isinstance(card, OpenCard) and any(
        text.size < LEAST for _row, text in _criteria(wall, card, _judges_box(wall, right))
    )
    teams = [team.id for team in state.teams]
    origins = dict.fromkeys(teams, (points_box.cx, points_box.cy))
    if view is not None and stage.viewer is not None:
        origins[stage.viewer] = (view.right - 80, view.cy)
    return [Page(places, paint, origins=origins, overflow=overflow)]


def _one_by_one(
    look: Look, card: OpenCard | CommitCard, stage: OnCard, places: RevealPlaces
) -> list[Page]:
    """The points on one face; what they rest on, as wide as the wall, on the next."""
    wall, state, body = look.wall, look.game, places.body
    won, view = body, None
    if stage.viewer is not None:
        view, won = body.cut_bottom(max(104.0, wall.L * 1.3), 18)
    if isinstance(card, CommitCard):
        won, has = won.cut_left(won.w * 0.34, 22)

    shown = (
        criteria_list(wall, card.criteria, body.inset(24, 8))
        if isinstance(card, OpenCard)
        else None
    )

    def paint(canvas: Canvas, _hidden: Collection[int]) -> None:
        _paint_points(canvas, state, stage, won, face=isinstance(card, OpenCard))
        if isinstance(card, CommitCard):
            draw_plan_points(canvas, has, stage.plan, stage.judged)
        if view is not None:
            _paint_view(canvas, state, stage, view)

    def rest(canvas: Canvas, _hidden: Collection[int]) -> None:
        if shown is not None:
            shown.paint(canvas)
        elif isinstance(card, CommitCard):
            draw_plan(canvas, plan_to_read(wall, stage.plan, body, example=card.example))

    origins = {team.id: (won.cx, won.cy) for team in state.teams}
    if view is not None and stage.viewer is not None:
        origins[stage.viewer] = (view.right - 80, view.cy)
    title = _("A good answer") if isinstance(card, OpenCard) else ""
    cut = shown is not None and shown.overflow
    return [
        Page(places, paint, origins=origins),
        Page(places, rest, origins=origins, title=title, overflow=cut),
    ]


def _paint_points(canvas: Canvas, state: State, stage: OnCard, box: Box, *, face: bool) -> None:
    """Who, how much; for the room, that everybody gets it."""
    wall = canvas.wall
    points = verdict(state)
    pieces.inset(canvas, box)
    inner = box.inset(36, 24)
    head, rest = inner.cut_top(max(wall.M * 1.3, min(96.0, inner.h * 0.24)), 12)
    size = head.h
    token(canvas, team_colour(state, stage.team), head.x + size / 2, head.cy, size)
    draw_label(
        canvas,
        team_name(state, stage.team),
        head.cut_left(size, 22)[1],
        size=(wall.L, wall.S),
        weight=HEAVY,
        lines=2,
    )
    if stage.for_room:
        line, rest = rest.cut_bottom(wall.M * 1.3, 8)
        draw_label(canvas, _("and every team earns it"), line, size=(wall.M, wall.S), weight=BOLD)
    number = rest
    if face:
        side = min(rest.h, rest.w * 0.44, 260.0)
        picture, number = rest.cut_left(side, 30)
        vote_face(canvas, points, picture.cx, picture.cy, side)
    draw_digits(
        canvas, points_text(points), number, size=min(wall.XL * 1.3, rest.h * 0.9), align="left"
    )


def _paint_judges(canvas: Canvas, state: State, card: OpenCard, stage: OnCard, box: Box) -> None:
    """How many votes each point had; the word of the facilitator where there were none."""
    wall = canvas.wall
    head = box.cut_top(_judges_head(wall))[0]
    rest = _judges_box(wall, box)
    peers = judged_by(state) is Judging.PEERS
    if peers:
        count = len(stage.votes)
        words = ngettext(
            "{n} vote; the one in the middle counts",
            "{n} votes; the one in the middle counts",
            count,
        ).format(n=count)
        if not count:  # no middle of nothing: whoever judges let Next go on without
            words = _("Nobody voted")
    else:
        words = _("A good answer")
    draw_label(canvas, words, head, size=(wall.M, wall.S), weight=HEAVY, lines=2)
    if not peers:
        _paint_criteria(canvas, card, rest)
        return
    mid = verdict(state)
    for points, row in zip(range(3, -1, -1), rest.rows(4, 12), strict=True):
        _paint_count(canvas, stage, points, row, middle=points == mid and count > 0)


def _judges_head(wall: Wall) -> float:
    return max(wall.M * 1.35, wall.S * 2.3 if wall.is_far else 0)


def _judges_box(wall: Wall, box: Box) -> Box:
    """What is left below the heading."""
    return box.cut_top(_judges_head(wall), 10)[1]


def _criteria(wall: Wall, card: OpenCard, box: Box) -> list[tuple[Box, Fitted]]:
    """What a good answer shows, in a row each."""
    rows = box.rows(max(1, len(card.criteria)), 12)
    return [
        (row, fit_label(wall, text, row.w - 64, row.h - 12, size=(wall.M, wall.S), lines=3))
        for text, row in zip(card.criteria, rows, strict=False)
    ]


def _paint_criteria(canvas: Canvas, card: OpenCard, box: Box) -> None:
    for row, text in _criteria(canvas.wall, card, box):
        pieces.inset(canvas, row, radius=24)
        draw_fitted(canvas, text, row.inset(32, 6), valign="middle")


def _paint_count(canvas: Canvas, stage: OnCard, points: int, row: Box, *, middle: bool) -> None:
    """A face, its word, and a disc a vote; the vote in the middle is lit."""
    wall = canvas.wall
    pieces.inset(canvas, row, chosen=middle)
    size = min(84.0, row.h - 16)
    vote_face(canvas, points, row.x + 24 + size / 2, row.cy, size)
    count = sum(vote == points for _team, vote in stage.votes)
    words = row.cut_left(size + 50)[1]
    label, dots = words.cut_left(min(words.w * 0.4, wall.M * 4.4), 16)
    draw_label(canvas, scale_words(points), label, size=(wall.M, wall.S))
    step = min(size * 0.74, dots.w / 8)
    for i in range(count):
        vote_face(canvas, points, dots.x + step * (i + 0.5), row.cy, step * 0.9)


def _paint_view(canvas: Canvas, state: State, stage: OnCard, box: Box) -> None:
    wall = canvas.wall
    assert stage.viewer is not None
    pieces.inset(canvas, box)
    size = min(84.0, box.h - 20)
    token(canvas, team_colour(state, stage.viewer), box.x + 28 + size / 2, box.cy, size)
    number, words = box.cut_left(size + 52)[1].cut_right(wall.L * 1.8, 16)
    line = _("{team} added a view").format(team=team_name(state, stage.viewer))
    draw_label(canvas, line, words, size=(wall.M, wall.S), weight=BOLD, lines=2)
    points = points_text(gained(stage, stage.viewer, (Why.VIEW,)))
    draw_digits(canvas, points, number.cut_right(32)[1], size=wall.L, align="right")
