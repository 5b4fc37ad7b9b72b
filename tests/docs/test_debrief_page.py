"""docs/debrief.md, its last part done from top to bottom: commands and examples in their order."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from game.cli import run
from game.content.debriefs import read_debrief
from game.content.problem import errors_of
from game.paths import user_decks_dir

PAGE = (Path(__file__).parents[2] / "docs" / "debrief.md").read_text("utf-8")
STEPS = re.findall(r"^```(sh|yaml)\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)


def test_a_debrief_of_ones_own_as_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setenv("CXGAME_HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    written = []
    for language, body in STEPS:
        if language == "sh":
            for line in body.splitlines():
                program, *words = shlex.split(line)
                assert program == "cxgame"
                assert run(words) == 0, (line, capsys.readouterr())
            continue
        id_, code = (re.search(rf"^{name}: (\S+)", body, re.MULTILINE)
                     for name in ("(?:id|overlay)", "language"))  # fmt: skip
        assert id_ is not None
        assert code is not None
        ending = "" if code[1] == "en" else f".{code[1]}"
        path = user_decks_dir() / f"{id_[1]}{ending}.yaml"
        assert path.is_file()  # a command made it, under the name the page says
        path.write_text(body, "utf-8")
        written.append(path)
    file = read_debrief(written[0])
    assert errors_of(file.problems) == ()
    assert file.titles == {"en": "Start, stop, go on", "nl": "Beginnen, stoppen, doorgaan"}
    assert file.in_language("nl").phases[0].questions[0].text == "Waar stoppen we mee?"
    # What the page says of a check: this translation is only half of one.
    capsys.readouterr()
    assert run(["check", "start-stop"]) == 1
    out = capsys.readouterr().out
    assert out.count("[translation-missing]") == out.count("warning:") == 1
