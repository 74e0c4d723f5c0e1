"""What each trust holds and what it is worth, for each trust and for all of them together."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Never

from assembler.casefile.shape import Asset, AssetKind
from assembler.findings.figure import trust_name
from assembler.findings.finding import Fact, Finding
from assembler.findings.subject import Subject, conclusion, item, missing
from assembler.law import threshold
from assembler.law.figure import Figure, OutOfRange
from assembler.law.foreign_limit import is_foreign
from assembler.law.money import ZERO
from assembler.law.residence import EXCLUSION_CAP
from assembler.terms import every, some

GROSS = ("26 CFR 20.2056A-2(d)(1)(i)",)

ENCUMBERED = ("26 USC 2056(b)(4)(B)", "26 CFR 20.2056(b)-4(b)")

FURNISHINGS = (AssetKind.TANGIBLE, AssetKind.OTHER)


@dataclass(frozen=True)
class Worth:
    """One trust's assets in dollars, debt not subtracted, as far as they are valued.

    ``homes`` are residences with their furnishings, ``possible_homes`` also what may be one. ``unvalued`` are the
    paths of the values that are missing, ``unvalued_homes`` those of them that are of what is or may be a residence,
    and ``undecided`` the paths of the answers that are missing to tell whether something is one.
    """

    total: Decimal
    homes: tuple[Decimal, ...]
    possible_homes: Decimal
    unvalued: tuple[str, ...]
    unvalued_homes: tuple[str, ...]
    undecided: tuple[str, ...]

    @property
    def may_hold_home(self) -> bool:
        """Tell whether the trust holds, or may hold, a residence."""
        return bool(self.homes or self.possible_homes or self.unvalued_homes or self.undecided)


@dataclass(frozen=True)
class Estate:
    """All the trusts together: each one's worth, and the bounds of the threshold value."""

    worths: tuple[Worth, ...]
    least: Decimal
    most: Decimal | None
    threshold: Figure | None


def assets(trust: Subject) -> Iterator[tuple[str, Asset]]:
    """Give each asset of a trust with its path; where the assets are not stated, one without any answer."""
    stated = trust.trust.assets
    for place, asset in enumerate((Asset(),) if stated is None else stated):
        yield item(trust.path("assets"), asset.id, place), asset


@conclusion
def worth(trust: Subject) -> Worth:
    """Add up the assets of one trust."""
    held = tuple(assets(trust))
    homes = [_value(a) for _, a in held if a.is_residence and a.kind is AssetKind.REAL_PROPERTY]
    furnishings = sum((_value(a) for _, a in held if a.is_residence and a.kind in FURNISHINGS), ZERO)
    if homes:
        homes[0] += furnishings  # furnishings are left out with a home, never alone
    uncertain = sum((_value(a) for _, a in held if is_of_home(a) is None), ZERO)
    return Worth(
        total=sum((_value(asset) for _, asset in held), ZERO),
        homes=tuple(homes),
        possible_homes=sum(homes, ZERO) + uncertain + (furnishings if uncertain and not homes else 0),
        unvalued=_missing(held, "value"),
        unvalued_homes=_missing([(path, a) for path, a in held if is_of_home(a) is not False], "value"),
        undecided=_missing([(path, a) for path, a in held if is_of_home(a) is None], "kind", "is_residence"),
    )


def _missing(held: Iterable[tuple[str, Asset]], *names: str) -> tuple[str, ...]:
    return tuple(path for where, asset in held for path in missing(asset, where, *names))


def _value(asset: Asset) -> Decimal:
    return ZERO if asset.value is None else asset.value


def is_home(asset: Asset) -> bool | None:
    """Tell whether an asset is a personal residence; unstated, only land can be one."""
    if asset.is_residence is not None:
        return asset.is_residence
    return None if asset.kind in (None, AssetKind.REAL_PROPERTY) else False


def is_of_home(asset: Asset) -> bool | None:
    """Tell whether an asset is a personal residence or furnishings of one, as its kind decides."""
    return None if asset.is_residence and asset.kind is None else is_home(asset)


def in_life(law: tuple[str, ...]) -> Finding[Never]:
    """Find nothing, because the decedent lives, and the values at the death are not known."""
    return Finding(None, "the decedent is living, and values at the death are not known", law, ("decedent.died",))


def assets_total(trust: Subject) -> Finding[Decimal]:
    """Find what all the assets of a trust are worth, debt not subtracted."""
    held, died = worth(trust), trust.case.decedent.died
    if held.unvalued:
        return Finding(None, "the assets are not all valued", GROSS, held.unvalued, died)
    return Finding(held.total, "the assets are valued", GROSS, (trust.path("assets"),), died)


