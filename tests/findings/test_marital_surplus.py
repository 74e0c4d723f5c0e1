"""More may be deducted for the spouse than the tax calls for; the memo and the worksheet say how much."""

from decimal import Decimal
from typing import Any

import pytest

from assembler.casefile.shape_tax import TaxableEstate
from assembler.findings import find
from assembler.findings.marital_surplus import surplus
from findings.one_case import amount, fact, one_case


def estate(**answers: int) -> dict[str, Any]:
    amounts: dict[str, Any] = {name: Decimal(value) for name, value in answers.items()}
    return {"estate": TaxableEstate(**amounts)}


@pytest.mark.parametrize(
    ("answers", "beyond", "is_so"),
    [
        ({"gross_estate": 20_000_000, "marital_deduction": 8_000_000}, Decimal(3_000_000), True),
        ({"gross_estate": 20_000_000, "marital_deduction": 5_000_000}, Decimal(0), False),
        ({"taxable_estate": 15_000_000, "marital_deduction": 5_000_000}, Decimal(0), False),
        ({"taxable_estate": 14_999_999, "marital_deduction": 5_000_000}, Decimal(1), True),
        ({"gross_estate": 20_000_000}, None, False),
        ({"marital_deduction": 5_000_000}, None, False),
        ({"gross_estate": 9, "taxable_estate": 8, "marital_deduction": 2}, None, False),
    ],
)
def test_what_is_deducted_beyond_need_is_found_where_the_estate_is_described(
    answers: dict[str, int], beyond: Decimal | None, is_so: bool
) -> None:
    case = one_case(**estate(**answers))

    assert amount(surplus(find(case).whole)) == beyond
    assert fact("has_marital_surplus", case) is is_so


def test_the_worksheet_has_a_surplus_and_no_zero() -> None:
    def names(deduction: int) -> list[str]:
        case = one_case(**estate(gross_estate=20_000_000, marital_deduction=deduction))
        return [one.figure.name for one in find(case).figures.figures]

    assert "marital deduction beyond need" in names(8_000_000)
    assert "marital deduction beyond need" not in names(5_000_000)
