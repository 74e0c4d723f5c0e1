"""A value is as reported only once the return is filed, and as finally determined only once it is."""

from datetime import date
from decimal import Decimal

import pytest

from assembler.casefile.shape import Case
from assembler.casefile.shape_values import Valuation
from assembler.findings.valuation import standing
from findings.one_case import first, one_case

FILED, DETERMINED = date(2026, 11, 2), date(2028, 3, 1)
TOTAL = Decimal(1_500_000)


def case(final: Decimal | None = TOTAL) -> Case:
    trust = {"valuation": Valuation(final=final)}
    return one_case(trust=trust, return_={"filed": FILED, "value_determined": DETERMINED})


@pytest.mark.parametrize(
    ("on", "how"),
    [
        (date(2026, 11, 1), "to-be-reported"),
        (FILED, "reported"),
        (date(2028, 2, 29), "reported"),
        (DETERMINED, "determined"),
    ],
)
def test_how_values_stand_turns_on_the_day_of_the_paper(on: date, how: str) -> None:
    assert standing(first(case()), on).value == how


@pytest.mark.parametrize("final", [None, TOTAL + 1])
def test_values_that_were_changed_or_may_have_been_are_not_called_final(final: Decimal | None) -> None:
    found = standing(first(case(final)), DETERMINED)

    assert (found.value, found.day) == ("changed", DETERMINED)


def test_a_final_value_without_its_day_leaves_open_how_the_values_stand() -> None:
    undated = one_case(trust={"valuation": Valuation(final=TOTAL)}, return_={"filed": FILED})

    assert (standing(first(undated), DETERMINED).value, standing(first(undated), DETERMINED).rests_on) == (
        None,
        ("return.value_determined",),
    )


def test_a_return_that_is_not_filed_reports_nothing_yet() -> None:
    assert standing(first(one_case()), date(2030, 1, 1)).value == "to-be-reported"
