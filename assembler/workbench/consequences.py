"""What follows from the answers of a case: what is wrong, which papers are called for, figures and last days."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from assembler.findings.figure import SubjectFigure
from assembler.matter import Matter
from assembler.matter.calendar import CalendarEntry
from assembler.problem import Caution, Problem
from assembler.selection import Plan
from assembler.workbench.cases import Case
from assembler.workbench.questions import anchor


@dataclass(frozen=True)
class Told:
    """A problem or a caution, and the place of its question in the page."""

    what: str
    fix: str
    law: str
    anchor: str


@dataclass(frozen=True)
class Consequences:
    """What stands beside the interview."""

    problems: tuple[Told, ...]
    cautions: tuple[Told, ...]
    papers: tuple[Plan, ...]
    figures: tuple[SubjectFigure, ...]
    dates: tuple[CalendarEntry, ...]
    today: date | None


def consequences(case: Case) -> Consequences:
    """Find what follows, but for the open points, which take longer."""
    matter = case.matter
    return Consequences(
        tuple(_told(one) for one in _problems(matter)),
        tuple(_told(one) for one in (matter.findings.cautions if matter.is_read else ())),
        matter.documents,
        matter.figures.figures,
        matter.deadlines.dates,
        matter.case.as_of,
    )


def _problems(matter: Matter) -> Iterator[Problem]:
    """Give what is wrong, each at the path of its answer where it has one."""
    of_answers = matter.findings.problems if matter.is_read else ()
    yield from of_answers
    told = {one.what for one in of_answers}
    yield from (one for one in matter.problems if one.what not in told)


def _told(one: Problem | Caution) -> Told:
    return Told(one.what, one.fix, one.law, anchor(one.where.rpartition(": ")[2]))
