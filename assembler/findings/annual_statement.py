"""The yearly statement of a QDOT, and the cure of too much real property abroad."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from assembler.casefile.shape import Operative
from assembler.casefile.shape_values import ExcessCause, YearEnd
from assembler.findings.deadline import Call, Found, Missing, Note, since
from assembler.findings.estate import Days
from assembler.findings.finding import Fact, Finding, any_of
from assembler.findings.foreign_limit import land_abroad, land_looked_through, secured
from assembler.findings.residence import EXCLUSION
from assembler.findings.residence_sale import cessations
from assembler.findings.subject import Subject, item
from assembler.findings.vocabulary import FactName
from assembler.law import annual_statement, foreign_limit
from assembler.law.calendar import year_end, year_end_from
from assembler.law.foreign_limit import ForeignShare, is_foreign
from assembler.problem import Problem
from assembler.terms import some

STATEMENT = "Annual statement of the QDOT"
STATEMENT_LAW = "26 CFR 20.2056A-2(d)(3)(i), (ii)"


ANNUAL = "26 CFR 20.2056A-2(d)(3)(i)"


FACTS = (
    FactName("annual_statement_due", "The trust owes the yearly statement on its assets.", implies=(("annual_land_direct", "annual_land_look_through", "annual_residence_sold", "annual_residence_ceased"),)),
    FactName("annual_land_direct", "The trust holds land abroad that neither a bank as trustee nor security covers.", implies=("annual_statement_due",), excludes=("planning", "operative_bank", "operative_branch", "operative_bond", "operative_letter", "operative_alternate_plan")),
    FactName("annual_land_look_through", "The trust is treated as owning land abroad inside an entity, without security.", implies=("annual_statement_due",), excludes=("planning", "operative_bank", "operative_branch", "operative_bond", "operative_letter", "operative_alternate_plan")),
    FactName("annual_residence_sold", "A residence left out under the exclusion is sold.", implies=("annual_statement_due",)),
    FactName("annual_residence_ceased", "A residence left out under the exclusion is no longer used as one.", implies=("annual_statement_due",)),
)


def facts(subject: Subject) -> Iterator[tuple[str, Fact]]:
    """Find whether one trust owes the yearly statement on its assets, and on which ground."""
    chosen = subject.trust.residence_exclusion
    was_excluded = some((chosen.threshold, chosen.security, chosen.elected_later is not None))
    found = {
        "annual_land_direct": _land(subject, land_abroad(subject), "land outside the United States"),
        "annual_land_look_through": _land(subject, land_looked_through(subject), "land abroad through an entity"),
        "annual_residence_sold": _residence(
            subject, was_excluded, any(sale.sold for sale in chosen.sales or ()), "sold", "residence_exclusion.sales"
        ),
        "annual_residence_ceased": _residence(
            subject, was_excluded, subject.trust.events.residence_ceased is not None, "no longer used as one",
            "events.residence_ceased",
        ),
    }  # fmt: skip
    yield from found.items()
    yield "annual_statement_due", any_of(*found.values())


def _land(subject: Subject, holds: bool | None, what: str) -> Fact:
    paths = (subject.path("assets"), subject.path("year_ends"), subject.path("security.operative"))
    if subject.is_planning:
        return Finding(False, "the decedent is living, and no year of the trust has ended", (ANNUAL,), paths[:1])
    is_secured = secured(subject)
    value = annual_statement.land_is_reported(holds, is_secured)
    said = {
        True: f"the trust holds {what}, and neither a bank as trustee nor security covers it",
        False: f"the trust holds no {what}" if holds is False else "a bank is trustee, or the tax is secured",
        None: f"it is not known whether the trust holds {what} without security",
    }
    return Finding(value, said[value], (ANNUAL,), paths)


def _residence(subject: Subject, excluded: bool | None, happened: bool, what: str, answer: str) -> Fact:
    value = annual_statement.residence_is_reported(excluded, happened)
    said = {
        True: f"a residence left out under the exclusion is {what}",
        False: f"no residence left out under the exclusion is {what}",
        None: f"a residence is {what}, and whether the exclusion was elected for it is not stated",
    }
    return Finding(value, said[value], (ANNUAL, EXCLUSION), (subject.path(answer),))


def deadlines(days: Days, subject: Subject) -> Iterator[Found]:
    """Call for each annual statement and each cure of the limit on foreign real property."""
    yield from _statements(days, subject)
    if subject.trust.security.operative is Operative.FOREIGN_LIMIT:
        yield from _cures(days, subject)


def _statements(days: Days, subject: Subject) -> Iterator[Found]:
    """Call for statements that are called for by land abroad without security, or by the end of a residence."""
    month_day = subject.trust.tax_year_end
    foreign = _reports_land(subject)
    endings = tuple(cessations(subject)) if subject["residence_exclusion_claimed"] else ()
    if not foreign and _may_hold_land_inside(subject):
        yield Missing(subject.id, STATEMENT, subject.path("year_ends"))
    if foreign and subject.trust.security.operative is None:
        yield Missing(subject.id, STATEMENT, subject.path("security.operative"))
        foreign = False
    if month_day is None:
        if foreign or endings:
            yield Missing(subject.id, STATEMENT, subject.path("tax_year_end"))
        return
    ends = {year_end_from(day, month_day): where for where, day, _ in endings}
    if foreign:
        open_ = (end for end in present_year_ends(days, subject, month_day) if _is_open(days, end))
        ends |= dict.fromkeys(open_, subject.path("assets"))
        ends |= {end: where for where, end in _recorded(subject)}
    for end, where in ends.items():
        made = since(days.died, end, annual_statement.annual_statement)
        yield Call(subject.id, where, made, end.isoformat())


def _reports_land(subject: Subject) -> bool:
    """Tell whether the trust holds land abroad that neither security nor an alternate plan covers."""
    if subject.trust.security.operative not in (Operative.FOREIGN_LIMIT, None):
        return False
    return bool(subject["holds_foreign_real_property"]) or any(_recorded(subject))


def _may_hold_land_inside(subject: Subject) -> bool:
    """Tell whether a company or partnership may hold land abroad, and no year's end says whether it does."""
    is_limited = subject.trust.security.operative is Operative.FOREIGN_LIMIT
    return is_limited and bool(subject["holds_business_interest"]) and subject.trust.year_ends is None


