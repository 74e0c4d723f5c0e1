"""The dates of a bond or letter of credit: filing, renewal, notices, draws, and the value finally determined."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal

from assembler.casefile.shape import Operative
from assembler.findings.deadline import Call, Found, Missing, Note, since
from assembler.findings.estate import Days
from assembler.findings.security_instrument import OPERATIVE, paper_day
from assembler.findings.subject import Subject
from assembler.findings.valuation import estate_of
from assembler.law import security_deadlines
from assembler.law.deadline import Deadline
from assembler.law.security_deadlines import Instrument
from assembler.law.threshold import is_large_between
from assembler.terms import edition

INSTRUMENTS = {operative: instrument for instrument, operative in OPERATIVE.items()}
OF_INSTRUMENT = ("security_dated", "security_term_ends", "notice_received", "drawn", "branch_closes")
"""Answers that belong to a bond or letter of credit alone."""


def deadlines(days: Days, subject: Subject) -> Iterator[Found]:
    """Call for the dates of the security of each trust."""
    operative = subject.trust.security.operative
    if operative in INSTRUMENTS:
        yield from _instrument(days, subject, INSTRUMENTS[operative])
    elif any(getattr(subject.trust.events, answer) for answer in OF_INSTRUMENT):
        yield _unused(subject, operative)
    yield from _found_large(days, subject)


def _unused(subject: Subject, operative: Operative | None) -> Found:
    if operative is None:
        return Missing(subject.id, "What concerns its bond or letter of credit", subject.path("security.operative"))
    text = f"the arrangement in use is {operative}, so what concerns a bond or letter of credit is left out."
    return Note(subject.id, text)


def _instrument(days: Days, subject: Subject, instrument: Instrument) -> Iterator[Found]:
    events = subject.trust.events
    yield Call(subject.id, subject.path("security.operative"), lambda: _filing(days, subject, instrument))
    if events.security_term_ends is None:
        what = f"Notice that the {instrument} is not renewed"
        yield Missing(subject.id, what, subject.path("events.security_term_ends"))
    happened = {
        "events.security_term_ends": (events.security_term_ends, security_deadlines.nonrenewal_notice),
        "events.notice_received": (events.notice_received, security_deadlines.reply_to_notice),
        "events.drawn": (events.drawn, security_deadlines.return_of_remittance),
    }
    for answer, (day, law) in happened.items():
        if day is not None:
            yield Call(subject.id, subject.path(answer), since(days.died, day, _of(instrument, law)))
    determined = subject.case.return_.value_determined
    if determined is not None:
        adjust = _of(instrument, security_deadlines.adjust_security)
        yield Call(subject.id, "return.value_determined", since(days.died, determined, adjust))
    if instrument is Instrument.LETTER_OF_CREDIT and events.branch_closes is not None:
        closing = since(days.died, events.branch_closes, security_deadlines.branch_closing_notice)
        yield Call(subject.id, subject.path("events.branch_closes"), closing)


def _of(instrument: Instrument, law: Callable[[Instrument, date], Deadline]) -> Callable[[date], Deadline]:
    return lambda day: law(instrument, day)


def _filing(days: Days, subject: Subject, instrument: Instrument) -> Deadline:
    """Compute by the edition in force on the day the instrument, or failing that the papers, are dated."""
    in_force = edition(paper_day(subject.case, subject.trust, OPERATIVE[instrument]) or days.as_of)
    return security_deadlines.security_filing(
        instrument, in_force, due=days.first_due, extended_due=days.due, filed=days.filed
    )


def _found_large(days: Days, subject: Subject) -> Iterator[Found]:
    """Call for security where a trust reported as small is finally found large."""
    if subject["is_large"] is not False or not _is_finally_large(subject):
        return
    determined = subject.case.return_.value_determined
    if determined is None:
        what = "Security for a trust finally found to exceed $2,000,000"
        yield Missing(subject.id, what, "return.value_determined")
    else:
        made = since(days.died, determined, security_deadlines.secure_after_determination)
        yield Call(subject.id, "return.value_determined", made)


def _is_finally_large(subject: Subject) -> bool | None:
    finals = [trust.valuation.final for trust in subject.case.trusts]
    stated = [final for final in finals if final is not None]
    estate = estate_of(subject.whole)
    if len(stated) < len(finals) or estate.most is None:
        return None
    reported = sum((worth.total for worth in estate.worths), Decimal(0))
    final = sum(stated, Decimal(0))
    least = final - (reported - estate.least)
    return is_large_between(least, final - (reported - estate.most))
