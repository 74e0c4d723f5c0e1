"""Where a clause stands: its outlines, its part, and everything it can refer to there."""

from collections.abc import Iterator

from assembler.library.clause import Clause, Library, Outline, Part
from assembler.library.order import members, part_id


def placed(library: Library, outline: Outline) -> Iterator[tuple[Part, Clause]]:
    """Give every clause an outline may have, definitions included, with its part, in document order."""
    for part in outline.parts:
        for clause in members(part, library.clauses):
            yield part, clause


def part_ids(outline: Outline) -> frozenset[str]:
    """Name the parts that a reference can name."""
    return frozenset(part_id(part) for part in outline.parts)


def place(clause: Clause, root: str = "clauses") -> str:
    """Name the line of a clause's file on which its words begin."""
    return f"{file(clause, root)}:{clause.line}"


def file(clause: Clause, root: str = "clauses") -> str:
    """Name a clause's file, as a problem does."""
    return f"{'firm/' if clause.is_firms else ''}{root}/{clause.origin}"
