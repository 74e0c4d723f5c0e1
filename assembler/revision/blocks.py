"""Read what a story, a table cell or a content control holds as blocks: paragraphs, tables and controls."""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from lxml.etree import _Element

from assembler.check import markup as m
from assembler.check.fields import parse_instruction
from assembler.revision.alignment import shared
from assembler.revision.words import Reader, Token, Words

END = ("end of a paragraph",)
"""What the mark at the end of a paragraph says."""

LEAST_ALIKE = 0.4
"""Blocks that share less of their words than this are two, and not one that was changed."""
LEAST_TO_MOVE = 3
"""A move is told of so many words at least; fewer are found again by chance."""


@dataclass(eq=False)
class Block:
    """A paragraph, a table, a row of it, or a content control.

    before, after: what stands there and is not compared: marks of ranges, tables of contents; ends of ranges stand
    after.
    parts: the blocks of a control, the rows of a table; of a row, the blocks of each cell.
    """

    element: _Element
    reader: Reader
    before: list[_Element] = field(default_factory=list)
    after: list[_Element] = field(default_factory=list)

    @property
    def tag(self) -> str:
        """The kind of the block."""
        return str(self.element.tag)

    @property
    def is_paragraph(self) -> bool:
        """Tell whether it is a paragraph, which alone may be joined to another."""
        return self.element.tag == m.P

    @cached_property
    def words(self) -> Words:
        """The words of a paragraph."""
        return self.reader.read(self.element)

    @cached_property
    def stream(self) -> list[Token]:
        """The tokens of a paragraph, and its end."""
        return [*self.words.tokens, Token(END)]

    @cached_property
    def parts(self) -> "list[list[Block]]":
        """The blocks within."""
        if self.element.tag == m.TR:
            return [blocks(cell, self.reader)[0] for cell in cells(self.element)]
        if self.element.tag == m.TBL:
            return [[Block(row, self.reader) for row in self.element.iter(m.TR) if _table(row) is self.element]]
        content = self.element.find(m.SDT_CONTENT)
        return [blocks(content, self.reader)[0]] if content is not None else []

    @cached_property
    def key(self) -> Hashable:
        """What it says, equal for blocks that say the same."""
        if self.is_paragraph:
            return "p", self.ends_section, self.words.keys
        return self.element.tag, tuple(tuple(block.key for block in part) for part in self.parts)

    @cached_property
    def counts(self) -> Counter[Hashable]:
        """How often each word is in it; blanks are no words."""
        if self.is_paragraph:
            return Counter(key for key in self.words.keys if not isinstance(key, str) or not key.isspace())
        counts = Counter[Hashable]()
        for block in (block for part in self.parts for block in part):
            counts.update(block.counts)
        return counts

    @cached_property
    def ends_section(self) -> bool:
        """Tell whether a section of pages ends with it."""
        return self.is_paragraph and self.element.find(f"{m.P_PR}/{m.SECT_PR}") is not None

    @cached_property
    def look(self) -> tuple[str, str, str]:
        """What of its look is compared: the style by name, the list by its level, the level of the outline."""
        properties = self.element.find(m.P_PR)
        number = m.value(properties, m.NUM_PR, m.NUM_ID)
        level = "" if number is None else f"{number == '0'}{m.value(properties, m.NUM_PR, m.ILVL) or 0}"
        style = self.reader.style(m.value(properties, m.P_STYLE))
        return style, level, m.value(properties, m.OUTLINE) or ""

    def is_elsewhere(self, other: "Block") -> bool:
        """Tell whether the two stand in different clauses."""
        ours, theirs = self.reader.clauses.get(self.element), other.reader.clauses.get(other.element)
        return ours is not None and theirs is not None and ours != theirs

    def is_of_other_clause(self, other: "Block") -> bool:
        """Tell whether the two stand in different clauses, of which one is in one document only."""
        ours, theirs = self.reader.clauses.get(self.element), other.reader.clauses.get(other.element)
        return ours is not None and theirs is not None and ours != theirs and not (ours.is_common and theirs.is_common)

    @cached_property
    def columns(self) -> int:
        """How many columns a table has, or cells a row."""
        return len(list(self.element.iter(f"{m.W}gridCol"))) if self.element.tag == m.TBL else len(self.parts)


def _table(row: _Element) -> _Element | None:
    return next(row.iterancestors(m.TBL), None)


def cells(row: _Element) -> list[_Element]:
    """Give the cells of a row, without those of tables within it."""
    return [cell for cell in row.iter(m.TC) if next(cell.iterancestors(m.TR), None) is row]


def blocks(container: _Element, reader: Reader) -> tuple[list[Block], list[_Element]]:
    """Give the blocks of a container, and what stands after the last."""
    found: list[Block] = []
    before: list[_Element] = []
    in_contents = _contents(container)
    for element in container:
        if element.tag not in (m.P, m.TBL, m.SDT) or element in in_contents:
            is_after = element.tag == m.BOOKMARK_END and found and not before
            (found[-1].after if is_after else before).append(element)
            continue
        found.append(Block(element, reader, before))
        before = []
    return found, before


def _contents(container: _Element) -> frozenset[_Element]:
    """Find the paragraphs and controls of tables of contents, which repeat what stands elsewhere."""
    found: set[_Element] = set()
    depth, begun = 0, 0
    for element in container:
        for one in element.iter(m.FLD_CHAR, m.INSTR):
            if one.tag == m.INSTR:
                if not begun and parse_instruction((one.text or "").strip()).kind == "TOC":
                    begun = depth
            else:
                depth += {"begin": 1, "end": -1}.get(one.get(m.FLD_TYPE, ""), 0)
            if begun:
                found.add(element)
            if depth < begun:
                begun = 0
    return frozenset(found)


def alike(old: Block, new: Block) -> float:
    """Say how alike two blocks are: the part of their words that they share, or 0 where they cannot be one."""
    if old.tag != new.tag or old.ends_section != new.ends_section or old.is_elsewhere(new):
        return 0.0
    if old.tag in (m.TBL, m.TR) and old.columns != new.columns:
        return 0.0
    both = old.counts.total() + new.counts.total()
    if not both:
        return LEAST_ALIKE if not old.is_paragraph else 0.0
    part = 2 * shared(old.counts, new.counts) / both
    if old.is_paragraph and old.look[0] != new.look[0]:
        part *= 0.8  # a heading rarely becomes text
    return part if part >= LEAST_ALIKE else 0.0


def can_move(block: Block) -> bool:
    """Tell whether a block is a paragraph of enough words to be known again."""
    return block.is_paragraph and not block.ends_section and block.counts.total() >= LEAST_TO_MOVE


def paragraphs(found: Sequence[Block]) -> Iterator[Block]:
    """Give every paragraph of some blocks, those of tables and controls too."""
    for block in found:
        if block.is_paragraph:
            yield block
        else:
            for part in block.parts:
                yield from paragraphs(part)
