from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assembler.law.basis import basis_after_distribution, basis_after_gift, basis_increase, tax_on_one_gift
from assembler.law.figure import Figure, OutOfRange

MONEY = st.decimals(min_value=0, max_value=10**9, places=2)


def dollars(figure: Figure) -> Decimal:
    return figure.number


def test_example_1_of_the_regulation_comes_to_81100() -> None:
    tax = tax_on_one_gift(Decimal(55_500), Decimal(90_000), Decimal(150_000))
    assert tax.value == 33_300
    assert tax.steps[-1].text == "$55,500 × $90,000 ÷ $150,000"

    basis = basis_after_gift(Decimal(100_000), Decimal(70_000), dollars(tax), Decimal(90_000))
    assert [step.value for step in basis.steps] == [100_000, 70_000, 30_000, 90_000, 33_300, 11_100, 81_100]
    assert basis.value == 81_100
    assert [step.law for step in basis.steps[3:5]] == ["26 CFR 1.1015-5(c)(2)", "26 CFR 1.1015-5(c)(3)"]


def test_in_example_1_without_tax_paid_the_basis_stays() -> None:
    assert basis_after_gift(Decimal(100_000), Decimal(70_000), Decimal(0), Decimal(90_000)).value == 70_000


def test_example_2_of_the_regulation_comes_to_61000() -> None:
    basis = basis_after_distribution(Decimal(70_000), Decimal(50_000), Decimal(38_500))

    assert [(step.text, step.value) for step in basis.steps] == [
        ("Fair market value", 70_000),
        ("Less: basis immediately before", 50_000),
        ("Net appreciation", 20_000),
        ("Amount of the gift", 70_000),
        ("Tax paid with respect to it", 38_500),
        ("Increase in basis: $38,500 × $20,000 ÷ $70,000", 11_000),
        ("Basis: $50,000 plus $11,000", 61_000),
    ]
    assert basis.steps[3].law == basis.steps[4].law == basis.law[1]
    assert basis.law[1] == "26 USC 2056A(b)(13); 26 CFR 20.2056A-12, 1.1015-5(c)(4)"


def test_property_at_or_below_its_basis_takes_no_increase() -> None:
    assert basis_after_distribution(Decimal(50), Decimal(50), Decimal(9)).value == 50
    assert basis_after_distribution(Decimal(40), Decimal(50), Decimal(9)).value == 50


def test_the_increase_is_never_more_than_the_tax() -> None:
    figure = basis_increase(Decimal(100), Decimal(0), Decimal(10), Decimal(40))

    assert figure.value == 10
    assert figure.steps[-1].text.endswith("not more than the tax")
    whole = basis_increase(Decimal(40), Decimal(0), Decimal(10), Decimal(40))
    assert whole.steps[-1].text == "Increase in basis: $10 × $40 ÷ $40"


def test_a_third_of_a_dollar_is_rounded_to_the_cent() -> None:
    assert basis_increase(Decimal(3), Decimal(2), Decimal(1), Decimal(3)).value == Decimal("0.33")


def test_a_distribution_that_bore_no_tax_changes_nothing() -> None:
    assert basis_after_distribution(Decimal(0), Decimal(0), Decimal(0)).value == 0


def test_bad_input_is_refused() -> None:
    with pytest.raises(OutOfRange, match="amount of the gift is nothing"):
        basis_increase(Decimal(1), Decimal(0), Decimal(1), Decimal(0))
    for place, what in enumerate(("the value", "the basis", "the tax paid", "the gift")):
        given_amounts = [Decimal(5)] * 4
        given_amounts[place] = Decimal(-1)
        with pytest.raises(OutOfRange, match=f"{what} is -1"):
            basis_increase(given_amounts[0], given_amounts[1], given_amounts[2], given_amounts[3])
    for tax, gift, everything in ((-1, 1, 1), (1, -1, 1), (1, 1, -1), (1, 2, 1), (1, 0, 0)):
        with pytest.raises(OutOfRange):
            tax_on_one_gift(Decimal(tax), Decimal(gift), Decimal(everything))
    assert tax_on_one_gift(Decimal(7), Decimal(2), Decimal(2)).value == 7


@given(MONEY, MONEY, MONEY, MONEY.filter(bool))
def test_basis_never_rises_by_more_than_the_tax(value: Decimal, basis: Decimal, tax: Decimal, gift: Decimal) -> None:
    increase = dollars(basis_increase(value, basis, tax, gift))

    assert 0 <= increase <= tax
    assert increase == 0 or value > basis
