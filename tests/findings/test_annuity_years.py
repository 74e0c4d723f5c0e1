"""The schedule of a year's payments is a working copy until the year is over."""

from datetime import date

import pytest

from assembler.casefile.shape_annuities import Receipt
from assembler.findings import annuity_years
from findings.one_item import item, paid

RECEIVED = tuple(Receipt(received=day) for day in (date(2026, 6, 30), date(2026, 12, 31), date(2027, 1, 4)))


@pytest.mark.parametrize(
    ("on", "year", "over"),
    [
        (date(2026, 6, 29), None, None),
        (date(2026, 12, 31), 2026, False),
        (date(2027, 1, 3), 2026, True),
        (date(2027, 1, 4), 2027, False),
        (date(2028, 1, 1), 2027, True),
    ],
)
def test_a_year_is_over_from_the_first_of_january_on(on: date, year: int | None, over: bool | None) -> None:
    annuity = item(paid({"as_of": on}, receipts=RECEIVED))

    assert annuity_years.year_of_payments(annuity).value == year
    assert annuity["annuity_year_over"] is over


def test_without_a_payment_no_year_is_over() -> None:
    assert item(paid())["annuity_year_over"] is None


def test_a_payment_without_its_day_leaves_the_year_unknown_at_its_question() -> None:
    year = annuity_years.year_of_payments(item(paid({"as_of": date(2027, 1, 4)}, receipts=(*RECEIVED, Receipt()))))

    assert year.value is None
    assert year.rests_on == ("annuities[pension].receipts[3].received",)
