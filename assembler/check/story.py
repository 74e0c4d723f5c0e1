"""A story: one region of text of a document, as one string, with the offsets of all that stands in it.

The word is that of WordprocessingML (ECMA-376 Part 1, 17.2): the body is a story, and so is every header, footer and
text box, and every part of notes or comments.
"""

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from enum import IntEnum
from itertools import chain
from typing import Any, NamedTuple

from assembler.check.fields import REWRITE, Field, FieldStack, Instruction


class BookmarkStart(NamedTuple):
    """The start of a bookmark."""

    id: str
    name: str


class StyledRun(NamedTuple):
    """A run of text in a character style, or highlighted where the style is the empty text."""

    begin: int
    end: int
    style: str


class Fault(NamedTuple):
    """Something wrong that shows while the story is read, and the offset where."""

    at: int
    what: str
    fix: str


class DirectFormatting(NamedTuple):
    """The numbering and outline level that a paragraph gives itself, and that go before those of its style."""

    num_id: str | None = None
    level: str | None = None
    outline: str | None = None


class Story(NamedTuple):
    """The text of a story, and the offsets in it of all that stands between the words.

    part: the name of the part it is in.
    text: every paragraph followed by a line feed; tabs as such, breaks inside a paragraph as vertical tabs.
    lines: the same, paragraph by paragraph.
    begins, styles: for each paragraph, its first offset and the style it names.
    direct_formatting, in_cell: the few paragraphs that number themselves, and those in table cells, by index.
    bookmark_ends, comment_*, relationships: ids with their offsets.
    links: the bookmarks that hyperlinks lead to.
    named_styles: kind and id of every style that is used, and where first.
    A range that ends between paragraphs ends where the next one begins.
    """

    part: str
    text: str
    lines: Sequence[str]
    begins: Sequence[int]
    styles: Sequence[str | None]
    direct_formatting: Mapping[int, DirectFormatting]
    in_cell: Collection[int]
    bookmark_starts: Sequence[tuple[BookmarkStart, int]]
    bookmark_ends: Sequence[tuple[str, int]]
    fields: Sequence[Field]
    links: Sequence[tuple[str, int]]
    styled_runs: Sequence[StyledRun]
    comment_starts: Sequence[tuple[str, int]]
    comment_ends: Sequence[tuple[str, int]]
    comment_references: Sequence[tuple[str, int]]
    named_styles: Mapping[tuple[str, str], int]
    relationships: Sequence[tuple[str, int]]
    faults: Sequence[Fault]

    def paragraph(self, at: int) -> int:
        """Give the index of the paragraph at an offset; -1 before the first."""
        return bisect_right(self.begins, at) - 1

    def span(self, paragraph: int) -> tuple[int, int]:
        """Give the offsets where a paragraph begins and ends, without its line feed."""
        after = paragraph + 1
        end = self.begins[after] if after < len(self.begins) else len(self.text)
        return self.begins[paragraph], end - 1

    def paragraphs(self, begin: int, end: int) -> range:
        """Give the paragraphs of which any part lies between two offsets."""
        return range(self.paragraph(begin), self.paragraph(end - 1) + 1) if begin < end else range(0)

    def result(self, field: Field) -> str:
        """Give the text that a field shows."""
        return "" if field.result is None else self.text[field.result : field.end]


class Mark(IntEnum):
    """What may stand between words, and is kept with its offset."""

    BOOKMARK_START = 0
    BOOKMARK_END = 1
    COMMENT_START = 2
    COMMENT_END = 3
    COMMENT_REFERENCE = 4
    LINK = 5
    RELATIONSHIP = 6
    NAMED_STYLE = 7
    FAULT = 8


