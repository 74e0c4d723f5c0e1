"""A trust's dates follow from how it was made, how it is secured, what it holds and what befell it."""

from datetime import date
from typing import Any

import pytest
from dated_case import HOME, PALACE, all_of, days, deadline, found_in, trust

STATEMENT, CURE = "Annual statement of the QDOT", "Cure of foreign real property above 35 percent"


def secured(operative: str, **events: Any) -> dict[str, Any]:
    return {"trusts": [trust(security={"operative": operative}, events=events)]}


def left_out(**answers: Any) -> set[str]:
    """Give what is left out of the trust, with the answer it waits for."""
    notes = (note.removeprefix("share: ").removesuffix(" is answered.") for note in found_in(**answers).notes)
    return {note.replace(" is left out until trusts[share].", ": ") for note in notes}


def abroad(**answers: Any) -> dict[str, Any]:
    limit = {"operative": "foreign-real-property-limit"}
    return {"trusts": [trust(security=limit, assets=[*trust()["assets"], PALACE], **answers)]}


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

    assert len(all_of(name, **answers, return_={"value_determined": "2028-03-01"})) == count
    left_out = [note for note in found_in(**answers).notes if "return.value_determined" in note]
    assert len(left_out) == count


def test_a_small_trust_with_land_abroad_reports_its_present_years() -> None:
    assert days(STATEMENT, **abroad()) == [date(2027, 4, 15)]
    assert days(STATEMENT, **abroad(), as_of="2027-04-15") == [date(2027, 4, 15), date(2028, 4, 18)]
    assert days(STATEMENT, **abroad(), as_of="2027-04-16") == [date(2028, 4, 18)]
    assert days(STATEMENT, **abroad(tax_year_end="06-30"), as_of="2027-07-01") == [date(2028, 4, 18), date(2029, 4, 17)]


def test_a_trust_that_is_secured_or_holds_no_land_abroad_reports_nothing() -> None:
    assert days(STATEMENT) == []
    assert days(STATEMENT, trusts=[trust(assets=[PALACE])]) == []
    note = "share: Annual statement of the QDOT is left out until trusts[share].{} is answered."
    assert note.format("tax_year_end") in found_in(**abroad(tax_year_end=None)).notes
    unknown = found_in(trusts=[trust(assets=[PALACE], security={"operative": None})])
    assert note.format("security.operative") in unknown.notes


def test_a_company_that_may_hold_land_abroad_waits_for_a_years_end() -> None:
    company = {"id": "srl", "kind": "closely-held-corporation", "country": "IT", "value": "1"}
    limit = {"operative": "foreign-real-property-limit"}
    note = "share: Annual statement of the QDOT is left out until trusts[share].year_ends is answered."
    inside = {"ended": "2026-12-31", "value": "100", "foreign_real_property": "0.01"}

    assert note in found_in(trusts=[trust(security=limit, assets=[company])]).notes
    assert note not in found_in(trusts=[trust(assets=[company])]).notes
    assert days(STATEMENT, trusts=[trust(security=limit, assets=[company], year_ends=[inside])]) == [date(2027, 4, 15)]
    none = {**inside, "foreign_real_property": "0"}
    assert days(STATEMENT, trusts=[trust(security=limit, assets=[company], year_ends=[none])]) == []


def test_nothing_is_reported_for_years_before_the_death_or_after_the_trust_came_to_its_end() -> None:
    over = {"spouse": {"died": "2026-12-31"}}

    assert days(STATEMENT, **abroad(), **over, as_of="2027-04-15") == [date(2027, 4, 15)]
    last_day, day_after = {"decedent": {"died": "2026-12-31"}}, {"decedent": {"died": "2027-01-01"}}
    assert days(STATEMENT, **abroad(), **last_day, as_of="2027-04-15") == [date(2027, 4, 15), date(2028, 4, 18)]
    assert days(STATEMENT, **abroad(), **day_after, as_of="2027-04-15") == [date(2028, 4, 18)]


@pytest.mark.parametrize(
    ("foreign", "cures"),
    [pytest.param("350000", [], id="exactly 35 percent"), pytest.param("350000.01", [date(2028, 12, 31)], id="over")],
)
def test_an_excess_at_the_end_of_a_year_is_cured_by_the_end_of_the_next(foreign: str, cures: list[date]) -> None:
    end = {"ended": "2027-12-31", "value": "1000000", "foreign_real_property": foreign, "causes": ["currency"]}

    assert days(CURE, **abroad(year_ends=[end])) == cures  # a Sunday, and it does not roll


def test_land_is_measured_by_its_holdings_too() -> None:
    land = {"is_real_property": True, "country": "IT", "value": "36"}
    cash = {"is_real_property": False, "value": "64"}
    end = {"ended": "2027-12-31", "holdings": [land, cash], "causes": ["market-value"]}
    unknown = {**end, "holdings": [land, {"value": "64"}]}
    inside = {**end, "holdings": [land, {**cash, "entity": "srl"}]}

    assert days(CURE, **abroad(year_ends=[end])) == [date(2028, 12, 31)]
    assert days(CURE, **abroad(year_ends=[unknown])) == []
    assert days(CURE, **abroad(year_ends=[inside])) == []  # a company is looked through elsewhere
    assert days(CURE, **abroad(year_ends=[{"ended": "2027-12-31", "value": "100", "causes": ["currency"]}])) == []
    assert left_out(**abroad(year_ends=[{**end, "ended": None}])) == {f"{CURE}: year_ends[0].ended"}


