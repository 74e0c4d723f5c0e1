"""What reading a case file gives: the case, or the problems, and the line of every answer."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from assembler.casefile.shape import Case
from assembler.problem import Problem

_LAST_STEP = re.compile(r"(?:\.[^.\[\]]*|\[[^\[\]]*\])$")


@dataclass(frozen=True)
class Reading:
    """The case as stated; ``case`` is None when, and only when, there are problems.

    ``lines`` gives the line of each answer by its path, such as ``trusts[share].security.permitted``;
    below zero it is a line of ``base``, the file with what several cases share. An item of a list goes
    by its id where it has one, else by its index from 0. The key ``return`` is ``return_`` in the shape,
    and ``return`` in a path.
    """

    case: Case | None
    problems: tuple[Problem, ...]
    lines: Mapping[str, int]
    name: str = "case.yaml"
    base: str = ""

    def where(self, path: str) -> str:
        """Return `file:line: path`; for an answer left out, the line of what it would stand in."""
        step = path
        while step and step not in self.lines:
            step = _LAST_STEP.sub("", step) if _LAST_STEP.search(step) else ""
        return f"{place(self.name, self.base, self.lines[step])}: {path}" if step else f"{self.name}: {path}"


def place(name: str, base: str, line: int) -> str:
    """Return `file:line`; a line below zero is one of the base."""
    return f"{name}:{line}" if line >= 0 else f"{base}:{-line}"
