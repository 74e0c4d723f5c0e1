"""A case opened once, with everything about it at hand, each when it is first asked for."""

from collections import ChainMap
from collections.abc import Collection, MutableMapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import cast

from assembler import casefile, selection
from assembler.casefile import Reading
from assembler.casefile.shape import Case
from assembler.findings import Findings, Subject
from assembler.findings.figure import Figures
from assembler.matter import calendar
from assembler.matter.calendar import Deadlines
from assembler.matter.drafting import DRAFT, Lists, Outcome, draft, unproved
from assembler.matter.engine import Engine
from assembler.matter.index import papers
from assembler.matter.rendering import Manner, Rendered
from assembler.merge import Merge, OpenPoint, Row, merge
from assembler.problem import Problem
from assembler.selection import Plan
from assembler.selection.explanation import Explanation, Tried, explain


class Matter:
    """One case: what the law makes of it, and its documents.

    Everything is found when it is first asked for, and then kept. It may be asked from many threads; two that ask at
    once may both work it out, and get the same. A case that could not be read has its problems and nothing else.
    """

    def __init__(self, reading: Reading, engine: Engine | None = None) -> None:
        self.reading = reading
        self.engine = engine or Engine()
        self._filled: dict[Subject, Merge] = {}

    @classmethod
    def open(cls, source: Path | str, engine: Engine | None = None) -> "Matter":
        """Open the case of a file, by its path, or of the text of a case file."""
        return cls(casefile.read(source if isinstance(source, Path) else source.encode()), engine)

    @property
    def case(self) -> Case:
        """The answers as they are stated; of a case that could not be read, none."""
        return self.reading.case or Case()

    @property
    def is_read(self) -> bool:
        """Tell whether the case could be read."""
        return self.reading.case is not None

    @cached_property
    def findings(self) -> Findings:
        """What is so, how much and by when, of the case, its trusts, its assignments and its annuities."""
        return Findings(self.case)

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """What keeps the case from being read, what the law refuses, and what is wrong with the firm's own library."""
        return self.refusals + (self.engine.problems if self.is_read else ())

    @cached_property
    def refusals(self) -> tuple[Problem, ...]:
        """What the law refuses, and trusts whose files could not be named, each at its line of the case file."""
        if not self.is_read:
            return self.reading.problems
        return self._placed((*self.findings.problems, *selection.unnamed(self.case)))

    @cached_property
    def figures(self) -> Figures:
        """Every figure that the answers allow, with its arithmetic; its problems stand at their lines."""
        if not self.is_read:
            return Figures((), self.reading.problems, ())
        return replace(self.findings.figures, problems=self._placed(self.findings.figures.problems))

    @cached_property
    def deadlines(self) -> Deadlines:
        """Every deadline that the case calls for, in words, the earliest first; its problems stand at their lines."""
        if not self.is_read:
            return Deadlines((), self.reading.problems, ())
        found = calendar.in_words(self.findings.calendar, self.engine.library.words)
        return replace(found, problems=self._placed(found.problems))

    @cached_property
    def documents(self) -> tuple[Plan, ...]:
        """Every document that the case calls for, with its clauses chosen."""
        return self.plans()

    def plans(self, wanted: Collection[str] = ()) -> tuple[Plan, ...]:
        """Choose the documents that the case calls for, or of these the ones wanted."""
        if not self.is_read or self.engine.problems:
            return ()
        return tuple(selection.plans(self.engine.library, self.findings, wanted))

    def draft(self, *wanted: str, manner: Manner = DRAFT) -> Outcome:
        """Draft every document the case calls for, or of these the ones wanted, and prove each."""
        if self.problems:
            return Outcome(self, (), self.problems)
        planned = self.plans(wanted) if wanted else self.documents
        lists = self._lists(planned)
        documents = tuple(draft(one, self.engine, manner, self.merged(one, lists)) for one in planned)
        return Outcome(self, documents, self._told(planned, wanted), lists)

    def merged(self, plan: Plan, lists: Lists) -> Merge:
        """Give the fields of a document's subject, filled once for all its documents, and add the lists of the case."""
        filled = self._filled.get(plan.subject)
        if filled is None:
            filled = self._filled[plan.subject] = merge(plan.subject, self.engine.library.words["phrases"])
        return replace(filled, lists=ChainMap(dict(lists), cast(MutableMapping[str, Sequence[Row]], filled.lists)))

    def _lists(self, planned: tuple[Plan, ...]) -> Lists:
        """Make the lists of the whole case that a clause of these documents repeats over."""
        clauses = (choice.clause for plan in planned for choice in plan.choices.values())
        repeated = {name for clause in clauses for name in (clause.each, clause.rows)}
        make = {"papers": lambda: papers(planned), "deadlines": lambda: calendar.rows(self.deadlines)}
        return {name: make[name]() for name in make.keys() & repeated}

    def _told(self, planned: tuple[Plan, ...], wanted: Collection[str]) -> tuple[Problem, ...]:
        """Tell the problems of the working papers, or that nothing is called for."""
        if not planned:
            return (self._nothing_to_draft(wanted),)
        if not any(one.outline.per == "case" for one in planned):
            return ()
        return tuple(dict.fromkeys(self.figures.problems + self.deadlines.problems))

    def _nothing_to_draft(self, wanted: Collection[str]) -> Problem:
        what = f"the case does not call for {', '.join(wanted) or 'any document'}."
        return Problem(self.reading.where("trusts"), what, "see `qdot explain` for what each document hangs on.")

    @cached_property
    def open_points(self) -> tuple[OpenPoint, ...]:
        """What the documents leave open, each once."""
        lists = self._lists(self.documents)
        rendered = (unproved(one, self.engine, DRAFT, self.merged(one, lists)) for one in self.documents)
        points = (point for one in rendered if isinstance(one, Rendered) for point in one.points)
        return tuple(dict.fromkeys(OpenPoint(point.what, point.who, point.path) for point in points))

    def explain(self, *wanted: str) -> tuple[tuple[Plan, tuple[Explanation, ...]], ...]:
        """Explain every clause of every document, or of those wanted, whatever the law refuses."""
        tried: Tried = {}
        return tuple((one, explain(one, tried)) for one in self.plans(wanted))

    def _placed(self, problems: Collection[Problem]) -> tuple[Problem, ...]:
        return tuple(problem._replace(where=self.reading.where(problem.where)) for problem in problems)
