"""Last days roll over weekends and the holidays of the District of Columbia, as the Internal Revenue Service does."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assembler.law.calendar import business_day_on_or_before, is_business_day, rolled


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


@given(st.dates(date(1989, 1, 1), date(2060, 12, 31)))
def test_rolling_only_moves_forward_within_a_week_and_stops_at_once(day: date) -> None:
    last = rolled(day)

    assert day <= last <= day + timedelta(days=7)
    assert is_business_day(last)
    assert rolled(last) == last
    assert business_day_on_or_before(day) <= day
    assert (business_day_on_or_before(day) == day) is (last == day)
