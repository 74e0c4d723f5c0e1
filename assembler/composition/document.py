"""Compile a document's outline once: its body as Jinja source, and every clause as plain text beside it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from assembler.composition.blocks import parse, parse_line
from assembler.composition.paragraphs import STYLES, begins_signed, breakable, clause_paragraphs, heading
from assembler.composition.plain_text import PlainClause, plain
from assembler.library.clause import Clause, Library, Outline, Part
from assembler.library.document_order import in_order, members, part_id

HEADINGS = {"article": "Heading1", "group": "GroupHeading"}
"""The style of a part's heading; every other part has the plain one."""


PLACED = ("signatures", "schedules")
"""The parts for which a template may have a place of their own; their source begins with their name, as a comment."""


@dataclass(frozen=True)
class Compiled:
    """A compiled document: ``body`` is Jinja source, ``plain`` has each clause as plain text, in document order.

    ``signed`` are the clauses that begin with the lines of a signature.
    """

    body: str
    plain: Mapping[str, PlainClause]
    signed: frozenset[str] = frozenset()

    def held(self, drafted: Iterable[str]) -> frozenset[str]:
        """Name the clauses whose end stays with the next clause, as that begins with the signature under it."""
        return frozenset(before for before, after in pairwise(drafted) if after in self.signed)


def compile_document(outline: Outline, library: Library) -> Compiled:
    """Compile every clause that an outline may have.

    Each clause gets two bookmark ids here, and each part with a heading one, so that they are unique
    whichever clauses are selected.
    """
    clauses = [clause for _, clause in in_order(library, outline)]
    return Compiled(
        body="".join(_parts(outline, library.clauses)),
        plain={clause.id: _plain(clause) for clause in clauses},
        signed=frozenset(clause.id for clause in clauses if begins_signed(clause.kind, parse(clause.body))),
    )


def _parts(outline: Outline, clauses: Mapping[str, Clause]) -> Iterator[str]:
    number = 1
    for part in outline.parts:
        inside = list(members(part, clauses))
        if part.part in PLACED:
            yield f"{{# {part.part} #}}"
        if part.title:
            yield _when(part_id(part), _part_heading(part, number))
            number += 1
        for clause in inside:
            blocks = parse(clause.body)
            text = clause_paragraphs(clause.kind, clause.title, clause.id, number, blocks, clause.each, clause.rows)
            yield _when(clause.id, text)
            number += 2


def _part_heading(part: Part, number: int) -> str:
    style = HEADINGS.get(part.part, "PartHeading")
    return breakable(heading(style, part.title or "", part_id(part), number), part_id(part))


def _when(identity: str, text: str) -> str:
    return f"{{% if '{identity}' in chosen %}}{text}{{% endif %}}"


def _plain(clause: Clause) -> PlainClause:
    title = parse_line(clause.title) if STYLES[clause.kind][0] else ()
    return plain(clause.id, title, parse(clause.body), clause.each, clause.rows)
