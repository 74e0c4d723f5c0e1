"""Refuse a bond, a letter of credit or a change of arrangement that the law does not let a trust rely on."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from assembler.casefile.shape import Operative
from assembler.casefile.shape_proceedings import ReliefKind
from assembler.casefile.shape_security import Confirmer, IssuerKind, Letter
from assembler.findings import paper_day
from assembler.findings.finding import day, dollars, refusal, said
from assembler.findings.security_amount import adjusted_amount, amount_to_secure, last_days_to_adjust
from assembler.findings.security_arrangement import SECURITY
from assembler.findings.security_deadlines import filing_limit, last_day_to_give_notice
from assembler.findings.security_instrument import OPERATIVE, Stated, in_use, stated, term_end
from assembler.findings.subject import Subject
from assembler.law.figure import OutOfRange
from assembler.law.security import exactly_one
from assembler.law.security_deadlines import Instrument
from assembler.law.security_terms import (
    HOURS,
    ZONES,
    is_enough,
    issuer_will_do,
    notice_is_in_time,
    other_zone,
    required_on,
    shortest_end,
    surety_is_satisfactory,
    takes_effect_in_time,
    term_is_long_enough,
    zone_is_right,
)
from assembler.problem import Problem

AMOUNT = "26 CFR 20.2056A-2(d)(1)(i)(B), (C)"
SURETY = "26 CFR 20.2056A-2(d)(1)(i)(B)(1); 26 USC 7101; 26 CFR 301.7101-1"
BOND = f"{Instrument.BOND.paragraph}(1)"
EXCLUSION = "26 CFR 20.2056A-2(d)(1)(iv)(B)"
ISSUER = Instrument.LETTER_OF_CREDIT.paragraph
TERMS = f"{ISSUER}(1)"
FORM = f"{ISSUER}(2)"
CONFIRMATION = f"{ISSUER}(3)"

SENT = {
    "filing": (
        "the bond or letter of credit is sent to the Internal Revenue Service",
        "ask for more time under 26 CFR 301.9100-1 and -3, and state the request under relief; or correct the day.",
    ),
    "closing": (
        "notice that the branch closes is mailed",
        "let the branch close at least 60 days after the mailing, or correct the day.",
    ),
    "replacement": (
        "the Internal Revenue Service is told of the new arrangement",
        "tell it within 30 days of its receipt of notice, after which it may draw; or correct the day.",
    ),
}
"""What is sent on the day of each paper, and what to do where that is late."""

_ALL_YEAR = re.compile(r"\bArizona\b|\bAZ\b")
"""A place whose clocks are not changed. 15 USC 260a(a)."""


def refusals(subject: Subject) -> Iterator[Problem]:
    """Refuse the bond and the letter of credit of one trust."""
    yield from _bond(subject)
    yield from _days(subject, Instrument.BOND)
    yield from _letter(subject)
    yield from _days(subject, Instrument.LETTER_OF_CREDIT)
    yield from _notices(subject)
    yield from _late(subject)
    yield from _one_at_a_time(subject)
    if subject["has_bond"] or subject["has_letter"]:
        yield from _amount(subject)
    yield from _nothing_to_cancel(subject)


def _bond(subject: Subject) -> Iterator[Problem]:
    bond = subject.trust.bond
    if bond.is_cancellable:
        fix = "have the surety take the right to cancel out; a bond for the tax must not be cancelled."
        yield Problem(subject.path("bond.is_cancellable"), "the surety may cancel the bond.", fix, BOND)
    if bond.renews_automatically is False:
        fix = "have it renew itself every year, unless notice is mailed at least 60 days before its term ends."
        yield Problem(subject.path("bond.renews_automatically"), "the bond does not renew itself.", fix, BOND)
    surety = bond.surety
    if surety_is_satisfactory(surety.is_on_circular_570, surety.is_satisfactory) is False:
        what = f"{surety.name or 'the surety'} is not satisfactory to the Internal Revenue Service."
        fix = "take a surety certified in Circular 570, within its underwriting limitation."
        yield Problem(subject.path("bond.surety.is_satisfactory"), what, fix, SURETY)


def _amount(subject: Subject) -> Iterator[Problem]:
    given, first = subject.trust.security, amount_to_secure(subject).value
    furnished, name, done = given.amount_furnished, "amount_furnished", "furnished"
    if given.amount_changed_to is not None:
        furnished, name, done = given.amount_changed_to, "amount_changed_to", "in force"
    if furnished is None or first is None:
        return
    required = _required(subject, first.number)
    if not is_enough(furnished, required):
        what = f"{dollars(furnished)} is {done}, and 65 percent comes to {dollars(required)}."
        fix = f"have the amount raised by {dollars(required - furnished)}; a cent less is not enough."
        yield Problem(subject.path(f"security.{name}"), what, fix, AMOUNT)


def _required(subject: Subject, first: Decimal) -> Decimal:
    figure = adjusted_amount(subject).value
    adjusted = None if figure is None else figure.number
    last = max(last_days_to_adjust(subject), default=None)
    return required_on(subject.case.as_of or date.min, first, adjusted, last)


def _nothing_to_cancel(subject: Subject) -> Iterator[Problem]:
    chosen = subject.trust.residence_exclusion
    if chosen.cancelled is not None and chosen.security is False and chosen.elected_later is None:
        what = f"the exclusion is cancelled on {day(chosen.cancelled)}, and it was never elected for security."
        fix = "state when it was elected, or take the cancellation out."
        yield Problem(subject.path("residence_exclusion.cancelled"), what, fix, EXCLUSION)


def _days(subject: Subject, instrument: Instrument) -> Iterator[Problem]:
    given = stated(subject, instrument)
    if given.effective is not None:
        yield from _term(given, given.effective, instrument)
        yield from _effective(subject, given.effective, instrument)


def _term(given: Stated, starts: date, instrument: Instrument) -> Iterator[Problem]:
    """Refuse a term shorter than a year."""
    if given.expires is None or term_is_long_enough(starts, given.expires):
        return
    what = f"the {instrument} runs from {day(starts)} to {day(given.expires)}, which is less than one year."
    fix = f"let the term end on {day(shortest_end(starts))} or later."
    yield Problem(f"{given.where}.expires", what, fix, f"{instrument.paragraph}(1)")


def _effective(subject: Subject, starts: date, instrument: Instrument) -> Iterator[Problem]:
    """Refuse a bond or letter of credit in use from the start that takes effect after the last day to file it."""
    if in_use(subject) is not instrument:
        return
    limit = filing_limit(subject, instrument)
    if limit is None or takes_effect_in_time(starts, (limit, *last_days_to_adjust(subject))):
        return
    what = f"the {instrument} takes effect on {day(starts)}, after the last day to file it, {day(limit)}."
    fix = "let it take effect by that day, or have the time to file it extended under 26 CFR 301.9100-1 and -3."
    where = f"{stated(subject, instrument).where}.effective"
    law = instrument.paragraph + ("(4)" if instrument is Instrument.BOND else "(5)")
    yield Problem(where, what, fix, law)


def _late(subject: Subject) -> Iterator[Problem]:
    """Refuse papers on the security that are sent after the last day, those apart for which more time is asked."""
    relief, law = subject.case.relief, (in_use(subject) or Instrument.LETTER_OF_CREDIT).paragraph
    asked = None if relief.kind is not ReliefKind.SECURITY else relief.until or date.max
    for dated, (what, fix) in SENT.items():
        on, last = paper_day.stated_day(subject, dated), paper_day.LAST[dated](subject)
        extended = asked if dated == "filing" else None
        if on is not None and last is not None and on > max(last, extended or last):
            said_ = f"{what} on {day(on)}, after the last day, {day(last)}."
            yield Problem(subject.path(paper_day.OWN[dated]), said_, fix, law)


def _notices(subject: Subject) -> Iterator[Problem]:
    """Refuse notice of failure to renew that is mailed too late, and a replacement that leaves a gap."""
    events, replacement = subject.trust.events, subject.trust.security.replacement
    instrument, ends = in_use(subject), term_end(subject).value
    if ends is None:
        return
    mailed, last = events.nonrenewal_mailed, last_day_to_give_notice(subject).value
    if instrument and mailed and last and not notice_is_in_time(mailed, ends):
        what = f"notice of failure to renew is mailed on {day(mailed)} for a term to {day(ends)}."
        fix = f"mail it by {day(last.date)}; the {instrument} renews itself for another year otherwise."
        yield Problem(subject.path("events.nonrenewal_mailed"), what, fix, f"{instrument.paragraph}(1)")
    if instrument and replacement.takes_effect and replacement.takes_effect > ends:
        what = f"the new arrangement takes effect on {day(replacement.takes_effect)}, and the old ends {day(ends)}."
        fix = "let it take effect immediately before the old one ends, or upon its end."
        yield Problem(subject.path("security.replacement.takes_effect"), what, fix, f"{instrument.paragraph}(1)")


def _letter(subject: Subject) -> Iterator[Problem]:
    """Refuse what is wrong with the letter of credit itself."""
    given = subject.trust.letter
    yield from _issuer(subject, given)
    yield from _confirmed_amount(subject, given)
    yield from _hour(subject, given)
    terms = (
        ("is_irrevocable", "the letter of credit may be revoked or modified.", "make it irrevocable."),
        ("is_payable_at_sight", "the letter of credit is not payable at sight.", "make the drafts payable at sight."),
        (
            "renews_automatically",
            "the letter of credit does not renew itself.",
            "have it extend itself every year, unless notice is mailed at least 60 days before its term ends.",
        ),
    )
    for answer, what, fix in terms:
        if getattr(given, answer) is False:
            yield Problem(subject.path(f"letter.{answer}"), what, fix, TERMS)
    if given.effective is not None and given.dated is not None and given.effective > given.dated:
        what = f"the letter of credit is issued on {day(given.dated)} and takes effect on {day(given.effective)}."
        fix = "date it the day it takes effect; by its form it is effective immediately."
        yield Problem(subject.path("letter.effective"), what, fix, FORM)


def _issuer(subject: Subject, given: Letter) -> Iterator[Problem]:
    issuer, confirmer = given.issuer, given.confirmer
    confirmed = False if confirmer == Confirmer() else confirmer.is_section_581_bank
    if issuer_will_do(issuer.kind, issuer.is_bank, confirmed) is not False:
        return
    name = issuer.name or "the issuer"
    if issuer.is_bank is not False and issuer.kind is IssuerKind.FOREIGN_BANK:
        what = f"{name} is a foreign bank, and no bank of section 581 confirms its letter of credit."
        fix = "have a bank of section 581 confirm it; the U.S. branch of a foreign bank is none."
        yield Problem(subject.path("letter.confirmer.is_section_581_bank"), what, fix, CONFIRMATION)
        return
    answer = "is_bank" if issuer.is_bank is False else "kind"
    fix = "have it issued by a section 581 bank, a U.S. branch of a foreign bank, or a foreign bank with confirmation."
    yield Problem(subject.path(f"letter.issuer.{answer}"), f"{name}, which issues it, is not a bank.", fix, ISSUER)


def _confirmed_amount(subject: Subject, given: Letter) -> Iterator[Problem]:
    confirmed, furnished = given.confirmer.amount, subject.trust.security.amount_furnished
    if confirmed is not None and furnished is not None and confirmed != furnished:
        what = f"the confirmation is for {dollars(confirmed)}, and the letter of credit for {dollars(furnished)}."
        fix = "have it made for the same amount as the letter."
        yield Problem(subject.path("letter.confirmer.amount"), what, fix, CONFIRMATION)


def _hour(subject: Subject, given: Letter) -> Iterator[Problem]:
    if given.time_zone is None or given.expires is None:
        return
    place = given.issuer.office or given.issuer.address or ""
    where = subject.path("letter.time_zone")
    try:
        if zone_is_right(given.time_zone, given.expires, keeps_standard_time=bool(_ALL_YEAR.search(place))):
            return
    except OutOfRange as outside:
        yield refusal(where, outside)
        return
    right = other_zone(given.time_zone)
    what = f"the letter expires at 3:00 p.m. {given.time_zone} on {day(given.expires)}, a day of {ZONES[right]}."
    yield Problem(where, what, f"write {right}, or another date.", f"{FORM}; {HOURS}")


def _one_at_a_time(subject: Subject) -> Iterator[Problem]:
    """Refuse two arrangements in force on the day of the papers, or none after one has run out."""
    on, security = subject.case.as_of, subject.trust.security
    if on is None or security.operative is None or subject.is_planning:
        return
    in_force = {use: instrument for instrument, use in OPERATIVE.items() if _is_in_force(subject, instrument, on)}
    in_force.pop(security.replacement.arrangement or security.operative, None)
    others = [use for use in in_force if use is not security.operative]
    if not exactly_one([security.operative, *others]):
        other = others[0]
        what = f"{said(security.operative)} is in use, and {said(other)} is in force as well on {day(on)}."
        fix = "state one of them; one that takes the place of the other is asked under security.replacement."
        yield Problem(stated(subject, in_force[other]).where, what, fix, SECURITY)
    if _has_run_out(subject, on):
        what = f"{said(security.operative)} ended after notice that it is not renewed, and nothing took its place."
        fix = "state under security.replacement what secures the tax now."
        yield Problem(subject.path("events.security_term_ends"), what, fix, SECURITY)


def _is_in_force(subject: Subject, instrument: Instrument, on: date) -> bool:
    given = stated(subject, instrument)
    if given.effective is None or given.effective > on:
        return False
    return given.expires is None or on <= given.expires or bool(given.renews and not _is_ended(subject, on))


def _is_ended(subject: Subject, on: date) -> bool:
    events = subject.trust.events
    told = events.nonrenewal_mailed is not None or events.notice_received is not None
    ends = term_end(subject).value
    return told and ends is not None and ends < on


def _has_run_out(subject: Subject, on: date) -> bool:
    replacement, ceased = subject.trust.security.replacement, subject.trust.disqualification.ceased
    is_over = ceased is not None or subject.case.spouse.died is not None
    is_replaced = replacement.arrangement not in (None, Operative.FOREIGN_LIMIT) or replacement.secured is not None
    return in_use(subject) is not None and not is_over and not is_replaced and _is_ended(subject, on)
