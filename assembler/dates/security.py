"""The dates of a bond or letter of credit: filing, renewal, notices, draws, and the value finally determined."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal

from assembler.casefile.shape import Operative
from assembler.dates.setting import Held, Setting
from assembler.dates.subject_date import Call, Found, Missing, Note, since
from assembler.facts.furnished import OPERATIVE, paper_day
from assembler.facts.worth import measure
from assembler.law import security_deadlines
from assembler.law.deadline import Deadline
from assembler.law.security_deadlines import Instrument
from assembler.law.threshold import is_large_between
from assembler.terms import edition

INSTRUMENTS = {operative: instrument for instrument, operative in OPERATIVE.items()}
OF_INSTRUMENT = ("security_dated", "security_term_ends", "notice_received", "drawn", "branch_closes")
"""Answers that belong to a bond or letter of credit alone."""


def called(setting: Setting) -> Iterator[Found]:
    """Call for the dates of the security of each trust."""
    for held in setting.trusts:
        operative = held.trust.security.operative
        if operative in INSTRUMENTS:
            yield from _instrument(setting, held, INSTRUMENTS[operative])
        elif any(getattr(held.trust.events, answer) for answer in OF_INSTRUMENT):
            yield _unused(held, operative)
        yield from _found_large(setting, held)


def _unused(held: Held, operative: Operative | None) -> Found:
    if operative is None:
        return Missing(held.subject, "What concerns its bond or letter of credit", held.path("security.operative"))
    text = f"the arrangement in use is {operative}, so what concerns a bond or letter of credit is left out."
    return Note(held.subject, text)


def _instrument(setting: Setting, held: Held, instrument: Instrument) -> Iterator[Found]:
    events = held.trust.events
    yield Call(held.subject, held.path("security.operative"), lambda: _filing(setting, held, instrument))
    if events.security_term_ends is None:
        what = f"Notice that the {instrument} is not renewed"
        yield Missing(held.subject, what, held.path("events.security_term_ends"))
    days = {
        "events.security_term_ends": (events.security_term_ends, security_deadlines.nonrenewal_notice),
        "events.notice_received": (events.notice_received, security_deadlines.reply_to_notice),
        "events.drawn": (events.drawn, security_deadlines.return_of_remittance),
    }
    for answer, (day, law) in days.items():
        if day is not None:
            yield Call(held.subject, held.path(answer), since(setting.died, day, _of(instrument, law)))
    determined = setting.case.return_.value_determined
    if determined is not None:
        adjust = _of(instrument, security_deadlines.adjust_security)
        yield Call(held.subject, "return.value_determined", since(setting.died, determined, adjust))
    if instrument is Instrument.LETTER_OF_CREDIT and events.branch_closes is not None:
        closing = since(setting.died, events.branch_closes, security_deadlines.branch_closing_notice)
        yield Call(held.subject, held.path("events.branch_closes"), closing)


def _of(instrument: Instrument, law: Callable[[Instrument, date], Deadline]) -> Callable[[date], Deadline]:
    return lambda day: law(instrument, day)


def _filing(setting: Setting, held: Held, instrument: Instrument) -> Deadline:
    """Compute by the edition in force on the day the instrument, or failing that the papers, are dated."""
    in_force = edition(paper_day(setting.case, held.trust, OPERATIVE[instrument]) or setting.as_of)
    return security_deadlines.security_filing(
        instrument, in_force, due=setting.first_due, extended_due=setting.due, filed=setting.filed
    )


def _found_large(setting: Setting, held: Held) -> Iterator[Found]:
    """Call for security where a trust reported as small is finally found large."""
    if held.facts["is_large"] is not False or not _is_finally_large(setting):
        return
    determined = setting.case.return_.value_determined
    if determined is None:
        what = "Security for a trust finally found to exceed $2,000,000"
        yield Missing(held.subject, what, "return.value_determined")
    else:
        made = since(setting.died, determined, security_deadlines.secure_after_determination)
        yield Call(held.subject, "return.value_determined", made)


def _is_finally_large(setting: Setting) -> bool | None:
    finals = [held.trust.valuation.final for held in setting.trusts]
    stated = [final for final in finals if final is not None]
    estate = measure(setting.case)
    if len(stated) < len(finals) or estate.most is None:
        return None
    reported = sum((worth.total for worth in estate.worths), Decimal(0))
    final = sum(stated, Decimal(0))
    least = final - (reported - estate.least)
    return is_large_between(least, final - (reported - estate.most))
