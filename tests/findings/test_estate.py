"""Whether a QDOT is needed at all, and the estate's dates, which run from the death and the return."""

from datetime import date
from typing import Any

import pytest

from assembler.casefile import shape
from assembler.findings.estate import citizen_before_return, pay_only, spouse_is_citizen
from findings.one_case import fact, one_case, refused
from findings.written_case import days, deadline, found_in, left_out

PAY = shape.Annuity(id="pension", undertaking=shape.Undertaking.PAY)

ROLL = shape.Annuity(id="ira", undertaking=shape.Undertaking.ROLL_OVER, trust="share")


def test_a_decedent_without_a_day_of_death_is_living() -> None:
    living = one_case(decedent={"died": None})

    assert fact("planning", living) is True
    assert fact("after_death", living) is False
    assert refused(living) == {}


def test_a_resident_who_is_no_citizen_needs_a_qdot() -> None:
    assert refused(one_case(spouse={"is_resident": True})) == {}


def test_citizenship_not_stated_is_unknown_and_not_refused() -> None:
    case = one_case(spouse={"is_us_citizen": None})

    assert spouse_is_citizen(case).value is None
    assert spouse_is_citizen(case).rests_on == ("spouse.is_us_citizen",)
    assert refused(case) == {}


def test_a_citizen_needs_no_qdot() -> None:
    case = one_case(spouse={"is_us_citizen": True})

    assert refused(case)["spouse.is_us_citizen"].law.startswith("26 USC 2056(d)(1)(A)")


NATURALIZED = {"became_citizen": date(2026, 10, 1), "resident_throughout": True}


def test_a_spouse_naturalized_before_the_return_needs_no_qdot() -> None:
    case = one_case(spouse=NATURALIZED, return_={"filed": date(2026, 7, 1)})

    assert "26 USC 2056(d)(4)" in refused(case)["spouse.became_citizen"].law


@pytest.mark.parametrize(
    ("spouse", "filed", "expected"),
    [
        pytest.param({"became_citizen": date(2026, 11, 11)}, date(2026, 7, 1), False, id="the day it is due is late"),
        pytest.param({"became_citizen": date(2026, 11, 10)}, date(2026, 7, 1), True, id="the day before is not"),
        pytest.param({"resident_throughout": False}, date(2026, 7, 1), False, id="not resident throughout"),
        pytest.param({"resident_throughout": None}, date(2026, 7, 1), None, id="residence not stated"),
        pytest.param({"became_citizen": date(2026, 12, 1)}, None, None, id="the return not filed"),
    ],
)
def test_naturalization_counts_by_day_and_residence(
    spouse: dict[str, object], filed: date | None, expected: bool | None
) -> None:
    case = one_case(spouse={**NATURALIZED, **spouse}, return_={"filed": filed})

    assert citizen_before_return(case).value is expected


def test_an_extension_gives_the_spouse_time_to_be_naturalized() -> None:
    case = one_case(
        spouse={**NATURALIZED, "became_citizen": date(2027, 5, 10)}, return_={"extended_to": date(2027, 5, 11)}
    )

    assert citizen_before_return(case).value is True


def test_agreements_to_pay_alone_need_no_trust_and_are_not_refused() -> None:
    case = one_case(trusts=(), annuities=(PAY,))

    assert pay_only(case).value is True
    assert "need no trust" in pay_only(case).because
    assert refused(case) == {}


def test_a_roll_over_needs_a_trust() -> None:
    assert "trusts" in refused(one_case(trusts=(), annuities=(PAY, shape.Annuity(undertaking=ROLL.undertaking))))


@pytest.mark.parametrize(("died", "is_refused"), [(date(1988, 11, 10), True), (date(1988, 11, 11), False)])
def test_the_rules_reach_deaths_after_november_10_1988(died: date, is_refused: bool) -> None:
    case = one_case(decedent={"died": died}, trust={"source": shape.Source.SPOUSE_CREATED})

    assert ("decedent.died" in refused(case)) is is_refused


