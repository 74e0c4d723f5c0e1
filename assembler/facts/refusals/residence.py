"""Refuse a residence exclusion for what is no residence of the spouse held by the trust."""

from collections.abc import Iterator

from assembler.casefile.shape import AssetKind
from assembler.facts.finding import TrustFacts
from assembler.facts.setting import Setting, item
from assembler.facts.worth import FURNISHINGS
from assembler.law.figure import OutOfRange
from assembler.law.residence import exclusion
from assembler.problem import Problem

OWNED = "26 CFR 20.2056A-2(d)(1)(iv)(A), (D)"


def refusals(setting: Setting, facts: TrustFacts) -> Iterator[Problem]:
    """Refuse what one trust claims to leave out; homes over all trusts are counted with the first."""
    for number, asset in enumerate(setting.trust.assets or ()):
        if asset.is_residence and asset.kind not in (None, AssetKind.REAL_PROPERTY, *FURNISHINGS):
            where = f"{item(setting.path('assets'), asset.id, number)}.is_residence"
            what = f"a residence held through an asset of the kind {asset.kind} is not owned directly by the trust."
            yield Problem(where, what, "write is_residence: false, or let the trust own the residence itself.", OWNED)
    for election in ("threshold", "security"):
        yield from _without_home(setting, election)
        if setting.number == 0:
            yield from _too_many(setting, election)


def _without_home(setting: Setting, election: str) -> Iterator[Problem]:
    assets, worth = setting.trust.assets, setting.worth
    if getattr(setting.trust.residence_exclusion, election) and assets is not None:
        unsure = any(asset.kind is None or asset.value is None for asset in assets)
        if not (worth.homes or worth.possible_homes or unsure):
            what = "the residence exclusion is elected, and the trust holds no residence."
            fix = "mark the residence with is_residence: true, or elect nothing."
            yield Problem(setting.path(f"residence_exclusion.{election}"), what, fix, OWNED)


def _too_many(setting: Setting, election: str) -> Iterator[Problem]:
    both = zip(setting.case.trusts, setting.estate.worths, strict=True)
    homes = [home for trust, worth in both if getattr(trust.residence_exclusion, election) for home in worth.homes]
    try:
        exclusion(homes)
    except OutOfRange as outside:
        where = setting.path(f"residence_exclusion.{election}")
        yield Problem(where, f"{outside.what}.", f"{outside.fix}.", outside.law)
