"""The yearly statement of a QDOT, and the cure of too much real property abroad."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from assembler.casefile.shape import Operative
from assembler.casefile.shape_values import ExcessCause, YearEnd
from assembler.dates.residence import cessations
from assembler.dates.setting import Held, Setting
from assembler.dates.subject_date import Call, Found, Missing, Note, since
from assembler.dates.taxable_year import present_year_ends
from assembler.facts.setting import item
from assembler.law import annual_statement, foreign_limit
from assembler.law.calendar import year_end_from
from assembler.law.foreign_limit import ForeignShare, is_foreign
from assembler.problem import Problem

STATEMENT = "Annual statement of the QDOT"
STATEMENT_LAW = "26 CFR 20.2056A-2(d)(3)(i), (ii)"


def called(setting: Setting) -> Iterator[Found]:
    """Call for each annual statement and each cure of the limit on foreign real property."""
    for held in setting.trusts:
        yield from _statements(setting, held)
        if held.trust.security.operative is Operative.FOREIGN_LIMIT:
            yield from _cures(setting, held)


def _statements(setting: Setting, held: Held) -> Iterator[Found]:
    """Call for statements that are called for by land abroad without security, or by the end of a residence."""
    month_day = held.trust.tax_year_end
    foreign = _reports_land(held)
    endings = tuple(cessations(held)) if held.facts["residence_exclusion_claimed"] else ()
    if not foreign and _may_hold_land_inside(held):
        yield Missing(held.subject, STATEMENT, held.path("year_ends"))
    if foreign and held.trust.security.operative is None:
        yield Missing(held.subject, STATEMENT, held.path("security.operative"))
        foreign = False
    if month_day is None:
        if foreign or endings:
            yield Missing(held.subject, STATEMENT, held.path("tax_year_end"))
        return
    ends = {year_end_from(day, month_day): where for where, day, _ in endings}
    if foreign:
        open_ = (end for end in present_year_ends(setting, held, month_day) if _is_open(setting, end))
        ends |= dict.fromkeys(open_, held.path("assets"))
        ends |= {end: where for where, end in _recorded(held)}
    for end, where in ends.items():
        made = since(setting.died, end, annual_statement.annual_statement)
        yield Call(held.subject, where, made, end.isoformat())


def _reports_land(held: Held) -> bool:
    """Tell whether the trust holds land abroad that neither security nor an alternate plan covers."""
    if held.trust.security.operative not in (Operative.FOREIGN_LIMIT, None):
        return False
    return bool(held.facts["holds_foreign_real_property"]) or any(_recorded(held))


def _may_hold_land_inside(held: Held) -> bool:
    """Tell whether a company or partnership may hold land abroad, and no year's end says whether it does."""
    is_limited = held.trust.security.operative is Operative.FOREIGN_LIMIT
    return is_limited and bool(held.facts["holds_business_interest"]) and held.trust.year_ends is None


def _is_open(setting: Setting, end: date) -> bool:
    return annual_statement.annual_statement(end).date >= setting.as_of


def _recorded(held: Held) -> Iterator[tuple[str, date]]:
    """Give each year end at which land abroad is recorded, with where."""
    for number, one in enumerate(held.trust.year_ends or ()):
        share = _share(one)
        if one.ended is not None and share is not None and share.foreign:
            yield f"{item(held.path('year_ends'), None, number)}.ended", one.ended


def _cures(setting: Setting, held: Held) -> Iterator[Found]:
    for number, one in enumerate(held.trust.year_ends or ()):
        where, share = item(held.path("year_ends"), None, number), _share(one)
        if one.ended is None:
            yield Missing(held.subject, "Cure of foreign real property above 35 percent", f"{where}.ended")
        elif not _ends_a_year(held, one.ended):
            yield _not_an_end(held, one.ended, where)
        elif share is not None and not share.is_within_limit():
            yield _cure(setting, held, one, one.ended, where)


def _cure(setting: Setting, held: Held, one: YearEnd, end: date, where: str) -> Found:
    if one.causes is None:
        return Missing(held.subject, "Cure of foreign real property above 35 percent", f"{where}.causes")
    if not one.causes or ExcessCause.ACQUISITION in one.causes:
        return Note(held.subject, f"the excess at the end of {end} was bought, and no year is given to cure it.")
    made = since(setting.died, end, foreign_limit.foreign_limit_cure)
    return Call(held.subject, f"{where}.ended", made, end.isoformat())


def _ends_a_year(held: Held, end: date) -> bool:
    return held.trust.tax_year_end is None or year_end_from(end, held.trust.tax_year_end) == end


def _not_an_end(held: Held, end: date, where: str) -> Problem:
    what = f"{end} does not end a taxable year of the trust, which ends on {held.trust.tax_year_end}."
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
