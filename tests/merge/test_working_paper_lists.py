"""The worksheet lists every figure with its steps, and what is unconfirmed."""

from trust_fields import CASE, rows

from assembler.findings import find


def test_each_figure_is_listed_with_its_arithmetic() -> None:
    listed = {row["name"]: row for row in rows("figures")}
    threshold = listed["Threshold value"]

    assert len(rows("figures")) == len(find(CASE).figures.figures)
    assert (threshold["subject"], threshold["value"]) == ("share", "$6,420,000.00")
    assert str(threshold["law"]).startswith("26 CFR 20.2056A-2(d)(1)(i); ")
    assert isinstance(threshold["steps"], list)
    assert threshold["steps"][-1] == {
        "text": "threshold value, more than $2,000,000",
        "value": "$6,420,000.00",
        "law": "26 CFR 20.2056A-2(d)(1)(i)",
    }


def test_notes_are_listed_as_they_are() -> None:
    assert [row["text"] for row in rows("notes")] == list(find(CASE).figures.notes)
