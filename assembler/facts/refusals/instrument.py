"""Refuse an instrument that no State's law governs, or that is not an ordinary trust."""

import re
from collections.abc import Iterator

from assembler.casefile.shape import Source
from assembler.facts.finding import TrustFacts
from assembler.facts.phrases import day
from assembler.facts.setting import Setting
from assembler.problem import Problem
from assembler.terms import state_named

LAW = "26 CFR 20.2056A-2(a)"
_EIN = re.compile(r"[0-9]{2}-[0-9]{7}")
STATE = "name one State, or the District of Columbia; a territory, a country or the United States is none."


def refusals(setting: Setting, facts: TrustFacts) -> Iterator[Problem]:
    """Refuse where the trust is governed or kept, what it is, or how it is settled."""
    trust = setting.trust
    state = None if trust.governing_law is None else state_named(trust.governing_law)
    kept = None if trust.records_kept_in is None else state_named(trust.records_kept_in)
    if trust.governing_law is not None and state is None:
        what = f"the law that governs administration is that of {trust.governing_law}, which is no State."
        yield Problem(setting.path("governing_law"), what, STATE, LAW)
    if trust.records_kept_in is not None and kept is None:
        what = f"the records are kept in {trust.records_kept_in}, which is no State."
        yield Problem(setting.path("records_kept_in"), what, STATE, LAW)
    if state and kept and state != kept:
        what = f"the records are kept in {kept}, while the law of {state} governs administration."
        fix = f"keep the records, or copies of them, in {state}."
        yield Problem(setting.path("records_kept_in"), what, fix, LAW)
    if trust.is_ordinary_trust is False:
        fix = "use an ordinary trust; the nature of the property it takes does not make it another entity."
        yield Problem(setting.path("is_ordinary_trust"), "the trust is not an ordinary trust.", fix, LAW)
    yield from _number(setting)
    yield from _settlor(setting)


def _number(setting: Setting) -> Iterator[Problem]:
    ein, has_ein = setting.trust.ein, setting.trust.has_ein
    if ein is not None and not _EIN.fullmatch(ein):
        what = "the number given is not an employer identification number."
        fix = "write it as 98-7654321; a social security number does not belong in a case file."
        yield Problem(setting.path("ein"), what, fix, "26 CFR 301.6109-1(a)(1)(ii)(C)")
    if ein is not None and has_ein is False:
        what = "a taxpayer identification number is given, and it is said that none has been assigned."
        yield Problem(setting.path("has_ein"), what, "correct the one or the other.")


def _settlor(setting: Setting) -> Iterator[Problem]:
    died, trust = setting.case.decedent.died, setting.trust
    signed = trust.instrument_date
    if trust.source is Source.EXECUTOR_CREATED and died is None:
        fix = "state the date of death, or choose another source."
        yield Problem(setting.path("source"), "an executor creates the trust while the decedent is living.", fix, LAW)
    if trust.source is Source.LIFETIME_AGREEMENT and died and signed and signed > died:
        what = f"the decedent signs the agreement on {day(signed)}, after dying on {day(died)}."
        fix = "correct the dates, or let the spouse or the executor create the trust."
        yield Problem(setting.path("instrument_date"), what, fix, LAW)
