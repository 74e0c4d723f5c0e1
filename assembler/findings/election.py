"""On which estate tax return the QDOT election is made, and whether it still can be."""

from collections.abc import Iterator
from datetime import date

from assembler.findings.estate import Days, days_of
from assembler.findings.finding import Fact, Finding, all_of, day
from assembler.findings.subject import Subject
from assembler.findings.vocabulary import FactName
from assembler.law import estate_return
from assembler.problem import Caution, Problem

LAW = "26 USC 2056A(d); 26 CFR 20.2056A-3(a)"
STATUTORY = "no relief extends the year of section 2056A(d)"
RELIEF = "whether more time can be had under 26 CFR 301.9100-1 is for counsel to ask"

FACTS = (
    FactName(
        "return_filed", "The estate tax return was filed before the day of the papers.", implies=("after_death",)
    ),
    FactName(
        "election_made", "The QDOT election was made on a return that is filed.", implies=("return_filed",)
    ),
)


def facts(subject: Subject) -> Iterator[tuple[str, Fact]]:
    """Find whether the return is filed on the day of the papers, and the election made on it."""
    days, answers = days_of(subject.case), subject.case.return_
    filed = days is not None and _filed_before(days) is not None
    because = f"the estate tax return is {'' if filed else 'not '}filed before the day of the papers"
    return_filed = Finding(filed, because, (LAW,), ("return.filed",))
    made = "made" if answers.election_made else "not made"
    on_it = Finding(answers.election_made, f"the QDOT election was {made} on it", (LAW,), ("return.election_made",))
    yield "return_filed", return_filed
    yield "election_made", all_of(return_filed, on_it)


def _filed_before(days: Days) -> date | None:
    """Give the day on which a return was filed, if that is past; one filed that same day may still take the papers."""
    return days.filed if days.filed is not None and days.filed < days.as_of else None


def _days(whole: Subject) -> Days | None:
    """Give the days of a case that makes the election; None for any other."""
    days = days_of(whole.case)
    makes = days is not None and days.applies and days.files_return and whole.case.as_of is not None
    return days if makes and (whole.case.trusts or whole.case.annuities) else None


def _last(days: Days) -> date:
    return estate_return.last_election_date(days.due)


def _is_unfiled(whole: Subject) -> bool:
    """Tell whether nothing shows that a return was filed: neither its day nor values or a tax determined on it."""
    answers = whole.case.return_
    shown = (answers.filed, answers.value_determined, answers.tax_determined)
    return all(day is None for day in shown)


def refusals(whole: Subject) -> Iterator[Problem]:
    """Refuse an election on a return that cannot carry it: after one that counts was filed, or after the last day."""
    days = _days(whole)
    if days is None:
        return
    filed, last = _filed_before(days), _last(days)
    if _is_unfiled(whole) and days.as_of > last:
        what = f"no return is stated to be filed, and none filed after {day(last)} can carry the QDOT election."
        fix = f"state the day it was filed, if that was by then; {STATUTORY}."
        yield Problem("return.filed", what, fix, LAW)
    if filed is None or whole.case.return_.election_made:
        return
    if not estate_return.another_return_may_elect(days.as_of, filed, days.due):
        which = "last one filed in time" if estate_return.is_in_time(filed, days.due) else "first one filed late"
        what = f"the return filed on {day(filed)} does not carry the QDOT election, and no later return can."
        fix = f"write election_made: true if it does; the {which} counts, and {RELIEF}."
        yield Problem("return.election_made", what, fix, LAW)


def cautions(whole: Subject) -> Iterator[Caution]:
    """Caution of an election left out of a return, and of a return that is late."""
    days = _days(whole)
    if days is None:
        return
    filed, due, last = _filed_before(days), estate_return.last_day_in_time(days.due), _last(days)
    if filed is not None:
        missed = not whole.case.return_.election_made
        if missed and estate_return.another_return_may_elect(days.as_of, filed, days.due):
            what = f"the return filed on {day(filed)} does not carry the QDOT election."
            fix = f"make it on another return, filed by {day(due)}: the last one filed by then counts."
            yield Caution("return.election_made", what, fix, LAW)
    elif (days.filed or _is_unfiled(whole)) and due < (days.filed or days.as_of) <= last:
        what = f"the return was due on {day(due)}; only the first one filed after that can carry the QDOT election."
        yield Caution("return.filed", what, f"file the one that carries it by {day(last)}; {STATUTORY}.", LAW)
