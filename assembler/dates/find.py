"""Find every date that a case calls for."""

from collections.abc import Iterator

from assembler.casefile.shape import Case
from assembler.dates import (
    annuities,
    citizenship,
    estate,
    filer,
    reformation,
    reports,
    residence,
    security,
    taxes,
    transfers,
)
from assembler.dates.acting import acting
from assembler.dates.setting import Setting, set_out
from assembler.dates.subject_date import Call, Dates, Found, SubjectDate, refusal
from assembler.facts.finding import Facts
from assembler.law.figure import OutOfRange
from assembler.problem import Problem

LIVING = "The decedent is living: no date has begun to run."
OF_TRUSTS = (transfers, reformation, security, reports, residence, taxes, citizenship, filer)


def find(case: Case, facts: Facts) -> Dates:
    """Find the dates of a case; an answer that is missing leaves its date out, and a note says which."""
    setting = set_out(case, facts)
    if setting is None:
        return Dates((), (), (LIVING,))
    dates, problems, notes = list[SubjectDate](), list[Problem](), list[str]()
    for found in _called(setting):
        if isinstance(found, Problem):
            problems.append(found)
        elif isinstance(found, Call):
            made = _made(setting, found)
            if isinstance(made, Problem):
                problems.append(made)
            else:
                dates.append(made)
        else:
            notes.append(str(found))
    dates.sort(key=lambda one: (one.deadline.date, one.subject, one.deadline.name, one.event))
    return Dates(tuple(dates), tuple(dict.fromkeys(problems)), tuple(dict.fromkeys(notes)))


def _called(setting: Setting) -> Iterator[Found]:
    yield from estate.called(setting)
    if setting.applies and setting.files_return:
        for topic in OF_TRUSTS:
            yield from topic.called(setting)
    if setting.applies:
        yield from annuities.called(setting)


def _made(setting: Setting, call: Call) -> SubjectDate | Problem:
    try:
        deadline = call.make()
    except OutOfRange as outside:
        return refusal(call.where, outside)
    return SubjectDate(call.subject, acting(setting.case.spouse, deadline), call.event)
