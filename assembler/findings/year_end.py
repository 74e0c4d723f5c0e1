"""For which taxable year a QDOT owes its annual statement, and what it held at the end of that year."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from assembler.casefile.shape_holdings import Entity, Holding
from assembler.casefile.shape_values import YearEnd
from assembler.findings.finding import Fact, Finding, day
from assembler.findings.foreign_limit import entities, holding, measured, year_ends
from assembler.findings.residence_sale import cessations
from assembler.findings.subject import Subject, conclusion, item
from assembler.law import foreign_limit
from assembler.law.calendar import year_end_from
from assembler.law.foreign_limit import ForeignShare, Stake, is_foreign, is_looked_through, pro_rata_share
from assembler.law.money import ZERO
from assembler.problem import Problem
from assembler.terms import every, some

YEAR = "26 CFR 20.2056A-2(d)(3)(ii)"
CONTENTS = "26 CFR 20.2056A-2(d)(3)(iii)(B)"


def is_over(trust: Subject, end: date) -> bool:
    """Tell whether a taxable year is over on the day of the papers."""
    return trust.case.as_of is None or end <= trust.case.as_of


def existed_from(trust: Subject) -> Finding[date]:
    """Find from when a trust is in being as a QDOT: the death, or an instrument that was made later."""
    died, made = trust.case.decedent.died, trust.trust.instrument_date
    if died is None:
        return Finding(None, "the decedent is living", (YEAR,), ("decedent.died",))
    if made is None or made <= died:
        return Finding(died, f"the decedent died on {day(died)}", (YEAR,), ("decedent.died",), died)
    return Finding(made, f"the trust was made on {day(made)}", (YEAR,), (trust.path("instrument_date"),), made)


def was_excluded(trust: Subject) -> bool | None:
    """Tell whether a residence was left out under the exclusion, for either of its ends."""
    chosen = trust.trust.residence_exclusion
    return some((chosen.threshold, chosen.security, chosen.elected_later is not None))


def residence_years(trust: Subject) -> Mapping[str, date | None]:
    """Give the end of each year in which a residence was sold or no longer used, by its path."""
    month_day = trust.trust.tax_year_end
    if was_excluded(trust) is False:
        return {}
    return {where: year_end_from(on, month_day) if month_day else None for where, on, _ in cessations(trust)}


def _recorded(trust: Subject) -> Iterator[tuple[str, date, YearEnd]]:
    """Give each recorded year of the trust that is over on the day of the papers: its path, end and record."""
    began = existed_from(trust).value
    for where, year in year_ends(trust):
        if year.ended and (began is None or year.ended >= began) and is_over(trust, year.ended):
            yield where, year.ended, year


@conclusion
def statement_year(trust: Subject) -> Finding[date]:
    """Find the last day of the taxable year that the annual statement is for.

    It is the last year that is recorded, or a later one in which a residence was sold or no longer used; where none of
    them is over on the day of the papers, the first.
    """
    residences = {end: where for where, end in residence_years(trust).items() if end is not None}
    ends = {**residences, **{end: f"{where}.ended" for where, end, _ in _recorded(trust)}}
    over = [end for end in ends if is_over(trust, end)]
    found = max(over) if over else min(ends, default=None)
    if found is None:
        return Finding(None, "the last day of the year is not stated", (YEAR,), _unstated(trust))
    return Finding(found, f"a taxable year of the trust ends on {day(found)}", (YEAR,), (ends[found],), found)


def _unstated(trust: Subject) -> tuple[str, ...]:
    """Return what is missing: when the year of a residence ends, else the end of the year that is to be recorded."""
    ended = f"{_next_record(trust)}.ended"
    return (trust.path("tax_year_end"), ended) if residence_years(trust) else (ended,)


def _next_record(trust: Subject) -> str:
    """Return the path of the first record of a year without its end, else of the next to be made."""
    years = trust.trust.year_ends or ()
    number = next((place for place, year in enumerate(years) if year.ended is None), len(years))
    return item(trust.path("year_ends"), None, number)


def has_ended(trust: Subject) -> Fact:
    """Find whether a taxable year of the trust has ended since it is a QDOT, and by the day of the papers."""
    began, on, month_day = existed_from(trust).value, trust.case.as_of, trust.trust.tax_year_end
    if began is None:
        because = "the decedent is living, and no year of the trust has ended"
        return Finding(False, because, (YEAR,), ("decedent.died",))
    recorded = next(_recorded(trust), None)
    if recorded is not None:
        where, end, _ = recorded
        return Finding(True, f"a taxable year of the trust ended on {day(end)}", (YEAR,), (f"{where}.ended",))
    if month_day is None or on is None:
        because = "the last day of the taxable year is not stated"
        return Finding(None, because, (YEAR,), (trust.path("tax_year_end"),))
    first = year_end_from(began, month_day)
    because = f"the first taxable year of the trust {'ended' if first <= on else 'ends'} on {day(first)}"
    return Finding(first <= on, because, (YEAR,), (trust.path("tax_year_end"), "as_of"))


def refusals(trust: Subject) -> Iterator[Problem]:
    """Refuse the record of a year that ended before the trust was in being, or is not over on the day of the papers."""
    began = existed_from(trust)
    for path, year in year_ends(trust):
        where = f"{path}.ended"
        if year.ended and began.value and year.ended < began.value:
            what = f"the year ended {day(year.ended)}, and {began.because}; there is no annual statement for it."
            yield Problem(where, what, "take the record out, or correct the one day or the other.", YEAR)
        elif year.ended and not is_over(trust, year.ended) and (year.holdings or year.value) is not None:
            what = f"what was held on {day(year.ended)} is stated, and the papers are dated before it."
            yield Problem(where, what, "state it once the year has ended, with papers dated after that.", YEAR)


def year_recorded(trust: Subject) -> tuple[str, YearEnd]:
    """Give the record of the year that the statement is for, with its path; where there is none, an empty one."""
    end = statement_year(trust).value
    found = ((where, year) for where, ended, year in _recorded(trust) if ended == end)
    return next(found, (_next_record(trust), YearEnd()))


@conclusion
def held(trust: Subject) -> Finding[tuple[Holding, ...]]:
    """Find what the trust held at the end of the year; what it held before is no answer to that."""
    where, year = year_recorded(trust)
    because = f"the holdings at the end of the year are {'not ' if year.holdings is None else ''}stated"
    return Finding(year.holdings, because, (CONTENTS,), (f"{where}.holdings",), year.ended)


def worth(trust: Subject) -> Finding[Decimal]:
    """Find what all that the trust held at the end of the year was worth, each thing as it was held."""
    found = held(trust)
    if found.value is None:
        return Finding(None, found.because, found.law, found.rests_on, found.day)
    (where,) = found.rests_on
    unvalued = tuple(f"{item(where, None, n)}.value" for n, one in enumerate(found.value) if one.value is None)
    total = None if unvalued else sum((one.value or ZERO for one in found.value), ZERO)
    return Finding(total, found.because, found.law, unvalued or found.rests_on, found.day)


def share(trust: Subject) -> Finding[ForeignShare]:
    """Measure real property abroad at the end of the year, entities looked through."""
    where, year = year_recorded(trust)
    return measured(trust.case, year, where)


def is_land_abroad(one: Holding, where: str) -> Fact:
    """Find whether a holding is real property outside the United States, held directly."""
    value = False if one.entity is not None else every((one.is_real_property, is_foreign(one.country)))
    missing = "is_real_property" if one.is_real_property is None else "country"
    because = "it is stated" if value is not None else "it is not stated whether it is real property abroad"
    return Finding(value, because, (CONTENTS,), (f"{where}.{missing}",))


@dataclass(frozen=True)
class Inside:
    """One thing inside an entity: the trust's part of it, as a fraction, and that part's value in dollars."""

    entity: str
    description: str | None
    country: str | None
    share: Decimal
    value: Decimal


@conclusion
def looked_through(trust: Subject) -> Finding[tuple[tuple[str, Inside], ...]]:
    """List what the trust is deemed to own inside entities at the end of the year, each with its path, tier by tier.

    26 CFR 20.2056A-2(d)(3)(iii)(B).
    """
    found, described = held(trust), entities(trust.case)
    if found.value is None:
        return Finding(None, found.because, found.law, found.rests_on)
    if described is None:
        return Finding(None, "the entities are not all described", (CONTENTS,), ("entities",))
    paths = {one.id: (one, item("entities", one.id, n)) for n, one in enumerate(trust.case.entities or ())}
    inside = _Tiers(described, paths)
    stakes = [(one.entity, holding(one)) for one in found.value if one.entity in described]
    parts = (part for entity, own in stakes if entity and own for part in inside.of(entity, own.stake, ()))
    return Finding(tuple(parts), found.because, found.law, found.rests_on, found.day)


@dataclass(frozen=True)
class _Tiers:
    """The entities of a case, as the law measures them and as the case describes them."""

    described: Mapping[str, foreign_limit.Entity]
    answers: Mapping[str | None, tuple[Entity, str]]

    def of(self, identity: str, stake: Stake, path: tuple[str, ...]) -> Iterator[tuple[str, Inside]]:
        """Give what is inside an entity in which the trust has a stake."""
        entity, (answer, where) = self.described[identity], self.answers[identity]
        if identity in path or not is_looked_through(entity, stake):
            return
        part = pro_rata_share(entity, stake)
        for number, (one, said) in enumerate(zip(entity.assets, answer.assets or (), strict=True)):
            own = one.stake
            scaled = Stake(*(part * each for each in (own.votes, own.value, own.capital, own.profits)))
            inner = self.described.get(one.entity or "")
            if one.entity is not None and inner is not None and is_looked_through(inner, scaled):
                yield from self.of(one.entity, scaled, (*path, identity))
            else:
                asset = Inside(answer.name or identity, said.description, said.country, part, part * one.value)
                yield f"{where}.assets[{number}]", asset
