"""Days counted in months from a day, as returns and grace periods count them."""

from calendar import monthrange
from datetime import date

MONTHS_IN_YEAR = 12


def months_later(day: date, months: int) -> date:
    """Return the numerically corresponding day, or the month's last day where it has no such day.

    January 31 and one month is February 28, or 29 in a leap year; February 28 and nine months is
    November 28, not November 30.

    26 CFR 20.6075-1.
    """
    year, month = divmod(day.year * MONTHS_IN_YEAR + day.month - 1 + months, MONTHS_IN_YEAR)
    return date(year, month + 1, min(day.day, _length(year, month + 1)))


def years_later(day: date, years: int) -> date:
    """Return the same day so many years on; February 29 becomes February 28 outside leap years."""
    return months_later(day, years * MONTHS_IN_YEAR)


def next_year_end(year_end: date) -> date:
    """Return the end of the taxable year that follows; the end of a month stays the end of a month."""
    following = years_later(year_end, 1)
    if year_end.day < _length(year_end.year, year_end.month):
        return following
    return following.replace(day=_length(following.year, following.month))


def _length(year: int, month: int) -> int:
    return monthrange(year, month)[1]
