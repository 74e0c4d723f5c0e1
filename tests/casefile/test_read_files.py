"""Whatever a file holds, reading it gives a case or problems, and never an exception."""

import json
import os
from pathlib import Path

import pytest
from small_case import HEAD, the_problem

from assembler.casefile import nodes, read
from assembler.casefile.nodes import compose
from assembler.casefile.source import LARGEST, bytes_of
from assembler.nesting import PureParser
from assembler.problem import Problem

WHOLE = Path(__file__).with_name("whole-case.yaml")


def problem_of(data: bytes) -> Problem:
    found = read(data, "a.yaml")
    assert found.case is None
    (problem,) = found.problems
    return problem


def test_a_missing_file_is_a_problem(tmp_path: Path) -> None:
    (problem,) = read(tmp_path / "none.yaml", "none.yaml").problems

    assert str(problem) == (
        "none.yaml: there is no such file.\n  fix: check the name; `qdot new FILE` begins a case file."
    )


def test_a_folder_is_a_problem(tmp_path: Path) -> None:
    assert read(tmp_path).problems[0].what == "this is a folder."


def test_a_name_that_no_file_can_have_is_a_problem() -> None:
    assert read("a\0b").problems[0].what == "there is no such file."


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read every file")
def test_a_file_that_may_not_be_read_is_a_problem(tmp_path: Path) -> None:
    file = tmp_path / "case.yaml"
    file.write_text(HEAD)
    file.chmod(0)

    assert read(file).problems[0].what == "the file may not be read."


def test_of_ten_megabytes_no_more_is_read_than_shows_that_they_are_too_many(tmp_path: Path) -> None:
    file = tmp_path / "case.yaml"
    file.write_bytes(b"a: b\n" * 2_000_000)

    data = bytes_of(file, "case.yaml")

    assert isinstance(data, bytes)
    assert len(data) == LARGEST + 1
    assert read(file).problems[0].what == "the file is larger than 2 MiB, which no case is."


def test_two_mebibytes_are_read() -> None:
    data = HEAD.encode()

    assert read(data + b"#" * (2 * 1024 * 1024 - len(data))).problems == ()
    assert "larger" in problem_of(data + b"#" * (2 * 1024 * 1024 - len(data) + 1)).what


def test_latin_1_is_answered_with_its_line() -> None:
    problem = problem_of(HEAD.encode() + "spouse: {name: José}".encode("latin-1"))

    assert problem.where == "a.yaml:3"
    assert problem.what == "the byte 0xE9 is not UTF-8."
    assert problem.fix == "save the file as UTF-8."


def test_utf_16_is_answered_with_utf_8() -> None:
    assert problem_of(HEAD.encode("utf-16")).fix == "save the file as UTF-8."
    assert problem_of(HEAD.encode("utf-16-le")).fix == "save the file as UTF-8."


def test_a_word_document_is_not_a_case() -> None:
    assert "Word document" in problem_of(b"PK\x03\x04....").what


def test_a_byte_order_mark_is_accepted() -> None:
    assert read(b"\xef\xbb\xbf" + HEAD.encode()).problems == ()


def test_line_ends_of_every_system_are_accepted() -> None:
    text = HEAD + "spouse:\n  name: Ana\n"

    for end in ("\r\n", "\r"):
        found = read(text.replace("\n", end).encode())
        assert found.problems == ()
        assert found.lines["spouse.name"] == 4


@pytest.mark.parametrize("data", [b"", b"\n\n", b"# nothing\n", b"---\n", b"~"])
def test_an_empty_file_is_told_so(data: bytes) -> None:
    problem = problem_of(data)

    assert "empty" in problem.what or "not a set of answers" in problem.what


@pytest.mark.parametrize("data", [b"- a\n- b\n", b"hello", b"[]", b'"format: 1"'])
def test_what_is_not_a_set_of_answers_is_told_so(data: bytes) -> None:
    assert problem_of(data).what == "the file is not a set of answers."


def test_a_second_document_is_refused_at_its_line() -> None:
    problem = problem_of(HEAD.encode() + b"---\nformat: 1\n")

    assert problem.where == "a.yaml:3"
    assert problem.what == "a second document begins here."


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[" * 1_000_000, id="brackets"),
        pytest.param("a: " + "[" * 50_000 + "]" * 50_000, id="brackets that are closed"),
        pytest.param("{" * 1_000_000, id="braces"),
        pytest.param("[\n" * 900_000, id="brackets on lines of their own"),
        pytest.param("- " * 900_000, id="hyphens"),
        pytest.param("? " * 900_000, id="question marks"),
        pytest.param("{a: " * 21, id="one brace too many"),
        pytest.param("\n".join(" " * n + "a:" for n in range(30)), id="indents"),
    ],
)
def test_nesting_without_end_is_refused(text: str) -> None:
    assert problem_of(text.encode()).what == "the answers are nested more than 20 levels deep."


