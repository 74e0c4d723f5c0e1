"""Read the fields of a story: the instruction of each, where it stands, and where its result is shown."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r'"([^"]*)"|(\\[^\s"])|([^\s"\\]+)')

_SWITCHES_WITH_VALUE: Mapping[str, frozenset[str]] = {
    "TOC": frozenset("abcdflnopst"),
    "REF": frozenset("d"),
    "HYPERLINK": frozenset("lmot"),
}
"""The switches of a kind of field that a value follows; ``*``, ``#`` and ``@`` have one in every field."""

REWRITE = "write the field again: begin, instruction, separate, result, end."


@dataclass(frozen=True, eq=False)
class Instruction:
    """The instruction of a field: its kind in capitals, its arguments, and its switches with their values."""

    text: str
    kind: str
    arguments: tuple[str, ...]
    switches: Mapping[str, str]


class Field(NamedTuple):
    """A field, with the offsets where it begins, where its result begins, and where it ends.

    result: None for a field that has no separator, and so no result.
    """

    instruction: Instruction
    begin: int
    result: int | None
    end: int


@lru_cache(maxsize=4096)
def parse_instruction(text: str) -> Instruction:
    r"""Parse an instruction such as ``REF _Ref_x \r``; an empty one has the empty kind."""
    words = [(m[1] if m[1] is not None else m[2] or m[3], m[2] is not None) for m in _WORD.finditer(text)]
    if not words:
        return Instruction(text, "", (), {})
    kind = words[0][0].upper()
    with_value = _SWITCHES_WITH_VALUE.get(kind, frozenset()) | frozenset("*#@")
    arguments: list[str] = []
    switches: dict[str, str] = {}
    switch = ""
    for word, is_switch in words[1:]:
        if is_switch:
            switch = word[1].lower()
            switches.setdefault(switch, "")
        elif switch in with_value:
            switches[switch] = word
            switch = ""
        else:
            arguments.append(word)
    return Instruction(text, kind, tuple(arguments), switches)


class _OpenField:
    """A field that has begun and not ended, and the table cell it began in."""

    def __init__(self, begin: int, cell: int | None) -> None:
        self.begin = begin
        self.cell = cell
        self.instruction = ""
        self.result: int | None = None


class FieldStack:
    """Fields put together from their characters: begin, instruction, separate, result, end.

    fields: those that have ended.
    faults: what is wrong, and the offset where.
    in_instruction: how many of the open fields, one within another, have not reached their separator.
    """

    def __init__(self) -> None:
        self.fields: list[Field] = []
        self.faults: list[tuple[str, int]] = []
        self.in_instruction = 0
        self._open: list[_OpenField] = []

    def add_character(self, kind: str | None, at: int, cell: int | None) -> None:
        """Add the character that begins, separates or ends a field."""
        if kind == "begin":
            self._open.append(_OpenField(at, cell))
            self.in_instruction += 1
        elif kind == "separate":
            self._separate(at)
        elif kind == "end":
            self._end(at, cell)
        else:
            self.faults.append((f"a field character of unknown kind {kind!r} stands here.", at))

    def add_instruction(self, text: str, at: int) -> None:
        """Add words to the instruction of the innermost field."""
        if not self._open or self._open[-1].result is not None:
            self.faults.append((f"the field instruction “{text.strip()}” stands outside a field.", at))
            return
        self._open[-1].instruction += text

    def close(self) -> None:
        """Report the fields that are still open at the end of the story."""
        for field in self._open:
            self.faults.append((f"the field “{field.instruction.strip()}” is not closed.", field.begin))

    def _separate(self, at: int) -> None:
        if not self._open or self._open[-1].result is not None:
            self.faults.append(("a field separator stands here without a field to separate.", at))
            return
        self._open[-1].result = at
        self.in_instruction -= 1

    def _end(self, at: int, cell: int | None) -> None:
        if not self._open:
            self.faults.append(("a field ends here that has not begun.", at))
            return
        field = self._open.pop()
        if field.result is None:
            self.in_instruction -= 1
        instruction = parse_instruction(field.instruction.strip())
        if field.cell != cell:
            self.faults.append((f"the field “{instruction.text}” begins and ends in different table cells.", at))
        self.fields.append(Field(instruction, field.begin, field.result, at))
