"""Ask of a case who must do what by when."""

from dataclasses import dataclass
from pathlib import Path

from assembler import casefile, dates, facts
from assembler.assemble.road import refusals
from assembler.casefile import Reading
from assembler.dates import Dates
from assembler.problem import Problem

UNREAD = Dates((), (), ())


@dataclass(frozen=True)
class CaseCalendar:
    """The dates of a case, with everything that is wrong in it, each at its line of the file."""

    reading: Reading
    found: Dates
    problems: tuple[Problem, ...]

    def as_ics(self) -> bytes:
        """Write the dates as an iCalendar file; raises ValueError for a case that was not read."""
        if self.reading.case is None:
            raise ValueError("a case that was not read has no calendar")
        return dates.as_ics(self.found, self.reading.case)


def calendar_case(source: Path) -> CaseCalendar:
    """Read a case and find its dates; what the law refuses is among the problems."""
    reading = casefile.read(source)
    if reading.case is None:
        return CaseCalendar(reading, UNREAD, reading.problems)
    known = facts.find(reading.case)
    found = dates.find(reading.case, known)
    own = (problem._replace(where=reading.where(problem.where)) for problem in found.problems)
    return CaseCalendar(reading, found, tuple(dict.fromkeys((*refusals(reading, known), *own))))
