"""Every last day a case calls for, in order, and none while the decedent lives."""

from typing import Any

from assembler.findings.deadline import Note
from findings.written_case import found_in


def keys(**answers: Any) -> set[str]:
    return {one.deadline.key for one in found_in(**answers).dates}


def test_a_plan_has_no_date_and_says_why() -> None:
    found = found_in(decedent={"died": None})

    assert (found.dates, found.problems) == ((), ())
    assert found.notes == (Note("", "living"),)


def test_a_case_that_needs_no_qdot_keeps_only_the_dates_of_its_return() -> None:
    kept = {"estate_return", "estate_tax", "longest_extension", "alternate_valuation"}

    assert keys(as_of="2026-03-01", spouse={"is_us_citizen": True}) == kept
    assert keys(as_of="2026-03-01", return_={"deduction_sought": False}) == kept
    assert keys(decedent={"died": "1988-11-10"}, as_of="1989-01-01") == set()
    assert keys(return_={"estate_files_return": False}) == set()


def test_dates_come_in_their_order() -> None:
    found = found_in(return_={"filed": "2026-09-01", "paid": "2026-09-01"}).dates

    assert len(found) > 4
    assert [one.deadline.date for one in found] == sorted(one.deadline.date for one in found)
