"""What is so of the case as a whole, and matters to the advice on it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from assembler.casefile import shape
from assembler.casefile.shape import AssetKind
from assembler.casefile.shape_assignments import Issue, Protective
from assembler.findings import find
from assembler.findings.advice import exclusion_at_death
from findings.one_case import BONDS, fact, facts, one_case
from findings.one_item import assigned, item


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (shape.Status.CITIZEN_DOMICILED_US, False),
        (shape.Status.RESIDENT_NONCITIZEN, False),
        (shape.Status.CITIZEN_DOMICILED_ABROAD, True),
        (shape.Status.NONRESIDENT_NONCITIZEN, True),
        (None, None),
    ],
)
def test_the_international_addressee_is_for_who_died_domiciled_abroad(
    status: shape.Status | None, expected: bool | None
) -> None:
    assert fact("international_addressee", one_case(decedent={"status": status})) is expected


@pytest.mark.parametrize(
    ("protective", "expected"),
    [
        (Protective(issue=Issue.INCLUSION), True),
        (Protective(basis="Whether the house at Évora was his."), True),
        (Protective(), False),
    ],
)
def test_a_trust_is_protective_where_a_doubt_is_stated_of_all_that_it_takes(
    protective: Protective, expected: bool
) -> None:
    assert item(assigned(protective=protective))["protective_only"] is expected


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
