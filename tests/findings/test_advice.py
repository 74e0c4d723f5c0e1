"""What is so of a case and matters to the advice on it alone."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from assembler.casefile.shape import AssetKind
from assembler.findings import find
from assembler.findings.advice import exclusion_at_death
from findings.one_case import BONDS, facts, one_case


@pytest.mark.parametrize(
    ("kind", "country", "abroad"),
    [
        (AssetKind.CASH, "NO", True),
        (AssetKind.CLOSELY_HELD, "PT", True),
        (AssetKind.CASH, "US", False),
        (AssetKind.REAL_PROPERTY, "PT", False),
        (AssetKind.TANGIBLE, "PT", False),
        (AssetKind.CASH, None, None),
        (None, "NO", None),
        (None, "US", False),
    ],
)
def test_accounts_and_interests_abroad_are_neither_land_nor_things(
    kind: AssetKind | None, country: str | None, abroad: bool | None
) -> None:
    trust = {"assets": (replace(BONDS, kind=kind, country=country),)}

    assert facts(trust, "holds_foreign_accounts") == [abroad]


@pytest.mark.parametrize(
    ("died", "amount"),
    [(date(2025, 12, 31), Decimal(13_990_000)), (date(2026, 1, 1), Decimal(15_000_000)), (None, None)],
)
def test_the_exclusion_is_that_of_the_year_of_the_death(died: date | None, amount: Decimal | None) -> None:
    assert exclusion_at_death(find(one_case(decedent={"died": died})).whole).value == amount
