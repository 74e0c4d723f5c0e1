"""When Form 706-QDT and its tax are due, how far they extend, and what the Designated Filer is told."""

from datetime import date
from typing import Any

import pytest

from assembler.findings.deadline import Note
from findings.written_case import days, deadline, distributed, found_in, keyed, left_out, trust

TO_FILE = "extension_to_file"
TO_PAY = "extension_to_pay"
FOR_CAUSE = "extension_to_pay_for_cause"
INFORM = "designated_filer_information"
AT_DEATH = "death_tax"


def test_tax_on_a_years_distributions_is_due_on_april_15_which_rolls() -> None:
    due = deadline("lifetime_tax", "2027", **distributed(("2027-01-01", "principal"), ("2027-12-31", "principal")))

    assert (due.nominal, due.date, due.work_by) == (date(2028, 4, 15), date(2028, 4, 18), date(2028, 4, 14))


def test_income_and_exempt_payments_call_for_no_return_and_hardship_for_a_report() -> None:
    untaxed = distributed(("2027-03-01", "income"), ("2027-03-01", "exempt"))

    assert not [one for one in found_in(**untaxed).dates if one.deadline.key in ("lifetime_tax", "hardship_report")]
    assert days("hardship_report", "2027", **distributed(("2027-03-01", "hardship"))) == [date(2028, 4, 18)]
    both = distributed(("2027-03-01", "hardship"), ("2027-04-01", "principal"))
    assert days("hardship_report", "2027", **both) == []  # the same return tells of it


def test_a_distribution_without_its_day_or_kind_is_left_out() -> None:
    assert left_out(**distributed((None, "principal"), ("2027-01-01", None))) == {
        "distribution_return: distributions[0].made",
        "distribution_return: distributions[1].kind",
    }


def test_in_the_year_of_the_spouses_death_nine_months_rule_the_lifetime_tax_too() -> None:
    answers = {
        **distributed(("2027-02-01", "principal"), ("2026-12-31", "principal")),
        "spouse": {"died": "2027-12-20"},
    }

    assert days("lifetime_tax", "2027", **answers) == [date(2028, 9, 20)]
    assert days("lifetime_tax", "2026", **answers) == [date(2027, 4, 15)]
    assert days(AT_DEATH, **answers) == [date(2028, 9, 20)]
    assert days("alternate_valuation_election", **answers) == [date(2028, 9, 20)]


@pytest.mark.parametrize(
    ("made", "words"), [("2029-01-01", "after the spouse's death"), ("2026-02-10", "is before the")]
)
def test_a_distribution_after_the_spouses_or_before_the_decedents_death_is_a_problem(made: str, words: str) -> None:
    (problem,) = found_in(**distributed((made, "principal")), spouse={"died": "2028-06-30"}).problems

    assert problem.where == "trusts[share].distributions[0].made"
    assert words in problem.what


def test_a_death_on_the_last_of_may_makes_the_tax_due_at_the_end_of_february() -> None:
    due = deadline(AT_DEATH, spouse={"died": "2026-05-31"})

    assert (due.nominal, due.date) == (date(2027, 2, 28), date(2027, 3, 1))


def test_a_trust_that_ceased_first_is_taxed_then_and_not_at_the_death() -> None:
    ceased = {"trusts": [trust(disqualification={"ceased": "2026-05-29"})], "spouse": {"died": "2027-06-30"}}

    assert days("cessation_tax", **ceased) == [date(2027, 3, 1)]
    assert days(AT_DEATH, **ceased) == []
    assert days("alternate_valuation_election", **ceased) == []
    assert days(AT_DEATH, trusts=ceased["trusts"], spouse={"died": "2026-05-29"}) == [date(2027, 3, 1)]
    assert days(AT_DEATH, trusts=ceased["trusts"], spouse={"died": "2026-05-28"}) == [date(2027, 3, 1)]


