"""Put complex fields together from their begin, separate and end characters."""

from assembler.check.instruction import instruction
from assembler.check.story import Fault, Field

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
