"""Every last day that a case calls for, in order."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from assembler.findings import (
    annual_statement,
    annuities,
    citizenship,
    designated_filer,
    estate,
    foreign_excess,
    form_706qdt,
    reformation,
    residence_sale,
    residence_threshold,
    security_deadlines,
    transfer,
)
from assembler.findings.deadline import Call, Dates, Found, Missing, Note, SubjectDate
from assembler.findings.estate import Days
from assembler.findings.finding import refusal
from assembler.findings.signing import acting
from assembler.findings.subject import Subject
from assembler.law.figure import OutOfRange
from assembler.problem import Problem

if TYPE_CHECKING:
    from assembler.findings.find import Findings

OF_TRUSTS = (
    transfer,
    reformation,
    security_deadlines,
    annual_statement,
    foreign_excess,
    residence_sale,
    residence_threshold,
    form_706qdt,
    citizenship,
)


def calendar(findings: "Findings") -> Dates:
    """Find the dates of a case; an answer that is missing leaves its date out, and a note says which."""
    whole = findings.whole
    days = estate.days_of(whole.case)
    if days is None:
        return Dates((), (), (Note("", "living"),))
    dates, problems, notes = list[SubjectDate](), list[Problem](), list[Missing | Note]()
    for found in _called(days, findings):
        made = _made(whole, found) if isinstance(found, Call) else found
        if isinstance(made, Problem):
            problems.append(made)
        elif isinstance(made, SubjectDate):
            dates.append(made)
        else:
            notes.append(made)
    dates.sort(key=lambda one: (one.deadline.date, one.subject, one.deadline.key, one.event))
    return Dates(tuple(dates), tuple(dict.fromkeys(problems)), tuple(notes))


def _called(days: Days, findings: "Findings") -> Iterator[Found]:
    yield from estate.deadlines(days, findings.whole)
    if days.applies and days.files_return:
        for topic in OF_TRUSTS:
            for trust in findings.trusts:
                yield from topic.deadlines(days, trust)
        yield from transfer.assignment_deadlines(findings.assignments)
        yield from designated_filer.filer_deadlines(findings.whole)
    if days.applies:
        for annuity in findings.annuities:
            yield from annuities.deadlines(days, annuity)


def _made(whole: Subject, call: Call) -> SubjectDate | Problem:
    try:
        deadline = call.make()
    except OutOfRange as outside:
        return refusal(call.where, outside)
    return SubjectDate(call.subject, acting(whole.case.spouse, deadline), call.event)
