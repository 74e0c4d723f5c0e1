"""What the law refuses, each refusal with the answer it stands on, a way out and a paragraph."""

from collections.abc import Iterator, Sequence

from assembler.casefile.shape import Case
from assembler.findings import (
    assignments,
    estate,
    instrument,
    marital,
    residence,
    retirement_accounts,
    security_arrangement,
    security_refusals,
    trustees,
)
from assembler.findings.subject import Subject
from assembler.problem import Problem

OF_TRUST = (
    instrument.refusals,
    marital.refusals,
    trustees.refusals,
    security_arrangement.refusals,
    security_refusals.refusals,
    residence.refusals,
    instrument.partial_election,
)


def refusals(case: Case, trusts: Sequence[Subject]) -> Iterator[Problem]:
    """Refuse what the law does not allow, everything at once; what is unknown is not refused."""
    yield from estate.gate_refusals(case)
    yield from estate.refusals(case)
    yield from assignments.refusals(case)
    yield from retirement_accounts.refusals(case)
    for trust in trusts:
        for refuse in OF_TRUST:
            yield from refuse(trust)
