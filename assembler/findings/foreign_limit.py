"""The share of a trust that is real property abroad, at its start and at each year's end, and the cure of an excess."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from assembler.casefile import shape_holdings as answers
from assembler.casefile.shape import AssetKind, Case, Operative
from assembler.casefile.shape_values import YearEnd
from assembler.findings.figure import Line, Note, of, trust_name, worked
from assembler.findings.finding import Finding, lacking, problem_of, unreached
from assembler.findings.subject import Subject, conclusion, item
from assembler.findings.valuation import abroad, assets, assets_total, holds, is_land, missing_places
from assembler.law import foreign_limit
from assembler.law.figure import OutOfRange
from assembler.law.foreign_limit import Cause, ForeignShare, is_excused, is_foreign, still_qualifies
from assembler.law.money import PERCENT, ZERO
from assembler.problem import Problem
from assembler.terms import every

ENTITIES = (AssetKind.CLOSELY_HELD, AssetKind.PARTNERSHIP, AssetKind.TRUST_OR_ESTATE)
"""Interests through which the law may look to the property inside. 26 CFR 20.2056A-2(d)(1)(ii)(B), (C)."""

LIMIT = "26 CFR 20.2056A-2(d)(1)(ii)"
CURE = "26 CFR 20.2056A-2(d)(1)(ii)(D)"


def entities(case: Case) -> Mapping[str, foreign_limit.Entity] | None:
    """Describe every entity of the case by its id; None where an answer about one is missing."""
    found = {each.id: _entity(each) for each in case.entities or () if each.id is not None}
    described = {id_: entity for id_, entity in found.items() if entity is not None}
    return described if len(described) == len(found) else None


def holding(each: answers.Holding) -> foreign_limit.Asset | None:
    """Take one holding of an entity, or of a trust at a year's end; None where an answer is missing."""
    land = False if each.entity is not None else each.is_real_property
    return own(land, each.country, each.value, each.entity, each.stake)


def own(
    land: bool | None, country: str | None, value: Decimal | None, entity: str | None, stake: answers.Stake
) -> foreign_limit.Asset | None:
    """Take one asset; None where its value is not stated, or whether it is real property abroad."""
    abroad = False if entity is not None else every((land, is_foreign(country)))
    if value is None or abroad is None:
        return None
    return foreign_limit.Asset(value, abroad, entity, _stake(stake))


def _entity(each: answers.Entity) -> foreign_limit.Entity | None:
    if each.kind is None or each.holders is None or each.assets is None:
        return None
    assets = [holding(asset) for asset in each.assets]
    known = tuple(asset for asset in assets if asset is not None)
    if len(known) < len(assets):
        return None
    kind = foreign_limit.EntityKind(each.kind.value)
    return foreign_limit.Entity(kind, each.holders, known, _stake(each.family), each.family_holders or 0)


def _stake(stake: answers.Stake) -> foreign_limit.Stake:
    parts = (stake.votes, stake.value, stake.capital, stake.profits)
    return foreign_limit.Stake(*(PERCENT * part if part is not None else ZERO for part in parts))


def year_ends(trust: Subject) -> Iterator[tuple[str, YearEnd]]:
    """Give the record of each year's end of a trust, with its path."""
    for place, year in enumerate(trust.trust.year_ends or ()):
        yield item(trust.path("year_ends"), None, place), year


def measured(case: Case, year: YearEnd, where: str) -> Finding[ForeignShare]:
    """Measure real property abroad at a year's end: by the holdings, entities looked through, or by the two sums."""
    missing = tuple(_missing(year, where))
    if missing:
        because = "what was held at the end of the year is not stated"
        return Finding(None, because, (LIMIT,), missing, year.ended)
    if year.holdings is None:
        share = ForeignShare(year.foreign_real_property or ZERO, year.value or ZERO)
        return Finding(share, "the two sums of the year are stated", (LIMIT,), (f"{where}.value",), year.ended)
    described = entities(case) if any(one.entity for one in year.holdings) else {}
    if described is None:
        return Finding(None, "the entities are not all described", (LIMIT,), ("entities",), year.ended)
    held = [one for one in map(holding, year.holdings) if one is not None]
    try:
        share = foreign_limit.foreign_share(held, described)
    except OutOfRange as outside:
        return unreached(outside, where)
    return Finding(share, "the holdings of the year are stated", (LIMIT,), (f"{where}.holdings",), year.ended)


def _missing(year: YearEnd, where: str) -> Iterator[str]:
    """Give the paths of the answers that are missing to measure a year's end."""
    if year.holdings is None:
        stated = {"value": year.value, "foreign_real_property": year.foreign_real_property}
        lacking = [f"{where}.{name}" for name, sum_ in stated.items() if sum_ is None]
        yield from (f"{where}.holdings",) if len(lacking) == len(stated) else lacking
    for number, one in enumerate(year.holdings or ()):
        path = item(f"{where}.holdings", None, number)
        if one.value is None:
            yield f"{path}.value"
        if one.entity is None and one.is_real_property is None:
            yield f"{path}.is_real_property"
        elif one.entity is None and one.is_real_property and one.country is None:
            yield f"{path}.country"


