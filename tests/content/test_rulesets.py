"""Rulesets in YAML."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from game.content import ContentError, Problem, RulesetFile, load_ruleset, read_ruleset
from game.content.rulesets import RULES
from game.rules.cards import Judging
from game.rules.ruleset import BOUNDS, Preset, Rules, Turns
from tests.content.author import MARK, marked, whole

HEAD = {
    "format": "format: 1",
    "id": "id: house",
    "title": "title: House",
    "presets": "presets: [{id: taster, name: Taster, names: {nl: Proeverij}, minutes: 15, "
    "brief: 1, debrief: 5}]",
}


def ruleset(folder: Path, text: str) -> RulesetFile:
    path = folder / "house.yaml"
    path.write_text(whole(text, HEAD).replace(MARK, ""), "utf-8")
    return read_ruleset(path)


def rules_of(folder: Path, lines: str) -> Rules:
    file = ruleset(folder, f"rules: {{{lines}}}")
    assert file.problems == ()
    return file.in_language("en").rules


def only(folder: Path, text: str) -> Problem:
    (problem,) = ruleset(folder, text).problems
    _, line, column = marked(whole(text, HEAD))
    assert (problem.line, problem.column) == (line, column)
    return problem


def test_what_is_left_out_is_the_rulebooks(tmp_path: Path) -> None:
    assert ruleset(tmp_path, "").in_language("en").rules == Rules()
    assert rules_of(tmp_path, "") == Rules()


def test_every_house_rule_has_a_field() -> None:
    there = {rule.name for rule in fields(Rules)} - {"lockout_ms"} | {"lockout_seconds"}
    assert RULES.fields.keys() == there


def test_rules_by_name(tmp_path: Path) -> None:
    assert rules_of(
        tmp_path,
        "die: 8, turns: together, judge: peers, floor_at_zero: no, "
        "bell_wrong: -2, discuss_seconds: 0, hide_scores: true",
    ) == Rules(
        die=8,
        turns=Turns.TOGETHER,
        judge=Judging.PEERS,
        floor_at_zero=False,
        bell_wrong=-2,
        discuss_seconds=0,
        hide_scores=True,
    )


def test_a_die_may_step(tmp_path: Path) -> None:
    assert rules_of(tmp_path, "die: step").die == 1


@pytest.mark.parametrize(("text", "milliseconds"), [("2", 2000), ("0.25", 250), ("0", 0)])
def test_the_lock_out_is_written_in_seconds(tmp_path: Path, text: str, milliseconds: int) -> None:
    assert rules_of(tmp_path, f"lockout_seconds: {text}").lockout_ms == milliseconds


@pytest.mark.parametrize("name", sorted(BOUNDS.keys() - {"lockout_ms", "die"}))
def test_a_rule_keeps_its_bounds(tmp_path: Path, name: str) -> None:
    low, high = BOUNDS[name]
    for value in (low, high):
        assert getattr(rules_of(tmp_path, f"{name}: {value}"), name) == value
    for value in (low - 1, high + 1):
        problem = only(tmp_path, f"rules: {{{name}: {MARK}{value}}}")
        assert problem.path == "rules"
        assert f'{name} is "{value}"; expected a whole number from ' in problem.text


MISTAKES = [
    ("rules: {die: «1}", 'die is "1"; expected a whole number from 2 to 20, or step', ""),
    ("rules: {die: «stap}", 'die is "stap"; expected a whole number from 2 to 20, or step', ""),
    (
        "rules: {lockout_seconds: «11}",
        'lockout_seconds is "11"; expected a number from 0 to 10',
        "",
    ),
    ("rules: {«lockout_ms: 200}", '"lockout_ms" is no field of a ruleset', "write lockout_seconds"),
    ("rules: {«dice: 6}", '"dice" is no field of a ruleset', 'did you mean "die"?'),
    (
        "rules: {turns: «together-now}",
        'turns is "together-now"; expected one_by_one or together',
        'did you mean "together"?',
    ),
    ("rules: {winning: «maybe}", 'winning is "maybe"; expected yes or no', ""),
    (
        "rules: «[]",
        "rules is a list with nothing in it; expected fields such as turns, die, start_bonus",
        "",
    ),
    ("presets: «[]", "presets has 0 entries; expected 1 to 20 presets", ""),
    (
        "presets: [{id: a, name: A, minutes: «10, brief: 4, debrief: 4}]",
        "minutes is 10, of which "
        "brief and debrief leave 2 for play; expected time for one card at least",
        "",
    ),
    (
        "presets: [{id: a, name: A, minutes: «10, brief: 20, debrief: 4}]",
        "minutes is 10, of which "
        "brief and debrief leave 0 for play; expected time for one card at least",
        "",
    ),
    (
        "presets: [«{id: a, name: A, minutes: 30, brief: 4}]",
        "debrief is missing; expected a whole number from 0 to 240",
        "",
    ),
    (
        "presets:\n  - {id: a, name: A, minutes: 30, brief: 4, debrief: 9}\n  - {id: «a, name: B, "
        "minutes: 30, brief: 4, debrief: 9}",
        "the id is also that of the preset on line 5",
        "give one of them another id",
    ),
    (
        "format: «2",
        "format is 2, and this version of the game reads format 1",
        "a newer version of the game can open this file",
    ),
]


@pytest.mark.parametrize(("text", "said", "hint"), MISTAKES)
def test_a_mistake_sets_the_ruleset_aside(tmp_path: Path, text: str, said: str, hint: str) -> None:
    problem = only(tmp_path, text)
    assert (problem.text, problem.hint) == (said, hint)
    file = ruleset(tmp_path, text)
    assert not file.ready
    with pytest.raises(ContentError):
        load_ruleset(file.path, "en")


def test_presets_and_their_names(tmp_path: Path) -> None:
    file = ruleset(
        tmp_path,
        'titles: {nl: Huis}\npresets: [{id: "60", name: An hour, '
        "names: {nl: Een uur}, minutes: 60, brief: 4, debrief: 20, turn_seconds: 100, "
        "together_seconds: 150, discuss_seconds: 45}]",
    )
    dutch = load_ruleset(file.path, "nl")
    assert dutch.title == "Huis"
    assert dutch.presets == (
        Preset(
            id="60",
            name="Een uur",
            minutes=60,
            brief=4,
            debrief=20,
            turn_seconds=100,
            together_seconds=150,
            discuss_seconds=45,
        ),
    )
    assert file.in_language("en").presets[0].name == "An hour"
    assert file.in_language("fr").title == "House"


def test_a_shorter_card_makes_a_shorter_preset_possible(tmp_path: Path) -> None:
    text = "presets: [{id: a, name: A, minutes: 10, brief: 4, debrief: 4, together_seconds: 120}]"
    assert ruleset(tmp_path, text).ready


def test_the_language_of_its_own_titles_may_be_said(tmp_path: Path) -> None:
    assert ruleset(tmp_path, "language: nl\ntitle: Huis\ntitles: {en: House}").titles == {
        "nl": "Huis",
        "en": "House",
    }
