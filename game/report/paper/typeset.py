"""Type on paper: which face spells a character, how wide a line is, and where lines end.

The measure is the fonts that are embedded, so that what fits here fits in the file. Points are
sizes of type; widths and heights are millimetres.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from game.look.hyphens import SOFT_HYPHEN as _SOFT
from game.look.hyphens import breaks

if TYPE_CHECKING:
    from fpdf import FPDF
    from fpdf.fonts import TTFFont

BODY, SEMI, BOLD, HEAVY = 500, 600, 700, 800
"""Weights of Atkinson Hyperlegible Next."""
MM = 25.4 / 72
"""Millimetres of a point."""
ASCENT, DESCENT = 0.984, 0.316
"""Of Atkinson Hyperlegible Next, in parts of the size."""
CAP_HEIGHT = 0.668

_FILES = {500: "500Medium", 600: "600SemiBold", 700: "700Bold", 800: "800ExtraBold"}
_SPARE = (
    ("NotoSans-{noto}", 0.94),
    ("NotoSansHebrew-{noto}", 0.94),
    ("NotoSansArabic-500Medium", 0.94),
    ("NotoSansMath", 0.94),
    ("NotoSansSymbols2", 0.94),
    ("NotoEmoji-500Medium", 0.86),
)
"""Faces asked for what Atkinson lacks, and their size against it so that capitals match."""
MISSING = "\N{WHITE SQUARE}"
"""Stands for a character that no face can spell: something is there, and it can be seen."""

_UNSEEN = re.compile("[\u200b-\u200f\u2060\ufe00-\ufe0f\ufeff\U0001f3fb-\U0001f3ff]")
"""Joiners, selectors and skin tones: they shape a neighbour where a shaper reads them."""
_INSIDE = re.compile("(?<=[-\u2010\u2013\u2014/\u00ad])(?=[^\\s\\d])")
"""Where a line may end inside a word."""


class Run(NamedTuple):
    """Neighbouring characters of one face."""

    text: str
    face: str
    """Its name in the document."""
    scale: float


class Typesetter:
    """The faces of one document; each is opened when a character first needs it."""

    def __init__(self, pdf: FPDF, language: str) -> None:
        self._pdf = pdf
        self._hyphens = breaks(language.partition("-")[0])
        self._faces: dict[str, TTFFont | None] = {}
        self._runs: dict[tuple[str, int], tuple[Run, ...]] = {}
        self._widths: dict[tuple[str, int], float] = {}

    def close(self) -> None:
        """Let go of the files of fonts, which stay open until the document is written."""
        for face in self._faces.values():
            if face is not None:
                face.ttfont.close()

    def runs(self, text: str, weight: int) -> tuple[Run, ...]:
        """A line in its faces."""
        key = (text, weight)
        found = self._runs.get(key)
        if found is None:
            found = self._runs[key] = tuple(self._split(text, weight))
        return found

    def width(self, text: str, weight: int, size: float) -> float:
        """Width of a line in millimetres."""
        key = (text, weight)
        ems = self._widths.get(key)
        if ems is None:
            ems = self._widths[key] = sum(map(self._ems, self.runs(text, weight)))
        return ems * size * MM

    def lines(self, text: str, weight: int, size: float, width: float) -> list[str]:
        """The text in lines no wider than `width`; a word that is wider is hyphenated, or cut."""
        found: list[str] = []
        for paragraph in clean(text).split("\n"):
            found.extend(self._paragraph(paragraph, weight, size, width))
        return found

    def parts_words(self, text: str, weight: int, size: float, width: float) -> bool:
        """Whether some word is wider than a whole line, so that it has to be parted."""
        return any(self.width(word, weight, size) > width for word in clean(text).split())

    def shortened(self, text: str, weight: int, size: float, width: float) -> str:
        """As much of a line as there is room for, and an ellipsis for the rest."""
        if len(self.lines(text, weight, size, width)) == 1:
            return text
        room = width - self.width("…", weight, size)
        return self.lines(text, weight, size, room)[0].rstrip(" ·,&-") + "…"

    def run_width(self, run: Run, size: float) -> float:
        """Width of a part of a line in millimetres, in a line of this size."""
        return self._ems(run) * size * MM

    def _ems(self, run: Run) -> float:
        face = self._face(run.face)
        assert face is not None  # or it had spelt nothing
        return sum(face.cw[ord(char)] for char in run.text) * run.scale / 1000

    def _split(self, text: str, weight: int) -> Iterator[Run]:
        held, face, scale = "", "", 1.0
        for char in text:
            shown, name, size = self._spelt(char, weight)
            if char == " " and held and self._spells(face, " "):
                name, size = face, scale  # a space between two words belongs to them
            if held and name != face:
                yield Run(held, face, scale)
                held = ""
            held, face, scale = held + shown, name, size
        if held:
            yield Run(held, face, scale)

    def _spelt(self, char: str, weight: int) -> tuple[str, str, float]:
        """What is drawn for a character, the face that spells it, and its scale."""
        for name, scale in _chain(weight):
            if self._spells(name, char):
                return char, name, scale
        return self._spelt(MISSING, weight) if char != MISSING else ("?", *_chain(weight)[0])

    def _spells(self, name: str, char: str) -> bool:
        face = self._face(name)
        return face is not None and ord(char) in face.cmap

    def _face(self, name: str) -> TTFFont | None:
        if name not in self._faces:
            self._faces[name] = self._opened(name)
        return self._faces[name]

    def _opened(self, name: str) -> TTFFont | None:
        from fpdf.fonts import TTFFont

        from game.paths import assets_dir

        path = assets_dir() / "fonts" / f"{name}.ttf"
        if not path.is_file():
            return None
        self._pdf.add_font(name, fname=path)
        font = self._pdf.fonts[name.lower()]
        return font if isinstance(font, TTFFont) else None

    # ------------------------------------------------------------------ lines

    def _paragraph(self, paragraph: str, weight: int, size: float, width: float) -> list[str]:
        lines: list[str] = []
        line = ""
        for word in paragraph.split(" "):
            for i, part in enumerate(_INSIDE.split(word)):
                joined = f"{line} {part}" if line and i == 0 else line + part
                if self._fits(joined, weight, size, width):
                    line = joined
                    continue
                if line:
                    lines.append(_ended(line))
                *full, line = self._broken(part, weight, size, width)
                lines.extend(full)
        return [*lines, line.replace(_SOFT, "")]

    def _fits(self, line: str, weight: int, size: float, width: float) -> bool:
        return self.width(_ended(line), weight, size) <= width

    def _broken(self, word: str, weight: int, size: float, width: float) -> list[str]:
        """A word in parts that fit: between syllables if it can be, else anywhere."""
        parts: list[str] = []
        while not self._fits(word, weight, size, width):
            cut, sign = self._cut(word, weight, size, width)
            parts.append(word[:cut] + sign)
            word = word[cut:]
        return [*parts, word]

    def _cut(self, word: str, weight: int, size: float, width: float) -> tuple[int, str]:
        for place in sorted(self._hyphens(word), reverse=True):
            if self._fits(word[:place] + "-", weight, size, width):
                return place, "-"
        fits = (n for n in range(len(word) - 1, 1, -1) if self._fits(word[:n], weight, size, width))
        return next(fits, 1), ""


def clean(text: str) -> str:
    """The text without what cannot be drawn: controls, joiners, marks of direction."""
    text = _UNSEEN.sub("", unicodedata.normalize("NFC", text.replace("\r\n", "\n")))
    text = re.sub(r"[^\S\n\u00a0]+", " ", text)
    return "".join(c for c in text if c in "\n\u00ad" or unicodedata.category(c)[0] != "C").strip()


def _ended(line: str) -> str:
    """A line as it is shown when it ends here: a soft hyphen at its end becomes visible."""
    return line.replace(_SOFT, "") + ("-" if line.endswith(_SOFT) else "")


@cache
def _chain(weight: int) -> tuple[tuple[str, float], ...]:
    noto = "500Medium" if weight < SEMI else "700Bold"
    spare = ((name.format(noto=noto), scale) for name, scale in _SPARE)
    return ((f"AtkinsonHyperlegibleNext-{_FILES[weight]}", 1.0), *spare)
