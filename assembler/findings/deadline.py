"""A last day of a case: what calls for one, whose it is, and the answer it rests on."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from assembler.casefile import paths
from assembler.casefile.open_points import label
from assembler.casefile.shape import Case
from assembler.findings.finding import Finding, LastDay, problem_of
from assembler.law.deadline import Deadline, Values
from assembler.law.figure import OutOfRange
from assembler.problem import Problem


@dataclass(frozen=True)
class SubjectDate:
    """One deadline of a case; ``subject`` is ``estate``, ``trusts``, or the id of a trust, annuity or assignment.

    ``event`` tells apart deadlines of one key and subject: the day of a receipt, the end of a year.
    """

    subject: str
    deadline: Deadline
    event: str = ""


@dataclass(frozen=True)
class Call:
    """A date that the facts call for, not yet computed; ``where`` is the answer it rests on."""

    subject: str
    where: str
    make: Callable[[], Deadline]
    event: str = ""


@dataclass(frozen=True)
class Missing:
    """A deadline left out, because the answer at ``where`` is not given; ``key`` is its own, or that of several."""

    subject: str
    key: str
    where: str
    values: Values = field(default_factory=dict)


@dataclass(frozen=True)
class Note:
    """Something to know about the dates of one subject, or of the whole case, by its id."""

    subject: str
    key: str
    values: Values = field(default_factory=dict)


@dataclass(frozen=True)
class Dates:
    """Every date a case calls for, the earliest first, with what is wrong, what is left out and what is to be known."""

    dates: tuple[SubjectDate, ...]
    problems: tuple[Problem, ...]
    notes: tuple[Missing | Note, ...]


Found = Call | Missing | Note | Problem


def date_of(finding: LastDay) -> Finding[date]:
    """Give the date of a last day alone."""
    value = None if finding.value is None else finding.value.date
    return Finding(value, finding.because, finding.law, finding.rests_on, finding.day)


def counted_from(case: Case, path: str, law: Callable[[date], Deadline]) -> LastDay:
    """Find the day that the law counts from an answer; unknown while that is missing, or is before the death."""
    start, died = paths.answer(case, path), case.decedent.died
    if start is None:
        return Finding(None, f"{label(case, path)} is not stated", (), (path,))
    if died is not None and start < died:
        because, fix = f"{start} is before the decedent's death on {died}", "correct the one or the other"
        return Finding(None, because, (), (path,), fix=fix)
    deadline = law(start)
    return Finding(deadline, f"{label(case, path)} is stated", deadline.law, (path,), deadline.date)


def call_for(
    subject: str, where: str, finding: LastDay, key: str = "", event: str = "", values: Values | None = None
) -> Found:
    """Call for the day of a finding; one that is unknown is left out by its key, or is a problem."""
    deadline = finding.value
    if deadline is not None:
        return Call(subject, where, lambda: deadline, event)
    missing = Missing(subject, key, next(iter(finding.rests_on), where), values or {})
    return next(problem_of(finding, where), missing)


def call_where_known(subject: str, finding: LastDay, event: str = "") -> Iterator[Found]:
    """Call for the day of a finding where what it is counted from has happened."""
    if finding.value is not None or finding.fix:
        yield call_for(subject, finding.rests_on[0], finding, event=event)


def since(
    start: date, day: date, make: Callable[[date], Deadline], what: str = "the decedent's death"
) -> Callable[[], Deadline]:
    """Hold the deadline of an event to the order of things: it cannot come before ``what``."""

    def made() -> Deadline:
        if day < start:
            raise OutOfRange(f"{day} is before {what} on {start}", "correct the one or the other", "")
        return make(day)

    return made


def regardless(make: Callable[[], Deadline]) -> Callable[[date], Deadline]:
    """Return a deadline that turns on more than the day of its event, as one of that day."""
    return lambda _: make()


def done(deadline: Deadline, how: str, day: date | None) -> Deadline:
    """Note on a deadline when the thing was done, if it was, and whether that was late."""
    if day is None:
        return deadline
    note = how if day <= deadline.date else f"{how}_late"
    return replace(deadline, notes=(note, *deadline.notes), values={**deadline.values, "done": day})
