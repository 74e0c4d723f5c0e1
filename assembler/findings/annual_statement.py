"""The yearly statement of a QDOT, and the cure of too much real property abroad."""

from collections.abc import Iterator
from datetime import date

from assembler.casefile.shape import Asset
from assembler.casefile.shape_holdings import Holding
from assembler.casefile.shape_values import ExcessCause, YearEnd
from assembler.findings.deadline import Call, Found, Missing, Note, since
from assembler.findings.estate import Days
from assembler.findings.finding import Fact, Finding, LastDay, all_of, any_of
from assembler.findings.foreign_limit import ENTITIES, measured, year_ends
from assembler.findings.residence import EXCLUSION
from assembler.findings.security_arrangement import secured_on
from assembler.findings.subject import Subject
from assembler.findings.taxable_events import trust_end
from assembler.findings.valuation import abroad
from assembler.findings.vocabulary import FactName
from assembler.findings.year_end import (
    existed_from,
    has_ended,
    is_land_abroad,
    is_over,
    residence_years,
    statement_year,
    was_excluded,
    year_recorded,
)
from assembler.law import annual_statement, foreign_limit
from assembler.law.calendar import year_end, year_end_from
from assembler.law.money import ZERO
from assembler.problem import Problem
from assembler.terms import some

STATEMENT = "annual_statement"
STATEMENT_LAW = "26 CFR 20.2056A-2(d)(3)(i), (ii)"
ANNUAL = "26 CFR 20.2056A-2(d)(3)(i)"
FACTS = (
    FactName(
        "annual_statement_due",
        "The trust owes the yearly statement on its assets.",
        implies=(
            ("annual_land_direct", "annual_land_look_through", "annual_residence_sold", "annual_residence_ceased"),
        ),
    ),
    FactName(
        "annual_land_direct",
        "The trust holds land abroad that neither a bank as trustee nor security covers.",
        implies=("annual_statement_due",),
        excludes=("planning",),
    ),
    FactName(
        "annual_land_look_through",
        "The trust is treated as owning land abroad inside an entity, without security.",
        implies=("annual_statement_due",),
        excludes=("planning",),
    ),
    FactName(
        "annual_residence_sold", "A residence left out under the exclusion is sold.", implies=("annual_statement_due",)
    ),
    FactName(
        "residence_reinvested",
        "The price of a residence sold under the exclusion was put into a new one.",
        implies=("annual_residence_sold",),
    ),
    FactName(
        "annual_residence_ceased",
        "A residence left out under the exclusion is no longer used as one.",
        implies=("annual_statement_due",),
    ),
)


def facts(subject: Subject) -> Iterator[tuple[str, Fact]]:
    """Find whether one trust owes the yearly statement on its assets, and on which ground."""
    ended = has_ended(subject)
    found = {
        "annual_land_direct": all_of(_land(subject, _land_abroad(subject), "land outside the United States"), ended),
        "annual_land_look_through": all_of(_land(subject, _land_inside(subject), "land abroad in an entity"), ended),
        "annual_residence_sold": _residence(subject, "residence_exclusion.sales", "sold"),
        "annual_residence_ceased": _residence(subject, "events.residence_ceased", "no longer used as one"),
    }
    yield from found.items()
    yield "annual_statement_due", any_of(*found.values())
    yield "residence_reinvested", all_of(found["annual_residence_sold"], _reinvested(subject))


def _reinvested(subject: Subject) -> Fact:
    is_bought = any(sale.reinvestments for sale in subject.trust.residence_exclusion.sales or ())
    because = f"{'a' if is_bought else 'no'} purchase of a new residence is stated"
    return Finding(is_bought, because, (EXCLUSION,), (subject.path("residence_exclusion.sales"),))


