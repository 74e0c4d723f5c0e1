"""Last days roll over weekends and the holidays of the District of Columbia, as the Internal Revenue Service does."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assembler.law.calendar import (
    business_day_on_or_before,
    is_business_day,
    legal_holidays,
    months_later,
    next_year_end,
    observed,
    rolled,
    year_end,
    year_end_from,
    years_later,
)


@pytest.mark.parametrize(
    ("day", "last"),
    [
        pytest.param(date(2026, 4, 15), date(2026, 4, 15), id="a Wednesday stands"),
        pytest.param(date(2028, 4, 15), date(2028, 4, 18), id="Saturday, Sunday, Emancipation Day kept on Monday"),
        pytest.param(date(2027, 4, 15), date(2027, 4, 15), id="Emancipation Day on Friday the 16th moves nothing"),
        pytest.param(date(2022, 4, 15), date(2022, 4, 18), id="Emancipation Day on Saturday is kept on Friday"),
        pytest.param(date(2023, 4, 15), date(2023, 4, 18), id="Emancipation Day on Sunday is kept on Monday"),
        pytest.param(date(2016, 4, 15), date(2016, 4, 18), id="Rev. Rul. 2015-13"),
        pytest.param(date(2007, 4, 15), date(2007, 4, 17), id="the first year it moved a due date"),
        pytest.param(date(2006, 4, 15), date(2006, 4, 17), id="the year before it did not"),
        pytest.param(date(2005, 4, 15), date(2005, 4, 15), id="nor in its own first year"),
        pytest.param(date(2029, 1, 20), date(2029, 1, 22), id="Inauguration Day on a Saturday"),
        pytest.param(date(2025, 1, 20), date(2025, 1, 21), id="Inauguration Day"),
        pytest.param(date(2026, 6, 19), date(2026, 6, 22), id="Juneteenth"),
        pytest.param(date(2020, 6, 19), date(2020, 6, 19), id="before Juneteenth was a holiday"),
        pytest.param(date(2021, 12, 31), date(2022, 1, 3), id="New Year's Day on Saturday is kept the year before"),
        pytest.param(date(2026, 12, 25), date(2026, 12, 28), id="Christmas on a Friday"),
    ],
)
def test_a_last_day_rolls_to_the_next_business_day(day: date, last: date) -> None:
    assert rolled(day) == last


@pytest.mark.parametrize("year", [1987, *range(1988, 2061), 2061])
def test_the_table_of_holidays_says_what_the_library_says(year: int) -> None:
    assert legal_holidays(year) == observed(year), "write it anew: python .ci/legal_holidays.py"


@given(st.dates(date(1989, 1, 1), date(2060, 12, 31)))
def test_rolling_only_moves_forward_within_a_week_and_stops_at_once(day: date) -> None:
    last = rolled(day)

    assert day <= last <= day + timedelta(days=7)
    assert is_business_day(last)
    assert rolled(last) == last
    assert business_day_on_or_before(day) <= day
    assert (business_day_on_or_before(day) == day) is (last == day)


@pytest.mark.parametrize(
    ("year", "month_day", "end"),
    [(2027, "12-31", "2027-12-31"), (2028, "02-28", "2028-02-29"), (2027, "02-28", "2027-02-28")],
)
def test_a_year_ends_on_its_day_and_one_in_february_on_its_last(year: int, month_day: str, end: str) -> None:
    assert year_end(year, month_day) == date.fromisoformat(end)


@pytest.mark.parametrize(("day", "end"), [("2027-06-30", "2027-06-30"), ("2027-07-01", "2028-06-30")])
def test_a_day_falls_in_the_year_that_ends_on_it_or_next(day: str, end: str) -> None:
    assert year_end_from(date.fromisoformat(day), "06-30") == date.fromisoformat(end)


def test_months_and_years_keep_the_day_where_they_can() -> None:
    assert months_later(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert years_later(date(2024, 2, 29), 4) == date(2028, 2, 29)


def test_a_taxable_year_that_ends_a_month_goes_on_ending_it() -> None:
    assert next_year_end(date(2027, 2, 28)) == date(2028, 2, 29)
    assert next_year_end(date(2026, 12, 31)) == date(2027, 12, 31)
    assert next_year_end(date(2026, 6, 15)) == date(2027, 6, 15)
