"""Land abroad at the end of a trust's year, held directly or looked through to, and whether the tax is secured."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from assembler.casefile import shape_holdings as answers
from assembler.casefile.shape import Asset, AssetKind, Case, Operative, Trust
from assembler.casefile.shape_holdings import Entity, Holding
from assembler.casefile.shape_values import YearEnd
from assembler.findings.figure import Line, Note, of, trust_name, trust_path, worked
from assembler.findings.subject import Subject, item
from assembler.findings.threshold import ENTITIES, abroad, foreign_share, holds
from assembler.law import foreign_limit
from assembler.law.figure import Figure, OutOfRange, Step
from assembler.law.foreign_limit import (
    Cause,
    ForeignShare,
    Stake,
    cure_deadline,
    is_excused,
    is_foreign,
    is_looked_through,
    pro_rata_share,
    still_qualifies,
)
from assembler.law.money import PERCENT, ZERO
from assembler.problem import Problem
from assembler.terms import every, some


@dataclass(frozen=True)
class Inside:
    """One thing inside an entity: the trust's part of it, as a fraction, and that part's value in dollars."""

    entity: str
    description: str | None
    country: str | None
    share: Decimal
    value: Decimal | None


CURE = "26 CFR 20.2056A-2(d)(1)(ii)(D)"


def last_year_end(subject: Subject) -> YearEnd | None:
    """Return the last year's end that is recorded."""
    return max(subject.trust.year_ends or (), key=lambda year: str(year.ended or ""), default=None)


def secured(subject: Subject) -> bool | None:
    """Tell whether a bank is trustee or the tax is otherwise secured; None when no arrangement is stated."""
    operative = subject.trust.security.operative
    return None if operative is None else operative is not Operative.FOREIGN_LIMIT


def land_abroad(subject: Subject) -> bool | None:
    """Tell whether the trust itself holds real property outside the United States at the end of its year."""
    year, held = last_year_end(subject), held_at_year_end(subject)
    if year is not None and year.foreign_real_property is not None and not year.foreign_real_property:
        return False
    return None if held is None else some(map(is_land_abroad, held))


def land_looked_through(subject: Subject) -> bool | None:
    """Tell whether the trust is treated as owning land abroad that a company or the like holds."""
    year = last_year_end(subject)
    if year is None or year.holdings is None:
        if year is not None and year.foreign_real_property is not None and not year.foreign_real_property:
            return False
        if any(_is_undescribed(asset) for asset in subject.trust.assets or (Asset(),)):
            return None
    interests = [one for one in held_at_year_end(subject) or () if one.entity is not None]
    if not interests:
        return False
    share = _measured(subject, [_own(one) for one in interests])
    return None if share is None else share.foreign > 0


def _is_undescribed(asset: Asset) -> bool:
    return asset.kind is None or (asset.kind in ENTITIES and asset.entity is None)


def held_at_year_end(subject: Subject) -> Sequence[Asset | Holding] | None:
    """Return what the trust held at the last recorded year's end, or failing that holds now; None when not stated."""
    year = last_year_end(subject)
    return subject.trust.assets if year is None or year.holdings is None else year.holdings


def year_share(subject: Subject) -> ForeignShare | None:
    """Measure land abroad at the year's end, entities looked through; None when answers are missing."""
    year = last_year_end(subject)
    if year is not None and year.holdings is None:
        if year.value is None or year.foreign_real_property is None:
            return None
        return ForeignShare(year.foreign_real_property, year.value)
    held = held_at_year_end(subject)
    return None if held is None else _measured(subject, [_own(one) for one in held])


def is_land_abroad(one: Asset | Holding) -> bool | None:
    """Tell whether it is real property outside the United States, held directly."""
    if isinstance(one, Asset):
        return False if one.entity is not None else abroad(one)
    return False if one.entity is not None else every((one.is_real_property, is_foreign(one.country)))


def _own(one: Asset | Holding) -> foreign_limit.Asset | None:
    if isinstance(one, Holding):
        return holding(one)
    is_land = None if one.kind is None else one.kind is AssetKind.REAL_PROPERTY
    return own(is_land, one.country, one.value, one.entity, one.stake)


def _measured(subject: Subject, held: Sequence[foreign_limit.Asset | None]) -> ForeignShare | None:
    known, described = [one for one in held if one is not None], entities(subject.case)
    if len(known) < len(held) or described is None:
        return None
    try:
        return foreign_limit.foreign_share(known, described)
    except OutOfRange:
        return None


def entities(case: Case) -> Mapping[str, foreign_limit.Entity] | None:
    """Describe every entity of the case by its id; None where an answer about one is missing."""
    found = {each.id: _entity(each) for each in case.entities or () if each.id is not None}
    described = {id_: entity for id_, entity in found.items() if entity is not None}
    return described if len(described) == len(found) else None


def holding(each: answers.Holding) -> foreign_limit.Asset | None:
    """Take one holding of an entity, or of a trust at a year's end; None where an answer is missing."""
    is_land = False if each.entity is not None else each.is_real_property
    return own(is_land, each.country, each.value, each.entity, each.stake)


def own(
    is_land: bool | None, country: str | None, value: Decimal | None, entity: str | None, stake: answers.Stake
) -> foreign_limit.Asset | None:
    """Take one asset; None where its value is not stated, or whether it is real property abroad."""
    abroad = False if entity is not None else every((is_land, is_foreign(country)))
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


