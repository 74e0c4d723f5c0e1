from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from assembler.law import death_taxes
from assembler.law.estate import Estate, ForeignTax
from assembler.law.figure import OutOfRange
from assembler.law.net_tax import estate_tax


def net(estate: Estate) -> Decimal:
    return estate_tax(estate).number


@pytest.mark.parametrize(
    ("taxable", "died", "limit"),
    [
        pytest.param("1300000", date(1995, 1, 1), "51600", id="20.2056A-6(d) Example 2(i)"),
        pytest.param("2100000", date(1995, 1, 1), "106800", id="Example 2(ii), on a bound"),
        pytest.param("1500000", date(1997, 1, 1), "64400", id="20.2056A-7(c)(ii)(A)"),
        pytest.param("700000", date(1997, 1, 1), "18000", id="20.2056A-7(c)(ii)(B)"),
        pytest.param("60000", date(1995, 1, 1), "0", id="nothing is left after 60,000"),
        pytest.param("59999", date(1995, 1, 1), "0", id="less than nothing is nothing"),
        pytest.param("100000", date(1995, 1, 1), "0", id="40,000 adjusted bears none"),
        pytest.param("100125", date(1995, 1, 1), "1", id="above it, eight-tenths of a percent"),
        pytest.param("10200000", date(1995, 1, 1), "1098800", id="the open bracket, sixteen percent"),
        pytest.param("2000000", date(2001, 12, 31), "99600", id="the whole to 2001"),
        pytest.param("2000000", date(2002, 1, 1), "74700", id="three quarters in 2002"),
        pytest.param("2000000", date(2003, 1, 1), "49800", id="half in 2003"),
        pytest.param("2000000", date(2004, 12, 31), "24900", id="a quarter in 2004"),
        pytest.param("2000000", date(2005, 1, 1), "0", id="none from 2005"),
    ],
)
def test_the_state_credit_is_limited_by_the_adjusted_taxable_estate(taxable: str, died: date, limit: str) -> None:
    assert death_taxes.state_credit_limit(Decimal(taxable), died) == Decimal(limit)


def test_taxes_paid_below_the_limit_are_credited_whole() -> None:
    assert net(Estate(date(1995, 1, 1), Decimal(1_300_000), state_tax_paid=Decimal(51_599))) == 225_401
    assert net(Estate(date(1995, 1, 1), Decimal(1_300_000), state_tax_paid=Decimal(51_601))) == 225_400


def test_the_state_credit_is_no_more_than_the_tax_after_the_unified_credit() -> None:
    estate = Estate(date(1995, 1, 1), Decimal(610_000), state_tax_paid=Decimal(14_000))

    figure = estate_tax(estate)

    assert figure.value == 0
    assert "Less: credit for State death taxes (the lesser, not more than the tax of $3,700 left)" in [
        step.text for step in figure.steps
    ]


def test_from_2005_state_tax_paid_changes_nothing_here_being_deducted_before() -> None:
    assert death_taxes.is_credited(date(2004, 12, 31))
    assert not death_taxes.is_credited(date(2005, 1, 1))
    assert net(Estate(date(2005, 1, 1), Decimal(2_000_000), state_tax_paid=Decimal(50_000))) == 225_000


def test_the_tax_left_is_named_only_where_it_is_the_least() -> None:
    estate = Estate(date(1995, 1, 1), Decimal(610_000), state_tax_paid=Decimal(3_000))

    figure = estate_tax(estate)

    assert figure.value == 700
    exactly = estate_tax(replace(estate, state_tax_paid=Decimal(3_700)))
    assert exactly.value == 0
    assert "Less: credit for State death taxes (the lesser)" in [step.text for step in exactly.steps]
    assert "Less: credit for State death taxes (the lesser)" in [step.text for step in figure.steps]


def foreign(paid: int, worth: int, country: str = "Portugal") -> ForeignTax:
    return ForeignTax(country, Decimal(paid), Decimal(worth))


def abroad(*taxes: ForeignTax, base: int | None = 30_000_000) -> Estate:
    whole = None if base is None else Decimal(base)
    return Estate(date(2026, 1, 1), Decimal(25_000_000), foreign=taxes, foreign_base=whole)


def test_the_foreign_credit_is_the_lesser_of_tax_paid_and_federal_tax_on_that_property() -> None:
    assert net(abroad(foreign(1_000_000, 6_000_000))) == 4_000_000 - 800_000
    assert net(abroad(foreign(700_000, 6_000_000))) == 4_000_000 - 700_000


def test_each_country_has_its_own_limit() -> None:
    assert net(abroad(foreign(1_000_000, 6_000_000), foreign(900_000, 3_000_000, "Brasil"))) == 2_800_000
    assert net(abroad(foreign(500_000, 3_000_000), foreign(500_000, 3_000_000))) == 3_200_000


def test_the_foreign_credit_needs_the_estate_it_is_a_part_of() -> None:
    assert net(abroad(foreign(1, 30_000_000))) == 3_999_999
    for base in (None, 0, 29_999_999):
        with pytest.raises(OutOfRange, match="unstated value" if base is None else str(base)):
            net(abroad(foreign(1, 30_000_000), base=base))
    with pytest.raises(OutOfRange, match="Brasil, Portugal"):
        net(abroad(foreign(1, 20_000_000), foreign(1, 10_000_001, "Brasil")))
    with pytest.raises(OutOfRange, match="worth 0"):
        net(abroad(foreign(1, 0), base=0))
    assert net(abroad(foreign(1, 1), base=1)) == 3_999_999


def test_other_credits_take_what_the_foreign_credit_leaves() -> None:
    estate = replace(abroad(foreign(1_000_000, 6_000_000)), other_credits=Decimal(3_300_000))

    assert net(estate) == 0
    assert net(replace(estate, other_credits=Decimal(3_100_000))) == 100_000


def test_a_negative_foreign_tax_is_refused() -> None:
    with pytest.raises(OutOfRange, match="Portugal is -1"):
        abroad(foreign(-1, 1))
    with pytest.raises(OutOfRange, match="taxed by Portugal"):
        abroad(foreign(1, -1))
