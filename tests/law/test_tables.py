"""The published tables are carried over whole, and nothing outside them is guessed."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

import pytest

from assembler.law import tables
from assembler.law.actuarial import PER_YEAR
from assembler.law.figure import OutOfRange

ALL = (
    "mortality",
    "mortality_periods",
    "section_7520_rates",
    "table_j",
    "table_k",
    "estate_tax_rates",
    "applicable_exclusion",
    "spouse_gift_exclusion",
    "state_death_tax_credit",
    "state_death_tax_credit_share",
    "state_death_taxes",
)


@pytest.mark.parametrize("name", ALL)
def test_every_table_says_what_it_is_what_it_covers_and_where_it_comes_from(name: str) -> None:
    table = tables.read(name)

    assert table.about
    assert table.covers
    assert table.source
    assert table.rows


@pytest.mark.parametrize("name", ["80CNSMT", "90CM", "2000CM", "2010CM"])
def test_the_number_living_starts_at_100000_falls_every_year_and_ends_at_none(name: str) -> None:
    living = tables.lives(name)

    assert living[0] == 100000
    assert all(later < earlier for earlier, later in pairwise(living))
    assert len(living) == 111
    assert living[110] == 0


def test_table_2010cm_has_the_numbers_that_publication_1457_prints() -> None:
    living = tables.lives("2010CM")

    assert [living[age] for age in (1, 21, 60, 65, 109)] == [
        Decimal(printed) for printed in ("99382.28", "98824.20", "88665.95", "84221.59", "15.47804")
    ]


def end_of_period(rate: Decimal, interval: str) -> Decimal:
    """Compute a Table K factor, four places: what payments at the end of each period gain on annual ones."""
    i, m = rate / 100, Decimal(PER_YEAR[interval])
    return (i / (m * ((1 + i) ** (1 / m) - 1))).quantize(Decimal("0.0001"), ROUND_HALF_UP)


def beginning_of_period(rate: Decimal, interval: str) -> Decimal:
    """Compute a Table J factor, four places: payments of a term certain at the beginning of each period."""
    i, m = rate / 100, Decimal(PER_YEAR[interval])
    return (i / (m * (1 - (1 + i) ** (-1 / m)))).quantize(Decimal("0.0001"), ROUND_HALF_UP)


@pytest.mark.parametrize("interval", PER_YEAR)
def test_every_row_of_tables_k_and_j_agrees_with_its_formula(interval: str) -> None:
    for row in tables.read("table_k").rows:
        rate = Decimal(row["rate"])
        assert tables.table_k(rate, interval) == end_of_period(rate, interval)
        assert tables.table_j(rate, interval) == beginning_of_period(rate, interval)


def test_every_section_7520_rate_is_the_midterm_rate_rounded_to_two_tenths_ties_upward() -> None:
    rows = [row for row in tables.read("section_7520_rates").rows if row["midterm_120_annual"]]

    for row in rows:
        exact = Decimal(row["midterm_120_annual"])
        nearest = (exact * 5).to_integral_value("ROUND_HALF_UP") / 5
        assert Decimal(row["rate"]) == nearest, row
    assert len(rows) > 360


def test_the_months_run_from_may_1989_to_october_2026_without_a_gap() -> None:
    months = [int(row["year"]) * 12 + int(row["month"]) for row in tables.read("section_7520_rates").rows]

    assert months == list(range(1989 * 12 + 5, 2026 * 12 + 11))


def test_the_rate_is_that_of_the_month_of_valuation() -> None:
    assert tables.section_7520_rate(date(2026, 10, 31)) == Decimal("5.6")
    assert tables.section_7520_rate(date(2026, 9, 1)) == Decimal("5.4")


@pytest.mark.parametrize("day", [date(1989, 4, 30), date(2026, 11, 1)])
def test_a_month_outside_the_table_has_no_rate(day: date) -> None:
    with pytest.raises(OutOfRange, match=f"{day:%Y-%m}"):
        tables.section_7520_rate(day)


def test_two_months_back_is_for_charitable_interests_only() -> None:
    january = date(2026, 1, 15)

    assert tables.section_7520_rate(january, months_before=2, is_charitable=True) == tables.section_7520_rate(
        date(2025, 11, 1)
    )
    assert tables.section_7520_rate(january, months_before=1, is_charitable=True) == tables.section_7520_rate(
        date(2025, 12, 1)
    )
    with pytest.raises(OutOfRange, match="2 month"):
        tables.section_7520_rate(january, months_before=2)
    with pytest.raises(OutOfRange, match="3 month"):
        tables.section_7520_rate(january, months_before=3, is_charitable=True)


@pytest.mark.parametrize(
    ("valuation", "table"),
    [
        (date(1989, 5, 1), "80CNSMT"),
        (date(1999, 4, 30), "80CNSMT"),
        (date(1999, 5, 1), "90CM"),
        (date(2009, 4, 30), "90CM"),
        (date(2009, 5, 1), "2000CM"),
        (date(2023, 5, 31), "2000CM"),
        (date(2023, 6, 1), "2010CM"),
        (date(2030, 1, 1), "2010CM"),
    ],
)
def test_the_valuation_date_names_the_mortality_table(valuation: date, table: str) -> None:
    assert tables.mortality_table(valuation, valuation) == table


@pytest.mark.parametrize(
    ("died", "is_open"),
    [
        pytest.param(date(2019, 4, 30), False, id="April 30, 2019 is not after April 30, 2019"),
        pytest.param(date(2019, 5, 1), True, id="the day after is"),
        pytest.param(date(2023, 5, 31), True, id="the last day of the older table"),
    ],
)
def test_the_newest_table_may_be_chosen_for_earlier_deaths_in_its_window(died: date, is_open: bool) -> None:
    assert ("2010CM" in tables.mortality_tables_open(died, died)) is is_open
    assert tables.mortality_table(died, died) == "2000CM"
    if is_open:
        assert tables.mortality_table(died, died, "2010CM") == "2010CM"
    else:
        with pytest.raises(OutOfRange, match="not open"):
            tables.mortality_table(died, died, "2010CM")


def test_no_mortality_table_reaches_a_valuation_before_may_1989() -> None:
    with pytest.raises(OutOfRange, match="1989-04-30"):
        tables.mortality_table(date(1989, 4, 30), date(1989, 4, 30))
    with pytest.raises(OutOfRange, match="1958CSO"):
        tables.lives("1958CSO")


@pytest.mark.parametrize(("rate", "interval"), [("22.2", "monthly"), ("5.5", "monthly"), ("5.6", "daily")])
def test_a_rate_or_interval_the_adjustment_tables_lack_is_outside(rate: str, interval: str) -> None:
    with pytest.raises(OutOfRange, match="no factor"):
        tables.table_k(Decimal(rate), interval)


@pytest.mark.parametrize(
    ("name", "key", "count"),
    [
        pytest.param("section_7520_rates", date(1991, 12, 31), 1, id="a rate two sources dispute"),
        pytest.param("section_7520_rates", date(1992, 1, 31), 0, id="the month after it"),
        pytest.param("section_7520_rates", date(1995, 12, 31), 1, id="last month of a range, last day"),
        pytest.param("section_7520_rates", date(2026, 10, 1), 0, id="a confirmed rate"),
        pytest.param("table_k", Decimal("20.0"), 0, id="the last printed rate of Table K"),
        pytest.param("table_k", Decimal("20.2"), 1, id="beyond the print"),
        pytest.param("table_k", Decimal("22.0"), 1, id="the last rate of the table"),
        pytest.param("table_j", Decimal("9.4"), 1, id="Table J beyond the print"),
        pytest.param("mortality", "80CNSMT", 1, id="the oldest mortality table"),
        pytest.param("mortality", "90CM", 0, id="a checked mortality table"),
        pytest.param("spouse_gift_exclusion", 2004, 2, id="a year with one source"),
        pytest.param("spouse_gift_exclusion", 2026, 0, id="this year"),
        pytest.param("estate_tax_rates", date(1995, 6, 1), 2, id="two notes touch one death"),
        pytest.param("estate_tax_rates", date(2003, 1, 1), 0, id="none after 2002"),
    ],
)
def test_a_note_prints_for_exactly_the_rows_it_is_about(name: str, key: tables.reading.Key, count: int) -> None:
    assert len(tables.unconfirmed(name, key)) == count


def test_each_base_tax_follows_from_the_brackets_below_it() -> None:
    for year in range(1988, 2027):
        brackets = tables.estate_tax_brackets(date(year, 6, 30))
        for below, above in pairwise(brackets):
            assert below.upper == above.lower
            assert above.base_tax == below.base_tax + (above.lower - below.lower) * below.rate / 100
        assert brackets[0].lower == 0
        assert brackets[-1].upper is None


@pytest.mark.parametrize("year", range(1988, 2027))
def test_the_credit_is_the_tax_on_the_exclusion(year: int) -> None:
    exclusion = tables.applicable_exclusion(year)
    bracket = next(
        b
        for b in tables.estate_tax_brackets(date(year, 1, 1))
        if b.lower <= exclusion.amount and (b.upper is None or exclusion.amount <= b.upper)
    )

    assert exclusion.credit == bracket.base_tax + (exclusion.amount - bracket.lower) * bracket.rate / 100


def test_the_tax_tables_begin_and_end() -> None:
    with pytest.raises(OutOfRange, match="1987-12-31"):
        tables.estate_tax_brackets(date(1987, 12, 31))
    with pytest.raises(OutOfRange, match="2027"):
        tables.applicable_exclusion(2027)
    with pytest.raises(OutOfRange, match="before the exclusion"):
        tables.spouse_gift_exclusion(date(1988, 7, 13))
    with pytest.raises(OutOfRange, match="2027"):
        tables.spouse_gift_exclusion(date(2027, 1, 1))


def test_the_gift_exclusion_is_that_of_the_year_of_the_gift() -> None:
    assert tables.spouse_gift_exclusion(date(1988, 7, 14)) == 100000
    assert tables.spouse_gift_exclusion(date(2025, 12, 31)) == 190000
    assert tables.spouse_gift_exclusion(date(2026, 1, 1)) == 194000


@pytest.mark.parametrize(
    ("died", "upper"),
    [(date(1997, 12, 31), 21040000), (date(1998, 1, 1), 17184000), (date(2001, 12, 31), 17184000)],
)
def test_the_additional_tax_runs_from_ten_million_to_an_end_that_moved(died: date, upper: int) -> None:
    extra = tables.additional_tax(died)

    assert extra is not None
    assert [extra.lower, extra.upper, extra.base_tax, extra.rate] == [10000000, upper, 0, 5]


def test_no_additional_tax_after_2001_and_a_choice_only_in_2010() -> None:
    assert tables.additional_tax(date(2002, 1, 1)) is None
    assert tables.may_choose_no_estate_tax(date(2010, 12, 31))
    assert not tables.may_choose_no_estate_tax(date(2011, 1, 1))


@pytest.mark.parametrize(
    ("died", "percent"),
    [
        (date(1988, 1, 1), 100),
        (date(2001, 12, 31), 100),
        (date(2002, 1, 1), 75),
        (date(2003, 1, 1), 50),
        (date(2004, 12, 31), 25),
        (date(2005, 1, 1), 0),
    ],
)
def test_the_state_credit_is_phased_out(died: date, percent: int) -> None:
    assert tables.state_death_tax_credit_share(died) == percent
    assert tables.state_death_tax_credit_brackets()[-1].base_tax == 1082800
