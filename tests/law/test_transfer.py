"""How long the spouse may transfer or assign property, and a trust be made into a QDOT."""

from datetime import date

import pytest

from assembler.law import transfer

EXTENDED = date(2027, 5, 11)


@pytest.mark.parametrize(
    ("filed", "last_transfer", "last_assignment"),
    [
        pytest.param(date(2027, 3, 10), date(2027, 3, 9), date(2027, 3, 10), id="filed early: the filing counts"),
        pytest.param(date(2028, 2, 1), date(2028, 1, 31), date(2028, 2, 1), id="filed late, within the year"),
        pytest.param(
            date(2028, 9, 1), date(2028, 5, 11), date(2028, 5, 11), id="filed too late: the last election day"
        ),
        pytest.param(None, date(2027, 5, 10), EXTENDED, id="not filed: as if on the last day"),
    ],
)
def test_a_transfer_comes_before_the_filing_and_an_assignment_not_after_it(
    filed: date | None, last_transfer: date, last_assignment: date
) -> None:
    moved, assigned = transfer.transfer(EXTENDED, filed), transfer.assignment(EXTENDED, filed)

    assert moved.steps[0].value == (filed or EXTENDED)
    assert (moved.date, moved.rolls) == (last_transfer, False)
    assert (assigned.date, assigned.rolls) == (last_assignment, False)
    assert transfer.qdot_for_roll_over(EXTENDED, filed).date == last_transfer


def test_an_assignment_is_worked_to_the_day_before_filing() -> None:
    assignment = transfer.assignment(EXTENDED, date(2027, 3, 10))

    assert assignment.work_by == date(2027, 3, 9)


def test_conveyance_is_before_the_administration_ends_or_a_year_after_the_due_date() -> None:
    assert transfer.conveyance(date(2028, 6, 30)).date == date(2028, 6, 29)
    assert transfer.conveyance_without_administration(EXTENDED).date == date(2028, 5, 11)


@pytest.mark.parametrize(
    ("filed", "completed"),
    [
        pytest.param(date(2026, 12, 1), EXTENDED, id="an early return counts as filed on the last day"),
        pytest.param(date(2027, 8, 2), date(2027, 8, 2), id="a late filer has until the filing"),
        pytest.param(None, EXTENDED, id="not filed yet"),
    ],
)
def test_the_two_reformations_have_different_clocks(filed: date | None, completed: date) -> None:
    assert transfer.reformation_by_instrument(EXTENDED, filed).date == completed
    assert transfer.reformation_by_court(EXTENDED).date == EXTENDED


def test_the_assessment_year_runs_from_the_notice() -> None:
    assert transfer.reformation_notice(date(2027, 9, 1)).date == date(2027, 9, 1)
    assert transfer.reformation_assessment(date(2027, 10, 1)).date == date(2028, 10, 1)
