"""The index lists the papers by name, each due under its own edition, and what is made elsewhere once."""

from dataclasses import replace
from pathlib import Path

import pytest

from assembler.findings import find
from assembler.matter import Engine, Matter
from assembler.matter.index import elsewhere, papers, whose
from assembler.matter.papers import papers as beside

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.mark.parametrize(
    ("sample", "due"),
    [("bond-1996", "With the return"), ("bond", "By the later of the filing and the due date of the return")],
)
def test_a_bond_is_due_as_its_own_edition_says(sample: str, due: str, engine: Engine) -> None:
    rows = papers(Matter.open(SAMPLES / f"{sample}.yaml", engine).documents)

    assert [row["due"] for row in rows if str(row["file"]).endswith("-bond.docx")] == [due]
    assert [row["title"] for row in rows] == sorted(str(row["title"]) for row in rows)
    assert [row["number"] for row in rows] == [str(number) for number in range(1, len(rows) + 1)]


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
    assert [whose(one) for one in twice.assignments] == ["residue", "residue"]
