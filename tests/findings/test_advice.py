"""What is so of the case as a whole, and matters to the advice on it."""

import pytest

from assembler.casefile import shape
from assembler.casefile.shape_assignments import Issue, Protective
from findings.one_case import fact, one_case
from findings.one_item import assigned, item


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (shape.Status.CITIZEN_DOMICILED_US, False),
        (shape.Status.RESIDENT_NONCITIZEN, False),
        (shape.Status.CITIZEN_DOMICILED_ABROAD, True),
        (shape.Status.NONRESIDENT_NONCITIZEN, True),
        (None, None),
    ],
)
def test_the_international_addressee_is_for_who_died_domiciled_abroad(
    status: shape.Status | None, expected: bool | None
) -> None:
    assert fact("international_addressee", one_case(decedent={"status": status})) is expected


@pytest.mark.parametrize(
    ("protective", "expected"),
    [
        (Protective(issue=Issue.INCLUSION), True),
        (Protective(basis="Whether the house at Évora was his."), True),
        (Protective(), False),
    ],
)
def test_a_trust_is_protective_where_a_doubt_is_stated_of_all_that_it_takes(
    protective: Protective, expected: bool
) -> None:
    assert item(assigned(protective=protective))["protective_only"] is expected
