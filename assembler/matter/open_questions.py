"""The questions that a case leaves open: who can answer each, by which law it is asked, and what hangs on it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from assembler.casefile import OpenPoint, law_of, unanswered
from assembler.casefile.open_points import first_unanswered
from assembler.casefile.shape import Case
from assembler.findings import Amount, Findings, LastDay
from assembler.findings.deadline import Missing
from assembler.findings.finding import Finding
from assembler.library.satisfiability import fact
from assembler.selection import Call, Plan, holds

if TYPE_CHECKING:
    from assembler.matter.matter import Matter


@dataclass(frozen=True)
class OpenQuestion:
    """One missing answer: its path, what it is called, who can supply it, and its line in the case file.

    ``law`` begins with the law by which it is asked; then comes that of what hangs on it. ``clauses`` are those it
    decides; ``papers`` are those that hang on it or in which it stands open; ``figures`` and ``dates`` are those that
    wait for it. Each is how many.
    """

    path: str
    what: str
    who: str
    where: str
    law: tuple[str, ...]
    clauses: int
    papers: int
    figures: int
    dates: int

    @property
    def decides(self) -> int:
        """How much hangs on it."""
        return self.clauses + self.papers + self.figures + self.dates


@dataclass
class _Tally:
    """What is known to hang on one answer, each thing by a name of its own."""

    clauses: set[Any] = field(default_factory=set)
    papers: set[Any] = field(default_factory=set)
    figures: set[Any] = field(default_factory=set)
    dates: set[Any] = field(default_factory=set)
    law: dict[str, None] = field(default_factory=dict)


class Tallies:
    """What hangs on each answer of a case, told by what was found of it."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.of: defaultdict[str, _Tally] = defaultdict(_Tally)

    def tell(self, kind: str, what: Any, finding: Finding[Any]) -> None:
        """Note that something waits for the answers that a finding lacks."""
        for path in missing(self.case, finding.rests_on):
            getattr(self.of[path], kind).add(what)
            self.of[path].law.update(dict.fromkeys(filter(None, finding.law)))


def missing(case: Case, rests_on: Iterable[str]) -> Iterator[str]:
    """Give the questions that are open among the answers that a finding rests on."""
    for path in rests_on:
        first = first_unanswered(case, path) if path else ""
        if first and unanswered(case, first):
            yield first


def open_questions(
    matter: "Matter", planned: Iterable[Plan], points: Iterable[tuple[str, OpenPoint]]
) -> tuple[OpenQuestion, ...]:
    """Give each question that is open in some papers, once: by who can answer it, and what decides the most first.

    ``points`` are the open points, each with the name of the paper in which it stands, or '' for one of the set.
    """
    tallies = Tallies(matter.case)
    called: dict[str, OpenPoint] = {}
    points = tuple(points)
    if not points:  # and so nothing waits for an answer
        return ()
    for paper, point in points:
        called.setdefault(point.path, point)
        tallies.of[point.path].papers.update({paper} - {""})
    _of_papers(tallies, matter.calls, planned)
    _of_values(tallies, matter.findings)
    found = [_question(matter, point, tallies.of[path]) for path, point in called.items()]
    weight: defaultdict[str, int] = defaultdict(int)
    for one in found:
        weight[one.who] += one.decides
    return tuple(sorted(found, key=lambda one: (-weight[one.who], one.who, -one.decides)))


def _of_papers(tallies: Tallies, calls: Iterable[Call], plans: Iterable[Plan]) -> None:
    """Note the papers and the clauses that are undecided."""
    for call in (call for call in calls if call.value is None):
        for finding in call.in_the_way:
            tallies.tell("papers", (call.paper.id, call.subject.where), finding)
    for plan in plans:
        for identity, choice in plan.choices.items():
            for name in choice.facts if choice.value is None else ():
                if holds(name, plan.subject) is None:
                    tallies.tell("clauses", (plan.name, identity), plan.subject.fact(fact(name)))


def _of_values(tallies: Tallies, findings: Findings) -> None:
    """Note the figures and the last days that are unknown, of those that the worksheet and the calendar asked for."""
    notes = findings.calendar.notes if findings.figures else ()
    for one in (one for one in notes if isinstance(one, Missing)):
        tallies.tell("dates", (one.subject, one.key), Finding(None, "", (), (one.where,)))
    for subject in findings.subjects:
        for make, found in tuple(subject.found.items()):
            if isinstance(found, Finding) and found.value is None:
                kind = _KINDS.get(str(getattr(make, "__annotations__", {}).get("return")))
                if kind:
                    tallies.tell(kind, (subject.where, make), found)


_KINDS = {str(Amount): "figures", str(LastDay): "dates"}
"""What a conclusion is that is declared to give an amount, or a last day."""


def _question(matter: "Matter", point: OpenPoint, tally: _Tally) -> OpenQuestion:
    law = tuple(dict.fromkeys(filter(None, (law_of(point.path), *tally.law))))
    numbers = [len(one) for one in (tally.clauses, tally.papers, tally.figures, tally.dates)]
    return OpenQuestion(point.path, point.what, point.who, matter.reading.where(point.path), law, *numbers)
