"""Compile a document's outline once: its body as Jinja source, and every clause as plain text beside it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise

from assembler.composition.blocks import Block, parse, parse_line
from assembler.composition.drawing import drawing
from assembler.composition.lead_words import fitted
from assembler.composition.numbering import Levels
from assembler.composition.paragraphs import (
    STYLES,
    TABLE_WIDTH,
    begins_signed,
    breakable,
    clause_paragraphs,
    clause_range,
    heading,
    on_new_page,
)
from assembler.composition.plain_text import PlainClause, plain
from assembler.library.clause import Clause, Library, Outline, Part
from assembler.library.document_order import in_order, members, part_id

HEADINGS = {"article": "Heading1", "group": "GroupHeading"}
"""The style of a part's heading; every other part has the plain one."""


PLACED = ("signatures", "schedules")
"""The parts for which a template may have a place of their own; their source begins with their name, as a comment."""


@dataclass(frozen=True)
class Compiled:
    """A compiled document.

    ``body`` is Jinja source, ``frame`` the same with each clause an empty range, and ``plain`` has each clause as plain
    text, in document order. ``levels`` are the template's own lists, which number its headings, and ``width`` that of
    its text. ``signed`` are the clauses that begin with the lines of a signature.
    """

    body: str
    frame: str
    plain: Mapping[str, PlainClause]
    levels: Levels = field(default_factory=dict)
    width: int = TABLE_WIDTH
    signed: frozenset[str] = frozenset()

    def held(self, drafted: Iterable[str]) -> frozenset[str]:
        """Name the clauses whose end stays with the next clause, as that begins with the signature under it."""
        return frozenset(before for before, after in pairwise(drafted) if after in self.signed)


def compile_document(
    outline: Outline, library: Library, levels: Levels | None = None, width: int = TABLE_WIDTH
) -> Compiled:
    """Compile every clause that an outline may have, for a template whose lists have these levels.

    ``width`` is that of the template's text, in twentieths of a point.

    Each clause gets two bookmark ids here, and each part with a heading one, so that they are unique
    whichever clauses are selected.
    """
    levels = levels or {}
    clauses = [clause for _, clause in in_order(library, outline)]
    targets = {part_id(part): part_style(part) for part in outline.parts if part.title}
    targets |= {clause.id: STYLES[clause.kind][0] for clause in clauses}
    blocks = {clause.id: fitted(parse(clause.body), targets, levels) for clause in clauses}
    return Compiled(
        body="".join(_parts(outline, library.of(outline), blocks, width)),
        frame="".join(_parts(outline, library.of(outline), None, width)),
        plain={clause.id: _plain(clause, blocks[clause.id]) for clause in clauses},
        levels=levels,
        width=width,
        signed=frozenset(clause.id for clause in clauses if begins_signed(clause.kind, blocks[clause.id])),
    )


def part_style(part: Part) -> str:
    """Give the style of a part's heading."""
    return HEADINGS.get(part.part, "PartHeading")


def _parts(
    outline: Outline, clauses: Mapping[str, Clause], blocks: Mapping[str, Sequence[Block]] | None, width: int
) -> Iterator[str]:
    """Write each part and its clauses; without their blocks each clause is an empty range."""
    number = 1
    for part in outline.parts:
        inside = list(members(part, clauses))
        if part.part in PLACED:
            yield f"{{# {part.part} #}}"
        if part.title:
            yield _when(part_id(part), _part_heading(part, number))
            number += 1
        for clause in inside:
            text = _clause(clause, number, blocks[clause.id], width) if blocks else ""
            starts_schedules = part.part == "schedules" and clause is inside[0]
            text = on_new_page(text) if starts_schedules else text
            yield _when(clause.id, clause_range(clause.id, number, text))
            number += 2


def _clause(clause: Clause, number: int, blocks: Sequence[Block], width: int) -> str:
    kind, title, identity, draw = clause.kind, clause.title, clause.id, partial(drawing, number=number, width=width)
    return clause_paragraphs(kind, title, identity, number + 1, blocks, clause.each, clause.rows, draw)


def _part_heading(part: Part, number: int) -> str:
    return breakable(heading(part_style(part), part.title or "", part_id(part), number), part_id(part))


def _when(identity: str, text: str) -> str:
    return f"{{% if '{identity}' in chosen %}}{text}{{% endif %}}"


def _plain(clause: Clause, blocks: Sequence[Block]) -> PlainClause:
    title = parse_line(clause.title) if STYLES[clause.kind][0] else ()
    return plain(clause.id, title, blocks, clause.each, clause.rows)
