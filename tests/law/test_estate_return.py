"""When the estate tax return is due, and until when the QDOT election can be made."""

from datetime import date

import pytest

from assembler.law import estate_return, form_706qdt
from assembler.law.deadline import Office
from assembler.law.figure import OutOfRange


@pytest.mark.parametrize(
    ("died", "due"),
    [
        pytest.param(date(2026, 2, 11), date(2026, 11, 11), id="the same day of the ninth month"),
        pytest.param(date(2026, 7, 31), date(2027, 4, 30), id="the last day where there is no thirty-first"),
        pytest.param(date(2026, 5, 31), date(2027, 2, 28), id="the end of February"),
        pytest.param(date(2027, 5, 31), date(2028, 2, 29), id="the end of a leap February"),
        pytest.param(
            date(2026, 2, 28), date(2026, 11, 28), id="the end of February is not carried to the end of November"
        ),
        pytest.param(date(2026, 12, 31), date(2027, 9, 30), id="over the year's end"),
        pytest.param(date(2026, 3, 15), date(2026, 12, 15), id="in December of the same year"),
    ],
)
def test_the_return_is_due_nine_months_after_death(died: date, due: date) -> None:
    assert estate_return.return_due(died) == due


def test_an_extension_granted_moves_the_due_date() -> None:
    assert estate_return.extended_due(date(2026, 2, 11), date(2027, 5, 11)) == date(2027, 5, 11)
    assert estate_return.extended_due(date(2026, 2, 11)) == date(2026, 11, 11)


def test_an_extension_that_ends_before_the_due_date_is_refused() -> None:
    with pytest.raises(OutOfRange, match="before the return is due"):
        estate_return.extended_due(date(2026, 2, 11), date(2026, 11, 10))


def test_exactly_one_year_late_can_elect_and_a_day_more_cannot() -> None:
    due = date(2027, 5, 11)

    assert estate_return.last_election_date(due) == date(2028, 5, 11)
    assert estate_return.election_is_in_time(date(2028, 5, 11), due)
    assert not estate_return.election_is_in_time(date(2028, 5, 12), due)


def test_a_year_after_february_29_is_february_28() -> None:
    assert estate_return.last_election_date(date(2028, 2, 29)) == date(2029, 2, 28)


@pytest.mark.parametrize(
    ("died", "day"),
    [(date(2026, 5, 22), date(2026, 11, 22)), (date(2026, 8, 31), date(2027, 2, 28))],
)
def test_the_alternate_valuation_date_is_six_months_after_death_and_never_rolls(died: date, day: date) -> None:
    deadline = estate_return.alternate_valuation(died)

    assert (deadline.date, deadline.rolls) == (day, False)


DIED = date(2026, 2, 11)
DUE = date(2026, 11, 11)
EXTENDED = date(2027, 5, 11)


@pytest.mark.parametrize(
    ("died", "nominal", "last"),
    [
        pytest.param(DIED, DUE, date(2026, 11, 12), id="Veterans Day rolls"),
        pytest.param(date(2025, 5, 31), date(2026, 2, 28), date(2026, 3, 2), id="no February 31: the last day, rolled"),
        pytest.param(date(2027, 5, 31), date(2028, 2, 29), date(2028, 2, 29), id="a leap year's last day"),
        pytest.param(date(2024, 2, 29), date(2024, 11, 29), date(2024, 11, 29), id="death on February 29"),
    ],
)
def test_the_return_and_the_tax_are_due_nine_months_after_death(died: date, nominal: date, last: date) -> None:
    for due in (estate_return.estate_return(died), estate_return.estate_tax(died)):
        assert (due.nominal, due.date, due.rolls) == (nominal, last, True)


def test_a_rolled_date_says_so_in_its_steps_and_the_day_to_work_by_is_before_it() -> None:
    due = estate_return.estate_return(DIED)

    assert due.steps[-1].text == "Wednesday 2026-11-11 is no business day: the next one"
    assert due.steps[-1].value == date(2026, 11, 12)
    assert due.work_by == date(2026, 11, 10)
    assert "26 USC 7503" in due.law


def test_an_extension_counts_only_as_granted() -> None:
    assert estate_return.estate_return_extended(DIED, EXTENDED).date == EXTENDED
    assert estate_return.estate_return_extended(DIED).nominal == DUE
    assert estate_return.longest_extension(DIED).date == EXTENDED
    with pytest.raises(OutOfRange, match="before the return is due"):
        estate_return.estate_return_extended(DIED, date(2026, 11, 10))


def test_the_last_election_day_is_a_year_after_the_extended_due_date_and_does_not_roll() -> None:
    last = estate_return.last_election(date(2027, 5, 13))

    assert last.date == date(2028, 5, 13)  # a Saturday
    assert last.rolls is False
    assert last.work_by == date(2028, 5, 12)


def test_papers_that_go_with_the_return_are_due_with_it() -> None:
    for due in (
        estate_return.qdot_election(EXTENDED),
        estate_return.threshold_exclusion_election(EXTENDED),
        estate_return.security_exclusion_election(EXTENDED),
        estate_return.treaty_choice(EXTENDED),
        estate_return.annuity_papers(EXTENDED),
        estate_return.retirement_account_choice(EXTENDED),
        form_706qdt.designated_filer_designation(EXTENDED),
    ):
        assert (due.date, due.offices, due.rolls) == (EXTENDED, (Office.EXECUTOR,), True)


@pytest.mark.parametrize(
    ("filed", "last"),
    [
        pytest.param(date(2026, 7, 1), date(2026, 11, 10), id="early: counts as made on the due date"),
        pytest.param(date(2027, 1, 15), date(2027, 1, 14), id="late: counts when made"),
    ],
)
def test_naturalization_makes_a_qdot_unnecessary_only_before_the_day_of_the_return(filed: date, last: date) -> None:
    assert estate_return.citizenship_before_return(DUE, filed).date == last
