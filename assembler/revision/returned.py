"""A paper that came back, held against the one that was sent: what changed, what was read, what is to be restored."""

import json
from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assembler.check import markup as m
from assembler.check.clauses import bookmarked
from assembler.check.document import Document, read_document
from assembler.check.requirements import check_names
from assembler.check.revisions import View
from assembler.library.clause import Library, Requirement
from assembler.matter import Engine, Matter
from assembler.problem import Problem
from assembler.revision.alignment import shared
from assembler.revision.hidden import unseen
from assembler.revision.lines import read_lines
from assembler.revision.received import refused
from assembler.revision.verify import Failing, Finding, Verification, Views

PROVENANCE = "urn:qdot-assembler:document:1"
LEAST_ALIKE = 0.3
"""A file that shares less with the paper that was sent is another paper."""


@dataclass(frozen=True)
class Base:
    """The paper that was sent: as it is read, what it has to discharge, the names it has to give, and what it is."""

    document: Document
    requirements: tuple[Requirement, ...]
    names: tuple[str, ...]
    called: str


@dataclass(frozen=True)
class Report:
    """What became of a paper.

    read: of the findings, those whose words a person has read as they now are, by clause.
    dangling: references that lead nowhere. unseen: words that are hidden, white or tiny, with why.
    """

    name: str
    against: str
    clauses: int
    findings: tuple[Finding, ...]
    failing: tuple[Failing, ...]
    read: frozenset[str]
    dangling: tuple[str, ...]
    unseen: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]

    @property
    def unread(self) -> tuple[Finding, ...]:
        """The changes that nobody has read as they now are."""
        return tuple(one for one in self.findings if one.clause not in self.read)

    @property
    def is_done(self) -> bool:
        """Tell whether every requirement is still discharged and every change has been read."""
        return not (self.failing or self.unread or self.dangling or self.unseen)


def verify(
    data: bytes, name: str, base: Base, library: Library, read: Mapping[str, str]
) -> Report | tuple[Problem, ...]:
    """Hold a paper against the one that was sent; ``read`` has the digest of each finding that was read."""
    problems = tuple(refused(data, name))
    if problems:
        return problems
    accepted, problems_ = read_document(data, name)
    sent, _ = read_document(data, name, View.SENT)
    if accepted is None or sent is None:
        return tuple(problems_)
    if _alike(_words(base.document), _words(accepted)) < LEAST_ALIKE:
        fix = "name the case or the paper that it was made from."
        return (Problem(name, f"it is not {base.called}, and hardly shares a word with it.", fix),)
    if base.names and len(check_names(accepted, base.names)) == len(base.names):
        what = f"it names nobody of the case ({', '.join(base.names)})."
        return (Problem(name, what, "name the case that it was made from."),)
    verification = Verification(base.document, Views(accepted, sent), library, base.requirements)
    known = frozenset(unseen(base.document))
    return Report(
        name=name,
        against=base.called,
        clauses=len(base.document.clauses),
        findings=verification.findings,
        failing=verification.failing,
        read=frozenset(one.clause for one in verification.findings if read.get(one.clause) == one.digest),
        dangling=tuple(dict.fromkeys(_dangling(accepted))),
        unseen=tuple(one for one in dict.fromkeys(unseen(accepted)) if one not in known),
        notes=("comments are not read",) if accepted.comments else (),
    )


def _words(document: Document) -> Counter[Hashable]:
    """Count the words of a paper."""
    counts = Counter[Hashable]()
    for line in read_lines(document):
        counts.update(line.counts)
    return counts


def _alike(ours: Counter[Hashable], theirs: Counter[Hashable]) -> float:
    """Say which part of their words two papers share."""
    return 2 * shared(ours, theirs) / max(ours.total() + theirs.total(), 1)


def _dangling(document: Document) -> Iterator[str]:
    for story in document.stories:
        for field in story.fields:
            target = next(iter(field.instruction.arguments), "")
            if field.instruction.kind in ("REF", "PAGEREF") and target not in document.bookmarks:
                yield f"{document.place(story, field.begin).removeprefix(f'{document.where}: ')}: {target}"


# The paper that was sent


