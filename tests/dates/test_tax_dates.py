"""Form 706-QDT and its tax have their days, and citizenship, several trusts and annuities have theirs."""

from datetime import date
from typing import Any

import pytest
from dated_case import all_of, days, deadline, found_in, trust

TO_FILE = "Form 706-QDT, longest extension of time to file"
TO_PAY = "Section 2056A tax, longest extension of time to pay"
FOR_CAUSE = "Section 2056A tax at death, extension for reasonable cause"
INFORM = "Information for the Designated Filer"
GIFTS = "Election to treat earlier distributions as gifts"
AT_DEATH = "Form 706-QDT and tax at the spouse's death"


def paid(*days_and_kinds: tuple[str | None, str | None], **answers: Any) -> dict[str, Any]:
    made = [{"made": day, "kind": kind} for day, kind in days_and_kinds]
    return {"trusts": [trust(distributions=made, **answers)]}


def test_tax_on_a_years_distributions_is_due_on_april_15_which_rolls() -> None:
    due = deadline("Form 706-QDT and tax for 2027", **paid(("2027-01-01", "principal"), ("2027-12-31", "principal")))

    assert (due.nominal, due.date, due.work_by) == (date(2028, 4, 15), date(2028, 4, 18), date(2028, 4, 14))


def test_income_and_exempt_payments_call_for_no_return_and_hardship_for_a_report() -> None:
    untaxed = paid(("2027-03-01", "income"), ("2027-03-01", "exempt"))

    assert not [one for one in found_in(**untaxed).dates if "706-QDT" in one.deadline.name]
    assert days("Form 706-QDT for hardship distributions of 2027", **paid(("2027-03-01", "hardship"))) == [
        date(2028, 4, 18)
    ]
    both = paid(("2027-03-01", "hardship"), ("2027-04-01", "principal"))
    assert days("Form 706-QDT for hardship distributions of 2027", **both) == []  # the same return tells of it


def test_a_distribution_without_its_day_or_kind_is_left_out() -> None:
    notes = found_in(**paid((None, "principal"), ("2027-01-01", None))).notes

    assert (
        "share: Form 706-QDT for a distribution is left out until trusts[share].distributions[0].made is answered."
        in notes
    )
    assert (
        "share: Form 706-QDT for a distribution is left out until trusts[share].distributions[1].kind is answered."
        in notes
    )


def test_in_the_year_of_the_spouses_death_nine_months_rule_the_lifetime_tax_too() -> None:
    answers = {**paid(("2027-02-01", "principal"), ("2026-12-31", "principal")), "spouse": {"died": "2027-12-20"}}

    assert days("Form 706-QDT and tax for 2027", **answers) == [date(2028, 9, 20)]
    assert days("Form 706-QDT and tax for 2026", **answers) == [date(2027, 4, 15)]
    assert days(AT_DEATH, **answers) == [date(2028, 9, 20)]
    assert days("Alternate or special use valuation elected", **answers) == [date(2028, 9, 20)]


@pytest.mark.parametrize(
    ("made", "words"), [("2029-01-01", "after the spouse's death"), ("2026-02-10", "is before the")]
)
def test_a_distribution_after_the_spouses_or_before_the_decedents_death_is_a_problem(made: str, words: str) -> None:
    (problem,) = found_in(**paid((made, "principal")), spouse={"died": "2028-06-30"}).problems

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
    lifetime = paid(("2027-03-01", "principal"))
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

    assert days(name, **paid((made, "principal")), **final) == [date(2029, 3, 1)] * count
    assert days(name, **final, spouse={"died": "2027-01-01"}) == [date(2029, 3, 1)]
    assert days(name, **paid(), **final, spouse={"died": "2028-03-01"}) == []
    assert [note for note in found_in(**final).notes if name in note and "trusts[share].distributions" in note]


@pytest.mark.parametrize("became", ["2027-01-01", "2027-12-31"])
def test_citizenship_is_certified_by_april_15_of_the_next_year(became: str) -> None:
    assert days("Notice that the spouse has become a citizen", spouse={"became_citizen": became}) == [date(2028, 4, 18)]


