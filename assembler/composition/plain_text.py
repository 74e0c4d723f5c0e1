"""Write a clause as plain text, by other code than writes it for Word, so that the check can compare the two."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from assembler.composition.blocks import Block, Line, Piece, Placeholder, Stop

Filler = Callable[[str, Placeholder, Mapping[str, object]], str]
"""Gives the words for one placeholder: of a clause by its id, with the fields of the item that is repeated."""


@dataclass(frozen=True)
class PlainLine:
    """One paragraph's words and placeholders; ``row`` marks a cell of the row that repeats."""

    pieces: tuple[Piece, ...]
    row: bool = False

    @cached_property
    def unchanging(self) -> str | None:
        """The words of a line in which there is nothing to fill, as most are."""
        words = [piece for piece in self.pieces if isinstance(piece, str)]
        return "".join(words) if len(words) == len(self.pieces) else None


@dataclass(frozen=True)
class PlainClause:
    """A clause as the lines it will read as; ``each`` repeats all of it, ``rows`` the lines of its table row.

    ``closing`` is the line on which a bracket around the clause ends: the last, or the last before its table.
    """

    id: str
    lines: tuple[PlainLine, ...]
    each: str | None = None
    rows: str | None = None
    closing: int = -1

    @cached_property
    def names(self) -> frozenset[str]:
        """The fields that its text names, and the lists that it repeats over."""
        pieces = (piece for line in self.lines for piece in line.pieces)
        fields = frozenset(piece.field for piece in pieces if isinstance(piece, Placeholder))
        return fields | {name.partition(".")[0] for name in (self.each, self.rows) if name}

    @cached_property
    def _unchanging(self) -> list[str] | None:
        """Its lines, where there is nothing to fill."""
        lines = [line.unchanging for line in self.lines if line.unchanging is not None]
        return None if self.names or len(lines) < len(self.lines) else lines

    def render(self, lists: Mapping[str, Sequence[Mapping[str, object]]], fill: Filler) -> list[str]:
        """Give its lines with every placeholder filled; what repeats over an empty list is left out."""
        if self._unchanging is not None:
            return self._unchanging.copy()
        if self.each is None:
            return list(self._filled(lists, fill, {}))
        return [line for item in lists[self.each] for line in self._filled(lists, fill, item)]

    def _filled(
        self, lists: Mapping[str, Sequence[Mapping[str, object]]], fill: Filler, item: Mapping[str, object]
    ) -> Iterator[str]:
        row = [line for line in self.lines if line.row]
        within = (self.rows or "").partition(".")[2]
        for line in self.lines:
            if not line.row:
                yield self._text(line, fill, item)
            elif line is row[0]:
                entries: Any = item[within] if within else lists[self.rows or ""]
                for entry in entries:
                    yield from (self._text(cell, fill, entry) for cell in row)

    def _text(self, line: PlainLine, fill: Filler, item: Mapping[str, object]) -> str:
        if line.unchanging is not None:
            return line.unchanging
        out = ""
        for piece in line.pieces:
            if isinstance(piece, Stop):
                out += "" if out.endswith(".") else "."
            else:
                out += piece if isinstance(piece, str) else fill(self.id, piece, item)
        return out


def plain(clause_id: str, heading: Line, blocks: Sequence[Block], each: str | None, rows: str | None) -> PlainClause:
    """Compile a clause's blocks into the lines it will read as; a clause without a heading has an empty one."""
    lines = [PlainLine(_words(heading))] if heading else []
    closing = -1
    for block in blocks:
        if block is blocks[-1] and block.kind == "table":
            closing = len(lines) - 1
        lines += [PlainLine(_words(line)) for line in block.lines]
        lines += [PlainLine(_words(line), row=True) for line in block.row]
    return PlainClause(clause_id, tuple(lines), each, rows, closing)


def _words(line: Line) -> tuple[Piece, ...]:
    return tuple(piece for run in line for piece in run.pieces)
