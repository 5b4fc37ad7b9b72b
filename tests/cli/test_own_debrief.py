"""A trainer's own debrief from the command line: begun, checked, translated, brought up to date."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from game.cli import run
from game.content.debriefs import read_debrief
from game.content.newdeck import DEBRIEF_SCHEMA_NAME, new_debrief, template_languages
from game.i18n import available
from game.paths import scenarios_dir, user_decks_dir
from game.session.library import Library
from tests.content.sharing.zips import snapshot


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setenv("CXGAME_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def cx(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = run([*words])
    said = capsys.readouterr()
    return code, said.out, said.err


# -- begun


@pytest.mark.parametrize("language", available())
def test_a_new_debrief_passes_every_check_and_can_be_chosen(
    language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _out, told = cx(capsys, "new", "Begin & stop", "--debrief", "--language", language)
    assert code == 0
    place = user_decks_dir() / "begin-stop.yaml"
    assert f"“Begin & stop” is in {place}" in told
    for command in ("check begin-stop", "play --debrief begin-stop", "translate begin-stop"):
        assert f"cxgame {command} " in told
    assert cx(capsys, "check", "--strict", "begin-stop") == (0, "", "No problems.\n")
    assert [one.id for one in Library.default().debriefs if one.path == place] == ["begin-stop"]
    template = read_debrief(place).in_language(language)
    assert (template.title, template.language) == ("Begin & stop", language)
    assert sum(phase.decks for phase in template.phases) == 1
    questions = [question for phase in template.phases for question in phase.questions]
    assert len(questions) >= 4
    assert all(question.text.endswith("?") and len(question.text) <= 100 for question in questions)


@pytest.mark.parametrize("language", available())
def test_an_editor_finds_the_schema_beside_it(language: str) -> None:
    assert run(["new", "ours", "--debrief", "--out", "x", "--language", language]) == 0
    text = Path("x/ours.yaml").read_text("utf-8")
    assert text.splitlines()[0] == f"# yaml-language-server: $schema={DEBRIEF_SCHEMA_NAME}"
    schema = json.loads(Path("x", DEBRIEF_SCHEMA_NAME).read_text("utf-8"))
    Draft202012Validator(schema).validate(yaml.safe_load(text))


def test_the_new_debriefs_of_all_languages_are_one_debrief_told_twice() -> None:
    def shape(language: str) -> list[object]:
        made = yaml.safe_load(new_debrief("a", "A", language)["a.yaml"])
        phases = made.pop("phases")
        return [
            [(phase["id"], phase.get("decks"), len(phase["questions"])) for phase in phases],
            *made,
        ]

    first, *others = map(shape, template_languages())
    assert others
    assert all(other == first for other in others)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["mine", "--debrief"], "is there already; nothing was changed"),
        (["ORID", "--debrief"], "The game has a debrief called 'orid' itself."),
        (["other", "--debrief"], "You have another debrief with that id already"),
        (["fresh", "--debrief", "--sheet"], "A debrief has no workbook"),
        (["a/b", "--debrief"], "is a path. Give a name alone"),
        (["con", "--debrief"], "Windows cannot have"),
    ],
)
def test_what_is_there_is_never_touched(
    words: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["new", "mine", "--debrief"])
    run(["new", "other", "--debrief"])
    (user_decks_dir() / "other.yaml").rename(user_decks_dir() / "elsewhere.yaml")
    before = snapshot(user_decks_dir())
    code, _out, err = cx(capsys, "new", *words)
    assert code == 2
    assert told in err
    assert snapshot(user_decks_dir()) == before


def test_a_schema_of_somebody_else_stays(capsys: pytest.CaptureFixture[str]) -> None:
    Path("x").mkdir()
    Path("x", DEBRIEF_SCHEMA_NAME).write_text("mine", "utf-8")
    assert cx(capsys, "new", "ours", "--debrief", "--out", "x")[0] == 0
    assert Path("x", DEBRIEF_SCHEMA_NAME).read_text("utf-8") == "mine"


# -- translated


def test_a_translation_is_begun_filled_in_and_done(capsys: pytest.CaptureFixture[str]) -> None:
    run(["new", "mine", "--debrief", "--language", "en"])
    place = user_decks_dir()
    code, out, err = cx(capsys, "translate", "mine", "nl")
    assert (code, out) == (0, "")
    assert "mine.nl.yaml is begun.\n8 texts have no translation yet" in err
    # Half a translation is played in the debrief's own language, and told.
    code, out, _err = cx(capsys, "check", "mine")
    assert code == 1
    assert 'phase "felt": not translated to nl: name and question 1 text' in out
    assert out.count("[translation-missing]") == 4
    dutch = place / "mine.nl.yaml"
    words = yaml.safe_load(new_debrief("mine", "De mijne", "nl")["mine.yaml"])
    lines = iter([words["title"], *(text for phase in words["phases"] for text in
                  (phase["name"], *(one["text"] for one in phase["questions"])))])  # fmt: skip
    filled = [
        f'{line} "{next(lines)}"' if line.endswith(("title:", "name:", "text:")) else line
        for line in dutch.read_text("utf-8").splitlines()
    ]
    dutch.write_text("\n".join(filled) + "\n", "utf-8")
    assert cx(capsys, "translate", "mine", "nl") == (0, "", f"{dutch} is up to date.\n")
    assert cx(capsys, "check", "mine") == (0, "", "No problems.\n")
    assert read_debrief(dutch).in_language("nl").title == "De mijne"
    text = dutch.read_text("utf-8")
    assert not any(line.lstrip().startswith("#>") for line in text.splitlines())
    assert "\n  debrief: " in text
    # Once more changes nothing.
    assert run(["translate", str(dutch), "nl"]) == 0
    assert dutch.read_text("utf-8") == text


@pytest.fixture
def changed(home: Path) -> Path:
    """ORID under another name, whose first phase and one question changed since."""
    for name in ("orid.yaml", "orid.nl.yaml"):
        text = (scenarios_dir() / "debriefs" / name).read_text("utf-8")
        text = text.replace("id: orid", "id: mine").replace("overlay: orid", "overlay: mine")
        (home / name.replace("orid", "mine")).write_text(text, "utf-8")
    assert run(["translate", "mine.yaml", "nl"]) == 0
    own = home / "mine.yaml"
    text = own.read_text("utf-8").replace("made you laugh", "made you smile")
    own.write_text(text.replace("id: objective", "id: first-of-all"), "utf-8")
    return home / "mine.nl.yaml"


def test_what_changed_is_told_until_it_is_accepted(
    changed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = changed.with_name("mine.yaml")
    own.write_text(own.read_text("utf-8").replace("first-of-all", "objective"), "utf-8")
    code, out, _err = cx(capsys, "check", "mine.yaml")
    assert code == 1
    assert "this is older than the debrief, which now says" in out
    assert out.count("[translation-stale]") == 1
    told = "1 translation is older than the debrief: look for “#!”.\n"
    assert cx(capsys, "translate", "mine.yaml", "nl")[2].endswith(told)
    assert "#! Het nagesprek is veranderd. Er staat nu:" in changed.read_text("utf-8")
    code, _out, err = cx(capsys, "translate", "mine.yaml", "nl", "--accept", "reflectiev")
    assert (code, err) == (
        2, "The debrief has nothing called 'reflectiev'. Did you mean reflective?\n"
    )  # fmt: skip
    assert cx(capsys, "translate", "mine.yaml", "nl", "--accept", "reflective")[0] == 0
    assert cx(capsys, "check", "mine.yaml") == (0, "", "No problems.\n")


def test_what_is_gone_becomes_a_comment_and_no_word_is_lost(
    changed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = read_debrief(scenarios_dir() / "debriefs" / "orid.yaml").in_language("nl")
    assert cx(capsys, "check", "mine.yaml")[0] == 1  # a phase that is not there is an error
    code, _out, err = cx(capsys, "translate", "mine.yaml", "nl")
    assert code == 0
    assert "3 texts have no translation yet" in err
    assert "1 part is no longer in the debrief, and is a comment now." in err
    text = changed.read_text("utf-8")
    assert "# Staat niet meer in het nagesprek:" in text
    for phase in said.phases:
        assert phase.name in text
        assert all(question.text in text for question in phase.questions)
    laid = read_debrief(changed).in_language("nl")
    assert laid.phases[0].id == "first-of-all"


def test_what_cannot_be_translated_is_said(
    changed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = snapshot(changed.parent)
    code, _out, err = cx(capsys, "translate", "mine.yaml", "en")
    assert (code, err) == (
        2, "The debrief’s own language is English: change its texts in mine.yaml.\n"
    )  # fmt: skip
    code, _out, err = cx(capsys, "translate", "4f", "nl")
    assert code == 2
    assert "comes with the game" in err
    assert "4f.yaml, " in err
    assert f"into {user_decks_dir()} first." in err
    code, _out, err = cx(capsys, "translate", "oird", "nl")
    assert code == 2
    assert "Did you mean the debrief orid?" in err
    assert snapshot(changed.parent) == before
    changed.write_text("overlay: [", "utf-8")
    code, out, err = cx(capsys, "translate", "mine.yaml", "nl")
    assert code == 1
    assert "mine.nl.yaml:2:" in out
    assert err == "The translation has errors. Mend them first. Nothing was changed.\n"
    changed.with_name("mine.yaml").write_text("format: 1\nid: mine\nphases: []\n", "utf-8")
    code, out, err = cx(capsys, "translate", "mine.yaml", "fr")
    assert code == 1
    assert "phases" in out
    assert err == "The debrief has errors. Mend them first. Nothing was changed.\n"
