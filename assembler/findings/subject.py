"""What a conclusion is about: the case as a whole, or one of its trusts, assignments or annuities."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar, cast

from assembler.casefile.shape import Annuity, Assignment, Case, Trust
from assembler.findings.finding import Fact
from assembler.problem import Problem

if TYPE_CHECKING:
    from assembler.findings.find import Findings

T = TypeVar("T")
Record: TypeAlias = Case | Trust | Assignment | Annuity
Find: TypeAlias = "Callable[[Subject], Iterator[tuple[str, Fact]]]"
"""What finds the facts of one topic for a subject, by name."""


class Kind(StrEnum):
    """What a subject is; a document is drafted for each subject of its kind."""

    CASE = "case"
    TRUST = "trust"
    ASSIGNMENT = "assignment"
    ANNUITY = "annuity"


@dataclass(frozen=True, eq=False)
class Subject:
    """One record of a case file with everything found of it, each conclusion when it is first asked for.

    ``where`` is the path of the record, empty for the case itself; ``number`` is its place among its kind, from 0.
    ``owner`` answers for what is not the subject's own: an assignment or annuity asks the trust that takes, else the
    case; ``find`` tells what finds each fact that is the subject's own.
    """

    kind: Kind
    case: Case
    record: Record
    number: int = 0
    where: str = ""
    owner: "Subject | None" = field(default=None, repr=False)
    findings: "Findings | None" = field(default=None, repr=False)
    find: Mapping[str, Find] = field(default_factory=dict, repr=False)
    found: dict[Any, Any] = field(default_factory=dict, repr=False)

    @property
    def whole(self) -> "Subject":
        """The case that it is of, as a subject."""
        return self if self.findings is None else self.findings.whole

    @property
    def trusts(self) -> "tuple[Subject, ...]":
        """Every trust of its case."""
        return () if self.findings is None else self.findings.trusts

    @property
    def annuities(self) -> "tuple[Subject, ...]":
        """Every annuity of its case."""
        return () if self.findings is None else self.findings.annuities

    @property
    def assignments(self) -> "tuple[Subject, ...]":
        """Every assignment of its case."""
        return () if self.findings is None else self.findings.assignments

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that the law refuses in its case."""
        return () if self.findings is None else self.findings.problems

    @property
    def trust(self) -> Trust:
        """The trust meant: the record itself, the one that takes, or failing that the first of the case."""
        if isinstance(self.record, Trust):
            return self.record
        if self.owner is not None:
            return self.owner.trust
        return self.case.trusts[0] if self.case.trusts else Trust()

    @property
    def assignment(self) -> Assignment:
        """The record of an assignment."""
        return cast(Assignment, self.record)

    @property
    def annuity(self) -> Annuity:
        """The record of an annuity."""
        return cast(Annuity, self.record)

    @property
    def id(self) -> str:
        """The id under which its dates and files go: its own, else its name, else its kind and number."""
        own = getattr(self.record, "id", None) or getattr(self.record, "name", None)
        return own or f"{self.kind} {self.number + 1}"

    @property
    def is_planning(self) -> bool:
        """Tell whether the decedent is living."""
        return self.case.decedent.died is None

    def path(self, answer: str) -> str:
        """Return the path of one of its answers."""
        return f"{self.where}.{answer}" if self.where else answer

    def fact(self, name: str) -> Fact:
        """Give one fact; a name that the subject's vocabulary lacks raises KeyError."""
        find = self.find.get(name)
        if find is None:
            if self.owner is None:
                raise KeyError(name)
            return self.owner.fact(name)
        if find not in self.found:
            self.found[find] = dict(find(self))
        found: Fact = self.found[find][name]
        return found

    def __getitem__(self, name: str) -> bool | None:
        return self.fact(name).value

    @property
    def facts(self) -> Mapping[str, Fact]:
        """Every fact of its vocabulary, by name."""
        inherited = self.owner.facts if self.owner is not None else {}
        return {**inherited, **{name: self.fact(name) for name in self.find}}


def conclusion(make: Callable[[Subject], T]) -> Callable[[Subject], T]:
    """Find a conclusion once for each subject, however many ask for it.

    Two threads that ask at once may both find it, and find the same.
    """

    @wraps(make)
    def found(subject: Subject) -> T:
        if make not in subject.found:
            subject.found[make] = make(subject)
        return cast(T, subject.found[make])

    return found


def item(parent: str, key: str | None, number: int) -> str:
    """Return the path of one item of a list: by its id, or by its number from 0 when it has none."""
    return f"{parent}[{number if key is None else key}]"


def missing(record: Any, where: str, *names: str) -> tuple[str, ...]:
    """Return the paths of those of its answers that a record at a path lacks."""
    return tuple(f"{where}.{name}" for name in names if getattr(record, name) is None)
