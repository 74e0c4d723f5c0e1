"""The age of a measuring life: that on the birthday nearest the valuation date."""

from datetime import date

from assembler.law.figure import Outside

TIE_GOES_TO_OLDER = True
"""Halfway between two birthdays the older age is taken: the law is silent, and the older age never overstates the
annuity or the deduction it supports. It can happen only in the 366 days that span a leap day."""

LEAP_BIRTHDAY = (3, 1)
"""Outside leap years a person born on February 29 has a birthday on March 1, when the year is complete."""


def birthday(born: date, year: int) -> date:
    """Return the birthday in a year; March 1, outside leap years, for a birth on February 29."""
    try:
        return born.replace(year=year)
    except ValueError:
        return date(year, *LEAP_BIRTHDAY)


def nearest_age(born: date, valuation: date) -> int:
    """Return the age on the birthday nearest the valuation date.

    Raises Outside for a birth after the valuation date.

    26 CFR 20.2031-7(d)(2); Publication 1457.
    """
    if born > valuation:
        raise Outside(
            f"the measuring life was born on {born}, after the valuation date {valuation}",
            "correct the date of birth",
            "26 CFR 20.2031-7(d)(2)",
        )
    turned = valuation.year - born.year - (valuation < birthday(born, valuation.year))
    since = valuation - birthday(born, born.year + turned)
    until = birthday(born, born.year + turned + 1) - valuation
    is_older = until < since or (until == since and TIE_GOES_TO_OLDER)
    return turned + is_older
