"""Build the text of one part from what is met in it, and keep the offset at which each thing stands."""

from collections.abc import Callable, Iterable
from itertools import chain
from typing import Any

from assembler.check.field_codes import Instruction, instruction
from assembler.check.part_text import Fault, Field, OwnNumbering, PartText, StyledRun

(
    BOOKMARK_START, BOOKMARK_END, COMMENT_START, COMMENT_END, COMMENT_REFERENCE, LINK, RELATION, REVISION,
    NAMED_STYLE, FAULT,
) = KINDS = range(10)  # fmt: skip
"""What may be met between words, and is kept with the offset at which it stands."""


_FIX = "write the field again: begin, instruction, separate, result, end."


class _Open:
    """A field that has begun and not ended."""

    def __init__(self, begin: int, cell: int | None) -> None:
        self.begin = begin
        self.cell = cell
        self.instruction = ""
        self.result: int | None = None


class FieldStack:
    """The fields open at one offset of a story, innermost last, and those already ended."""

    def __init__(self) -> None:
        self.fields: list[Field] = []
        self.faults: list[Fault] = []
        self.instructing = 0
        self._open: list[_Open] = []

    def char(self, kind: str | None, at: int, cell: int | None) -> None:
        """Take one field character."""
        if kind == "begin":
            self._open.append(_Open(at, cell))
            self.instructing += 1
        elif kind == "separate":
            self._separate(at)
        elif kind == "end":
            self._end(at, cell)
        else:
            self._fault(at, f"a field character of unknown kind {kind!r} stands here.")

    def instruct(self, text: str, at: int) -> None:
        """Take a piece of instruction for the innermost field."""
        if not self._open or self._open[-1].result is not None:
            self._fault(at, f"the field instruction “{text.strip()}” stands outside a field.")
            return
        self._open[-1].instruction += text

    def close(self) -> None:
        """Report what is still open at the end of the story."""
        for field in self._open:
            self._fault(field.begin, f"the field “{field.instruction.strip()}” is not closed.")

    def _separate(self, at: int) -> None:
        if not self._open or self._open[-1].result is not None:
            self._fault(at, "a field separator stands here without a field to separate.")
            return
        self._open[-1].result = at
        self.instructing -= 1

    def _end(self, at: int, cell: int | None) -> None:
        if not self._open:
            self._fault(at, "a field ends here that has not begun.")
            return
        field = self._open.pop()
        if field.result is None:
            self.instructing -= 1
        order = instruction(field.instruction.strip())
        if field.cell != cell:
            self._fault(at, f"the field “{order.text}” begins and ends in different table cells.")
        self.fields.append(Field(order, field.begin, field.result, at))

    def _fault(self, at: int, what: str) -> None:
        self.faults.append(Fault(at, what, _FIX))


class TextBuilder:
    """The text of a part as far as it is read, and what was met on the way."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.length = 0
        self.begins: list[int] = []
        self.styles: list[str | None] = []
        self.own: dict[int, OwnNumbering] = {}
        self.in_cell: set[int] = set()
        self.inside: int | None = None
        self.met: list[list[tuple[Any, int]]] = [[] for _ in KINDS]
        self.styled_runs: list[StyledRun] = []
        self.fields = FieldStack()

    def take(self, events: Iterable["Event"]) -> None:
        """Take events; the most frequent ones, words and what is met between them, are taken on the spot."""
        words, met, fields = self.words, self.met, self.fields
        for act, what, ahead in events:
            if act is None:
                if not fields.instructing:
                    words.append(what)
                    self.length += len(what)
            elif isinstance(act, int):
                # between paragraphs is where the next one will begin
                met[act].append((what, self.length + ahead if self.begins else 0))
            else:
                act(self, what)

    def part_text(self, part: str) -> PartText:
        """Give the text of the part, read to its end."""
        self.fields.close()
        text = "".join((*self.words, "\n"))
        met = self.met
        faults = [Fault(at, *what) for what, at in met[FAULT]]
        return PartText(
            part, text, text.split("\n")[:-1], self.begins, self.styles, self.own, self.in_cell,
            met[BOOKMARK_START], met[BOOKMARK_END], self.fields.fields, met[LINK], self.styled_runs,
            met[COMMENT_START], met[COMMENT_END], met[COMMENT_REFERENCE],
            self._named_styles(), met[RELATION], met[REVISION], [*faults, *self.fields.faults],
        )  # fmt: skip

    def _named_styles(self) -> dict[tuple[str, str], int]:
        """Give the first place of each style."""
        named = dict(reversed(self.met[NAMED_STYLE]))
        paragraphs = dict(zip(reversed(self.styles), reversed(self.begins), strict=True))
        named |= {("paragraph", style): at for style, at in paragraphs.items() if style is not None}
        return dict(sorted(named.items(), key=lambda item: item[1]))

    # What is done at events of other kinds

    def paragraphs(self, known: Iterable[Iterable["Event"]]) -> None:
        """Take the events of paragraphs read before."""
        self.take(chain.from_iterable(known))

    def paragraph(self, what: tuple[str | None, OwnNumbering | None]) -> None:
        """Begin a paragraph in a style, with what it says of its own numbering."""
        style, own = what
        begins = self.begins
        if begins:
            self.words.append("\n")
            self.length += 1
        if own is not None:
            self.own[len(begins)] = own
        if self.inside is not None:
            self.in_cell.add(len(begins))
        begins.append(self.length)
        self.styles.append(style)

    def cell(self, cell: int | None) -> None:
        """Enter a table cell, or leave the table."""
        self.inside = cell

    def styled_run(self, what: tuple[str, str]) -> None:
        """Add words in a character style."""
        words, style = what
        if not self.fields.instructing:
            self.styled_runs.append(StyledRun(self.length, self.length + len(words), style))
            self.words.append(words)
            self.length += len(words)

    def field_char(self, kind: str | None) -> None:
        """Take one field character."""
        self.fields.char(kind, self.length, self.inside)

    def instruction(self, words: str) -> None:
        """Take a piece of a field's instruction."""
        self.fields.instruct(words, self.length)

    def simple_field(self, what: tuple[Instruction, int]) -> None:
        """Take a field that is whole: its instruction, and the width of its result."""
        order, width = what
        self.fields.fields.append(Field(order, self.length, self.length, self.length + width))


Event = tuple[Callable[[TextBuilder, Any], None] | int | None, Any, int]
"""What is done, and with what; or what is met, which, and how far ahead it stands; or nothing but the words."""
