"""Fonts of this computer, for scripts the bundled faces lack, as Chinese, Thai or Hindi.

Which there are is asked only when a character is met that no bundled face spells. All the
wall shows by itself is spelled by those, so that it looks the same on every computer.
"""

from __future__ import annotations

import warnings
from pathlib import Path

import pygame

FAMILIES = (
    # On Linux. The Noto families come one script a file, the others with many.
    "dejavusans", "notosanscjkjp", "notosanscjksc", "notosanscjktc", "notosanscjkkr",
    "notosanscjk", "sourcehansans", "sourcehansanssc", "droidsansfallback", "wenquanyizenhei",
    "wenquanyimicrohei", "ipapgothic", "vlgothic", "takaopgothic", "nanumgothic", "undotum",
    "notosansthai", "loma", "garuda", "notosansdevanagari", "notosansbengali", "notosanstamil",
    "lohitdevanagari", "lohitbengali", "lohittamil", "notosansgeorgian", "notosansarmenian",
    "notosansethiopic", "notosanskhmer", "notosansmyanmar", "notosanslao", "freesans", "unifont",
    # On Windows.
    "microsoftyahei", "microsoftjhenghei", "simsun", "yugothicregular", "yugothic", "meiryo",
    "msgothic", "malgungothic", "leelawadeeui", "tahoma", "nirmalaui", "ebrima", "myanmartext",
    "segoeui", "segoeuisymbol", "segoeuihistoric", "arialunicodems",
    # On a Mac, by the names of their files.
    "pingfang", "pingfangsc", "hiraginosans", "hiraginosansgb", "ヒラギノ角ゴシックw4",
    "stheitimedium", "applesdgothicneo", "thonburi", "kohinoor", "kohinoorbangla", "kefa",
    "applesymbols", "arialunicode",
)  # fmt: skip
"""Families with characters the bundled faces lack, as pygame calls them, likely ones first."""


def font_files() -> tuple[Path, ...]:
    """The files of those families this computer has, each once; none where it cannot tell.

    This may start a program that lists fonts, and take some hundredths of a second.
    """
    found: dict[Path, None] = {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # pygame warns where there is no such program
        for family in FAMILIES:
            try:
                file = pygame.font.match_font(family)
            except Exception:  # noqa: BLE001 - listing system fonts is a favour, never a need
                return ()
            if file:
                found[Path(file)] = None
    return tuple(found)
