"""The table at the end of a batch: a line a case while they are few, and always a line of totals."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from assembler.batch.result import Due, Result, State
from assembler.batch.widths import width
from assembler.problem import Problem

SHOWN = 50
"""Lines of a table; of more cases than this, only those with problems are listed, and no more of them than this."""

HEADINGS = ("case", "state", "documents", "open points", "problems", "next deadline")
NUMBERS = (2, 3, 4)
"""Columns that are set to the right."""

Row = tuple[str, ...]


class Summary:
    """What a batch came to so far; it keeps a few lines and the totals, however many cases it is told of."""

    def __init__(self) -> None:
        self.states: Counter[State] = Counter()
        self.documents = 0
        self.points = 0
        self.problems = 0
        self._first: list[Row] = []
        self._troubled: list[Row] = []

    def add(self, result: Result) -> None:
        """Take in one case."""
        self.states[result.state] += 1
        self.documents += len(documents(result))
        self.points += len(result.points)
        self.problems += len(result.problems)
        kept = (self._first, self._troubled if result.state is not State.DONE else self._first)
        for rows in {id(rows): rows for rows in kept if len(rows) < SHOWN}.values():
            rows.append(_row(result))

    def note(self, found: Sequence[Problem]) -> None:
        """Count problems of no case."""
        self.problems += len(found)

    @property
    def cases(self) -> int:
        """Count the cases."""
        return self.states.total()

    def lines(self) -> Iterator[str]:
        """Write the table, and the totals in its last line."""
        rows = self._first if self.cases <= SHOWN else self._troubled
        if rows:
            yield from _aligned([HEADINGS, *rows])
        unlisted = self.cases - self.states[State.DONE] - len(self._troubled)
        if unlisted:
            yield f"... and {unlisted} more with problems"
        yield self.totals()

    def totals(self) -> str:
        """Write the totals: *3 cases: 2 done, 1 refused; 24 documents, 0 open points, 3 problems*."""
        states = ", ".join(f"{self.states[state]:,} {WORDS[state]}" for state in State if self.states[state])
        counts = ((self.documents, "document"), (self.points, "open point"), (self.problems, "problem"))
        rest = ", ".join(counted(number, noun) for number, noun in counts)
        return f"{counted(self.cases, 'case')}{': ' if states else ''}{states}; {rest}"


WORDS = {State.DONE: "done", State.PROBLEMS: "with problems", State.REFUSED: "refused"}


def counted(number: int, noun: str) -> str:
    """Count things: *1 case*, *2 cases*."""
    return f"{number:,} {noun}{'s' * (number != 1)}"


def documents(result: Result) -> list[str]:
    """Name the documents of a case; the reports beside them are none."""
    return [file.name for file in result.files if PurePath(file.name).suffix == ".docx"]


def coming(result: Result) -> list[Due]:
    """Give a case's dates from the day as of which its facts stand, the earliest first; without that day, none."""
    day = result.as_of
    return sorted((due for due in result.dates if due.day >= day), key=lambda due: due.day) if day else []


def _row(result: Result) -> Row:
    deadline = next((f"{due.day} {due.name}" for due in coming(result)), "")
    counts = (len(documents(result)), len(result.points), len(result.problems))
    return (result.name, str(result.state), *map(str, counts), deadline)


def _aligned(rows: Sequence[Row]) -> Iterator[str]:
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [_padded(cell, widths[at], to_right=at in NUMBERS) for at, cell in enumerate(row)]
        yield "  ".join(cells).rstrip()


def _padded(text: str, room: int, *, to_right: bool) -> str:
    space = " " * (room - width(text))
    return space + text if to_right else text + space
