"""Business days and the roll over the others; and days counted in months, years and taxable years."""

from calendar import monthrange
from datetime import date, timedelta
from functools import cache

from assembler.law.tables import reading as tables

EMANCIPATION_DAY_FROM = 2007
"""Emancipation Day (April 16; Friday before a Saturday, Monday after a Sunday) has been a holiday of the District of
Columbia since 2005; the Internal Revenue Service first moved a due date for it in 2007 (IR-2007-15). Before that the
earlier date stands. Rev. Rul. 2015-13."""

SATURDAY = 5
DAY = timedelta(days=1)


@cache
def legal_holidays(year: int) -> frozenset[date]:
    """Return the legal holidays in the District of Columbia in a year, on the days they are observed.

    26 USC 7503; 26 CFR 301.7503-1(b).
    """
    # the table says what the library says, which takes a tenth of a second to load
    row = next((row for row in tables.read("legal_holidays").rows if row["year"] == str(year)), None)
    if row is None:
        return observed(year)
    return frozenset(date.fromisoformat(f"{year:04}-{day}") for day in row["observed"].split())


def observed(year: int) -> frozenset[date]:
    """Ask the library for the legal holidays of a year."""
    import holidays  # here, because years of the table need none

    named = holidays.country_holidays("US", subdiv="DC", years=year).items()
    return frozenset(
        day for day, name in named if year >= EMANCIPATION_DAY_FROM or not name.startswith("Emancipation Day")
    )


def is_business_day(day: date) -> bool:
    """Tell whether a day is no Saturday, Sunday or legal holiday in the District of Columbia. 26 USC 7503."""
    return day.weekday() < SATURDAY and day not in legal_holidays(day.year)


def rolled(day: date) -> date:
    """Return the last day to file or pay: the day itself or, where it is no business day, the next that is.

    26 USC 7503; 26 CFR 301.7503-1.
    """
    while not is_business_day(day):
        day += DAY
    return day


def business_day_on_or_before(day: date) -> date:
    """Return the day itself or, where it is no business day, the last one before it."""
    while not is_business_day(day):
        day -= DAY
    return day


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


def april_15(year: int) -> date:
    """Return April 15 of the year after a calendar year, before any roll."""
    return date(year + 1, 4, 15)


END_OF_FEBRUARY = "02-28"


def year_end(year: int, month_day: str) -> date:
    """Return the last day of a taxable year, such as 12-31; one that ends in February ends on its last day."""
    if month_day == END_OF_FEBRUARY:
        return next_year_end(date(year - 1, 2, 28))
    return date.fromisoformat(f"{year:04}-{month_day}")


def year_end_from(day: date, month_day: str) -> date:
    """Return the end of the taxable year in which a day falls. 26 USC 441(b)."""
    end = year_end(day.year, month_day)
    return end if day <= end else year_end(day.year + 1, month_day)
