from datetime import date

import pytest

from assembler.law import estate_return
from assembler.law.calendar import months_later, next_year_end, years_later
from assembler.law.figure import OutOfRange


@pytest.mark.parametrize(
    ("died", "due"),
    [
        pytest.param(date(2026, 2, 11), date(2026, 11, 11), id="the same day of the ninth month"),
        pytest.param(date(2026, 7, 31), date(2027, 4, 30), id="the last day where there is no thirty-first"),
        pytest.param(date(2026, 5, 31), date(2027, 2, 28), id="the end of February"),
        pytest.param(date(2027, 5, 31), date(2028, 2, 29), id="the end of a leap February"),
        pytest.param(
            date(2026, 2, 28), date(2026, 11, 28), id="the end of February is not carried to the end of November"
        ),
        pytest.param(date(2026, 12, 31), date(2027, 9, 30), id="over the year's end"),
        pytest.param(date(2026, 3, 15), date(2026, 12, 15), id="in December of the same year"),
    ],
)
def test_the_return_is_due_nine_months_after_death(died: date, due: date) -> None:
    assert estate_return.return_due(died) == due


def test_an_extension_granted_moves_the_due_date() -> None:
    assert estate_return.extended_due(date(2026, 2, 11), date(2027, 5, 11)) == date(2027, 5, 11)
    assert estate_return.extended_due(date(2026, 2, 11)) == date(2026, 11, 11)


def test_an_extension_that_ends_before_the_due_date_is_refused() -> None:
    with pytest.raises(OutOfRange, match="before the return is due"):
        estate_return.extended_due(date(2026, 2, 11), date(2026, 11, 10))


def test_exactly_one_year_late_can_elect_and_a_day_more_cannot() -> None:
    due = date(2027, 5, 11)

    assert estate_return.last_election_date(due) == date(2028, 5, 11)
    assert estate_return.election_is_in_time(date(2028, 5, 11), due)
    assert not estate_return.election_is_in_time(date(2028, 5, 12), due)


def test_a_year_after_february_29_is_february_28() -> None:
    assert estate_return.last_election_date(date(2028, 2, 29)) == date(2029, 2, 28)


def test_months_and_years_keep_the_day_where_they_can() -> None:
    assert months_later(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert years_later(date(2024, 2, 29), 4) == date(2028, 2, 29)


def test_a_taxable_year_that_ends_a_month_goes_on_ending_it() -> None:
    assert next_year_end(date(2027, 2, 28)) == date(2028, 2, 29)
    assert next_year_end(date(2026, 12, 31)) == date(2027, 12, 31)
    assert next_year_end(date(2026, 6, 15)) == date(2027, 6, 15)
