"""An annuity that cannot be assigned: what is so of it, when its payments are reported, and what of them is corpus."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from assembler.casefile import read, shape
from assembler.casefile.shape_annuities import MeasuringLife
from assembler.findings import find
from assembler.law.deadline import Office
from findings.one_item import holding, item, paid
from findings.written_case import days, deadline, figured, found_in, left_out, trust, value, values

ACCOUNT, CONTRACT = "annuity_is_ira", "annuity_individual_annuity"


def life(name: str, year: int) -> MeasuringLife:
    return MeasuringLife(name=name, born=date(year, 5, 5))


@pytest.mark.parametrize(
    ("changes", "so", "not_so"),
    [
        ({}, {"annuity_pay", "annuity_undertaken", "annuity_for_term"}, {"annuity_roll_over", "annuity_for_life"}),
        ({"undertaking": shape.Undertaking.ROLL_OVER}, {"annuity_roll_over", "receives_roll_over"}, {"annuity_pay"}),
        (
            {"undertaking": None, "is_assignable": True},
            set(),
            {"annuity_undertaken", "annuity_pay", "annuity_roll_over", "receives_roll_over"},
        ),
        ({"is_retirement_account": None, "is_retirement_annuity": True}, {CONTRACT}, {ACCOUNT}),
        ({"is_retirement_account": True, "is_retirement_annuity": None}, {ACCOUNT}, {CONTRACT}),
        ({"is_barred_by_terms": True}, {"annuity_barred_by_terms"}, set()),
        ({}, set(), {"annuity_barred_by_terms"}),
        ({"is_foreign_plan": True}, {"annuity_foreign_plan"}, {"annuity_security_requested"}),
        ({"security_requested": date(2027, 8, 2)}, {"annuity_security_requested"}, set()),
        ({"scheduled_changes": "2 percent", "has_scheduled_changes": None}, {"annuity_scheduled_changes"}, set()),
    ],
)
def test_an_annuity_is_what_it_is_said_to_be(changes: dict[str, Any], so: set[str], not_so: set[str]) -> None:
    annuity = item(paid(**changes))

    assert {name for name in so if annuity[name] is not True} == set()
    assert {name for name in not_so if annuity[name] is not False} == set()


def test_an_annuity_for_two_lives_is_for_life_and_for_no_term() -> None:
    lives = (life("Aïda", 1950), life("Béla", 1980))
    so = holding(paid(measuring_lives=lives, term_years=None))

    assert {"annuity_for_life", "annuity_two_lives"} <= so
    assert "annuity_for_term" not in so
    assert "annuity_two_lives" not in holding(paid(measuring_lives=lives[:1], term_years=None))


@pytest.mark.parametrize(
    ("status", "value"),
    [
        (shape.Status.CITIZEN_DOMICILED_ABROAD, True),
        (shape.Status.NONRESIDENT_NONCITIZEN, True),
        (shape.Status.RESIDENT_NONCITIZEN, False),
        (None, None),
    ],
)
def test_the_international_official_is_for_a_decedent_abroad(status: shape.Status | None, value: bool | None) -> None:
    assert item(paid({"decedent": {"status": status}, "trusts": ()}))["international_addressee"] is value


def test_an_incompetent_spouse_s_representative_signs_the_agreement_too() -> None:
    assert "annuity_signed_by_representative" in holding(paid({"spouse": {"is_incompetent": True}}))


def annuity(undertaking: str | None, *received: str | None, **answers: Any) -> dict[str, Any]:
    receipts = [{"received": day, "amount": "100"} for day in received]
    return {"annuities": [{"id": "pension", "undertaking": undertaking, "receipts": receipts, **answers}]}


def test_each_year_of_payments_is_reported_and_each_payment_rolled_over() -> None:
    rolled = annuity("roll-over", "2027-07-07", "2027-12-31", "2027-12-31", trust="share")

    assert days("annuity_payments_rolled_over", "2027", **rolled) == [date(2028, 4, 18)]
    assert days("roll_over", **rolled) == [date(2027, 9, 5), date(2028, 2, 29)]  # one a Sunday
    assert days("roll_over", **annuity("pay", "2027-07-07")) == []


def test_the_trust_that_takes_is_established_by_who_makes_it_unless_it_is() -> None:
    rolled, key = annuity("roll-over", trust="share"), "qdot_for_roll_over"
    signed, to_come = "2026-11-21", "2026-11-22"  # the papers are of the first

    assert deadline(key, **rolled).offices == (Office.EXECUTOR,)
    for source, office in (("spouse-created", Office.SPOUSE), ("executor-created", Office.EXECUTOR)):
        made = {"source": source, "other_property": False}
        later = deadline(key, **rolled, trusts=[trust(**made, instrument_date=to_come)])
        assert (later.date, later.offices) == (date(2026, 11, 10), (office,))
        assert days(key, **rolled, trusts=[trust(**made, instrument_date=signed)]) == []


@pytest.mark.parametrize(
    ("transferred", "amount", "left"),
    [
        ("2026-11-10", None, 0),
        ("2026-11-21", "83", 0),
        ("2026-11-21", "50", 1),
        ("2026-11-22", None, 1),
        (None, None, 1),
    ],
)
def test_a_payment_whose_corpus_is_transferred_in_full_by_the_day_of_the_papers_is_not_open(
    transferred: str | None, amount: str | None, left: int
) -> None:
    answers = annuity("roll-over", trust="share", annual_payment="72000", interval="monthly", term_years=10)
    receipt = {"received": "2026-10-01", "amount": "100", "transferred": transferred, "transferred_amount": amount}
    answers["annuities"][0]["receipts"] = [receipt]

    assert len(days("roll_over", **answers)) == left


def test_a_transfer_after_the_sixtieth_day_leaves_the_day_on_the_calendar() -> None:
    pension = {"id": "pension", "undertaking": "roll-over", "trust": "share"}

    for transferred, left in (("2026-10-31", 0), ("2026-11-01", 1)):
        receipts = [{"received": "2026-09-01", "amount": "100", "transferred": transferred}]
        assert len(days("roll_over", annuities=[{**pension, "receipts": receipts}])) == left


def test_in_the_year_of_the_death_nothing_is_due_before_the_estate_tax_return() -> None:
    answers = annuity("pay", "2026-12-31")
    key, year = "annuity_payments_taxed", "2026"

    assert days(key, year, **answers, return_={"extended_to": "2027-05-11"}) == [date(2027, 5, 11)]
    assert days(key, year, **answers) == [date(2027, 4, 15)]
    assert days(key, year, **answers, return_={"estate_files_return": False}) == [date(2026, 11, 12)]


def test_in_the_year_of_the_spouses_death_the_earlier_day_is_calendared_and_noted() -> None:
    answers = {**annuity("pay", "2027-05-01"), "spouse": {"died": "2027-06-30", "return_filed": "2028-01-14"}}
    due = deadline("annuity_payments_taxed", "2027", **answers)

    assert (due.date, due.notes) == (date(2028, 1, 14), ("earlier_of_two",))


def test_papers_go_with_the_return_and_an_account_is_chosen_for() -> None:
    papers, choice = "annuity_papers", "retirement_account_choice"

    assert days(papers, **annuity("pay")) == [date(2026, 11, 12)]
    assert days(choice, **annuity("pay")) == []
    assert days(choice, **annuity(None, is_retirement_account=True)) == [date(2026, 11, 12)]
    assert days(papers, **annuity(None, is_retirement_account=True)) == []
    assert days(papers, **annuity("pay", is_retirement_account=True)) == [date(2026, 11, 12)]
    assert found_in(**annuity("pay", is_assignable=True)).dates == found_in().dates


def test_an_annuity_alone_needs_no_trust_and_keeps_its_dates() -> None:
    keys = {one.deadline.key for one in found_in(**annuity("pay", "2026-12-31"), trusts=[]).dates}

    assert "annuity_payments_taxed" in keys
    assert "last_election" not in keys


@pytest.mark.parametrize(
    ("answers", "missing"),
    [
        (annuity(None), "annuity_payments: annuities[pension].undertaking"),
        (annuity("pay", receipts=None), "annuity_payments: annuities[pension].receipts"),
        (annuity("pay", None), "annuity_payment: annuities[pension].receipts[0].received"),
    ],
)
def test_a_missing_answer_leaves_the_payments_out(answers: dict[str, Any], missing: str) -> None:
    assert days("annuity_payments_taxed", **answers) == []
    assert missing in left_out(**answers)


@pytest.mark.parametrize("received", ["2025-12-31", "2026-02-10", "2028-01-01"])
def test_a_payment_before_the_death_or_after_the_spouses_is_a_problem(received: str) -> None:
    (problem,) = found_in(**annuity("pay", received), spouse={"died": "2027-06-30"}).problems

    assert problem.where == "annuities[pension].receipts[0].received"


PENSION = """\
annuities:
  - {{id: pension, plan: "Kötter & Söhne Pension", annual_payment: 72000, interval: monthly,
     measuring_lives: [{{born: 1950-05-05}}], undertaking: {}{}}}
