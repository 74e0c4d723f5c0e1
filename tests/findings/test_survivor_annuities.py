"""Only the spouse may be paid before the spouse's death; where payments may go on after it, the papers say to whom."""

from typing import Any

import pytest

from assembler.casefile.shape_annuities import MeasuringLife
from assembler.findings import annuities, find
from findings.one_case import CASE
from findings.one_item import item, paid, told

ONE = (MeasuringLife(name="Aïda"),)
TWO = (*ONE, MeasuringLife(name="Béla"))


@pytest.mark.parametrize(
    ("changes", "outlasts"),
    [
        ({"measuring_lives": ONE, "term_years": None}, False),
        ({"measuring_lives": TWO, "term_years": None}, True),
        ({"measuring_lives": (), "term_years": 10}, True),
        ({"is_retirement_account": True}, False),
        ({"is_retirement_annuity": None}, None),
        ({"measuring_lives": None, "term_years": None}, None),
    ],
)
def test_two_lives_and_a_term_may_outlast_the_spouse(changes: dict[str, Any], outlasts: bool | None) -> None:
    case = paid(**changes)

    assert item(case)["annuity_outlasts_spouse"] is outlasts
    assert find(case).whole["has_survivor_annuity"] is (outlasts is True)


def test_who_else_is_paid_is_not_known_until_it_is_stated() -> None:
    assert item(paid())["annuity_spouse_alone"] is None
    assert item(paid(others_paid=False))["annuity_spouse_alone"] is True
    assert find(CASE).whole["has_survivor_annuity"] is False


def test_an_annuity_that_pays_another_in_the_spouses_life_is_refused_and_not_computed() -> None:
    case = paid(others_paid=True)

    assert told(case, "annuities[pension].others_paid").law == "26 USC 2056(b)(7)(C)"
    assert annuities.figures_of(item(case)).value is None
    assert annuities.figures_of(item(paid(others_paid=False))).rests_on != ("annuities[pension].others_paid",)
