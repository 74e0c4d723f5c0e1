"""Check a finished document against what the case asks of it, and give every problem at once."""

from collections.abc import Mapping
from dataclasses import dataclass

from assembler.check.clauses import check_clauses, clause_texts
from assembler.check.contents import check_contents
from assembler.check.cross_references import check_cross_references
from assembler.check.document import Document, read_document
from assembler.check.integrity import check_definitions, check_ranges
from assembler.check.open_points import check_open_count, check_open_points
from assembler.check.proofreading import proofread
from assembler.check.requirements import Requirement, check_names, check_requirements
from assembler.check.stated import set_aside
from assembler.check.whole_file import Whole, check_whole
from assembler.problem import Problem


@dataclass(frozen=True)
class Expected:
    """What one case asks of one document.

    clauses: the plain text of each clause by its id, in document order; one line per paragraph, the heading first,
    and one line per table cell, row by row.
    discharged_by: the ids of the clauses that claim to discharge each requirement.
    names: names of the case that must appear letter by letter.
    open_points: how many numbered open points the draft carries.
    stated: the texts that the case itself states, in which no slip of ours is looked for.
    whole: what the file must be besides its clauses; without it only clauses and structure are proved.
    """

    clauses: Mapping[str, str]
    requirements: tuple[Requirement, ...]
    discharged_by: Mapping[str, tuple[str, ...]]
    names: tuple[str, ...]
    open_points: int
    stated: frozenset[str] = frozenset()
    whole: Whole | None = None


def check(package: bytes, expected: Expected, where: str) -> tuple[Problem, ...]:
    """Check a document of ours: its structure, its clauses, what the law requires, its names and open points.

    where: what to call the document in a problem; mostly its file name.
    """
    document, problems = read_document(package, where)
    if document is not None:
        texts = clause_texts(document)
        aside = set_aside(document, expected.stated)
        problems += check_structure(aside)
        problems += check_clauses(document, texts, expected.clauses)
        problems += check_requirements(document, texts, expected.requirements, expected.discharged_by)
        problems += check_open_count(aside, expected.open_points)
        problems += check_names(document, expected.names)
        if expected.whole is not None:
            problems += check_whole(document, expected.whole)
    return tuple(dict.fromkeys(problems))


def check_structure(document: Document) -> list[Problem]:
    """Check what must be so in any document: ranges, fields, contents, definitions, and a text without slips."""
    return [
        *check_ranges(document),
        *check_cross_references(document),
        *check_contents(document),
        *check_definitions(document),
        *proofread(document),
        *check_open_points(document),
    ]
