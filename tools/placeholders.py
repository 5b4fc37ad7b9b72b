"""Placeholders of translated texts: `{n}` has to stand in a translation as it does in English."""

import string
from collections.abc import Iterator, Sequence

from babel.messages.catalog import Message


def forms(text: str | Sequence[str] | None) -> tuple[str, ...]:
    """One text, or its plural forms, as a tuple; babel has both and None."""
    if text is None:
        return ()
    return (text,) if isinstance(text, str) else tuple(text)


def placeholder_troubles(message: Message) -> Iterator[str]:
    """What is wrong with the placeholders of a translation.

    The form for one may leave the number out: "één klant".
    """
    sources = forms(message.id)
    allowed = set().union(*(_placeholders(source) for source in sources))
    for index, text in enumerate(forms(message.string)):
        if not text:
            continue
        needed = set() if message.pluralizable and index == 0 else _placeholders(sources[-1])
        found = _placeholders(text)
        if not found <= allowed:
            yield f"has unknown placeholders: {', '.join(sorted(found - allowed))}"
        elif not needed <= found:
            yield f"lacks placeholders: {', '.join(sorted(needed - found))}"


def _placeholders(text: str) -> set[str]:
    try:
        fields = [field[1] for field in string.Formatter().parse(text)]
    except ValueError:  # a lone brace: a text that is never formatted
        return set()
    return {f"{{{name}}}" for name in fields if name is not None}
