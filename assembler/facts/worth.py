"""What the trusts of a case are worth, as far as it is stated, and what a residence may take off."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from assembler.casefile.shape import Asset, AssetKind, Case, Trust
from assembler.law import residence, threshold
from assembler.law.figure import Figure, OutOfRange
from assembler.law.foreign_limit import ForeignShare, is_foreign
from assembler.terms import every, some

ENTITIES = (AssetKind.CLOSELY_HELD, AssetKind.PARTNERSHIP, AssetKind.TRUST_OR_ESTATE)
"""Interests through which the law may look to the property inside. 26 CFR 20.2056A-2(d)(1)(ii)(B), (C)."""

FURNISHINGS = (AssetKind.TANGIBLE, AssetKind.OTHER)


@dataclass(frozen=True)
class Worth:
    """One trust's assets in dollars, debt not subtracted; ``is_complete`` when every value is stated.

    ``homes`` are residences with their furnishings, ``possible_homes`` also what may be one.
    """

    total: Decimal
    is_complete: bool
    homes: tuple[Decimal, ...]
    possible_homes: Decimal


@dataclass(frozen=True)
class Estate:
    """All the trusts together: each one's worth, and the bounds of the threshold value."""

    worths: tuple[Worth, ...]
    least: Decimal
    most: Decimal | None
    threshold: Figure | None


def is_home(asset: Asset) -> bool | None:
    """Tell whether an asset is a personal residence; unstated, only land can be one."""
    if asset.is_residence is not None:
        return asset.is_residence
    return None if asset.kind in (None, AssetKind.REAL_PROPERTY) else False


def measure(case: Case) -> Estate:
    """Add up the trusts of a case, and the threshold value as closely as the answers allow."""
    worths = tuple(_worth(trust) for trust in case.trusts)
    elections = [trust.residence_exclusion.threshold for trust in case.trusts]
    total = sum((worth.total for worth in worths), Decimal(0))
    possible = sum((w.possible_homes for w, e in zip(worths, elections, strict=True) if e is not False), Decimal(0))
    homes = [home for w, e in zip(worths, elections, strict=True) if e for home in w.homes]
    least = total - min(possible, residence.EXCLUSION_CAP)
    most = total - min(sum(homes, Decimal(0)), residence.EXCLUSION_CAP)
    if not worths or not all(worth.is_complete for worth in worths):
        return Estate(worths, least, None, None)
    return Estate(worths, least, most, _threshold(case, worths, homes) if least == most else None)


def foreign_share(trust: Trust) -> ForeignShare | None:
    """Measure real property abroad that the trust holds directly; None when answers are missing."""
    assets = trust.assets
    if assets is None:
        return None
    foreign = Decimal(0)
    for asset in assets:
        if asset.value is None or abroad(asset) is None:
            return None
        foreign += asset.value if abroad(asset) else Decimal(0)
    return ForeignShare(foreign, sum((asset.value or Decimal(0) for asset in assets), Decimal(0)))


def abroad(asset: Asset) -> bool | None:
    """Tell whether an asset is real property outside the United States."""
    is_land = None if asset.kind is None else asset.kind is AssetKind.REAL_PROPERTY
    return every((is_land, is_foreign(asset.country)))


def holds(trust: Trust, kinds: Sequence[AssetKind]) -> bool | None:
    """Tell whether the trust holds an asset of one of these kinds; None when it cannot be told."""
    if trust.assets is None:
        return None
    return some(None if asset.kind is None else asset.kind in kinds for asset in trust.assets)


def exclusions(case: Case, worths: Sequence[Worth], election: str) -> tuple[Decimal | None, ...]:
    """Allot the one exclusion, for ``threshold`` or ``security``, over the trusts in order; None where undecided."""
    chosen: list[bool | None] = [getattr(trust.residence_exclusion, election) for trust in case.trusts]
    elected = [bool(one) for one in chosen]
    homes = [sum(w.homes, Decimal(0)) if e else Decimal(0) for w, e in zip(worths, elected, strict=True)]
    left, allotted = residence.EXCLUSION_CAP, list[Decimal | None]()
    for choice, worth, home in zip(chosen, worths, homes, strict=True):
        open_ = choice is not False and worth.possible_homes != home
        allotted.append(None if open_ else min(home, left))
        left -= min(home, left)
    return tuple(allotted)


def security_exclusions(case: Case, worths: Sequence[Worth]) -> tuple[Decimal | None, ...]:
    """Allot the one exclusion for security over the trusts, in order; None where it is not decided."""
    return exclusions(case, worths, "security")


def _worth(trust: Trust) -> Worth:
    assets = trust.assets or ()
    homes = [_value(a) for a in assets if a.is_residence and a.kind is AssetKind.REAL_PROPERTY]
    furnishings = sum((_value(a) for a in assets if a.is_residence and a.kind in FURNISHINGS), Decimal(0))
    if homes:
        homes[0] += furnishings  # furnishings are left out with a home, never alone
    undecided = sum((_value(a) for a in assets if is_home(a) is None), Decimal(0))
    possible = sum(homes, Decimal(0)) + undecided + (furnishings if undecided and not homes else 0)
    is_complete = trust.assets is not None and all(asset.value is not None for asset in assets)
    return Worth(sum(map(_value, assets), Decimal(0)), is_complete, tuple(homes), possible)


def _value(asset: Asset) -> Decimal:
    return Decimal(0) if asset.value is None else asset.value


def _threshold(case: Case, worths: Sequence[Worth], homes: Sequence[Decimal]) -> Figure | None:
    names = [trust.name or trust.id or f"trust {number}" for number, trust in enumerate(case.trusts, 1)]
    qdots = [(name, worth.total) for name, worth in zip(names, worths, strict=True)]
    try:
        return threshold.threshold_value(qdots, homes)
    except OutOfRange:  # more homes than the law lets one claim, which is refused elsewhere
        return None
