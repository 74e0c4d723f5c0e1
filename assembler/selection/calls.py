"""Which papers a case calls for, which it does not, and of which it cannot be decided; and which lie beside which."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from assembler.casefile import OpenPoint, open_point, paths, unanswered
from assembler.findings import Fact, Findings, Kind, Subject
from assembler.library.clause import Library, Outline, Undrafted
from assembler.library.satisfiability import fact
from assembler.selection.plan import STATES
from assembler.selection.select import conjunction, holds


@dataclass(frozen=True)
class Call:
    """Whether a case calls for one paper of one subject: yes, no, or None where it cannot be decided."""

    paper: Outline | Undrafted
    subject: Subject

    @cached_property
    def value(self) -> bool | None:
        """Tell whether the paper is called for."""
        return conjunction(self.paper.when, self.subject)

    @property
    def state(self) -> str:
        """In a word: in, out, or undecided."""
        return STATES[self.value]

    @property
    def because(self) -> str:
        """Say why it is not called for, or not decided: the reasons of the first condition that stands in the way."""
        return next((one.because for one in self.in_the_way), "")

    @property
    def question(self) -> OpenPoint | None:
        """Give the first question that decides the call, or that would turn it; None where it is called for."""
        case = self.subject.case
        answers = [path for one in self.in_the_way for path in one.rests_on if paths.question(path)]
        points = [(path, open_point(case, path)) for path in answers]
        own = (point for path, point in points if point.path == path and unanswered(case, path))
        inner = (point for _, point in points if unanswered(case, point.path))
        return next(own, None) or next(inner, None) or next((point for _, point in points), None)

    @property
    def in_the_way(self) -> list[Fact]:
        """The facts that keep it from being called for, or from being decided."""
        names = (name for name in self.paper.when if holds(name, self.subject) is self.value)
        return [] if self.value else [self.subject.fact(fact(name)) for name in names]


def calls(library: Library, findings: Findings) -> Iterator[Call]:
    """Give the call for every paper of every subject: those the library drafts, then those made elsewhere by rule.

    What is made elsewhere and has no condition of its own is called for by another paper's words only.
    """
    papers: list[Outline | Undrafted] = [*library.outlines.values()]
    papers += (paper for paper in library.undrafted.values() if paper.when)
    for paper in papers:
        for subject in findings.of(Kind(paper.per)):
            yield Call(paper, subject)


def lie_together(one: Subject, other: Subject) -> bool:
    """Tell whether the papers of two subjects go together: of one record, of one trust, or of the case as a whole."""
    if Kind.CASE in (one.kind, other.kind) or one.where == other.where:
        return True
    return one.kind is not other.kind and _trust(one) == _trust(other)


def _trust(subject: Subject) -> str:
    """Give the path of the trust; subjects are of one record though each was found for a day of its own."""
    return subject.where if subject.kind is Kind.TRUST or subject.owner is None else subject.owner.where
