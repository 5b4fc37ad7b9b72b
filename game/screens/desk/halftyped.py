"""Words that are half typed in a form of the desk: given to whoever keeps them, and taken back."""

from __future__ import annotations

from collections.abc import Sequence

from game.i18n import _
from game.screens.desk.form import FormPage
from game.session.drafts import Draft

WORDS = ("insight", "commit-plan", "review-plan")
"""Controls in whose fields sentences are written; a name or a reason is quickly typed again."""


def half_typed(page: object) -> Draft | None:
    """What stands in the form, its choices too; None where the page is none of those."""
    if not isinstance(page, FormPage) or page.control.id not in WORDS:
        return None
    given = page.given
    changed = any(text.text != page.values[name] for name, text in page.texts.items())
    return Draft(f"desk {page.control.id}", tuple(given.values()) if changed else (), changed)


def type_again(page: object, texts: Sequence[str]) -> None:
    """Into the fields, as if it were typed; a choice that is there no longer stays as it is."""
    if not isinstance(page, FormPage):
        return
    for name, told in zip(page.given, texts, strict=False):
        field = page.control.field(name)
        if name in page.texts:
            if told != page.texts[name].text:
                page.texts[name].select_all()
                page.texts[name].insert(told)
                page.active = [one.name for one in page.fields].index(name)
        elif field is not None and told in {value for value, _label in field.choices}:
            page.values[name] = told
    page.say(_("What was half typed is here again."))
