"""A bond and a letter of credit have the persons and the terms of the case."""

from dataclasses import replace
from datetime import date

import pytest
from secured_papers import BOND, DAUGHTER, LETTER, said, waits_for

from assembler.casefile.shape import Security, Trustee
from assembler.casefile.shape_security import Letter


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("principal_name", "Daniel Min-jun Kim Jr."),
        ("principal_address", "52 Overlook Row, Leonia, New Jersey 07605"),
        ("applicant_name", "Daniel Min-jun Kim Jr."),
        ("surety_name", "Mohawk & Schoharie Surety Company"),
        ("surety_address", "900 Granite Exchange, Albany, New York 12207"),
        ("surety_agent", "Perpetua Vandermark"),
        ("surety_listing", "Circular 570, $41,200,000"),
        ("bond_effective", "November 16, 2026"),
        ("bond_expires", "November 16, 2027"),
        ("bond_term", "one year"),
        ("letter_number", "0093"),
        ("letter_dated", "November 18, 2026"),
        ("letter_expiry_date", "June 30, 2027"),
        ("letter_time_zone", "EDT"),
        ("issuer_name", "한라은행 (Halla Bank), New York Branch"),
        ("issuer_address", "3 Pine Court, New York"),
        ("issuer_city_office", "3 Pine Court, New York"),
        ("issuer_foreign_bank", "한라은행 (Halla Bank)"),
        ("confirmer_name", "Ironwood National Bank"),
        ("confirmer_address", "1 Tower"),
        ("confirmer_office", "2 Tower"),
        ("irs_security_address", "Advisory Group 4, New York"),
        ("irs_district", "Manhattan"),
        ("replacement_arrangement", "a letter of credit under paragraph (d)(1)(i)(C)"),
        ("replacement_effective", "November 16, 2027"),
    ],
)
def test_a_field_has_the_words_of_the_case(name: str, words: str) -> None:
    assert said(name) == words


@pytest.mark.parametrize(
    ("expires", "words"),
    [(date(2029, 11, 16), "3 years"), (date(2028, 1, 31), "from November 16, 2026 to January 31, 2028")],
)
def test_a_term_is_told_in_years_or_by_its_days(expires: date, words: str) -> None:
    assert said("bond_term", bond=replace(BOND, expires=expires)) == words


def test_a_term_waits_for_the_day_that_is_missing() -> None:
    assert waits_for(said("bond_term", bond=replace(BOND, expires=None))) == "trusts[kim].bond.expires"


def test_the_address_of_publication_4235_is_never_guessed() -> None:
    assert waits_for(said("irs_security_address", security=Security())) == "trusts[kim].security.irs_address"


def test_a_letter_without_its_number_leaves_a_line_for_it() -> None:
    assert said("letter_number", letter=Letter()) == "…………"


def test_the_us_trustee_applies_for_a_letter_unless_another_does() -> None:
    assert said("applicant_name", letter=replace(LETTER, applicant="Søn & Co.")) == "Søn & Co."


def test_two_us_trustees_are_principals_together() -> None:
    other = Trustee(name="Ó Súilleabháin & Søn Trust Co.", is_us_trustee=True, address="1 Bank Plaza")
    spouse = Trustee(name="박은영", is_us_trustee=False)
    three = (DAUGHTER, other, spouse)

    assert said("principal_name", trustees=three) == "Daniel Min-jun Kim Jr. and Ó Súilleabháin & Søn Trust Co."
    assert said("principal_address", trustees=three) == "52 Overlook Row, Leonia, New Jersey 07605; 1 Bank Plaza"
    shared = (DAUGHTER, replace(other, address=DAUGHTER.address))
    assert said("principal_address", trustees=shared) == "52 Overlook Row, Leonia, New Jersey 07605"


def test_nobody_is_left_out_of_the_principals_for_want_of_an_answer() -> None:
    unsaid = (DAUGHTER, Trustee(name="Ó Súilleabháin"))

    assert waits_for(said("principal_name", trustees=unsaid)) == "trusts[kim].trustees[1].is_us_trustee"
    assert waits_for(said("principal_name", trustees=None)).startswith("trusts[kim].trustees")
