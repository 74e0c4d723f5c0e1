from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assembler.law.estate import Estate, ForeignTax, Nonresident
from assembler.law.figure import OutOfRange
from assembler.law.formula import formula_amount, formula_share, marital_surplus, representative_value, shortfall
from assembler.law.net_tax import net_tax

CENT = Decimal("0.01")


def least(estate: Estate, passing: int) -> Decimal:
    return formula_amount(estate, Decimal(passing)).number


@pytest.mark.parametrize(
    ("estate", "passing", "amount"),
    [
        pytest.param(Estate(date(2026, 2, 11), Decimal(15_000_000)), 9, 0, id="no tax, no assignment"),
        pytest.param(Estate(date(2026, 2, 11), Decimal(15_000_001)), 9, 1, id="a dollar over"),
        pytest.param(Estate(date(2026, 2, 11), Decimal(20_000_000)), 8_000_000, 5_000_000, id="the excess"),
        pytest.param(Estate(date(1995, 2, 11), Decimal(1_200_000)), 700_000, 600_000, id="1995"),
        pytest.param(
            Estate(date(2020, 2, 11), Decimal(1_060_000), nonresident=Nonresident()), 1_060_000, 1_000_000, id="13,000"
        ),
        pytest.param(
            Estate(date(2026, 2, 11), Decimal(14_000_000), adjusted_taxable_gifts=Decimal(2_000_000)),
            14_000_000,
            1_000_000,
            id="gifts used up part of the exclusion",
        ),
        pytest.param(
            Estate(date(1995, 2, 11), Decimal(1_200_000), state_tax_paid=Decimal(3_700)),
            700_000,
            590_000,
            id="a State credit of 3,700 shelters ten thousand more",
        ),
        pytest.param(
            Estate(date(2026, 2, 11), Decimal(16_000_000), other_credits=Decimal(100_000)),
            2_000_000,
            750_000,
            id="other credits",
        ),
        pytest.param(Estate(date(2026, 2, 11), Decimal(20_000_000)), 3_000_000, 3_000_000, id="too little passed"),
    ],
)
def test_the_formula_reaches_the_least_amount_that_leaves_no_tax(estate: Estate, passing: int, amount: int) -> None:
    assert least(estate, passing) == amount


def test_where_too_little_passed_the_tax_left_is_said() -> None:
    figure = formula_amount(Estate(date(2026, 2, 11), Decimal(20_000_000)), Decimal(3_000_000))

    last = figure.steps[-1]
    assert (last.text, last.value) == ("All that passed is assigned, and a tax is left", 800_000)


def test_the_steps_show_the_tax_before_and_after() -> None:
    figure = formula_amount(Estate(date(2026, 2, 11), Decimal(20_000_000)), Decimal(8_000_000))

    assert [step.value for step in figure.steps[:3]] == [20_000_000, 2_000_000, 5_000_000]
    assert (figure.steps[-1].text, figure.steps[-1].value) == ("Federal estate tax with the assignment", 0)


@settings(max_examples=30)
@given(
    st.dates(min_value=date(1988, 11, 11), max_value=date(2026, 12, 31)),
    st.decimals(min_value=0, max_value=10**9, places=2),
    st.decimals(min_value=0, max_value=10**6, places=2),
)
def test_a_cent_less_would_leave_a_tax(died: date, taxable: Decimal, state: Decimal) -> None:
    estate = Estate(died, taxable, state_tax_paid=state)
    amount = formula_amount(estate, taxable).number

    assert net_tax(replace(estate, taxable_estate=taxable - amount)).amount == 0
    if amount:
        assert net_tax(replace(estate, taxable_estate=taxable - amount + CENT)).amount > 0


def test_bad_input_to_the_formula_is_refused() -> None:
    estate = Estate(date(2026, 2, 11), Decimal(10))
    least(estate, 10)
    with pytest.raises(OutOfRange, match="from a taxable estate of 10"):
        least(estate, 11)
    with pytest.raises(OutOfRange, match="is -1"):
        least(estate, -1)
    with pytest.raises(OutOfRange, match="foreign"):
        least(replace(estate, foreign=(ForeignTax("Perú", Decimal(1), Decimal(1)),)), 1)


def test_the_share_is_rounded_up_so_that_no_tax_is_left() -> None:
    assert formula_share(Decimal(5), Decimal(8)).value == Decimal("0.625")
    assert formula_share(Decimal(1), Decimal(3)).value == Decimal("0.333334")
    assert formula_share(Decimal(3), Decimal(3)).value == 1
    for amount, passing in ((1, 0), (4, 3), (-1, 3), (1, -1)):
        with pytest.raises(OutOfRange):
            formula_share(Decimal(amount), Decimal(passing))


def test_a_pecuniary_assignment_is_satisfied_by_value_on_the_date_of_transfer() -> None:
    assert shortfall(Decimal(400_000), Decimal(399_999)).value == 1
    assert shortfall(Decimal(400_000), Decimal(400_000)).value == 0
    assert shortfall(Decimal(400_000), Decimal(500_000)).value == 0
    with pytest.raises(OutOfRange):
        shortfall(Decimal(-1), Decimal(1))
    with pytest.raises(OutOfRange):
        shortfall(Decimal(1), Decimal(-1))


def test_property_shares_fairly_in_appreciation_and_depreciation() -> None:
    assert representative_value(Decimal(400_000), Decimal(1_000_000), Decimal(1_200_000)).value == 480_000
    assert representative_value(Decimal(400_000), Decimal(1_000_000), Decimal(800_000)).value == 320_000
    assert representative_value(Decimal(1), Decimal(3), Decimal(1)).value == Decimal("0.34")
    assert representative_value(Decimal(3), Decimal(3), Decimal(1)).value == 1
    for assigned, then, now in ((-1, 1, 1), (1, 0, 1), (1, -1, 1), (1, 1, -1), (2, 1, 1)):
        with pytest.raises(OutOfRange):
            representative_value(Decimal(assigned), Decimal(then), Decimal(now))


@pytest.mark.parametrize(
    ("before", "deduction", "surplus"),
    [
        pytest.param(20_000_000, 5_000_000, 0, id="just what is needed"),
        pytest.param(20_000_000, 5_000_001, 1, id="a dollar more"),
        pytest.param(20_000_000, 4_000_000, 0, id="less than is needed"),
        pytest.param(14_000_000, 6_000_000, 6_000_000, id="the exclusion covers all"),
    ],
)
def test_a_surplus_is_what_is_deducted_beyond_the_least_amount(before: int, deduction: int, surplus: int) -> None:
    figure = marital_surplus(Estate(date(2026, 2, 11), Decimal(before)), Decimal(deduction))

    assert figure.value == surplus
    assert figure.steps[-1].value == surplus
