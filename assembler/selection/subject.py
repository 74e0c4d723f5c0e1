"""On which day a document speaks, and the case as it stood on that day."""

from collections.abc import Iterator
from dataclasses import replace

from assembler.casefile.shape import Case
from assembler.findings import Findings, Kind, Subject, find
from assembler.problem import Problem

WHOLE = "case"
"""The name of a subject in the files of documents that are drafted for a case as a whole."""


def name(subject: Subject) -> str:
    """Name a subject in the files of its documents: by its id, or by its place."""
    if subject.kind is Kind.CASE:
        return WHOLE
    identity: str | None = getattr(subject.record, "id", None)
    return identity or f"{subject.kind}-{subject.number + 1}"


def unnamed(case: Case) -> Iterator[Problem]:
    """Refuse trusts whose files could not be named."""
    fix = "give the trust an id of its own, such as `id: share`; it begins the names of the trust's files."
    for number, trust in enumerate(case.trusts):
        if trust.id is None:
            yield Problem(f"trusts[{number}].id", "the id of the trust is not answered.", fix)
        elif trust.id == WHOLE:
            what = f"`{WHOLE}` names the papers of the case as a whole."
            yield Problem(f"trusts[{trust.id}].id", what, fix)


def as_of(subject: Subject, dated: str, findings: Findings) -> Subject:
    """Give the subject as it stood on the day of the paper.

    An agreement made in life speaks of a client who lives, whatever has happened since.
    """
    died, signed = subject.case.decedent.died, subject.trust.instrument_date
    if dated != "instrument" or not died or not signed or signed > died:
        return subject
    living = find(replace(findings.case, decedent=replace(findings.case.decedent, died=None)))
    return living.of(subject.kind)[subject.number]
