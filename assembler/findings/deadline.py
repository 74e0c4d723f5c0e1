"""A last day of a case: what calls for one, whose it is, and the answer it rests on."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from assembler.casefile import paths
from assembler.casefile.open_points import label
from assembler.casefile.shape import Case
from assembler.findings.finding import Finding, LastDay
from assembler.law.deadline import Deadline
from assembler.law.figure import OutOfRange
from assembler.problem import Problem


@dataclass(frozen=True)
class SubjectDate:
    """One deadline of a case; ``subject`` is ``estate``, ``trusts``, or the id of a trust, annuity or assignment.

    ``event`` tells apart dates of one name and subject: the day of a receipt, the end of a year.
    """

    subject: str
    deadline: Deadline
    event: str = ""


@dataclass(frozen=True)
class Dates:
    """Every date a case calls for, the earliest first, with what is wrong and what is left out."""

    dates: tuple[SubjectDate, ...]
    problems: tuple[Problem, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Call:
    """A date that the facts call for, not yet computed; ``where`` is the answer it rests on."""

    subject: str
    where: str
    make: Callable[[], Deadline]
    event: str = ""


@dataclass(frozen=True)
class Missing:
    """A date left out, because the answer at ``where`` is not given."""

    subject: str
    name: str
    where: str

    def __str__(self) -> str:
        return f"{self.subject}: {self.name} is left out until {self.where} is answered."


@dataclass(frozen=True)
class Note:
    """Something to know about the dates of one subject."""

    subject: str
    text: str

    def __str__(self) -> str:
        return f"{self.subject}: {self.text}"


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


def call_for(subject: str, where: str, finding: LastDay, name: str = "", event: str = "") -> Found:
    """Call for the day of a finding; one that is unknown is left out under its name, or is a problem."""
    deadline = finding.value
    if deadline is not None:
        return Call(subject, where, lambda: deadline, event)
    path = next(iter(finding.rests_on), where)
    if finding.fix:
        return Problem(path, f"{finding.because}.", f"{finding.fix}.", "; ".join(filter(None, finding.law)))
    return Missing(subject, name, path)


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
    """Say on a deadline when the thing was done, if it was."""
    if day is None:
        return deadline
    late = "" if day <= deadline.date else ", after this day"
    return replace(deadline, notes=(f"{how} on {day}{late}.", *deadline.notes))


def refusal(where: str, outside: OutOfRange) -> Problem:
    """Turn what is outside the law's reach into a problem at an answer."""
    return Problem(where, f"{outside.what}.", f"{outside.fix}.", outside.law)
