"""Refuse terms under which the property does not qualify for the marital deduction."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from assembler.casefile.shape import MaritalForm, Principal, RemainderTo, SpousePower
from assembler.facts.dispositions import TAKEN_BY_FORM
from assembler.facts.finding import TrustFacts
from assembler.facts.phrases import said
from assembler.facts.setting import Setting
from assembler.facts.shares import whole
from assembler.problem import Problem

LEAST_PAYOUT, MOST_PAYOUT = Decimal(5), Decimal(50)
"""A charitable remainder trust pays from 5 to 50 percent a year. 26 USC 664(d)(1)(A), (2)(A)."""

POWER_OF_APPOINTMENT = "26 USC 2056(b)(5)"
ESTATE_TRUST = "26 CFR 20.2056(c)-2(b)(1)"
CHARITABLE = "26 USC 664(d)(1), (2)"
PASSES = "26 CFR 20.2056A-2(b)(1); 26 CFR 20.2056A-4(b)(1)"


def refusals(setting: Setting, facts: TrustFacts) -> Iterator[Problem]:
    """Refuse the marital terms of one trust."""
    yield from _form(setting, facts)
    yield from _power(setting)
    yield from _remainder(setting)
    if setting.trust.marital_form is MaritalForm.CHARITABLE_REMAINDER:
        yield from _charitable(setting)


def _form(setting: Setting, facts: TrustFacts) -> Iterator[Problem]:
    trust = setting.trust
    if facts["form_none_required"] and facts["funded_by_decedent"]:
        what = "property passes from the decedent to the trust, and the trust is in no form that qualifies."
        fix = "choose power-of-appointment, qtip, charitable-remainder or estate-trust."
        yield Problem(setting.path("marital_form"), what, fix, PASSES)
    if facts["funded_by_spouse"] and trust.other_property and trust.wholly_marital is False:
        what = "the spouse transfers property to a trust whose whole value does not qualify for the marital deduction."
        fix = "let the spouse or the executor create a separate trust for what the spouse transfers."
        yield Problem(setting.path("wholly_marital"), what, fix, "26 CFR 20.2056A-4(b)(1)")


def _power(setting: Setting) -> Iterator[Problem]:
    form, power, where = setting.trust.marital_form, setting.trust.spouse_power, setting.path("spouse_power")
    if power is None:
        return
    if form is MaritalForm.POWER_OF_APPOINTMENT and power is not SpousePower.GENERAL:
        what = f"the spouse's power is {power}, and this marital form needs a general power."
        yield Problem(where, what, "write general, or choose another form such as qtip.", POWER_OF_APPOINTMENT)
    if form is MaritalForm.ESTATE_TRUST and power is not SpousePower.NONE:
        what = f"the spouse has a {power} power, and the property of an estate trust passes to the spouse's estate."
        yield Problem(where, what, "write none, or choose another form.", ESTATE_TRUST)
    if form is MaritalForm.CHARITABLE_REMAINDER and power is not SpousePower.NONE:
        what = f"the spouse has a {power} power, and the property of a charitable remainder trust passes to charity."
        yield Problem(where, what, "write none, or choose another form.", CHARITABLE)


def _remainder(setting: Setting) -> Iterator[Problem]:
    form, remainder = setting.trust.marital_form, setting.trust.remainder
    taker = None if form is None else TAKEN_BY_FORM.get(form)
    if form is not None and taker is not None and remainder.to is not None and remainder.to is not taker:
        law = ESTATE_TRUST if form is MaritalForm.ESTATE_TRUST else CHARITABLE
        what = f"the remainder goes to {said(remainder.to)}, and the marital form is {said(form)}."
        yield Problem(setting.path("remainder.to"), what, f"write {taker}, or choose another form.", law)
    if remainder.to is RemainderTo.NAMED and remainder.takers:
        total = whole(taker.share for taker in remainder.takers)
        if total is not None and total != Fraction(1):
            what = f"the shares of the named takers come to {total}, not to the whole."
            yield Problem(setting.path("remainder.takers"), what, "let the shares come to the whole.")


def _charitable(setting: Setting) -> Iterator[Problem]:
    percent, principal = setting.trust.charitable.percent, setting.trust.principal
    if percent is not None and not LEAST_PAYOUT <= percent <= MOST_PAYOUT:
        what = f"the payout is {percent:f} percent a year, and it must be from 5 to 50."
        fix = "write a percentage from 5 to 50."
        yield Problem(setting.path("charitable.percent"), what, fix, "26 USC 664(d)(1)(A), (2)(A)")
    if principal not in (None, Principal.NONE):
        what = "principal may be paid to the spouse besides the annuity or unitrust amount."
        yield Problem(setting.path("principal"), what, "write none.", "26 USC 664(d)(1)(B), (2)(B)")
