"""Whether property of the spouses was community property, of which the decedent's half alone passes on."""

from collections.abc import Iterator

from assembler.casefile.shape import AssignedAsset, Case, Community
from assembler.findings.finding import Fact, Finding
from assembler.findings.joint_property import assigned_assets
from assembler.findings.subject import Subject, item
from assembler.findings.valuation import assets
from assembler.findings.vocabulary import FactName
from assembler.law.community_property import COMMUNITY_STATES, DECEDENTS_SHARE
from assembler.problem import Problem
from assembler.terms import some, state_named

HALF = "26 CFR 20.2056A-4(b)(1), (b)(3); 26 USC 2033"

OF_CASE = (
    FactName(
        "community_property_stated",
        "The case states community property of the spouses.",
        excludes=("community_property_open",),
    ),
    FactName(
        "community_property_open",
        "A State of community property is in the case, and whether the spouses had any is not stated.",
    ),
)
OF_TRUST = (
    FactName(
        "holds_community_property",
        "An asset of the trust is or was community property.",
        implies=("community_property_stated",),
    ),
)
OF_ASSIGNMENT = (
    FactName(
        "assigned_community_property",
        "An asset assigned was community property.",
        implies=("community_property_stated",),
    ),
)


def of_case(subject: Subject) -> Iterator[tuple[str, Fact]]:
    """Find whether community property is stated or, where a State in the case has it by law, not yet asked."""
    stated = _stated(subject)
    yield "community_property_stated", stated
    yield "community_property_open", _open(subject, stated)


def _stated(subject: Subject) -> Fact:
    answer, marked = subject.case.community_property, tuple(_marked(subject))
    if answer in (Community.SOME, Community.ALL):
        return Finding(True, "property of the spouses was community property", (HALF,), ("community_property",))
    if marked:
        return Finding(True, "an asset is marked as community property", (HALF,), marked)
    because = "no community property is stated"
    return Finding(False, because, (HALF,), ("community_property",))


def _open(subject: Subject, stated: Fact) -> Fact:
    if stated.value or subject.case.community_property is not None:
        return Finding(False, "it is stated whether the spouses had community property", (HALF,), stated.rests_on)
    laws = {"decedent.domicile": subject.case.decedent.domicile}
    laws |= {trust.path("governing_law"): trust.trust.governing_law for trust in subject.trusts}
    value = some(None if law is None else state_named(law) in COMMUNITY_STATES for law in laws.values())
    said = {
        True: "a State of the case has community property by law, and whether the spouses had any is not stated",
        False: "no State of the case has community property by law",
        None: "the State of domicile, or that whose law governs a trust, is not stated",
    }
    unknown = tuple(path for path, law in laws.items() if law is None)
    return Finding(value, said[value], (HALF,), unknown if value is None else tuple(laws))


def of_trust(subject: Subject) -> Iterator[tuple[str, Fact]]:
    """Find whether a trust holds an asset that is marked as community property."""
    held = any(asset.is_community for _, asset in assets(subject))
    because = f"{'an' if held else 'no'} asset of the trust is marked as community property"
    yield "holds_community_property", Finding(held, because, (HALF,), (subject.path("assets"),))


def of_assignment(subject: Subject) -> Iterator[tuple[str, Fact]]:
    """Find whether an asset assigned is marked as community property."""
    assigned = any(asset.is_community for asset in assigned_assets(subject.assignment))
    because = f"{'an' if assigned else 'no'} asset assigned is marked as community property"
    yield "assigned_community_property", Finding(assigned, because, (HALF,), (subject.path("assets"),))


def refusals(whole: Subject) -> Iterator[Problem]:
    """Refuse a mark that the case as a whole denies, and more than the decedent's half of a marked asset."""
    if whole.case.community_property is Community.NONE:
        for path in _marked(whole):
            what = "the asset is marked as community property, and the case says that the spouses had none."
            yield Problem(path, what, "write community_property: some, or take the mark away.", HALF)
    for path, asset in _assigned(whole.case):
        if asset.is_community and asset.included is not None and asset.included > DECEDENTS_SHARE:
            what = f"{asset.included:f} percent of community property is said to be in the gross estate."
            fix = "write 50, or less; where an agreement made the whole the decedent's own, write is_community: false."
            yield Problem(f"{path}.included", what, fix, HALF)


def _marked(subject: Subject) -> Iterator[str]:
    """Give the path of each mark of community property in the case."""
    for trust in subject.trusts:
        yield from (f"{path}.is_community" for path, asset in assets(trust) if asset.is_community)
    yield from (f"{path}.is_community" for path, asset in _assigned(subject.case) if asset.is_community)


def _assigned(case: Case) -> Iterator[tuple[str, AssignedAsset]]:
    for number, assignment in enumerate(case.assignments):
        where = item("assignments", assignment.id, number)
        for place, asset in enumerate(assignment.assets or ()):
            yield item(f"{where}.assets", asset.id, place), asset