def looked_through(subject: Subject) -> Iterator[Inside]:
    """List what the trust is deemed to own inside entities, tier by tier. 26 CFR 20.2056A-2(d)(3)(iii)(B)."""
    described = entities(subject.case) or {}
    answers = {each.id: each for each in subject.case.entities or () if each.id in described}
    for one in held_at_year_end(subject) or ():
        if isinstance(one, Holding):
            interest = holding(one)
        else:
            interest = own(False, one.country, one.value, one.entity, one.stake)
        if interest is not None and interest.entity is not None and interest.entity in described:
            yield from _inside(interest.entity, interest.stake, described, answers, ())


def _inside(
    identity: str,
    stake: Stake,
    described: Mapping[str, foreign_limit.Entity],
    answers: Mapping[str | None, Entity],
    path: tuple[str, ...],
) -> Iterator[Inside]:
    entity, answer = described[identity], answers[identity]
    if identity in path or not is_looked_through(entity, stake):
        return
    share = pro_rata_share(entity, stake)
    for held, said in zip(entity.assets, answer.assets or (), strict=True):
        inner = described.get(held.entity or "")
        own_ = held.stake
        scaled = Stake(*(share * part for part in (own_.votes, own_.value, own_.capital, own_.profits)))
        if held.entity is not None and inner is not None and is_looked_through(inner, scaled):
            yield from _inside(held.entity, scaled, described, answers, (*path, identity))
        else:
            yield Inside(answer.name or identity, said.description, said.country, share, share * held.value)


def figures(case: Case) -> Iterator[Line]:
    """Give the share of real property abroad of each trust, companies looked through where they are described."""
    for number, trust in enumerate(case.trusts):
        name, path = trust_name(trust, number), trust_path(trust, number)
        if any(asset.entity for asset in trust.assets or ()):
            yield from worked(f"{path}.assets", _at_start(case, trust, name))
        else:
            yield from _directly(trust, name)
        for place, year in enumerate(trust.year_ends or ()):
            yield from worked(item(f"{path}.year_ends", None, place), _at_year_end(case, year, name))


def _directly(trust: Trust, name: str) -> Iterator[Line]:
    share = foreign_share(trust)
    if share is not None:
        directly = ", held directly" if holds(trust, ENTITIES) is not False else ""
        yield from of(name, replace(share.figure(), name=f"foreign real property share{directly}"))


def _at_start(case: Case, trust: Trust, name: str) -> Iterator[Line]:
    held = [own(_is_land(each), each.country, each.value, each.entity, each.stake) for each in trust.assets or ()]
    share = _share(case, held)
    if share is not None:
        figure = share.figure()
        yield from of(name, replace(figure, name=f"{figure.name}, looked through"))


def _is_land(asset: Asset) -> bool | None:
    return None if asset.kind is None else asset.kind is AssetKind.REAL_PROPERTY


def _at_year_end(case: Case, year: YearEnd, name: str) -> Iterator[Line]:
    share = _stated(year) if year.holdings is None else _share(case, [holding(each) for each in year.holdings])
    if share is None or year.ended is None:
        return
    subject = f"{name}: year ended {year.ended}"
    figure = share.figure()
    yield from of(subject, replace(figure, name=f"{figure.name} at the end of the year"))
    if not share.is_within_limit() and year.causes is not None:
        yield from _cure(year, subject)


def _cure(year: YearEnd, subject: str) -> Iterator[Line]:
    causes = [Cause[cause.name] for cause in year.causes or ()]
    said = " and ".join(causes) or "no cause"
    if year.ended is None or not is_excused(causes):
        yield Note(f"{subject}: the excess over 35 percent is not excused ({said}): {CURE}")
        return
    last = cure_deadline(year.ended)
    step = Step(f"excused ({said}): the limit is met again, or the tax secured, by", last, CURE)
    yield from of(subject, Figure("last day to cure the excess", last, "date", (step,), (CURE,)))


def _stated(year: YearEnd) -> ForeignShare | None:
    if year.value is None or year.foreign_real_property is None:
        return None
    return ForeignShare(year.foreign_real_property, year.value)


def _share(case: Case, held: Sequence[foreign_limit.Asset | None]) -> ForeignShare | None:
    known, described = [each for each in held if each is not None], entities(case)
    if len(known) < len(held) or described is None:
        return None
    return foreign_limit.foreign_share(known, described)


def refusals(subject: Subject) -> Iterator[Problem]:
    """Refuse a trust said to go on as a QDOT after an excess over 35 percent that was not excused, or not cured."""
    trust = subject.trust
    if trust.security.operative is not Operative.FOREIGN_LIMIT or trust.disqualification.ceased is not None:
        return
    years = trust.year_ends or ()
    for place, year in enumerate(years):
        within = _is_within(subject.case, year)
        if within is not False or year.causes is None:
            continue
        following = _is_within(subject.case, years[place + 1]) if place + 1 < len(years) else None
        replaced = trust.security.replacement.arrangement not in (None, Operative.FOREIGN_LIMIT)
        causes = [Cause[cause.name] for cause in year.causes]
        if still_qualifies(causes, following, replaced or (None if following is None else False)) is False:
            what = f"real property abroad exceeded 35 percent on {year.ended}, and that was not excused or not cured."
            fix = "state under disqualification when the trust ceased to be a QDOT, or correct the year's values."
            yield Problem(item(subject.path("year_ends"), None, place), what, fix, CURE)


def _is_within(case: Case, year: YearEnd) -> bool | None:
    try:
        share = _stated(year) if year.holdings is None else _share(case, [holding(each) for each in year.holdings])
    except OutOfRange:  # told where the share is shown
        return None
    return None if share is None else share.is_within_limit()
