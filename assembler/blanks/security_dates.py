"""The blanks that are days of the security papers: filing, notices, replies, adjustment, release."""

from collections.abc import Callable
from datetime import date

from assembler.blanks.people import missing
from assembler.blanks.point import Blank
from assembler.casefile.shape import ReturnForm
from assembler.findings.estate import due_date
from assembler.findings.security_instrument import OPERATIVE, in_use, paper_day, term_end
from assembler.findings.subject import Subject
from assembler.law import estate_return, security_deadlines
from assembler.law.calendar import rolled
from assembler.law.security_deadlines import Instrument
from assembler.terms import edition
from assembler.wording import day

FORMS = {ReturnForm.F706: "Form 706", ReturnForm.F706_NA: "Form 706-NA"}


def values(subject: Subject) -> dict[str, Blank]:
    """Fill the days that one trust's security turns on."""
    return _return(subject) | _notices(subject) | _end(subject)


def dated(value: date | None, what: str, who: str, path: str) -> Blank:
    """Write a day, or leave it open."""
    return day(value) if value else missing(what, who, path)


def after(start: date | None, made: Callable[[date], date], what: str, path: str) -> Blank:
    """Write the day that the law counts from another, or leave it open while that is not stated."""
    return day(made(start)) if start else missing(what, "attorney", path)


def _return(subject: Subject) -> dict[str, Blank]:
    return_ = subject.case.return_
    due = due_date(subject.case)
    limit = _filing(subject)
    determined = return_.value_determined
    instrument = in_use(subject) or Instrument.BOND
    no_form = missing("the form of the estate tax return", "attorney", "return.form")
    return {
        "return_form": FORMS[return_.form] if return_.form else no_form,
        "return_due": day(rolled(due)) if due else missing("the due date of the return", "family", "decedent.died"),
        "return_filed": day(return_.filed)
        if return_.filed
        else missing("the day the return was filed", "executor", "return.filed"),
        "security_filing_deadline": day(limit)
        if limit
        else missing("the last day to file the security", "family", "decedent.died"),
        "final_determination_date": day(determined)
        if determined
        else missing("the day of the final determination", "executor", "return.value_determined"),
        "adjustment_deadline": after(
            determined,
            lambda on: security_deadlines.adjust_security(instrument, on).date,
            "the last day to adjust the amount",
            "return.value_determined",
        ),
    }


def _filing(subject: Subject) -> date | None:
    died, extended = subject.case.decedent.died, due_date(subject.case)
    instrument = in_use(subject) or Instrument.BOND
    on = paper_day(subject.case, subject.trust, OPERATIVE[instrument])
    if died is None or extended is None or on is None:
        return None
    return security_deadlines.security_filing(
        instrument,
        edition(on),
        due=estate_return.return_due(died),
        extended_due=extended,
        filed=subject.case.return_.filed,
    ).date


def _notices(subject: Subject) -> dict[str, Blank]:
    events, ends, mailed = subject.trust.events, term_end(subject), subject.path("events.nonrenewal_mailed")
    instrument = in_use(subject) or Instrument.BOND
    term, received, closes = (
        subject.path(f"events.{answer}") for answer in ("security_term_ends", "notice_received", "branch_closes")
    )
    return {
        "term_ends": after(ends, lambda on: on, "the day the term ends", term),
        "nonrenewal_deadline": after(
            ends,
            lambda on: security_deadlines.nonrenewal_notice(instrument, on).date,
            "the last day to mail notice of failure to renew",
            term,
        ),
        "nonrenewal_mailed": after(events.nonrenewal_mailed, lambda on: on, "the day notice is mailed", mailed),
        "notice_received": after(
            events.notice_received, lambda on: on, "the day the Internal Revenue Service received notice", received
        ),
        "reply_deadline": after(
            events.notice_received,
            lambda on: security_deadlines.reply_to_notice(instrument, on).date,
            "the last day to reply to the notice",
            received,
        ),
        "branch_closing_date": after(events.branch_closes, lambda on: on, "the day the branch closes", closes),
        "branch_notice_deadline": after(
            events.branch_closes,
            lambda on: security_deadlines.branch_closing_notice(on).date,
            "the last day to mail notice that the branch closes",
            closes,
        ),
    }


def _end(subject: Subject) -> dict[str, Blank]:
    spouse, trust = subject.case.spouse, subject.trust
    days = [on for on in (spouse.died, trust.disqualification.ceased) if on is not None]
    settled, path = trust.events.tax_settled, subject.path("events.tax_settled")
    return {
        "trust_ended_on": after(
            min(days, default=None), lambda on: on, "the day the trust ceased to be a QDOT", "spouse.died"
        ),
        "tax_paid_on": after(settled, lambda on: on, "the day the tax was paid or found zero", path),
        "spouse_became_citizen_on": after(
            spouse.became_citizen, lambda on: on, "the day the Spouse became a citizen", "spouse.became_citizen"
        ),
    }
