"""Refuse a letter of credit whose issuer, confirmation, hour or terms the law does not accept."""

import re
from collections.abc import Iterator

from assembler.casefile.shape_security import Confirmer, IssuerKind, Letter
from assembler.facts.phrases import day, dollars
from assembler.facts.setting import Setting
from assembler.law.figure import OutOfRange
from assembler.law.security_deadlines import Instrument
from assembler.law.security_terms import LAW as HOURS
from assembler.law.security_terms import ZONES, issuer_will_do, other_zone, zone_is_right
from assembler.problem import Problem

ISSUER = Instrument.LETTER_OF_CREDIT.paragraph
TERMS = f"{ISSUER}(1)"
FORM = f"{ISSUER}(2)"
CONFIRMATION = f"{ISSUER}(3)"

_ALL_YEAR = re.compile(r"\bArizona\b|\bAZ\b")
"""A place whose clocks are not changed. 15 USC 260a(a)."""


def letter(setting: Setting) -> Iterator[Problem]:
    """Refuse what is wrong with the letter of credit itself."""
    given = setting.trust.letter
    yield from _issuer(setting, given)
    yield from _confirmed_amount(setting, given)
    yield from _hour(setting, given)
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
            yield Problem(setting.path(f"letter.{answer}"), what, fix, TERMS)
    if given.effective is not None and given.dated is not None and given.effective > given.dated:
        what = f"the letter of credit is issued on {day(given.dated)} and takes effect on {day(given.effective)}."
        fix = "date it the day it takes effect; by its form it is effective immediately."
        yield Problem(setting.path("letter.effective"), what, fix, FORM)


def _issuer(setting: Setting, given: Letter) -> Iterator[Problem]:
    issuer, confirmer = given.issuer, given.confirmer
    confirmed = False if confirmer == Confirmer() else confirmer.is_section_581_bank
    if issuer_will_do(issuer.kind, issuer.is_bank, confirmed) is not False:
        return
    name = issuer.name or "the issuer"
    if issuer.is_bank is not False and issuer.kind is IssuerKind.FOREIGN_BANK:
        what = f"{name} is a foreign bank, and no bank of section 581 confirms its letter of credit."
        fix = "have a bank of section 581 confirm it; the U.S. branch of a foreign bank is none."
        yield Problem(setting.path("letter.confirmer.is_section_581_bank"), what, fix, CONFIRMATION)
        return
    answer = "is_bank" if issuer.is_bank is False else "kind"
    fix = "have it issued by a section 581 bank, a U.S. branch of a foreign bank, or a foreign bank with confirmation."
    yield Problem(setting.path(f"letter.issuer.{answer}"), f"{name}, which issues it, is not a bank.", fix, ISSUER)


def _confirmed_amount(setting: Setting, given: Letter) -> Iterator[Problem]:
    confirmed, furnished = given.confirmer.amount, setting.trust.security.amount_furnished
    if confirmed is not None and furnished is not None and confirmed != furnished:
        what = f"the confirmation is for {dollars(confirmed)}, and the letter of credit for {dollars(furnished)}."
        fix = "have it made for the same amount as the letter."
        yield Problem(setting.path("letter.confirmer.amount"), what, fix, CONFIRMATION)


def _hour(setting: Setting, given: Letter) -> Iterator[Problem]:
    if given.time_zone is None or given.expires is None:
        return
    place = given.issuer.office or given.issuer.address or ""
    where = setting.path("letter.time_zone")
    try:
        if zone_is_right(given.time_zone, given.expires, keeps_standard_time=bool(_ALL_YEAR.search(place))):
            return
    except OutOfRange as outside:
        yield Problem(where, f"{outside.what}.", f"{outside.fix}.", outside.law)
        return
    right = other_zone(given.time_zone)
    what = f"the letter expires at 3:00 p.m. {given.time_zone} on {day(given.expires)}, a day of {ZONES[right]}."
    yield Problem(where, what, f"write {right}, or another date.", f"{FORM}; {HOURS}")
