"""Land abroad at the end of a trust's year, held directly or looked through to, and whether the tax is secured."""

from collections.abc import Iterable

from assembler.casefile.shape import AssetKind, Operative
from assembler.casefile.shape_values import YearEnd
from assembler.facts.holdings import entities, holding, own
from assembler.facts.setting import Setting
from assembler.facts.worth import ENTITIES, abroad
from assembler.law import look_through
from assembler.law.figure import Outside
from assembler.law.foreign_limit import is_foreign
from assembler.law.kleene import every, some


def last_year_end(setting: Setting) -> YearEnd | None:
    """Return the last year's end that is recorded."""
    return max(setting.trust.year_ends or (), key=lambda year: str(year.ended or ""), default=None)


def secured(setting: Setting) -> bool | None:
    """Tell whether a bank is trustee or the tax is otherwise secured; None when no arrangement is stated."""
    operative = setting.trust.security.operative
    return None if operative is None else operative is not Operative.FOREIGN_LIMIT


def land_abroad(setting: Setting) -> bool | None:
    """Tell whether the trust itself holds real property outside the United States at the end of its year."""
    year, assets = last_year_end(setting), setting.trust.assets
    if year is not None and year.holdings is not None:
        held = (one for one in year.holdings if one.entity is None)
        return some(every((one.is_real_property, is_foreign(one.country))) for one in held)
    if year is not None and year.foreign_real_property is not None and not year.foreign_real_property:
        return False
    return None if assets is None else some(map(abroad, assets))


def land_looked_through(setting: Setting) -> bool | None:
    """Tell whether the trust is treated as owning land abroad that a company or the like holds."""
    year = last_year_end(setting)
    if year is not None and year.holdings is not None:
        return _inside(setting, [holding(one) for one in year.holdings if one.entity is not None])
    if year is not None and year.foreign_real_property is not None and not year.foreign_real_property:
        return False
    assets = setting.trust.assets
    if assets is None:
        return None
    if any(asset.kind is None or (asset.kind in ENTITIES and asset.entity is None) for asset in assets):
        return None
    interests = (asset for asset in assets if asset.entity is not None)
    return _inside(
        setting,
        [own(one.kind is AssetKind.REAL_PROPERTY, one.country, one.value, one.entity, one.stake) for one in interests],
    )


def _inside(setting: Setting, held: Iterable[look_through.Asset | None]) -> bool | None:
    interests = list(held)
    described = entities(setting.case)
    known = [one for one in interests if one is not None]
    if not interests:
        return False
    if len(known) < len(interests) or described is None:
        return None
    try:
        return look_through.foreign_share(known, described).foreign > 0
    except Outside:
        return None
