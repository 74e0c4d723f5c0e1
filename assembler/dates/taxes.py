"""The dates of Form 706-QDT and the section 2056A tax: on distributions, at the spouse's death, at a trust's end."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from assembler.casefile.shape_tax import DistributionKind
from assembler.dates.setting import Held, Setting
from assembler.dates.subject_date import Call, Found, Missing, regardless, since
from assembler.facts.release import taxed_before
from assembler.facts.setting import item
from assembler.law import form_706qdt, limitation
from assembler.law.deadline import Deadline
from assembler.law.figure import OutOfRange
from assembler.law.security_terms import is_freed_by_citizenship
from assembler.terms import some

Maker = Callable[[], Deadline]


def called(setting: Setting) -> Iterator[Found]:
    """Call for the returns of each trust, for extensions that can still be asked for, and for refunds."""
    for held in setting.trusts:
        yield from _lifetime(setting, held)
        yield from _end(setting, held)
        yield from _refund(setting, held)


def returns(setting: Setting, held: Held) -> Iterator[tuple[str, Maker]]:
    """Give each Form 706-QDT with tax that the trust calls for: the answer it rests on, and its deadline."""
    died = setting.case.spouse.died
    for year, (where, _) in _years(held, DistributionKind.PRINCIPAL).items():
        yield where, partial(form_706qdt.lifetime_tax, year, died)
    yield from _ends(setting, held)


def _ends(setting: Setting, held: Held) -> Iterator[tuple[str, Maker]]:
    died, ceased = setting.case.spouse.died, held.trust.disqualification.ceased
    if ceased is not None and (died is None or ceased < died):
        yield held.path("disqualification.ceased"), since(setting.died, ceased, form_706qdt.cessation_tax)
    elif died is not None and not freed(setting, held):
        yield "spouse.died", since(setting.died, died, form_706qdt.death_tax)


def freed(setting: Setting, held: Held) -> bool | None:
    """Tell whether the spouse became a citizen in life, and that ended the tax. 26 USC 2056A(b)(12)."""
    spouse = setting.case.spouse
    became = spouse.became_citizen
    if became is None or (spouse.died is not None and spouse.died < became):
        return False
    return is_freed_by_citizenship(spouse.resident_throughout, taxed_before(held.trust, became))


def _years(held: Held, kind: DistributionKind) -> dict[int, tuple[str, date]]:
    """Give the first distribution of a kind in each calendar year, with where it is answered."""
    found = dict[int, tuple[str, date]]()
    for number, one in enumerate(held.trust.distributions or ()):
        if one.kind is kind and one.made is not None:
            where = f"{item(held.path('distributions'), None, number)}.made"
            found.setdefault(one.made.year, (where, one.made))
    return found


def _lifetime(setting: Setting, held: Held) -> Iterator[Found]:
    spouse_died = setting.case.spouse.died
    taxed = _years(held, DistributionKind.PRINCIPAL)
    for year, (where, made) in taxed.items():
        tax = partial(form_706qdt.lifetime_tax, year, spouse_died)
        yield Call(held.subject, where, since(setting.died, made, regardless(tax)))
        yield from _extensions(setting, held, where, tax, is_at_death=False)
    for year, (where, made) in _years(held, DistributionKind.HARDSHIP).items():
        if year not in taxed:
            report = partial(form_706qdt.hardship_report, year)
            yield Call(held.subject, where, since(setting.died, made, regardless(report)))
    yield from _unanswered(held)


def _unanswered(held: Held) -> Iterator[Found]:
    for number, one in enumerate(held.trust.distributions or ()):
        where = item(held.path("distributions"), None, number)
        if one.kind is None:
            yield Missing(held.subject, "Form 706-QDT for a distribution", f"{where}.kind")
        elif one.made is None and one.kind in (DistributionKind.PRINCIPAL, DistributionKind.HARDSHIP):
            yield Missing(held.subject, "Form 706-QDT for a distribution", f"{where}.made")


def _end(setting: Setting, held: Held) -> Iterator[Found]:
    for where, tax in _ends(setting, held):
        yield Call(held.subject, where, tax)
        is_at_death = where == "spouse.died"
        if is_at_death and setting.case.spouse.died is not None:
            yield Call(held.subject, where, partial(form_706qdt.alternate_valuation_election, setting.case.spouse.died))
        yield from _extensions(setting, held, where, tax, is_at_death=is_at_death)


def _extensions(setting: Setting, held: Held, where: str, tax: Maker, *, is_at_death: bool) -> Iterator[Found]:
    """Call for the longest extensions of a return, while there is still time to ask for them."""
    due = nominal(tax)
    if due is None or due < setting.as_of:
        return
    event = due.isoformat()
    yield Call(held.subject, where, partial(form_706qdt.extension_to_file, due), event)
    yield Call(held.subject, where, partial(form_706qdt.extension_to_pay, due, is_at_death=is_at_death), event)
    if is_at_death:
        yield Call(held.subject, where, partial(form_706qdt.extension_to_pay_for_cause, due), event)


def nominal(make: Maker) -> date | None:
    """Return the day of a deadline before any roll; None for one that the law refuses, which is told elsewhere."""
    try:
        return make().nominal
    except OutOfRange:
        return None


def _refund(setting: Setting, held: Held) -> Iterator[Found]:
    """Call for the refund claim where tax was due before the decedent's own tax was final."""
    determined = setting.case.return_.tax_determined
    if determined is None:
        return
    ends = (setting.case.spouse.died, held.trust.disqualification.ceased)
    was_taxed = some((taxed_before(held.trust, determined), *(day < determined for day in ends if day is not None)))
    if was_taxed:
        made = since(setting.died, determined, limitation.refund_after_determination)
        yield Call(held.subject, "return.tax_determined", made)
    elif was_taxed is None:
        what = "Refund claim after the decedent's tax is finally determined"
        yield Missing(held.subject, what, held.path("distributions"))