class StoryBuilder:
    """Builds a story from events, one after the other, and keeps count of the offset that each has reached."""

    def __init__(self) -> None:
        self._words: list[str] = []
        self._length = 0
        self._begins: list[int] = []
        self._styles: list[str | None] = []
        self._direct_formatting: dict[int, DirectFormatting] = {}
        self._in_cell: set[int] = set()
        self._cell: int | None = None
        self._marks: list[list[tuple[Any, int]]] = [[] for _ in Mark]
        self._styled_runs: list[StyledRun] = []
        self._fields = FieldStack()

    def add(self, events: Iterable["Event"]) -> None:
        """Add events; the most frequent ones, words and marks, are dealt with here, the others by a method each."""
        words, marks, fields = self._words, self._marks, self._fields
        for action, value, ahead in events:
            if action is None:
                if not fields.in_instruction:
                    words.append(value)
                    self._length += len(value)
            elif isinstance(action, int):
                # what stands between paragraphs stands where the next one will begin
                marks[action].append((value, self._length + ahead if self._begins else 0))
            else:
                action(self, value)

    def story(self, part: str) -> Story:
        """Give the story, once all its events are added."""
        self._fields.close()
        text = "".join((*self._words, "\n"))
        marks = self._marks
        faults = [Fault(at, what, fix) for (what, fix), at in marks[Mark.FAULT]]
        faults += [Fault(at, what, REWRITE) for what, at in self._fields.faults]
        return Story(
            part, text, text.split("\n")[:-1], self._begins, self._styles, self._direct_formatting, self._in_cell,
            marks[Mark.BOOKMARK_START], marks[Mark.BOOKMARK_END], self._fields.fields, marks[Mark.LINK],
            self._styled_runs, marks[Mark.COMMENT_START], marks[Mark.COMMENT_END], marks[Mark.COMMENT_REFERENCE],
            self._named_styles(), marks[Mark.RELATIONSHIP], faults,
        )  # fmt: skip

    def _named_styles(self) -> dict[tuple[str, str], int]:
        """Give the first place of each style."""
        named = dict(reversed(self._marks[Mark.NAMED_STYLE]))
        paragraphs = dict(zip(reversed(self._styles), reversed(self._begins), strict=True))
        named |= {("paragraph", style): at for style, at in paragraphs.items() if style is not None}
        return dict(sorted(named.items(), key=lambda item: item[1]))

    # The events that are neither words nor marks

    def begin_paragraph(self, value: tuple[str | None, DirectFormatting | None]) -> None:
        """Begin a paragraph in a style, with its direct formatting."""
        style, formatting = value
        begins = self._begins
        if begins:
            self._words.append("\n")
            self._length += 1
        if formatting is not None:
            self._direct_formatting[len(begins)] = formatting
        if self._cell is not None:
            self._in_cell.add(len(begins))
        begins.append(self._length)
        self._styles.append(style)

    def add_known_paragraphs(self, paragraphs: Iterable[Iterable["Event"]]) -> None:
        """Add the events of paragraphs that were read before."""
        self.add(chain.from_iterable(paragraphs))

    def enter_cell(self, cell: int | None) -> None:
        """Enter a table cell, or leave the table."""
        self._cell = cell

    def add_styled_run(self, value: tuple[str, str]) -> None:
        """Add words in a character style."""
        words, style = value
        if not self._fields.in_instruction:
            self._styled_runs.append(StyledRun(self._length, self._length + len(words), style))
            self._words.append(words)
            self._length += len(words)

    def add_field_character(self, kind: str | None) -> None:
        """Add the character that begins, separates or ends a field."""
        self._fields.add_character(kind, self._length, self._cell)

    def add_instruction(self, words: str) -> None:
        """Add words to the instruction of a field."""
        self._fields.add_instruction(words, self._length)

    def add_simple_field(self, value: tuple[Instruction, int]) -> None:
        """Add a field that is written as one element: its instruction, and the length of its result."""
        instruction, length = value
        self._fields.fields.append(Field(instruction, self._length, self._length, self._length + length))


Event = tuple[Callable[[StoryBuilder, Any], None] | Mark | None, Any, int]
"""What to do with a value; or a mark, its value, and how far ahead it stands; or None and words."""
