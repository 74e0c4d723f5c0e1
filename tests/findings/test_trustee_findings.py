"""Whether an office among the trustees is filled rests on the very answer that would decide it."""

from dataclasses import replace

import pytest

from assembler.casefile.shape import Case, Spouse, Trust, Trustee, TrusteeKind
from assembler.findings import find

CITIZEN = Trustee(
    name="Ana", kind=TrusteeKind.INDIVIDUAL, is_us_trustee=True, is_us_citizen=True, tax_home="Reno, Nevada"
)
BANK = Trustee(name="Bank", kind=TrusteeKind.BANK, is_us_trustee=True, is_section_581_bank=True, organized_under="NV")


def rests_on(fact: str, *trustees: Trustee) -> tuple[str, ...]:
    found = find(Case(spouse=Spouse(name="José"), trusts=(Trust(id="a", trustees=trustees),))).trusts[0].fact(fact)
    assert found.value is None
    return tuple(path.removeprefix("trusts[a].") for path in found.rests_on)


@pytest.mark.parametrize(
    ("trustee", "answer", "fact"),
    [
        (CITIZEN, "is_us_trustee", "has_individual_us_trustee"),
        (CITIZEN, "kind", "has_individual_us_trustee"),
        (CITIZEN, "is_us_citizen", "has_qualified_us_trustee"),
        (CITIZEN, "tax_home", "has_qualified_us_trustee"),
        (CITIZEN, "name", "spouse_is_trustee"),
        (BANK, "is_section_581_bank", "has_bank_trustee"),
        (BANK, "is_us_trustee", "has_corporate_us_trustee"),
        (BANK, "kind", "us_branch_trustee"),
    ],
)
def test_an_unknown_fact_rests_on_the_answer_that_is_missing(trustee: Trustee, answer: str, fact: str) -> None:
    assert rests_on(fact, replace(trustee, **{answer: None})) == (f"trustees[0].{answer}",)


def test_a_tax_home_whose_place_does_not_tell_asks_where_it_is() -> None:
    assert rests_on("has_qualified_us_trustee", replace(CITIZEN, tax_home="Tbilisi, Georgia")) == (
        "trustees[0].tax_home_in_us",
    )


def test_every_trustee_of_whom_it_is_unknown_is_named() -> None:
    two = (replace(CITIZEN, is_us_trustee=None), replace(CITIZEN, kind=None))

    assert rests_on("has_individual_us_trustee", *two) == ("trustees[0].is_us_trustee", "trustees[1].kind")
