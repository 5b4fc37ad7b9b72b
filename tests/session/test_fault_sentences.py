"""Whatever is wrong with a log has a sentence that says what and where."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.i18n import set_language
from game.session.faults import (
    LogError,
    LogFault,
    Notice,
    NoticeKind,
    Trouble,
    TroubleKind,
    trouble_of,
)


@pytest.mark.parametrize("language", ["en", "nl"])
class TestFaults:
    """Whatever is wrong has a sentence that says what and where."""

    def test_every_fault(self, language: str) -> None:
        set_language(language)
        sentences = {
            str(LogError(Path("x/a.cxsession"), reason, "because", 7)) for reason in LogFault
        }
        assert len(sentences) == len(LogFault)
        assert all("a.cxsession" in one and one.endswith(".") for one in sentences)

    def test_every_notice(self, language: str) -> None:
        set_language(language)
        notices = [Notice(kind=kind, line=7, name="N.broken", lost=2) for kind in NoticeKind]
        sentences = {str(notice) for notice in notices}
        assert len(sentences) == len(NoticeKind)
        assert not any("{" in one for one in sentences)

    def test_every_trouble(self, language: str) -> None:
        set_language(language)
        path = Path("stick") / "a.cxsession"
        sentences = {str(Trouble(kind=kind, path=path, detail="d")) for kind in TroubleKind}
        assert len(sentences) == len(TroubleKind)
        assert all("stick" in one for one in sentences)


def test_an_error_without_a_number_is_a_trouble_too() -> None:
    trouble = trouble_of(OSError("odd"), Path("a"))
    assert (trouble.kind, trouble.detail) == (TroubleKind.OTHER, "odd")