def debts_total(trust: Subject) -> Finding[Decimal]:
    """Find the debt on all the assets of a trust, which the marital deduction takes account of.

    26 USC 2056(b)(4)(B); 26 CFR 20.2056(b)-4(b).
    """
    held = tuple(assets(trust))
    missing_debts = _missing(held, "debt")
    if missing_debts:
        return Finding(None, "the debt on the assets is not all stated", ENCUMBERED, missing_debts)
    total = sum((asset.debt or ZERO for _, asset in held), ZERO)
    return Finding(total, "the debt on the assets is stated", ENCUMBERED, (trust.path("assets"),))


def is_encumbered(trust: Subject) -> Fact:
    """Find whether a debt is on any asset of a trust."""
    value = some(None if asset.debt is None else asset.debt > ZERO for _, asset in assets(trust))
    said = {True: "there is debt on", False: "there is no debt on", None: "it is not stated whether there is debt on"}
    paths = _missing(assets(trust), "debt") if value is None else (trust.path("assets"),)
    return Finding(value, f"{said[value]} an asset of the trust", ENCUMBERED, paths)


def standing(trust: Subject, on: date | None) -> Finding[str]:
    """Find how the values of a trust's assets stand on a day.

    They are ``to-be-reported`` until the return is filed, then ``reported``. After a final determination they are
    ``determined`` where it left them as they are, and ``changed`` where it did not, or does not tell.
    """
    filed, determined = trust.case.return_.filed, trust.case.return_.value_determined
    if determined is None and trust.trust.valuation.final is not None:
        because = "the day of the final determination is not stated"
        return Finding(None, because, GROSS, ("return.value_determined",))
    if determined is not None and on is not None and determined <= on:
        final, total = trust.trust.valuation.final, assets_total(trust).value
        value = "determined" if final is not None and final == total else "changed"
        paths = ("return.value_determined", trust.path("valuation.final"))
        return Finding(value, "values were finally determined", GROSS, paths, determined)
    is_filed = filed is not None and on is not None and filed <= on
    because = f"the estate tax return is {'' if is_filed else 'not '}filed on that day"
    return Finding("reported" if is_filed else "to-be-reported", because, GROSS, ("return.filed",), on)


@conclusion
def estate_of(whole: Subject) -> Estate:
    """Add up the trusts of a case, and the threshold value as closely as the answers allow."""
    worths = tuple(worth(trust) for trust in whole.trusts)
    elections = [trust.trust.residence_exclusion.threshold for trust in whole.trusts]
    total = sum((worth.total for worth in worths), ZERO)
    possible = sum((w.possible_homes for w, e in zip(worths, elections, strict=True) if e is not False), ZERO)
    homes = [home for w, e in zip(worths, elections, strict=True) if e for home in w.homes]
    least = total - min(possible, EXCLUSION_CAP)
    most = total - min(sum(homes, ZERO), EXCLUSION_CAP)
    if not worths or any(worth.unvalued for worth in worths):
        return Estate(worths, least, None, None)
    return Estate(worths, least, most, _threshold(whole, worths, homes) if least == most else None)


def _threshold(whole: Subject, worths: Sequence[Worth], homes: Sequence[Decimal]) -> Figure | None:
    qdots = [(trust_name(trust), worth.total) for trust, worth in zip(whole.trusts, worths, strict=True)]
    try:
        return threshold.threshold_value(qdots, homes)
    except OutOfRange:  # more homes than the law lets one claim, which is refused elsewhere
        return None


def is_land(asset: Asset) -> bool | None:
    """Tell whether an asset is real property."""
    return None if asset.kind is None else asset.kind is AssetKind.REAL_PROPERTY


def abroad(asset: Asset) -> bool | None:
    """Tell whether an asset is real property outside the United States."""
    return every((is_land(asset), is_foreign(asset.country)))


def missing_places(trust: Subject) -> tuple[str, ...]:
    """Return the paths of the answers that are missing to tell what is real property outside the United States."""
    return _missing([(where, asset) for where, asset in assets(trust) if abroad(asset) is None], "kind", "country")


def missing_kinds(trust: Subject) -> tuple[str, ...]:
    """Return the paths of the kinds of assets that are missing."""
    return _missing(assets(trust), "kind")


def holds(trust: Subject, kinds: Sequence[AssetKind]) -> bool | None:
    """Tell whether the trust holds an asset of one of these kinds; None when it cannot be told."""
    return some(None if asset.kind is None else asset.kind in kinds for _, asset in assets(trust))
