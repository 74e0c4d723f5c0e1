"""The dates that follow when the spouse becomes a citizen."""

from collections.abc import Iterator
from functools import partial

from assembler.findings.annual_statement import ended
from assembler.findings.deadline import Call, Found, Missing
from assembler.findings.estate import Days
from assembler.findings.security_release import taxed_before
from assembler.findings.subject import Subject
from assembler.law.citizenship import citizenship_notice, gift_election
from assembler.terms import every, opposite


def deadlines(days: Days, subject: Subject) -> Iterator[Found]:
    """Call for the notice of citizenship and the election as to gifts, for each trust that lives to see it."""
    became = subject.case.spouse.became_citizen
    if became is None or became <= days.died:  # the latter is refused among the facts
        return
    over = ended(subject)
    if over is None or became <= over:
        yield Call(subject.id, "spouse.became_citizen", partial(citizenship_notice, became))
        yield from _gift_election(days, subject)


def _gift_election(days: Days, subject: Subject) -> Iterator[Found]:
    spouse = subject.case.spouse
    if spouse.became_citizen is None:
        return
    resident, taxed = spouse.resident_throughout, taxed_before(subject.trust, spouse.became_citizen)
    if every((opposite(resident), taxed)):
        yield Call(subject.id, "spouse.became_citizen", partial(gift_election, spouse.became_citizen))
    elif resident is not True and taxed is not False:
        where = "spouse.resident_throughout" if resident is None else subject.path("distributions")
        yield Missing(subject.id, "Election to treat earlier distributions as gifts", where)
