"""The index lists the papers by name, each due under its own edition, and what is made elsewhere once."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from assembler.findings import find
from assembler.matter import Engine, Matter
from assembler.matter.index import elsewhere, papers, whose
from assembler.matter.papers import papers as beside
from assembler.merge import Row

SAMPLES = Path(__file__).parents[2] / "samples"


def listed(matter: Matter) -> Sequence[Row]:
    return papers(matter.documents, matter.deadlines.dates, lambda plan: matter.merged(plan, {}).values)


@pytest.mark.parametrize(
    ("sample", "due"),
    [
        ("bond-1996", "June 29, 2026 (with the return)"),
        ("bond", "February 22, 2027 (by the later of the filing and the due date of the return)"),
    ],
)
def test_a_bond_is_due_as_its_own_edition_says(sample: str, due: str, engine: Engine) -> None:
    rows = listed(Matter.open(SAMPLES / f"{sample}.yaml", engine))

    assert [row["due"] for row in rows if str(row["file"]).endswith("-bond.docx")] == [due]
    assert [row["title"] for row in rows] == sorted(str(row["title"]) for row in rows)
    assert [row["number"] for row in rows] == [str(number) for number in range(1, len(rows) + 1)]


def test_who_signs_is_named_with_the_office_and_where_a_name_is_open_the_office_stands_alone(engine: Engine) -> None:
    bond, open_case = (Matter.open(SAMPLES / f"{name}.yaml", engine) for name in ("bond", "incomplete"))
    signed = {row["title"]: row["signed_by"] for row in listed(bond)}

    assert signed["Bond"] == (
        "Ruth Katz-Lindqvist and Mohawk & Schoharie Surety Company (U.S. Trustee as principal, and surety)"
    )
    assert signed["QDOT Election Statement"] == (
        "Ruth Katz-Lindqvist and Ambrose Katz Sr.; Ruth Katz-Lindqvist (executor and U.S. Trustee)"
    )
    assert signed["Drafting Memorandum"] == "Not signed; for the firm"
    opened = {row["title"]: row["signed_by"] for row in listed(open_case)}
    assert "settlor and every trustee" in str(opened["Qualified Domestic Trust Agreement"]).lower()


def test_what_has_no_name_goes_by_its_place_and_never_by_its_id(engine: Engine) -> None:
    case = replace(Matter.open(SAMPLES / "bond.yaml", engine).case, assignments=())
    nameless = find(replace(case, trusts=tuple(replace(trust, name=None) for trust in case.trusts)))

    assert [whose(one) for one in nameless.trusts] == ["Trust 1"]


def test_a_paper_made_elsewhere_for_two_things_is_listed_once_with_both(engine: Engine) -> None:
    matter = Matter.open(SAMPLES / "two-annuities.yaml", engine)
    found = beside(engine.library, matter.findings, matter.documents, ()).elsewhere
    rows = elsewhere(found, engine.library.words["legends"]["package"])

    titles = [row["title"] for row in rows]
    assert len(set(titles)) == len(titles)
    (copy,) = (row for row in rows if row["title"] == "Copy of the instrument under which the transfer is made")
    assert copy["subject"] == "Armbruster-Diallo Qualified Domestic Trust and Cash to begin the trust"


def test_an_assignment_without_a_description_goes_by_the_trust_that_takes_it(engine: Engine) -> None:
    findings = Matter.open(SAMPLES / "bond.yaml", engine).findings

    assert whose(findings.assignments[0]) == findings.trusts[0].trust.name
    twice = find(replace(findings.case, assignments=findings.case.assignments * 2))
    assert [whose(one) for one in twice.assignments] == ["Assignment 1", "Assignment 2"]
