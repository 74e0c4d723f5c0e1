"""Security that comes after what it is to secure is told: after a conveyance, or after the day from which it counts."""

from datetime import date
from decimal import Decimal

import pytest

from assembler.casefile import shape
from assembler.casefile.shape_values import Valuation
from assembler.findings import find
from findings.secured_case import SALE, by_bond, elected

SECURITY = "trusts[share].security.adjusted_from"
BOND = "trusts[share].bond.effective"


def cautioned(case: shape.Case) -> list[str]:
    return [one.where for one in find(case).cautions if one.where in (SECURITY, BOND)]


@pytest.mark.parametrize(
    ("conveyed", "told"), [(date(2026, 11, 10), [BOND]), (date(2026, 11, 11), []), (None, [])]
)
def test_a_bond_that_takes_effect_after_a_conveyance_is_told(conveyed: date | None, told: list[str]) -> None:
    residue = shape.Assignment(id="residue", trust="share", conveyed=conveyed)

    assert cautioned(by_bond(assignments=(residue,))) == told


def test_a_trust_of_two_million_needs_none_before_it() -> None:
    residue = shape.Assignment(id="residue", trust="share", conveyed=date(2026, 11, 10))
    small = (shape.Asset(kind=shape.AssetKind.CASH, country="US", value=Decimal(2_000_000)),)

    assert cautioned(by_bond(trust={"assets": small}, assignments=(residue,))) == []


@pytest.mark.parametrize(
    ("as_of", "effective", "told"),
    [
        pytest.param(date(2027, 6, 1), date(2027, 6, 1), [], id="on its own day"),
        pytest.param(date(2027, 6, 2), date(2027, 6, 1), [SECURITY], id="with effect in the past"),
        pytest.param(date(2028, 6, 29), None, [], id="on the last day"),
        pytest.param(date(2028, 6, 30), None, [SECURITY], id="after the last day"),
    ],
)
def test_a_change_of_the_amount_that_looks_back_or_is_late_is_told(
    as_of: date, effective: date | None, told: list[str]
) -> None:
    trust = elected(sales=(SALE,))
    security = {"adjusted_from": effective}

    assert cautioned(by_bond(trust=trust, security=security, as_of=as_of)) == told


def test_where_nothing_changes_the_amount_no_rider_is_late() -> None:
    assert cautioned(by_bond(security={"adjusted_from": date(2020, 1, 1)})) == []
    same = {"valuation": Valuation(final=Decimal("2000000.01"))}
    assert cautioned(by_bond(trust=same, security={"adjusted_from": date(2020, 1, 1)})) == []
