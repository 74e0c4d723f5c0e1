"""When a bond or letter of credit is filed, renewed, answered for and adjusted."""

from datetime import date
from typing import Any

import pytest

from findings.written_case import days, deadline, found_in, left_out, named, trust


def secured(operative: str, **events: Any) -> dict[str, Any]:
    return {"trusts": [trust(security={"operative": operative}, events=events)]}


@pytest.mark.parametrize(
    ("operative", "name"), [("bond", "Bond filed"), ("letter-of-credit", "Letter of credit filed")]
)
def test_the_edition_in_force_on_the_day_of_the_paper_says_when_security_is_filed(operative: str, name: str) -> None:
    answers = {**secured(operative), "return_": {"extended_to": "2027-05-11"}}
    dated = {**secured(operative, security_dated="2026-07-09"), "return_": {"extended_to": "2027-05-11"}}

    assert days(name, **answers, as_of="2026-07-09") == [date(2027, 5, 11)]  # with the return
    assert days(name, **answers, as_of="2026-07-10") == [date(2026, 11, 12)]  # by the later of filing and due date
    assert days(name, **dated, as_of="2026-07-10") == [date(2027, 5, 11)]
    assert deadline(name, **answers, as_of="2026-07-09").who == "Executor"
    assert deadline(name, **answers, as_of="2026-07-10").who == "U.S. Trustee"


@pytest.mark.parametrize(
    ("operative", "paper", "name"),
    [("bond", "bond", "Bond filed"), ("letter-of-credit", "letter", "Letter of credit filed")],
)
def test_the_day_that_a_paper_bears_goes_before_any_other(operative: str, paper: str, name: str) -> None:
    security = {"security": {"operative": operative}, "events": {"security_dated": "2026-08-01"}}
    answers = {"return_": {"extended_to": "2027-05-11"}, "as_of": "2026-11-21"}

    assert days(name, **answers, trusts=[trust(**security)]) == [date(2026, 11, 12)]
    assert days(name, **answers, trusts=[trust(**security, **{paper: {"dated": "2026-07-09"}})]) == [date(2027, 5, 11)]


def test_security_is_filed_only_where_it_is_in_use() -> None:
    assert days("Bond filed") == []
    assert days("Letter of credit filed", **secured("bond")) == []


def test_notices_about_security_count_days_and_do_not_roll() -> None:
    bond = secured("bond", security_term_ends="2027-06-30", notice_received="2027-05-06", drawn="2027-07-01")

    notice = deadline("Notice that the bond is not renewed", **bond)
    assert (notice.date, notice.work_by, notice.rolls) == (date(2027, 5, 1), date(2027, 4, 30), False)  # a Saturday
    assert left_out(**bond) == set()
    assert left_out(**secured("bond")) == {"Notice that the bond is not renewed: events.security_term_ends"}
    assert deadline("Reply to the notice about the bond", **bond).date == date(2027, 6, 5)  # a Saturday
    assert deadline("First day to ask for the return of money drawn", **bond).date == date(2028, 4, 16)  # a Sunday


def test_a_closing_branch_matters_to_its_letter_of_credit_and_to_no_bond() -> None:
    closes = {"branch_closes": "2027-06-30"}

    assert days("Notice that the U.S. branch is closing", **secured("letter-of-credit", **closes)) == [date(2027, 5, 1)]
    assert days("Notice that the U.S. branch is closing", **secured("bond", **closes)) == []


def test_what_befalls_a_bond_that_is_not_in_use_is_left_out_with_a_note() -> None:
    other = found_in(**secured("bank-trustee", drawn="2027-07-01"))
    unknown = found_in(trusts=[trust(security={"operative": None}, events={"drawn": "2027-07-01"})])

    assert [note for note in other.notes if "bank-trustee, so what concerns a bond" in note]
    assert [note for note in unknown.notes if "until trusts[share].security.operative is answered" in note]


def test_the_sixtieth_day_after_a_final_determination_does_not_roll() -> None:
    determined = {"value_determined": "2028-03-01"}
    adjusted = deadline("Adjustment of the bond to the value finally determined", **secured("bond"), return_=determined)

    assert (adjusted.date, adjusted.work_by) == (date(2028, 4, 30), date(2028, 4, 28))  # a Sunday


@pytest.mark.parametrize(("final", "count"), [("2000000", 0), ("2000000.01", 1)])
def test_a_small_trust_finally_found_large_is_secured_in_sixty_days(final: str, count: int) -> None:
    name = "Security for a trust finally found to exceed $2,000,000"
    answers = {"trusts": [trust(valuation={"reported": "1500000", "final": final})]}

    assert len(named(name, **answers, return_={"value_determined": "2028-03-01"})) == count
    left_out = [note for note in found_in(**answers).notes if "return.value_determined" in note]
    assert len(left_out) == count


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
