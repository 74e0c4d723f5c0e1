"""What a bond or letter of credit must be: its issuer, term, start, amount and notices, and the zone of its hour."""

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal

from assembler.law.calendar import years_later
from assembler.law.figure import OutOfRange
from assembler.law.security_deadlines import DAYS_OF_NOTICE

YEARS_OF_TERM = 1
"""The shortest term. 26 CFR 20.2056A-2(d)(1)(i)(B)(1), (C)(1)."""


def shortest_end(effective: date) -> date:
    """Return the first day on which a term of one year may end: the anniversary of its first day.

    A term from February 29 may end on February 28.

    26 CFR 20.2056A-2(d)(1)(i)(B)(1), (C)(1).
    """
    return years_later(effective, YEARS_OF_TERM)


def term_is_long_enough(effective: date, expires: date) -> bool:
    """Tell whether the term is at least one year; one day short of the anniversary is not.

    26 CFR 20.2056A-2(d)(1)(i)(B)(1), (C)(1).
    """
    return expires >= shortest_end(effective)


def surety_is_satisfactory(is_on_list: bool | None, is_accepted: bool | None) -> bool | None:
    """Tell whether a surety will do: listed in Circular 570, unless the Internal Revenue Service says otherwise.

    One that is not listed may be accepted; what the Internal Revenue Service says decides.

    26 USC 7101; 26 CFR 301.7101-1; 26 CFR 20.2056A-2(d)(1)(i)(B)(1).
    """
    if is_accepted is not None:
        return is_accepted
    return True if is_on_list else None


def issuer_will_do(kind: str | None, is_bank: bool | None, is_confirmed_by_bank: bool | None) -> bool | None:
    """Tell whether the issuer of a letter of credit will do.

    It is a section 581 bank, the U.S. branch of a foreign bank, or a foreign bank confirmed by a section 581
    bank; nobody else, and nothing that is no bank. A bank is taken to be one unless it is said not to be.

    26 CFR 20.2056A-2(d)(1)(i)(C).
    """
    if is_bank is False or kind == "other":
        return False
    if kind is None:
        return None
    return is_confirmed_by_bank if kind == "foreign-bank" else True


def takes_effect_in_time(effective: date, last_days: Iterable[date]) -> bool:
    """Tell whether security takes effect by the last day set for it; on that day is in time.

    ``last_days`` are that for filing and any later occasion that calls for new security; the latest counts.

    26 CFR 20.2056A-2(d)(1)(i)(B)(4), (C)(5).
    """
    return effective <= max(last_days)


def is_enough(furnished: Decimal, required: Decimal) -> bool:
    """Tell whether the amount is the 65 percent or more; exactly equal is enough, a cent less is not.

    26 CFR 20.2056A-2(d)(1)(i)(B), (C).
    """
    return furnished >= required


def required_on(day: date, first: Decimal, adjusted: Decimal | None, last_to_adjust: date | None) -> Decimal:
    """Return the dollars that must be secured on a day.

    Until the last day to adjust the lower of the two amounts will do; from the day after, the adjusted one.

    26 CFR 20.2056A-2(d)(1)(i)(B), (C), (d)(1)(iv)(G).
    """
    if adjusted is None:
        return first
    return adjusted if last_to_adjust is not None and day > last_to_adjust else min(first, adjusted)


def notice_is_in_time(mailed: date, ends: date) -> bool:
    """Tell whether notice is mailed at least 60 days before the term ends, or the branch closes.

    26 CFR 20.2056A-2(d)(1)(i)(B)(1), (C)(1).
    """
    return mailed <= ends - timedelta(days=DAYS_OF_NOTICE)


HOURS = "15 USC 260a(a)"
SUNDAY = 6
DECEMBER = 12
WEEK = 7

FROM_MARCH = 2007
"""From this year: second Sunday of March to first Sunday of November. Pub. L. 109-58, section 110."""

FROM_APRIL = 1987
"""Before, from this year: first Sunday of April to last Sunday of October. Pub. L. 99-359."""

ZONES = {
    "EDT": "Eastern Daylight Time",
    "EST": "Eastern Standard Time",
    "CDT": "Central Daylight Time",
    "CST": "Central Standard Time",
    "MDT": "Mountain Daylight Time",
    "MST": "Mountain Standard Time",
    "PDT": "Pacific Daylight Time",
    "PST": "Pacific Standard Time",
}
"""The zones that the form offers, and their names. 26 CFR 20.2056A-2(d)(1)(i)(C)(2)."""

DAYLIGHT = frozenset({"EDT", "CDT", "MDT", "PDT"})


def is_daylight(day: date) -> bool:
    """Tell whether the clocks show daylight saving time at 3:00 p.m. on a day.

    They are changed at 2:00 a.m.: the first day has it, the last has not. A place that keeps
    standard time all year, such as Arizona, is not considered. Raises OutOfRange for years before 1987.

    15 USC 260a(a).
    """
    if day.year < FROM_APRIL:
        raise OutOfRange(f"the hours of {day.year} are not known here", "check the date", HOURS)
    if day.year >= FROM_MARCH:
        return _sunday(day.year, 3, 2) <= day < _sunday(day.year, 11, 1)
    return _sunday(day.year, 4, 1) <= day < _last_sunday(day.year, 10)


def zone_is_right(zone: str, day: date, keeps_standard_time: bool = False) -> bool:
    """Tell whether a zone such as EST or EDT is the one in which 3:00 p.m. is told on a day.

    Where a place keeps standard time all year, only standard time is right.

    15 USC 260a(a), (b); 26 CFR 20.2056A-2(d)(1)(i)(C)(2).
    """
    return (zone in DAYLIGHT) == (is_daylight(day) and not keeps_standard_time)


def other_zone(zone: str) -> str:
    """Return the zone of the same place in the other half of the year: EDT for EST."""
    return f"{zone[0]}{'S' if zone in DAYLIGHT else 'D'}{zone[2]}"


def _sunday(year: int, month: int, number: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(SUNDAY - first.weekday()) % WEEK + WEEK * (number - 1))


def _last_sunday(year: int, month: int) -> date:
    return _sunday(year + month // DECEMBER, month % DECEMBER + 1, 1) - timedelta(days=WEEK)
