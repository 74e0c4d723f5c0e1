"""Ask of a case without drafting it: what its facts are, and why each clause is in or out."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from assembler import blanks, casefile, facts
from assembler.assemble.road import plans, refusals
from assembler.assemble.workshop import Workshop
from assembler.blanks import OpenPoint
from assembler.facts.finding import Finding
from assembler.problem import Problem
from assembler.selection import Plan
from assembler.selection.explanation import Explanation, explain


@dataclass(frozen=True)
class CaseCheck:
    """The facts of a case judged alone; ``findings`` are by trust and name."""

    name: str
    problems: tuple[Problem, ...]
    points: tuple[OpenPoint, ...]
    findings: Mapping[str, Mapping[str, Finding]]


def check_case(source: Path) -> CaseCheck:
    """Read a case and apply the law to it: what the law refuses, and what is still open."""
    reading = casefile.read(source)
    if reading.case is None:
        return CaseCheck(reading.name, reading.problems, (), {})
    found = facts.find(reading.case)
    gaps = (
        value
        for trust in found.trusts
        for value in blanks.fill(reading.case, trust.trust).values.values()
        if isinstance(value, OpenPoint)
    )
    findings = {str(trust.trust.id): trust.findings for trust in found.trusts}
    return CaseCheck(reading.name, refusals(reading, found), tuple(dict.fromkeys(gaps)), findings)


def explain_case(
    source: Path, workshop: Workshop
) -> tuple[tuple[tuple[Plan, tuple[Explanation, ...]], ...], tuple[Problem, ...]]:
    """Explain every clause of every document of a case; what the law refuses is among the problems."""
    reading = casefile.read(source)
    if reading.case is None:
        return (), reading.problems
    if workshop.problems:
        return (), workshop.problems
    case, found = reading.case, facts.find(reading.case)
    explained = tuple((plan, explain(case, plan)) for plan in plans(found, workshop.library))
    return explained, refusals(reading, found)