def test_each_year_end_with_land_abroad_is_reported_however_long_ago() -> None:
    def end(day: str, foreign: str) -> dict[str, Any]:
        return {"ended": day, "value": "100", "foreign_real_property": foreign}

    ends = [end("2026-12-31", "20"), end("2027-12-31", "0"), {"ended": "2028-12-31"}]

    assert days(STATEMENT, **abroad(year_ends=ends), as_of="2030-06-01") == [
        date(2027, 4, 15),
        date(2031, 4, 15),
    ]


def test_an_excess_that_was_bought_has_no_cure_and_one_without_a_cause_is_left_out() -> None:
    end = {"ended": "2027-12-31", "value": "100", "foreign_real_property": "36"}

    bought = found_in(**abroad(year_ends=[{**end, "causes": ["currency", "acquisition"]}]))
    unknown = found_in(**abroad(year_ends=[end]))

    assert CURE not in {one.deadline.name for one in (*bought.dates, *unknown.dates)}
    assert "share: the excess at the end of 2027-12-31 was bought, and no year is given to cure it." in bought.notes
    assert [note for note in unknown.notes if "trusts[share].year_ends[0].causes" in note]


def test_a_year_that_ends_on_another_day_than_the_trusts_is_a_problem() -> None:
    end = {"ended": "2027-06-30", "value": "100", "foreign_real_property": "36", "causes": ["currency"]}
    (problem,) = found_in(**abroad(year_ends=[end])).problems

    assert problem.where == "trusts[share].year_ends[0].ended"
    assert "2027-06-30 does not end a taxable year" in problem.what


def test_a_year_that_ends_with_february_ends_on_its_last_day() -> None:
    end = {"ended": "2028-02-29", "value": "100", "foreign_real_property": "36", "causes": ["currency"]}

    assert days(CURE, **abroad(tax_year_end="02-28", year_ends=[end])) == [date(2029, 2, 28)]


def residence(claimed: bool | None) -> dict[str, Any]:
    answers = {"security": claimed, "threshold": claimed, "sales": [{"sold": "2028-02-29"}]}
    return {"trusts": [trust(assets=[HOME], residence_exclusion=answers, events={"residence_ceased": "2027-01-01"})]}


def test_a_residence_under_the_exclusion_has_its_days_when_sold_and_when_no_longer_used() -> None:
    claimed = residence(True)

    assert days("Reinvestment of the price of a residence", **claimed) == [date(2029, 2, 28)]
    assert days("Security after a residence exclusion ceases", **claimed) == [date(2027, 5, 1), date(2028, 6, 28)]
    assert days(STATEMENT, **claimed) == [date(2028, 4, 18), date(2029, 4, 17)]


def test_a_residence_that_was_never_excluded_calls_for_nothing() -> None:
    unclaimed, unknown = found_in(**residence(False)), found_in(**residence(None))
    kept = found_in(trusts=[trust(assets=[HOME], residence_exclusion={"security": None, "threshold": None})])

    assert not [one for one in unclaimed.dates if "esidence" in one.deadline.name]
    assert [note for note in unknown.notes if "What follows the sale or cessation" in note]
    assert not kept.notes


def test_a_sale_without_its_day_is_left_out() -> None:
    sold = {"trusts": [trust(assets=[HOME], residence_exclusion={"security": True, "sales": [{"excluded": "1"}]})]}

    assert left_out(**sold) == {"Reinvestment of the price of a residence: residence_exclusion.sales[0].sold"}
    assert left_out(**residence(True)) == set()


def test_the_two_reformations_have_different_clocks() -> None:
    filed = {"extended_to": "2027-05-11", "filed": "2027-08-02"}

    own = {"trusts": [trust(source="conformed-by-amendment", reformation={"completed": "2027-08-03"})]}
    court = {"trusts": [trust(source="judicial-reformation", reformation={"commenced": "2027-05-11"})]}

    by_terms = deadline("Reformation under the instrument's own terms", **own, return_=filed)
    assert (by_terms.date, by_terms.notes) == (date(2027, 8, 2), ("Completed on 2027-08-03, after this day.",))
    by_court = deadline("Judicial reformation commenced", **court, return_=filed)
    assert (by_court.date, by_court.notes) == (date(2027, 5, 11), ("Commenced on 2027-05-11.",))


def test_the_assessment_year_waits_for_the_notice() -> None:
    def court(**answers: Any) -> dict[str, Any]:
        return {"trusts": [trust(source="judicial-reformation", reformation=answers)]}

    name = "Assessment after a judicial reformation"
    assert days(name, **court(ended="2027-09-01", notified="2027-10-01")) == [date(2028, 10, 1)]
    assert days(name, **court(ended="2027-09-01")) == []
    assert days("Notice that the judicial reformation ended", **court(completed="2027-09-01")) == [date(2027, 9, 1)]
    assert left_out(**court(ended="2027-09-01")) == {f"{name}: reformation.notified"}
    assert left_out(**court()) == {"Notice that the judicial reformation ended: reformation.ended"}
    (problem,) = found_in(**court(ended="2027-09-01", notified="2027-08-31")).problems
    assert problem.where == "trusts[share].reformation.notified"


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
