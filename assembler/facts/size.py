"""Whether the trust is large, what it holds, and whether a residence may be left out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assembler.casefile.shape import AssetKind
from assembler.facts.finding import Finding
from assembler.facts.phrases import dollars
from assembler.facts.setting import Setting
from assembler.facts.worth import ENTITIES, abroad, foreign_share, holds, is_home
from assembler.law.figure import Figure
from assembler.law.threshold import LARGE_TRUST, is_large_between
from assembler.terms import some

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


def findings(setting: Setting) -> Iterator[tuple[str, Finding]]:
    """Find the size and the holdings of one trust."""
    large = _is_large(setting)
    yield "is_large", large
    yield "small_limb", _small_limb(setting, large)
    count = len(setting.case.trusts)
    several = Finding(count > 1, f"the case has {count} QDOT{'s' if count > 1 else ''}", THRESHOLD[1:2], ("trusts",))
    yield "several_qdots", several
    for name, (kinds, what) in HOLDINGS.items():
        yield name, _holding(setting, holds(setting.trust, kinds), what)
    assets = setting.trust.assets
    foreign = None if assets is None else some(map(abroad, assets))
    yield "holds_foreign_real_property", _holding(setting, foreign, "real property outside the United States")
    yield "residence_exclusion_possible", _exclusion_possible(setting)
    yield "residence_exclusion_claimed", _exclusion_claimed(setting)


def figures(setting: Setting) -> Iterator[tuple[str, Figure]]:
    """Compute the figures of one trust that its answers allow."""
    share = foreign_share(setting.trust)
    if share is not None:
        name = "foreign real property share"
        directly = ", held directly" if holds(setting.trust, ENTITIES) is not False else ""
        yield "foreign_real_property_share", replace(share.figure(), name=name + directly)
    if not setting.is_planning and setting.estate.threshold is not None:
        yield "threshold_value", setting.estate.threshold


def _is_large(setting: Setting) -> Finding:
    if setting.is_planning:
        because = "the decedent is living, and values at the death are not known"
        return Finding(None, because, THRESHOLD, ("decedent.died",))
    estate = setting.estate
    value = is_large_between(estate.least, estate.most)
    paths = (setting.path("assets"), setting.path("residence_exclusion.threshold"))
    owner = "the assets of all QDOTs" if len(setting.case.trusts) > 1 else "the trust's assets"
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


def _small_limb(setting: Setting, large: Finding) -> Finding:
    law = (SMALL, *large.law)
    if setting.is_planning:
        because = "the decedent is living, and the instrument must serve whatever the value at the death"
        return Finding(True, because, law, ("decedent.died",))
    return Finding(None if large.value is None else not large.value, large.because, law, large.rests_on)


def _holding(setting: Setting, value: bool | None, what: str) -> Finding:
    said = {True: "the trust holds", False: "the trust does not hold", None: "it is not stated whether the trust holds"}
    return Finding(value, f"{said[value]} {what}", (), (setting.path("assets"),))


def _exclusion_possible(setting: Setting) -> Finding:
    if setting.is_planning:
        because = "the decedent is living, and the executor may claim the exclusion"
        return Finding(True, because, (EXCLUSION,), ("decedent.died",))
    elections, paths = _elections(setting)
    if any(elections):
        return Finding(True, "the residence exclusion is elected", (EXCLUSION,), paths)
    value = _has_home(setting)
    said = {
        True: "the trust holds a personal residence, for which the exclusion may be claimed",
        False: "the trust holds no personal residence",
        None: "it is not stated whether the trust holds a personal residence",
    }
    return Finding(value, said[value], (EXCLUSION,), (setting.path("assets"),))


def _exclusion_claimed(setting: Setting) -> Finding:
    elections, paths = _elections(setting)
    return _claimed(setting, some(elections), paths)


def election(setting: Setting, name: str) -> Finding:
    """Find whether the exclusion is elected for one of its two ends, ``threshold`` or ``security``."""
    elected: bool | None = getattr(setting.trust.residence_exclusion, name)
    return _claimed(setting, elected, (setting.path(f"residence_exclusion.{name}"),))


def _claimed(setting: Setting, value: bool | None, paths: tuple[str, ...]) -> Finding:
    if value is None and setting.is_planning:
        return Finding(False, "the decedent is living, and nothing is claimed yet", (EXCLUSION,), ("decedent.died",))
    if value is None and _has_home(setting) is False:
        return Finding(False, "the trust holds no personal residence", (EXCLUSION,), (setting.path("assets"),))
    said = {
        True: "the residence exclusion is elected",
        False: "the residence exclusion is not elected",
        None: "it is not stated whether the residence exclusion is elected",
    }
    return Finding(value, said[value], (EXCLUSION,), paths)


def _elections(setting: Setting) -> tuple[Sequence[bool | None], tuple[str, ...]]:
    chosen = setting.trust.residence_exclusion
    paths = ("residence_exclusion.threshold", "residence_exclusion.security")
    return (chosen.threshold, chosen.security), tuple(map(setting.path, paths))


def _has_home(setting: Setting) -> bool | None:
    assets = setting.trust.assets
    return None if assets is None else some(map(is_home, assets))