def _is_open(days: Days, end: date) -> bool:
    return annual_statement.annual_statement(end).date >= days.as_of


def _recorded(subject: Subject) -> Iterator[tuple[str, date]]:
    """Give each year end at which land abroad is recorded, with where."""
    for number, one in enumerate(subject.trust.year_ends or ()):
        share = _share(one)
        if one.ended is not None and share is not None and share.foreign:
            yield f"{item(subject.path('year_ends'), None, number)}.ended", one.ended


def _cures(days: Days, subject: Subject) -> Iterator[Found]:
    for number, one in enumerate(subject.trust.year_ends or ()):
        where, share = item(subject.path("year_ends"), None, number), _share(one)
        if one.ended is None:
            yield Missing(subject.id, "Cure of foreign real property above 35 percent", f"{where}.ended")
        elif not _ends_a_year(subject, one.ended):
            yield _not_an_end(subject, one.ended, where)
        elif share is not None and not share.is_within_limit():
            yield _cure(days, subject, one, one.ended, where)


def _cure(days: Days, subject: Subject, one: YearEnd, end: date, where: str) -> Found:
    if one.causes is None:
        return Missing(subject.id, "Cure of foreign real property above 35 percent", f"{where}.causes")
    if not one.causes or ExcessCause.ACQUISITION in one.causes:
        return Note(subject.id, f"the excess at the end of {end} was bought, and no year is given to cure it.")
    made = since(days.died, end, foreign_limit.foreign_limit_cure)
    return Call(subject.id, f"{where}.ended", made, end.isoformat())


def _ends_a_year(subject: Subject, end: date) -> bool:
    return subject.trust.tax_year_end is None or year_end_from(end, subject.trust.tax_year_end) == end


def _not_an_end(subject: Subject, end: date, where: str) -> Problem:
    what = f"{end} does not end a taxable year of the trust, which ends on {subject.trust.tax_year_end}."
    return Problem(f"{where}.ended", what, "correct the one or the other.", STATEMENT_LAW)


def _share(one: YearEnd) -> ForeignShare | None:
    """Measure land abroad at a year's end: by its sums or, where no company is among them, its holdings."""
    if one.value is not None and one.foreign_real_property is not None:
        return ForeignShare(one.foreign_real_property, one.value)
    if one.holdings is None or any(holding.entity for holding in one.holdings):
        return None
    foreign, total = Decimal(0), Decimal(0)
    for holding in one.holdings:
        is_abroad = is_foreign(holding.country) if holding.is_real_property else holding.is_real_property
        if holding.value is None or is_abroad is None:
            return None
        total += holding.value
        foreign += holding.value if is_abroad else Decimal(0)
    return ForeignShare(foreign, total)


def present_year_ends(days: Days, subject: Subject, month_day: str) -> Iterator[date]:
    """Give the end of the last taxable year before the papers' date, and of the one that day is in.

    None before the decedent's death or after the trust's end.
    """
    present = year_end_from(days.as_of, month_day)
    over = ended(subject)
    for end in (year_end(present.year - 1, month_day), present):
        if end >= days.died and (over is None or end <= year_end_from(over, month_day)):
            yield end


def ended(subject: Subject) -> date | None:
    """Return the day on which the trust ceased to be taxed as a QDOT: the spouse's death, or its ceasing before."""
    ends = (subject.case.spouse.died, subject.trust.disqualification.ceased)
    return min((day for day in ends if day is not None), default=None)
