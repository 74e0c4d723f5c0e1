from dataclasses import fields, replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from assembler.casefile import shape
from assembler.findings import Kind, find
from assembler.findings.provisions import FACT_OF
from assembler.findings.topics import CASE as OF_CASE
from assembler.findings.topics import TRUST as OF_TRUST
from assembler.terms import some
from findings.one_case import BONDS, CASE, LAND, LIFETIME, TRUST, first, one_case
from findings.one_item import assigned, item, paid

OF_TRUSTS = {fact.name for topic in OF_TRUST for fact in topic.facts}
NAMES = OF_TRUSTS | {fact.name for topic in OF_CASE for fact in topic.facts}
EVENTS = {
    "amount_adjusted",
    "notice_of_nonrenewal_bond",
    "notice_of_nonrenewal_letter",
    "notice_of_branch_closing",
    "replacement_secured",
    "release_due",
    "adjusted_by_determination",
    "adjusted_by_residence",
    "notice_of_nonrenewal",
    "released_by_citizenship",
    "released_by_tax_paid",
    "released_at_zero",
    "residence_reallocated",
    "residence_exclusion_changed",
    "residence_later_election",
    "residence_later_cancellation",
    "annual_residence_sold",
    "residence_reinvested",
    "annual_residence_ceased",
    "filer_information_due",
    "filer_designated",
    "filer_replaced",
    "return_filed",
    "deduction_disallowed",
    "large_anew",
    "election_made",
    "has_cautions",
    "has_return_address",
    "relief_requested",
    "relief_for_conveyance",
    "relief_for_bond_or_letter",
    "relief_for_return",
    "relief_of_form_706qdt",
    "relief_for_payment",
    "plan_requested",
    "hardship_requested",
    "hardship_for_another",
    "informs_filer",
    "us_trustee_succeeded",
    "appointed_after_vacancy",
    "hardship_overdue",
    "citizenship_elected_elsewhere",
    "citizenship_resident_throughout",
    "citizenship_never_taxed",
    "citizenship_election_needed",
}


def test_a_complete_case_has_every_fact_decided_and_nothing_refused() -> None:
    assert find(CASE).problems == ()
    assert [name for name in NAMES if first(CASE)[name] is None] == []


def test_an_empty_case_refuses_only_that_it_names_no_trust() -> None:
    assert [problem.where for problem in find(shape.Case()).problems] == ["trusts"]


def test_an_empty_trust_is_unknown_and_not_refused() -> None:
    case = shape.Case(trusts=(shape.Trust(id="bare"),), decedent=shape.Decedent(died=date(2026, 1, 1)))

    assert find(case).problems == ()
    assert {name for name in NAMES if first(case)[name] is not None} == {
        "planning",
        "after_death",
        "has_trust",
        "protective_only",
        "conveyance_undated",
        "residence_exclusion_ended",
        "has_annuity",
        "treaty_available",
        "spouse_became_citizen",
        "several_qdots",
        "filer_information_due",
        "receives_roll_over",
        "has_return_address",
        "questionnaire_asked_for",
        "rider_in_will",
        "rider_in_living_trust",
        "all_is_assigned",
        "all_is_transferred",
        "has_survivor_annuity",
        "arrangement_known",
        "community_property_stated",
        "has_marital_surplus",
        "holds_community_property",
        *FACT_OF.values(),  # a provision that is not chosen is left out
        *EVENTS,  # what is not stated has not happened
    }


def test_every_reason_is_one_sentence_without_a_full_stop_and_rests_on_an_answer() -> None:
    for subject in (first(CASE), find(CASE).whole, item(assigned()), item(paid())):
        for name, found in subject.facts.items():
            assert found.because, name
            assert not found.because.endswith("."), name
            # whether the case has figures rests on all of it; whether a questionnaire is asked for, on a command
            assert found.rests_on or name.startswith("has_") or name == "questionnaire_asked_for", name


LEFT_OUT = st.sets(st.sampled_from([one.name for one in fields(shape.Trust)]))


@settings(max_examples=25)
@given(LEFT_OUT, st.sampled_from([None, date(2026, 2, 11)]))
def test_no_answer_left_out_breaks_the_search(left_out: set[str], died: date | None) -> None:
    blank = shape.Trust()
    bare = replace(TRUST, **{name: getattr(blank, name) for name in left_out})
    found = find(one_case(trusts=(bare,), decedent={"died": died}))

    assert found.trusts[0].facts.keys() >= NAMES
    assert (found.problems, found.figures, found.calendar) is not None


@settings(max_examples=25)
@given(LEFT_OUT.map(lambda names: names - {"id", "trustees"}))
def test_leaving_an_answer_out_never_turns_a_yes_into_a_no(left_out: set[str]) -> None:
    blank = shape.Trust()
    whole = first(CASE)
    bare = first(one_case(trusts=(replace(TRUST, **{name: getattr(blank, name) for name in left_out}),)))
    literal = {"arrangement_known"}  # it asks whether the answer is there

    for name in NAMES - literal:
        assert bare[name] in (whole[name], None), name


def test_an_item_of_which_nothing_is_said_is_unknown_and_not_refused() -> None:
    bare = shape.Case(assignments=(shape.Assignment(),), annuities=(shape.Annuity(),), trusts=(shape.Trust(id="t"),))
    found = find(bare)

    assert found.problems == ()
    assert found.assignments[0]["assignment_by_asset"] is None
    assert found.annuities[0]["annuity_pay"] is None


def test_the_case_as_a_whole_has_what_any_of_its_trusts_has() -> None:
    land = replace(TRUST, id="land", assets=(BONDS, LAND), **LIFETIME)
    found = find(one_case(trusts=(TRUST, land, shape.Trust(id="bare"))))

    for name in OF_TRUSTS:
        assert found.whole[name] is some(trust[name] for trust in found.trusts), name
    assert found.whole["holds_real_property"] is True
    assert found.whole.fact("holds_real_property").rests_on == ("trusts[land].assets",)


def test_a_case_without_a_trust_has_nothing_that_only_a_trust_has() -> None:
    whole = find(one_case(trusts=())).whole

    assert {name for name in OF_TRUSTS if whole[name] is not False} == set()
    assert whole["after_death"] is True


def test_the_case_itself_answers_alike_for_each_of_its_subjects() -> None:
    living = find(one_case(decedent={"died": None}, assignments=(shape.Assignment(trust="share"),)))

    assert [living.of(kind)[0]["planning"] for kind in (Kind.CASE, Kind.TRUST, Kind.ASSIGNMENT)] == [True] * 3
    assert living.of(Kind.ANNUITY) == ()


def test_working_papers_are_called_for_where_they_have_something_to_show() -> None:
    names = ("has_figures", "has_dates", "has_unconfirmed_figures")

    assert [find(CASE).whole[name] for name in names] == [True, True, False]
    assert [find(shape.Case()).whole[name] for name in names] == [False, False, False]