@conclusion
def foreign_share(trust: Subject) -> Finding[ForeignShare]:
    """Measure the real property abroad that a trust itself holds at the start; no entity is looked through."""
    total, died, elsewhere = assets_total(trust), trust.case.decedent.died, missing_places(trust)
    if total.value is None or elsewhere:
        because = "it is not stated of every asset what it is worth, and whether it is real property abroad"
        return Finding(None, because, (LIMIT,), (*elsewhere, *lacking(total)), died)
    foreign = sum((asset.value or ZERO for _, asset in assets(trust) if abroad(asset)), ZERO)
    share = ForeignShare(foreign, total.value)
    return Finding(share, "every asset is valued and its place stated", (LIMIT,), (trust.path("assets"),), died)


def _holds_in_entities(trust: Subject) -> bool:
    return any(asset.entity for _, asset in assets(trust))


@conclusion
def share_at_start(trust: Subject) -> Finding[ForeignShare]:
    """Measure the real property abroad of a trust at the start as the limit does, entities looked through."""
    if not _holds_in_entities(trust):
        return foreign_share(trust)
    where, described = trust.path("assets"), entities(trust.case)
    held = [own(is_land(each), each.country, each.value, each.entity, each.stake) for _, each in assets(trust)]
    known = [each for each in held if each is not None]
    if described is None or len(known) < len(held):
        paths = ("entities",) if described is None else lacking(foreign_share(trust))
        return Finding(None, "the assets and the entities are not all described", (LIMIT,), paths or (where,))
    try:
        share = foreign_limit.foreign_share(known, described)
    except OutOfRange as outside:
        return unreached(outside, where)
    return Finding(share, "the assets and the entities are described", (LIMIT,), (where,), trust.case.decedent.died)


def figures(trusts: Sequence[Subject]) -> Iterator[Line]:
    """Give the share of real property abroad of each trust, and that with the entities looked through."""
    for trust in trusts:
        name = trust_name(trust)
        yield from _directly(trust, name)
        if _holds_in_entities(trust):
            yield from _looked_through(trust, name)
        for where, year in year_ends(trust):
            yield from worked(where, _at_year_end(trust.case, year, where, name))


def _directly(trust: Subject, name: str) -> Iterator[Line]:
    share = foreign_share(trust).value
    if share is not None:
        directly = ", held directly" if holds(trust, ENTITIES) is not False else ""
        yield from of(name, replace(share.figure(), name=f"foreign real property share{directly}"))
        if not _holds_in_entities(trust):
            yield from of(name, *foreign_limit.to_come_back(share))


def _looked_through(trust: Subject, name: str) -> Iterator[Line]:
    found = share_at_start(trust)
    yield from problem_of(found)
    if found.value is not None:
        figure = found.value.figure()
        yield from of(name, replace(figure, name=f"{figure.name}, looked through"))
        yield from of(name, *foreign_limit.to_come_back(found.value))


def _at_year_end(case: Case, year: YearEnd, where: str, name: str) -> Iterator[Line]:
    found = measured(case, year, where)
    yield from problem_of(found)
    share = found.value
    if share is None or year.ended is None:
        return
    subject = f"{name}: year ended {year.ended}"
    figure = share.figure()
    yield from of(subject, replace(figure, name=f"{figure.name} at the end of the year"))
    yield from of(subject, *foreign_limit.to_come_back(share))
    if not share.is_within_limit() and year.causes is not None:
        yield from _cure(year, subject)


def _cure(year: YearEnd, subject: str) -> Iterator[Line]:
    causes = [Cause[cause.name] for cause in year.causes or ()]
    if year.ended is None or not is_excused(causes):
        yield Note(f"{subject}: the excess over 35 percent is not excused ({foreign_limit.told(causes)}): {CURE}")
        return
    yield from of(subject, foreign_limit.last_day_to_cure(year.ended, causes))


def refusals(subject: Subject) -> Iterator[Problem]:
    """Refuse a trust said to go on as a QDOT after an excess over 35 percent that was not excused, or not cured."""
    trust = subject.trust
    if trust.security.operative is not Operative.FOREIGN_LIMIT or trust.disqualification.ceased is not None:
        return
    years = tuple(year_ends(subject))
    withins = [_is_within(subject.case, year, where) for where, year in years]
    for (where, year), within, following in zip(years, withins, (*withins[1:], None), strict=False):
        if within is not False or year.causes is None:
            continue
        replaced = trust.security.replacement.arrangement not in (None, Operative.FOREIGN_LIMIT)
        causes = [Cause[cause.name] for cause in year.causes]
        if still_qualifies(causes, following, replaced or (None if following is None else False)) is False:
            what = f"real property abroad exceeded 35 percent on {year.ended}, and that was not excused or not cured."
            fix = "state under disqualification when the trust ceased to be a QDOT, or correct the year's values."
            yield Problem(where, what, fix, CURE)


def _is_within(case: Case, year: YearEnd, where: str) -> bool | None:
    share = measured(case, year, where).value
    return None if share is None else share.is_within_limit()
