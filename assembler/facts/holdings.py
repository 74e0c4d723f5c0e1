"""What a trust or an entity owns, as the rule that looks through entities takes it."""

from collections.abc import Mapping
from decimal import Decimal

from assembler.casefile import shape_holdings as answers
from assembler.casefile.shape import Case
from assembler.law import foreign_limit
from assembler.law.foreign_limit import is_foreign
from assembler.law.money import PERCENT, ZERO
from assembler.terms import every


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