def test_no_citizenship_is_certified_for_a_trust_that_is_over_or_was_never_needed() -> None:
    name = "Notice that the spouse has become a citizen"

    assert days(name, spouse={"became_citizen": "2027-07-01", "died": "2027-06-30"}) == []
    assert days(name, spouse={"became_citizen": "2027-06-30", "died": "2027-06-30"}) == [date(2028, 4, 18)]
    assert days(name, spouse={"became_citizen": "2026-02-11"}) == []  # not after the death, and refused as a fact
    before_return = {"became_citizen": "2026-10-01", "resident_throughout": True}
    assert days(name, spouse=before_return) == []


@pytest.mark.parametrize(
    ("resident", "kind", "expected"),
    [
        (False, "principal", [date(2028, 4, 18)]),
        (True, "principal", []),
        (False, "income", []),
        (None, "principal", []),
    ],
)
def test_the_gift_election_is_for_a_spouse_who_was_taxed_and_not_resident_throughout(
    resident: bool | None, kind: str, expected: list[date]
) -> None:
    answers = {
        **paid(("2027-06-29", kind)),
        "spouse": {"became_citizen": "2027-06-30", "resident_throughout": resident},
    }

    assert days(GIFTS, **answers) == expected
    left_out = f"share: {GIFTS} is left out until spouse.resident_throughout is answered."
    assert (left_out in found_in(**answers).notes) is (resident is None)


def test_the_gift_election_waits_for_the_distributions() -> None:
    spouse = {"became_citizen": "2027-06-30", "resident_throughout": False}

    assert f"share: {GIFTS} is left out until trusts[share].distributions is answered." in found_in(spouse=spouse).notes


def test_a_distribution_on_the_day_of_citizenship_was_not_before_it() -> None:
    answers = {
        **paid(("2027-06-30", "principal")),
        "spouse": {"became_citizen": "2027-06-30", "resident_throughout": False},
    }

    assert days(GIFTS, **answers) == []


def test_a_citizen_who_is_free_of_the_tax_leaves_none_at_death() -> None:
    spouse = {"became_citizen": "2027-06-30", "died": "2029-06-29"}

    assert days(AT_DEATH, spouse={**spouse, "resident_throughout": True}) == []
    same_day = {**spouse, "resident_throughout": True, "died": "2027-06-30"}
    assert days(AT_DEATH, spouse=same_day) == []
    assert days(AT_DEATH, spouse={**same_day, "died": "2027-06-29"}) == [date(2028, 3, 29)]
    assert days(AT_DEATH, **paid(), spouse={**spouse, "resident_throughout": False}) == []
    taxed = paid(("2027-01-01", "principal"))
    assert days(AT_DEATH, **taxed, spouse={**spouse, "resident_throughout": False}) == [date(2030, 3, 29)]


def several(**return_: Any) -> dict[str, Any]:
    def one(id_: str, made: str) -> dict[str, Any]:
        return trust(id=id_, distributions=[{"made": made, "kind": "principal"}])

    return {"trusts": [one("first", "2026-06-01"), one("second", "2027-06-01")], "return_": return_}


def test_the_designated_filer_is_told_on_the_fourteenth_or_fifteenth_of_february() -> None:
    told = all_of(INFORM, **several())

    assert [(one.subject, one.deadline.date) for one in told] == [
        ("trusts", date(2027, 2, 14)),  # a Sunday, and it does not roll
        ("trusts", date(2028, 2, 15)),  # of a leap year
    ]
    assert [one.deadline.work_by for one in told] == [date(2027, 2, 12), date(2028, 2, 15)]
    assert days("Designated Filer named", **several()) == [date(2026, 11, 12)]
    at_death = {**several(), "spouse": {"died": "2028-06-30"}}
    assert days(INFORM, **at_death) == [date(2027, 2, 14), date(2028, 2, 15), date(2029, 1, 29)]


def test_one_trust_or_none_designated_has_nothing_to_tell() -> None:
    assert days(INFORM, **paid(("2027-06-01", "principal"))) == []
    assert days("Designated Filer named") == []
    assert days(INFORM, **several(has_designated_filer=False)) == []


