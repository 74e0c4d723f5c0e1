from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assembler.law.estate import Estate
from assembler.law.figure import OutOfRange
from assembler.law.qdot_tax import section_2056a_tax
from assembler.law.qdot_tax_rate import (
    RateRule,
    highest_rate,
    is_hardship_exempt,
    rate_rule,
    refund,
    tax_at_highest_rate,
)


@pytest.mark.parametrize(
    ("qdots", "filer", "final", "rule"),
    [
        (1, None, True, RateRule.COMPUTED),
        (1, False, True, RateRule.COMPUTED),
        (1, None, False, RateRule.TENTATIVE),
        (1, None, None, None),
        (2, True, True, RateRule.COMPUTED),
        (2, True, False, RateRule.TENTATIVE),
        (2, False, True, RateRule.HIGHEST),
        (2, False, False, RateRule.HIGHEST),
        (2, False, None, RateRule.HIGHEST),
        (2, None, True, None),
        (2, None, False, None),
        (2, True, None, None),
    ],
)
def test_the_highest_rate_is_tentative_or_the_price_of_naming_no_filer(
    qdots: int, filer: bool | None, final: bool | None, rule: RateRule | None
) -> None:
    assert rate_rule(qdots, filer, final) is rule


def test_no_qdot_is_refused() -> None:
    with pytest.raises(OutOfRange, match="0 QDOTs"):
        rate_rule(0, None, None)


@pytest.mark.parametrize(
    ("qdots", "filer", "exempt"),
    [(1, None, True), (1, False, True), (2, True, True), (2, False, False), (2, None, None)],
)
def test_hardship_is_exempt_for_one_qdot_or_with_a_filer(qdots: int, filer: bool | None, exempt: bool | None) -> None:
    assert is_hardship_exempt(qdots, filer) is exempt


@pytest.mark.parametrize(
    ("died", "rate"),
    [
        (date(1988, 12, 1), 55),
        (date(1995, 1, 1), 55),
        (date(2001, 12, 31), 55),
        (date(2002, 1, 1), 50),
        (date(2003, 1, 1), 49),
        (date(2004, 1, 1), 48),
        (date(2005, 1, 1), 47),
        (date(2006, 1, 1), 46),
        (date(2007, 1, 1), 45),
        (date(2010, 1, 1), 35),
        (date(2012, 12, 31), 35),
        (date(2013, 1, 1), 40),
        (date(2026, 1, 1), 40),
    ],
)
def test_the_highest_rate_is_that_of_the_decedents_death(died: date, rate: int) -> None:
    assert highest_rate(died).value == rate


def test_the_tax_at_the_highest_rate_takes_no_credit() -> None:
    figure = tax_at_highest_rate(Decimal(70_000), date(1995, 1, 1))

    assert figure.value == 38_500
    assert figure.name == "tentative tax"
    assert [step.value for step in figure.steps] == [70_000, 55, 38_500]
    assert figure.law == ("26 USC 2056A(b)(2)(B)(i); 26 CFR 20.2056A-6(c)",)
    assert "26 USC 2056A(b)(2)(C)" in tax_at_highest_rate(Decimal(1), date(1995, 1, 1), RateRule.HIGHEST).law[0]
    assert "highest rate" in tax_at_highest_rate(Decimal(1), date(1995, 1, 1), RateRule.HIGHEST).name
    with pytest.raises(OutOfRange, match="is -1"):
        tax_at_highest_rate(Decimal(-1), date(1995, 1, 1))


def test_the_excess_of_the_tentative_tax_is_refunded() -> None:
    assert refund(Decimal(385_000), Decimal(235_000)).value == 150_000
    assert refund(Decimal(1), Decimal(2)).value == 0
    with pytest.raises(OutOfRange, match="paid is -1"):
        refund(Decimal(-1), Decimal(0))
    with pytest.raises(OutOfRange, match="computed is -1"):
        refund(Decimal(1), Decimal(-1))


@given(
    st.dates(min_value=date(2002, 1, 1), max_value=date(2026, 12, 31)),
    st.decimals(min_value=0, max_value=10**8, places=2),
    st.decimals(min_value=0, max_value=10**8, places=2),
)
def test_the_computed_tax_is_never_above_the_highest_rate(died: date, base: Decimal, amount: Decimal) -> None:
    computed = section_2056a_tax(Estate(died, base), amount).amount

    assert computed <= Decimal(str(tax_at_highest_rate(amount, died).value)) + Decimal("0.01")
