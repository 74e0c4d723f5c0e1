"""Land abroad at the end of a trust's year, held directly or looked through to, and whether the tax is secured."""

from collections.abc import Sequence

from assembler.casefile.shape import Asset, AssetKind, Operative
from assembler.casefile.shape_holdings import Holding
from assembler.casefile.shape_values import YearEnd
from assembler.facts.holdings import entities, holding, own
from assembler.facts.setting import Setting
from assembler.facts.worth import ENTITIES, abroad
from assembler.law import foreign_limit
from assembler.law.figure import OutOfRange
from assembler.law.foreign_limit import ForeignShare, is_foreign
from assembler.terms import every, some


def last_year_end(setting: Setting) -> YearEnd | None:
    """Return the last year's end that is recorded."""
    return max(setting.trust.year_ends or (), key=lambda year: str(year.ended or ""), default=None)


def secured(setting: Setting) -> bool | None:
    """Tell whether a bank is trustee or the tax is otherwise secured; None when no arrangement is stated."""
    operative = setting.trust.security.operative
    return None if operative is None else operative is not Operative.FOREIGN_LIMIT


def land_abroad(setting: Setting) -> bool | None:
    """Tell whether the trust itself holds real property outside the United States at the end of its year."""
    year, held = last_year_end(setting), held_at_year_end(setting)
    if year is not None and year.foreign_real_property is not None and not year.foreign_real_property:
        return False
    return None if held is None else some(map(is_land_abroad, held))


def land_looked_through(setting: Setting) -> bool | None:
    """Tell whether the trust is treated as owning land abroad that a company or the like holds."""
    year = last_year_end(setting)
    if year is None or year.holdings is None:
        if year is not None and year.foreign_real_property is not None and not year.foreign_real_property:
            return False
        if any(_is_undescribed(asset) for asset in setting.trust.assets or (Asset(),)):
            return None
    interests = [one for one in held_at_year_end(setting) or () if one.entity is not None]
    if not interests:
        return False
    share = _measured(setting, [_own(one) for one in interests])
    return None if share is None else share.foreign > 0


def _is_undescribed(asset: Asset) -> bool:
    return asset.kind is None or (asset.kind in ENTITIES and asset.entity is None)


def held_at_year_end(setting: Setting) -> Sequence[Asset | Holding] | None:
    """Return what the trust held at the last recorded year's end, or failing that holds now; None when not stated."""
    year = last_year_end(setting)
    return setting.trust.assets if year is None or year.holdings is None else year.holdings


def year_share(setting: Setting) -> ForeignShare | None:
    """Measure land abroad at the year's end, entities looked through; None when answers are missing."""
    year = last_year_end(setting)
    if year is not None and year.holdings is None:
        if year.value is None or year.foreign_real_property is None:
            return None
        return ForeignShare(year.foreign_real_property, year.value)
    held = held_at_year_end(setting)
    return None if held is None else _measured(setting, [_own(one) for one in held])


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


def _measured(setting: Setting, held: Sequence[foreign_limit.Asset | None]) -> ForeignShare | None:
    known, described = [one for one in held if one is not None], entities(setting.case)
    if len(known) < len(held) or described is None:
        return None
    try:
        return foreign_limit.foreign_share(known, described)
    except OutOfRange:
        return None
