"""Ask of a case without drafting it: what its facts are, and why each clause is in or out."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from assembler import casefile, facts
from assembler.assemble.road import DRAFT, draft, plan, refusals
from assembler.assemble.workshop import Workshop
from assembler.blanks import OpenPoint
from assembler.facts.finding import Finding
from assembler.problem import Problem
from assembler.selection import Plan
from assembler.selection.explanation import Explanation, explain


@dataclass(frozen=True)
class CaseCheck:
    """What the law makes of a case: ``points`` are those its draft would have, ``findings`` are by trust and name."""

    name: str
    problems: tuple[Problem, ...]
    points: tuple[OpenPoint, ...]
    findings: Mapping[str, Mapping[str, Finding]]


def check_case(source: Path, workshop: Workshop) -> CaseCheck:
    """Read a case and apply the law to it: what the law refuses, and what its documents would leave open."""
    reading = casefile.read(source)
    if reading.case is None:
        return CaseCheck(reading.name, reading.problems, (), {})
    found = facts.find(reading.case)
    findings = {str(trust.trust.id): trust.findings for trust in found.trusts}
    if workshop.problems:
        return CaseCheck(reading.name, refusals(reading, found) + workshop.problems, (), findings)
    planned, working = plan(reading, found, workshop)
    drafts = [draft(one, workshop, DRAFT, working.lists) for one in planned]
    gaps = (OpenPoint(p.what, p.who, p.path) for drafted in drafts if drafted.poured for p in drafted.poured.points)
    return CaseCheck(reading.name, refusals(reading, found) + working.problems, tuple(dict.fromkeys(gaps)), findings)


def explain_case(
    source: Path, workshop: Workshop, wanted: Collection[str] = ()
) -> tuple[tuple[tuple[Plan, tuple[Explanation, ...]], ...], tuple[Problem, ...]]:
    """Explain every clause of every document of a case, or of those wanted.

    What the law refuses is among the problems, and does not stand in the way of explaining the rest.
    """
    reading = casefile.read(source)
    if reading.case is None:
        return (), reading.problems
    if workshop.problems:
        return (), workshop.problems
    found = facts.find(reading.case)
    planned, _ = plan(reading, found, workshop, wanted)
    explained = tuple((one, explain(one)) for one in planned)
    return explained, refusals(reading, found)
