"""The papers of a bond or letter of credit have the days of the calendar."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from secured_papers import BOND, CASE, LETTER, TRUST, said, waits_for

from assembler.casefile.shape import Case, Decedent, Events, Operative, Security, Spouse
from assembler.findings import find


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("security_filing_deadline", "February 22, 2027"),
        ("nonrenewal_deadline", "September 17, 2027"),
        ("notice_received", "September 3, 2027"),
        ("reply_deadline", "October 3, 2027"),
        ("branch_closing_date", "December 31, 2027"),
        ("branch_notice_deadline", "November 1, 2027"),
        ("final_determination_date", "March 1, 2028"),
        ("adjustment_deadline", "April 30, 2028"),
    ],
)
def test_a_day_is_counted_as_the_law_counts_it(name: str, words: str) -> None:
    assert said(name) == words


def test_a_paper_of_the_first_edition_is_filed_with_the_return() -> None:
    assert said("security_filing_deadline", bond=replace(BOND, dated=date(2026, 7, 9))) == "January 20, 2027"
    assert said("security_filing_deadline", bond=replace(BOND, dated=date(2026, 7, 10))) == "February 22, 2027"


LETTER_IN_USE: dict[str, Any] = {
    "security": Security(operative=Operative.LETTER_OF_CREDIT),
    "letter": LETTER,
    "events": Events(branch_closes=date(2027, 12, 31)),
}


@pytest.mark.parametrize(
    ("name", "deadline", "trust"),
    [
        ("security_filing_deadline", "security_filing", {}),
        ("nonrenewal_deadline", "nonrenewal_notice", {}),
        ("reply_deadline", "reply_to_notice", {}),
        ("adjustment_deadline", "adjust_security", {}),
        ("security_filing_deadline", "security_filing", LETTER_IN_USE),
        ("nonrenewal_deadline", "nonrenewal_notice", LETTER_IN_USE),
        ("branch_notice_deadline", "branch_closing_notice", LETTER_IN_USE),
    ],
)
def test_a_paper_has_the_day_that_the_calendar_has(name: str, deadline: str, trust: dict[str, Any]) -> None:
    case = replace(CASE, spouse=replace(CASE.spouse, is_us_citizen=False))
    dates = find(replace(case, trusts=(replace(TRUST, **trust),))).calendar.dates
    (on,) = (one.deadline.date for one in dates if one.deadline.key == deadline)

    assert said(name, case, **trust) == f"{on:%B} {on.day}, {on.year}"


def test_the_end_of_the_first_term_counts_until_the_instrument_has_renewed_itself() -> None:
    quiet, later = Events(), replace(CASE, as_of=date(2028, 1, 3))

    assert said("nonrenewal_deadline", events=quiet) == "September 17, 2027"
    assert waits_for(said("nonrenewal_deadline", later, events=quiet)) == "trusts[kim].events.security_term_ends"
    renewed = Events(security_term_ends=date(2028, 11, 16))
    assert said("nonrenewal_deadline", later, events=renewed) == "September 17, 2028"


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("reply_deadline", "trusts[kim].events.notice_received"),
        ("branch_notice_deadline", "trusts[kim].events.branch_closes"),
        ("adjustment_deadline", "return.value_determined"),
        ("tax_paid_on", "trusts[kim].events.tax_settled"),
        ("trust_ended_on", "spouse.died"),
    ],
)
def test_a_day_waits_for_what_it_is_counted_from(name: str, path: str) -> None:
    unsaid = replace(CASE, return_=replace(CASE.return_, value_determined=None))

    assert waits_for(said(name, unsaid, events=Events())) == path


def test_without_a_death_no_day_is_counted_from_it() -> None:
    assert waits_for(said("security_filing_deadline", Case(as_of=CASE.as_of, decedent=Decedent()))) == "decedent.died"


def test_the_end_of_the_trust_has_its_days() -> None:
    case = replace(CASE, spouse=Spouse(died=date(2029, 1, 5)))

    assert said("trust_ended_on", case) == "January 5, 2029"
    assert said("tax_paid_on", case, events=Events(tax_settled=date(2029, 10, 5))) == "October 5, 2029"
