from datetime import date

import pytest

from assembler.law.calendar import year_end, year_end_from


@pytest.mark.parametrize(
    ("year", "month_day", "end"),
    [(2027, "12-31", "2027-12-31"), (2028, "02-28", "2028-02-29"), (2027, "02-28", "2027-02-28")],
)
def test_a_year_ends_on_its_day_and_one_in_february_on_its_last(year: int, month_day: str, end: str) -> None:
    assert year_end(year, month_day) == date.fromisoformat(end)


@pytest.mark.parametrize(("day", "end"), [("2027-06-30", "2027-06-30"), ("2027-07-01", "2028-06-30")])
def test_a_day_falls_in_the_year_that_ends_on_it_or_next(day: str, end: str) -> None:
    assert year_end_from(date.fromisoformat(day), "06-30") == date.fromisoformat(end)
