"""Every field of an annuity is filled with the case's own words, or says what is missing."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from item_fields import merged, of, sample

from assembler.casefile.shape import Annuity, Case, Spouse
from assembler.casefile.shape_annuities import MeasuringLife, Receipt
from assembler.merge import OpenPoint, Pending


@pytest.mark.parametrize(
    ("name", "identity", "field", "words"),
    [
        ("spouse-incompetent", "pension", "signer_name", "Rosalind Peralta Kirk"),
        ("example-4-pension", "pension", "annuity_plan", "Buckeye & Sons Pension Plan"),
        ("example-4-pension", "pension", "annuity_annual_payment", "$72,000.00"),
        ("example-4-pension", "pension", "annuity_interval", "monthly"),
        ("example-4-pension", "pension", "annuity_rate", "9.0 percent"),
        ("example-4-pension", "pension", "annuity_table", "Table 80CNSMT"),
        ("example-4-pension", "pension", "annuity_adjusted_payment", "$74,923.00"),
        ("example-4-pension", "pension", "annuity_present_value", "$622,093.00"),
        ("example-4-pension", "pension", "annuity_expected_term", "16 years"),
        ("example-4-pension", "pension", "annuity_corpus_amount", "$38,881.00"),
        ("example-4-pension", "pension", "annuity_corpus_percent", "52"),
        ("example-4-pension", "pension", "annuity_term", "for the life of Sørine Fitz-Hugh"),
        ("two-annuities", "pension", "annuity_term",
         "until the death of the survivor of Fatoumata Diallo and Aminata Armbruster"),
        ("two-annuities", "pension", "annuity_qdot_name", "Armbruster-Diallo Qualified Domestic Trust"),
        ("two-annuities", "pension", "annuity_qdot_tin", "98-7650044"),
        ("ira-roll-over", "ira", "annuity_term", "for 10 years"),
        ("ira-roll-over", "ira", "annuity_acquired", "April 12, 2004"),
    ],
)  # fmt: skip
def test_a_field_of_an_annuity_has_the_words_of_the_case(name: str, identity: str, field: str, words: str) -> None:
    assert merged(sample(name), identity).values[field] == words


def test_the_arithmetic_of_example_4_is_shown_step_by_step() -> None:
    rows = merged(sample("example-4-pension"), "pension").lists["annuity_steps"]

    assert {"$74,923.00", "$622,093.00", "8.3031", "16", "$38,881.00", "0.52"} <= {row["value"] for row in rows}
    told = [str(row["text"]) for row in rows]
    assert "Age on the birthday nearest to February 1, 1996, of the life born on February 1, 1936" in told
    assert [text for text in told if "For comparison only" in text] == []


@pytest.mark.parametrize(
    ("name", "identity", "received", "corpus", "due"),
    [
        ("example-4-pension", "pension", "March 29, 1996", "$3,120.00", "April 15, 1997"),
        ("ira-roll-over", "ira", "October 28, 2026", "$66,360.00", "December 27, 2026"),
    ],
)
def test_a_payment_has_its_corpus_and_its_day(name: str, identity: str, received: str, corpus: str, due: str) -> None:
    row = merged(sample(name), identity).lists["payments"][0]

    assert (row["received"], row["corpus"], row["due"]) == (received, corpus, due)


def test_what_hardship_relieves_is_not_in_the_corpus_that_is_taxed() -> None:
    first, *_, third = merged(sample("pension-pay"), "pension").lists["payments"]

    assert (first["hardship"], third["hardship"]) == ("$0.00", "$500.00")
    assert first["corpus"] != third["corpus"]


def test_a_return_is_for_the_year_of_the_last_payment_and_lists_those_of_that_year() -> None:
    receipts = tuple(Receipt(received=date(year, 12, 31), amount=Decimal(9)) for year in (2026, 2027, 2027, 2029))
    filled = of(Annuity(receipts=receipts), Case(as_of=date(2028, 1, 2)))

    assert filled.values["tax_year"] == "2027"
    assert [row["received"] for row in filled.lists["year_payments"]] == ["December 31, 2027"] * 2
    assert len(filled.lists["payments"]) == 4


def test_what_the_tables_do_not_reach_is_an_open_point() -> None:
    case = sample("example-4-pension")
    (pension,) = case.annuities
    filled = of(replace(pension, has_scheduled_changes=True), case)

    assert isinstance(filled.values["annuity_corpus_percent"], OpenPoint | Pending)
    assert isinstance(filled.lists["payments"][0]["corpus"], OpenPoint | Pending)


def test_the_year_of_a_payment_after_the_spouse_s_death_has_no_day() -> None:
    annuity = Annuity(receipts=(Receipt(received=date(2029, 1, 2)),), measuring_lives=(MeasuringLife(),))
    case = replace(sample("pension-pay"), spouse=Spouse(died=date(2028, 1, 2)))

    assert isinstance(of(annuity, case).lists["payments"][0]["due"], OpenPoint | Pending)
