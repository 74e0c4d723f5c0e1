"""Compile a document's outline once: its body as Jinja source, and every clause as plain text beside it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assembler.composition.blocks import parse, parse_line
from assembler.composition.paragraphs import STYLES, clause_paragraphs, clause_range, heading
from assembler.composition.plain_text import PlainClause, plain
from assembler.library.clause import Clause, Library, Outline, Part
from assembler.library.document_order import in_order, members, part_id

HEADINGS = {"article": "Heading1", "group": "GroupHeading"}
"""The style of a part's heading; every other part has the plain one."""


@dataclass(frozen=True)
class Compiled:
    """A compiled document.

    ``body`` is Jinja source, ``frame`` the same with each clause an empty range, and ``plain`` has each clause as plain
    text, in document order.
    """

    body: str
    frame: str
    plain: Mapping[str, PlainClause]


def compile_document(outline: Outline, library: Library) -> Compiled:
    """Compile every clause that an outline may have.

    Each clause gets two bookmark ids here, and each part with a heading one, so that they are unique
    whichever clauses are selected.
    """
    return Compiled(
        body="".join(_parts(outline, library.clauses)),
        frame="".join(_parts(outline, library.clauses, is_frame=True)),
        plain={clause.id: _plain(clause) for _, clause in in_order(library, outline)},
    )


def _parts(outline: Outline, clauses: Mapping[str, Clause], *, is_frame: bool = False) -> Iterator[str]:
    number = 1
    for part in outline.parts:
        inside = list(members(part, clauses))
        if part.title:
            yield _when(part_id(part), _part_heading(part, number))
            number += 1
        for clause in inside:
            yield _when(clause.id, clause_range(clause.id, number, "" if is_frame else _clause(clause, number)))
            number += 2


def _clause(clause: Clause, number: int) -> str:
    blocks = parse(clause.body)
    return clause_paragraphs(clause.kind, clause.title, clause.id, number + 1, blocks, clause.each, clause.rows)


def _part_heading(part: Part, number: int) -> str:
    return heading(HEADINGS.get(part.part, "PartHeading"), part.title or "", part_id(part), number)


def _when(identity: str, text: str) -> str:
    return f"{{% if '{identity}' in chosen %}}{text}{{% endif %}}"


def _plain(clause: Clause) -> PlainClause:
    title = parse_line(clause.title) if STYLES[clause.kind][0] else ()
    return plain(clause.id, title, parse(clause.body), clause.each, clause.rows)
