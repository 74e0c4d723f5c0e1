"""What the law refuses, each refusal with the answer it stands on, a way out and a paragraph."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from assembler.findings import (
    assignments,
    community_property,
    designated_filer,
    election,
    estate,
    foreign_limit,
    instrument,
    marital,
    provisions,
    reformation,
    residence,
    retirement_accounts,
    security_arrangement,
    security_refusals,
    state_death_taxes,
    survivor_annuities,
    trustees,
    undervaluation,
    year_end,
)
from assembler.problem import Problem

if TYPE_CHECKING:
    from assembler.findings.find import Findings

OF_TRUST = (
    instrument.refusals,
    reformation.refusals,
    undervaluation.refusals,
    marital.refusals,
    trustees.refusals,
    security_arrangement.refusals,
    security_refusals.refusals,
    foreign_limit.refusals,
    year_end.refusals,
    residence.refusals,
    instrument.partial_election,
    provisions.refusals,
    state_death_taxes.refusals,
)


def refusals(findings: "Findings") -> Iterator[Problem]:
    """Refuse what the law does not allow, everything at once; what is unknown is not refused."""
    yield from estate.gate_refusals(findings.case)
    yield from estate.refusals(findings.case)
    yield from election.refusals(findings.whole)
    yield from designated_filer.refusals(findings.whole)
    yield from community_property.refusals(findings.whole)
    for assignment in findings.assignments:
        yield from assignments.refusals(assignment)
    for annuity in findings.annuities:
        yield from retirement_accounts.refusals(annuity)
        yield from survivor_annuities.refusals(annuity)
    for trust in findings.trusts:
        for refuse in OF_TRUST:
            yield from refuse(trust)
