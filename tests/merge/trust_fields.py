"""The fields of one trust and of a family, filled for a case that a test states in a line."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from phrases import PHRASES

from assembler.casefile.shape import (
    Asset,
    AssetKind,
    Case,
    Decedent,
    Executor,
    Matter,
    ResidenceExclusion,
    Source,
    Spouse,
    Trust,
    Trustee,
    TrusteeKind,
)
from assembler.findings import find
from assembler.merge import Merge, OpenPoint, Pending, merge

BANK = Trustee(
    name="Coastline Fiduciary Bank, N.A.",
    kind=TrusteeKind.BANK,
    is_us_trustee=True,
    is_section_581_bank=True,
    organized_under="the United States",
    address="900 Harbor Plaza\nLong Beach, California 90802",
)
CITIZEN = Trustee(
    name="Siobhán Reyes Okafor",
    kind=TrusteeKind.INDIVIDUAL,
    is_us_trustee=True,
    is_us_citizen=True,
    tax_home="Sacramento, California",
)
HOME = Asset(
    "home", "Apartment 9C,\n310 Riverside Terrace", AssetKind.REAL_PROPERTY, "US", Decimal(1_480_000), is_residence=True
)
SHARES = Asset("shares", "Listed shares", AssetKind.MARKETABLE, "US", Decimal(4_940_000))
TRUST = Trust(
    id="share",
    source=Source.LIFETIME_AGREEMENT,
    trustees=(BANK, CITIZEN),
    assets=(HOME, SHARES),
    residence_exclusion=ResidenceExclusion(threshold=False, security=True),
)
CASE = Case(
    as_of=date(2026, 11, 21),
    matter=Matter(number="2026-0142", firm="Hale & Ortiz LLP", attorney="Dana Hale"),
    decedent=Decedent(name="Thomas Edward O'Brien-Whitcombe Jr.", died=date(2026, 2, 11)),
    spouse=Spouse(name="María José Ferreira d'Ávila"),
    executor=(Executor(name="Siobhán O'Brien-Whitcombe"), Executor(name="Smith & Sons Trust Company")),
    trusts=(TRUST,),
)


def merged(case: Case = CASE, **trust: Any) -> Merge:
    """Fill the fields of the first trust of a case, with some of its answers changed."""
    trusts = (replace(case.trusts[0], **trust), *case.trusts[1:]) if trust else case.trusts
    found = find(replace(case, trusts=trusts))
    return merge((*found.trusts, found.whole)[0], PHRASES)


def in_place(found: object) -> object:
    """Give what stands in a field: its words, or the open point, that of a field that waits for it too."""
    return found.point if isinstance(found, Pending) else found


def value(name: str, case: Case = CASE, **trust: Any) -> object:
    """Fill one field."""
    return in_place(merged(case, **trust).values[name])


def gap(name: str, case: Case = CASE, **trust: Any) -> str:
    """Give the path of the answer for which a field is open."""
    found = value(name, case, **trust)
    assert isinstance(found, OpenPoint), found
    return found.path


def rows(name: str, case: Case = CASE, **trust: Any) -> list[dict[str, object]]:
    """Fill the rows of one list."""
    return [{field: in_place(words) for field, words in row.items()} for row in merged(case, **trust).lists[name]]
