"""Number what was selected, as Word will number it: articles, sections, recitals, schedules."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import count
from string import ascii_uppercase

from assembler.composition.blocks import typographic
from assembler.library.clause import Clause, Outline, Part
from assembler.library.document_order import members, part_id


@dataclass(frozen=True)
class Entry:
    """One line of the contents: its level, its number as shown, its title, and what it points at."""

    level: int
    number: str
    title: str
    identity: str


def entries(outline: Outline, clauses: Mapping[str, Clause], chosen: Collection[str]) -> tuple[Entry, ...]:
    """List and number every heading of the document, given the clauses it will have."""
    chosen = frozenset(chosen)
    articles, schedules = count(1), iter(ascii_uppercase)
    out: list[Entry] = []
    for part in outline.parts:
        inside = [clause for clause in members(part, clauses) if clause.id in chosen]
        if inside:
            article = str(next(articles)) if part.part == "article" else ""
            out += _part_entry(part, article)
            sections = (c for c in inside if c.kind == "section")
            out += [Entry(2, f"{article}.{n}", typographic(c.title), c.id) for n, c in enumerate(sections, 1)]
            out += [_schedule(next(schedules), c) for c in inside if c.kind == "schedule"]
    return tuple(out)


def _schedule(letter: str, clause: Clause) -> Entry:
    return Entry(1, f"Schedule {letter}", typographic(clause.title), clause.id)


def _part_entry(part: Part, article: str) -> list[Entry]:
    label = f"Article {article}" if article else ""
    return [Entry(1, label, typographic(part.title), part_id(part))] if part.title else []
