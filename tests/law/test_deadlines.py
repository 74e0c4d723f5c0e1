"""Each date falls where its paragraph puts it, and rolls only where the law lets it."""

from dataclasses import fields
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assembler.law import (
    annual_statement,
    annuity_payments,
    citizenship,
    deadline,
    estate_return,
    foreign_limit,
    form_706qdt,
    limitation,
    residence,
    security_deadlines,
    transfer,
)
from assembler.law.figure import OutOfRange

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
        assert (due.date, due.who, due.rolls) == (EXTENDED, "Executor", True)


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


def test_an_assignment_is_worked_to_the_day_before_filing_with_a_warning() -> None:
    assignment = transfer.assignment(EXTENDED, date(2027, 3, 10))

    assert assignment.work_by == date(2027, 3, 9)
    assert "20.2056A-2(b)(2)" in assignment.notes[0]


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


@pytest.mark.parametrize(
    ("filed", "last"),
    [
        pytest.param(date(2026, 7, 1), date(2026, 11, 10), id="early: counts as made on the due date"),
        pytest.param(date(2027, 1, 15), date(2027, 1, 14), id="late: counts when made"),
    ],
)
def test_naturalization_makes_a_qdot_unnecessary_only_before_the_day_of_the_return(filed: date, last: date) -> None:
    assert estate_return.citizenship_before_return(DUE, filed).date == last


@pytest.mark.parametrize("instrument", list(security_deadlines.Instrument))
def test_security_was_filed_with_the_return_and_now_by_the_later_of_two_days(
    instrument: security_deadlines.Instrument,
) -> None:
    due, filed = date(2026, 11, 12), date(2026, 9, 1)

    def last(edition: str, filed: date | None) -> date:
        return security_deadlines.security_filing(instrument, edition, due=due, extended_due=EXTENDED, filed=filed).date

    assert last("1996", filed) == filed
    assert last("1996", None) == EXTENDED
    assert last("2026", filed) == due
    assert last("2026", EXTENDED) == EXTENDED
    assert last("2026", None) == due


def test_an_extended_return_leaves_a_note_on_the_filing_of_the_bond() -> None:
    extended = security_deadlines.security_filing(
        security_deadlines.Instrument.BOND, "2026", due=DUE, extended_due=EXTENDED
    )
    plain = security_deadlines.security_filing(security_deadlines.Instrument.BOND, "2026", due=DUE, extended_due=DUE)

    assert len(extended.notes) == len(plain.notes) + 1
    assert extended.law[0] == "26 CFR 20.2056A-2(d)(1)(i)(B)(4)"


@pytest.mark.parametrize("instrument", list(security_deadlines.Instrument))
def test_notices_about_security_count_days_and_never_roll(instrument: security_deadlines.Instrument) -> None:
    notice = security_deadlines.nonrenewal_notice(instrument, date(2027, 6, 30))
    reply = security_deadlines.reply_to_notice(instrument, date(2027, 5, 6))

    assert (notice.date, notice.rolls) == (date(2027, 5, 1), False)  # a Saturday
    assert notice.work_by == date(2027, 4, 30)
    assert (reply.date, reply.rolls) == (date(2027, 6, 5), False)  # a Saturday
    assert notice.who == ("Surety" if instrument is security_deadlines.Instrument.BOND else "Issuing bank")
    letter = "B" if instrument is security_deadlines.Instrument.BOND else "C"
    assert notice.law == reply.law == (f"26 CFR 20.2056A-2(d)(1)(i)({letter})(1)",)
    assert security_deadlines.branch_closing_notice(date(2027, 6, 30)).date == date(2027, 5, 1)


@pytest.mark.parametrize("instrument", list(security_deadlines.Instrument))
def test_money_drawn_may_be_asked_for_only_after_april_15(instrument: security_deadlines.Instrument) -> None:
    for drawn in (date(2027, 1, 1), date(2027, 12, 31)):
        first = security_deadlines.return_of_remittance(instrument, drawn)
        assert (first.date, first.rolls) == (date(2028, 4, 16), False)  # a Sunday
        assert first.work_by == date(2028, 4, 18)
        assert first.law[0].endswith("(B)(3)" if instrument is security_deadlines.Instrument.BOND else "(C)(4)")


def test_sixty_days_run_from_the_final_determination() -> None:
    for due in (
        security_deadlines.adjust_security(security_deadlines.Instrument.BOND, date(2028, 3, 1)),
        security_deadlines.secure_after_determination(date(2028, 3, 1)),
    ):
        assert (due.date, due.rolls) == (date(2028, 4, 30), False)  # a Sunday
        assert due.work_by == date(2028, 4, 28)


