"""The worksheet lists every figure with its steps, and what is unconfirmed."""

from trust_fields import CASE, rows

from assembler.findings import find
from assembler.findings.figure import SubjectFigure

FIGURE = find(CASE).figures.figures[0].figure


def test_each_trust_has_its_figures_with_their_arithmetic() -> None:
    (worksheet,) = rows("worksheets")
    lines = worksheet["lines"]

    assert worksheet["subject"] == "share"
    assert isinstance(lines, list)
    assert len([line for line in lines if line["name"]]) == len(find(CASE).figures.figures)
    assert lines[0]["name"] == "Threshold value"
    assert lines[0]["result"] == "$6,420,000.00"
    assert lines[0]["law"].startswith("26 CFR 20.2056A-2(d)(1)(i); ")
    assert {
        "name": "",
        "result": "",
        "text": "Threshold value, more than $2,000,000",
        "value": "$6,420,000.00",
        "law": "26 CFR 20.2056A-2(d)(1)(i)",
    } in lines


def test_what_befell_a_trust_is_told_with_the_figure_and_not_of_another_trust() -> None:
    of_day = SubjectFigure("Katz: QDOT: distribution of 2026-09-15", FIGURE)

    assert of_day.parts == ("Katz: QDOT", "distribution of 2026-09-15")
    assert SubjectFigure("Katz: QDOT", FIGURE).parts == ("Katz: QDOT", "")


def test_a_note_names_the_answer_that_a_figure_waits_for_in_words() -> None:
    notes = [str(row["text"]) for row in rows("notes")]

    assert len(notes) == len(find(CASE).figures.notes)
    assert not [note for note in notes if note.endswith((".taxable_estate", ".distributions"))]
