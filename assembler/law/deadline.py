"""A deadline: the day, who must act by it, why, and whether it rolls; what it is called stands in `clauses/words/`."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from assembler.law.calendar import business_day_on_or_before, rolled
from assembler.law.figure import Step


class Office(StrEnum):
    """Who acts by a deadline: the office that the law puts the act on."""

    EXECUTOR = "executor"
    SPOUSE = "spouse"
    SPOUSE_REPRESENTATIVE = "spouse_representative"
    SPOUSE_ESTATE = "spouse_estate"
    TRUSTEE_OR_EXECUTOR = "trustee_or_executor"
    US_TRUSTEE = "us_trustee"
    EACH_US_TRUSTEE = "each_us_trustee"
    REMAINING_TRUSTEES = "remaining_trustees"
    TRUSTEE_OR_FILER = "trustee_or_filer"
    TAXPAYER = "taxpayer"
    AMENDER = "amender"
    SURETY = "surety"
    BANK = "bank"
    FOREIGN_BANK = "foreign_bank"
    IRS = "irs"


ROLL_LAW = "26 USC 7503"

Values: TypeAlias = Mapping[str, str | int | datetime.date]
"""What the words of a deadline have a place for, such as the year."""


NO_DUTY = frozenset((
    "alternate_valuation_election", "assessment", "citizenship_before_return", "extension_to_file", "extension_to_pay",
    "extension_to_pay_for_cause", "gift_election", "last_election", "longest_extension", "reformation_assessment",
    "refund_after_determination", "refund_claim", "return_of_remittance", "treaty_choice",
))  # fmt: skip
"""Deadlines by which nobody has to act: a choice is open until then, a time that may be granted, or a period, ends."""


@dataclass(frozen=True)
class Deadline:
    """A last day in law, with its reasons.

    `key` names it: its words are those of this id. `date` is the last day in law; `nominal` the day as counted, before
    any roll; `work_by` the day to work to, never later than either and never one on which no business is done. Where
    the law sets a first day instead, `work_by` is the first business day from it. `notes` are the ids of what is so of
    this one, and not of every deadline of its key.
    """

    key: str
    date: datetime.date
    nominal: datetime.date
    work_by: datetime.date
    offices: tuple[Office, ...]
    steps: tuple[Step, ...]
    rolls: bool
    law: tuple[str, ...]
    notes: tuple[str, ...] = ()
    values: Values = field(default_factory=dict)

    @property
    def is_duty(self) -> bool:
        """Tell whether somebody has to act by this day."""
        return self.key not in NO_DUTY


def filing(
    key: str,
    day: datetime.date,
    *offices: Office,
    steps: tuple[Step, ...],
    law: tuple[str, ...],
    notes: tuple[str, ...] = (),
    values: Values | None = None,
) -> Deadline:
    """Return the deadline for a filing or a payment, which rolls to the next business day.

    One that hangs on another due date, its value ``due``, says to which day that one rolls.

    26 USC 7503.
    """
    last, values = rolled(day), values or {}
    due = values.get("due")
    if isinstance(due, datetime.date) and rolled(due) != due:
        notes, values = (*notes, "due_rolls"), {**values, "rolled": rolled(due)}
    if last != day:
        steps = (*steps, Step(f"{day:%A} {day} is no business day: the next one", last, ROLL_LAW))
    law = tuple(dict.fromkeys((*law, ROLL_LAW)))
    return Deadline(key, last, day, business_day_on_or_before(day), offices, steps, True, law, notes, values)


def limit(
    key: str,
    day: datetime.date,
    *offices: Office,
    steps: tuple[Step, ...],
    law: tuple[str, ...],
    notes: tuple[str, ...] = (),
    values: Values | None = None,
    work_by: datetime.date | None = None,
) -> Deadline:
    """Return the deadline for another act, which does not roll: a weekend or holiday brings no more time."""
    prudent = business_day_on_or_before(work_by or day)
    return Deadline(key, day, day, prudent, offices, steps, False, law, notes, values or {})
