from datetime import date

import pytest

from assembler.law import annual_statement
from assembler.law import annual_statement as law


@pytest.mark.parametrize(
    ("land", "secured", "answer"),
    [(True, False, True), (True, True, False), (False, False, False), (True, None, None), (None, False, None)],
)
def test_any_land_abroad_is_reported_unless_the_tax_is_secured(
    land: bool | None, secured: bool | None, answer: bool | None
) -> None:
    assert law.land_is_reported(land, secured) is answer


def test_a_residence_is_reported_only_if_it_was_left_out() -> None:
    assert law.residence_is_reported(True, True) is True
    assert law.residence_is_reported(False, True) is False
    assert law.residence_is_reported(None, False) is False


@pytest.mark.parametrize(
    ("year_end", "last"),
    [
        pytest.param(date(2027, 6, 30), date(2028, 4, 18), id="a June year: April 15, 2028 rolls to the 18th"),
        pytest.param(date(2027, 12, 31), date(2028, 4, 18), id="a calendar year"),
        pytest.param(date(2028, 1, 31), date(2029, 4, 17), id="a January year: Sunday, then Emancipation Day"),
    ],
)
def test_the_annual_statement_is_due_after_the_calendar_year_in_which_the_taxable_year_ends(
    year_end: date, last: date
) -> None:
    due = annual_statement.annual_statement(year_end)

    assert (due.nominal, due.date) == (last.replace(day=15), last)
