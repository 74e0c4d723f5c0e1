"""The table at the end of a batch: a line a case while they are few, and always a line of totals."""

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from assembler.batch.result import Due, Result, State
from assembler.problem import Problem

MAX_LINES = 50
"""Lines of a table; of more cases than this, only those with problems are listed, and no more of them than this."""

HEADINGS = ("case", "state", "documents", "open points", "problems", "next deadline")
NUMERIC = (2, 3, 4)
"""The columns that are aligned to the right."""

WORDS = {State.DONE: "done", State.PROBLEMS: "with problems", State.REFUSED: "refused"}
OPEN = "with open points"
"""How a case is called that is done as far as its answers go."""

Row = tuple[str, ...]


class Summary:
    """What a batch came to so far: totals and a few lines, however many cases are added."""

    def __init__(self) -> None:
        self.states: Counter[State] = Counter()
        self.documents = 0
        self.points = 0
        self.problems = 0
        self.open_cases = 0
        self._first: list[Row] = []
        self._not_done: list[Row] = []

    def add(self, result: Result) -> None:
        """Add one case."""
        self.states[result.state] += 1
        self.documents += len(documents(result))
        self.points += len(result.points)
        self.open_cases += state(result) == OPEN
        self.problems += len(result.problems)
        if len(self._first) < MAX_LINES:
            self._first.append(_row(result))
        if result.state is not State.DONE and len(self._not_done) < MAX_LINES:
            self._not_done.append(_row(result))

    def add_problems(self, problems: Sequence[Problem]) -> None:
        """Count problems that belong to no case."""
        self.problems += len(problems)

    @property
    def cases(self) -> int:
        """Count the cases."""
        return self.states.total()

    def lines(self) -> Iterator[str]:
        """Write the table, with the totals in its last line."""
        rows = self._first if self.cases <= MAX_LINES else self._not_done
        if rows:
            yield from _aligned([HEADINGS, *rows])
        unlisted = self.cases - self.states[State.DONE] - len(self._not_done)
        if unlisted:
            yield f"... and {unlisted} more with problems"
        yield self.totals()

    def totals(self) -> str:
        """Write the totals: *3 cases: 2 done, 1 refused; 24 documents, 0 open points, 3 problems*."""
        done = self.states[State.DONE] - self.open_cases
        cases = {WORDS[State.DONE]: done, OPEN: self.open_cases}
        cases |= {WORDS[one]: self.states[one] for one in (State.PROBLEMS, State.REFUSED)}
        states = ", ".join(f"{count:,} {words}" for words, count in cases.items() if count)
        counts = ((self.documents, "document"), (self.points, "open point"), (self.problems, "problem"))
        rest = ", ".join(_counted(number, noun) for number, noun in counts)
        return f"{_counted(self.cases, 'case')}{': ' if states else ''}{states}; {rest}"


def documents(result: Result) -> list[str]:
    """Name the documents of a case; the reports beside them are none."""
    return [file.name for file in result.files if PurePath(file.name).suffix == ".docx"]


def upcoming(result: Result) -> list[Due]:
    """Give what must be done from the day as of which a case is stated, the earliest first; without it, nothing."""
    day = result.as_of
    duties = (due for due in result.dates if due.is_duty and day and due.day >= day)
    return sorted(duties, key=lambda due: due.day)


def state(result: Result) -> str:
    """Say how a case came out; one that is done may still have open points."""
    return OPEN if result.state is State.DONE and result.points else WORDS[result.state]


def width(text: str) -> int:
    """Count the columns that one line takes on a terminal: two for a wide character, none for a combining mark."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(one) else 1 + (unicodedata.east_asian_width(one) in "WF") for one in text)


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'s' * (number != 1)}"


def _row(result: Result) -> Row:
    deadline = next((f"{due.day} {due.name}" for due in upcoming(result)), "")
    counts = (len(documents(result)), len(result.points), len(result.problems))
    return (result.name, state(result), *map(str, counts), deadline)


def _aligned(rows: Sequence[Row]) -> Iterator[str]:
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [_padded(cell, widths[at], to_right=at in NUMERIC) for at, cell in enumerate(row)]
        yield "  ".join(cells).rstrip()


def _padded(text: str, columns: int, *, to_right: bool) -> str:
    spaces = " " * (columns - width(text))
    return spaces + text if to_right else text + spaces
