"""`qdot new` and `qdot schema`: a case begins, in a terminal and without one."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import ROOT, qdot
from jsonschema import Draft202012Validator

from assembler import casefile

ANSWERS = {
    "as_of": "2026-11-21",
    "decedent.name": "Søren O'Neill-Ångström",
    "decedent.status": "citizen-domiciled-us",
    "spouse.name": "李 & Sons #2",
    "spouse.is_us_citizen": "false",
    "trusts[0].source": "lifetime-agreement",
    "trusts[0].security.permitted": "bank-trustee, bond",
}


def test_the_schema_is_a_json_schema_and_nothing_else() -> None:
    result = qdot("schema")

    schema = json.loads(result.stdout)
    Draft202012Validator.check_schema(schema)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "trusts" in schema["properties"]


def test_without_a_terminal_a_case_file_begins_with_every_question_open(tmp_path: Path) -> None:
    case = tmp_path / "case.yaml"

    result = qdot("new", case)

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == f"{case}: answer its questions, then run `qdot check {case}`.\n"
    assert case.read_text(encoding="utf-8") == casefile.starter({})
    assert f"{case}:7: as_of: `as_of` is not answered." in qdot("check", case).stderr


def test_a_file_that_stands_is_left_as_it_is(tmp_path: Path) -> None:
    case = tmp_path / "case.yaml"
    case.write_text("mine", encoding="utf-8")

    result = qdot("new", case)

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        f"{case}: the file is there already.\n  fix: choose another name, or edit the file that is there.\n"
    )
    assert case.read_text(encoding="utf-8") == "mine"


def test_a_folder_is_a_wrong_call_and_a_folder_that_there_is_not_a_problem(tmp_path: Path) -> None:
    wrong, missing = qdot("new", tmp_path), qdot("new", tmp_path / "nowhere" / "case.yaml")

    assert (wrong.exit_code, missing.exit_code) == (2, 1)
    assert "nowhere/case.yaml: it cannot be written (No such file or directory).\n  fix: " in missing.stderr


def in_a_terminal(folder: Path, typed: str) -> tuple[int, str]:
    """Run `qdot new case.yaml` in a terminal of its own, with what is typed there."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", "from assembler.cli import main; main(prog_name='qdot')", "new", "case.yaml"]
    environ = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, cwd=folder, env=environ) as running:
        os.close(theirs)
        os.write(ours, typed.encode())
        shown = b""
        try:
            while some := os.read(ours, 4096):
                shown += some
        except OSError:  # how Linux says that the other end was closed
            pass
        code = running.wait(timeout=60)
    os.close(ours)
    return code, shown.decode()


def typed_in_order(answers: dict[str, str]) -> str:
    return "".join(f"{answers.get(question.path, '')}\n" for question in casefile.QUESTIONS)


@pytest.fixture(scope="module")
def interview(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int, str]:
    folder = tmp_path_factory.mktemp("interview")
    # no date; then a day that there is not; then the answers
    code, shown = in_a_terminal(folder, "\n2026-02-30\n" + typed_in_order(ANSWERS))
    return folder / "case.yaml", code, shown


def test_in_a_terminal_the_answers_go_into_the_case_file(interview: tuple[Path, int, str]) -> None:
    path, code, _ = interview

    assert code == 0
    assert path.read_text(encoding="utf-8") == casefile.starter(ANSWERS)


def test_in_a_terminal_an_answer_that_will_not_do_is_asked_again(interview: tuple[Path, int, str]) -> None:
    _, _, shown = interview

    assert "this one is needed." in shown
    assert "there is no day `2026-02-30`." in shown
    assert "[power-of-appointment | qtip | charitable-remainder | estate-trust | none-required]" in shown
    assert "Traceback" not in shown


def test_what_was_answered_in_a_terminal_is_a_case_that_drafts(
    interview: tuple[Path, int, str], tmp_path: Path
) -> None:
    path, _, _ = interview

    assert qdot("check", path).exit_code == 0
    result = qdot("draft", path, "trust-agreement", "-o", tmp_path / "out")
    assert (result.exit_code, result.stderr) == (0, "")


def test_who_leaves_the_interview_leaves_no_file(tmp_path: Path) -> None:
    end_of_input = "\x04"

    code, shown = in_a_terminal(tmp_path, f"2026-11-21\n{end_of_input}")

    assert code == 1
    assert "Aborted!" in shown
    assert list(tmp_path.iterdir()) == []