def test_the_residence_has_twelve_months_and_120_days() -> None:
    assert residence.residence_reinvestment(date(2028, 2, 29)).date == date(2029, 2, 28)
    assert residence.residence_cessation(date(2027, 1, 1)).date == date(2027, 5, 1)


def test_the_foreign_limit_is_cured_by_the_end_of_the_next_taxable_year() -> None:
    assert foreign_limit.foreign_limit_cure(date(2027, 6, 30)).date == date(2028, 6, 30)
    assert foreign_limit.foreign_limit_cure(date(2027, 2, 28)).date == date(2028, 2, 29)


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


def test_lifetime_tax_is_due_on_april_15_and_in_the_year_of_the_spouses_death_nine_months_after_it() -> None:
    assert form_706qdt.lifetime_tax(2026).date == date(2027, 4, 15)
    assert form_706qdt.lifetime_tax(2026, date(2027, 3, 1)).date == date(2027, 4, 15)
    assert form_706qdt.lifetime_tax(2027, date(2027, 1, 5)).date == date(2027, 10, 5)
    assert form_706qdt.lifetime_tax(2027, date(2027, 12, 20)).date == date(2028, 9, 20)
    with pytest.raises(OutOfRange, match="after the spouse's death"):
        form_706qdt.lifetime_tax(2028, date(2027, 12, 20))


def test_tax_at_death_or_cessation_is_due_nine_months_after() -> None:
    assert form_706qdt.death_tax(date(2026, 5, 31)).nominal == date(2027, 2, 28)
    assert form_706qdt.death_tax(date(2026, 5, 31)).date == date(2027, 3, 1)
    assert form_706qdt.alternate_valuation_election(date(2026, 5, 31)).date == date(2027, 3, 1)
    assert form_706qdt.cessation_tax(date(2026, 5, 29)).date == date(2027, 3, 1)


def test_time_to_file_and_to_pay_extend_differently() -> None:
    due = date(2027, 4, 15)

    assert form_706qdt.extension_to_file(due).date == date(2027, 10, 15)
    assert form_706qdt.extension_to_pay(due, is_at_death=False).date == date(2027, 10, 15)
    assert form_706qdt.extension_to_pay(due, is_at_death=True).date == date(2028, 4, 18)
    assert form_706qdt.extension_to_pay_for_cause(due).date == date(2037, 4, 15)


@pytest.mark.parametrize(("year", "last"), [(2026, date(2027, 2, 14)), (2027, date(2028, 2, 15))])
def test_the_designated_filer_is_informed_sixty_days_before_april_15(year: int, last: date) -> None:
    due = form_706qdt.designated_filer_information(form_706qdt.lifetime_tax(year).nominal)

    assert (due.date, due.rolls) == (last, False)


def test_a_successor_designated_filer_is_chosen_before_the_return_is_due() -> None:
    assert form_706qdt.designated_filer_successor(date(2027, 4, 15)).date == date(2027, 4, 14)


def test_hardship_is_reported_by_april_15() -> None:
    assert form_706qdt.hardship_report(2027).date == date(2028, 4, 18)


def test_citizenship_is_certified_and_the_gift_election_made_by_april_15() -> None:
    for became in (date(2027, 1, 1), date(2027, 12, 31)):
        assert citizenship.citizenship_notice(became).date == date(2028, 4, 18)
        assert citizenship.gift_election(became).date == date(2028, 4, 18)
    assert citizenship.citizenship_notice(date(2027, 1, 1)).who == "U.S. Trustee"
    assert citizenship.gift_election(date(2027, 1, 1)).who == "Surviving spouse"


def test_refunds_and_assessments_have_their_years() -> None:
    assert limitation.refund_after_determination(date(2027, 6, 1)).date == date(2028, 6, 1)
    early = limitation.refund_claim(DUE, date(2026, 9, 1), date(2026, 9, 1))
    assert [step.value for step in early.steps[:4]] == [DUE, date(2029, 11, 11), date(2028, 11, 11), date(2029, 11, 11)]
    assert limitation.refund_claim(DUE, date(2027, 5, 11), date(2031, 1, 2)).date == date(2033, 1, 3)
    assert limitation.assessment(DUE, date(2026, 9, 1)).date == date(2029, 11, 13)
    assert limitation.assessment(DUE, date(2027, 5, 11)).date == date(2030, 5, 13)


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


def test_a_deadline_says_who_what_why_and_whether_it_rolls() -> None:
    assert {field.name for field in fields(deadline.Deadline)} >= {
        "date", "who", "what", "steps", "rolls", "law", "name",
    }  # fmt: skip
