from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assembler.law import residence
from assembler.law.figure import OutOfRange

SOLD = date(2026, 3, 1)
MONEY = st.decimals(min_value=0, max_value=10**8, places=2)


def test_the_exclusion_is_the_value_up_to_the_cap() -> None:
    assert residence.exclusion([Decimal(450_000)]) == Decimal(450_000)
    assert residence.exclusion([Decimal(600_001)]) == Decimal(600_000)
    assert residence.exclusion([]) == 0


def test_a_third_home_is_outside_the_law() -> None:
    with pytest.raises(OutOfRange):
        residence.exclusion([Decimal(1)] * 3)


def test_twelve_months_run_to_the_day() -> None:
    assert residence.reinvestment_deadline(SOLD) == date(2027, 3, 1)
    assert residence.reinvestment_deadline(date(2028, 2, 29)) == date(2029, 2, 28)


def test_the_hundred_and_twentieth_day_is_the_last() -> None:
    assert residence.compliance_deadline(date(2026, 1, 1)) == date(2026, 5, 1)


@pytest.mark.parametrize(
    ("purchases", "continuing", "left"),
    [
        pytest.param([(date(2027, 3, 1), 500_000)], 100_000, 500_000, id="the whole price on the last day"),
        pytest.param([(date(2027, 3, 2), 500_000)], 100_000, 100_000, id="a day late is nothing"),
        pytest.param([(date(2026, 9, 1), 350_000)], 100_000, 450_000, id="part of the price"),
        pytest.param([(date(2026, 9, 1), 200_000), (date(2026, 12, 1), 300_000)], 0, 400_000, id="in two purchases"),
        pytest.param([], 0, 0, id="nothing reinvested"),
        pytest.param([(SOLD, 499_999)], 200_000, 600_000, id="never above the cap"),
    ],
)
def test_a_sale_leaves_what_is_reinvested(purchases: list[tuple[date, int]], continuing: int, left: int) -> None:
    bought = [(day, Decimal(amount)) for day, amount in purchases]

    figure = residence.after_sale(Decimal(400_000), Decimal(500_000), SOLD, bought, Decimal(continuing))

    assert figure.value == Decimal(left)


def test_the_one_home_that_is_let_leaves_nothing() -> None:
    assert residence.after_cessation().value == 0


def test_fixing_up_counts_in_its_two_windows() -> None:
    contract, sold = date(2026, 4, 1), date(2026, 5, 1)
    expenses = [
        residence.FixingUp(Decimal(10), contract, date(2026, 5, 31)),  # paid on the thirtieth day
        residence.FixingUp(Decimal(100), contract, date(2026, 6, 1)),  # and a day late
        residence.FixingUp(Decimal(1_000), date(2026, 1, 2), sold),  # the first of ninety days
        residence.FixingUp(Decimal(10_000), date(2026, 1, 1), sold),  # and a day early
        residence.FixingUp(Decimal(100_000), date(2026, 4, 2), sold),  # after the contract
    ]

    assert residence.adjusted_sales_price(Decimal(700_000), expenses, contract, sold).value == Decimal(698_990)


@given(MONEY, MONEY, MONEY, MONEY)
def test_the_exclusion_after_a_sale_never_exceeds_the_cap(
    excluded: Decimal, price: Decimal, bought: Decimal, continuing: Decimal
) -> None:
    left = residence.after_sale(excluded, price, SOLD, [(SOLD, bought)], continuing).value

    assert isinstance(left, Decimal)
    assert 0 <= left <= Decimal(600_000)


def test_the_residence_has_twelve_months_and_120_days() -> None:
    assert residence.residence_reinvestment(date(2028, 2, 29)).date == date(2029, 2, 28)
    assert residence.residence_cessation(date(2027, 1, 1)).date == date(2027, 5, 1)
