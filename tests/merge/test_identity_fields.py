"""A paper names its trust by number, address and governing instrument, and the return by its form and day."""

from dataclasses import replace
from datetime import date

import pytest
from secured_papers import CASE, said, waits_for

from assembler.casefile.shape import ReturnForm, Source


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (Source.LIFETIME_AGREEMENT, "the trust agreement dated November 16, 2026"),
        (Source.SPOUSE_CREATED, "the trust agreement dated November 16, 2026"),
        (Source.EXECUTOR_CREATED, "the trust agreement dated November 16, 2026"),
        (Source.ARTICLE_IN_WILL, "the will of 김태호 (Kim Tae-ho) dated November 16, 2026"),
        (Source.FOREIGN_WILL, "the will of 김태호 (Kim Tae-ho) dated November 16, 2026"),
        (
            Source.ARTICLE_IN_REVOCABLE_TRUST,
            "the revocable trust agreement of 김태호 (Kim Tae-ho) dated November 16, 2026",
        ),
        (Source.CONFORMED_BY_AMENDMENT, "the trust instrument of 김태호 (Kim Tae-ho) dated November 16, 2026"),
        (Source.JUDICIAL_REFORMATION, "the trust instrument of 김태호 (Kim Tae-ho) dated November 16, 2026"),
    ],
)
def test_the_governing_instrument_is_named_with_its_date(source: Source, words: str) -> None:
    assert said("governing_instrument", source=source) == words


def test_the_governing_instrument_is_open_without_its_date_or_what_it_is() -> None:
    assert waits_for(said("governing_instrument", instrument_date=None)) == "trusts[kim].instrument_date"
    assert waits_for(said("governing_instrument", source=None)) == "trusts[kim].source"


def test_the_number_of_a_trust_is_printed_when_it_has_one() -> None:
    assert said("trust_tin") == "taxpayer identification number to be furnished when it is assigned"
    assert said("trust_tin", ein="98-7654321", has_ein=True) == "taxpayer identification number 98-7654321"
    assert waits_for(said("trust_tin", has_ein=None)) == "trusts[kim].has_ein"
    assert waits_for(said("trust_tin", has_ein=True)) == "trusts[kim].ein"


def test_the_address_of_a_trust_is_where_its_records_are() -> None:
    assert said("trust_address") == "18 Elm Court, Larchmont"


def test_the_return_has_its_form_and_the_day_to_file_it() -> None:
    extended = replace(CASE, return_=replace(CASE.return_, extended_to=date(2027, 8, 23)))

    assert said("return_form") == "Form 706-NA"
    assert said("return_form", replace(CASE, return_=replace(CASE.return_, form=ReturnForm.F706))) == "Form 706"
    assert said("return_due") == "February 22, 2027"
    assert said("return_due", extended) == "August 23, 2027"
    refused = replace(CASE, return_=replace(CASE.return_, extended_to=date(2026, 8, 23)))
    assert waits_for(said("return_due", refused)) == "return.extended_to"
