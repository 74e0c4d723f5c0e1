"""Number the headings of a document as Word will, and write its table of contents."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup, escape

from assembler.composition.blocks import typographic
from assembler.composition.document import part_style
from assembler.composition.fields import END, begin, field
from assembler.composition.numbering import Levels, labels, lead
from assembler.composition.paragraphs import STYLES, bookmark, paragraph, run
from assembler.library.clause import Clause, Outline
from assembler.library.document_order import members, part_id


@dataclass(frozen=True)
class Entry:
    """One line of the contents: its level, its number as shown, its title, and what it points at.

    ``lead`` is the word that a reference needs before the number, where the number brings none.
    """

    level: int
    number: str
    title: str
    identity: str
    lead: str = ""

    @property
    def reference(self) -> str:
        """The number as a reference shows it: without the period at its end."""
        return self.number.strip().rstrip(".")

    @property
    def place(self) -> str:
        """The number as a person would look it up, such as *Section 1.2*."""
        return f"{self.lead} {self.reference}".strip()


def entries(
    outline: Outline, clauses: Mapping[str, Clause], chosen: Collection[str], levels: Levels
) -> tuple[Entry, ...]:
    """List every heading of the document, given the clauses it will have, and number it as the template does."""
    headings = tuple(_headings(outline, clauses, frozenset(chosen)))
    numbers = labels((style for style, *_ in headings), levels)
    return tuple(
        Entry(level, number, typographic(title), identity, lead(style, levels) if number else "")
        for (style, level, title, identity), number in zip(headings, numbers, strict=True)
    )


def _headings(
    outline: Outline, clauses: Mapping[str, Clause], chosen: Collection[str]
) -> Iterator[tuple[str, int, str, str]]:
    """Give the style, the level, the title and the id of each heading."""
    for part in outline.parts:
        inside = [clause for clause in members(part, clauses) if clause.id in chosen]
        if inside and part.title:
            yield part_style(part), 1, part.title, part_id(part)
        for kind, level in LISTED_KINDS.items():
            yield from (
                (STYLES[kind][0], level, clause.title, clause.id) for clause in inside if clause.kind == kind
            )


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


LISTED_KINDS = {"section": 2, "schedule": 1}
"""The clauses that the contents list, and at which level."""

TAB = "<w:r><w:tab/></w:r>"
LISTED = 'TOC \\o "1-2" \\h \\z \\t "Part Heading,1,Schedule Heading,1"'
BEGINNING = begin(LISTED)
LAST_PAGE = ""
"""The name of no heading: under it stands the last page of the text."""

UNKNOWN = "–"
"""What stands for a page until the pages are counted: by LibreOffice for a PDF, or in Word with *Update Field*."""
