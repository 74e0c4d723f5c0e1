"""When Form 706-QDT and its tax are due, how far they extend, and what the Designated Filer is told."""

from datetime import date
from typing import Any

import pytest

from findings.written_case import days, deadline, distributed, found_in, named, trust

TO_FILE = "Form 706-QDT, longest extension of time to file"
TO_PAY = "Section 2056A tax, longest extension of time to pay"
FOR_CAUSE = "Section 2056A tax at death, extension for reasonable cause"
INFORM = "Information for the Designated Filer"
AT_DEATH = "Form 706-QDT and tax at the spouse's death"


def test_tax_on_a_years_distributions_is_due_on_april_15_which_rolls() -> None:
    due = deadline(
        "Form 706-QDT and tax for 2027", **distributed(("2027-01-01", "principal"), ("2027-12-31", "principal"))
    )

    assert (due.nominal, due.date, due.work_by) == (date(2028, 4, 15), date(2028, 4, 18), date(2028, 4, 14))


def test_income_and_exempt_payments_call_for_no_return_and_hardship_for_a_report() -> None:
    untaxed = distributed(("2027-03-01", "income"), ("2027-03-01", "exempt"))

    assert not [one for one in found_in(**untaxed).dates if "706-QDT" in one.deadline.name]
    assert days("Form 706-QDT for hardship distributions of 2027", **distributed(("2027-03-01", "hardship"))) == [
        date(2028, 4, 18)
    ]
    both = distributed(("2027-03-01", "hardship"), ("2027-04-01", "principal"))
    assert days("Form 706-QDT for hardship distributions of 2027", **both) == []  # the same return tells of it


def test_a_distribution_without_its_day_or_kind_is_left_out() -> None:
    notes = found_in(**distributed((None, "principal"), ("2027-01-01", None))).notes

    assert (
        "share: Form 706-QDT for a distribution is left out until trusts[share].distributions[0].made is answered."
        in notes
    )
    assert (
        "share: Form 706-QDT for a distribution is left out until trusts[share].distributions[1].kind is answered."
        in notes
    )


def test_in_the_year_of_the_spouses_death_nine_months_rule_the_lifetime_tax_too() -> None:
    answers = {
        **distributed(("2027-02-01", "principal"), ("2026-12-31", "principal")),
        "spouse": {"died": "2027-12-20"},
    }

    assert days("Form 706-QDT and tax for 2027", **answers) == [date(2028, 9, 20)]
    assert days("Form 706-QDT and tax for 2026", **answers) == [date(2027, 4, 15)]
    assert days(AT_DEATH, **answers) == [date(2028, 9, 20)]
    assert days("Alternate or special use valuation elected", **answers) == [date(2028, 9, 20)]


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

    assert days("Form 706-QDT and tax when the trust ceased to qualify", **ceased) == [date(2027, 3, 1)]
    assert days(AT_DEATH, **ceased) == []
    assert days("Alternate or special use valuation elected", **ceased) == []
    assert days(AT_DEATH, trusts=ceased["trusts"], spouse={"died": "2026-05-29"}) == [date(2027, 3, 1)]
    assert days(AT_DEATH, trusts=ceased["trusts"], spouse={"died": "2026-05-28"}) == [date(2027, 3, 1)]


def test_extensions_are_calendared_while_they_can_be_asked_for() -> None:
    lifetime = distributed(("2027-03-01", "principal"))
    death = {"spouse": {"died": "2027-07-15"}}

    assert days(TO_FILE, **lifetime, as_of="2028-04-15") == [date(2028, 10, 16)]
    assert days(TO_PAY, **lifetime, as_of="2028-04-15") == [date(2028, 10, 16)]
    assert days(TO_FILE, **lifetime, as_of="2028-04-16") == []
    assert days(FOR_CAUSE, **lifetime) == []
    assert days(TO_PAY, **death) == [date(2029, 4, 17)]
    assert days(FOR_CAUSE, **death) == [date(2038, 4, 15)]


@pytest.mark.parametrize(
    ("made", "count"),
    [pytest.param("2028-02-29", 1, id="the day before"), pytest.param("2028-03-01", 0, id="the day of the end")],
)
def test_a_refund_is_claimed_within_a_year_where_tax_came_before_the_final_determination(made: str, count: int) -> None:
    name = "Refund claim after the decedent's tax is finally determined"
    final = {"return_": {"tax_determined": "2028-03-01"}}

    assert days(name, **distributed((made, "principal")), **final) == [date(2029, 3, 1)] * count
    assert days(name, **final, spouse={"died": "2027-01-01"}) == [date(2029, 3, 1)]
    assert days(name, **distributed(), **final, spouse={"died": "2028-03-01"}) == []
    assert [note for note in found_in(**final).notes if name in note and "trusts[share].distributions" in note]


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
    told = named(INFORM, **several())

    assert [(one.subject, one.deadline.date) for one in told] == [
        ("trusts", date(2027, 2, 14)),  # a Sunday, and it does not roll
        ("trusts", date(2028, 2, 15)),  # of a leap year
    ]
    assert [one.deadline.work_by for one in told] == [date(2027, 2, 12), date(2028, 2, 15)]
    assert days("Designated Filer named", **several()) == [date(2026, 11, 12)]
    at_death = {**several(), "spouse": {"died": "2028-06-30"}}
    assert days(INFORM, **at_death) == [date(2027, 2, 14), date(2028, 2, 15), date(2029, 1, 29)]


def test_one_trust_or_none_designated_has_nothing_to_tell() -> None:
    assert days(INFORM, **distributed(("2027-06-01", "principal"))) == []
    assert days("Designated Filer named") == []
    assert days(INFORM, **several(has_designated_filer=False)) == []


def test_a_successor_is_chosen_before_the_next_return_is_due() -> None:
    name = "Successor Designated Filer chosen"

    assert days(name, **several(designated_filer_ended="2027-04-14")) == [date(2027, 4, 14)]
    assert days(name, **several(designated_filer_ended="2027-04-15")) == [date(2028, 4, 14)]
    notes = found_in(**several(designated_filer_ended="2028-04-15")).notes
    assert notes == ("trusts: no Form 706-QDT is known to fall due after the Designated Filer ceased to act.",)
