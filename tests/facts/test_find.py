from dataclasses import fields, replace
from datetime import date

from assembler.facts import NAMES, find
from hypothesis import given
from hypothesis import strategies as st
from one_case import CASE, TRUST, first, one_case

from assembler.casefile import shape
from assembler.law.figure import Figure

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
    "annual_residence_ceased",
    "filer_replaced",
    "relief_requested",
    "relief_for_conveyance",
    "relief_for_bond_or_letter",
    "relief_for_return",
    "hardship_requested",
    "us_trustee_succeeded",
    "citizenship_resident_throughout",
    "citizenship_never_taxed",
    "citizenship_election_needed",
}


def test_a_complete_case_has_every_fact_decided_and_nothing_refused() -> None:
    facts = find(CASE)

    assert facts.problems == ()
    assert facts.needs_qdot.value is True
    assert [name for name, found in facts.trusts[0].findings.items() if found.value is None] == []


def test_every_name_is_found_for_every_trust_and_no_other() -> None:
    other = replace(TRUST, id="other", source=shape.Source.LIFETIME_AGREEMENT)

    for trust in find(one_case(trusts=(TRUST, other))).trusts:
        assert trust.findings.keys() == NAMES.keys()


def test_an_empty_case_refuses_only_that_it_names_no_trust() -> None:
    facts = find(shape.Case())

    assert [problem.where for problem in facts.problems] == ["trusts"]
    assert facts.needs_qdot.value is None


def test_an_empty_trust_is_unknown_and_not_refused() -> None:
    facts = find(shape.Case(trusts=(shape.Trust(id="bare"),), decedent=shape.Decedent(died=date(2026, 1, 1))))
    decided = {name for name, found in facts.trusts[0].findings.items() if found.value is not None}

    assert facts.problems == ()
    assert decided == {
        "planning",
        "after_death",
        "has_trust",
        "protective_only",
        "has_annuity",
        "treaty_available",
        "spouse_became_citizen",
        "several_qdots",
        "receives_roll_over",
        "arrangement_known",
        *EVENTS,  # what is not stated has not happened
    }


def test_every_reason_is_one_sentence_without_a_full_stop_and_rests_on_an_answer() -> None:
    for found in first(CASE).findings.values():
        assert found.because
        assert not found.because.endswith(".")
        assert found.rests_on


def test_every_problem_is_a_sentence_with_a_way_out() -> None:
    broken = one_case(
        trust={"governing_law": "Puerto Rico", "is_ordinary_trust": False, "trustees": ()}, return_={"form": "706-NA"}
    )

    for problem in find(broken).problems:
        assert problem.what.endswith(".")
        assert problem.fix.endswith(".")
        assert problem.law


@given(st.sets(st.sampled_from([one.name for one in fields(shape.Trust)])))
def test_no_answer_left_out_breaks_the_search(left_out: set[str]) -> None:
    blank = shape.Trust()
    bare = replace(TRUST, **{name: getattr(blank, name) for name in left_out})

    for died in (None, date(2026, 2, 11)):
        facts = find(one_case(trusts=(bare,), decedent={"died": died}))
        assert facts.trusts[0].findings.keys() == NAMES.keys()
        assert all(isinstance(figure, Figure) for figure in facts.trusts[0].figures.values())


@given(st.sets(st.sampled_from([one.name for one in fields(shape.Trust) if one.name not in ("id", "trustees")])))
def test_leaving_an_answer_out_never_turns_a_yes_into_a_no(left_out: set[str]) -> None:
    blank = shape.Trust()
    whole = first(CASE)
    bare = first(one_case(trusts=(replace(TRUST, **{name: getattr(blank, name) for name in left_out}),)))
    literal = {"arrangement_known"}  # it asks whether the answer is there

    for name in NAMES.keys() - literal:
        assert bare[name] in (whole[name], None), name
