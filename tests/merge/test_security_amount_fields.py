"""A bond or letter of credit is for an amount in words and figures, with its arithmetic."""

from decimal import Decimal
from typing import Any

import pytest
from secured_papers import SHARES, rows, said, waits_for

from assembler.casefile.shape import ResidenceExclusion
from assembler.casefile.shape_values import Valuation

DETERMINED: dict[str, Any] = {
    "valuation": Valuation(final=Decimal("3076923.09")),
    "residence_exclusion": ResidenceExclusion(threshold=False, security=False),
    "assets": (SHARES,),
}


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("security_amount", "$3,783,000.00"),
        ("security_amount_words", "Three million seven hundred eighty-three thousand and 00/100 dollars"),
        ("rider_effective", "December 1, 2026"),
    ],
)
def test_what_is_secured_at_first_is_65_percent_of_the_assets_less_the_residence(name: str, words: str) -> None:
    assert said(name) == words


def test_an_adjusted_amount_agrees_in_words_and_figures_to_the_cent() -> None:
    assert said("adjusted_amount", **DETERMINED) == "$2,000,000.01"
    assert said("adjusted_amount_words", **DETERMINED) == "Two million and 01/100 dollars"
    assert said("final_assets_total", **DETERMINED) == "$3,076,923.09"


def test_the_arithmetic_is_listed_step_by_step() -> None:
    steps = rows("security_steps")

    assert [step["value"] for step in steps] == ["$6,420,000.00", "$600,000.00", "$5,820,000.00", "$3,783,000.00"]
    assert all(step["text"] and str(step["law"]).startswith("26 CFR") for step in steps)


def test_a_value_is_said_to_be_finally_determined_only_once_it_is() -> None:
    first, adjusted = rows("security_steps", **DETERMINED)[0], rows("adjusted_steps", **DETERMINED)[0]

    assert first["text"] == "assets of the trust at the date of death or the alternate date, without reduction for debt"
    assert adjusted["text"] == "assets of the trust as finally determined, without reduction for debt"


def test_without_values_the_amount_and_its_arithmetic_are_open() -> None:
    assert waits_for(said("security_amount_words", assets=None)).startswith("trusts[kim].assets")
    (row,) = rows("security_steps", assets=None)
    assert waits_for(row["text"]).startswith("trusts[kim].assets")
    assert waits_for(rows("adjusted_steps")[0]["value"]) == "trusts[kim].valuation.final"
    assert waits_for(said("final_assets_total")) == "trusts[kim].valuation.final"
