"""Annuity payments are taxed or rolled over in time, in the ordinary year and in the year of each death."""

from datetime import date
from decimal import Decimal

import pytest

from assembler.law.annuity import Terms, present_value
from assembler.law.annuity_payments import (
    accelerated_value,
    after_hardship,
    annuity_payments_year,
    corpus_of_payments,
    roll_over,
)
from assembler.law.deadline import Deadline
from assembler.law.figure import OutOfRange

DIED = date(2025, 12, 1)
DUE = date(2026, 9, 1)


def pay(year: int, **answers: date | bool | None) -> Deadline:
    return annuity_payments_year(year, died=DIED, **{"estate_due": DUE, "is_roll_over": False, **answers})  # type: ignore[arg-type]


@pytest.mark.parametrize("is_roll_over", [False, True])
def test_an_ordinary_year_is_reported_by_april_15_of_the_next(is_roll_over: bool) -> None:
    due = pay(2027, is_roll_over=is_roll_over)

    assert (due.nominal, due.date) == (date(2028, 4, 15), date(2028, 4, 18))
    assert due.key == ("annuity_payments_rolled_over" if is_roll_over else "annuity_payments_taxed")


def test_in_the_year_of_the_decedents_death_nothing_is_due_before_the_estate_tax_return() -> None:
    extended = date(2027, 3, 1)

    assert pay(2025).date == DUE
    assert pay(2025, estate_due=extended).date == extended
    assert pay(2025, estate_due=extended, estate_files_return=False).date == date(2026, 9, 1)


def test_a_death_early_in_the_year_leaves_april_15() -> None:
    early = annuity_payments_year(2025, died=date(2025, 1, 10), estate_due=date(2025, 10, 10), is_roll_over=False)

    assert early.date == date(2026, 4, 15)


def test_a_payment_in_january_after_the_death_follows_the_ordinary_rule() -> None:
    assert pay(2026).date == date(2027, 4, 15)


def test_in_the_year_of_the_spouses_death_the_earlier_of_regulation_and_agreement_is_calendared() -> None:
    spouse_died = date(2027, 6, 30)

    unfiled = pay(2027, spouse_died=spouse_died)
    early = pay(2027, spouse_died=spouse_died, spouse_return_filed=date(2028, 1, 14))
    late = pay(2027, spouse_died=spouse_died, spouse_return_filed=date(2028, 9, 29))

    assert (unfiled.date, early.date, late.date) == (date(2028, 3, 30), date(2028, 1, 14), date(2028, 3, 30))
    assert unfiled.notes == ("earlier_of_two", "spouse_return_unfiled")
    assert early.notes == late.notes == ("earlier_of_two",)


def test_a_roll_over_is_reported_by_the_day_the_spouses_return_is_filed() -> None:
    spouse_died = date(2027, 6, 30)

    unfiled = pay(2027, is_roll_over=True, spouse_died=spouse_died)
    late = pay(2027, is_roll_over=True, spouse_died=spouse_died, spouse_return_filed=date(2028, 9, 29))

    assert (unfiled.date, late.date) == (date(2028, 3, 30), date(2028, 9, 29))
    assert (unfiled.notes, late.notes) == (("spouse_return_unfiled",), ())


def test_the_year_before_the_spouses_death_keeps_april_15() -> None:
    assert pay(2026, spouse_died=date(2027, 1, 2)).date == date(2027, 4, 15)


@pytest.mark.parametrize(("year", "spouse_died"), [(2024, None), (2028, date(2027, 6, 30))])
def test_a_year_before_the_death_or_after_the_spouses_is_outside(year: int, spouse_died: date | None) -> None:
    with pytest.raises(OutOfRange, match=str(year)):
        pay(year, spouse_died=spouse_died)


@pytest.mark.parametrize(
    ("received", "last"),
    [
        pytest.param(date(2026, 1, 31), date(2026, 4, 1), id="sixty days through February"),
        pytest.param(date(2027, 12, 31), date(2028, 2, 29), id="a leap year"),
        pytest.param(date(2026, 1, 1), date(2026, 3, 2), id="New Year's Day"),
    ],
)
def test_the_sixtieth_day_after_receipt_is_the_last_to_roll_over_and_does_not_roll(received: date, last: date) -> None:
    due = roll_over(received)

    assert (due.date, due.rolls) == (last, False)


def test_a_sixtieth_day_on_a_saturday_is_worked_to_on_friday() -> None:
    due = roll_over(date(2026, 7, 7))

    assert (due.date, due.work_by) == (date(2026, 9, 5), date(2026, 9, 4))


def test_corpus_is_rounded_up_to_the_cent() -> None:
    assert corpus_of_payments(Decimal("6000.01"), Decimal("0.52")).value == Decimal("3120.01")
    assert corpus_of_payments(Decimal(6000), Decimal("0.52")).value == Decimal("3120.00")
    assert corpus_of_payments(Decimal(0), Decimal("0.52")).value == 0
    assert corpus_of_payments(Decimal(6000), Decimal(0)).value == 0
    assert corpus_of_payments(Decimal(6000), Decimal(1)).value == 6000


@pytest.mark.parametrize(("received", "portion"), [("-1", "0.5"), ("1", "1.01"), ("1", "-0.01")])
def test_a_negative_payment_or_an_impossible_portion_is_outside(received: str, portion: str) -> None:
    with pytest.raises(OutOfRange):
        corpus_of_payments(Decimal(received), Decimal(portion))


@pytest.mark.parametrize(
    ("exempt", "left"),
    [
        pytest.param("0", "3120.00", id="no hardship"),
        pytest.param("1000", "2120.00", id="part"),
        pytest.param("3120", "0.00", id="all"),
        pytest.param("9000", "0.00", id="never more than all"),
        pytest.param("0.009", "3120.00", id="relief is rounded down"),
    ],
)
def test_hardship_relieves_the_corpus_and_never_more(exempt: str, left: str) -> None:
    found = after_hardship(Decimal(6000), Decimal("0.52"), Decimal(exempt))

    assert found.value == Decimal(left)
    assert found.steps[-1].value == Decimal(left)


def test_a_negative_hardship_amount_is_outside() -> None:
    with pytest.raises(OutOfRange, match="hardship"):
        after_hardship(Decimal(1), Decimal(1), Decimal(-1))


def test_a_failure_takes_the_value_left_on_january_1_of_the_year_of_the_payment() -> None:
    terms = Terms(Decimal(72000), born=(date(1960, 1, 1),))

    value = accelerated_value(terms, 2026, date(2024, 3, 5))

    assert value.factor.steps[1].text == "Age on the birthday nearest to 2026-01-01, of the life born on 1960-01-01"
    assert value.factor.steps[1].value == 66
    assert value.exact < present_value(terms, date(2024, 3, 5), date(2024, 3, 5)).exact * 2


def test_a_failure_in_the_year_of_death_is_valued_at_the_death() -> None:
    terms = Terms(Decimal(72000), born=(date(1960, 1, 1),))

    assert accelerated_value(terms, 2024, date(2024, 3, 5)) == present_value(terms, date(2024, 3, 5), date(2024, 3, 5))
    with pytest.raises(OutOfRange, match="before the death"):
        accelerated_value(terms, 2023, date(2024, 3, 5))
