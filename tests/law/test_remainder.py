"""A transfer without a kept power gives the remainder away, at its value on the day of the transfer."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assembler.law.figure import OutOfRange
from assembler.law.remainder import gift_tax_return, remainder_gift

GIVEN = date(1996, 4, 1)


def test_the_remainder_after_a_life_is_a_gift_of_its_value_that_day() -> None:
    found = remainder_gift(Decimal(700_000), date(1931, 6, 15), GIVEN)

    assert found.value == 271_586
    assert [str(step.value) for step in found.steps] == ["700000", "7.0", "Table 80CNSMT", "65", "0.38798", "271586"]


def test_a_month_without_a_rate_is_outside_unless_its_rate_is_stated() -> None:
    with pytest.raises(OutOfRange, match="no section 7520 rate"):
        remainder_gift(Decimal(1), date(2150, 1, 1), date(2199, 4, 1))

    found = remainder_gift(Decimal(100), date(2150, 1, 1), date(2199, 4, 1), rate=Decimal("5.0"))
    assert [step.value for step in found.steps if step.text.endswith(", as stated")] == [Decimal("5.0")]


def test_a_negative_value_and_a_life_not_yet_begun_are_outside() -> None:
    with pytest.raises(OutOfRange, match="is -1"):
        remainder_gift(Decimal(-1), date(1931, 6, 15), GIVEN)
    with pytest.raises(OutOfRange, match="after the valuation date"):
        remainder_gift(Decimal(1), date(1996, 6, 15), GIVEN)


@given(st.integers(0, 10**9), st.dates(date(1890, 1, 1), date(1990, 1, 1)))
def test_the_gift_is_never_more_than_what_was_transferred(value: int, born: date) -> None:
    assert 0 <= remainder_gift(Decimal(value), born, GIVEN).number <= value


@pytest.mark.parametrize(
    ("given", "nominal", "last"),
    [
        (date(2026, 1, 1), date(2027, 4, 15), date(2027, 4, 15)),
        (date(2026, 12, 31), date(2027, 4, 15), date(2027, 4, 15)),
        (date(2027, 1, 1), date(2028, 4, 15), date(2028, 4, 18)),
    ],
)
def test_the_gift_is_returned_on_april_15_of_the_next_year_or_the_next_business_day(
    given: date, nominal: date, last: date
) -> None:
    deadline = gift_tax_return(given)

    assert (deadline.nominal, deadline.date) == (nominal, last)
    assert "26 USC 6075(b)(1)" in deadline.law
