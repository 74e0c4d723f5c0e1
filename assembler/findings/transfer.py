"""By when the spouse transfers, assigns and conveys, and what comes too early or too late."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

from assembler.casefile.choices import Manner
from assembler.casefile.shape import Case, Source, Trust
from assembler.findings import estate
from assembler.findings.deadline import Call, Found, Missing, call_for, counted_from
from assembler.findings.estate import Days
from assembler.findings.finding import Finding, LastDay, day
from assembler.findings.funding import AGREED, assigned
from assembler.findings.subject import Subject, conclusion
from assembler.law import estate_return, transfer
from assembler.law.remainder import gift_tax_return
from assembler.problem import Problem

IN_TIME = "26 USC 2056(d)(2)(B); 26 CFR 20.2056A-4(b)(1)"
COMPLETION = "26 CFR 20.2056A-4(b)(6)"
BEFORE = "sign it by {}; the QDOT election, and with it the deduction, is lost otherwise."


def refusals(subject: Subject) -> Iterator[Problem]:
    """Refuse the days of one assignment; none is refused that may yet be in time."""
    signed, conveyed, died = subject.assignment.signed, subject.assignment.conveyed, subject.case.decedent.died
    if died is None:
        return
    if signed is not None and signed < died:
        what = f"it is signed on {day(signed)}, before the decedent died on {day(died)}."
        yield Problem(subject.path("signed"), what, "correct the dates; nothing has passed to the spouse.", IN_TIME)
    elif signed is not None:
        yield from _too_late(subject, signed)
        yield from _before_trust(subject, signed)
    if conveyed is not None:
        yield from _conveyed(subject, conveyed)


def taker(case: Case, identity: str | None) -> Trust | None:
    """Return the trust of a case that has an id; None where none has."""
    return next((trust for trust in case.trusts if trust.id is not None and trust.id == identity), None)


@conclusion
def last_day_to_sign(subject: Subject) -> LastDay:
    """Find by when an assignment is signed, or a transfer made; what is not said to be transferred is assigned."""
    due = estate.due_date(subject.case)
    if due is None:
        return Finding(None, "the decedent's death is not stated", (IN_TIME,), ("decedent.died",))
    is_transfer = subject.assignment.manner is Manner.TRANSFERRED
    make = transfer.transfer if is_transfer else transfer.assignment
    deadline = make(due, subject.case.return_.filed)
    return Finding(deadline, "the return is due", deadline.law, (), deadline.date)


@conclusion
def last_day_to_return_gift(subject: Subject) -> LastDay:
    """Find by when the spouse files a gift tax return for the remainder that an assignment or transfer gives away."""
    assignment, given = subject.assignment, subject.fact("spouse_gives_remainder")
    made = assignment.gift_made or (assignment.signed if given.value else None)
    if made is None:
        rests_on = given.rests_on if given.value is None else (subject.path("signed"),)
        return Finding(None, "the day of the gift is not stated", given.law, rests_on)
    deadline = gift_tax_return(made)
    return Finding(deadline, "the spouse gives the remainder away", deadline.law, given.rests_on, deadline.date)


@conclusion
def last_day_to_convey(subject: Subject) -> LastDay:
    """Find by when what is assigned is actually conveyed."""
    due, decedent = estate.due_date(subject.case), subject.case.decedent
    if due is None:
        return Finding(None, "the decedent's death is not stated", (COMPLETION,), ("decedent.died",))
    if decedent.has_administration is False:
        deadline = transfer.conveyance_without_administration(due)
        return Finding(deadline, "the estate is not administered", deadline.law, (), deadline.date)
    if decedent.has_administration is None and decedent.administration_ends is None:
        because = "it is not stated whether the estate is administered"
        return Finding(None, because, (COMPLETION,), ("decedent.has_administration",))
    return counted_from(subject.case, "decedent.administration_ends", transfer.conveyance)


def _too_late(subject: Subject, signed: date) -> Iterator[Problem]:
    filed, due = subject.case.return_.filed, estate.due_date(subject.case)
    deadline = last_day_to_sign(subject).value
    if due is None or deadline is None:
        return
    is_transfer = subject.assignment.manner is Manner.TRANSFERRED
    last = deadline.date if filed else estate_return.last_election_date(due)
    if signed <= last:
        return
    done = "transferred" if is_transfer else "assigned"
    what = f"the property is {done} on {day(signed)}, and no election can be made after {day(last)}."
    if filed is not None and last <= filed:
        what = f"the property is {done} on {day(signed)}, and the return was filed on {day(filed)}."
    yield Problem(subject.path("signed"), what, BEFORE.format(day(last)), IN_TIME)


def _before_trust(subject: Subject, signed: date) -> Iterator[Problem]:
    trust = taker(subject.case, subject.assignment.trust)
    if trust is None or trust.source not in AGREED or trust.instrument_date is None or trust.instrument_date <= signed:
        return
    made = trust.instrument_date
    what = f"it is signed on {day(signed)}, and the trust that takes is not made until {day(made)}."
    yield Problem(subject.path("signed"), what, "sign it on the day of the trust agreement or later.", IN_TIME)


def _conveyed(subject: Subject, conveyed: date) -> Iterator[Problem]:
    deadline = last_day_to_convey(subject).value
    if subject.assignment.manner is Manner.TRANSFERRED or deadline is None:
        return
    if conveyed > deadline.date:
        what = f"the property is conveyed on {day(conveyed)}, after the last day, {day(deadline.date)}."
        fix = "convey it by then, or ask by private letter ruling under 26 CFR 301.9100-1 for more time."
        yield Problem(subject.path("conveyed"), what, fix, COMPLETION)


def deadlines(days: Days, subject: Subject) -> Iterator[Found]:
    """Call for the dates of transfers and assignments, of roll-over trusts and of exclusions claimed."""
    yield from _transfer(days, subject)
    yield from _exclusions(days, subject)


def assignment_deadlines(assignments: Sequence[Subject]) -> Iterator[Found]:
    """Call for the dates of each transfer and assignment."""
    for subject in assignments:
        if subject.assignment.manner is not Manner.KEPT:
            yield call_for(subject.id, subject.where, last_day_to_sign(subject), "assignment")
        if subject.assignment.manner not in (Manner.TRANSFERRED, Manner.KEPT):
            yield _conveyance(subject)
        if subject.assignment.manner is not Manner.KEPT:
            yield from _gift(subject)


def _gift(subject: Subject) -> Iterator[Found]:
    """Call for a gift tax return where the remainder is given away, or may be."""
    if subject.assignment.gift_made is not None or subject["spouse_gives_remainder"] is not False:
        yield call_for(subject.id, subject.path("signed"), last_day_to_return_gift(subject), "gift_tax_return")


def _conveyance(subject: Subject) -> Found:
    is_administered = subject.case.decedent.has_administration is not False
    where = "decedent.administration_ends" if is_administered else subject.where
    return call_for(subject.id, where, last_day_to_convey(subject), "conveyance")


def _transfer(days: Days, subject: Subject) -> Iterator[Found]:
    limits = (days.due, days.filed)
    if subject["funded_by_spouse"] and not assigned(subject):
        yield Call(subject.id, subject.path("source"), partial(transfer.transfer, *limits))
    if subject["funded_by_spouse"] is None:
        yield Missing(subject.id, "transfer", subject.path("source"))
    if subject["spouse_gives_remainder"] and not assigned(subject):
        yield Missing(subject.id, "gift_tax_return", "assignments")
    if subject["receives_roll_over"] and not _is_established(days, subject.trust):
        by_executor = subject.trust.source not in (None, Source.SPOUSE_CREATED)
        yield Call(subject.id, "annuities", partial(transfer.qdot_for_roll_over, *limits, by_executor=by_executor))


def _is_established(days: Days, trust: Trust) -> bool:
    """Tell whether the agreement that makes a trust is signed by the day of the papers."""
    made = trust.instrument_date
    return trust.source in AGREED and made is not None and made <= days.as_of


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
