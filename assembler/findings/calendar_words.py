"""What the calendar of a case asks of the words: the deadlines, the offices and the notes, with the values of each."""

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from assembler.law.deadline import Office

Given: TypeAlias = Mapping[str, frozenset[str]]
"""Entries by id, each with the names of the values it is given."""


def _given(ids: Iterable[str], *values: str) -> Given:
    return dict.fromkeys(ids, frozenset(values))


DEADLINES: Given = {
    **_given((
        "estate_return", "estate_return_extended", "alternate_valuation", "estate_tax", "qdot_election",
        "last_election", "threshold_exclusion_election", "security_exclusion_election", "treaty_choice",
        "annuity_papers", "retirement_account_choice", "citizenship_before_return", "assessment", "refund_claim",
        "transfer", "qdot_for_roll_over", "assignment", "conveyance", "conveyance_without_administration",
        "reformation_by_instrument", "reformation_by_court", "reformation_notice", "reformation_assessment",
        "branch_closing_notice", "return_of_remittance", "secure_after_determination", "annual_statement",
        "foreign_limit_cure", "foreign_limit_test", "residence_reinvestment", "residence_cessation", "death_tax",
        "cessation_tax",
        "alternate_valuation_election", "extension_to_pay_for_cause", "refund_after_determination",
        "designated_filer_designation", "designated_filer_information", "designated_filer_successor",
        "citizenship_notice", "gift_election", "gift_tax_return", "roll_over",
    )),
    **_given(("longest_extension", "extension_to_file", "extension_to_pay"), "due"),
    **_given(("lifetime_tax", "hardship_report", "annuity_payments_taxed", "annuity_payments_rolled_over"), "year"),
    **_given((
        "security_filing", "security_filing_with_return", "nonrenewal_notice", "reply_to_notice", "adjust_security",
    ), "instrument"),
}  # fmt: skip
"""Every deadline that a case may call for."""

SEVERAL: Given = _given(
    ("distribution_return", "annuity_payments", "annuity_payment", "security_events", "residence_end")
)
"""What is left out where an answer is missing without which it is not known which deadlines there are."""

REPRESENTED = (Office.SPOUSE_REPRESENTATIVE, Office.SPOUSE_ESTATE)
OFFICES: Given = {**_given(Office), **_given(REPRESENTED, "representative")}
"""Every office that acts by a deadline."""

DONE = ("filed", "paid", "completed", "commenced")
CALENDAR: Given = {
    **_given(("rolls", "stays")),
    **_given((*DONE, *(f"{how}_late" for how in DONE)), "done"),
    **_given(("due_rolls",), "due", "rolled"),
    **_given(("return_unfiled", "spouse_return_unfiled", "earlier_of_two", "extension_not_counted")),
    **_given(("left_out",), "deadline", "answer"),
    **_given(("living", "no_return_after_vacancy")),
    **_given(("security_unused",), "arrangement"),
    **_given(("excess_bought",), "year_end"),
}
"""What is said of some deadlines and not of all of their key, and beside the deadlines of a subject."""

WORDS: Mapping[str, Given] = {"deadlines": {**DEADLINES, **SEVERAL}, "offices": OFFICES, "calendar": CALENDAR}
"""The files of words that the calendar is put together from."""
