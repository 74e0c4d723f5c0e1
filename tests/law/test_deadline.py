"""Deadlines stand in their order, and the day to work to is never late."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from assembler.law import annuity_payments, citizenship, estate_return, form_706qdt, residence, transfer


@given(
    st.dates(date(1989, 1, 1), date(2050, 12, 31)),
    st.none() | st.integers(0, 183),
    st.none() | st.integers(1, 1200),
)
def test_dates_stand_in_their_order(died: date, longer: int | None, later: int | None) -> None:
    plain = estate_return.estate_return(died)
    extended = estate_return.estate_return_extended(
        died, None if longer is None else plain.nominal + timedelta(days=longer)
    )
    due = extended.nominal
    filed = None if later is None else died + timedelta(days=later)

    moved, assigned = transfer.transfer(due, filed), transfer.assignment(due, filed)

    assert died < plain.nominal <= plain.date
    assert plain.nominal <= due <= estate_return.last_election(due).date
    assert moved.date <= assigned.date <= estate_return.last_election(due).date
    assert assigned.work_by <= assigned.date
    assert transfer.reformation_by_court(due).date <= transfer.reformation_by_instrument(due, filed).date


@given(st.dates(date(1989, 1, 1), date(2050, 12, 31)))
def test_a_day_to_work_by_is_never_late_and_what_does_not_roll_never_moves(day: date) -> None:
    for due in (
        estate_return.estate_return(day),
        estate_return.last_election(day),
        residence.residence_cessation(day),
        form_706qdt.death_tax(day),
        annuity_payments.roll_over(day),
        citizenship.citizenship_notice(day),
    ):
        assert due.work_by <= due.nominal <= due.date
        assert due.rolls or due.date == due.nominal
