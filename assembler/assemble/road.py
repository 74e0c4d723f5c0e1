"""The whole road: from the bytes of a case file to checked documents, ready to be saved."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from assembler import blanks, casefile, check, facts, selection
from assembler.assemble.pouring import Manner, Poured, pour
from assembler.assemble.workshop import Workshop
from assembler.casefile import Reading
from assembler.casefile.shape import Case, Source, Trust
from assembler.facts.finding import Facts
from assembler.library.clause import Library
from assembler.problem import Problem
from assembler.selection import Plan

DRAFT = Manner()
TRUST_AGREEMENT = "trust-agreement"
DOCUMENTS = (TRUST_AGREEMENT,)
"""The documents that can be drafted."""

AGREED = frozenset({Source.LIFETIME_AGREEMENT, Source.SPOUSE_CREATED, Source.EXECUTOR_CREATED})
"""The sources of a trust that has an agreement of its own."""


@dataclass(frozen=True)
class Drafted:
    """One document: what was planned, what was poured, and what the check says of it."""

    name: str
    plan: Plan
    poured: Poured | None
    problems: tuple[Problem, ...]
    pdf: bytes | None = None

    @property
    def filename(self) -> str:
        """The name it has earned: its own when the check is satisfied, *x.unchecked.docx* until then."""
        return f"{self.name}.unchecked.docx" if self.problems else f"{self.name}.docx"


@dataclass(frozen=True)
class Outcome:
    """What became of a case: its documents, or why there are none."""

    reading: Reading
    facts: Facts | None
    documents: tuple[Drafted, ...]
    problems: tuple[Problem, ...]


def assemble(source: Path, workshop: Workshop, manner: Manner = DRAFT) -> Outcome:
    """Draft every document a case calls for, and prove each one."""
    reading = casefile.read(source)
    if reading.case is None:
        return Outcome(reading, None, (), reading.problems)
    found = facts.find(reading.case)
    problems = refusals(reading, found) + workshop.problems + _nothing_to_draft(reading, found)
    if problems:
        return Outcome(reading, found, (), problems)
    documents = tuple(draft(plan, found.case, workshop, manner) for plan in plans(found, workshop.library))
    return Outcome(reading, found, documents, tuple(p for document in documents for p in document.problems))


def refusals(reading: Reading, found: Facts) -> tuple[Problem, ...]:
    """Give what the law refuses, each at its line of the case file."""
    return tuple(problem._replace(where=reading.where(problem.where)) for problem in found.problems)


def plans(found: Facts, library: Library) -> Iterator[Plan]:
    """Plan the agreement of each trust that has one of its own."""
    for trust in found.trusts:
        if trust.trust.source in AGREED:
            yield selection.select(library, TRUST_AGREEMENT, trust, paper_date(found.case, trust.trust))


def paper_date(case: Case, trust: Trust) -> date:
    """Give the day a trust's instrument is dated: its own date, or that of the case's papers."""
    day = trust.instrument_date or case.as_of
    if day is None:
        raise ValueError("a case that was read has a date")
    return day


def draft(
    plan: Plan, case: Case, workshop: Workshop, manner: Manner, pages: Mapping[str, int] | None = None
) -> Drafted:
    """Pour one document and prove it; ``pages`` are the pages of its headings, where they are known."""
    name = f"{plan.facts.trust.id}-{plan.document}"
    document, problems = workshop.document(plan.document)
    if document is None:
        return Drafted(name, plan, None, problems)
    filled = blanks.fill(case, plan.facts.trust)
    poured = pour(plan, document.compiled, document.press, filled, manner, workshop.library.digest, pages)
    problems = check.check(poured.package, poured.expected, name)
    return Drafted(name, plan, poured, problems + (_open(poured, name) if manner.is_final else ()))


def _open(poured: Poured, name: str) -> tuple[Problem, ...]:
    """Refuse a final paper while anything is open in it."""
    return tuple(
        Problem(f"{name}: {point.where}", f"{point.what} is open.", f"answer {point.path} ({point.who}).")
        for point in poured.points
    )


def _nothing_to_draft(reading: Reading, found: Facts) -> tuple[Problem, ...]:
    if any(trust.trust.source in AGREED for trust in found.trusts):
        return ()
    sources = ", ".join(sorted(AGREED))
    what = "no trust of the case has an agreement of its own, so there is nothing to draft."
    return (Problem(reading.where("trusts"), what, f"give a trust whose source is one of {sources}."),)
