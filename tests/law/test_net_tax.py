from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assembler.law.estate import Estate, Nonresident
from assembler.law.figure import OutOfRange
from assembler.law.net_tax import estate_tax
from assembler.law.tables import applicable_exclusion

MONEY = st.decimals(min_value=0, max_value=10**9, places=2)
DEATHS = st.dates(min_value=date(1988, 11, 11), max_value=date(2026, 12, 31))


def net(estate: Estate) -> Decimal:
    return estate_tax(estate).number


def test_at_the_end_of_the_additional_tax_the_whole_estate_has_borne_fifty_five_percent() -> None:
    citizen = Estate(date(1995, 6, 1), Decimal(21_040_000))
    nonresident = Estate(date(1995, 6, 1), Decimal(17_444_000), nonresident=Nonresident())
    more = Estate(date(1995, 6, 1), Decimal(17_444_100), nonresident=Nonresident())
    later = Estate(date(1998, 6, 1), Decimal(17_184_000), nonresident=Nonresident())

    assert net(citizen) == Decimal("0.55") * 21_040_000
    assert net(nonresident) == Decimal("0.55") * 17_444_000
    assert net(more) - net(nonresident) == 55
    assert net(later) == Decimal("0.55") * 17_184_000 - 13_000


@pytest.mark.parametrize("year", range(1989, 2027))
def test_an_estate_of_exactly_the_exclusion_pays_nothing_and_a_dollar_more_pays(year: int) -> None:
    exclusion = applicable_exclusion(year).amount

    assert net(Estate(date(year, 7, 1), exclusion)) == 0
    assert net(Estate(date(year, 7, 1), exclusion + 1)) > 0


@given(DEATHS, MONEY, MONEY)
def test_a_larger_estate_never_pays_less(died: date, one: Decimal, other: Decimal) -> None:
    less, more = sorted((one, other))
    state = Decimal(10**6)

    assert net(Estate(died, less, state_tax_paid=state)) <= net(Estate(died, more, state_tax_paid=state))


@given(DEATHS, MONEY)
def test_a_nonresident_never_pays_less_than_a_resident(died: date, amount: Decimal) -> None:
    assert net(Estate(died, amount)) <= net(Estate(died, amount, nonresident=Nonresident()))


def test_the_last_day_on_which_the_additional_tax_took_back_the_credit_was_in_1997() -> None:
    last = Estate(date(1997, 12, 31), Decimal(50_000_000), nonresident=Nonresident())
    first = Estate(date(1998, 1, 1), Decimal(50_000_000), nonresident=Nonresident())

    assert net(last) == Decimal("0.55") * 50_000_000
    assert net(first) == Decimal("0.55") * 50_000_000 - 13_000


def test_adjusted_taxable_gifts_push_the_estate_into_higher_brackets_and_their_tax_is_taken_off() -> None:
    estate = Estate(
        date(1995, 6, 1),
        Decimal(1_000_000),
        adjusted_taxable_gifts=Decimal(200_000),
        gift_tax_payable=Decimal(30_000),
    )

    assert net(estate) == 427_800 - 30_000 - 192_800
    steps = [(step.text, step.value) for step in estate_tax(estate).steps]
    assert steps[:3] == [
        ("Decedent's actual taxable estate", 1_000_000),
        ("Adjusted taxable gifts", 200_000),
        ("Total", 1_200_000),
    ]
    assert ("Less: gift tax payable on gifts after 1976", 30_000) in steps
    assert ("Tax after gift tax payable", 397_800) in steps


def test_gift_tax_payable_never_makes_the_tax_negative() -> None:
    estate = Estate(date(1995, 6, 1), Decimal(100), adjusted_taxable_gifts=Decimal(100), gift_tax_payable=Decimal(999))

    assert net(estate) == 0


def test_other_credits_come_last_and_take_no_more_than_is_left() -> None:
    assert net(Estate(date(2026, 1, 1), Decimal(16_000_000), other_credits=Decimal(100_000))) == 300_000
    assert net(Estate(date(2026, 1, 1), Decimal(16_000_000), other_credits=Decimal(900_000))) == 0


def test_in_2010_the_executor_may_have_chosen_no_estate_tax() -> None:
    estate = Estate(date(2010, 12, 31), Decimal(50_000_000), chose_no_estate_tax=True)

    assert net(estate) == 0
    assert net(Estate(date(2010, 12, 31), Decimal(6_000_000))) == 350_000
    with pytest.raises(OutOfRange, match="2011-01-01"):
        Estate(date(2011, 1, 1), Decimal(1), chose_no_estate_tax=True)
