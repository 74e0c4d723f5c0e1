"""`qdot new` and `qdot schema`: a case begins, in a terminal and without one."""

import json
from pathlib import Path

from command_line import qdot
from jsonschema import Draft202012Validator
from terminal import Terminal

from assembler import casefile

FOR_EDITORS = "# yaml-language-server: $schema=.qdot-case.schema.json\n"


def test_an_editor_finds_the_schema_beside_the_case_and_a_batch_passes_it_over(tmp_path: Path) -> None:
    qdot("new", tmp_path / "case.yaml")

    line = (tmp_path / "case.yaml").read_text(encoding="utf-8").splitlines()[0]
    schema = json.loads((tmp_path / line.partition("$schema=")[2]).read_text(encoding="utf-8"))
    assert schema == json.loads(qdot("schema").stdout)
    assert "case: " in qdot("check", tmp_path).stdout
    assert "1 case, " in qdot("check", tmp_path).stdout


def test_the_schema_is_a_json_schema_and_nothing_else() -> None:
    result = qdot("schema")

    schema = json.loads(result.stdout)
    Draft202012Validator.check_schema(schema)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "trusts" in schema["properties"]


def test_without_a_terminal_a_case_file_begins_with_the_questions_that_matter(tmp_path: Path) -> None:
    case, whole = tmp_path / "case.yaml", tmp_path / "whole.yaml"

    result, every = qdot("new", case), qdot("new", whole, "--all")

    assert (result.exit_code, result.stderr, every.exit_code) == (0, "", 0)
    assert result.stdout == f"{case}: answer its questions, then run `qdot check {case}`.\n"
    assert whole.read_text(encoding="utf-8") == f"{FOR_EDITORS}{casefile.starter({})}"
    assert len(case.read_text(encoding="utf-8").splitlines()) < 150
    assert f"{case}:8: as_of: `as_of` is not answered." in qdot("check", case).stderr


def test_a_file_that_stands_is_left_as_it_is(tmp_path: Path) -> None:
    case = tmp_path / "case.yaml"
    case.write_text("mine", encoding="utf-8")

    result = qdot("new", case)

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        f"{case}: the file is there already.\n  fix: go on with it by `qdot ask {case}`, or choose another name.\n"
    )
    assert case.read_text(encoding="utf-8") == "mine"


def test_a_folder_is_a_wrong_call_and_a_folder_that_there_is_not_a_problem(tmp_path: Path) -> None:
    wrong, missing = qdot("new", tmp_path), qdot("new", tmp_path / "nowhere" / "case.yaml")

    assert (wrong.exit_code, missing.exit_code) == (2, 1)
    assert "nowhere/case.yaml: it cannot be written (No such file or directory).\n  fix: " in missing.stderr


def test_in_a_terminal_a_case_begins_and_what_is_open_stands_in_it_as_comments(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, "new", "case.yaml")
    terminal.wait()

    assert "this one is needed." in terminal.say("")
    assert "there is no day `2026-02-30`." in terminal.say("2026-02-30")
    shown = terminal.say("November 21, 2026", "", "", "", "Søren O'Neill-Ångström", "", "李 & Sons #2", "no")
    while "Is there a trust" not in shown:
        shown = terminal.say("")
    terminal.say("yes", "Ångström Trust")
    assert "1 lifetime-agreement: an agreement that the client signs in life" in terminal.say("share")
    assert terminal.say("1", "quit") == ""

    assert terminal.end() == 0
    text = (tmp_path / "case.yaml").read_text(encoding="utf-8")
    assert "  # State or country of domicile. (Ask: family.)\n  # domicile:\n" in text
    assert "disqualification" not in text
    case = casefile.read(text.encode()).case
    assert case is not None
    assert case.spouse.name == "李 & Sons #2"
    assert (case.trusts[0].id, case.trusts[0].source) == ("share", "lifetime-agreement")
    result = qdot("draft", tmp_path / "case.yaml", "trust-agreement", "-o", tmp_path / "out")
    assert (result.exit_code, result.stderr) == (0, "")


def test_who_answers_nothing_leaves_no_file(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, "new", "case.yaml")
    terminal.wait()

    assert terminal.press("d") == ""
    assert terminal.end() == 0
    assert "Nothing was answered" in terminal.shown
    assert list(tmp_path.iterdir()) == []
