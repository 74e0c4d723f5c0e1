from datetime import date
from decimal import Decimal

import pytest
from hypothesis import strategies as st

from assembler.law.estate import CreditBy, Estate, Nonresident
from assembler.law.estate_tax import gross_tax_steps, tax_on, unified_credit
from assembler.law.figure import OutOfRange
from assembler.law.net_tax import estate_tax

MONEY = st.decimals(min_value=0, max_value=10**9, places=2)
DEATHS = st.dates(min_value=date(1988, 11, 11), max_value=date(2026, 12, 31))


def tax(amount: str, died: date = date(1995, 6, 1)) -> Decimal:
    return gross_tax_steps(Decimal(amount), died)[-1].number


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


def test_the_steps_show_the_base_the_rate_and_the_additional_tax() -> None:
    steps = [(step.text, step.value) for step in gross_tax_steps(Decimal(11_000_000), date(1995, 6, 1))]

    assert steps == [
        ("Tax on $3,000,000", 1_290_800),
        ("Plus 55 percent of $8,000,000", 4_400_000),
        ("Plus 5 percent of the amount over $10,000,000", 50_000),
        ("Gross tax", 5_740_800),
    ]


@pytest.mark.parametrize("amount", ["-0.01", "NaN", "sNaN", "Infinity", "1e12", "1e40"])
def test_an_amount_that_is_no_amount_is_refused(amount: str) -> None:
    with pytest.raises(OutOfRange, match="taxable estate"):
        Estate(date(1995, 6, 1), Decimal(amount))


def test_deaths_outside_the_tables_are_refused() -> None:
    with pytest.raises(OutOfRange, match="1987-12-31"):
        tax_on(Decimal(1), date(1987, 12, 31))
    with pytest.raises(OutOfRange, match="2027"):
        estate_tax(Estate(date(2027, 1, 1), Decimal(1)))


def test_the_largest_amount_keeps_its_cents() -> None:
    assert tax("999999999999.99", date(2026, 1, 1)) == Decimal("399999945800.00")


def net(estate: Estate) -> Decimal:
    return estate_tax(estate).number


@pytest.mark.parametrize(
    ("who", "died", "expected"),
    [
        pytest.param(None, date(1995, 6, 1), 192_800, id="citizen, 1995"),
        pytest.param(None, date(2026, 6, 1), 5_945_800, id="citizen, 2026"),
        pytest.param(Nonresident(), date(2026, 6, 1), 13_000, id="nonresident"),
        pytest.param(
            Nonresident(CreditBy.TREATY, Decimal(2_000_000), Decimal(10_000_000)),
            date(2026, 6, 1),
            1_189_160,
            id="treaty: a fifth of the citizen's credit",
        ),
        pytest.param(
            Nonresident(CreditBy.TREATY, Decimal(1), Decimal(1)), date(1995, 6, 1), 192_800, id="treaty: all here"
        ),
        pytest.param(
            Nonresident(CreditBy.POSSESSION, Decimal(1), Decimal(2)), date(1995, 6, 1), 23_400, id="possession: half"
        ),
        pytest.param(
            Nonresident(CreditBy.POSSESSION, Decimal(1), Decimal(10)), date(1995, 6, 1), 13_000, id="possession: least"
        ),
    ],
)
def test_the_unified_credit_depends_on_status_and_year(who: Nonresident | None, died: date, expected: int) -> None:
    assert unified_credit(Estate(died, Decimal(0), nonresident=who)).value == expected


def test_how_a_credit_was_reached_is_shown_where_it_is_not_that_of_the_table() -> None:
    treaty = Nonresident(CreditBy.TREATY, Decimal(0), Decimal(1))
    texts = [
        [step.text for step in estate_tax(estate).steps]
        for estate in (
            Estate(date(2026, 1, 1), Decimal(1)),
            Estate(date(2026, 1, 1), Decimal(1), spousal_unused_exclusion=Decimal(1)),
            Estate(date(2026, 1, 1), Decimal(1), nonresident=Nonresident()),
            Estate(date(2026, 1, 1), Decimal(1), nonresident=treaty),
        )
    ]

    assert [len(steps) for steps in texts] == [6, 9, 7, 7]
    assert "Plus a former spouse's unused exclusion" in texts[1]
    assert "Unified credit of a nonresident not a citizen" in texts[2]
    assert unified_credit(Estate(date(2026, 1, 1), Decimal(1), nonresident=treaty)).value == 0


def test_a_former_spouses_unused_exclusion_is_added_from_2011() -> None:
    unused = Decimal(5_000_000)

    assert unified_credit(Estate(date(2026, 1, 1), Decimal(0), spousal_unused_exclusion=unused)).value == 7_945_800
    assert net(Estate(date(2026, 1, 1), Decimal(20_000_000), spousal_unused_exclusion=unused)) == 0
    unified_credit(Estate(date(2011, 1, 1), Decimal(0), spousal_unused_exclusion=unused))
    with pytest.raises(OutOfRange, match="unused exclusion"):
        unified_credit(Estate(date(2010, 12, 31), Decimal(0), spousal_unused_exclusion=unused))