def test_extensions_are_calendared_while_they_can_be_asked_for() -> None:
    lifetime = distributed(("2027-03-01", "principal"))
    death = {"spouse": {"died": "2027-07-15"}}

    assert days(TO_FILE, **lifetime, as_of="2028-04-18") == [date(2028, 10, 16)]
    assert days(TO_PAY, **lifetime, as_of="2028-04-15") == [date(2028, 10, 16)]
    assert days(TO_FILE, **lifetime, as_of="2028-04-19") == []
    assert days(FOR_CAUSE, **lifetime) == []
    assert days(TO_PAY, **death) == [date(2029, 4, 17)]
    assert days(FOR_CAUSE, **death) == [date(2038, 4, 15)]


@pytest.mark.parametrize(
    ("made", "count"),
    [pytest.param("2028-02-29", 1, id="the day before"), pytest.param("2028-03-01", 0, id="the day of the end")],
)
def test_a_refund_is_claimed_within_a_year_where_tax_came_before_the_final_determination(made: str, count: int) -> None:
    name = "refund_after_determination"
    final = {"return_": {"tax_determined": "2028-03-01"}}

    assert days(name, **distributed((made, "principal")), **final) == [date(2029, 3, 1)] * count
    assert days(name, **final, spouse={"died": "2027-01-01"}) == [date(2029, 3, 1)]
    assert days(name, **distributed(), **final, spouse={"died": "2028-03-01"}) == []
    assert f"{name}: distributions" in left_out(**final)


def test_a_citizen_who_is_free_of_the_tax_leaves_none_at_death() -> None:
    spouse = {"became_citizen": "2027-06-30", "died": "2029-06-29"}

    assert days(AT_DEATH, spouse={**spouse, "resident_throughout": True}) == []
    same_day = {**spouse, "resident_throughout": True, "died": "2027-06-30"}
    assert days(AT_DEATH, spouse=same_day) == []
    assert days(AT_DEATH, spouse={**same_day, "died": "2027-06-29"}) == [date(2028, 3, 29)]
    assert days(AT_DEATH, **distributed(), spouse={**spouse, "resident_throughout": False}) == []
    taxed = distributed(("2027-01-01", "principal"))
    assert days(AT_DEATH, **taxed, spouse={**spouse, "resident_throughout": False}) == [date(2030, 3, 29)]


def several(**return_: Any) -> dict[str, Any]:
    def one(id_: str, made: str) -> dict[str, Any]:
        return trust(id=id_, distributions=[{"made": made, "kind": "principal"}])

    return {"trusts": [one("first", "2026-06-01"), one("second", "2027-06-01")], "return_": return_}


def test_the_designated_filer_is_told_on_the_fourteenth_or_fifteenth_of_february() -> None:
    told = keyed(INFORM, **several())

    assert [(one.subject, one.deadline.date) for one in told] == [
        ("trusts", date(2027, 2, 14)),  # a Sunday, and it does not roll
        ("trusts", date(2028, 2, 15)),  # of a leap year
    ]
    assert [one.deadline.work_by for one in told] == [date(2027, 2, 12), date(2028, 2, 15)]
    assert days("designated_filer_designation", **several()) == [date(2026, 11, 12)]
    at_death = {**several(), "spouse": {"died": "2028-06-30"}}
    assert days(INFORM, **at_death) == [date(2027, 2, 14), date(2028, 2, 15), date(2029, 1, 29)]


def test_one_trust_or_none_designated_has_nothing_to_tell() -> None:
    assert days(INFORM, **distributed(("2027-06-01", "principal"))) == []
    assert days("designated_filer_designation") == []
    assert days(INFORM, **several(has_designated_filer=False)) == []


def test_a_successor_is_chosen_before_the_next_return_is_due() -> None:
    name = "designated_filer_successor"

    assert days(name, **several(designated_filer_ended="2027-04-14")) == [date(2027, 4, 14)]
    assert days(name, **several(designated_filer_ended="2027-04-15")) == [date(2028, 4, 14)]
    assert left_out(**several(filer={"former": "Old Coast Trust Company"})) == {
        f"{name}: return.designated_filer_ended"
    }
    notes = found_in(**several(designated_filer_ended="2028-04-18")).notes
    assert notes == (Note("trusts", "no_return_after_vacancy"),)
