"""Debriefs in YAML: those the game ships, a trainer's own, and what is wrong with one."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.content.check import check_paths
from game.content.debriefs import read_debrief
from game.content.kinds import FileKind, kind_of
from game.content.library import find_debriefs
from game.content.problem import ContentError
from game.paths import scenarios_dir
from game.rules.template import DebriefPhase, DebriefTemplate, Question
from game.session.assemble import Choices, SetUpError, assemble
from game.session.library import Library, LibraryError

SHIPPED = ("4f", "orid", "six-phases")
OWN = """\
format: 1
id: mine
title: Mine
phases:
  - id: start
    name: Start
    questions:
      - {text: How was it?, seconds: 30}
      - text: And why?
  - id: end
    name: End
    decks: yes
    questions: [{text: What next?, notes: Ask on.}]
"""
DUTCH = """\
format: 1
overlay: mine
language: nl
title: De mijne
phases:
  start:
    name: Begin
    questions: [{text: Hoe was het?}, {text: En waarom?}]
"""


def written(folder: Path, text: str = OWN, **overlays: str) -> Path:
    folder.mkdir(exist_ok=True)
    for language, words in overlays.items():
        (folder / f"mine.{language}.yaml").write_text(words, "utf-8")
    (folder / "mine.yaml").write_text(text, "utf-8")
    return folder / "mine.yaml"


@pytest.mark.parametrize("name", SHIPPED)
def test_those_of_the_game_are_whole_in_both_languages(name: str) -> None:
    path = scenarios_dir() / "debriefs" / f"{name}.yaml"
    assert check_paths([path, path.with_name(f"{name}.nl.yaml")]) == []
    file = read_debrief(path)
    english, dutch = file.in_language("en"), file.in_language("nl-BE")
    assert (english.id, english.language, dutch.language) == (name, "en", "nl")
    assert english.source
    assert dutch.source != english.source
    assert sum(phase.decks for phase in english.phases) == 1
    for ours, theirs in zip(english.phases, dutch.phases, strict=True):
        assert (ours.id, ours.decks) == (theirs.id, theirs.decks)
        assert theirs.notes != ours.notes != ""
        for one, other in zip(ours.questions, theirs.questions, strict=True):
            assert one.seconds == other.seconds >= 60
            assert one.text.endswith("?")
            assert other.text.endswith("?")
            assert one.text != other.text
            assert one.notes != other.notes != ""
            # Read from the last row, on a screen of its own.
            assert max(len(one.text), len(other.text)) <= 100


def test_the_six_phases_are_six_and_the_usual_ones() -> None:
    library = Library.of([scenarios_dir()])
    assert sorted(one.id for one in library.debriefs) == list(SHIPPED)
    usual = library.debrief().in_language("en")
    assert [phase.id for phase in usual.phases] == [
        "feel",
        "happened",
        "learned",
        "real-world",
        "what-if",
        "what-next",
    ]


def test_a_trainers_own_is_found_in_a_folder_and_by_its_path(tmp_path: Path) -> None:
    path = written(tmp_path / "mine", nl=DUTCH)
    assert kind_of(path) is FileKind.DEBRIEF
    assert [one.titles for one in find_debriefs([tmp_path])] == [{"en": "Mine", "nl": "De mijne"}]
    library = Library.of([scenarios_dir(), tmp_path])
    for word in ("mine", str(path), str(path.with_name("mine.nl.yaml"))):
        setup = assemble(Choices(debrief=word, language="nl"), library)
        assert setup.template is not None
        assert (setup.template.id, setup.template.title) == ("mine", "De mijne")
        assert setup.lobby().template == setup.header("2026-03-14").template == setup.template


def test_it_holds_what_was_written_and_a_translation_lays_its_words_over_it(tmp_path: Path) -> None:
    file = read_debrief(written(tmp_path, nl=DUTCH))
    assert file.problems == ()
    assert file.template == DebriefTemplate(
        id="mine",
        title="Mine",
        phases=(
            DebriefPhase(
                id="start",
                name="Start",
                questions=(Question(text="How was it?", seconds=30), Question(text="And why?")),
            ),
            DebriefPhase(
                id="end",
                name="End",
                decks=True,
                questions=(Question(text="What next?", notes="Ask on."),),
            ),
        ),
    )
    dutch = file.in_language("nl")
    assert [q.text for q in dutch.phases[0].questions] == ["Hoe was het?", "En waarom?"]
    assert [q.seconds for q in dutch.phases[0].questions] == [30, 120]
    # What is not translated stays as it is; another language has the debrief's own words.
    assert dutch.phases[1] == file.template.phases[1]
    assert file.in_language("fr") == file.template


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (OWN.replace("format: 1", "format: 2"), "this version of the game reads format 1"),
        (OWN.replace("id: end", "id: start"), "also that of the phase on line 5"),
        (OWN.replace("seconds: 30", "seconds: soon"), "expected a whole number"),
        (OWN.replace("title: Mine\n", ""), "title"),
        (OWN.replace("How was it?", '""'), "text"),
        (OWN.replace("name: End", "nmae: End"), "name"),
        ("format: 1\nid: mine\ntitle: Mine\nphases: []\n", "1 to 12 phases"),
    ],
)
def test_what_is_wrong_is_told_with_its_place_and_sets_it_aside(
    tmp_path: Path, text: str, told: str
) -> None:
    path = written(tmp_path, text)
    problems = check_paths([tmp_path])
    assert any(told in str(problem) for problem in problems)
    assert all(problem.line >= 1 and "mine.yaml" in problem.file for problem in problems)
    assert not read_debrief(path).ready
    with pytest.raises(ContentError):
        read_debrief(path).in_language("en")
    library = Library.of([scenarios_dir(), tmp_path])
    assert any(told in str(problem) for problem in library.problems)
    with pytest.raises(SetUpError) as error:
        assemble(Choices(debrief="mine"), library)
    assert error.value.problems or "mine" in str(error.value)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (DUTCH.replace("  start:", "  strat:"), "strat"),
        (DUTCH.replace("overlay: mine", "overlay: yours"), "expected mine"),
        (DUTCH.replace("language: nl", "language: fr"), "expected nl"),
        (DUTCH.replace(", {text: En waarom?}", ""), "expected 2"),
        (DUTCH.replace("name: Begin", "decks: yes"), "only words"),
        (DUTCH.replace("overlay: mine\n", ""), "overlay"),
        ("phases: [", ""),
    ],
)
def test_a_translation_that_does_not_fit_leaves_the_debrief_in_its_own_words(
    tmp_path: Path, words: str, told: str
) -> None:
    path = written(tmp_path, nl=words)
    file = read_debrief(path)
    assert any(told in str(problem) and problem.line for problem in file.problems)
    assert file.ready
    assert file.in_language("nl").title == "Mine"


def test_what_is_not_there_is_told_with_what_is() -> None:
    with pytest.raises(LibraryError) as error:
        Library.of([scenarios_dir()]).debrief("six-phase")
    assert str(error.value) == (
        "There is no debrief 'six-phase'. Did you mean 'six-phases'? "
        "There are: 4f, orid, six-phases."
    )


def test_a_log_that_is_no_session_cannot_come_before_one(tmp_path: Path) -> None:
    (tmp_path / "x.cxsession").write_text("?")
    with pytest.raises(SetUpError, match=r"x\.cxsession is not a session of this game"):
        assemble(Choices(after=(str(tmp_path / "x.cxsession"),)), Library.of([scenarios_dir()]))
