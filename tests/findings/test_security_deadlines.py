"""When a bond or letter of credit is filed, renewed, answered for and adjusted."""

from datetime import date
from typing import Any

import pytest

from assembler.casefile.shape import Operative
from assembler.findings.deadline import Note
from assembler.law.deadline import Office
from assembler.law.security_deadlines import Instrument
from findings.written_case import days, deadline, found_in, keyed, left_out, trust


def secured(operative: str, **events: Any) -> dict[str, Any]:
    return {"trusts": [trust(security={"operative": operative}, events=events)]}


WITH_RETURN, APART = "security_filing_with_return", "security_filing"


@pytest.mark.parametrize("operative", ["bond", "letter-of-credit"])
def test_the_edition_in_force_on_the_day_of_the_paper_says_when_security_is_filed(operative: str) -> None:
    answers = {**secured(operative), "return_": {"extended_to": "2027-05-11"}}
    dated = {**secured(operative, security_dated="2026-07-09"), "return_": {"extended_to": "2027-05-11"}}

    assert days(WITH_RETURN, **answers, as_of="2026-07-09") == [date(2027, 5, 11)]
    assert days(APART, **answers, as_of="2026-07-10") == [date(2026, 11, 12)]  # the later of filing and due date
    assert days(WITH_RETURN, **dated, as_of="2026-07-10") == [date(2027, 5, 11)]
    assert deadline(WITH_RETURN, **answers, as_of="2026-07-09").offices == (Office.EXECUTOR,)
    assert deadline(APART, **answers, as_of="2026-07-10").offices == (Office.US_TRUSTEE,)


@pytest.mark.parametrize(("operative", "paper"), [("bond", "bond"), ("letter-of-credit", "letter")])
def test_the_day_that_a_paper_bears_goes_before_any_other(operative: str, paper: str) -> None:
    security = {"security": {"operative": operative}, "events": {"security_dated": "2026-08-01"}}
    answers = {"return_": {"extended_to": "2027-05-11"}, "as_of": "2026-11-21"}

    dated = trust(**security, **{paper: {"dated": "2026-07-09"}})
    assert days(APART, **answers, trusts=[trust(**security)]) == [date(2026, 11, 12)]
    assert days(WITH_RETURN, **answers, trusts=[dated]) == [date(2027, 5, 11)]


def test_security_is_filed_only_where_it_is_in_use() -> None:
    assert keyed(APART) == ()
    (bond,) = keyed(APART, **secured("bond"))
    assert bond.deadline.values == {"instrument": Instrument.BOND}


def test_notices_about_security_count_days_and_do_not_roll() -> None:
    bond = secured("bond", security_term_ends="2027-06-30", notice_received="2027-05-06", drawn="2027-07-01")

    notice = deadline("nonrenewal_notice", **bond)
    assert (notice.date, notice.work_by, notice.rolls) == (date(2027, 5, 1), date(2027, 4, 30), False)  # a Saturday
    assert left_out(**bond) == set()
    assert left_out(**secured("bond")) == {"nonrenewal_notice: events.security_term_ends"}
    assert deadline("reply_to_notice", **bond).date == date(2027, 6, 5)  # a Saturday
    assert deadline("return_of_remittance", **bond).date == date(2028, 4, 16)  # a Sunday


def test_a_closing_branch_matters_to_its_letter_of_credit_and_to_no_bond() -> None:
    closes = {"branch_closes": "2027-06-30"}

    assert days("branch_closing_notice", **secured("letter-of-credit", **closes)) == [date(2027, 5, 1)]
    assert days("branch_closing_notice", **secured("bond", **closes)) == []


def test_what_befalls_a_bond_that_is_not_in_use_is_left_out_with_a_note() -> None:
    other = found_in(**secured("bank-trustee", drawn="2027-07-01"))
    unknown = {"trusts": [trust(security={"operative": None}, events={"drawn": "2027-07-01"})]}

    assert Note("share", "security_unused", {"arrangement": Operative.BANK_TRUSTEE}) in other.notes
    assert "security_events: security.operative" in left_out(**unknown)


def test_the_sixtieth_day_after_a_final_determination_does_not_roll() -> None:
    determined = {"value_determined": "2028-03-01"}
    adjusted = deadline("adjust_security", **secured("bond"), return_=determined)

    assert (adjusted.date, adjusted.work_by) == (date(2028, 4, 30), date(2028, 4, 28))  # a Sunday


@pytest.mark.parametrize(("final", "count"), [("2000000", 0), ("2000000.01", 1)])
def test_a_small_trust_finally_found_large_is_secured_in_sixty_days(final: str, count: int) -> None:
    name = "secure_after_determination"
    by_limit = {"operative": "foreign-real-property-limit"}
    answers = {"trusts": [trust(valuation={"reported": "1500000", "final": final}, security=by_limit)]}

    assert len(keyed(name, **answers, return_={"value_determined": "2028-03-01"})) == count
    assert (f"{name}: return.value_determined" in left_out(**answers)) is bool(count)


@pytest.mark.parametrize(
    ("answers", "where"),
    [
        (secured("bond", drawn="2026-02-10"), "trusts[share].events.drawn"),
        ({**secured("bond"), "return_": {"value_determined": "2026-02-10"}}, "return.value_determined"),
        (secured("letter-of-credit", branch_closes="2026-02-10"), "trusts[share].events.branch_closes"),
    ],
)
def test_what_is_said_to_have_happened_before_the_death_is_a_problem(answers: dict[str, Any], where: str) -> None:
    (problem,) = found_in(**answers).problems

    assert (problem.where, problem.fix) == (where, "correct the one or the other.")
    assert problem.what == "2026-02-10 is before the decedent's death on 2026-02-11."


def test_what_happens_on_the_day_of_the_death_is_not_before_it() -> None:
    assert found_in(**secured("bond", drawn="2026-02-11")).problems == ()
