"""Factors for lives and terms of years, to the places that Tables S, R(2) and B print, and the age they go by."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal, localcontext

from assembler.law.figure import OutOfRange

PLACES_LIFE = 5
"""Table S and Table R(2) print remainders and life estates to this many places."""

PLACES_ANNUITY = 4
"""Tables S, B, J and K print annuity and adjustment factors to this many places."""

LONGEST_TERM = 60
"""Table B ends at this many years. Publication 1457, Table B."""

PER_YEAR = {"annual": 1, "semiannual": 2, "quarterly": 4, "monthly": 12, "weekly": 52}
"""Payments in a year, as Tables J and K divide it. 26 CFR 20.2031-7(d)(6)."""

PRECISION = 40
"""Digits carried: far more than any published place needs, so that rounding happens once, at the end."""


def rounded(value: Decimal, places: int) -> Decimal:
    """Round to so many places, halves up, as the published tables do."""
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def interest(rate: Decimal) -> Decimal:
    """Turn percent a year into a fraction. Raises OutOfRange for a rate that is not more than nothing."""
    if rate <= 0:
        raise OutOfRange(
            f"the interest rate is {rate} percent", "state the section 7520 rate, as 5.6", "26 USC 7520(a)"
        )
    return rate.scaleb(-2)


def check_age(lives: tuple[Decimal, ...], age: int) -> int:
    """Return the age, or raise OutOfRange where no one of that age is living in the table."""
    if not 0 <= age < len(lives) or not lives[age]:
        last = max(year for year, living in enumerate(lives) if living)
        raise OutOfRange(
            f"the mortality table ends at age {last}; the measuring life is {age}",
            "correct the date of birth, or ask for a special factor",
            "26 CFR 20.2031-7(d)(4)",
        )
    return age


def remainder_unrounded(lives: tuple[Decimal, ...], rate: Decimal, *ages: int) -> Decimal:
    """Value 1 payable when the first of one or more lives ends: at the year's end, with half a year's simple interest.

    This form reproduces the published Tables S exactly; it was established by doing so, not read from a formula.
    """
    with localcontext(prec=PRECISION):
        i = interest(rate)
        start = _all_living(lives, ages, 0)
        total = Decimal(0)
        living, discount = start, Decimal(1)
        for year in range(1, len(lives) - max(ages)):
            after = _all_living(lives, ages, year)
            discount /= 1 + i
            total += discount * (living - after)
            living = after
        return (1 + i / 2) * total / start


def _all_living(lives: tuple[Decimal, ...], ages: tuple[int, ...], year: int) -> Decimal:
    together = Decimal(1)
    for age in ages:
        together *= lives[check_age(lives, age) + year]
    return together


def last_survivor_unrounded(lives: tuple[Decimal, ...], rate: Decimal, first: int, second: int) -> Decimal:
    """Value 1 payable when the survivor of two lives dies: the sum for each life, less that for the first death."""
    with localcontext(prec=PRECISION):
        each = remainder_unrounded(lives, rate, first) + remainder_unrounded(lives, rate, second)
        return each - remainder_unrounded(lives, rate, first, second)


def remainder_factor(lives: tuple[Decimal, ...], rate: Decimal, *ages: int) -> Decimal:
    """Return the remainder after one life (Table S) or after the survivor of two (Table R(2)), to five places.

    Rate in percent a year. Raises OutOfRange for no life or more than two, and for an age the table does not reach.

    26 CFR 20.2031-7(d)(2)(ii), (d)(4).
    """
    if len(ages) not in (1, 2):
        raise OutOfRange(
            f"the interest depends on {len(ages)} lives",
            "name one life or two, or ask for a special factor",
            "26 CFR 20.2031-7(d)(4)",
        )
    value = remainder_unrounded if len(ages) == 1 else last_survivor_unrounded
    return rounded(value(lives, rate, *ages), PLACES_LIFE)


def annuity_from_remainder(remainder: Decimal, rate: Decimal) -> Decimal:
    """Derive the annuity factor from a printed remainder: 1 less the remainder, divided by the rate, four places.

    This is how the regulations' examples reach a life annuity factor (1.0000 less .25272, divided by .09, is 8.3031).

    26 CFR 20.2031-7(d)(2)(iv)(A).
    """
    with localcontext(prec=PRECISION):
        return rounded((1 - remainder) / interest(rate), PLACES_ANNUITY)


def _discount(rate: Decimal, years: int) -> Decimal:
    if not 1 <= years <= LONGEST_TERM:
        raise OutOfRange(
            f"Table B runs from 1 to {LONGEST_TERM} years; the term is {years}",
            "state the term in whole years, or ask for a special factor",
            "Publication 1457, Table B",
        )
    return 1 / (1 + interest(rate)) ** years


def term_annuity(rate: Decimal, years: int) -> Decimal:
    """Return the term certain annuity factor, column 1 of Table B, four places.

    Rate in percent a year; a term of 1 to 60 years. Raises OutOfRange beyond.

    26 CFR 20.2056A-4(c)(4)(ii)(B); Publication 1457, Table B.
    """
    with localcontext(prec=PRECISION):
        return rounded((1 - _discount(rate, years)) / interest(rate), PLACES_ANNUITY)


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

    Raises OutOfRange for a birth after the valuation date.

    26 CFR 20.2031-7(d)(2); Publication 1457.
    """
    if born > valuation:
        raise OutOfRange(
            f"the measuring life was born on {born}, after the valuation date {valuation}",
            "correct the date of birth",
            "26 CFR 20.2031-7(d)(2)",
        )
    turned = valuation.year - born.year - (valuation < birthday(born, valuation.year))
    since = valuation - birthday(born, born.year + turned)
    until = birthday(born, born.year + turned + 1) - valuation
    is_older = until < since or (until == since and TIE_GOES_TO_OLDER)
    return turned + is_older