def test_a_treaty_and_a_qdot_are_not_both_to_be_had() -> None:
    treaty = {"status": shape.Status.NONRESIDENT_NONCITIZEN, "treaty_country": "DE"}
    returned = {"form": shape.ReturnForm.F706_NA, "treaty_benefit_claimed": True}
    case = one_case(decedent=treaty, return_=returned)

    assert refused(case)["return.treaty_benefit_claimed"].what.endswith("as well.")


def test_a_resident_has_no_treaty_to_choose() -> None:
    case = one_case(return_={"treaty_benefit_claimed": True})

    assert "citizen or resident" in refused(case)["return.treaty_benefit_claimed"].what


def test_a_deduction_that_is_not_sought_needs_no_qdot() -> None:
    case = one_case(return_={"deduction_sought": False})

    assert "return.deduction_sought" in refused(case)


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        pytest.param({"as_of": date(2026, 2, 10)}, "as_of", id="papers dated before the death"),
        pytest.param({"spouse": {"died": date(2026, 2, 10)}}, "spouse.died", id="the spouse died first"),
        pytest.param({"spouse": {"became_citizen": date(2026, 2, 11)}}, "spouse.became_citizen", id="citizen at death"),
        pytest.param({"return_": {"extended_to": date(2026, 11, 10)}}, "return.extended_to", id="a short extension"),
        pytest.param({"return_": {"filed": date(2026, 2, 10)}}, "return.filed", id="a return before the death"),
        pytest.param({"return_": {"filed": date(2027, 11, 12)}}, "return.filed", id="more than a year late"),
        pytest.param({"return_": {"form": shape.ReturnForm.F706_NA}}, "return.form", id="706-NA for a citizen"),
        pytest.param(
            {"decedent": {"status": shape.Status.NONRESIDENT_NONCITIZEN}}, "return.form", id="706 for a nonresident"
        ),
        pytest.param(
            {"annuities": (shape.Annuity(id="ira", trust="nil"),)}, "annuities[ira].trust", id="no such trust"
        ),
        pytest.param({"assignments": (shape.Assignment(trust="nil"),)}, "assignments[0].trust", id="none to assign to"),
    ],
)
def test_what_cannot_stand_together_is_refused(changes: dict[str, object], where: str) -> None:
    assert list(refused(one_case(**changes))) == [where]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"as_of": date(2026, 2, 11)}, id="papers dated on the day of death"),
        pytest.param({"return_": {"filed": date(2027, 11, 11)}}, id="exactly one year late"),
        pytest.param({"annuities": (ROLL,)}, id="a roll-over to a trust of the case"),
    ],
)
def test_what_is_just_within_the_law_is_not_refused(changes: dict[str, object]) -> None:
    assert refused(one_case(**changes)) == {}  # type: ignore[arg-type]


RETURN, EXTENDED = "estate_return", "estate_return_extended"
LAST, LONGEST = "last_election", "longest_extension"
CITIZEN = "citizenship_before_return"


@pytest.mark.parametrize(
    ("died", "nominal", "last"),
    [
        pytest.param("2026-02-11", date(2026, 11, 11), date(2026, 11, 12), id="Veterans Day rolls"),
        pytest.param("2025-05-31", date(2026, 2, 28), date(2026, 3, 2), id="no February 31: the last day, a Saturday"),
        pytest.param("2027-05-31", date(2028, 2, 29), date(2028, 2, 29), id="the last day of a leap February"),
        pytest.param("2026-07-31", date(2027, 4, 30), date(2027, 4, 30), id="the last day of April"),
    ],
)
def test_the_return_and_the_tax_are_due_nine_months_after_death(died: str, nominal: date, last: date) -> None:
    for name in (RETURN, "estate_tax"):
        due = deadline(name, decedent={"died": died}, as_of=died)
        assert (due.nominal, due.date) == (nominal, last)


