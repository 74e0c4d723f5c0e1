"""One part's text as a single string, and the offsets where its paragraphs and ranges begin and end."""

from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from assembler.check.field_codes import Instruction


class BookmarkStart(NamedTuple):
    """The start of a bookmark."""

    id: str
    name: str


class Field(NamedTuple):
    """A field: its instruction, and where it begins, where its result begins, and where it ends."""

    order: Instruction
    begin: int
    result: int | None
    end: int


class StyledRun(NamedTuple):
    """A stretch of text in a character style, or highlighted where the style is the empty text."""

    begin: int
    end: int
    style: str


class Fault(NamedTuple):
    """Something wrong that the reader met on its way, and where."""

    at: int
    what: str
    fix: str


class OwnNumbering(NamedTuple):
    """What a paragraph says of its numbering and outline level over its style's head."""

    num_id: str | None = None
    level: str | None = None
    outline: str | None = None


class PartText(NamedTuple):
    """One part's text and ranges, in the order of the part.

    text: every paragraph followed by a line feed; tabs as such, breaks inside a paragraph as vertical tabs.
    lines: the same, paragraph by paragraph.
    begins, styles: for each paragraph, its first offset and the style it names.
    own, in_cell: the few paragraphs that number themselves, and those in table cells, by index.
    starts, links: bookmarks and the names of those linked to, each with where it stands.
    ends, comment_*, relations, revisions: ids, likewise.
    A range that ends between paragraphs ends where the next one begins.
    """

    name: str
    text: str
    lines: Sequence[str]
    begins: Sequence[int]
    styles: Sequence[str | None]
    own: Mapping[int, OwnNumbering]
    in_cell: Collection[int]
    starts: Sequence[tuple[BookmarkStart, int]]
    ends: Sequence[tuple[str, int]]
    fields: Sequence[Field]
    links: Sequence[tuple[str, int]]
    styled_runs: Sequence[StyledRun]
    comment_starts: Sequence[tuple[str, int]]
    comment_ends: Sequence[tuple[str, int]]
    comment_references: Sequence[tuple[str, int]]
    named_styles: Mapping[tuple[str, str], int]
    relations: Sequence[tuple[str, int]]
    revisions: Sequence[tuple[str, int]]
    faults: Sequence[Fault]

    def paragraph(self, at: int) -> int:
        """Give the index of the paragraph at an offset."""
        return bisect_right(self.begins, at) - 1

    def span(self, paragraph: int) -> tuple[int, int]:
        """Give the offsets of a paragraph's text, without its line feed."""
        after = paragraph + 1
        end = self.begins[after] if after < len(self.begins) else len(self.text)
        return self.begins[paragraph], end - 1

    def words(self, paragraph: int) -> str:
        """Give the text of a paragraph."""
        begin, end = self.span(paragraph)
        return self.text[begin:end]

    def touched(self, begin: int, end: int) -> range:
        """Give the paragraphs that have a part in a range."""
        return range(self.paragraph(begin), self.paragraph(end - 1) + 1) if begin < end else range(0)

    def result(self, field: Field) -> str:
        """Give the cached result of a field."""
        return "" if field.result is None else self.text[field.result : field.end]
