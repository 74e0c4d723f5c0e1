"""A deadline: the day, who must do what by it, why, and whether it rolls."""

import datetime
from dataclasses import dataclass

from assembler.law.calendar import business_day_on_or_before, rolled
from assembler.law.figure import Step

EXECUTOR = "Executor"
SPOUSE = "Surviving spouse"
US_TRUSTEE = "U.S. Trustee"

ROLL_LAW = "26 USC 7503"


@dataclass(frozen=True)
class Deadline:
    """A last day in law, with its reasons.

    `date` is the last day in law; `nominal` the day as counted, before any roll; `work_by` the day to work to, never
    later than either and never one on which no business is done. Where the law sets a first day instead, the name says
    so, and `work_by` is the first business day from it.
    """

    name: str
    date: datetime.date
    nominal: datetime.date
    work_by: datetime.date
    who: str
    what: str
    steps: tuple[Step, ...]
    rolls: bool
    law: tuple[str, ...]
    notes: tuple[str, ...] = ()


def filing(
    name: str,
    day: datetime.date,
    *,
    who: str,
    what: str,
    steps: tuple[Step, ...],
    law: tuple[str, ...],
    notes: tuple[str, ...] = (),
) -> Deadline:
    """Return the deadline for a filing or a payment, which rolls to the next business day. 26 USC 7503."""
    last = rolled(day)
    if last != day:
        steps = (*steps, Step(f"{day:%A} {day} is no business day: the next one", last, ROLL_LAW))
    return Deadline(
        name,
        last,
        day,
        business_day_on_or_before(day),
        who,
        what,
        steps,
        True,
        tuple(dict.fromkeys((*law, ROLL_LAW))),
        notes,
    )


def limit(
    name: str,
    day: datetime.date,
    *,
    who: str,
    what: str,
    steps: tuple[Step, ...],
    law: tuple[str, ...],
    notes: tuple[str, ...] = (),
    work_by: datetime.date | None = None,
) -> Deadline:
    """Return the deadline for another act, which does not roll: a weekend or holiday brings no more time."""
    prudent = business_day_on_or_before(work_by or day)
    return Deadline(name, day, day, prudent, who, what, steps, False, law, notes)