def base_of_file(data: bytes, name: str, library: Library) -> Base | tuple[Problem, ...]:
    """Take the paper that was sent as the base; it has to discharge what its clauses claim."""
    problems = tuple(refused(data, name))
    document, problems_ = read_document(data, name) if not problems else (None, list(problems))
    if document is None:
        return tuple(problems_)
    if not document.clauses:
        fix = "name the paper as it was drafted, or the case."
        return (Problem(name, "it has no clause of ours that is marked.", fix),)
    ids = {bookmarked(identity): clause for identity, clause in library.clauses.items()}
    claimed = {one for marked in document.clauses if marked in ids for one in ids[marked].discharges}
    requirements = tuple(library.requirements[one] for one in sorted(claimed) if one in library.requirements)
    return Base(document, requirements, (), name)


def base_of_case(case: Path, data: bytes, name: str, engine: Engine) -> Base | tuple[Problem, ...]:
    """Draft the case again, and take the paper that the file was made from."""
    problems = tuple(refused(data, name))
    if problems:
        return problems
    found, problems_ = read_document(data, name)
    if found is None:
        return tuple(problems_)
    kind, digest = _provenance(found)
    if digest and digest != engine.library.digest:
        what = "it was drafted with another edition of the library than this one."
        return (Problem(name, what, "name the paper as it was sent: --base SENT.docx."),)
    outcome = Matter.open(case, engine).draft(*([kind] if kind in engine.library.outlines else []))
    candidates = [(one, document) for one in outcome.documents if one.rendered
                  and (document := read_document(one.rendered.package, one.filename)[0]) is not None]  # fmt: skip
    if not candidates:
        return outcome.problems or (Problem(str(case), "the case does not call for this paper.", "name its own case."),)
    there = _words(found)
    drafted, document = max(candidates, key=lambda one: _alike(_words(one[1]), there))
    assert drafted.rendered is not None
    called = f"{drafted.name} of {case.name}"
    return Base(document, drafted.plan.requirements, drafted.rendered.expected.names, called)


def _provenance(document: Document) -> tuple[str, str]:
    """Give the kind of paper a file says it is, and the digest of the library it was drafted with."""
    for name, part in document.parts.items():
        root = m.parse_or_none(part) if name.startswith("customXml/") and PROVENANCE.encode() in part else None
        if root is not None and root.tag == f"{{{PROVENANCE}}}document":
            return root.get("id", ""), root.get("library", "")
    return "", ""


# What was read


def record_of(file: Path) -> Path:
    """Name the file beside a paper that says which of its changes were read."""
    return file.with_suffix(".read.json")


def read_record(file: Path) -> dict[str, str]:
    """Read what was read of a paper; of a record that is not ours, nothing."""
    try:
        found = json.loads(record_of(file).read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    entries = found.items() if isinstance(found, dict) else ()
    return {str(clause): digest for clause, digest in entries if isinstance(digest, str)}


def values(report: Report) -> dict[str, Any]:
    """Write a report as plain values."""
    return {
        "file": report.name,
        "against": report.against,
        "clauses": report.clauses,
        "done": report.is_done,
        "findings": [_finding_values(one, report) for one in report.findings],
        "no_longer_discharged": [
            {"requirement": one.requirement.id, "cite": one.requirement.cite, "gone": list(one.gone)}
            for one in report.failing
        ],
        "dangling": list(report.dangling),
        "unseen": [{"words": words, "why": why} for words, why in report.unseen],
        "notes": list(report.notes),
    }


def _finding_values(one: Finding, report: Report) -> dict[str, Any]:
    return {
        "clause": one.clause,
        "title": one.title,
        "state": one.state,
        "overrides": one.is_overriding,
        "touches": list(one.kinds),
        "tracked": one.tracked,
        "changes": [change._asdict() for change in one.changes],
        "requirements": [{"id": req.id, "cite": req.cite, "says": req.says} for req in one.requirements],
        "restore": one.restore,
        "read": one.clause in report.read,
    }


def read_now(report: Report, clauses: Sequence[str]) -> dict[str, str]:
    """Give the digests of the findings that a person says to have read."""
    return {one.clause: one.digest for one in report.findings if one.clause in clauses}
