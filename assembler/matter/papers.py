"""The papers of a case beyond those it drafts: which are missing from the set, and which are made elsewhere."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from assembler.casefile import OpenPoint, open_point
from assembler.findings import Findings, Kind, Subject
from assembler.library.clause import Companion, Library, Outline, Undrafted
from assembler.problem import Problem
from assembler.selection import Call, Plan, calls, lie_together
from assembler.wording import listed

DECIDES = {
    Kind.TRUST: ("trusts", "source"),
    Kind.ASSIGNMENT: ("assignments", "manner"),
    Kind.ANNUITY: ("annuities", "undertaking"),
}
"""Where the records of each kind stand, and the question of a record that decides which papers it calls for."""


@dataclass(frozen=True)
class Gap:
    """Papers of which one may be wanting in the set, why, and the question that decides it.

    ``told_by`` and ``says`` are the paper that speaks of it, and its words; they are empty where it is the call that
    cannot be decided.
    """

    papers: tuple[str, ...]
    subject: Subject
    because: str
    question: OpenPoint
    told_by: str = ""
    says: str = ""


@dataclass(frozen=True)
class Elsewhere:
    """A paper that is made elsewhere, whose it is, and the papers that speak of it."""

    paper: Undrafted
    subject: Subject
    told_by: tuple[str, ...] = ()


class KeptBack(NamedTuple):
    """A document that is called for and not drafted, and what the law refuses in it."""

    plan: Plan
    refusals: tuple[Problem, ...]


class Papers(NamedTuple):
    """What is to be known of the papers that are not drafted: gaps in the set, made elsewhere, or refused."""

    gaps: tuple[Gap, ...] = ()
    elsewhere: tuple[Elsewhere, ...] = ()
    kept_back: tuple[KeptBack, ...] = ()


NONE = Papers()


def papers(library: Library, findings: Findings, plans: Sequence[Plan], wanted: Collection[str] = ()) -> Papers:
    """Hold the papers of a case against one another.

    ``plans`` are those whose words are held against the case; with ``wanted``, only the gaps they concern are told.
    """
    every = tuple(calls(library, findings))
    spoken = tuple(_spoken_of(plans, every))
    concerned = {*wanted, *(paper for one in spoken for paper in one.companion.papers)}
    undecided = tuple(call for call in every if call.value is None and (not wanted or call.paper.id in concerned))
    absent = _absent(spoken, library)
    return Papers((*_by_question(undecided), *absent), tuple(_elsewhere(library, every, spoken, wanted)))


class _Spoken(NamedTuple):
    """What a clause in a paper says lies beside it, and the calls for the papers that would be it."""

    plan: Plan
    companion: Companion
    beside: tuple[Call, ...]

    @property
    def may_be_there(self) -> bool:
        """Tell whether one of the papers is called for, or may be."""
        return any(call.value is not False for call in self.beside)


def _spoken_of(plans: Sequence[Plan], every: Sequence[Call]) -> Iterator[_Spoken]:
    for plan in plans:
        chosen = frozenset(plan.chosen)
        for one in (one for one in plan.outline.companions if one.clause in chosen):
            those = (call for call in every if call.paper.id in one.papers)
            yield _Spoken(plan, one, tuple(call for call in those if lie_together(call.subject, plan.subject)))


def _by_question(undecided: Sequence[Call]) -> Iterator[Gap]:
    """Gather the papers of a subject that hang on one question; the plainest reason stands for all."""
    hanging: dict[tuple[Subject, OpenPoint], list[Call]] = {}
    for call in undecided:
        if call.question:
            hanging.setdefault((call.subject, call.question), []).append(call)
    for (subject, question), those in hanging.items():
        because = min((call.because for call in those), key=len)
        yield Gap(tuple(call.paper.title for call in those), subject, because, question)


def _absent(spoken: Sequence[_Spoken], library: Library) -> Iterator[Gap]:
    """Find what clauses say lies beside their papers where nothing of the kind is called for or made elsewhere."""
    told: dict[tuple[tuple[str, ...], Subject], list[_Spoken]] = {}
    for one in spoken:
        made_elsewhere = any(paper in library.undrafted for paper in one.companion.papers)
        if not made_elsewhere and not one.may_be_there:
            told.setdefault((one.companion.papers, one.plan.subject), []).append(one)
    for (those, subject), by in told.items():
        first, titles = by[0], tuple(library.outlines[paper].title for paper in those)
        because, question = _why(first, library.outlines[those[0]])
        told_by = listed([one.plan.outline.title for one in by])
        yield Gap(titles, subject, because, question, told_by, first.companion.says)


def _why(spoken: _Spoken, paper: Outline) -> tuple[str, OpenPoint]:
    for call in spoken.beside:
        if call.question:
            return call.because, call.question
    case, (records, question) = spoken.plan.subject.case, DECIDES[Kind(paper.per)]
    path = f"{records}[{len(getattr(case, records))}].{question}"
    return f"nothing is answered under `{records}` of it", open_point(case, path)


def _elsewhere(
    library: Library, every: Sequence[Call], spoken: Sequence[_Spoken], wanted: Collection[str]
) -> Iterator[Elsewhere]:
    """List what is made elsewhere: what the law calls for, unless papers were asked for by name, and what they tell."""
    told: dict[tuple[str, Subject], dict[str, None]] = {}
    for call in every:
        if isinstance(call.paper, Undrafted) and call.value and (not wanted or call.paper.id in wanted):
            told[call.paper.id, call.subject] = {}
    for one in spoken:
        without_call = (library.undrafted.get(paper) for paper in one.companion.papers)
        for paper in (paper for paper in without_call if paper and not paper.when):
            subject = one.plan.subject.whole if paper.per == Kind.CASE else one.plan.subject
            told.setdefault((paper.id, subject), {})[one.plan.outline.title] = None
    for (identity, subject), by in told.items():
        yield Elsewhere(library.undrafted[identity], subject, tuple(by))
