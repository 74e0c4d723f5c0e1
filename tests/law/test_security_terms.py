from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assembler.law import security_terms as law
from assembler.law.figure import OutOfRange
from assembler.law.security_terms import ZONES, is_daylight, other_zone, zone_is_right

FIRST = Decimal("1300000.01")


@pytest.mark.parametrize(
    ("effective", "expires", "answer"),
    [
        ("2026-11-16", "2027-11-16", True),  # exactly one year
        ("2026-11-16", "2027-11-15", False),  # one day short
        ("2026-11-16", "2029-11-16", True),
        ("2028-02-29", "2029-02-28", True),  # there is no anniversary
        ("2028-02-29", "2029-02-27", False),
        ("2027-02-28", "2028-02-28", True),
        ("2026-11-16", "2026-11-16", False),
    ],
)
def test_a_term_is_at_least_one_year(effective: str, expires: str, answer: bool) -> None:
    assert law.term_is_long_enough(date.fromisoformat(effective), date.fromisoformat(expires)) is answer


@pytest.mark.parametrize(
    ("furnished", "answer"), [("1300000.01", True), ("1300000.00", False), ("1300000.02", True), ("0", False)]
)
def test_exactly_65_percent_is_enough_and_a_cent_less_is_not(furnished: str, answer: bool) -> None:
    assert law.is_enough(Decimal(furnished), FIRST) is answer


@pytest.mark.parametrize(
    ("day", "adjusted", "amount"),
    [
        (date(2026, 12, 29), Decimal(2_000_000), FIRST),  # the sixtieth day: there is still time
        (date(2026, 12, 30), Decimal(2_000_000), Decimal(2_000_000)),
        (date(2026, 12, 29), Decimal(1_000_000), Decimal(1_000_000)),  # less may be furnished at once
        (date(2026, 12, 30), None, FIRST),
    ],
)
def test_a_higher_amount_is_due_only_after_the_last_day_to_adjust(
    day: date, adjusted: Decimal | None, amount: Decimal
) -> None:
    assert law.required_on(day, FIRST, adjusted, date(2026, 12, 29)) == amount


def test_while_the_last_day_to_adjust_is_unknown_the_first_amount_will_do() -> None:
    assert law.required_on(date(2099, 1, 1), FIRST, Decimal(2_000_000), None) == FIRST


@pytest.mark.parametrize(("effective", "answer"), [("2027-02-22", True), ("2027-02-21", True), ("2027-02-23", False)])
def test_security_may_take_effect_on_the_last_day_to_file_it(effective: str, answer: bool) -> None:
    assert law.takes_effect_in_time(date.fromisoformat(effective), [date(2027, 2, 22)]) is answer


def test_the_latest_of_several_occasions_counts() -> None:
    assert law.takes_effect_in_time(date(2028, 4, 30), [date(2027, 2, 22), date(2028, 4, 30)])


@pytest.mark.parametrize(
    ("kind", "is_bank", "confirmed", "answer"),
    [
        ("section-581-bank", True, None, True),
        ("section-581-bank", None, None, True),
        ("section-581-bank", False, None, False),
        ("us-branch-of-foreign-bank", True, False, True),
        ("foreign-bank", True, True, True),
        ("foreign-bank", True, False, False),
        ("foreign-bank", True, None, None),
        ("foreign-bank", False, True, False),
        ("other", True, True, False),
        (None, None, True, None),
        (None, False, None, False),
    ],
)
def test_a_letter_is_issued_by_one_of_three_kinds_of_bank(
    kind: str | None, is_bank: bool | None, confirmed: bool | None, answer: bool | None
) -> None:
    assert law.issuer_will_do(kind, is_bank, confirmed) is answer


@pytest.mark.parametrize(
    ("listed", "accepted", "answer"),
    [(True, None, True), (True, False, False), (False, True, True), (False, None, None), (None, None, None)],
)
def test_a_listed_surety_will_do_unless_it_is_refused(
    listed: bool | None, accepted: bool | None, answer: bool | None
) -> None:
    assert law.surety_is_satisfactory(listed, accepted) is answer


@pytest.mark.parametrize(("mailed", "answer"), [("2027-05-01", True), ("2027-05-02", False), ("2027-04-30", True)])
def test_notice_is_mailed_on_the_sixtieth_day_before_at_the_latest(mailed: str, answer: bool) -> None:
    assert law.notice_is_in_time(date.fromisoformat(mailed), date(2027, 6, 30)) is answer


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