"""

ESTATE = "estate: {taxable_estate: 12000000}\nreturn: {tax_determined: 2022-01-01}\n"

PAYMENTS = ", receipts: [{received: 2020-06-30, amount: 6000}, {received: 2021-06-30, amount: 6000, hardship: 1000}]"


def test_each_payment_has_its_corpus_less_what_hardship_relieves() -> None:
    found = figured(PENSION.format("roll-over", PAYMENTS))

    portion = value(found, "Corpus portion of each payment")
    assert portion == "0.83"
    assert value(found, "Corpus in the payments received") == "4980.00"
    assert value(found, "Corpus that is taxed or rolled over") == "3980.00"


def test_corpus_on_which_the_spouse_pays_the_tax_is_a_taxable_event() -> None:
    found = figured(PENSION.format("pay", PAYMENTS) + ESTATE)

    assert values(found, "section 2056A estate tax") == {
        "Kötter & Söhne Pension: payment of 2020-06-30": "1992",
        "Kötter & Söhne Pension: payment of 2021-06-30": "1592",
    }


def test_corpus_that_is_rolled_over_is_not_taxed() -> None:
    assert values(figured(PENSION.format("roll-over", PAYMENTS) + ESTATE), "section 2056A estate tax") == {}


def test_a_failure_taxes_all_that_is_left_and_no_later_payment_again() -> None:
    found = figured(PENSION.format("pay", PAYMENTS + ", failed_year: 2021") + ESTATE)

    left = values(found, "Present value of the annuity")
    subject = "Kötter & Söhne Pension: left on 2021-01-01, the undertaking having failed"
    assert subject in left
    taxed = values(found, "section 2056A estate tax")
    assert list(taxed) == ["Kötter & Söhne Pension: payment of 2020-06-30", subject]
    assert Decimal(taxed[subject]) == Decimal(left[subject]) * Decimal("0.4")


def test_a_term_certain_that_failed_is_valued_for_the_years_left() -> None:
    term = PENSION.format("roll-over", ", term_years: 10, failed_year: 2023, term_years_left: 7")
    found = figured(term.replace("[{born: 1950-05-05}]", "[]"))

    assert len(values(found, "Present value of the annuity")) == 2
    assert value(found, "Expected annuity term") == "10"


def test_an_annuity_that_can_be_assigned_is_not_computed() -> None:
    assert figured(PENSION.format("pay", ", is_assignable: true")).figures == ()


def test_two_lives_last_to_the_survivors_death() -> None:
    two = PENSION.format("pay", "").replace("[{born: 1950-05-05}]", "[{born: 1950-05-05}, {born: 1980-01-01}]")

    one, both = figured(PENSION.format("pay", "")), figured(two)

    assert int(value(both, "Present value of the annuity")) > int(value(one, "Present value of the annuity"))


@pytest.mark.parametrize("interval", ["semiannual", "weekly"])
def test_an_annuity_of_a_cent_has_no_corpus_portion_and_says_so(interval: str) -> None:
    text = f"""format: 1
as_of: 2026-07-10
decedent: {{died: 2026-01-21}}
annuities:
- {{annual_payment: 0.01, interval: {interval}, timing: beginning, measuring_lives: [{{born: 1949-07-26}}]}}
"""
    case = read(text.encode()).case
    assert case is not None

    (problem,) = find(case).figures.problems

    assert problem.what == "the annuity is worth less than a cent."
