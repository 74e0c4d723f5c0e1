"""The order of a document: its parts, and in each part its clauses, definitions by their terms."""

from collections.abc import Iterator, Mapping

from assembler.library.clause import Clause, Library, Outline, Part


def part_id(part: Part) -> str:
    """Name a part for references: an article by its own id, the rest as *part-recitals* and the like."""
    return part.id or f"part-{part.part}"


def part_ids(outline: Outline) -> frozenset[str]:
    """Name the parts that a reference can name."""
    return frozenset(part_id(part) for part in outline.parts)


def members(part: Part, clauses: Mapping[str, Clause]) -> Iterator[Clause]:
    """Give a part's clauses in document order; definitions follow its first clause, in the order of their terms.

    A clause that the outline names and the library lacks is passed over: reading the library reports it.
    """
    named = [clauses[identity] for identity in part.clauses if identity in clauses]
    yield from named[:1]
    if part.definitions is not None:
        yield from sorted((c for c in clauses.values() if c.kind == "definition"), key=_by_term)
    yield from named[1:]


def _by_term(clause: Clause) -> tuple[str, str]:
    # "U.S. Trustee" files as "us trustee", after "United States"
    return (clause.term or "").replace(".", "").casefold(), clause.id


def in_order(library: Library, outline: Outline) -> Iterator[tuple[Part, Clause]]:
    """Give every clause that an outline may have, each with its part, in document order."""
    for part in outline.parts:
        for clause in members(part, library.of(outline)):
            yield part, clause