def test_a_successor_is_chosen_before_the_next_return_is_due() -> None:
    name = "Successor Designated Filer chosen"

    assert days(name, **several(designated_filer_ended="2027-04-14")) == [date(2027, 4, 14)]
    assert days(name, **several(designated_filer_ended="2027-04-15")) == [date(2028, 4, 14)]
    notes = found_in(**several(designated_filer_ended="2028-04-15")).notes
    assert notes == ("trusts: no Form 706-QDT is known to fall due after the Designated Filer ceased to act.",)


def annuity(undertaking: str | None, *received: str | None, **answers: Any) -> dict[str, Any]:
    receipts = [{"received": day, "amount": "100"} for day in received]
    return {"annuities": [{"id": "pension", "undertaking": undertaking, "receipts": receipts, **answers}]}


def test_each_year_of_payments_is_reported_and_each_payment_rolled_over() -> None:
    rolled = annuity("roll-over", "2027-07-07", "2027-12-31", "2027-12-31", trust="share")

    assert days("Form 706-QDT for annuity payments of 2027", **rolled) == [date(2028, 4, 18)]
    assert days("Roll-over of an annuity payment", **rolled) == [date(2027, 9, 5), date(2028, 2, 29)]  # one a Sunday
    assert days("Roll-over of an annuity payment", **annuity("pay", "2027-07-07")) == []
    assert days("QDOT for the annuity roll-over", **rolled) == [date(2026, 11, 10)]


def test_in_the_year_of_the_death_nothing_is_due_before_the_estate_tax_return() -> None:
    answers = annuity("pay", "2026-12-31")
    name = "Form 706-QDT for annuity payments of 2026"

    assert days(name, **answers, return_={"extended_to": "2027-05-11"}) == [date(2027, 5, 11)]
    assert days(name, **answers) == [date(2027, 4, 15)]
    assert days(name, **answers, return_={"estate_files_return": False}) == [date(2026, 11, 12)]


def test_in_the_year_of_the_spouses_death_the_earlier_day_is_calendared_and_noted() -> None:
    answers = {**annuity("pay", "2027-05-01"), "spouse": {"died": "2027-06-30", "return_filed": "2028-01-14"}}
    due = deadline("Form 706-QDT for annuity payments of 2027", **answers)

    assert due.date == date(2028, 1, 14)
    assert "the earlier is taken, and the agreement is not altered" in due.notes[0]


def test_papers_go_with_the_return_and_an_account_is_chosen_for() -> None:
    papers, choice = (
        "Information Statement and agreement for the annuity",
        "Choice for the individual retirement account",
    )

    assert days(papers, **annuity("pay")) == [date(2026, 11, 12)]
    assert days(choice, **annuity("pay")) == []
    assert days(choice, **annuity(None, is_retirement_account=True)) == [date(2026, 11, 12)]
    assert days(papers, **annuity(None, is_retirement_account=True)) == []
    assert days(papers, **annuity("pay", is_retirement_account=True)) == [date(2026, 11, 12)]
    assert found_in(**annuity("pay", is_assignable=True)).dates == found_in().dates


def test_an_annuity_alone_needs_no_trust_and_keeps_its_dates() -> None:
    names = {one.deadline.name for one in found_in(**annuity("pay", "2026-12-31"), trusts=[]).dates}

    assert "Form 706-QDT for annuity payments of 2026" in names
    assert "Last day for a QDOT election" not in names


@pytest.mark.parametrize(
    ("answers", "missing"),
    [
        (annuity(None), "undertaking"),
        (annuity("pay", receipts=None), "receipts"),
        (annuity("pay", None), "receipts[0].received"),
    ],
)
def test_a_missing_answer_leaves_the_payments_out(answers: dict[str, Any], missing: str) -> None:
    found = found_in(**answers)

    assert not [one for one in found.dates if "annuity payments" in one.deadline.name]
    assert [note for note in found.notes if f"until annuities[pension].{missing} is answered" in note]


@pytest.mark.parametrize("received", ["2025-12-31", "2026-02-10", "2028-01-01"])
def test_a_payment_before_the_death_or_after_the_spouses_is_a_problem(received: str) -> None:
    (problem,) = found_in(**annuity("pay", received), spouse={"died": "2027-06-30"}).problems

    assert problem.where == "annuities[pension].receipts[0].received"
