"""Documents and their report stand on disk whole, under the name they earned, or not at all."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx_text import paragraphs

from assembler.matter import Engine, Manner, Outcome, assemble, deliver

CALIFORNIA = Path(__file__).parents[2] / "samples" / "california-couple.yaml"
CLEAN, UNCHECKED = "reyes-trust-agreement.docx", "reyes-trust-agreement.unchecked.docx"
CaseFile = Callable[[Callable[[dict[str, Any]], object]], Path]


def draft(source: Path, engine: Engine, manner: Manner = Manner()) -> Outcome:  # noqa: B008
    return assemble(source, engine, manner, ["trust-agreement"])


@pytest.fixture(scope="module")
def clean(engine: Engine) -> Outcome:
    return draft(CALIFORNIA, engine)


@pytest.fixture
def unchecked(engine: Engine, case_file: CaseFile) -> Outcome:
    def leave_open(answers: dict[str, Any]) -> None:
        del answers["trusts"][0]["instrument_date"]

    return draft(case_file(leave_open), engine, Manner(is_final=True))


def listed(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_checked_document_gets_its_name_and_its_report(clean: Outcome, tmp_path: Path) -> None:
    written, problems = deliver(clean, tmp_path / "new" / "out", may_overwrite=False)

    assert problems == ()
    assert written == (tmp_path / "new" / "out" / CLEAN,)
    assert listed(tmp_path / "new" / "out") == {CLEAN, "report.json", "report.md"}


def test_a_document_with_a_problem_keeps_unchecked_in_its_name(unchecked: Outcome, tmp_path: Path) -> None:
    out = tmp_path / "out"
    written, problems = deliver(unchecked, out, may_overwrite=False)

    assert problems == ()
    assert [path.name for path in written] == [UNCHECKED]
    assert listed(out) == {UNCHECKED, "report.json", "report.md"}


def test_what_stands_there_is_not_overwritten_unless_it_may(clean: Outcome, tmp_path: Path) -> None:
    (tmp_path / CLEAN).write_bytes(b"an attorney's work")

    written, (problem,) = deliver(clean, tmp_path, may_overwrite=False)

    assert written == ()
    assert problem.where == str(tmp_path / CLEAN)
    assert "--force" in problem.fix
    assert listed(tmp_path) == {CLEAN}
    assert (tmp_path / CLEAN).read_bytes() == b"an attorney's work"

    written, problems = deliver(clean, tmp_path, may_overwrite=True)
    assert problems == ()
    assert paragraphs(written[0])


def test_an_earlier_draft_under_its_other_name_is_not_removed_unless_it_may(
    unchecked: Outcome, clean: Outcome, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / CLEAN).write_bytes(b"an attorney's work")

    written, (problem,) = deliver(unchecked, out, may_overwrite=False)
    assert written == ()
    assert problem.where == str(out / CLEAN)
    assert (out / CLEAN).read_bytes() == b"an attorney's work"

    deliver(unchecked, out, may_overwrite=True)
    assert listed(out) == {UNCHECKED, "report.json", "report.md"}
    deliver(clean, out, may_overwrite=True)
    assert listed(out) == {CLEAN, "report.json", "report.md"}


def test_a_report_that_stands_there_is_not_overwritten_either(clean: Outcome, tmp_path: Path) -> None:
    (tmp_path / "report.json").write_text("{}")

    written, (problem,) = deliver(clean, tmp_path, may_overwrite=False)

    assert written == ()
    assert problem.where == str(tmp_path / "report.json")
    assert listed(tmp_path) == {"report.json"}


def test_where_there_is_no_document_nothing_is_written(engine: Engine, tmp_path: Path) -> None:
    outcome = draft(tmp_path / "none.yaml", engine)

    assert deliver(outcome, tmp_path / "out", may_overwrite=False) == ((), ())
    assert not (tmp_path / "out").exists()


def test_a_folder_that_is_a_file_is_a_problem(clean: Outcome, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")

    written, (problem,) = deliver(clean, tmp_path / "out", may_overwrite=False)

    assert written == ()
    assert "cannot be written" in problem.what


def test_a_name_that_a_folder_has_is_a_problem_and_leaves_nothing_half_written(clean: Outcome, tmp_path: Path) -> None:
    (tmp_path / CLEAN).mkdir()

    written, (problem,) = deliver(clean, tmp_path, may_overwrite=True)

    assert written == ()
    assert "cannot be written" in problem.what
    assert listed(tmp_path) == {CLEAN}


def test_the_report_says_what_was_drafted_and_why(clean: Outcome, tmp_path: Path) -> None:
    deliver(clean, tmp_path, may_overwrite=False)
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))

    (document,) = report["documents"]
    assert document["file"] == CLEAN
    assert document["document"] == "trust-agreement"
    assert document["subject"] == "reyes"
    assert document["paper_date"] == "2026-11-16"
    assert document["edition"] == "2026"
    assert document["checked"] is True
    assert document["open_points"] == []
    assert report["problems"] == []
    assert "us-trustee-withholding" in document["requirements"]
    clauses = {clause["id"]: clause for clause in document["clauses"]}
    assert clauses["right-to-withhold"]["state"] == "in"
    assert "26 USC 2056A(a)(1)(B)" in clauses["right-to-withhold"]["authority"]
    assert clauses["principal-for-hardship"]["state"] == "out"
    assert "principal_for_hardship" in clauses["principal-for-hardship"]["because"]
    assert "in force" in clauses["def-finally-determined-1996"]["because"]
    assert clauses["def-bank-trustee"]["because"].endswith("uses the term Bank Trustee")


def test_the_report_lists_every_clause_of_the_outline(clean: Outcome, engine: Engine, tmp_path: Path) -> None:
    deliver(clean, tmp_path, may_overwrite=False)
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))

    listed = {clause["id"] for clause in report["documents"][0]["clauses"]}
    outline = engine.library.outlines["trust-agreement"]
    assert listed == {name for p in outline.parts for name in (*p.clauses, *(p.definitions or ()))}


def test_the_report_shows_each_figure_with_its_steps(clean: Outcome, tmp_path: Path) -> None:
    deliver(clean, tmp_path, may_overwrite=False)
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))

    for figure in report["figures"]:
        assert all(isinstance(step["value"], str) for step in figure["steps"])
        assert figure["authority"]
    for figure in report["figures"]:
        assert f"### {figure['name']}" in (tmp_path / "report.md").read_text(encoding="utf-8")


def test_the_report_for_a_person_has_the_open_points(unchecked: Outcome, tmp_path: Path) -> None:
    out = tmp_path / "out"
    deliver(unchecked, out, may_overwrite=False)
    text = (out / "report.md").read_text(encoding="utf-8")

    assert "NOT CHECKED: see the problems" in text
    assert "1. the date of the agreement (Cover; attorney)" in text
    assert "the date of the agreement" in text.partition("## Problems")[2]


def test_the_report_is_the_same_every_time(clean: Outcome, tmp_path: Path) -> None:
    deliver(clean, tmp_path / "one", may_overwrite=False)
    deliver(clean, tmp_path / "two", may_overwrite=False)

    for name in (CLEAN, "report.json", "report.md"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()
