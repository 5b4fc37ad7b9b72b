"""Speaking a language: switching, plural forms, falling back, numbers."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game import i18n
from game.i18n import N_, _, ngettext, number, pgettext, signed
from tools import catalogues

ROOT = Path(__file__).resolve().parents[2]

PART = """
msgid "Next"
msgstr "Verder"

msgctxt "a card"
msgid "Open"
msgstr "Open kaart"

msgctxt "a door"
msgid "Open"
msgstr "Openen"

msgid "{n} customer"
msgid_plural "{n} customers"
msgstr[0] "{n} klant"
msgstr[1] "{n} klanten"
"""


@pytest.fixture
def dutch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A catalogue of our own, so that no test depends on the game's words; gives its folder."""
    part = tmp_path / "nl" / "parts" / "all.po"
    part.parent.mkdir(parents=True)
    part.write_text(PART, encoding="utf-8")
    template = catalogues.PlainCatalog()
    entries = catalogues.read_parts("nl", tmp_path)
    for entry in entries:
        template.add(entry.message.id, context=entry.message.context)
    merged = catalogues.merge(template, "nl", entries)
    catalogues.write_text(merged.catalogue, catalogues.target("nl", "po", tmp_path))
    catalogues.compile_language("nl", tmp_path)
    monkeypatch.setattr(i18n, "_LOCALE", tmp_path)
    _forget()
    yield tmp_path
    i18n.set_language("en")
    _forget()


def _forget() -> None:
    i18n.available.cache_clear()
    i18n._catalogue.cache_clear()


def test_english_is_what_the_code_says(dutch: Path) -> None:
    assert i18n.language() == "en"
    assert _("Next") == "Next"
    assert pgettext("a card", "Open") == "Open"
    assert [ngettext("one", "many", n) for n in (0, 1, 2)] == ["many", "one", "many"]


def test_the_language_switches_while_running(dutch: Path) -> None:
    assert i18n.set_language("nl") == "nl"
    assert i18n.language() == "nl"
    assert _("Next") == "Verder"
    assert i18n.set_language("en") == "en"
    assert _("Next") == "Next"


def test_plural_forms_follow_the_number(dutch: Path) -> None:
    i18n.set_language("nl")
    said = [ngettext("{n} customer", "{n} customers", n).format(n=n) for n in (0, 1, 2)]
    assert said == ["0 klanten", "1 klant", "2 klanten"]


def test_one_english_word_has_a_translation_for_each_context(dutch: Path) -> None:
    i18n.set_language("nl")
    assert pgettext("a card", "Open") == "Open kaart"
    assert pgettext("a door", "Open") == "Openen"
    assert _("Open") == "Open"  # without a context it is another text


def test_a_text_without_translation_stays_english(dutch: Path) -> None:
    i18n.set_language("nl")
    assert _("Never heard of") == "Never heard of"
    assert ngettext("one thing", "many things", 2) == "many things"


def test_an_empty_text_stays_empty(dutch: Path) -> None:
    """An empty text is the key of a catalogue's header, which nobody wants on a wall."""
    i18n.set_language("nl")
    assert _("") == ""


@pytest.mark.parametrize("code", ["nl", "NL", "nl-BE", "nl_NL.UTF-8", "nl.UTF-8", " nl "])
def test_a_language_is_known_by_every_way_of_writing_it(code: str, dutch: Path) -> None:
    assert i18n.set_language(code) == "nl"


@pytest.mark.parametrize("code", ["xx", "", "../nl", "klingon", "C.UTF-8"])
def test_an_unknown_language_falls_back_to_english(code: str, dutch: Path) -> None:
    i18n.set_language("nl")
    assert i18n.set_language(code) == "en"
    assert i18n.language() == "en"
    assert _("Next") == "Next"


@pytest.mark.parametrize("length", [0, 3, 10, 40, -1])
def test_a_damaged_catalogue_falls_back_to_english(length: int, dutch: Path) -> None:
    file = catalogues.target("nl", "mo", dutch)
    whole = file.read_bytes()
    file.write_bytes(whole[:length])
    assert i18n.set_language("nl") == "en"
    file.write_bytes(b"\x00" * len(whole))
    _forget()
    assert i18n.set_language("nl") == "en"


def test_the_languages_are_those_with_a_catalogue(dutch: Path) -> None:
    (dutch / "fr" / "parts").mkdir(parents=True)  # begun, not compiled
    assert i18n.available() == ("en", "nl")


def test_a_language_is_called_as_its_speakers_do() -> None:
    assert i18n.endonym("nl") == "Nederlands"
    assert i18n.endonym("nl-BE") == "Nederlands"
    assert i18n.endonym("xx") == "xx"


def test_every_language_on_offer_has_its_own_name_and_marks() -> None:
    for code in i18n.available():
        assert i18n.endonym(code) != code
        assert code in i18n._STYLES


def test_marking_a_text_leaves_it_as_it_is(dutch: Path) -> None:
    i18n.set_language("nl")
    assert N_("Next") == "Next"


def test_english_needs_no_catalogue_reader() -> None:
    """The first frame comes sooner without it."""
    code = "import sys; from game.i18n import _; _('Next'); print('gettext' in sys.modules)"
    said = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert said.stdout.strip() == "False"


@pytest.mark.parametrize(
    ("value", "english", "dutch_way"),
    [
        (0, "0", "0"),
        (7, "7", "7"),
        (999, "999", "999"),
        (1000, "1,000", "1.000"),
        (1234567, "1,234,567", "1.234.567"),
        (0.5, "0.5", "0,5"),
        (1234.5, "1,234.5", "1.234,5"),
        (100.0, "100", "100"),
        (0.1 + 0.2, "0.3", "0,3"),
        (-3, "−3", "−3"),
        (-0.0000001, "0", "0"),
    ],
)
def test_numbers_are_written_as_the_language_does(
    value: float, english: str, dutch_way: str, dutch: Path
) -> None:
    assert number(value) == english
    i18n.set_language("nl")
    assert number(value) == dutch_way


def test_decimals_can_be_fixed_and_groups_left_out(dutch: Path) -> None:
    i18n.set_language("nl")
    assert number(3, 1) == "3,0"
    assert number(2.25, 1) in {"2,2", "2,3"}
    assert number(2003, grouped=False) == "2003"
    assert number(-0.04, 1) == "0,0"


def test_changes_carry_their_sign() -> None:
    assert [signed(value) for value in (2, 0, -1)] == ["+2", "0", "−1"]
    assert signed(1.5, 1) == "+1.5"
    assert signed(0.04, 1) == "0.0"


def test_what_is_no_number_is_no_crash() -> None:
    assert number(float("nan")) == "nan"
    assert number(float("inf")) == "inf"


@given(st.integers(-(10**12), 10**12))
def test_every_whole_number_can_be_read_back(value: int) -> None:
    text = number(value)
    assert int(text.replace(",", "").replace("−", "-")) == value
