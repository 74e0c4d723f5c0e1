"""Whether the trust is large, what it holds, and whether a residence may be left out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from assembler.casefile.shape import Asset, AssetKind, Case, Trust
from assembler.findings.finding import Amount, Fact, Finding, dollars
from assembler.findings.subject import Subject, conclusion, item
from assembler.findings.vocabulary import FactName
from assembler.law import residence, threshold
from assembler.law.figure import Figure, OutOfRange
from assembler.law.foreign_limit import ForeignShare, is_foreign
from assembler.law.threshold import LARGE_TRUST, is_large_between
from assembler.terms import every, some

THRESHOLD = ("26 CFR 20.2056A-2(d)(1)(i)", "26 CFR 20.2056A-2(d)(1)(ii)(A)", "26 CFR 20.2056A-2(d)(1)(iv)(A)")
SMALL = "26 CFR 20.2056A-2(d)(1)(ii)"
EXCLUSION = "26 CFR 20.2056A-2(d)(1)(iv)"
HOLDINGS = {
    "holds_real_property": ((AssetKind.REAL_PROPERTY,), "real property"),
    "holds_business_interest": (
        (AssetKind.CLOSELY_HELD, AssetKind.PARTNERSHIP),
        "an interest in a closely held corporation or a partnership",
    ),
    "holds_retirement_benefit": ((AssetKind.RETIREMENT,), "a retirement benefit"),
}


FACTS = (
    FactName("is_large", "The threshold value is more than $2,000,000.", family="size"),
    FactName("small_limb", "The instrument carries the 35 percent limb of a small trust.", family="size"),
    FactName("residence_exclusion_possible", "The residence exclusion is or may come to be claimed."),
    FactName(
        "residence_exclusion_claimed",
        "The residence exclusion is claimed, for the threshold or for security.",
        implies=(("residence_excluded_for_threshold", "residence_excluded_for_security"),),
    ),
    FactName("several_qdots", "The case has more than one QDOT."),
    FactName("holds_real_property", "The trust holds real property."),
    FactName("holds_foreign_real_property", "The trust holds real property outside the United States."),
    FactName("holds_business_interest", "The trust holds an interest in a closely held corporation or a partnership."),
    FactName("holds_retirement_benefit", "The trust holds a retirement benefit.", implies=("has_retirement_account",)),
)

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


def facts(subject: Subject) -> Iterator[tuple[str, Fact]]:
    """Find the size and the holdings of one trust."""
    large = _is_large(subject)
    yield "is_large", large
    yield "small_limb", _small_limb(subject, large)
    count = len(subject.case.trusts)
    several = Finding(count > 1, f"the case has {count} QDOT{'s' if count > 1 else ''}", THRESHOLD[1:2], ("trusts",))
    yield "several_qdots", several
    for name, (kinds, what) in HOLDINGS.items():
        yield name, _holding(subject, holds(subject.trust, kinds), what)
    assets = subject.trust.assets
    foreign = None if assets is None else some(map(abroad, assets))
    yield "holds_foreign_real_property", _holding(subject, foreign, "real property outside the United States")
    yield "residence_exclusion_possible", _exclusion_possible(subject)
    yield "residence_exclusion_claimed", _exclusion_claimed(subject)


def threshold_value(whole: Subject) -> Amount:
    """Compute the fair market value of all QDOTs that decides whether they are large, at the date of death."""
    if whole.is_planning:
        because = "the decedent is living, and values at the death are not known"
        return Finding(None, because, THRESHOLD, ("decedent.died",))
    found, died = estate_of(whole), whole.case.decedent.died
    if found.threshold is None:
        paths = tuple(f"{item('trusts', one.id, number)}.assets" for number, one in enumerate(whole.case.trusts))
        return Finding(None, "the assets of all QDOTs are not all valued", THRESHOLD, paths, died)
    return Finding(found.threshold, "the assets of all QDOTs are valued", found.threshold.law, (), died)


def _is_large(subject: Subject) -> Fact:
    if subject.is_planning:
        because = "the decedent is living, and values at the death are not known"
        return Finding(None, because, THRESHOLD, ("decedent.died",))
    estate = estate_of(subject.whole)
    value = is_large_between(estate.least, estate.most)
    paths = (subject.path("assets"), subject.path("residence_exclusion.threshold"))
    owner = "the assets of all QDOTs" if len(subject.case.trusts) > 1 else "the trust's assets"
    if value is None:
        because = f"{owner} are not all valued" if estate.most is None else _undecided_exclusion(owner)
        return Finding(None, because, THRESHOLD, paths)
    amount = estate.least if value else estate.most or estate.least
    exact = "" if estate.least == estate.most else ("at least " if value else "at most ")
    side = "more" if value else "not more"
    because = f"{owner} are worth {exact}{dollars(amount)}, {side} than ${LARGE_TRUST:,}"
    return Finding(value, because, THRESHOLD, paths)


def _undecided_exclusion(owner: str) -> str:
    return f"{owner} exceed ${LARGE_TRUST:,} unless a residence exclusion is claimed, and that is not stated"


def _small_limb(subject: Subject, large: Fact) -> Fact:
    law = (SMALL, *large.law)
    if subject.is_planning:
        because = "the decedent is living, and the instrument must serve whatever the value at the death"
        return Finding(True, because, law, ("decedent.died",))
    return Finding(None if large.value is None else not large.value, large.because, law, large.rests_on)


def _holding(subject: Subject, value: bool | None, what: str) -> Fact:
    said = {True: "the trust holds", False: "the trust does not hold", None: "it is not stated whether the trust holds"}
    return Finding(value, f"{said[value]} {what}", (), (subject.path("assets"),))


def _exclusion_possible(subject: Subject) -> Fact:
    if subject.is_planning:
        because = "the decedent is living, and the executor may claim the exclusion"
        return Finding(True, because, (EXCLUSION,), ("decedent.died",))
    elections, paths = _elections(subject)
    if any(elections):
        return Finding(True, "the residence exclusion is elected", (EXCLUSION,), paths)
    value = _has_home(subject)
    said = {
        True: "the trust holds a personal residence, for which the exclusion may be claimed",
        False: "the trust holds no personal residence",
        None: "it is not stated whether the trust holds a personal residence",
    }
    return Finding(value, said[value], (EXCLUSION,), (subject.path("assets"),))


def _exclusion_claimed(subject: Subject) -> Fact:
    elections, paths = _elections(subject)
    return _claimed(subject, some(elections), paths)


def election(subject: Subject, name: str) -> Fact:
    """Find whether the exclusion is elected for one of its two ends, ``threshold`` or ``security``."""
    elected: bool | None = getattr(subject.trust.residence_exclusion, name)
    return _claimed(subject, elected, (subject.path(f"residence_exclusion.{name}"),))


def _claimed(subject: Subject, value: bool | None, paths: tuple[str, ...]) -> Fact:
    if value is None and subject.is_planning:
        return Finding(False, "the decedent is living, and nothing is claimed yet", (EXCLUSION,), ("decedent.died",))
    if value is None and _has_home(subject) is False:
        return Finding(False, "the trust holds no personal residence", (EXCLUSION,), (subject.path("assets"),))
    said = {
        True: "the residence exclusion is elected",
        False: "the residence exclusion is not elected",
        None: "it is not stated whether the residence exclusion is elected",
    }
    return Finding(value, said[value], (EXCLUSION,), paths)


def _elections(subject: Subject) -> tuple[Sequence[bool | None], tuple[str, ...]]:
    chosen = subject.trust.residence_exclusion
    paths = ("residence_exclusion.threshold", "residence_exclusion.security")
    return (chosen.threshold, chosen.security), tuple(map(subject.path, paths))


def _has_home(subject: Subject) -> bool | None:
    assets = subject.trust.assets
    return None if assets is None else some(map(is_home, assets))


def worth(trust: Subject) -> Worth:
    """Give what one trust is worth."""
    return estate_of(trust.whole).worths[trust.number]


def is_home(asset: Asset) -> bool | None:
    """Tell whether an asset is a personal residence; unstated, only land can be one."""
    if asset.is_residence is not None:
        return asset.is_residence
    return None if asset.kind in (None, AssetKind.REAL_PROPERTY) else False


@conclusion
def estate_of(whole: Subject) -> Estate:
    """Add up the trusts of a case, and the threshold value as closely as the answers allow."""
    case = whole.case
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
