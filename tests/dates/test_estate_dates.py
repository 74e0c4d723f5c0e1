"""The estate's dates run from the death and the return, and none runs while the decedent lives."""

from datetime import date
from typing import Any

import pytest
from dated_case import HOME, all_of, days, deadline, found_in, trust

RETURN, EXTENDED = "Estate tax return due", "Estate tax return due, with extension"
LAST, LONGEST = "Last day for a QDOT election", "Longest automatic extension of the estate tax return"
CITIZEN = "Naturalization that makes a QDOT unnecessary"


def names(**answers: Any) -> set[str]:
    return {one.deadline.name for one in found_in(**answers).dates}


def test_a_plan_has_no_date_and_says_why() -> None:
    found = found_in(decedent={"died": None})

    assert (found.dates, found.problems) == ((), ())
    assert found.notes == ("The decedent is living: no date has begun to run.",)


@pytest.mark.parametrize(
    ("died", "nominal", "last"),
    [
        pytest.param("2026-02-11", date(2026, 11, 11), date(2026, 11, 12), id="Veterans Day rolls"),
        pytest.param("2025-05-31", date(2026, 2, 28), date(2026, 3, 2), id="no February 31: the last day, a Saturday"),
        pytest.param("2027-05-31", date(2028, 2, 29), date(2028, 2, 29), id="the last day of a leap February"),
        pytest.param("2026-07-31", date(2027, 4, 30), date(2027, 4, 30), id="the last day of April"),
    ],
)
def test_the_return_and_the_tax_are_due_nine_months_after_death(died: str, nominal: date, last: date) -> None:
    for name in (RETURN, "Estate tax due"):
        due = deadline(name, decedent={"died": died}, as_of=died)
        assert (due.nominal, due.date) == (nominal, last)


def test_the_election_year_counts_from_the_day_before_any_roll_and_does_not_roll() -> None:
    assert days(LAST) == [date(2027, 11, 11)]  # Veterans Day
    assert deadline(LAST).rolls is False
    assert deadline("QDOT election on a timely return").date == date(2026, 11, 12)


def test_an_extension_granted_moves_the_return_and_the_election_but_not_the_tax() -> None:
    extended = {"extended_to": "2027-05-11"}

    assert days(EXTENDED, return_=extended) == [date(2027, 5, 11)]
    assert days(RETURN, return_=extended) == []
    assert days("Estate tax due", return_=extended) == [date(2026, 11, 12)]
    assert days(LAST, return_=extended) == [date(2028, 5, 11)]


def test_the_longest_extension_is_calendared_while_it_can_still_be_asked_for() -> None:
    assert days(LONGEST, as_of="2026-11-11") == [date(2027, 5, 11)]
    assert days(LONGEST, as_of="2026-11-12") == []
    assert days(LONGEST, as_of="2026-11-11", return_={"filed": "2026-10-01"}) == []


def test_an_extension_that_ends_too_soon_is_a_problem_and_counts_for_nothing() -> None:
    found = found_in(return_={"extended_to": "2026-11-10"})

    (problem,) = found.problems
    assert problem.where == "return.extended_to"
    assert "before the return is due on 2026-11-11" in problem.what
    assert {one.deadline.date for one in found.dates if one.deadline.name == LAST} == {date(2027, 11, 11)}


@pytest.mark.parametrize(
    ("filed", "expected"),
    [
        pytest.param("2026-11-11", [], id="on the due day: the election is made"),
        pytest.param("2026-11-12", [date(2027, 11, 11)], id="a day later"),
        pytest.param(None, [date(2027, 11, 11)], id="not filed"),
    ],
)
def test_the_last_election_day_stands_until_the_return_is_filed_in_time(
    filed: str | None, expected: list[date]
) -> None:
    assert days(LAST, return_={"filed": filed}) == expected


def test_assessment_and_refund_run_from_what_is_answered() -> None:
    filed = {"filed": "2026-09-01"}

    assert days("Period of assessment ends", return_=filed) == [date(2029, 11, 13)]
    assert "estate: Refund claim is left out until return.paid is answered." in found_in(return_=filed).notes
    assert days("Refund claim", return_={**filed, "paid": "2026-09-01"}) == [date(2029, 11, 13)]
    assert days("Period of assessment ends") == []


def test_what_was_done_is_said_and_said_to_be_late() -> None:
    assert deadline(RETURN, return_={"filed": "2026-11-12"}).notes == ("Filed on 2026-11-12.",)
    assert deadline(RETURN, return_={"filed": "2026-11-13"}).notes == ("Filed on 2026-11-13, after this day.",)


@pytest.mark.parametrize(
    ("spouse", "expected"),
    [
        ({}, [date(2026, 11, 10)]),
        ({"is_resident": False}, []),
        ({"resident_throughout": False}, []),
        ({"died": "2026-06-01"}, []),
        ({"became_citizen": "2027-03-01"}, []),
    ],
)
def test_naturalization_is_calendared_for_a_spouse_who_can_still_profit(
    spouse: dict[str, Any], expected: list[date]
) -> None:
    assert days(CITIZEN, spouse=spouse) == expected


