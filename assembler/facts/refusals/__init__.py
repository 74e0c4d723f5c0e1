"""What the law refuses, each refusal with the answer it stands on, a way out and a paragraph."""

from collections.abc import Iterator, Sequence

from assembler.casefile.shape import Case
from assembler.facts.finding import TrustFacts
from assembler.facts.refusals import (
    assignments,
    elections,
    estate,
    gate,
    instrument,
    instruments,
    marital,
    residence,
    retirement,
    security,
    trustees,
)
from assembler.facts.setting import Setting
from assembler.problem import Problem

__all__ = ["refusals"]


def refusals(case: Case, settings: Sequence[Setting], trusts: Sequence[TrustFacts]) -> Iterator[Problem]:
    """Refuse what the law does not allow, everything at once; what is unknown is not refused."""
    yield from gate.refusals(case)
    yield from estate.refusals(case)
    yield from assignments.refusals(case)
    yield from retirement.refusals(case)
    for setting, facts in zip(settings, trusts, strict=True):
        for topic in (instrument, marital, trustees, security, instruments, residence, elections):
            yield from topic.refusals(setting, facts)
