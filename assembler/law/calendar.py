"""The days on which the Internal Revenue Service is at work, and how a last day rolls over the others."""

from datetime import date, timedelta
from functools import cache

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
    import holidays  # here, because it takes a tenth of a second and most commands need no calendar

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