def _land_abroad(subject: Subject) -> bool | None:
    """Tell whether the trust itself holds land abroad: at the end of its year or, where that is not told, now."""
    where, year = year_recorded(subject)
    if year.holdings is not None:
        return some(is_land_abroad(one, where).value for one in year.holdings)
    if year.foreign_real_property == ZERO:
        return False
    assets = subject.trust.assets
    return None if assets is None else some(False if one.entity is not None else abroad(one) for one in assets)


def _land_inside(subject: Subject) -> bool | None:
    """Tell whether the trust is treated as owning land abroad that a company or the like holds."""
    where, year = year_recorded(subject)
    held: tuple[Holding | Asset, ...] = year.holdings or ()
    if year.holdings is None:
        held = subject.trust.assets or (Asset(),)
        if year.foreign_real_property == ZERO:
            return False
        if any(one.kind is None or (one.kind in ENTITIES and one.entity is None) for one in held):
            return None
    interests = tuple(
        Holding(country=one.country, value=one.value, entity=one.entity, stake=one.stake)
        for one in held
        if one.entity is not None
    )
    share = measured(subject.case, YearEnd(holdings=interests), where).value
    return None if share is None else share.foreign > ZERO


def _land(subject: Subject, holds: bool | None, what: str) -> Fact:
    """Find whether the trust holds land abroad that is not secured at the end of the year of the statement."""
    secured = secured_on(subject, statement_year(subject).value)
    paths = (subject.path("assets"), subject.path("year_ends"), *secured.rests_on)
    value = annual_statement.land_is_reported(holds, secured.value)
    said = {
        True: f"the trust holds {what}, and neither a bank as trustee nor security covers it",
        False: f"the trust holds no {what}" if holds is False else "a bank is trustee, or the tax is secured",
        None: f"it is not known whether the trust holds {what} without security",
    }
    return Finding(value, said[value], (ANNUAL,), paths)


def _residence(subject: Subject, answer: str, what: str) -> Fact:
    """Find whether a residence left out was sold, or no longer used as one, in the year of the statement."""
    path, year = subject.path(answer), statement_year(subject).value
    ends = [end for where, end in residence_years(subject).items() if where.startswith(path)]
    happened = some(None if end is None else end == year and is_over(subject, end) for end in ends)
    value = annual_statement.residence_is_reported(was_excluded(subject), happened)
    said = {
        True: f"a residence left out under the exclusion is {what}",
        False: f"no residence left out under the exclusion is {what} in the year of the statement",
        None: f"a residence is {what}, and its year, or whether the exclusion was elected for it, is not stated",
    }
    return Finding(value, said[value], (ANNUAL, EXCLUSION), (path,))


def last_day_to_file(trust: Subject) -> LastDay:
    """Find by when the annual statement is filed for the year that it is for."""
    year = statement_year(trust)
    if year.value is None:
        return Finding(None, year.because, year.law, year.rests_on)
    deadline = annual_statement.annual_statement(year.value)
    return Finding(deadline, year.because, deadline.law, year.rests_on, deadline.date)


def deadlines(days: Days, subject: Subject) -> Iterator[Found]:
    """Call for each annual statement and each cure of the limit on foreign real property."""
    yield from _statements(days, subject)
    yield from _cures(days, subject)


def _statements(days: Days, subject: Subject) -> Iterator[Found]:
    """Call for statements that are called for by land abroad without security, or by the end of a residence."""
    month_day = subject.trust.tax_year_end
    foreign = _reports_land(subject)
    endings = residence_years(subject) if was_excluded(subject) else {}
    if not foreign and _may_hold_land_inside(subject):
        yield Missing(subject.id, STATEMENT, subject.path("year_ends"))
    unstated = _unstated(subject)
    if foreign and unstated:
        yield Missing(subject.id, STATEMENT, unstated)
        foreign = False
    if month_day is None and (foreign or endings):
        yield Missing(subject.id, STATEMENT, subject.path("tax_year_end"))
    ends = {end: where for where, end in endings.items() if end is not None}
    if foreign:
        ends |= _ends_with_land(days, subject, month_day)
    for end, where in ends.items():
        made = since(days.died, end, annual_statement.annual_statement)
        yield Call(subject.id, where, made, end.isoformat())


