from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assembler.law.figure import OutOfRange
from assembler.law.security_terms import ZONES, is_daylight, other_zone, zone_is_right


@pytest.mark.parametrize(
    ("day", "answer"),
    [
        ("2026-03-07", False),  # the second Sunday of March is the 8th
        ("2026-03-08", True),
        ("2026-10-31", True),
        ("2026-11-01", False),  # the first Sunday of November
        ("2027-03-14", True),
        ("2027-03-13", False),
        ("2027-11-06", True),
        ("2027-11-07", False),
        ("2027-06-30", True),
        ("2027-12-31", False),
        ("2006-04-01", False),  # the first Sunday of April is the 2nd
        ("2006-04-02", True),
        ("2006-10-28", True),
        ("2006-10-29", False),  # the last Sunday of October
        ("1999-10-30", True),
        ("1999-10-31", False),  # a last Sunday on the 31st
        ("2007-03-11", True),
        ("2007-11-03", True),
        ("2007-11-04", False),
    ],
)
def test_daylight_time_is_in_force_by_the_rule_of_the_year(day: str, answer: bool) -> None:
    assert is_daylight(date.fromisoformat(day)) is answer


def test_years_before_1987_are_outside() -> None:
    with pytest.raises(OutOfRange, match="1986"):
        is_daylight(date(1986, 7, 1))


@pytest.mark.parametrize(
    ("zone", "day", "answer"),
    [
        ("EST", "2027-06-30", False),
        ("EDT", "2027-06-30", True),
        ("EST", "2027-12-31", True),
        ("PDT", "2027-12-31", False),
        ("CST", "2027-11-07", True),
        ("CDT", "2027-11-07", False),
    ],
)
def test_standard_time_in_summer_is_wrong_and_so_is_daylight_time_in_winter(zone: str, day: str, answer: bool) -> None:
    assert zone_is_right(zone, date.fromisoformat(day)) is answer


def test_a_place_that_changes_no_clocks_keeps_standard_time_in_summer() -> None:
    assert zone_is_right("MST", date(2027, 6, 30), keeps_standard_time=True)
    assert not zone_is_right("MDT", date(2027, 6, 30), keeps_standard_time=True)
    assert zone_is_right("MST", date(2027, 12, 31), keeps_standard_time=True)


@given(st.sampled_from(sorted(ZONES)), st.dates(date(1987, 1, 1), date(2199, 12, 31)))
def test_of_the_two_zones_of_a_place_exactly_one_is_right(zone: str, day: date) -> None:
    assert zone_is_right(zone, day) is not zone_is_right(other_zone(zone), day)
    assert other_zone(other_zone(zone)) == zone


@given(st.integers(1987, 2199))
def test_daylight_time_begins_and_ends_once_a_year_and_on_a_sunday(year: int) -> None:
    days = [date(year, 1, 1) + timedelta(days=number) for number in range(365)]
    changes = [b for a, b in pairwise(days) if is_daylight(a) is not is_daylight(b)]

    assert [day.weekday() for day in changes] == [6, 6]
