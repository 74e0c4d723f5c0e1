"""The report says what was drafted and why, for a machine and for a person."""

import json
from pathlib import Path

from assembler.matter import Engine, Outcome, deliver

CLEAN, UNCHECKED = "reyes-trust-agreement.docx", "reyes-trust-agreement.unchecked.docx"


def test_the_report_says_what_was_drafted_and_why(california: Outcome, tmp_path: Path) -> None:
    deliver(california, tmp_path, may_overwrite=False)
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


def test_the_report_lists_every_clause_of_the_outline(california: Outcome, engine: Engine, tmp_path: Path) -> None:
    deliver(california, tmp_path, may_overwrite=False)
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))

    listed = {clause["id"] for clause in report["documents"][0]["clauses"]}
    outline = engine.library.outlines["trust-agreement"]
    assert listed == {name for p in outline.parts for name in (*p.clauses, *(p.definitions or ()))}


def test_the_report_shows_each_figure_with_its_steps(california: Outcome, tmp_path: Path) -> None:
    deliver(california, tmp_path, may_overwrite=False)
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
    assert "1. the date of the governing instrument (Cover; attorney)" in text
    assert "its words were changed" in text.partition("## Problems")[2]


def test_the_report_is_the_same_every_time(california: Outcome, tmp_path: Path) -> None:
    deliver(california, tmp_path / "one", may_overwrite=False)
    deliver(california, tmp_path / "two", may_overwrite=False)

    for name in (CLEAN, "report.json", "report.md"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()
