"""A value reported too low: whether it costs the marital deduction, and whether a small trust is found large."""

from collections.abc import Iterator
from decimal import Decimal

from assembler.findings.finding import Fact, Finding, dollars
from assembler.findings.security_deadlines import must_secure_after_determination
from assembler.findings.security_instrument import uses_instrument
from assembler.findings.subject import Subject, missing
from assembler.findings.valuation import worth
from assembler.findings.vocabulary import FactName
from assembler.law import security
from assembler.problem import Caution, Problem

LAW = "26 CFR 20.2056A-2(d)(1)(i)(D)"
SMALL = "26 CFR 20.2056A-2(d)(1)(ii)"

FACTS = (
    FactName("deduction_disallowed", "A value reported too low costs the marital deduction.", excludes=("planning",)),
)


def facts(subject: Subject) -> Iterator[tuple[str, Fact]]:
    """Find whether the marital deduction for one trust is lost."""
    yield "deduction_disallowed", _disallowed(subject)


def _reported(subject: Subject) -> Decimal | None:
    """Give the value on the return: as stated, else what the assets are worth, which the return reports."""
    held, stated = worth(subject), subject.trust.valuation.reported
    return held.total if stated is None and not held.unvalued else stated


def _disallowed(subject: Subject) -> Fact:
    valuation, reported = subject.trust.valuation, _reported(subject)
    where, uses = subject.path("valuation"), uses_instrument(subject)
    if valuation.final is None or subject.is_planning:
        return Finding(False, "no value is finally determined", (LAW,), (f"{where}.final",))
    if reported is None:
        return Finding(None, "the value on the return is not stated", (LAW,), (f"{where}.reported",))
    if not security.is_undervalued(reported, valuation.final):
        because = "more than 50 percent of the value finally determined was reported"
        return Finding(False, because, (LAW,), (f"{where}.final",))
    excuses = (valuation.has_reasonable_cause, valuation.is_in_good_faith)
    value = security.deduction_is_lost(uses, reported, valuation.final, *excuses)
    because = f"{dollars(reported)} was reported, 50 percent or less of the {dollars(valuation.final)} finally found"
    if value is False:
        because = f"{because}, which a bank as trustee, or cause and good faith, keeps from costing the deduction"
    asked = missing(valuation, where, "has_reasonable_cause", "is_in_good_faith")
    if value is None and security.undervaluation_matters(uses, reported, valuation.final) is None:
        asked = (subject.path("security.operative"), *asked)
    return Finding(value, because, (LAW,), asked if value is None else (f"{where}.final",))


def refusals(subject: Subject) -> Iterator[Problem]:
    """Refuse to go on with a trust whose marital deduction is disallowed."""
    found = subject.fact("deduction_disallowed")
    if found.value:
        what = f"{found.because}: the marital deduction is disallowed in its entirety."
        fix = "correct the values; only reasonable cause and good faith, both of them, would keep the deduction."
        yield Problem(subject.path("valuation.final"), what, fix, LAW)


def cautions(subject: Subject) -> Iterator[Caution]:
    """Caution of a deduction that hangs on an excuse, and of a small trust that is finally found large."""
    found, reported = subject.fact("deduction_disallowed"), _reported(subject)
    final = subject.trust.valuation.final
    if found.value is None and final is not None and reported is not None:
        what = f"{found.because}: the whole marital deduction may be disallowed."
        fix = "answer whether there was reasonable cause, and good faith; without both of them it is."
        yield Caution(found.rests_on[0], what, fix, LAW)
    if must_secure_after_determination(subject):
        what = "all QDOTs together were taken to be worth $2,000,000 or less, and are finally found to be worth more."
        fix = "use a bank, a bond or a letter of credit within 60 days after the determination; a sale does not help."
        yield Caution(subject.path("valuation.final"), what, fix, SMALL)
