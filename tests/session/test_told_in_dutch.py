"""What is told of a session is told in Dutch, too."""

from __future__ import annotations

import string
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from game.rules.actions import Adjust
from game.session.replay import Replay
from tests.session.evening import begun

GAME = Path(__file__).parents[2] / "game"
SESSION = GAME / "session"
PARTS = GAME / "i18n" / "locale" / "nl" / "parts"


@pytest.fixture
def dutch(monkeypatch: pytest.MonkeyPatch) -> None:
    """Speak the Dutch of our own part, compiled or not."""
    from babel.messages.mofile import write_mo

    file = BytesIO()
    write_mo(file, _parts())
    file.seek(0)
    monkeypatch.setattr("game.i18n._Current.catalogue", GNUTranslations(file))
    monkeypatch.setattr("game.i18n._Current.language", "nl")


def _parts() -> Any:
    """All that is translated: the sentence of an event, and its few words, each in a part."""
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import read_po

    every = Catalog(locale="nl")
    for path in sorted(PARTS.glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale="nl"):
                if message.id:
                    every.add(message.id, message.string, context=message.context)
    return every


class TestDutch:
    @pytest.mark.usefixtures("dutch")
    def test_it_is_told_in_dutch(self, tmp_path: Path) -> None:
        session = begun(tmp_path / "a.cxsession")
        session.dispatch(Adjust(0, 3, "lief"), 2000)
        session.undo(at_ms=2000)
        session.close()
        assert [line[9:] for line in Replay(tmp_path / "a.cxsession").sentences()][-4:] == [
            "Ronde 1 begint.",
            "Orange is aan de beurt.",
            "+3 Orange (bijgesteld): lief.",
            "1 stap teruggenomen.",
        ]

    def test_every_text_is_translated_with_its_fields(self) -> None:
        from babel.messages.extract import extract_from_dir

        catalogue = _parts()
        found = extract_from_dir(
            SESSION,
            method_map=[("telling/**.py", "python"), ("faults.py", "python")],
            keywords={"_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)},
        )
        texts = {(message, context) for _, _, message, _, context in found}
        assert len(texts) > 100
        for message, context in texts:
            english = (message,) if isinstance(message, str) else tuple(message)
            entry = catalogue.get(english[0], context)
            assert entry is not None, english
            dutch = (entry.string,) if isinstance(entry.string, str) else tuple(entry.string)
            assert [fields_of(text) for text in dutch] == [fields_of(text) for text in english]
            assert all(dutch)


def fields_of(text: str) -> set[str | None]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}
