"""What follows when the spouse becomes a citizen."""

from datetime import date
from decimal import Decimal

import pytest

from assembler.casefile.shape_tax import Distribution, DistributionKind
from assembler.findings import find
from findings.one_case import CASE, fact, one_case
from findings.written_case import days, distributed, left_out

GIFTS = "gift_election"


@pytest.mark.parametrize("became", ["2027-01-01", "2027-12-31"])
def test_citizenship_is_certified_by_april_15_of_the_next_year(became: str) -> None:
    assert days("citizenship_notice", spouse={"became_citizen": became}) == [date(2028, 4, 18)]


def test_no_citizenship_is_certified_for_a_trust_that_is_over_or_was_never_needed() -> None:
    name = "citizenship_notice"

    assert days(name, spouse={"became_citizen": "2027-07-01", "died": "2027-06-30"}) == []
    assert days(name, spouse={"became_citizen": "2027-06-30", "died": "2027-06-30"}) == [date(2028, 4, 18)]
    assert days(name, spouse={"became_citizen": "2026-02-11"}) == []  # not after the death, and refused as a fact
    before_return = {"became_citizen": "2026-10-01", "resident_throughout": True}
    assert days(name, spouse=before_return) == []


@pytest.mark.parametrize(
    ("resident", "kind", "expected"),
    [
        (False, "principal", [date(2028, 4, 18)]),
        (True, "principal", []),
        (False, "income", []),
        (None, "principal", []),
    ],
)
def test_the_gift_election_is_for_a_spouse_who_was_taxed_and_not_resident_throughout(
    resident: bool | None, kind: str, expected: list[date]
) -> None:
    answers = {
        **distributed(("2027-06-29", kind)),
        "spouse": {"became_citizen": "2027-06-30", "resident_throughout": resident},
    }

    assert days(GIFTS, **answers) == expected
    assert (f"{GIFTS}: spouse.resident_throughout" in left_out(**answers)) is (resident is None)


def test_the_gift_election_waits_for_the_distributions() -> None:
    spouse = {"became_citizen": "2027-06-30", "resident_throughout": False}

    assert f"{GIFTS}: distributions" in left_out(spouse=spouse)


def test_a_distribution_on_the_day_of_citizenship_was_not_before_it() -> None:
    answers = {
        **distributed(("2027-06-30", "principal")),
        "spouse": {"became_citizen": "2027-06-30", "resident_throughout": False},
    }

    assert days(GIFTS, **answers) == []


CITIZEN = date(2028, 7, 4)


def paid(on: date | None, kind: DistributionKind | None = DistributionKind.PRINCIPAL) -> tuple[Distribution, ...]:
    return (Distribution(made=on, kind=kind, amount=Decimal(9_000)),)


@pytest.mark.parametrize(
    ("throughout", "distributions", "name"),
    [
        (True, paid(date(2027, 1, 4)), "citizenship_resident_throughout"),
        (False, (), "citizenship_never_taxed"),
        (False, paid(date(2027, 1, 4), DistributionKind.HARDSHIP), "citizenship_never_taxed"),
        (False, paid(CITIZEN), "citizenship_never_taxed"),
        (False, paid(date(2028, 7, 3)), "citizenship_election_needed"),
    ],
)
def test_one_of_three_rules_ends_the_tax_with_naturalization(
    throughout: bool, distributions: tuple[Distribution, ...], name: str
) -> None:
    spouse = {"became_citizen": CITIZEN, "resident_throughout": throughout}
    found = find(one_case(spouse=spouse, trust={"distributions": distributions})).trusts[0]
    names = {"citizenship_resident_throughout", "citizenship_never_taxed", "citizenship_election_needed"}

    assert {one for one in names if found[one]} == {name}


def test_without_naturalization_none_of_the_three_is_so_and_without_answers_none_is_known() -> None:
    assert fact("citizenship_election_needed", CASE) is False
    unknown = one_case(spouse={"became_citizen": CITIZEN, "resident_throughout": False})
    assert fact("citizenship_election_needed", unknown) is None
    assert fact("citizenship_never_taxed", unknown) is None
