"""Whether annuities count toward $2,000,000 is open, so both totals are shown, and one that crosses it is told of."""

from dataclasses import replace
from decimal import Decimal

import pytest

from assembler.casefile import shape
from assembler.casefile.shape_annuities import Interval
from assembler.findings import find
from assembler.findings.annuities import figures_of
from assembler.findings.annuity_threshold import with_annuities
from findings.one_case import BONDS, CITIZEN, Changes, amount, one_case
from findings.one_item import ANNUITY

PENSION = replace(ANNUITY, id="pension", interval=Interval.ANNUAL)
LIMITED: Changes = {"security": shape.Security(operative=shape.Operative.FOREIGN_LIMIT), "trustees": (CITIZEN,)}


def worth(annuity: shape.Annuity) -> Decimal:
    found = figures_of(find(one_case(annuities=(annuity,))).annuities[0]).value
    assert found is not None
    return found.present_value.number


def case(annuity: shape.Annuity, value: Decimal, trust: Changes = LIMITED) -> shape.Case:
    return one_case(trust={"assets": (replace(BONDS, value=value),), **trust}, annuities=(annuity,))


@pytest.mark.parametrize(("more", "cautioned"), [(Decimal(0), []), (Decimal("0.01"), ["annuities"])])
def test_trusts_that_are_large_only_with_the_annuities_are_cautioned_of(more: Decimal, cautioned: list[str]) -> None:
    found = find(case(PENSION, Decimal(2_000_000) - worth(PENSION) + more))

    assert amount(with_annuities(found.whole)) == Decimal(2_000_000) + more
    assert [one.where for one in found.cautions if "annuities" in one.what] == cautioned
    assert "threshold value if annuities count" in {one.figure.name for one in found.figures.figures}


def test_neither_a_trust_that_is_large_anyway_nor_one_with_a_bank_is() -> None:
    for one in (case(PENSION, Decimal(2_000_001)), case(PENSION, Decimal(1_999_999), trust={})):
        assert [told for told in find(one).cautions if "annuities" in told.what] == []


def test_an_annuity_that_is_assigned_or_not_valued_gives_no_total() -> None:
    assigned = replace(PENSION, undertaking=None, is_assignable=True)

    for one in (assigned, replace(PENSION, annual_payment=None)):
        assert amount(with_annuities(find(case(one, Decimal(1_000))).whole)) is None
