"""Number the headings of a document as Word will, and write its table of contents."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from string import ascii_uppercase

from markupsafe import Markup, escape

from assembler.composition.blocks import typographic
from assembler.composition.fields import END, begin, field
from assembler.composition.paragraphs import bookmark, paragraph, run
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


def contents(entries: Sequence[Entry], pages: Mapping[str, int]) -> Markup:
    """Write the contents; an entry shows its page where that is known, and no number that may be wrong.

    Where there is no entry there are no contents.
    """
    last = len(entries) - 1
    lines = (
        _line(entry, pages.get(entry.identity), BEGINNING if n == 0 else "", END if n == last else "")
        for n, entry in enumerate(entries)
    )
    return Markup("".join(lines))


@lru_cache(maxsize=4096)  # most documents of a kind list the same headings
def _line(entry: Entry, page: int | None, before: str, after: str) -> str:
    mark, number = bookmark(entry.identity), escape(entry.number)
    label = run(number) + TAB if entry.level == 2 else run(f"{number} ") if number else ""
    shown = label + run(escape(entry.title)) + _page(mark, page)
    link = f'<w:hyperlink w:anchor="{mark}" w:history="1">{shown}</w:hyperlink>'
    return paragraph(f"TOC{entry.level}", f"{before}{link}{after}")


def _page(mark: str, page: int | None) -> str:
    return TAB + field(f"PAGEREF {mark} \\h", run(UNKNOWN if page is None else str(page)))


TAB = "<w:r><w:tab/></w:r>"
LISTED = 'TOC \\o "1-2" \\h \\z \\t "Part Heading,1,Schedule Heading,1"'
BEGINNING = begin(LISTED)
LAST_PAGE = ""
"""The name of no heading: under it stands the last page of the text."""

UNKNOWN = "–"
"""What stands for a page until the pages are counted: by LibreOffice for a PDF, or in Word with *Update Field*."""
