"""Refuse a bond or letter of credit that is not what the law lets the trust rely on."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from assembler.facts.amount import last_days_to_adjust
from assembler.facts.finding import TrustFacts
from assembler.facts.phrases import day, dollars
from assembler.facts.refusals.letters import letter
from assembler.facts.refusals.operative import one_at_a_time
from assembler.facts.refusals.terms import effective, notices, term
from assembler.facts.setting import Setting
from assembler.law.security_deadlines import Instrument
from assembler.law.security_terms import is_enough, required_on, surety_is_satisfactory
from assembler.problem import Problem

AMOUNT = "26 CFR 20.2056A-2(d)(1)(i)(B), (C)"
SURETY = "26 CFR 20.2056A-2(d)(1)(i)(B)(1); 26 USC 7101; 26 CFR 301.7101-1"
BOND = f"{Instrument.BOND.paragraph}(1)"
EXCLUSION = "26 CFR 20.2056A-2(d)(1)(iv)(B)"


def refusals(setting: Setting, facts: TrustFacts) -> Iterator[Problem]:
    """Refuse the bond and the letter of credit of one trust."""
    bond, letter_ = setting.trust.bond, setting.trust.letter
    yield from _bond(setting)
    yield from term(setting, Instrument.BOND, bond.effective, bond.expires)
    yield from effective(setting, Instrument.BOND, bond.effective)
    yield from letter(setting)
    starts = letter_.effective or letter_.dated
    yield from term(setting, Instrument.LETTER_OF_CREDIT, starts, letter_.expires)
    yield from effective(setting, Instrument.LETTER_OF_CREDIT, starts)
    yield from notices(setting)
    yield from one_at_a_time(setting)
    if facts["has_bond"] or facts["has_letter"]:
        yield from _amount(setting, facts)
    yield from _nothing_to_cancel(setting)


def _bond(setting: Setting) -> Iterator[Problem]:
    bond = setting.trust.bond
    if bond.is_cancellable:
        fix = "have the surety take the right to cancel out; a bond for the tax must not be cancelled."
        yield Problem(setting.path("bond.is_cancellable"), "the surety may cancel the bond.", fix, BOND)
    if bond.renews_automatically is False:
        fix = "have it renew itself every year, unless notice is mailed at least 60 days before its term ends."
        yield Problem(setting.path("bond.renews_automatically"), "the bond does not renew itself.", fix, BOND)
    surety = bond.surety
    if surety_is_satisfactory(surety.is_on_circular_570, surety.is_satisfactory) is False:
        what = f"{surety.name or 'the surety'} is not satisfactory to the Internal Revenue Service."
        fix = "take a surety certified in Circular 570, within its underwriting limitation."
        yield Problem(setting.path("bond.surety.is_satisfactory"), what, fix, SURETY)


def _amount(setting: Setting, facts: TrustFacts) -> Iterator[Problem]:
    furnished, first = setting.trust.security.amount_furnished, facts.figures.get("security_amount")
    if furnished is None or first is None:
        return
    required = _required(setting, facts, Decimal(str(first.value)))
    if not is_enough(furnished, required):
        what = f"{dollars(furnished)} is furnished, and 65 percent comes to {dollars(required)}."
        fix = f"have the amount raised by {dollars(required - furnished)}; a cent less is not enough."
        yield Problem(setting.path("security.amount_furnished"), what, fix, AMOUNT)


def _required(setting: Setting, facts: TrustFacts, first: Decimal) -> Decimal:
    figure = facts.figures.get("adjusted_security_amount")
    adjusted = None if figure is None else Decimal(str(figure.value))
    last = max(last_days_to_adjust(setting), default=None)
    return required_on(setting.case.as_of or date.min, first, adjusted, last)


def _nothing_to_cancel(setting: Setting) -> Iterator[Problem]:
    chosen = setting.trust.residence_exclusion
    if chosen.cancelled is not None and chosen.security is False and chosen.elected_later is None:
        what = f"the exclusion is cancelled on {day(chosen.cancelled)}, and it was never elected for security."
        fix = "state when it was elected, or take the cancellation out."
        yield Problem(setting.path("residence_exclusion.cancelled"), what, fix, EXCLUSION)
