"""The hour at which a letter of credit expires: whether the clocks show daylight saving time on a day."""

from datetime import date, timedelta

from assembler.law.figure import Outside

LAW = "15 USC 260a(a)"
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
    standard time all year, such as Arizona, is not considered. Raises Outside for years before 1987.

    15 USC 260a(a).
    """
    if day.year < FROM_APRIL:
        raise Outside(f"the hours of {day.year} are not known here", "check the date", LAW)
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
