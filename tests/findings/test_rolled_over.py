"""What an annuity rolled over pays into a trust is no asset of the trust at the death."""

from dataclasses import replace

from assembler.casefile import shape
from assembler.findings import find
from findings.one_case import BONDS, Changes, one_case
from findings.one_item import ANNUITY, ASSIGNMENT

BENEFIT = replace(BONDS, id="corpus", kind=shape.AssetKind.RETIREMENT)
ROLLED = replace(ANNUITY, undertaking=shape.Undertaking.ROLL_OVER, trust="share")
HOLDING: Changes = {"assets": (BONDS, BENEFIT)}


def cautioned(case: shape.Case) -> list[str]:
    return [one.where for one in find(case).cautions if "rolled over" in one.what]


def test_a_retirement_benefit_in_a_trust_that_takes_a_roll_over_is_cautioned_of() -> None:
    assert cautioned(one_case(trust=HOLDING, annuities=(ROLLED,))) == ["trusts[share].assets[corpus]"]


def test_one_that_was_assigned_is_not_nor_one_in_another_trust() -> None:
    account = shape.AssignedAsset(id="corpus", kind=shape.AssetKind.RETIREMENT)
    assigned = replace(ASSIGNMENT, assets=(account,))

    assert cautioned(one_case(trust=HOLDING, annuities=(ROLLED,), assignments=(assigned,))) == []
    assert cautioned(one_case(trust=HOLDING, annuities=(ANNUITY,))) == []
    assert cautioned(one_case(annuities=(ROLLED,))) == []
