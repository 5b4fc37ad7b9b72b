"""Words and numbers in the language of the room.

Interface texts are written in English and looked up when they are drawn, so that the language
can change while a session runs:

    from game.i18n import _, ngettext
    label = _("Next")
    line = ngettext("{n} happy customer", "{n} happy customers", n).format(n=n)

The text inside `_()` is always a plain literal; what varies is filled in afterwards with
`.format`. A text that is named in one place and drawn in another is marked with `N_()` where it
stands and looked up with `_()` where it is drawn. The language of a deck is its own affair.

Catalogues are made by `tools/catalogues.py`.
"""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from game.i18n.numbers import NumberStyle, format_number, format_signed

if TYPE_CHECKING:
    from gettext import NullTranslations

SOURCE_LANGUAGE = "en"
"""The language the texts in the code are written in; it needs no catalogue."""

_DOMAIN = "cxgame"
_LOCALE = Path(__file__).with_name("locale")
_ENDONYMS = {
    "de": "Deutsch",
    "en": "English",
    "es": "Español",
    "fr": "Français",
    "it": "Italiano",
    "nl": "Nederlands",
    "pt": "Português",
}
_STYLES = {
    "en": NumberStyle(decimal=".", group=","),
    "nl": NumberStyle(decimal=",", group="."),
}


class _Current:
    """The one language of the running program, replaced as a whole."""

    language: str = SOURCE_LANGUAGE
    catalogue: "NullTranslations | None" = None
    """None for English: the texts are taken as they stand."""


def set_language(code: str) -> str:
    """Speak `code` ("nl", "nl-BE", "nl_NL.UTF-8") from now on; returns the language spoken.

    A language without a catalogue, or with a damaged one, becomes English: a wrong setting must
    never keep a session from opening.
    """
    wanted = _bare(code)
    catalogue = _catalogue(wanted) if wanted != SOURCE_LANGUAGE else None
    _Current.language = wanted if catalogue is not None else SOURCE_LANGUAGE
    _Current.catalogue = catalogue
    return _Current.language


def language() -> str:
    """The code of the language now spoken: "en", "nl"."""
    return _Current.language


@cache
def available() -> tuple[str, ...]:
    """The languages the interface can speak, English first, the others by code."""
    found = (path.parts[-3] for path in _LOCALE.glob(f"*/LC_MESSAGES/{_DOMAIN}.mo"))
    return (SOURCE_LANGUAGE, *sorted(set(found) - {SOURCE_LANGUAGE}))


def endonym(code: str) -> str:
    """What speakers of a language call it ("nl" → "Nederlands"); the code itself if unknown."""
    return _ENDONYMS.get(_bare(code), code)


def _(text: str) -> str:
    """`text` in the language now spoken."""
    catalogue = _Current.catalogue
    return catalogue.gettext(text) if catalogue is not None and text else text


def translated(text: str, code: str) -> str:
    """`text` in the language `code`, whichever is spoken now; as it stands where that has none."""
    catalogue = _catalogue(_bare(code)) if _bare(code) != SOURCE_LANGUAGE else None
    return catalogue.gettext(text) if catalogue is not None and text else text


def ngettext(one: str, many: str, n: int) -> str:
    """The form of a text that goes with the number `n`, which is not filled in yet."""
    catalogue = _Current.catalogue
    if catalogue is not None:
        return catalogue.ngettext(one, many, n)
    return one if n == 1 else many


def pgettext(context: str, text: str) -> str:
    """`text` as it is said in `context`, where one English word has several translations."""
    catalogue = _Current.catalogue
    return catalogue.pgettext(context, text) if catalogue is not None else text


def N_(text: str) -> str:  # noqa: N802 - the name every gettext tool knows
    """`text` itself, marked so that translators find it; looked up later with `_()`."""
    return text


def number(value: float, decimals: int | None = None, *, grouped: bool = True) -> str:
    """`value` as this language writes it: 1234.5 is "1,234.5", in Dutch "1.234,5".

    `decimals` fixes the digits behind the point; None shows as many as there are, at most six.
    `grouped=False` leaves out the separators of thousands, as in years.
    """
    return format_number(value, _style(), decimals, grouped=grouped)


def signed(value: float, decimals: int | None = None) -> str:
    """`value` as a change: "+2", "−1", and "0" without a sign."""
    return format_signed(value, _style(), decimals)


def _style() -> NumberStyle:
    return _STYLES.get(_Current.language, _STYLES[SOURCE_LANGUAGE])


def _bare(code: str) -> str:
    return code.replace("-", "_").split("_")[0].split(".")[0].strip().lower()


@cache
def _catalogue(code: str) -> "NullTranslations | None":
    if code not in available():
        return None
    import gettext  # late: a program that speaks English never needs it
    import struct

    try:
        with (_LOCALE / code / "LC_MESSAGES" / f"{_DOMAIN}.mo").open("rb") as file:
            return gettext.GNUTranslations(file)
    except (OSError, ValueError, struct.error):  # gone, not a catalogue, or cut short
        return None
