"""What is assigned to a trust and is not among its assets is told, since no amount would count it."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from assembler.casefile import shape
from assembler.casefile.shape_assignments import AssignedAsset, Issue, Protective
from assembler.findings import find
from findings.one_case import BONDS, one_case

SAVINGS = AssignedAsset(
    id="savings", description="Savings", kind=shape.AssetKind.CASH, country="US", value=Decimal(600_000)
)
LISTED = replace(BONDS, id="other", description="Other", value=Decimal(1))
AT = "assignments[one].assets[savings]"


def cautioned(held: shape.Asset | None, assets: tuple[AssignedAsset, ...] = (SAVINGS,), **answers: Any) -> list[str]:
    one = shape.Assignment(id="one", trust="share", manner=shape.Manner.ASSIGNED, assets=assets)
    case = one_case(
        trust={"assets": None if held is None else (held,)}, assignments=(replace(one, **answers),)
    )
    return [caution.where for caution in find(case).cautions if caution.where.startswith("assignments")]


def test_an_asset_that_the_trust_does_not_list_is_told() -> None:
    assert cautioned(LISTED) == [AT]


@pytest.mark.parametrize(
    "held",
    [
        pytest.param(replace(LISTED, id="savings"), id="by its id"),
        pytest.param(replace(LISTED, description="Savings"), id="by its description"),
        pytest.param(replace(LISTED, value=Decimal(600_000)), id="at its value"),
    ],
)
def test_an_asset_that_the_trust_lists_is_not(held: shape.Asset) -> None:
    assert cautioned(held) == []


def test_a_half_is_listed_at_the_value_of_the_half() -> None:
    half = (replace(SAVINGS, is_community=True),)

    assert cautioned(replace(LISTED, value=Decimal(300_000)), half, fraction=Decimal(50)) == []
    assert cautioned(replace(LISTED, value=Decimal(300_001)), half, fraction=Decimal(50)) == [AT]


def test_nothing_is_told_of_assets_that_are_not_stated_of_a_sum_of_a_doubt_or_of_what_is_kept() -> None:
    assert cautioned(None) == []
    assert cautioned(LISTED, manner=shape.Manner.ASSIGNED_PECUNIARY) == []
    assert cautioned(LISTED, manner=shape.Manner.KEPT) == []
    assert cautioned(LISTED, protective=Protective(issue=Issue.INCLUSION, basis="Title is in dispute.")) == []
    assert cautioned(LISTED, trust="another") == []
