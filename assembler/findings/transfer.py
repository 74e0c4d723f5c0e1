"""Refuse an assignment or transfer that is signed, or conveyed, too early or too late."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from assembler.casefile.choices import Manner
from assembler.casefile.shape import Assignment, Case, Trust
from assembler.findings import estate
from assembler.findings.deadline import Call, Found, Missing, since
from assembler.findings.estate import Days
from assembler.findings.finding import day
from assembler.findings.funding import AGREED
from assembler.findings.subject import Subject, item
from assembler.law import estate_return, transfer
from assembler.problem import Problem

IN_TIME = "26 USC 2056(d)(2)(B); 26 CFR 20.2056A-4(b)(1)"
COMPLETION = "26 CFR 20.2056A-4(b)(6)"
BEFORE = "sign it by {}; the QDOT election, and with it the deduction, is lost otherwise."


def days(case: Case, assignment: Assignment, where: str) -> Iterator[Problem]:
    """Refuse the days of one assignment; none is refused that may yet be in time."""
    signed, died = assignment.signed, case.decedent.died
    if signed is not None and died is not None:
        if signed < died:
            what = f"it is signed on {day(signed)}, before the decedent died on {day(died)}."
            yield Problem(f"{where}.signed", what, "correct the dates; nothing has passed to the spouse.", IN_TIME)
        else:
            yield from _too_late(case, assignment, signed, where)
            yield from _before_trust(case, assignment, signed, where)
    if assignment.conveyed is not None and died is not None:
        yield from _conveyed(case, assignment, assignment.conveyed, where)


def taker(case: Case, identity: str | None) -> Trust | None:
    """Return the trust of a case that has an id; None where none has."""
    return next((trust for trust in case.trusts if trust.id is not None and trust.id == identity), None)


def _too_late(case: Case, assignment: Assignment, signed: date, where: str) -> Iterator[Problem]:
    filed, due = case.return_.filed, estate.due_date(case)
    is_transfer = assignment.manner is Manner.TRANSFERRED
    if due is None:
        return
    make = transfer.transfer if is_transfer else transfer.assignment
    last = make(due, filed).date if filed else estate_return.last_election_date(due)
    if signed <= last:
        return
    done = "transferred" if is_transfer else "assigned"
    what = f"the property is {done} on {day(signed)}, and no election can be made after {day(last)}."
    if filed is not None and last <= filed:
        what = f"the property is {done} on {day(signed)}, and the return was filed on {day(filed)}."
    yield Problem(f"{where}.signed", what, BEFORE.format(day(last)), IN_TIME)


def _before_trust(case: Case, assignment: Assignment, signed: date, where: str) -> Iterator[Problem]:
    trust = taker(case, assignment.trust)
    if trust is None or trust.source not in AGREED or trust.instrument_date is None or trust.instrument_date <= signed:
        return
    made = trust.instrument_date
    what = f"it is signed on {day(signed)}, and the trust that takes is not made until {day(made)}."
    yield Problem(f"{where}.signed", what, "sign it on the day of the trust agreement or later.", IN_TIME)


def _conveyed(case: Case, assignment: Assignment, conveyed: date, where: str) -> Iterator[Problem]:
    due, ends = estate.due_date(case), case.decedent.administration_ends
    if assignment.manner is Manner.TRANSFERRED or due is None:
        return
    if case.decedent.has_administration is False:
        last = transfer.conveyance_without_administration(due).date
    elif ends is not None:
        last = transfer.conveyance(ends).date
    else:
        return
    if conveyed > last:
        what = f"the property is conveyed on {day(conveyed)}, after the last day, {day(last)}."
        fix = "convey it by then, or ask by private letter ruling under 26 CFR 301.9100-1 for more time."
        yield Problem(f"{where}.conveyed", what, fix, COMPLETION)


def deadlines(days: Days, subject: Subject) -> Iterator[Found]:
    """Call for the dates of transfers and assignments, of roll-over trusts and of exclusions claimed."""
    yield from _transfer(days, subject)
    yield from _exclusions(days, subject)


def assignment_deadlines(days: Days, case: Case) -> Iterator[Found]:
    """Call for the dates of each transfer and assignment."""
    for number, assignment in enumerate(case.assignments):
        yield from _assignment(days, case, assignment, number)


def _transfer(days: Days, subject: Subject) -> Iterator[Found]:
    limits = (days.due, days.filed)
    is_assigned = any(one.trust == subject.trust.id for one in subject.case.assignments)
    if subject["funded_by_spouse"] and not is_assigned:
        yield Call(subject.id, subject.path("source"), partial(transfer.transfer, *limits))
    if subject["funded_by_spouse"] is None:
        yield Missing(subject.id, "Transfer to a QDOT", subject.path("source"))
    if subject["receives_roll_over"]:
        yield Call(subject.id, "annuities", partial(transfer.qdot_for_roll_over, *limits))


def _exclusions(days: Days, subject: Subject) -> Iterator[Found]:
    """Call for each statement that is elected, or that may be and has not been decided."""
    chosen, is_possible = subject.trust.residence_exclusion, subject["residence_exclusion_possible"]
    if chosen.threshold or (chosen.threshold is None and is_possible):
        where = subject.path("residence_exclusion.threshold")
        yield Call(subject.id, where, partial(estate_return.threshold_exclusion_election, days.due))
    uses_amount = subject["operative_bond"] or subject["operative_letter"]
    if chosen.security or (chosen.security is None and is_possible and uses_amount):
        where = subject.path("residence_exclusion.security")
        yield Call(subject.id, where, partial(estate_return.security_exclusion_election, days.due))


def _assignment(days: Days, case: Case, assignment: Assignment, number: int) -> Iterator[Found]:
    where = item("assignments", assignment.id, number)
    subject = assignment.id or f"assignment {number + 1}"
    if assignment.manner is Manner.TRANSFERRED:
        yield Call(subject, where, partial(transfer.transfer, days.due, days.filed))
    elif assignment.manner is not Manner.KEPT:
        yield Call(subject, where, partial(transfer.assignment, days.due, days.filed))
        yield from _conveyance(days, case, subject, where)


def _conveyance(days: Days, case: Case, subject: str, where: str) -> Iterator[Found]:
    decedent = case.decedent
    ends = decedent.administration_ends
    if decedent.has_administration is False:
        yield Call(subject, where, partial(transfer.conveyance_without_administration, days.due))
    elif ends is not None:
        yield Call(subject, "decedent.administration_ends", since(days.died, ends, transfer.conveyance))
    else:
        answer = "administration_ends" if decedent.has_administration else "has_administration"
        yield Missing(subject, "Conveyance of assigned property", f"decedent.{answer}")
