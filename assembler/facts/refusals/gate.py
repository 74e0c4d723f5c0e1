"""Refuse to draft a QDOT where none is needed or none can serve."""

from collections.abc import Iterator

from assembler.casefile.shape import Case
from assembler.facts import occasion
from assembler.facts.finding import Finding
from assembler.problem import Problem

NO_TRUST = "26 CFR 20.2056A-1(a)(1)"


def refusals(case: Case) -> Iterator[Problem]:
    """Refuse a case that needs no qualified domestic trust, or claims a treaty besides."""
    bars = (
        (occasion.rules_apply(case), False, "draft an ordinary marital trust; no QDOT is needed."),
        (occasion.deduction_sought(case), False, "seek the deduction, or draft no QDOT."),
        (occasion.spouse_is_citizen(case), True, "draft an ordinary marital trust; a citizen needs no QDOT."),
        (occasion.citizen_before_return(case), True, "draft no QDOT; the spouse counts as a citizen."),
    )
    for finding, bar, fix in bars:
        if finding.value is bar:
            yield _problem(finding, fix)
    if case.trusts or case.annuities:
        yield from _treaty(case)
    if not case.trusts and occasion.pay_only(case).value is False:
        fix = "describe the trust, or the annuity on which the spouse undertakes to pay the tax."
        yield Problem("trusts", "the case names no trust that is to be a qualified domestic trust.", fix, NO_TRUST)


def _treaty(case: Case) -> Iterator[Problem]:
    claimed = occasion.treaty_claimed(case)
    if not claimed.value:
        return
    if occasion.treaty_is_open(case) is False:
        what = "the marital relief of a treaty is claimed for a decedent who was a citizen or resident."
        yield Problem(claimed.rests_on[0], what, "claim no treaty relief.", occasion.TREATY)
        return
    what = "the estate claims the marital relief of a treaty and a qualified domestic trust as well."
    fix = "choose one: treaty_benefit_claimed: false, or no qualified domestic trust for any of the property."
    yield Problem(claimed.rests_on[0], what, fix, occasion.TREATY)


def _problem(finding: Finding, fix: str) -> Problem:
    return Problem(finding.rests_on[0], f"{finding.because}.", fix, "; ".join(finding.law))
