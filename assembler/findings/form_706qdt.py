"""The dates of Form 706-QDT and the section 2056A tax: on distributions, at the spouse's death, at a trust's end."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from assembler.casefile.shape_tax import DistributionKind
from assembler.findings.citizenship import freed
from assembler.findings.deadline import Call, Found, Missing, regardless, since
from assembler.findings.estate import Days, days_of
from assembler.findings.finding import Finding
from assembler.findings.subject import Subject, conclusion
from assembler.findings.taxable_events import distributions, taxed_before
from assembler.law import form_706qdt, limitation
from assembler.law.calendar import rolled
from assembler.law.deadline import Deadline
from assembler.law.figure import OutOfRange
from assembler.terms import some

Maker = Callable[[], Deadline]
FILER = "26 CFR 20.2056A-9"


@dataclass(frozen=True)
class ReturnDue:
    """One Form 706-QDT that is to be filed: its year and when that is over, when, and the answer that calls for it.

    ``ended`` is the last day of the year, or the day of a death or of the end of a trust.
    """

    year: int
    ended: date
    deadline: Deadline
    where: str


def deadlines(days: Days, subject: Subject) -> Iterator[Found]:
    """Call for the returns of each trust, for extensions that can still be asked for, and for refunds."""
    yield from _lifetime(days, subject)
    yield from _end(days, subject)
    yield from _refund(days, subject)


@conclusion
def returns_due(whole: Subject) -> Finding[tuple[ReturnDue, ...]]:
    """Find the Forms 706-QDT with tax that all the QDOTs together call for, the earliest first, one for each due date.

    Unknown while none is called for and distributions of a trust are not stated.
    """
    days, law = days_of(whole.case), (FILER,)
    if days is None:
        return Finding(None, "the decedent is living", law, ("decedent.died",))
    found = dict[date, ReturnDue]()
    for one in (one for trust in whole.trusts for one in _returns(days, trust)):
        found.setdefault(one.deadline.nominal, one)
    unstated = tuple(trust.path("distributions") for trust in whole.trusts if trust.trust.distributions is None)
    because = f"{'a' if found else 'no'} Form 706-QDT with tax is called for"
    value = None if unstated and not found else tuple(found[due] for due in sorted(found))
    return Finding(value, because, law, unstated or tuple(trust.path("distributions") for trust in whole.trusts))


def _returns(days: Days, trust: Subject) -> Iterator[ReturnDue]:
    """Give each return of one trust; one that the law refuses is told elsewhere."""
    spouse_died = trust.case.spouse.died
    makers: list[tuple[date, str, Maker]] = [
        (_year_end(year, spouse_died), where, partial(form_706qdt.lifetime_tax, year, spouse_died))
        for year, (where, _) in _years(trust, DistributionKind.PRINCIPAL).items()
    ]
    makers += _ends(days, trust)
    for ended, where, make in makers:
        try:
            yield ReturnDue(ended.year, ended, make(), where)
        except OutOfRange:
            continue


def _year_end(year: int, spouse_died: date | None) -> date:
    """Return the last day on which a distribution of a calendar year can be made to a living spouse."""
    last = date(year, 12, 31)
    return min(last, spouse_died) if spouse_died is not None and spouse_died.year == year else last


def _ends(days: Days, subject: Subject) -> Iterator[tuple[date, str, Maker]]:
    """Give the end of the trust or of the spouse's life that is taxed: its day, where it is answered, its deadline."""
    died, ceased = subject.case.spouse.died, subject.trust.disqualification.ceased
    if ceased is not None and (died is None or ceased < died):
        yield ceased, subject.path("disqualification.ceased"), since(days.died, ceased, form_706qdt.cessation_tax)
    elif died is not None and not freed(subject).value:
        yield died, "spouse.died", since(days.died, died, form_706qdt.death_tax)


def _years(subject: Subject, kind: DistributionKind) -> dict[int, tuple[str, date]]:
    """Give the first distribution of a kind in each calendar year, with where it is answered."""
    found = dict[int, tuple[str, date]]()
    for where, one in distributions(subject):
        if one.kind is kind and one.made is not None:
            found.setdefault(one.made.year, (f"{where}.made", one.made))
    return found


def _lifetime(days: Days, subject: Subject) -> Iterator[Found]:
    spouse_died = subject.case.spouse.died
    taxed = _years(subject, DistributionKind.PRINCIPAL)
    for year, (where, made) in taxed.items():
        tax = partial(form_706qdt.lifetime_tax, year, spouse_died)
        yield Call(subject.id, where, since(days.died, made, regardless(tax)), str(year))
        yield from _extensions(days, subject, where, tax, is_at_death=False)
    for year, (where, made) in _years(subject, DistributionKind.HARDSHIP).items():
        if year not in taxed:
            report = partial(form_706qdt.hardship_report, year)
            yield Call(subject.id, where, since(days.died, made, regardless(report)), str(year))
    yield from _unanswered(subject)


def _unanswered(subject: Subject) -> Iterator[Found]:
    for where, one in distributions(subject):
        if one.kind is None:
            yield Missing(subject.id, "distribution_return", f"{where}.kind")
        elif one.made is None and one.kind in (DistributionKind.PRINCIPAL, DistributionKind.HARDSHIP):
            yield Missing(subject.id, "distribution_return", f"{where}.made")


def _end(days: Days, subject: Subject) -> Iterator[Found]:
    for _, where, tax in _ends(days, subject):
        yield Call(subject.id, where, tax)
        is_at_death = where == "spouse.died"
        if is_at_death and subject.case.spouse.died is not None:
            yield Call(subject.id, where, partial(form_706qdt.alternate_valuation_election, subject.case.spouse.died))
        yield from _extensions(days, subject, where, tax, is_at_death=is_at_death)


def _extensions(days: Days, subject: Subject, where: str, tax: Maker, *, is_at_death: bool) -> Iterator[Found]:
    """Call for the longest extensions of a return, while there is still time to ask for them."""
    due = nominal(tax)
    if due is None or rolled(due) < days.as_of:
        return
    event = due.isoformat()
    yield Call(subject.id, where, partial(form_706qdt.extension_to_file, due), event)
    yield Call(subject.id, where, partial(form_706qdt.extension_to_pay, due, is_at_death=is_at_death), event)
    if is_at_death:
        yield Call(subject.id, where, partial(form_706qdt.extension_to_pay_for_cause, due), event)


def nominal(make: Maker) -> date | None:
    """Return the day of a deadline before any roll; None for one that the law refuses, which is told elsewhere."""
    try:
        return make().nominal
    except OutOfRange:
        return None


def _refund(days: Days, subject: Subject) -> Iterator[Found]:
    """Call for the refund claim where tax was due before the decedent's own tax was final."""
    determined = subject.case.return_.tax_determined
    if determined is None:
        return
    ends = (subject.case.spouse.died, subject.trust.disqualification.ceased)
    was_taxed = some((taxed_before(subject.trust, determined), *(day < determined for day in ends if day is not None)))
    if was_taxed:
        made = since(days.died, determined, limitation.refund_after_determination)
        yield Call(subject.id, "return.tax_determined", made)
    elif was_taxed is None:
        yield Missing(subject.id, "refund_after_determination", subject.path("distributions"))
