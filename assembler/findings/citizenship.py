"""The dates that follow when the spouse becomes a citizen."""

from collections.abc import Iterator
from datetime import date

from assembler.findings.deadline import Found, Missing, call_for, counted_from
from assembler.findings.estate import Days
from assembler.findings.finding import LastDay
from assembler.findings.security_release import taxed_before, trust_end
from assembler.findings.subject import Subject
from assembler.law.citizenship import citizenship_notice, gift_election
from assembler.terms import every, opposite

BECAME = "spouse.became_citizen"


def last_day_to_certify(trust: Subject) -> LastDay:
    """Find by when it is certified that the spouse has become a citizen."""
    return counted_from(trust.case, BECAME, citizenship_notice)


def last_day_to_elect(trust: Subject) -> LastDay:
    """Find by when the spouse elects to treat earlier taxable distributions as gifts."""
    return counted_from(trust.case, BECAME, gift_election)


def deadlines(days: Days, subject: Subject) -> Iterator[Found]:
    """Call for the notice of citizenship and the election as to gifts, for each trust that lives to see it."""
    became = subject.case.spouse.became_citizen
    if became is None or became <= days.died:  # the latter is refused among the facts
        return
    over = trust_end(subject).value
    if over is None or became <= over:
        yield call_for(subject.id, BECAME, last_day_to_certify(subject))
        yield from _gift_election(subject, became)


def _gift_election(subject: Subject, became: date) -> Iterator[Found]:
    resident, taxed = subject.case.spouse.resident_throughout, taxed_before(subject.trust, became)
    if every((opposite(resident), taxed)):
        yield call_for(subject.id, BECAME, last_day_to_elect(subject))
    elif resident is not True and taxed is not False:
        where = "spouse.resident_throughout" if resident is None else subject.path("distributions")
        yield Missing(subject.id, "gift_election", where)
