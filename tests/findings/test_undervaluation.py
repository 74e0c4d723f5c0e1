"""A value reported too low costs the deduction, or makes a small trust large; nobody is let go on in silence."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from assembler.casefile import shape
from assembler.casefile.shape_values import Valuation
from assembler.findings import find
from assembler.problem import Caution
from findings.one_case import BANK, BONDS, CITIZEN, fact, one_case, refused

AT = "trusts[share].valuation"
FINAL = Decimal(3_000_000)
HALF, MORE = Decimal(1_500_000), Decimal("1500000.01")
BY_LIMIT = shape.Security(permitted=tuple(shape.Mode), operative=shape.Operative.FOREIGN_LIMIT)


def valued(reported: Decimal | None, operative: shape.Operative | None, **excuse: bool) -> shape.Case:
    security = replace(BY_LIMIT, operative=operative)
    valuation = Valuation(reported=reported, final=FINAL, **excuse)
    return one_case(trust={"security": security, "valuation": valuation, "trustees": (CITIZEN,)})


def cautioned(case: shape.Case) -> dict[str, Caution]:
    return {caution.where: caution for caution in find(case).cautions if caution.where.startswith(AT)}


@pytest.mark.parametrize(
    ("reported", "excuse", "lost"),
    [
        pytest.param(MORE, {}, False, id="a cent more than half"),
        pytest.param(HALF, {}, None, id="half"),
        pytest.param(None, {}, None, id="half by the values at the death"),
        pytest.param(HALF, {"has_reasonable_cause": True}, None, id="good faith not told"),
        pytest.param(HALF, {"is_in_good_faith": False}, True, id="no good faith"),
        pytest.param(HALF, {"has_reasonable_cause": True, "is_in_good_faith": True}, False, id="both"),
    ],
)
def test_half_of_the_final_value_costs_the_deduction_without_cause_and_good_faith(
    reported: Decimal | None, excuse: dict[str, Any], lost: bool | None
) -> None:
    case = valued(reported, shape.Operative.FOREIGN_LIMIT, **excuse)

    assert fact("deduction_disallowed", case) is lost
    assert (f"{AT}.final" in refused(case)) is (lost is True)
    asked = [where for where in cautioned(case) if where != f"{AT}.final"]
    assert asked == ([f"{AT}.{_unanswered(excuse)}"] if lost is None else [])


def _unanswered(excuse: dict[str, Any]) -> str:
    return "is_in_good_faith" if "has_reasonable_cause" in excuse else "has_reasonable_cause"


def test_a_large_trust_with_a_bank_loses_nothing() -> None:
    large = (replace(BONDS, value=Decimal("2000000.01")),)
    case = one_case(trust={"assets": large, "valuation": Valuation(final=Decimal(9_000_000))})

    assert fact("deduction_disallowed", case) is False
    assert cautioned(case) == {}


def test_until_a_value_is_final_nothing_is_lost() -> None:
    assert fact("deduction_disallowed", one_case()) is False


def called(case: shape.Case) -> bool:
    keys = {one.deadline.key for one in find(case).calendar.dates}
    left_out = {getattr(note, "key", "") for note in find(case).calendar.notes}
    return "secure_after_determination" in keys | left_out


def test_a_small_trust_found_large_is_secured_in_sixty_days_unless_a_bank_serves_already() -> None:
    unsecured = valued(MORE, shape.Operative.FOREIGN_LIMIT)
    (trust,) = unsecured.trusts
    with_bank = replace(unsecured, trusts=(replace(trust, trustees=(BANK,)),))

    assert "within 60 days" in cautioned(unsecured)[f"{AT}.final"].fix
    assert cautioned(with_bank) == {}
    assert (called(unsecured), called(with_bank)) == (True, False)