def test_a_billion_laughs_are_not_laughed() -> None:
    laughs = "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9) if n else 'ha'}]\n" for n in range(9))

    found = read((HEAD + laughs + "trusts: *l8\n").encode())

    assert found.problems[-1].where == "case.yaml:12: trusts"
    assert "YAML alias" in found.problems[-1].what


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("spouse:\n\tname: Ana\n", 4, "a tab stands where YAML wants spaces."),
        ("spouse:\n  name: Ana: Lee\n", 4, "a second colon stands in this answer, or the indent is off."),
        ('spouse:\n  name: "Ana\n  born: 1961-04-02\n', 4, "a quotation mark is opened here and never closed."),
        ("spouse: {name: Ana\n", 3, "a brace is opened here and not closed, or a comma is missing."),
        ("trusts: [{id: a}\n", 3, "a bracket is opened here and not closed, or a comma is missing."),
        ("spouse:\n  name: @ana\n", 4, "an answer cannot begin with this character."),
        ('spouse:\n  name: "Ana" Lee\n', 4, "the line does not fit with the lines around it."),
        ('spouse:\n  name: "C:\\qdot"\n', 4, "a backslash in double quotes begins an escape that does not exist."),
        ('spouse:\n  name: "\\ud83d\\ude00"\n', 4, "a \\u escape here names half a character."),
        ("spouse:\n  name: *\n", 4, "an asterisk is read as a YAML alias."),
        ("spouse:\n  name: & Sons\n", 4, "an ampersand is read as a YAML anchor."),
    ],
)
def test_what_is_not_yaml_is_told_in_plain_words(text: str, line: int, what: str) -> None:
    problem = the_problem(text)

    assert problem.where == f"case.yaml:{line}"
    assert problem.what == what


def test_characters_that_no_paper_may_hold_are_found_as_they_stand() -> None:
    text = "spouse:\n  name: Ana\u202e\n  address: a\x1bb\n# \x07\ndecedent: {nmae: x}\n"
    found = read((HEAD + text).encode())

    assert [problem.where for problem in found.problems] == [
        "case.yaml:4: spouse.name",
        "case.yaml:5: spouse.address",
        "case.yaml:6",
        "case.yaml:7: decedent.nmae",
    ]
    assert "U+202E" in found.problems[0].what
    assert "U+001B" in found.problems[1].what
    assert "U+0007" in found.problems[2].what


def test_the_line_ends_of_unicode_do_not_move_the_lines() -> None:
    found = read((HEAD + "spouse:\n  name: a\u2028b\n  born: x\n").encode())

    assert [problem.where for problem in found.problems] == ["case.yaml:4: spouse.name", "case.yaml:5: spouse.born"]


def test_json_is_read_with_tabs_and_escaped_pairs() -> None:
    case = {"format": 1, "as_of": "2026-11-21", "spouse": {"name": "𠮷田 \\ud83d \t".strip(), "is_us_citizen": False}}

    for indent in (None, 2, "\t"):
        found = read(json.dumps(case, indent=indent).encode())
        assert found.problems == ()
        assert found.case is not None
        assert found.case.spouse.name == "𠮷田 \\ud83d"


def test_half_a_pair_in_json_is_refused() -> None:
    text = '{"format": 1, "as_of": "2026-11-21",\n "spouse": {"name": "\\ud842"}}'

    assert problem_of(text.encode()).where == "a.yaml:2"


def test_the_parser_in_python_reads_the_same_nodes() -> None:
    text = WHOLE.read_text(encoding="utf-8")

    assert compose(text, PureParser) == compose(text)


def test_a_machine_without_the_c_library_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = read(WHOLE)
    monkeypatch.setattr(nodes, "PARSER", PureParser)

    assert read(WHOLE) == expected
    assert read(b'{\t"format": 1,\n\t"as_of": "2026-11-21"}').problems == ()
    assert the_problem('spouse: {name: "\\ud83d"}').where == "case.yaml:3: spouse.name"
    assert the_problem("spouse:\n\tname: Ana\n").what == "a tab stands where YAML wants spaces."
