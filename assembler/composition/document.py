"""Compile a document's outline once: its body as Jinja source, and every clause as plain text beside it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from assembler.composition.blocks import Block, parse, parse_line
from assembler.composition.lead_words import fitted
from assembler.composition.numbering import Levels
from assembler.composition.paragraphs import STYLES, clause_paragraphs, heading, on_new_page
from assembler.composition.plain_text import PlainClause, plain
from assembler.library.clause import Clause, Library, Outline, Part
from assembler.library.document_order import in_order, members, part_id

HEADINGS = {"article": "Heading1", "group": "GroupHeading"}
"""The style of a part's heading; every other part has the plain one."""


@dataclass(frozen=True)
class Compiled:
    """A compiled document: ``body`` is Jinja source, ``plain`` has each clause as plain text, in document order.

    ``levels`` are the template's own lists, which number its headings.
    """

    body: str
    plain: Mapping[str, PlainClause]
    levels: Levels = field(default_factory=dict)


def compile_document(outline: Outline, library: Library, levels: Levels | None = None) -> Compiled:
    """Compile every clause that an outline may have, for a template whose lists have these levels.

    Each clause gets two bookmark ids here, and each part with a heading one, so that they are unique
    whichever clauses are selected.
    """
    levels = levels or {}
    targets = {part_id(part): part_style(part) for part in outline.parts if part.title}
    targets |= {clause.id: STYLES[clause.kind][0] for _, clause in in_order(library, outline)}
    blocks = {
        clause.id: fitted(parse(clause.body), targets, levels) for _, clause in in_order(library, outline)
    }
    return Compiled(
        body="".join(_parts(outline, library.clauses, blocks)),
        plain={clause.id: _plain(clause, blocks[clause.id]) for _, clause in in_order(library, outline)},
        levels=levels,
    )


def part_style(part: Part) -> str:
    """Give the style of a part's heading."""
    return HEADINGS.get(part.part, "PartHeading")


def _parts(
    outline: Outline, clauses: Mapping[str, Clause], blocks: Mapping[str, Sequence[Block]]
) -> Iterator[str]:
    number = 1
    for part in outline.parts:
        inside = list(members(part, clauses))
        if part.title:
            yield _when(part_id(part), _part_heading(part, number))
            number += 1
        for clause in inside:
            written = blocks[clause.id]
            text = clause_paragraphs(clause.kind, clause.title, clause.id, number, written, clause.each, clause.rows)
            starts_schedules = part.part == "schedules" and clause is inside[0]
            yield _when(clause.id, on_new_page(text) if starts_schedules else text)
            number += 2


def _part_heading(part: Part, number: int) -> str:
    return heading(part_style(part), part.title or "", part_id(part), number)


def _when(identity: str, text: str) -> str:
    return f"{{% if '{identity}' in chosen %}}{text}{{% endif %}}"


def _plain(clause: Clause, blocks: Sequence[Block]) -> PlainClause:
    title = parse_line(clause.title) if STYLES[clause.kind][0] else ()
    return plain(clause.id, title, blocks, clause.each, clause.rows)
