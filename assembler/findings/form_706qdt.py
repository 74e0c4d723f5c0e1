"""The dates of Form 706-QDT and the section 2056A tax: on distributions, at the spouse's death, at a trust's end."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial

from assembler.casefile.shape import Case
from assembler.casefile.shape_tax import DistributionKind
from assembler.findings.deadline import Call, Found, Missing, Note, regardless, since
from assembler.findings.estate import Days
from assembler.findings.security_release import taxed_before
from assembler.findings.subject import Subject, item
from assembler.findings.trustees import same_person, standings
from assembler.law import form_706qdt, limitation
from assembler.law.deadline import Deadline
from assembler.law.figure import OutOfRange
from assembler.law.form_706qdt import designated_filer_qualifies
from assembler.law.security_terms import is_freed_by_citizenship
from assembler.problem import Problem
from assembler.terms import some

Maker = Callable[[], Deadline]
ALL = "trusts"


def deadlines(days: Days, subject: Subject) -> Iterator[Found]:
    """Call for the returns of each trust, for extensions that can still be asked for, and for refunds."""
    yield from _lifetime(days, subject)
    yield from _end(days, subject)
    yield from _refund(days, subject)


def returns(days: Days, subject: Subject) -> Iterator[tuple[str, Maker]]:
    """Give each Form 706-QDT with tax that the trust calls for: the answer it rests on, and its deadline."""
    died = subject.case.spouse.died
    for year, (where, _) in _years(subject, DistributionKind.PRINCIPAL).items():
        yield where, partial(form_706qdt.lifetime_tax, year, died)
    yield from _ends(days, subject)


def _ends(days: Days, subject: Subject) -> Iterator[tuple[str, Maker]]:
    died, ceased = subject.case.spouse.died, subject.trust.disqualification.ceased
    if ceased is not None and (died is None or ceased < died):
        yield subject.path("disqualification.ceased"), since(days.died, ceased, form_706qdt.cessation_tax)
    elif died is not None and not freed(days, subject):
        yield "spouse.died", since(days.died, died, form_706qdt.death_tax)


def freed(days: Days, subject: Subject) -> bool | None:
    """Tell whether the spouse became a citizen in life, and that ended the tax. 26 USC 2056A(b)(12)."""
    spouse = subject.case.spouse
    became = spouse.became_citizen
    if became is None or (spouse.died is not None and spouse.died < became):
        return False
    return is_freed_by_citizenship(spouse.resident_throughout, taxed_before(subject.trust, became))


def _years(subject: Subject, kind: DistributionKind) -> dict[int, tuple[str, date]]:
    """Give the first distribution of a kind in each calendar year, with where it is answered."""
    found = dict[int, tuple[str, date]]()
    for number, one in enumerate(subject.trust.distributions or ()):
        if one.kind is kind and one.made is not None:
            where = f"{item(subject.path('distributions'), None, number)}.made"
            found.setdefault(one.made.year, (where, one.made))
    return found


def _lifetime(days: Days, subject: Subject) -> Iterator[Found]:
    spouse_died = subject.case.spouse.died
    taxed = _years(subject, DistributionKind.PRINCIPAL)
    for year, (where, made) in taxed.items():
        tax = partial(form_706qdt.lifetime_tax, year, spouse_died)
        yield Call(subject.id, where, since(days.died, made, regardless(tax)))
        yield from _extensions(days, subject, where, tax, is_at_death=False)
    for year, (where, made) in _years(subject, DistributionKind.HARDSHIP).items():
        if year not in taxed:
            report = partial(form_706qdt.hardship_report, year)
            yield Call(subject.id, where, since(days.died, made, regardless(report)))
    yield from _unanswered(subject)


def _unanswered(subject: Subject) -> Iterator[Found]:
    for number, one in enumerate(subject.trust.distributions or ()):
        where = item(subject.path("distributions"), None, number)
        if one.kind is None:
            yield Missing(subject.id, "Form 706-QDT for a distribution", f"{where}.kind")
        elif one.made is None and one.kind in (DistributionKind.PRINCIPAL, DistributionKind.HARDSHIP):
            yield Missing(subject.id, "Form 706-QDT for a distribution", f"{where}.made")


def _end(days: Days, subject: Subject) -> Iterator[Found]:
    for where, tax in _ends(days, subject):
        yield Call(subject.id, where, tax)
        is_at_death = where == "spouse.died"
        if is_at_death and subject.case.spouse.died is not None:
            yield Call(subject.id, where, partial(form_706qdt.alternate_valuation_election, subject.case.spouse.died))
        yield from _extensions(days, subject, where, tax, is_at_death=is_at_death)


def _extensions(days: Days, subject: Subject, where: str, tax: Maker, *, is_at_death: bool) -> Iterator[Found]:
    """Call for the longest extensions of a return, while there is still time to ask for them."""
    due = nominal(tax)
    if due is None or due < days.as_of:
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
        what = "Refund claim after the decedent's tax is finally determined"
        yield Missing(subject.id, what, subject.path("distributions"))


def filer_deadlines(days: Days, case: Case, trusts: Sequence[Subject]) -> Iterator[Found]:
    """Call for information to the Designated Filer before each return, and for a successor where one is wanted."""
    if len(trusts) == 1:
        return
    dues = _dues(days, trusts)
    if case.return_.has_designated_filer is not False:
        for due, where in dues.items():
            yield Call(ALL, where, partial(form_706qdt.designated_filer_information, due), due.isoformat())
    ended = case.return_.designated_filer_ended
    if ended is not None:
        yield _successor(dues, ended)


def _successor(dues: dict[date, str], ended: date) -> Found:
    following = min((due for due in dues if due > ended), default=None)
    if following is None:
        return Note(ALL, "no Form 706-QDT is known to fall due after the Designated Filer ceased to act.")
    return Call(ALL, "return.designated_filer_ended", partial(form_706qdt.designated_filer_successor, following))


def _dues(days: Days, trusts: Sequence[Subject]) -> dict[date, str]:
    """Give the due date of each return of any of the trusts, before any roll, with the answer it rests on."""
    found = dict[date, str]()
    for where, make in (one for trust in trusts for one in returns(days, trust)):
        due = nominal(make)
        if due is not None:
            found.setdefault(due, where)
    return found


def refusals(whole: Subject) -> Iterator[Problem]:
    """Refuse a Designated Filer who, as a trustee of one of the trusts, cannot be one."""
    name = whole.case.return_.filer.name
    for trust in whole.trusts:
        for standing in standings(trust) or ():
            if not same_person(name, standing.name):
                continue
            is_us_trustee, is_individual = standing.is_us_trustee(), standing.is_individual
            if designated_filer_qualifies(is_us_trustee, is_individual, is_us_trustee) is False:
                what = f"{standing.name} is to be the Designated Filer, and is no U.S. Trustee that qualifies."
                fix = "designate a U.S. Trustee: a domestic corporation, or an individual with a tax home here."
                yield Problem("return.filer.name", what, fix, "26 CFR 20.2056A-9")
                return
