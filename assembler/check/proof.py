"""Hold a finished document against what is expected of it, and give every problem at once."""

from assembler.check.clauses import clause_texts, prove_clauses
from assembler.check.contents import prove_contents
from assembler.check.definitions import prove_uses
from assembler.check.document import Document, read_document
from assembler.check.expected import Expected
from assembler.check.fields import prove_fields
from assembler.check.open_points import prove_open_count, prove_open_points
from assembler.check.package import open_package
from assembler.check.placeholders import prove_nothing_left
from assembler.check.ranges import prove_ranges
from assembler.check.relationships import main_part, prove_parts
from assembler.check.requirements import prove_names, prove_requirements
from assembler.problem import Problem


def check(package: bytes, expected: Expected, where: str) -> tuple[Problem, ...]:
    """Prove a document of ours: its structure, its clauses, what the law requires, its names and open points.

    where: what to call the document in a problem; mostly its file name.
    """
    document, problems = _read(package, where)
    if document is None:
        return tuple(problems)
    texts = clause_texts(document)
    problems += _prove_structure(document)
    problems += prove_clauses(document, texts, expected)
    problems += prove_requirements(document, texts, expected)
    problems += prove_open_count(document, expected.open_points)
    problems += prove_names(document, expected.names)
    return tuple(dict.fromkeys(problems))


def structure(package: bytes, where: str) -> tuple[Problem, ...]:
    """Prove of any Word document that it is whole: parts, ranges, fields, numbers, contents, nothing left over."""
    document, problems = _read(package, where)
    if document is not None:
        problems += _prove_structure(document)
    return tuple(dict.fromkeys(problems))


def _read(data: bytes, where: str) -> tuple[Document | None, list[Problem]]:
    package, found = open_package(data, where)
    if package is None:
        return None, list(found)
    document = read_document(package, where)
    if isinstance(document, Problem):
        return None, [*found, *prove_parts(package, where, (main_part(package),)), document]
    return document, [*found, *prove_parts(package, where, {part.name for part in document.parts})]


def _prove_structure(document: Document) -> list[Problem]:
    return [
        *prove_ranges(document),
        *prove_fields(document),
        *prove_contents(document),
        *prove_uses(document),
        *prove_nothing_left(document),
        *prove_open_points(document),
    ]
