from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from assembler.law.estate import Estate
from assembler.law.qdot_tax import exact_tax, section_2056a_tax

MONEY = st.decimals(min_value=0, max_value=10**8, places=2)
DEATHS = st.dates(min_value=date(1988, 11, 11), max_value=date(2026, 12, 31))


@given(DEATHS, MONEY, MONEY, MONEY)
def test_a_larger_distribution_never_bears_less_tax(died: date, base: Decimal, one: Decimal, other: Decimal) -> None:
    less, more = sorted((one, other))
    estate = Estate(died, base, state_tax_paid=Decimal(500_000))

    assert section_2056a_tax(estate, less).amount <= section_2056a_tax(estate, more).amount


@given(DEATHS, MONEY, MONEY)
def test_the_tax_is_never_more_than_sixty_percent_nor_negative(died: date, base: Decimal, amount: Decimal) -> None:
    tax = section_2056a_tax(Estate(died, base), amount).amount

    assert 0 <= tax <= amount * Decimal("0.60") + Decimal("0.01")


@given(DEATHS, MONEY, MONEY, MONEY)
def test_splitting_a_distribution_never_changes_the_tax(died: date, base: Decimal, one: Decimal, two: Decimal) -> None:
    estate = Estate(died, base)

    assert exact_tax(estate, one) + exact_tax(estate, two, one) == exact_tax(estate, one + two)
