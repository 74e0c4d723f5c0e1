"""When the estate tax return is due, and the last day on which the QDOT election can be made."""

from collections.abc import Iterable
from datetime import date

from assembler.law.figure import Outside
from assembler.law.periods import months_later, years_later

MONTHS_TO_FILE = 9
"""The return is due this many months after death. 26 USC 6075(a)."""

YEARS_TO_ELECT = 1
"""No election is made on a return filed more than this after the time prescribed. 26 USC 2056A(d)."""


def return_due(died: date) -> date:
    """Return the day the estate tax return is due without extension, weekends not regarded.

    A death on July 31 makes it due on April 30.

    26 USC 6075(a); 26 CFR 20.6075-1.
    """
    return months_later(died, MONTHS_TO_FILE)


def extended_due(died: date, extended_to: date | None = None) -> date:
    """Return the day the return is due, including an extension actually granted.

    Raises Outside when the extension ends before the return would have been due without it.

    26 USC 6075(a), 6081(a); 26 CFR 20.2056A-3(a).
    """
    due = return_due(died)
    if extended_to is None:
        return due
    if extended_to < due:
        raise Outside(
            f"the extension ends on {extended_to}, before the return is due on {due} without one",
            "write the last day of the extension granted, or leave it out",
            "26 USC 6075(a), 6081(a)",
        )
    return extended_to


def last_election_date(due: date) -> date:
    """Return the last day for a QDOT election: one year after the due date, extensions included.

    26 USC 2056A(d); 26 CFR 20.2056A-1(a)(1)(iii).
    """
    return years_later(due, YEARS_TO_ELECT)


def election_is_in_time(filed: date, due: date) -> bool:
    """Tell whether a return filed on that day can carry the election; exactly one year late can.

    26 USC 2056A(d).
    """
    return filed <= last_election_date(due)


def electing_return(filings: Iterable[date], due: date) -> date | None:
    """Return the filing that must carry the election, or None when no filing can.

    It is the last return filed on time or, where none was, the first filed late.

    26 USC 2056A(d); 26 CFR 20.2056A-3(a).
    """
    days = sorted(filings)
    timely = [day for day in days if day <= due]
    if timely:
        return timely[-1]
    return days[0] if days and election_is_in_time(days[0], due) else None
