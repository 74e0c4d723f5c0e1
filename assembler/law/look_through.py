"""Looking through companies and partnerships to the foreign real property inside them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from assembler.law.figure import Outside
from assembler.law.foreign_limit import ForeignShare

MORE_THAN = Decimal("0.20")
"""An interest is looked through when it is more than this. 26 CFR 20.2056A-2(d)(1)(ii)(B)."""

HOLDERS = 15
"""And when the entity has this many holders or fewer. 26 CFR 20.2056A-2(d)(1)(ii)(B)."""

_LAW = "26 CFR 20.2056A-2(d)(1)(ii)(B), (C)"
_WHOLE = Decimal(1)


class EntityKind(StrEnum):
    """What is owned: a corporation, a partnership, or another entity such as a trust."""

    CORPORATION = "corporation"
    PARTNERSHIP = "partnership"
    OTHER = "other"


@dataclass(frozen=True)
class Stake:
    """A part of an entity, in fractions of one; what does not apply to its kind is zero.

    ``value`` is the part of a corporation's stock, or of another entity, by value.
    """

    votes: Decimal = Decimal(0)
    value: Decimal = Decimal(0)
    capital: Decimal = Decimal(0)
    profits: Decimal = Decimal(0)


@dataclass(frozen=True)
class Asset:
    """One asset of the trust or of an entity; an interest names its entity and the owner's own stake.

    ``value`` is in dollars, debt not subtracted.
    """

    value: Decimal
    is_foreign_real_property: bool = False
    entity: str | None = None
    stake: Stake = Stake()


@dataclass(frozen=True)
class Entity:
    """A company, partnership, trust or the like.

    ``family`` is what the spouse and the spouse's family under section 267(c)(4) own, or others hold
    for them; ``family_holders`` are the holders among them, who count as one with the trust.
    """

    kind: EntityKind
    holders: int
    assets: tuple[Asset, ...]
    family: Stake = Stake()
    family_holders: int = 0


def is_looked_through(entity: Entity, own: Stake) -> bool:
    """Tell whether the trust is deemed to own the entity's assets.

    More than 20 percent of the votes or the value of a corporation, of the capital of a
    partnership, or of the value of another entity, family interests added; and 15 or fewer
    holders, family counted with the trust.

    26 CFR 20.2056A-2(d)(1)(ii)(B), (C).
    """
    if entity.holders - entity.family_holders > HOLDERS:
        return False
    family = entity.family
    if entity.kind is EntityKind.PARTNERSHIP:
        return own.capital + family.capital > MORE_THAN
    by_value = own.value + family.value > MORE_THAN
    return by_value or (entity.kind is EntityKind.CORPORATION and own.votes + family.votes > MORE_THAN)


def pro_rata_share(entity: Entity, own: Stake) -> Decimal:
    """Return the part of the entity's assets that counts: the trust's own, never the family's.

    For a partnership it is the greater of the trust's part of the capital and of the profits.

    26 CFR 20.2056A-2(d)(1)(ii)(B).
    """
    return max(own.capital, own.profits) if entity.kind is EntityKind.PARTNERSHIP else own.value


def foreign_share(assets: Iterable[Asset], entities: Mapping[str, Entity]) -> ForeignShare:
    """Measure foreign real property against all assets, looking through every tier of entities.

    Assets that are looked through to stand in place of the interest in them. Raises Outside for an
    entity that owns itself through others, or one that is not described.

    26 CFR 20.2056A-2(d)(1)(ii)(B), (C).
    """
    foreign = total = Decimal(0)
    for asset in assets:
        share = _measure(asset, _WHOLE, entities, ())
        foreign += share.foreign
        total += share.total
    return ForeignShare(foreign, total)


def _measure(asset: Asset, part: Decimal, entities: Mapping[str, Entity], path: tuple[str, ...]) -> ForeignShare:
    value = part * asset.value
    if asset.entity is None:
        return ForeignShare(value if asset.is_foreign_real_property else Decimal(0), value)
    entity = _described(asset.entity, entities, path)
    own = _scaled(asset.stake, part)
    if not is_looked_through(entity, own):
        return ForeignShare(Decimal(0), value)
    share = pro_rata_share(entity, own)
    inner = [_measure(held, share, entities, (*path, asset.entity)) for held in entity.assets]
    foreign = sum((each.foreign for each in inner), Decimal(0))
    return ForeignShare(foreign, sum((each.total for each in inner), Decimal(0)))


def _described(name: str, entities: Mapping[str, Entity], path: tuple[str, ...]) -> Entity:
    if name in path:
        chain = " owns ".join((*path[path.index(name) :], name))
        raise Outside(f"{chain}: an entity owns itself", "state the interests so that no chain returns", _LAW)
    if name not in entities:
        raise Outside(f"{name} is not described", "state its kind, its holders and its assets", _LAW)
    return entities[name]


def _scaled(stake: Stake, part: Decimal) -> Stake:
    return Stake(part * stake.votes, part * stake.value, part * stake.capital, part * stake.profits)