def test_a_residence_statement_is_called_for_when_elected_and_while_undecided() -> None:
    name = "Residence exclusion for the $2,000,000 test"

    def exclusion(threshold: bool | None) -> dict[str, Any]:
        return trust(assets=[HOME], residence_exclusion={"threshold": threshold})

    assert days(name, trusts=[exclusion(True)]) == [date(2026, 11, 12)]
    assert days(name, trusts=[exclusion(None)]) == [date(2026, 11, 12)]
    assert days(name, trusts=[exclusion(False)]) == []


def test_the_exclusion_for_the_bond_is_offered_only_where_there_is_a_bond_or_letter() -> None:
    name = "Residence exclusion for the amount of the bond or letter of credit"

    def undecided(operative: str) -> dict[str, Any]:
        return trust(assets=[HOME], residence_exclusion={"security": None}, security={"operative": operative})

    assert days(name, trusts=[undecided("bond")]) == [date(2026, 11, 12)]
    assert days(name, trusts=[undecided("bank-trustee")]) == []


def test_the_treaty_is_chosen_only_by_a_nonresident_noncitizen_of_a_treaty_country() -> None:
    abroad = {"status": "nonresident-noncitizen", "treaty_country": "IE"}

    assert days("Choice between the QDOT and the treaty", decedent=abroad) == [date(2026, 11, 12)]
    assert days("Choice between the QDOT and the treaty", decedent={"treaty_country": "IE"}) == []


def test_a_case_that_needs_no_qdot_keeps_only_the_dates_of_its_return() -> None:
    kept = {RETURN, "Estate tax due", LONGEST}

    assert names(as_of="2026-03-01", spouse={"is_us_citizen": True}) == kept
    assert names(as_of="2026-03-01", return_={"deduction_sought": False}) == kept
    assert names(decedent={"died": "1988-11-10"}, as_of="1989-01-01") == set()
    assert names(return_={"estate_files_return": False}) == set()


def test_dates_come_in_their_order() -> None:
    found = found_in(return_={"filed": "2026-09-01", "paid": "2026-09-01"}).dates

    assert len(found) > 4
    assert [one.deadline.date for one in found] == sorted(one.deadline.date for one in found)


def test_a_transfer_comes_before_the_filing_and_an_assignment_may_come_on_its_day() -> None:
    spouse_made = trust(source="spouse-created", other_property=False)
    filed = {"extended_to": "2027-05-11", "filed": "2027-03-10"}
    assigned = [{"id": "villa", "trust": "share"}]

    assert days("Transfer to a QDOT", trusts=[spouse_made], return_=filed) == [date(2027, 3, 9)]
    assert days("Assignment to a QDOT", trusts=[spouse_made], return_=filed, assignments=assigned) == [
        date(2027, 3, 10)
    ]
    assert days("Transfer to a QDOT", trusts=[spouse_made], return_=filed, assignments=assigned) == []


def test_a_trust_of_unknown_source_leaves_the_transfer_open() -> None:
    note = "share: Transfer to a QDOT is left out until trusts[share].source is answered."

    assert note in found_in(trusts=[trust(source=None)]).notes
    assert note not in found_in().notes


@pytest.mark.parametrize(
    ("manner", "transfers", "assignments"),
    [("transferred", 1, 0), ("assigned", 0, 1), ("assigned-by-formula", 0, 1), ("kept", 0, 0), (None, 0, 1)],
)
def test_the_manner_decides_between_a_transfer_and_an_assignment(
    manner: str | None, transfers: int, assignments: int
) -> None:
    answers = {"assignments": [{"id": "villa", "trust": "share", "manner": manner}], "as_of": "2026-03-01"}

    assert len(all_of("Transfer to a QDOT", **answers)) == transfers
    assert len(all_of("Assignment to a QDOT", **answers)) == assignments


def test_conveyance_waits_for_the_administration_or_a_year() -> None:
    assigned = {"assignments": [{"id": "villa", "trust": "share"}]}
    name = "Conveyance of assigned property"
    missing = "villa: Conveyance of assigned property is left out until decedent.{} is answered."

    assert days(name, **assigned, decedent={"administration_ends": "2028-06-30"}) == [date(2028, 6, 29)]
    assert days(f"{name}, no administration", **assigned, decedent={"has_administration": False}) == [
        date(2027, 11, 11)
    ]
    assert missing.format("has_administration") in found_in(**assigned).notes
    notes = found_in(**assigned, decedent={"has_administration": True}).notes
    assert missing.format("administration_ends") in notes


def test_a_representative_acts_for_a_spouse_who_cannot() -> None:
    assigned = {"assignments": [{"id": "villa", "trust": "share"}]}
    ill = {"is_incompetent": True, "representative": "Zoë Çelik-Ng"}

    assert deadline("Assignment to a QDOT", **assigned).who == "Surviving spouse"
    assert deadline("Assignment to a QDOT", **assigned, spouse=ill).who == (
        "Legal representative of the surviving spouse (Zoë Çelik-Ng)"
    )
    assert deadline("Assignment to a QDOT", **assigned, spouse={"died": "2026-11-11"}).who == (
        "Personal representative of the surviving spouse's estate"
    )
    assert deadline("Assignment to a QDOT", **assigned, spouse={"died": "2026-11-12"}).who == "Surviving spouse"
