"""A trust over the limit on foreign real property: what brings it back, by when, and whom to caution."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from assembler.casefile.shape_values import YearEnd
from assembler.findings.deadline import Call, Found, Missing
from assembler.findings.estate import Days
from assembler.findings.finding import Amount, Fact, Finding, day, dollars
from assembler.findings.foreign_limit import CURE, LIMIT, measured, share_at_start, year_ends
from assembler.findings.security_amount import amount_to_secure
from assembler.findings.security_arrangement import is_secured
from assembler.findings.subject import Subject, conclusion
from assembler.findings.vocabulary import FactName
from assembler.law import foreign_limit
from assembler.law.calendar import year_end_from
from assembler.law.foreign_limit import Cause, ForeignShare, is_excused
from assembler.problem import Caution

FACTS = (
    FactName(
        "foreign_limit_exceeded",
        "Real property outside the United States, entities looked through, is more than 35 percent of the trust.",
    ),
)


@dataclass(frozen=True)
class Measured:
    """The share last measured: with its place, and the year's end it is of; None for the values at the death."""

    share: Finding[ForeignShare]
    where: str
    year: YearEnd | None = None


@conclusion
def last_measured(trust: Subject) -> Measured:
    """Take the last year's end that is recorded, else the values at the death."""
    years = [(one.ended, where, one) for where, one in year_ends(trust) if one.ended is not None]
    if not years:
        return Measured(share_at_start(trust), trust.path("assets"))
    _, where, year = max(reversed(years), key=lambda one: one[0])  # of two of one day, the later record
    return Measured(measured(trust.case, year, where), where, year)


def facts(subject: Subject) -> Iterator[tuple[str, Fact]]:
    """Find whether the trust is over the limit as last measured."""
    last = last_measured(subject)
    share, value = last.share.value, None
    because = last.share.because
    if share is not None:
        value = not share.is_within_limit()
        because = f"real property outside the United States is {share.percent()} percent of the trust"
    yield "foreign_limit_exceeded", Finding(value, because, (LIMIT,), last.share.rests_on, last.share.day)


def deadlines(days: Days, subject: Subject) -> Iterator[Found]:
    """Call for the next day of the test in a trust that rests on the limit."""
    rests = subject["operative_foreign_limit"] and subject["is_large"] is False
    if not rests or subject.trust.disqualification.ceased is not None or subject.case.spouse.died is not None:
        return
    month_day, where = subject.trust.tax_year_end, subject.path("tax_year_end")
    if month_day is None:
        yield Missing(subject.id, "foreign_limit_test", where)
    else:
        end = year_end_from(max(days.died, days.as_of), month_day)
        yield Call(subject.id, where, partial(foreign_limit.foreign_limit_test, end), end.isoformat())


def to_sell(trust: Subject) -> Amount:
    """Find how much land abroad is to be sold, the price kept, to be at 35 percent again."""
    return _back(trust, 0)


def to_distribute(trust: Subject) -> Amount:
    """Find how much land abroad is to be distributed instead."""
    return _back(trust, 1)


def _back(trust: Subject, which: int) -> Amount:
    found = last_measured(trust).share
    if found.value is None:
        return Finding(None, found.because, found.law, found.rests_on, found.day)
    figures = foreign_limit.to_come_back(found.value)
    return Finding(figures[which] if figures else None, found.because, (LIMIT,), found.rests_on, found.day)


def cautions(subject: Subject) -> Iterator[Caution]:
    """Caution of more than 35 percent abroad in a small trust that nothing secures, with what brings it back."""
    last, trust = last_measured(subject), subject.trust
    share, is_over = last.share.value, subject["foreign_limit_exceeded"]
    lives_on = subject.case.spouse.died is None and trust.disqualification.ceased is None
    is_qdot = lives_on and not subject["reformation_dropped"]
    if share is None or not is_over or subject.is_planning or not is_qdot:
        return
    if subject["is_large"] or is_secured(subject) or _is_refused(last.year):
        return
    on = "at the death" if last.year is None or last.year.ended is None else f"on {day(last.year.ended)}"
    land = "real property outside the United States, entities looked through,"
    what = f"{land} was {share.percent()} percent of the trust {on}, over 35."
    yield Caution(last.where, what, f"{_told(subject, last)}.", LIMIT if last.year is None else CURE)


def _is_refused(year: YearEnd | None) -> bool:
    """Tell whether the excess has a cause that is not excused, which the law refuses."""
    return year is not None and year.causes is not None and not is_excused([Cause[one.name] for one in year.causes])


def _told(subject: Subject, last: Measured) -> str:
    amounts = [_dollars(found) for found in (to_sell(subject), to_distribute(subject))]
    secured = amount_to_secure(subject)
    furnished = f" for {_dollars(secured)}" if secured.value else ""
    ways = (
        f"sell {amounts[0]} of it and keep the price, distribute {amounts[1]} of it, "
        f"or use a bank, or a bond or letter of credit{furnished}"
    )
    by, on = _by(subject, last), subject.case.as_of
    if last.year is None and by is not None and on is not None and by < on:
        return f"state under year_ends what the trust held on {day(by)}, which was the first day of the test"
    until = f"by {day(by)} " if by else "by the end of the taxable year "
    if last.year is not None and last.year.causes is None:
        return f"state its causes, as what was bought has no cure; for any other, {until}{ways}"
    return f"{until}{ways}"


def _dollars(found: Amount) -> str:
    return dollars(found.value.number) if found.value else ""


def _by(subject: Subject, last: Measured) -> date | None:
    """Give the day by which the limit is met: the end of the first year or, after an excess, of the next."""
    if last.year is not None and last.year.ended is not None:
        return foreign_limit.cure_deadline(last.year.ended)
    died, month_day = subject.case.decedent.died, subject.trust.tax_year_end
    return year_end_from(died, month_day) if died and month_day else None
