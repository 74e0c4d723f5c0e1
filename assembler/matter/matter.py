"""A case opened once, with everything about it at hand, each when it is first asked for."""

from collections import ChainMap
from collections.abc import Collection, Iterable, Iterator, Mapping, MutableMapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

from assembler import casefile, selection
from assembler.casefile import OpenPoint, Reading
from assembler.casefile.shape import Case
from assembler.findings import Findings, Subject
from assembler.findings.figure import Figures
from assembler.matter import calendar, index
from assembler.matter.calendar import Deadlines
from assembler.matter.engine import Engine
from assembler.matter.index import why
from assembler.matter.manner import DRAFT, Manner
from assembler.matter.open_questions import OpenQuestion, open_questions
from assembler.matter.papers import Gap, KeptBack, Papers, papers
from assembler.matter.refusals import keeps_back_all, not_called_for, refused, without_words
from assembler.problem import Caution, Problem
from assembler.selection import Call, Plan
from assembler.selection.explanation import Explanation, Tried, explain
from assembler.wording import listed, sentence

if TYPE_CHECKING:
    from assembler.matter.drafting import Lists, Outcome
    from assembler.matter.pictures import Draw
    from assembler.merge import Merge, Row, Value


class Judgement(NamedTuple):
    """What is wrong with a case, or with some of its papers; which they are; and what is open."""

    problems: tuple[Problem, ...]
    papers: tuple[Plan, ...] = ()
    gaps: tuple[Gap, ...] = ()
    open_points: tuple[OpenQuestion, ...] = ()


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
    def open(cls, source: Path | str, engine: Engine | None = None, name: str | None = None) -> "Matter":
        """Open the case of a file, by its path, or of the text of a case file, over what the firm's cases share.

        ``name`` is how problems call the file, where that is not its path.
        """
        engine = engine or Engine()
        base = engine.base if isinstance(engine.base, casefile.Base) else None
        return cls(casefile.read(source if isinstance(source, Path) else source.encode(), name, base), engine)

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
        """What the law refuses, trusts whose files could not be named, and papers out of order with what they tell.

        Each stands at its line of the case file.
        """
        if not self.is_read:
            return self.reading.problems
        return self._placed((*self._refusals, *(one for plan in self.documents for one in plan.refusals)))

    @cached_property
    def _refusals(self) -> tuple[Problem, ...]:
        """What the law refuses, and trusts that cannot be named, each at the path of an answer."""
        return (*self.findings.problems, *selection.unnamed(self.case))

    @cached_property
    def cautions(self) -> tuple[Caution, ...]:
        """What the law does not refuse, and a person must see to or know, each at its line of the case file."""
        if not self.is_read:
            return ()
        where = self.reading.where
        return tuple(caution._replace(where=where(caution.where)) for caution in self.findings.cautions)

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

    def draft(self, *wanted: str, manner: Manner = DRAFT) -> "Outcome":
        """Draft every document the case calls for, or of these the ones wanted; prove each, then all together.

        A refusal that concerns some papers only keeps back those; any other problem keeps back all. Final papers are
        drafted together or not at all.
        """
        from assembler.matter.alike import unlike  # heavy, and not needed but to draft
        from assembler.matter.drafting import Outcome, draft

        refusals, library = self._refusals, self.engine.library
        if not self.is_read or self.engine.problems or any(keeps_back_all(one, library) for one in refusals):
            return Outcome(self, (), self.problems)
        planned = self.plans(wanted) if wanted else self.documents
        judged = tuple(self._judged(plan) for plan in planned)
        ready = tuple(one.plan for one in judged if not one.refusals)
        kept_back = tuple(one for one in judged if one.refusals)
        beside = papers(library, self.findings, ready, wanted)._replace(kept_back=kept_back)
        lists = self._lists(ready, beside)
        documents = tuple(draft(one, self.engine, manner, self.merged(one, lists)) for one in ready)
        apart = unlike(documents, lambda plan: self.merged(plan, lists))
        wordless = self._placed([one for plan in planned for one in without_words(plan)])
        told = (*self.refusals, *wordless, *self._told(planned, wanted), *apart)
        outcome = Outcome(self, documents, told, lists, beside)
        return self._final(outcome, is_apart=bool(apart)) if manner.is_final else outcome

    def _judged(self, plan: Plan) -> KeptBack:
        return KeptBack(plan, (*refused(plan, self._refusals, self.findings), *plan.refusals, *without_words(plan)))

    def _final(self, outcome: "Outcome", *, is_apart: bool) -> "Outcome":
        """Hold back the final papers of a set in which something is open or papers differ, and say what."""
        wanting = tuple(self._wanting(gap) for gap in outcome.beside.gaps)
        if not any((wanting, is_apart, outcome.beside.kept_back, *(one.problems for one in outcome.documents))):
            return outcome
        return replace(outcome, documents=(), of_case=(*outcome.problems, *wanting))

    def _wanting(self, gap: Gap) -> Problem:
        words = self.engine.library.words["legends"]["package"]
        where, point = self.reading.where(gap.question.path), gap.question
        what = sentence(f"{listed(gap.papers, 'or')}: {why(gap, words)}")
        return Problem(where, what, f"answer {point.path}: {point.what} ({point.who}).")

    def merged(self, plan: Plan, lists: "Lists") -> "Merge":
        """Give the fields of a document's subject, filled once for all its documents, and add the lists of the case."""
        from assembler.merge import merge, of_paper  # heavy, and not needed but to draft

        filled, phrases = self._filled.get(plan.subject), self.engine.library.words["phrases"]
        if filled is None:
            filled = self._filled[plan.subject] = merge(plan.subject, phrases)
        filled = of_paper(filled, plan.subject, phrases, plan.day)
        every = ChainMap(dict(lists), cast("MutableMapping[str, Sequence[Row]]", filled.lists))
        return replace(filled, lists=every, draw=self._pictures)

    @cached_property
    def _pictures(self) -> "Mapping[str, Draw]":
        from assembler.matter.pictures import pictures  # heavy, and not needed but to draft

        return pictures(self.findings, self.deadlines, self.engine.library.words)

    def _lists(self, planned: tuple[Plan, ...], beside: Papers) -> "Lists":
        """Make the lists of the whole case that a clause of these documents repeats over."""
        clauses = (choice.clause for plan in planned for choice in plan.choices.values())
        repeated = {name for clause in clauses for name in (clause.each, clause.rows)}
        words = self.engine.library.words["legends"]["package"]

        def fields(plan: Plan) -> "Mapping[str, Value]":
            return self.merged(plan, {}).values

        make = {
            "papers": lambda: index.papers(planned, self.deadlines.dates, fields),
            "spouse_papers": lambda: index.spouse_papers(planned, self.deadlines.dates, fields, words),
            "gaps": lambda: index.gaps(beside, words),
            "elsewhere": lambda: index.elsewhere(beside.elsewhere, words),
            "deadlines": lambda: calendar.rows(self.deadlines, index.names(self.findings)),
        }
        return {name: make[name]() for name in make.keys() & repeated}

    def _told(self, planned: tuple[Plan, ...], wanted: Collection[str]) -> Iterator[Problem]:
        """Tell what was wanted and is not called for, and the problems of the working papers."""
        drafted = {plan.document for plan in planned}
        not_drafted = tuple(one for one in wanted if one not in drafted)
        yield from self._placed(tuple(not_called_for(self.engine.library, self.findings, not_drafted)))
        if not planned and not wanted:
            fix = "see `qdot explain` for what each document hangs on."
            yield Problem(self.reading.where("trusts"), "the case does not call for any document.", fix)
        if any(one.outline.per == "case" for one in planned):
            yield from dict.fromkeys(self.figures.problems + self.deadlines.problems)

    @cached_property
    def beside(self) -> Papers:
        """What is to be known of the papers that are not drafted: the gaps in the set, and what is made elsewhere."""
        return papers(self.engine.library, self.findings, self.documents) if self.is_read else Papers()

    @cached_property
    def calls(self) -> tuple[Call, ...]:
        """Every paper by subject: called for, not called for, or undecided."""
        return tuple(selection.calls(self.engine.library, self.findings)) if self.is_read else ()

    @property
    def uncalled(self) -> tuple[Call, ...]:
        """Every paper that the case does not call for, or of which it cannot be decided, by subject."""
        return tuple(call for call in self.calls if not call.value)

    @cached_property
    def open_points(self) -> tuple[OpenQuestion, ...]:
        """Every answer that is missing, once: by who can supply it, those that decide the most first."""
        return self._open_points(self.documents, self.beside)

    def _open_points(self, planned: tuple[Plan, ...], beside: Papers) -> tuple[OpenQuestion, ...]:
        of_set = (("", gap.question) for gap in beside.gaps)
        return open_questions(self, planned, (*of_set, *self._met(planned, beside)))

    def _met(self, planned: tuple[Plan, ...], beside: Papers) -> Iterator[tuple[str, OpenPoint]]:
        """Give the open points of papers, each with the name of its paper."""
        from assembler.matter import rendering  # heavy, and not needed but to render

        lists = self._lists(planned, beside)
        for plan in planned:
            document, _ = self.engine.document(plan.document)
            for point in rendering.open_points(plan, document, self.merged(plan, lists)) if document else ():
                yield plan.name, OpenPoint(point.what, point.who, point.path)

    def judge(self, *wanted: str) -> Judgement:
        """Judge the whole case, or these papers alone: what is refused, what may be wanting, and what is open."""
        if not wanted:
            found = dict.fromkeys(self.problems + self.figures.problems + self.deadlines.problems)
            return Judgement(tuple(found), self.documents, self.beside.gaps, self.open_points)
        if not self.is_read or self.engine.problems:
            return Judgement(self.problems)
        planned = tuple(plan for plan in self.plans(wanted) if plan.document in wanted)
        of_all = (one for one in self._refusals if keeps_back_all(one, self.engine.library))
        of_these = (refusal for plan in planned for refusal in self._judged(plan).refusals)
        problems = dict.fromkeys((*self._placed((*of_all, *of_these)), *self._told(planned, wanted)))
        beside = papers(self.engine.library, self.findings, planned, wanted)
        return Judgement(tuple(problems), planned, beside.gaps, self._open_points(planned, beside))

    def explain(self, *wanted: str) -> tuple[tuple[Plan, tuple[Explanation, ...]], ...]:
        """Explain every clause of every document, or of those wanted, whatever the law refuses."""
        tried: Tried = {}
        return tuple((one, explain(one, tried)) for one in self.plans(wanted))

    def words(self, plan: Plan) -> Mapping[str, str]:
        """Give each clause of a paper as it will read, by id, with its blanks numbered; nothing if it cannot be."""
        from assembler.matter import drafting, manner, rendering  # heavy, and not needed but to render

        lists = self._lists((plan,), self.beside)
        rendered = drafting.unproved(plan, self.engine, manner.DRAFT, self.merged(plan, lists))
        return rendered.expected.clauses if isinstance(rendered, rendering.Rendered) else {}

    def _placed(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        return tuple(problem._replace(where=self.reading.where(problem.where)) for problem in problems)
