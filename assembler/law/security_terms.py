"""What a bond or letter of credit must be: its issuer, its term, its start, its amount and its notices."""

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal

from assembler.law.deadlines_security import DAYS_OF_NOTICE
from assembler.law.kleene import opposite, some
from assembler.law.periods import years_later

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


def is_freed_by_citizenship(resident_throughout: bool | None, taxed_before: bool | None) -> bool | None:
    """Tell whether the spouse's citizenship ends the tax: resident throughout, or no tax imposed before.

    An election to treat what was distributed as gifts would end it as well.

    26 USC 2056A(b)(12).
    """
    return some((resident_throughout, opposite(taxed_before)))
