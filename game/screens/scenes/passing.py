"""The button that takes another card instead of this one, where a team may still pass."""

from __future__ import annotations

from game.i18n import _
from game.rules.actions import PassCard
from game.rules.legal import offers_of
from game.rules.state import State
from game.screens.kit.text import text_width
from game.screens.kit.wall import Box
from game.screens.scenes import side
from game.screens.scenes.cardlayout import Places
from game.screens.scenes.opened import open_card
from game.screens.scenes.story import Face
from game.screens.screen import Look


def may_pass(state: State) -> bool:
    """Whether the team may have another card now."""
    return bool(offers_of(state, PassCard))


def passing_words(state: State) -> str:
    """What the button says, with how often it can still be pressed."""
    stage, _card = open_card(state)
    return _("Another card ({n})").format(n=state.team(stage.team).passes)


def passing_width(look: Look) -> float:
    """What the button needs for its words on one line."""
    return text_width(look.wall, passing_words(look.game), look.wall.S) + 116


def passing_box(look: Look, spots: Places, face: Face, at: int) -> Box | None:
    """Where the button stands; None where passing is not legal, or has no room.

    Beside the card it stands by the button that goes on. Read from far, a card has only its foot,
    and on the first face the persona stands there.
    """
    if not may_pass(look.game):
        return None
    w, go = passing_width(look), spots.onward
    match spots.manner:
        case "rail":
            return Box(spots.side.x, go.y, min(w, spots.side.w - go.w - 14), go.h)
        case "head":
            return Box(go.x - 12 - w, go.y + 4, w, go.h - 8)
        case "totem":
            return Box(spots.foot.right - w, spots.foot.cy - 34, w, 68)
        case "band" if face.foot is not None and (face.part is not None or not at):
            lens = side.persona_of(look.game, open_card(look.game)[0])
            if at == 0 and lens is not None:
                return None
            return Box(face.foot.x, go.y + 4, min(w, face.foot.w - 220), go.h - 8)
    return None