def _reports_land(subject: Subject) -> bool:
    """Tell whether the trust holds land abroad that was not secured at all times."""
    if secured_on(subject, None).value:
        return False
    return bool(subject["holds_foreign_real_property"]) or any(_with_land(subject))


def _may_hold_land_inside(subject: Subject) -> bool:
    """Tell whether a company or partnership may hold land abroad, and no year's end says whether it does."""
    is_secured = secured_on(subject, subject.case.as_of).value
    return is_secured is False and bool(subject["holds_business_interest"]) and subject.trust.year_ends is None


def _unstated(subject: Subject) -> str | None:
    """Give the path of what is missing to tell which arrangement was in use on any day; None where it can be told."""
    found = secured_on(subject, subject.case.as_of)
    return found.rests_on[0] if found.value is None else None


def _ends_with_land(days: Days, subject: Subject, month_day: str | None) -> dict[date, str]:
    """Give each year end at which the trust holds land abroad that is not secured, with where."""
    present = _present_year_ends(days, subject, month_day) if month_day else ()
    open_ = (end for end in present if _is_open(days, end))
    ends = dict.fromkeys(open_, subject.path("assets")) | {end: where for where, end in _with_land(subject)}
    return {end: where for end, where in ends.items() if not secured_on(subject, end).value}


def _is_open(days: Days, end: date) -> bool:
    return annual_statement.annual_statement(end).date >= days.as_of


def _with_land(subject: Subject) -> Iterator[tuple[str, date]]:
    """Give each year end at which land abroad is recorded, with where."""
    for where, one in year_ends(subject):
        share = measured(subject.case, one, where).value
        if one.ended is not None and share is not None and share.foreign:
            yield f"{where}.ended", one.ended


def _cures(days: Days, subject: Subject) -> Iterator[Found]:
    """Call for what brings the trust back under the limit after each year's end at which it was subject to it."""
    for where, one in year_ends(subject):
        share = measured(subject.case, one, where).value
        if secured_on(subject, one.ended).value is not False:
            continue
        if one.ended is None:
            yield Missing(subject.id, "foreign_limit_cure", f"{where}.ended")
        elif not _ends_a_year(subject, one.ended):
            yield _not_an_end(subject, one.ended, where)
        elif share is not None and not share.is_within_limit():
            yield _cure(days, subject, one, one.ended, where)


def _cure(days: Days, subject: Subject, one: YearEnd, end: date, where: str) -> Found:
    if one.causes is None:
        return Missing(subject.id, "foreign_limit_cure", f"{where}.causes")
    if not one.causes or ExcessCause.ACQUISITION in one.causes:
        return Note(subject.id, "excess_bought", {"year_end": end})
    made = since(days.died, end, foreign_limit.foreign_limit_cure)
    return Call(subject.id, f"{where}.ended", made, end.isoformat())


def _ends_a_year(subject: Subject, end: date) -> bool:
    return subject.trust.tax_year_end is None or year_end_from(end, subject.trust.tax_year_end) == end


def _not_an_end(subject: Subject, end: date, where: str) -> Problem:
    what = f"{end} does not end a taxable year of the trust, which ends on {subject.trust.tax_year_end}."
    return Problem(f"{where}.ended", what, "correct the one or the other.", STATEMENT_LAW)


def _present_year_ends(days: Days, subject: Subject, month_day: str) -> Iterator[date]:
    """Give the end of the last taxable year before the papers' date, and of the one that day is in.

    None before the trust was in being or after its end.
    """
    present = year_end_from(days.as_of, month_day)
    over, began = trust_end(subject).value, existed_from(subject).value or days.died
    for end in (year_end(present.year - 1, month_day), present):
        if end >= began and (over is None or end <= year_end_from(over, month_day)):
            yield end
