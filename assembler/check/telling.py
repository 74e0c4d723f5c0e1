"""Put the story of one part together, step by step, and keep the offset that each step has reached."""

from collections.abc import Callable, Iterable
from itertools import chain
from typing import Any

from assembler.check.field_stack import FieldStack
from assembler.check.instruction import Instruction
from assembler.check.story import Fault, Field, Ink, Own, Story

(
    BOOKMARK_START, BOOKMARK_END, COMMENT_START, COMMENT_END, COMMENT_REFERENCE, LINK, RELATION, REVISION,
    NAMED_STYLE, FAULT,
) = KINDS = range(10)  # fmt: skip
"""What may be met between words, and is kept with the offset at which it stands."""


class Telling:
    """A story as far as it is told: its text so far, and what was met on the way."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.length = 0
        self.begins: list[int] = []
        self.styles: list[str | None] = []
        self.own: dict[int, Own] = {}
        self.in_cell: set[int] = set()
        self.inside: int | None = None
        self.met: list[list[tuple[Any, int]]] = [[] for _ in KINDS]
        self.inks: list[Ink] = []
        self.fields = FieldStack()

    def tell(self, steps: Iterable["Step"]) -> None:
        """Take steps; the most frequent ones, words and what is met between them, are taken on the spot."""
        words, met, fields = self.words, self.met, self.fields
        for act, what, ahead in steps:
            if act is None:
                if not fields.instructing:
                    words.append(what)
                    self.length += len(what)
            elif isinstance(act, int):
                # between paragraphs is where the next one will begin
                met[act].append((what, self.length + ahead if self.begins else 0))
            else:
                act(self, what)

    def story(self, part: str) -> Story:
        """Give the story, told to its end."""
        self.fields.close()
        text = "".join((*self.words, "\n"))
        met = self.met
        faults = [Fault(at, *what) for what, at in met[FAULT]]
        return Story(
            part, text, text.split("\n")[:-1], self.begins, self.styles, self.own, self.in_cell,
            met[BOOKMARK_START], met[BOOKMARK_END], self.fields.fields, met[LINK], self.inks,
            met[COMMENT_START], met[COMMENT_END], met[COMMENT_REFERENCE],
            self._named_styles(), met[RELATION], met[REVISION], [*faults, *self.fields.faults],
        )  # fmt: skip

    def _named_styles(self) -> dict[tuple[str, str], int]:
        """Give the first place of each style."""
        named = dict(reversed(self.met[NAMED_STYLE]))
        paragraphs = dict(zip(reversed(self.styles), reversed(self.begins), strict=True))
        named |= {("paragraph", style): at for style, at in paragraphs.items() if style is not None}
        return dict(sorted(named.items(), key=lambda item: item[1]))

    # What is done at steps of other kinds

    def paragraphs(self, known: Iterable[Iterable["Step"]]) -> None:
        """Take the steps of paragraphs walked before."""
        self.tell(chain.from_iterable(known))

    def paragraph(self, what: tuple[str | None, Own | None]) -> None:
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

    def ink(self, what: tuple[str, str]) -> None:
        """Add words in a character style."""
        words, style = what
        if not self.fields.instructing:
            self.inks.append(Ink(self.length, self.length + len(words), style))
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


Step = tuple[Callable[[Telling, Any], None] | int | None, Any, int]
"""What is done, and with what; or what is met, which, and how far ahead it stands; or nothing but the words."""