def test_the_alternate_valuation_date_is_told_until_a_return_is_filed_that_does_not_take_it() -> None:
    filed = {"filed": "2026-09-01"}

    assert days("alternate_valuation") == [date(2026, 8, 11)]
    assert days("alternate_valuation", return_=filed) == []
    assert days("alternate_valuation", return_={**filed, "alternate_valuation": True}) == [date(2026, 8, 11)]


def test_the_election_year_counts_from_the_day_before_any_roll_and_does_not_roll() -> None:
    assert days(LAST) == [date(2027, 11, 11)]  # Veterans Day
    assert deadline(LAST).rolls is False
    assert deadline("qdot_election").date == date(2026, 11, 12)


def test_an_extension_granted_moves_the_return_and_the_election_but_not_the_tax() -> None:
    extended = {"extended_to": "2027-05-11"}

    assert days(EXTENDED, return_=extended) == [date(2027, 5, 11)]
    assert days(RETURN, return_=extended) == []
    assert days("estate_tax", return_=extended) == [date(2026, 11, 12)]
    assert days(LAST, return_=extended) == [date(2028, 5, 11)]


def test_the_longest_extension_is_calendared_while_it_can_still_be_asked_for() -> None:
    assert days(LONGEST, as_of="2026-11-12") == [date(2027, 5, 11)]  # the due date rolls from Veterans Day
    assert days(LONGEST, as_of="2026-11-13") == []
    assert days(LONGEST, as_of="2026-11-11", return_={"filed": "2026-10-01"}) == []


def test_an_extension_that_ends_too_soon_is_a_problem_and_counts_for_nothing() -> None:
    extended = {"extended_to": "2026-11-10"}

    (problem,) = found_in(return_=extended).problems
    assert problem.where == "return.extended_to"
    assert "before the return is due on 2026-11-11" in problem.what
    assert days(LAST, return_=extended) == [date(2027, 11, 11)]


@pytest.mark.parametrize(
    ("filed", "expected"),
    [
        pytest.param("2026-11-11", [], id="on the due day: the election is made"),
        pytest.param("2026-11-12", [], id="on the day to which it rolls"),
        pytest.param("2026-11-13", [date(2027, 11, 11)], id="a day later"),
        pytest.param(None, [date(2027, 11, 11)], id="not filed"),
    ],
)
def test_the_last_election_day_stands_until_the_return_is_filed_in_time(
    filed: str | None, expected: list[date]
) -> None:
    assert days(LAST, return_={"filed": filed}) == expected


def test_assessment_and_refund_run_from_what_is_answered() -> None:
    filed = {"filed": "2026-09-01"}

    assert days("assessment", return_=filed) == [date(2029, 11, 13)]
    assert left_out(return_=filed) == {"refund_claim: return.paid"}
    assert days("refund_claim", return_={**filed, "paid": "2026-09-01"}) == [date(2029, 11, 13)]
    assert days("assessment") == []


def test_what_was_done_is_noted_and_noted_as_late() -> None:
    in_time = deadline(RETURN, return_={"filed": "2026-11-12"})

    assert (in_time.notes, in_time.values) == (("filed",), {"done": date(2026, 11, 12)})
    assert deadline(RETURN, return_={"filed": "2026-11-13"}).notes == ("filed_late",)


@pytest.mark.parametrize(
    ("spouse", "expected"),
    [
        ({}, [date(2026, 11, 10)]),
        ({"is_resident": False}, []),
        ({"resident_throughout": False}, []),
        ({"died": "2026-06-01"}, []),
        ({"became_citizen": "2027-03-01"}, []),
    ],
)
def test_naturalization_is_calendared_for_a_spouse_who_can_still_profit(
    spouse: dict[str, Any], expected: list[date]
) -> None:
    assert days(CITIZEN, spouse=spouse) == expected


def test_the_treaty_is_chosen_only_by_a_nonresident_noncitizen_of_a_treaty_country() -> None:
    abroad = {"status": "nonresident-noncitizen", "treaty_country": "IE"}

    assert days("treaty_choice", decedent=abroad) == [date(2026, 11, 12)]
    assert days("treaty_choice", decedent={"treaty_country": "IE"}) == []
