"""The dates of Form 706-QDT and the section 2056A tax: on distributions, at the spouse's death, at a trust's end."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from assembler.casefile.choices import TrusteeKind
from assembler.casefile.shape import Spouse, Trustee
from assembler.casefile.shape_tax import DistributionKind
from assembler.findings.citizenship import freed
from assembler.findings.deadline import Call, Found, Missing, Note, regardless, since
from assembler.findings.estate import Days, days_of
from assembler.findings.finding import Finding, LastDay
from assembler.findings.subject import Subject, conclusion, item
from assembler.findings.taxable_events import distributions, taxed_before
from assembler.findings.trustees import same_person, serves
from assembler.law import form_706qdt, limitation
from assembler.law.calendar import rolled
from assembler.law.deadline import Deadline
from assembler.law.figure import OutOfRange
from assembler.law.form_706qdt import designated_filer_qualifies
from assembler.problem import Problem
from assembler.terms import some

Maker = Callable[[], Deadline]
ALL = "trusts"
FILER = "26 CFR 20.2056A-9"
NO_RETURN = "no Form 706-QDT is known to fall due after the Designated Filer ceased to act"


@dataclass(frozen=True)
class ReturnDue:
    """One Form 706-QDT that is to be filed: the calendar year it is for, when, and the answer that calls for it."""

    year: int
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
    makers: list[tuple[int, str, Maker]] = [
        (year, where, partial(form_706qdt.lifetime_tax, year, spouse_died))
        for year, (where, _) in _years(trust, DistributionKind.PRINCIPAL).items()
    ]
    makers += ((day.year, where, make) for day, where, make in _ends(days, trust))
    for year, where, make in makers:
        try:
            yield ReturnDue(year, make(), where)
        except OutOfRange:
            continue


def next_return(whole: Subject) -> Finding[ReturnDue]:
    """Find the Form 706-QDT that is due next on the day of the papers, else the last that was due."""
    found, on = returns_due(whole), whole.case.as_of
    due = found.value or ()
    following = (one for one in due if on is None or one.deadline.date >= on)
    value = next(following, due[-1] if due else None)
    return Finding(value, found.because, found.law, found.rests_on, on)


def return_after_vacancy(whole: Subject) -> Finding[ReturnDue]:
    """Find the first Form 706-QDT that is due after the Designated Filer ceased to act."""
    found, ended = returns_due(whole), whole.case.return_.designated_filer_ended
    if ended is None:
        because = "the day the Designated Filer ceased to act is not stated"
        return Finding(None, because, found.law, ("return.designated_filer_ended",))
    value = next((one for one in found.value or () if one.deadline.date > ended), None)
    return Finding(value, NO_RETURN if value is None else found.because, found.law, found.rests_on, ended)


def last_day_to_inform(whole: Subject) -> LastDay:
    """Find by when the Designated Filer has the information for the Form 706-QDT that is due next."""
    found = next_return(whole)
    value = None if found.value is None else _information(found.value)
    return Finding(value, found.because, found.law, found.rests_on, found.day)


def _information(one: ReturnDue) -> Deadline:
    return form_706qdt.designated_filer_information(one.deadline.nominal)


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


def filer_deadlines(whole: Subject) -> Iterator[Found]:
    """Call for information to the Designated Filer before each return, and for a successor where one is wanted."""
    if len(whole.trusts) == 1:
        return
    if whole.case.return_.has_designated_filer is not False:
        for one in returns_due(whole).value or ():
            yield Call(ALL, one.where, partial(_information, one), one.deadline.nominal.isoformat())
    answers = whole.case.return_
    if answers.designated_filer_ended is not None:
        yield _successor(return_after_vacancy(whole).value)
    elif answers.filer.former is not None:
        yield Missing(ALL, "designated_filer_successor", "return.designated_filer_ended")


def _successor(following: ReturnDue | None) -> Found:
    if following is None:
        return Note(ALL, "no_return_after_vacancy")
    due = following.deadline.nominal
    return Call(ALL, "return.designated_filer_ended", partial(form_706qdt.designated_filer_successor, due))


def refusals(whole: Subject) -> Iterator[Problem]:
    """Refuse a Designated Filer that follows itself, or that is no U.S. Trustee of any of the QDOTs."""
    filer, where = whole.case.return_.filer, "return.filer.name"
    if filer.name is None:
        return
    if same_person(filer.name, filer.former):
        what = f"{filer.name} is named as the Designated Filer and as the one whom it follows."
        yield Problem(where, what, "name as the former one who was designated before.", FILER)
    elif _may_file(whole, filer.name) is False:
        what = f"{filer.name} is to be the Designated Filer, and is no U.S. Trustee that qualifies."
        fix = "designate a U.S. Trustee of one of the QDOTs; one that has ceased to act is the former Designated Filer."
        yield Problem(where, what, fix, FILER)


def _may_file(whole: Subject, name: str) -> bool | None:
    found = [
        (one, trust.case.spouse, where)
        for trust in whole.trusts
        for one, where in _named(trust)
        if same_person(one.name, name)
    ]
    if not found and (len(whole.trusts) < 2 or any(trust.trust.trustees is None for trust in whole.trusts)):
        return None
    return some(_files(one, spouse, where) for one, spouse, where in found)


def _files(trustee: Trustee, spouse: Spouse, where: str) -> bool | None:
    is_one = serves(trustee, spouse, where).value
    is_individual = None if trustee.kind is None else trustee.kind is TrusteeKind.INDIVIDUAL
    return designated_filer_qualifies(is_one, is_individual, is_one)


def _named(trust: Subject) -> Iterator[tuple[Trustee, str]]:
    """Give everybody who is named as a trustee: first, in succession, or by appointment; each with its path."""
    named = {
        "trustees": trust.trust.trustees,
        "successors": trust.trust.successors,
        "succession.appointed": trust.trust.succession.appointed,
    }
    for answer, people in named.items():
        for number, one in enumerate(people or ()):
            yield one, item(trust.path(answer), None, number)
