"""An open or commit card being judged: by the facilitator, by peers, or as visible on Monday."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from game.i18n import _
from game.rules.actions import Judge, JudgeView, Vote
from game.rules.cards import CommitCard
from game.rules.events import Event, Judged, ViewJudged, Voted
from game.rules.judging import voters
from game.rules.state import OnCard, State
from game.screens.inputs import Press
from game.screens.kit.wall import Box, Canvas
from game.screens.scenes.answers import write_plan
from game.screens.scenes.frame import plate_boxes, team_name
from game.screens.scenes.judgepaint import (
    Painting,
    paint_judging,
    scale_boxes,
    view_boxes,
)
from game.screens.scenes.judgeplaces import JudgePlaces, judge_places
from game.screens.scenes.judgeplan import plan_buttons
from game.screens.scenes.onward import onward
from game.screens.scenes.opened import open_card
from game.screens.screen import Do, Hotspot, Look, Outcome, Screen, Stay

VIEW_KEY = "v"
"""Points for the added view are next."""
MOST, MOST_VIEW, MOST_PLAN = 3, 2, 1


@dataclass(frozen=True)
class Target:
    """What a digit counts for now."""

    what: Literal["main", "vote", "view", "plan", "none"]
    team: int = -1


class JudgeScene(Screen):
    """JUDGE. A digit goes to whoever wears the ring: the scale, a ballot, or the added view.

    Ballots are picked by their bell's letter, and the next missing one by itself, so a digit is
    always points while a ballot is picked; only when all are in do 1 to 8 pick one, to change it.
    """

    def __init__(self) -> None:
        self._picked: int | None = None
        self._last: int | None = None
        self._viewing = False

    def target(self, look: Look) -> Target:
        """What a digit counts for now."""
        stage, card = open_card(look.game)
        if isinstance(card, CommitCard):
            return Target("plan", stage.team)
        able = voters(look.game)
        due = stage.viewer is not None and stage.view_judged is None
        if self._viewing and stage.viewer is not None:
            return Target("view")
        if not able:
            wants_view = due and stage.judged is not None
            return Target("view") if wants_view else Target("main", stage.team)
        team = self._picked if self._picked in able else self._next_ballot(stage, able)
        if team is not None:
            return Target("vote", team)
        return Target("view") if due else Target("none")

    def _next_ballot(self, stage: OnCard, able: Sequence[int]) -> int | None:
        done = dict(stage.votes)
        start = able.index(self._last) + 1 if self._last in able else 0
        return next((t for t in (*able[start:], *able[:start]) if t not in done), None)

    def _places(self, look: Look) -> JudgePlaces:
        stage, card = open_card(look.game)
        return judge_places(
            look.wall,
            len(look.game.teams),
            len(voters(look.game)),
            view=stage.viewer is not None,
            plan=isinstance(card, CommitCard),
        )

    # ------------------------------------------------------------------ drawing

    def key(self, look: Look) -> Hashable:
        """Whose points are entered."""
        return look.version, self.target(look)

    def paint(self, canvas: Canvas, look: Look) -> None:
        """All of it: nothing moves here."""
        target = self.target(look)
        paint_judging(
            canvas,
            look,
            self._places(look),
            Painting(
                main=target.what in ("main", "plan"),
                view=target.what == "view",
                vote=target.team if target.what == "vote" else None,
            ),
        )

    def hear(self, events: Sequence[Event], before: State, look: Look) -> None:
        """On to the next ballot; points that were given need no pick any more."""
        for event in events:
            match event:
                case Voted():
                    self._last, self._picked = event.team, None
                case Judged() | ViewJudged():
                    self._viewing = False

    # ------------------------------------------------------------------ input

    def _give(self, look: Look, target: Target, points: int) -> Outcome:
        match target.what:
            case "main" if points <= MOST:
                return Do(Judge(target.team, points))
            case "plan" if points <= MOST_PLAN:
                return Do(Judge(target.team, points))
            case "vote" if points <= MOST:
                return Do(Vote(target.team, points))
            case "view" if points <= MOST_VIEW:
                return Do(JudgeView(points))
        return Stay()

    def _pick(self, team: int) -> Outcome:
        self._picked, self._viewing = team, False
        return Stay()

    def plates(self, look: Look) -> Mapping[int, Box]:
        """The ballots, or the strip where there is room for one."""
        spots = self._places(look)
        if spots.ballots:
            return dict(zip(voters(look.game), spots.ballots, strict=True))
        return plate_boxes(look.wall, look.game) if spots.strip else {}

    def on_press(self, press: Press, look: Look) -> Outcome | None:
        """Digits give points, letters pick a ballot, V the view, E the plan's editor."""
        stage, card = open_card(look.game)
        if not press.plain:
            return None
        target = self.target(look)
        if press.digit is not None:
            return self._digit(press.digit, look, target)
        if press.name == VIEW_KEY and stage.viewer is not None:
            self._viewing = not self._viewing
            return Stay()
        if press.name == "e" and isinstance(card, CommitCard):
            return write_plan(look, stage)
        team = self._team_at(look, press.bell)
        return None if team is None else self._pick(team)

    def _digit(self, digit: int, look: Look, target: Target) -> Outcome:
        if target.what != "none":
            return self._give(look, target, digit)
        team = self._team_at(look, digit - 1)
        return Stay() if team is None else self._pick(team)

    def _team_at(self, look: Look, seat: int | None) -> int | None:
        """The voting team in a seat."""
        teams = look.game.teams
        if seat is None or not 0 <= seat < len(teams):
            return None
        team = teams[seat].id
        return team if team in voters(look.game) else None

    def hotspots(self, look: Look) -> Sequence[Hotspot]:
        """Points of whoever is next, then the rest, ballots, the plan's editor, going on."""
        stage, card = open_card(look.game)
        spots, target = self._places(look), self.target(look)
        found: list[Hotspot] = []
        if isinstance(card, CommitCard):
            edit, yes, no = plan_buttons(look.wall, spots)
            found += [
                Hotspot(yes, self._giver(look, target, 1), _("Yes")),
                Hotspot(no, self._giver(look, target, 0), _("No")),
                Hotspot(edit, lambda: write_plan(look, stage), _("Change the plan")),
            ]
        else:
            main = self._main_spots(look, stage, spots, target)
            view = self._view_spots(look, stage, spots)
            found += [*view, *main] if target.what == "view" else [*main, *view]
        found += [
            Hotspot(box, self._picker(team), team_name(look.game, team), 32)
            for team, box in zip(voters(look.game), spots.ballots, strict=True)
        ]
        return [*found, onward(spots.onward, self.on_next, look)]

    def _main_spots(
        self, look: Look, stage: OnCard, spots: JudgePlaces, target: Target
    ) -> list[Hotspot]:
        if voters(look.game):
            if target.what != "vote":
                return []
            whose = target
        else:
            whose = Target("main", stage.team)
        return [
            Hotspot(box, self._giver(look, whose, n), str(n))
            for n, box in enumerate(scale_boxes(look.wall, spots))
        ]

    def _view_spots(self, look: Look, stage: OnCard, spots: JudgePlaces) -> list[Hotspot]:
        if stage.viewer is None:
            return []
        return [
            Hotspot(box, self._giver(look, Target("view"), n), str(n))
            for n, box in enumerate(view_boxes(look.wall, spots))
        ]

    def _giver(self, look: Look, target: Target, points: int) -> Callable[[], Outcome]:
        return lambda: self._give(look, target, points)

    def _picker(self, team: int) -> Callable[[], Outcome]:
        return lambda: self._pick(team)
