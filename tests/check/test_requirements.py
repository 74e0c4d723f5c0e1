"""What the law requires is said in the clauses that claim it, and the names are those of the case."""

# ruff: noqa: E501 - one fault, one line

from dataclasses import replace

import pytest

from assembler.check import check
from assembler.check.requirements import answers_probe, plain
from check.planted_faults import MAIN, Fault, found, planted, reports
from check.small_docx import EXPECTED, Requirement, document, package, run


@planted(
    ("a probe is not in the text", MAIN, "at most 35 percent", "at most 135 percent", "foreign-limit is claimed, but “35 percent”"),
)  # fmt: skip
def test_a_requirement_of_which_a_probe_is_missing_is_found(fault: Fault) -> None:
    assert fault.said in found(fault)


def test_a_requirement_that_no_clause_claims_is_found_with_its_law() -> None:
    requirement = Requirement("records", "26 CFR 20.2056A-2(d)(1)", "the trust keeps its records", ("records",))
    found = check(package(), replace(EXPECTED, requirements=(requirement,)), "draft.docx")
    assert [problem.law for problem in found] == [requirement.cite]
    assert found[0].what == "no clause discharges records: the trust keeps its records"


def test_a_claim_by_a_clause_that_is_not_in_the_file_does_not_count() -> None:
    expected = replace(EXPECTED, discharged_by={**EXPECTED.discharged_by, "foreign-limit": ("gone",)})
    assert "no clause discharges foreign-limit" in str(check(package(), expected, "draft.docx")[0])


def test_a_probe_is_not_pieced_together_of_two_clauses() -> None:
    requirement = Requirement("joint", "26 CFR 1", "x", ("this agreement. terms",))
    expected = replace(EXPECTED, requirements=(requirement,), discharged_by={"joint": ("recital-plan", "definitions")})
    assert [problem.law for problem in check(package(), expected, "draft.docx")] == ["26 CFR 1"]


@pytest.mark.parametrize(
    ("words", "probe", "held"),
    [
        ("the Right  to\nWITHHOLD the tax", "right to withhold", True),
        ("the right to withholding", "right to withhold", False),
        ("the Spouse's domicile", "spouse’s domicile", True),
        ("a domestic corporation", "individual citizen | domestic corporation", True),
        ("a foreign corporation", "individual citizen | domestic corporation", False),
        ("at most 35 percent", "35 percent", True),
        ("at most 135 percent", "35 percent", False),
        ("at most 0.35 percent", "35 percent", False),
        ("more than $2,000,000.", "$2,000,000", True),
        ("more than $2,000,000.00", "$2,000,000", True),
        ("more than $2,000,000.50", "$2,000,000", False),
        ("more than $12,000,000", "2,000,000", False),
        ("more than $2,000,000", "2,000", False),
        ("more than $2,000,000", "$2,000,000 or more", False),
        ("within 60 days, 600 days", "60 days", True),
        ("within 600 days", "60 day", False),
        ("section 2056A(a)(1)(B)", "2056a(a)(1)", True),
        ("anything", "", False),
    ],
)
def test_a_probe_is_found_as_whole_words(words: str, probe: str, held: bool) -> None:
    assert answers_probe(plain(words), probe) is held


@planted(
    ("a name loses an accent", MAIN, "María José", "Maria José", "the name “María José Ferreira d'Ávila” appears only changed"),
    ("a name's apostrophe is bent", MAIN, "d'Ávila", "d’Ávila", "appears only changed"),
    ("a name is not there", MAIN, "Müller &amp; Søn Bank", "Some Bank", "the name “Müller & Søn Bank, N.A.” does not appear"),
)  # fmt: skip
def test_a_name_that_is_not_that_of_the_case_is_found(fault: Fault) -> None:
    assert fault.said in found(fault)


@pytest.mark.parametrize(("name", "printed"), [("Ann Lee", "Ann\u00a0Lee"), ("Ann\u00a0Lee", "Ann Lee")])
def test_a_no_break_space_in_a_name_is_a_blank(name: str, printed: str) -> None:
    data = package(document=document(f"<w:p>{run(printed)}</w:p>"))
    assert "the name" not in reports(data, replace(EXPECTED, names=(name,)))


@pytest.mark.parametrize("name", ["محمد بن راشد", "山田 花子", "Søn & Co.", "Zoe\u0301 Li", "Ann-Mary O’Neil III"])
def test_a_name_split_over_runs_is_found(name: str) -> None:
    data = package(document=document(f"<w:p>{''.join(map(run, name))}</w:p>"))
    assert "the name" not in reports(data, replace(EXPECTED, names=(name,)))


@pytest.mark.parametrize("name", ["Ann Lee", "Zoé Li"])
def test_a_name_inside_a_longer_one_or_composed_otherwise_is_not(name: str) -> None:
    words = run("Joann Leeson and Zoe\u0301 Li")
    data = package(document=document(f"<w:p>{words}</w:p>"))
    assert "the name" in reports(data, replace(EXPECTED, names=(name,)))
