"""Colours by role, and teams: the tokens everything is drawn with, on the wall and on paper.

Two themes: *daylight* (dark on light, for lit rooms) and *stage* (light on dark, for
kickoffs). A screen asks for a role (``theme.text_2``), never for a colour.
"""

from __future__ import annotations

from dataclasses import dataclass

Color = tuple[int, int, int]
"""Red, green and blue, 0 to 255."""


def rgb(text: str) -> Color:
    """The colour of ``"#RRGGBB"``."""
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


def hex_of(color: Color) -> str:
    """``"#RRGGBB"`` of a colour, as the drawings spell it."""
    return "#{:02X}{:02X}{:02X}".format(*color)


def mix(a: Color, b: Color, t: float) -> Color:
    """The colour a part ``t`` (0 to 1) of the way from a to b."""
    r, g, bl = (round(x + (y - x) * t) for x, y in zip(a, b, strict=True))
    return r, g, bl


def _luminance(color: Color) -> float:
    def linear(part: int) -> float:
        v = part / 255
        return v / 12.92 if v <= 0.03928 else ((v + 0.055) / 1.055) ** 2.4

    r, g, b = color
    return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)


def contrast(a: Color, b: Color) -> float:
    """WCAG contrast ratio of two colours, 1 to 21."""
    high, low = sorted((_luminance(a), _luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


INK: Color = rgb("#1D2433")
"""The dark of every drawing and of daylight text."""
CREAM: Color = rgb("#FFF6E3")
"""The light of every drawing."""


@dataclass(frozen=True)
class Team:
    """How one of the eight teams is told apart: a colour *and* a shape, never colour alone."""

    key: str
    """Name of its drawings: ``token-<key>``, ``pawn-<key>``."""
    fill: Color
    shape: str
    """circle, square, triangle, diamond, star, hexagon, cross or drop."""


TEAMS: tuple[Team, ...] = (
    Team("orange", rgb("#E69F00"), "circle"),
    Team("sky", rgb("#56B4E9"), "square"),
    Team("green", rgb("#009E73"), "triangle"),
    Team("yellow", rgb("#F0E442"), "diamond"),
    Team("blue", rgb("#0072B2"), "star"),
    Team("rust", rgb("#D55E00"), "hexagon"),
    Team("pink", rgb("#CC79A7"), "cross"),
    Team("ink", rgb("#1D2433"), "drop"),
)
TEAM_KEYS: tuple[str, ...] = tuple(team.key for team in TEAMS)


def team(key: str) -> Team:
    """The team of that key; an unknown key gets the last one, so that a wall is never broken."""
    return next((t for t in TEAMS if t.key == key), TEAMS[-1])


@dataclass(frozen=True)
class Theme:
    """Every colour role of the wall in one light."""

    name: str
    """``"daylight"`` or ``"stage"``."""
    ground: Color
    """The wall itself, as a flat colour."""
    ground_top: Color
    ground_bottom: Color
    """The gradient the wall is really painted with."""
    ground_2: Color
    """The facilitator's drawer."""
    sheet: Color
    """Cards, plates, chips."""
    inset: Color
    """Option rows and boxes inside a sheet."""
    text: Color
    text_2: Color
    """The one secondary grey; as legible as text, only quieter."""
    line: Color
    """Outlines that mean something."""
    hair: Color
    """Hairlines that mean nothing."""
    brass: Color
    """The bell and the next step; text on it is ``on_brass``."""
    on_brass: Color
    brass_edge: Color
    """Accent line, active ring, trail."""
    brass_soft: Color
    """Chosen, best."""
    key_cap: Color
    on_key: Color
    road: Color
    road_edge: Color
    tile: Color
    icon: Color
    """Icon on a tile."""
    twist_tile: Color
    twist_icon: Color
    twist_rim: Color
    mirror_tile: Color
    mirror_rim: Color
    start_rim: Color
    twist_card: Color
    on_twist: Color
    outline: Color
    """Round every token and pawn."""
    zones: tuple[Color, ...]
    """Tint of each zone, the first again after the last."""
    zone_deep: tuple[Color, ...]
    """Rim of a zone's tiles; dots of the mini-board."""
    shadow: Color
    """Colour of shadows by day, of the glow on the stage."""

    @property
    def is_stage(self) -> bool:
        """Light on dark."""
        return self.name == "stage"

    def zone(self, index: int) -> Color:
        """Tint of a zone; the tints repeat after the last."""
        return self.zones[index % len(self.zones)]

    def deep(self, index: int) -> Color:
        """Deep colour of a zone, for rims and dots."""
        return self.zone_deep[index % len(self.zone_deep)]


def _all(*texts: str) -> tuple[Color, ...]:
    return tuple(rgb(text) for text in texts)


DAYLIGHT = Theme(
    name="daylight",
    ground=rgb("#FBF6EC"),
    ground_top=rgb("#FDFAF3"),
    ground_bottom=rgb("#F7F0E2"),
    ground_2=rgb("#F1E8D6"),
    sheet=rgb("#FFFDF8"),
    inset=rgb("#F5EEE0"),
    text=INK,
    text_2=rgb("#3C4252"),
    line=rgb("#847C6B"),
    hair=rgb("#E3D9C4"),
    brass=rgb("#DDAA4B"),
    on_brass=INK,
    brass_edge=rgb("#8A6114"),
    brass_soft=rgb("#F7E6BD"),
    key_cap=INK,
    on_key=CREAM,
    road=rgb("#FFFBF2"),
    road_edge=rgb("#D9C8A6"),
    tile=rgb("#FFFDF8"),
    icon=INK,
    twist_tile=rgb("#2A3348"),
    twist_icon=CREAM,
    twist_rim=INK,
    mirror_tile=rgb("#DDE6EE"),
    mirror_rim=rgb("#5C6B80"),
    start_rim=INK,
    twist_card=rgb("#2A3348"),
    on_twist=CREAM,
    outline=INK,
    zones=_all(
        "#F3DCCB", "#D3E3EC", "#DCE6CC", "#EEDDBB", "#E0D9EC", "#CFE6DB", "#F2D8DD", "#DDE0E4"
    ),
    zone_deep=_all(
        "#B9603F", "#3F7391", "#64803F", "#94682F", "#6B5B95", "#2F7A65", "#A6506B", "#56657A"
    ),
    shadow=rgb("#543C18"),
)

STAGE = Theme(
    name="stage",
    ground=rgb("#0D1428"),
    ground_top=rgb("#121A34"),
    ground_bottom=rgb("#0B1122"),
    ground_2=rgb("#141D38"),
    sheet=rgb("#1A2544"),
    inset=rgb("#24315A"),
    text=rgb("#FFF3DC"),
    text_2=rgb("#D1CDD8"),
    line=rgb("#8A92B5"),
    hair=rgb("#33406C"),
    brass=rgb("#E9BE62"),
    on_brass=INK,
    brass_edge=rgb("#F4D58C"),
    brass_soft=rgb("#453A22"),
    key_cap=rgb("#FFF3DC"),
    on_key=INK,
    road=rgb("#2B3866"),
    road_edge=rgb("#4A5A94"),
    tile=rgb("#FFF3DC"),
    icon=INK,
    twist_tile=rgb("#0D1428"),
    twist_icon=rgb("#FFF3DC"),
    twist_rim=rgb("#FFF3DC"),
    mirror_tile=rgb("#DDE6EE"),
    mirror_rim=rgb("#5C6B80"),
    start_rim=rgb("#8CA5FF"),
    twist_card=rgb("#1A2544"),
    on_twist=rgb("#FFF3DC"),
    outline=rgb("#FFF3DC"),
    zones=_all(
        "#3B2A38", "#1B3450", "#26392F", "#3D3229", "#302B55", "#173E3B", "#44283F", "#2C3548"
    ),
    zone_deep=DAYLIGHT.zone_deep,
    shadow=rgb("#8CA5FF"),
)

THEMES: dict[str, Theme] = {theme.name: theme for theme in (DAYLIGHT, STAGE)}
