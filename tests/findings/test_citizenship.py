"""What follows when the spouse becomes a citizen."""

from datetime import date

import pytest

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
