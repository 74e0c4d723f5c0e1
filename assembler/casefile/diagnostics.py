"""What reading a case has found so far: the line of each answer, the defaults taken, and problems with their places."""

from typing import Any, NamedTuple

from assembler.casefile import letters, parsers
from assembler.casefile.characters import FORBIDDEN, STAND_IN
from assembler.casefile.nodes import Scalar
from assembler.casefile.parsers import Refusal
from assembler.problem import Problem

MOST = 500
"""Problems that are listed; a file with more is not a case file."""

ABSENT: Any = object()
"""Not answered, or answered with a problem."""


class Default(NamedTuple):
    """A question left out of a case: the answer it then has, and why."""

    path: str
    value: object
    because: str


class Diagnostics:
    """Lines and problems of one file and its base, written while it is read and at no other time."""

    def __init__(self, name: str, base: str = "") -> None:
        self.name = name
        self.base = base
        self.lines: dict[str, int] = {}
        self.defaults: list[Default] = []
        self.references: list[tuple[int, str, str]] = []  # line, path, and the id of a trust
        self._problems: list[tuple[int, Problem]] = []
        self._reported: set[str] = set()
        self._spoiled: dict[int, list[str]] = {}
        self._rows: list[str] = []

    @property
    def is_full(self) -> bool:
        """Tell whether there are as many problems as are listed."""
        return len(self._problems) >= MOST

    @property
    def is_clean(self) -> bool:
        """Tell whether nothing is wrong so far."""
        return not self._problems

    def report(self, line: int, path: str, what: str, fix: str) -> None:
        """Note a problem at a line and, where it has one, a path; nothing once there are as many as are listed."""
        if self.is_full:
            return
        at = place(self.name, self.base, line)
        where = f"{at}: {path}" if path else at
        self._reported.add(path)
        self._problems.append((line, Problem(where, what, fix)))

    def has_reported(self, path: str) -> bool:
        """Tell whether a problem with this very answer is noted."""
        return path in self._reported

    def refuse(self, line: int, path: str, refusal: Refusal) -> Any:
        """Note why an answer is not taken, and return `ABSENT` in its place."""
        self.report(line, path, refusal.what, refusal.fix)
        return ABSENT

    def problems(self) -> tuple[Problem, ...]:
        """Return what was found, in the order of the file; the base comes after it."""
        found = tuple(problem for _, problem in sorted(self._problems, key=lambda one: (one[0] < 0, abs(one[0]))))
        if not self.is_full:
            return found
        return (*found, Problem(self.name, f"only {MOST} problems are listed.", "mend these first."))

    def cleared(self, text: str) -> str:
        """Return the text with a stand-in for each forbidden character, and remember where each was."""
        self._rows = [] if text.isascii() else text.split("\n")
        if not FORBIDDEN.search(text):
            return text
        for line, row in enumerate(text.split("\n"), start=1):
            bad = FORBIDDEN.findall(row)
            if bad:
                self._spoiled[line] = bad
        return FORBIDDEN.sub(STAND_IN, text)

    def is_spoiled(self, node: Scalar, path: str) -> bool:
        """Tell whether a forbidden character was taken out of this answer, and note it."""
        if not self._spoiled or STAND_IN not in node.text:
            return False
        for line in range(node.line, node.end_line + 1):
            if self._spoiled.get(line):
                self.refuse(line, path, parsers.forbidden(self._spoiled[line].pop(0)))
                return True
        return False

    def is_odd(self, node: Scalar, path: str) -> bool:
        """Tell whether an answer holds what cannot be seen or is not what it looks like, and note it at its line."""
        odd = letters.oddity(node.text)
        if odd is None:
            return False
        lines = range(max(node.line, 1), min(node.end_line, len(self._rows)) + 1)  # of the base and of a row, none
        line = next((line for line in lines if odd.character in self._rows[line - 1]), node.line)
        self.report(line, node.column or path, odd.what, odd.fix)
        return True

    def report_stray_characters(self) -> None:
        """Note the forbidden characters that stand in no answer: in comments, keys and blanks."""
        for line, bad in self._spoiled.items():
            if self.is_full:
                return
            for character in dict.fromkeys(bad):
                self.refuse(line, "", parsers.forbidden(character))


def place(name: str, base: str, line: int) -> str:
    """Return `file:line`; a line below zero is one of the base."""
    return f"{name}:{line}" if line >= 0 else f"{base}:{-line}"
