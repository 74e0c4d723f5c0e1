"""The dates of a bond or letter of credit: filing, renewal, notices, draws, and the value finally determined."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import partial

from assembler.casefile.shape import Operative
from assembler.findings.deadline import Found, Missing, Note, call_for, call_where_known, counted_from
from assembler.findings.estate import Days, days_of, due_date
from assembler.findings.finding import Finding, LastDay
from assembler.findings.security_arrangement import is_secured_or_has_bank
from assembler.findings.security_instrument import edition_of, in_use, instrument_of, term_end
from assembler.findings.subject import Subject
from assembler.findings.valuation import estate_of
from assembler.law import security_deadlines
from assembler.law.calendar import rolled
from assembler.law.security_deadlines import Instrument
from assembler.law.threshold import is_large_between

OF_INSTRUMENT = ("security_dated", "security_term_ends", "notice_received", "drawn", "branch_closes")
"""Answers that belong to a bond or letter of credit alone."""


def deadlines(days: Days, subject: Subject) -> Iterator[Found]:
    """Call for the dates of the security of each trust."""
    is_described = subject.trust.security.operative is None and (subject["has_bond"] or subject["has_letter"])
    if in_use(subject) or is_described:
        yield from _instrument(subject, instrument_of(subject))
    elif any(getattr(subject.trust.events, answer) for answer in OF_INSTRUMENT):
        yield _unused(subject, subject.trust.security.operative)
    yield from _found_large(subject)


def last_day_to_file(trust: Subject, instrument: Instrument) -> LastDay:
    """Find by when a bond or letter of credit is filed, in the edition in force on its day."""
    days, in_force = days_of(trust.case), edition_of(trust, instrument)
    if days is None:
        return Finding(None, "the decedent's death is not stated", in_force.law, ("decedent.died",))
    if in_force.value is None:
        return Finding(None, in_force.because, in_force.law, in_force.rests_on)
    deadline = security_deadlines.security_filing(
        instrument, in_force.value, due=days.first_due, extended_due=days.due, filed=days.filed
    )
    return Finding(deadline, in_force.because, deadline.law, in_force.rests_on, deadline.date)


def filing_limit(trust: Subject, instrument: Instrument) -> date | None:
    """Return the last day to file on which nothing is late that may be in time.

    Until the return is filed nobody knows which is the later of the two days.
    """
    extended, last = due_date(trust.case), last_day_to_file(trust, instrument).value
    if last is None or extended is None:
        return None
    return last.date if trust.case.return_.filed is not None else max(last.date, rolled(extended))


def last_day_to_give_notice(trust: Subject) -> LastDay:
    """Find by when notice is mailed that the bond or letter of credit is not renewed."""
    (ends,) = term_end(trust).rests_on
    return counted_from(trust.case, ends, partial(security_deadlines.nonrenewal_notice, instrument_of(trust)))


def last_day_to_reply(trust: Subject) -> LastDay:
    """Find by when the Internal Revenue Service is told of other security, once it has notice of failure to renew."""
    received, law = trust.path("events.notice_received"), security_deadlines.reply_to_notice
    return counted_from(trust.case, received, partial(law, instrument_of(trust)))


def first_day_to_ask_back(trust: Subject) -> LastDay:
    """Find from when on money drawn may be asked back."""
    drawn, law = trust.path("events.drawn"), security_deadlines.return_of_remittance
    return counted_from(trust.case, drawn, partial(law, instrument_of(trust)))


def last_day_to_adjust(trust: Subject) -> LastDay:
    """Find by when the amount is adjusted to the value finally determined."""
    law = security_deadlines.adjust_security
    return counted_from(trust.case, "return.value_determined", partial(law, instrument_of(trust)))


def last_day_to_tell_of_closing(trust: Subject) -> LastDay:
    """Find by when notice is mailed that the branch which issued the letter of credit closes."""
    return counted_from(trust.case, trust.path("events.branch_closes"), security_deadlines.branch_closing_notice)


def _unused(subject: Subject, operative: Operative | None) -> Found:
    if operative is None:
        return Missing(subject.id, "security_events", subject.path("security.operative"))
    return Note(subject.id, "security_unused", {"arrangement": operative})


def _instrument(subject: Subject, instrument: Instrument) -> Iterator[Found]:
    operative, noticed = subject.path("security.operative"), subject.path("events.security_term_ends")
    filing, notice = last_day_to_file(subject, instrument), last_day_to_give_notice(subject)
    values = {"instrument": instrument}
    yield call_for(subject.id, operative, filing, "security_filing", values=values)
    yield call_for(subject.id, noticed, notice, "nonrenewal_notice", values=values)
    for found in (last_day_to_reply(subject), first_day_to_ask_back(subject), last_day_to_adjust(subject)):
        yield from call_where_known(subject.id, found)
    if instrument is Instrument.LETTER_OF_CREDIT:
        yield from call_where_known(subject.id, last_day_to_tell_of_closing(subject))


def _found_large(subject: Subject) -> Iterator[Found]:
    """Call for security where a trust reported as small is finally found large, and has none."""
    if must_secure_after_determination(subject):
        path = "return.value_determined"
        found = counted_from(subject.case, path, security_deadlines.secure_after_determination)
        yield call_for(subject.id, path, found, "secure_after_determination")


def must_secure_after_determination(subject: Subject) -> bool:
    """Tell whether a trust taken to be small is finally found large, and nothing secures it."""
    return subject["is_large"] is False and bool(_is_finally_large(subject)) and not is_secured_or_has_bank(subject)


def _is_finally_large(subject: Subject) -> bool | None:
    """Tell whether all QDOTs together exceed $2,000,000 as finally determined; None until each value is stated."""
    finals = [trust.valuation.final for trust in subject.case.trusts]
    stated = [final for final in finals if final is not None]
    estate = estate_of(subject.whole)
    if len(stated) < len(finals) or estate.most is None:
        return None
    reported = sum((worth.total for worth in estate.worths), Decimal(0))
    final = sum(stated, Decimal(0))
    least = final - (reported - estate.least)
    return is_large_between(least, final - (reported - estate.most))
