"""Ask of a case for every figure it calls for."""

from dataclasses import dataclass
from pathlib import Path

from assembler import casefile, facts, figures
from assembler.casefile import Reading
from assembler.figures import Figures
from assembler.problem import Problem

UNREAD = Figures((), (), ())


@dataclass(frozen=True)
class CaseFigures:
    """The figures of a case, and what stands in the way of others, each problem at its line of the file."""

    reading: Reading
    found: Figures
    problems: tuple[Problem, ...]


def figures_case(source: Path) -> CaseFigures:
    """Read a case and compute its figures; what the law refuses is told by `check_case`, and stops no arithmetic."""
    reading = casefile.read(source)
    if reading.case is None:
        return CaseFigures(reading, UNREAD, reading.problems)
    found = figures.compute(reading.case, facts.find(reading.case))
    problems = tuple(problem._replace(where=reading.where(problem.where)) for problem in found.problems)
    return CaseFigures(reading, found, problems)
