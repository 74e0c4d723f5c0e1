from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assembler.law.estate import CreditBy, Estate, ForeignTax, Nonresident
from assembler.law.estate_tax import gross_tax_steps, tax_on
from assembler.law.figure import OutOfRange
from assembler.law.net_tax import estate_tax
from assembler.law.tables import applicable_exclusion

MONEY = st.decimals(min_value=0, max_value=10**9, places=2)
DEATHS = st.dates(min_value=date(1988, 11, 11), max_value=date(2026, 12, 31))


def tax(amount: str, died: date = date(1995, 6, 1)) -> Decimal:
    return Decimal(str(gross_tax_steps(Decimal(amount), died)[-1].value))


def net(estate: Estate) -> Decimal:
    return Decimal(str(estate_tax(estate).value))


@pytest.mark.parametrize(
    ("amount", "died", "expected"),
    [
        pytest.param("0", date(1995, 6, 1), "0", id="nothing"),
        pytest.param("500000", date(1995, 6, 1), "155800", id="20.2056A-6(d) Example 1, D's taxable estate"),
        pytest.param("1200000", date(1995, 6, 1), "427800", id="Example 1, with the QDOT"),
        pytest.param("1300000", date(1995, 6, 1), "469800", id="Example 2, D's taxable estate"),
        pytest.param("2100000", date(1995, 6, 1), "829800", id="Example 2, with the QDOT"),
        pytest.param("1500000", date(1997, 1, 1), "555800", id="20.2056A-7(c), S's taxable estate"),
        pytest.param("700000", date(1997, 1, 1), "229800", id="20.2056A-7(c), without the QDOT"),
        pytest.param("10000", date(2026, 1, 1), "1800", id="on a bound, the lower bracket"),
        pytest.param("10000.01", date(2026, 1, 1), "1800.00", id="a cent above a bound"),
        pytest.param("10000.05", date(2026, 1, 1), "1800.01", id="five cents at twenty percent"),
        pytest.param("3000000", date(2002, 12, 31), "1275800", id="fifty percent in 2002"),
        pytest.param("3000000", date(2003, 1, 1), "1270800", id="forty-nine in 2003"),
        pytest.param("3000000", date(2009, 12, 31), "1230800", id="forty-five to 2009"),
        pytest.param("3000000", date(2010, 1, 1), "1030800", id="thirty-five from 2010"),
        pytest.param("3000000", date(2012, 12, 31), "1030800", id="thirty-five to 2012"),
        pytest.param("3000000", date(2013, 1, 1), "1145800", id="forty from 2013"),
    ],
)
def test_the_gross_tax_is_that_of_the_date_of_death(amount: str, died: date, expected: str) -> None:
    assert tax(amount, died) == Decimal(expected)


@pytest.mark.parametrize(
    ("amount", "died", "expected"),
    [
        pytest.param("10000000", date(1997, 12, 31), "5140800", id="exactly ten million bears no additional tax"),
        pytest.param("10000100", date(1997, 12, 31), "5140860", id="above it, sixty percent"),
        pytest.param("21040000", date(1997, 12, 31), "11764800", id="to 21,040,000 before 1998"),
        pytest.param("21040100", date(1997, 12, 31), "11764855", id="above that fifty-five again"),
        pytest.param("17184000", date(1998, 1, 1), "9451200", id="to 17,184,000 from 1998: 55 percent of the whole"),
        pytest.param("17184100", date(2001, 12, 31), "9451255", id="above that fifty-five"),
        pytest.param("17184000", date(2002, 1, 1), "8367800", id="none from 2002"),
    ],
)
def test_the_additional_five_percent_takes_back_the_lower_rates(amount: str, died: date, expected: str) -> None:
    assert tax(amount, died) == Decimal(expected)


def test_at_the_end_of_the_additional_tax_the_whole_estate_has_borne_fifty_five_percent() -> None:
    citizen = Estate(date(1995, 6, 1), Decimal(21_040_000))
    nonresident = Estate(date(1995, 6, 1), Decimal(17_444_000), nonresident=Nonresident())
    more = Estate(date(1995, 6, 1), Decimal(17_444_100), nonresident=Nonresident())
    later = Estate(date(1998, 6, 1), Decimal(17_184_000), nonresident=Nonresident())

    assert net(citizen) == Decimal("0.55") * 21_040_000
    assert net(nonresident) == Decimal("0.55") * 17_444_000
    assert net(more) - net(nonresident) == 55
    assert net(later) == Decimal("0.55") * 17_184_000 - 13_000


def test_the_steps_show_the_base_the_rate_and_the_additional_tax() -> None:
    steps = [(step.text, step.value) for step in gross_tax_steps(Decimal(11_000_000), date(1995, 6, 1))]

    assert steps == [
        ("Tax on $3,000,000", 1_290_800),
        ("Plus 55 percent of $8,000,000", 4_400_000),
        ("Plus 5 percent of the amount over $10,000,000", 50_000),
        ("Gross tax", 5_740_800),
    ]


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


@pytest.mark.parametrize("amount", ["-0.01", "NaN", "sNaN", "Infinity", "1e12", "1e40"])
def test_an_amount_that_is_no_amount_is_refused(amount: str) -> None:
    with pytest.raises(OutOfRange, match="taxable estate"):
        Estate(date(1995, 6, 1), Decimal(amount))


def test_deaths_outside_the_tables_are_refused() -> None:
    with pytest.raises(OutOfRange, match="1987-12-31"):
        tax_on(Decimal(1), date(1987, 12, 31))
    with pytest.raises(OutOfRange, match="2027"):
        estate_tax(Estate(date(2027, 1, 1), Decimal(1)))


def test_a_nonresident_who_died_by_november_10_1988_had_other_rates() -> None:
    with pytest.raises(OutOfRange, match="other rates"):
        Estate(date(1988, 11, 10), Decimal(1), nonresident=Nonresident())
    Estate(date(1988, 11, 11), Decimal(1), nonresident=Nonresident())


@pytest.mark.parametrize(
    "who",
    [
        Nonresident(CreditBy.TREATY),
        Nonresident(CreditBy.TREATY, Decimal(2), Decimal(1)),
        Nonresident(CreditBy.POSSESSION, Decimal(-1), Decimal(1)),
    ],
)
def test_a_proportion_needs_both_gross_estates(who: Nonresident) -> None:
    with pytest.raises(OutOfRange, match="gross estate"):
        Estate(date(1995, 6, 1), Decimal(1), nonresident=who)


def test_a_nonresident_states_state_and_foreign_credits_as_other_credits() -> None:
    foreign = (ForeignTax("Portugal", Decimal(1), Decimal(1)),)

    with pytest.raises(OutOfRange, match="is a share"):
        Estate(date(1995, 6, 1), Decimal(1), nonresident=Nonresident(), state_tax_paid=Decimal(1))
    with pytest.raises(OutOfRange, match="foreign"):
        Estate(date(1995, 6, 1), Decimal(1), nonresident=Nonresident(), foreign=foreign)
    with pytest.raises(OutOfRange, match="unused"):
        Estate(date(2015, 6, 1), Decimal(1), nonresident=Nonresident(), spousal_unused_exclusion=Decimal(1))


def test_the_largest_amount_keeps_its_cents() -> None:
    assert tax("999999999999.99", date(2026, 1, 1)) == Decimal("399999945800.00")
