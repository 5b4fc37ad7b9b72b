"""Small numbers and alternatives as a host would say them."""

from __future__ import annotations

from collections.abc import Sequence

from game.i18n import _, pgettext


def number_word(n: int) -> str:
    """A number up to twelve as a word, a larger one in digits."""
    words = (
        pgettext("number", "no"),
        pgettext("number", "one"),
        pgettext("number", "two"),
        pgettext("number", "three"),
        pgettext("number", "four"),
        pgettext("number", "five"),
        pgettext("number", "six"),
        pgettext("number", "seven"),
        pgettext("number", "eight"),
        pgettext("number", "nine"),
        pgettext("number", "ten"),
        pgettext("number", "eleven"),
        pgettext("number", "twelve"),
    )
    return words[n] if 0 <= n < len(words) else str(n)


def sentence(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def either(names: Sequence[str]) -> str:
    """`A`, `A or B`, `A, B or C`."""
    if len(names) < 2:
        return names[0] if names else ""
    return _("{some} or {last}").format(some=", ".join(names[:-1]), last=names[-1])
