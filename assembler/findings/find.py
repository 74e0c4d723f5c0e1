"""Everything concluded about a case, found when it is first asked for and then kept."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from assembler.casefile.shape import Annuity, Assignment, Case
from assembler.findings import cautions
from assembler.findings.calendar import calendar
from assembler.findings.deadline import Dates
from assembler.findings.figure import Figures
from assembler.findings.finding import Fact, Finding, any_of
from assembler.findings.refusals import refusals
from assembler.findings.subject import Find, Kind, Subject, item
from assembler.findings.topics import ANNUITY, ASSIGNMENT, CASE, OF_ANOTHER_KIND, SIGNING, TRUST, WORKING_PAPERS
from assembler.findings.vocabulary import Topic
from assembler.findings.worksheet import worksheet
from assembler.problem import Caution, Problem


class Findings:
    """The conclusions on one case: by subject, and its refusals, figures and last days.

    ``whole`` is the case as a subject; its facts are those of the case itself, and what is so of any of its trusts.
    """

    def __init__(self, case: Case) -> None:
        self.case = case
        of_trusts = _finders(topic._replace(find=_of_any(topic, self)) for topic in TRUST)
        working_papers = dict.fromkeys((fact.name for fact in WORKING_PAPERS), self._working_papers)
        self.whole = Subject(Kind.CASE, case, case, findings=self, find={**of_trusts, **OF_CASE, **working_papers})
        self.trusts = tuple(
            Subject(Kind.TRUST, case, one, place, item("trusts", one.id, place), findings=self, find=OF_TRUST)
            for place, one in enumerate(case.trusts)
        )
        self.assignments = tuple(
            self._item(Kind.ASSIGNMENT, one, place, item("assignments", one.id, place), OF_ASSIGNMENT)
            for place, one in enumerate(case.assignments)
        )
        self.annuities = tuple(
            self._item(Kind.ANNUITY, one, place, item("annuities", one.id, place), OF_ANNUITY)
            for place, one in enumerate(case.annuities)
        )

    def _item(self, kind: Kind, one: Assignment | Annuity, place: int, where: str, find: Mapping[str, Find]) -> Subject:
        takes = next((trust for trust in self.trusts if one.trust and trust.trust.id == one.trust), self.whole)
        return Subject(kind, self.case, one, place, where, takes, self, find)

    def _working_papers(self, whole: Subject) -> Iterator[tuple[str, Fact]]:
        """Find which working papers have something to show."""
        found = (self.figures.figures, self.calendar.dates, self.figures.notes)
        for fact, values in zip(WORKING_PAPERS, found, strict=True):
            yield fact.name, Finding(bool(values), fact.meaning.rstrip(".").lower())

    @property
    def subjects(self) -> tuple[Subject, ...]:
        """Give every subject: the case, its trusts, its assignments and its annuities."""
        return (self.whole, *self.trusts, *self.assignments, *self.annuities)

    def of(self, kind: Kind) -> tuple[Subject, ...]:
        """Give every subject of a kind."""
        subjects = {
            Kind.CASE: (self.whole,),
            Kind.TRUST: self.trusts,
            Kind.ASSIGNMENT: self.assignments,
            Kind.ANNUITY: self.annuities,
        }
        return subjects[kind]

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """What the law refuses."""
        return tuple(refusals(self))

    @cached_property
    def cautions(self) -> tuple[Caution, ...]:
        """What the law does not refuse, and a person must see to or know."""
        return cautions.of_case(self.whole) + tuple(one for trust in self.trusts for one in cautions.of_trust(trust))

    @cached_property
    def figures(self) -> Figures:
        """Every figure that the answers allow."""
        return worksheet(self)

    @cached_property
    def calendar(self) -> Dates:
        """Every last day that the case calls for."""
        return calendar(self)


def _finders(topics: Iterable[Topic]) -> Mapping[str, Find]:
    return {fact.name: topic.find for topic in topics for fact in topic.facts}


OF_TRUST = _finders((*TRUST, *CASE, SIGNING, OF_ANOTHER_KIND))

OF_CASE = _finders((*CASE, SIGNING, OF_ANOTHER_KIND))

OF_ASSIGNMENT = {**_finders((OF_ANOTHER_KIND, *ASSIGNMENT, SIGNING)), "receives_roll_over": OF_ANOTHER_KIND.find}


OF_ANNUITY = {**_finders((OF_ANOTHER_KIND, *ANNUITY, SIGNING)), "receives_roll_over": ANNUITY[0].find}


def find(case: Case) -> Findings:
    """Apply the law to a case; an answer that is missing makes what rests on it unknown, never no."""
    return Findings(case)


def _of_any(topic: Topic, findings: Findings) -> Find:
    """Find what is so of the case because it is so of one of its trusts."""

    def found(whole: Subject) -> Iterator[tuple[str, Fact]]:
        none = Finding(False, "the case has no trust", (), ("trusts",))
        for fact in topic.facts:
            name = fact.name
            yield name, any_of(*(trust.fact(name) for trust in findings.trusts)) if findings.trusts else none

    return found
