"""Whether what is assigned to a trust is among the assets of that trust, which every amount counts."""

from collections.abc import Iterator
from decimal import Decimal

from assembler.casefile.choices import Manner
from assembler.casefile.shape import Asset
from assembler.casefile.shape_assignments import AssignedAsset
from assembler.findings.assignments import OF_ASSETS, is_protective
from assembler.findings.joint_property import percent_included
from assembler.findings.subject import Subject, item
from assembler.law.money import PERCENT
from assembler.problem import Caution

LAW = "26 CFR 20.2056A-2(d)(1)(i), (d)(1)(ii)(A), (d)(1)(iii)"


def cautions(trust: Subject) -> Iterator[Caution]:
    """Caution of each asset assigned to a trust, and not protectively, that the trust's assets do not list.

    An asset is listed by its id, its description, or the value of what goes or of what is in the gross estate.
    """
    held = trust.trust.assets
    for subject in _assigned(trust) if held is not None else ():
        for number, asset in enumerate(subject.assignment.assets or ()):
            if not any(_is_same(asset, one, _values(subject, asset, number)) for one in held or ()):
                yield _unlisted(trust, subject, asset, number)


def _assigned(trust: Subject) -> Iterator[Subject]:
    """Give what is assigned or transferred to a trust asset by asset, and not protectively."""
    for subject in trust.assignments:
        assignment = subject.assignment
        if subject.owner is trust and assignment.manner in OF_ASSETS and not is_protective(assignment):
            yield subject


def _at(subject: Subject, asset: AssignedAsset, number: int) -> str:
    return item(subject.path("assets"), asset.id, number)


def _values(subject: Subject, asset: AssignedAsset, number: int) -> tuple[Decimal, ...]:
    """Give what a trust may list the asset at: the whole, the fraction that goes, the portion included."""
    if asset.value is None:
        return ()
    included = percent_included(subject.case, asset, _at(subject, asset, number)).value
    shares = (subject.assignment.fraction, included)
    return (asset.value, *(asset.value * share * PERCENT for share in shares if share is not None))


def _is_same(asset: AssignedAsset, held: Asset, values: tuple[Decimal, ...]) -> bool:
    by_name = asset.id is not None and asset.id == held.id
    by_words = asset.description is not None and asset.description == held.description
    return by_name or by_words or (held.value is not None and held.value in values)


def _unlisted(trust: Subject, subject: Subject, asset: AssignedAsset, number: int) -> Caution:
    done = "transferred" if subject.assignment.manner is Manner.TRANSFERRED else "assigned"
    what = (
        f"{asset.description or 'the asset'} is {done} to the trust and is not among its assets: the threshold value, "
        "the amount of a bond or letter of credit, and the 35 percent test leave it out."
    )
    fix = f"list it under {trust.path('assets')}, at the value of what goes to the trust."
    return Caution(_at(subject, asset, number), what, fix, LAW)
