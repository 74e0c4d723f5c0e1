"""A provision that the law does not require stands in the papers of a case that chooses it, and in no other."""

from collections.abc import Mapping, Set
from dataclasses import replace
from pathlib import Path

import pytest

from assembler.casefile import read
from assembler.casefile.shape import Provision
from assembler.matter import Engine, Matter
from matter.agreement import Answers, CaseFile, draft, only, said

SAMPLES = Path(__file__).parents[2] / "samples"
CLAUSES: Mapping[Provision, str] = {
    **{one: one.value for one in Provision},
    Provision.DESCENDANTS_TRUSTS: "remainder-descendants-trusts",
}
MARKED = {"community-property", "community-property-in-life", "schedule-community-in-life"}


def chosen(source: Path, engine: Engine, document: str) -> Set[str]:
    (plan,) = Matter.open(source, engine).plans([document])
    return set(plan.chosen)


def words(source: Path, engine: Engine, document: str, clause: str) -> str:
    (drafted,) = Matter.open(source, engine).draft(document).documents
    assert drafted.rendered
    return drafted.rendered.expected.clauses[clause]


@pytest.mark.parametrize("provision", Provision)
def test_a_provision_brings_its_clause_and_no_other(provision: Provision, engine: Engine, case_file: CaseFile) -> None:
    def choose(answers: Answers) -> None:
        answers["trusts"][0]["provisions"] = [provision.value]

    assert set(CLAUSES.values()) & chosen(case_file(choose), engine, "trust-agreement") == {CLAUSES[provision]}


def test_without_a_choice_none_is_drafted_and_the_memo_names_them_all(engine: Engine, case_file: CaseFile) -> None:
    case = case_file(lambda answers: None)

    assert set(CLAUSES.values()) & chosen(case, engine, "trust-agreement") == set()
    told = words(case, engine, "drafting-memo", "memo-provisions")
    assert [one for one in Provision if f"({one})" not in told] == []


def test_the_trusts_for_descendants_take_the_place_of_the_gift_to_them(engine: Engine, case_file: CaseFile) -> None:
    def choose(answers: Answers) -> None:
        answers["trusts"][0]["provisions"] = ["descendants-trusts"]

    assert "remainder-descendants" not in chosen(case_file(choose), engine, "trust-agreement")


def test_stock_of_an_s_corporation_is_left_out_of_a_unitrust_where_both_are_chosen(
    engine: Engine, case_file: CaseFile
) -> None:
    def choose(*named: Provision) -> bool:
        def change(answers: Answers) -> None:
            answers["trusts"][0]["provisions"] = [one.value for one in named]

        return "unitrust-s-corporation" in chosen(case_file(change), engine, "trust-agreement")

    assert choose(Provision.UNITRUST_INCOME, Provision.S_CORPORATION)
    assert not choose(Provision.UNITRUST_INCOME)
    assert not choose(Provision.S_CORPORATION)


def test_a_right_to_withdraw_in_life_is_subject_to_withholding(engine: Engine, case_file: CaseFile) -> None:
    def choose(answers: Answers) -> None:
        answers["trusts"][0]["provisions"] = ["lifetime-withdrawal"]

    outcome = draft(case_file(choose), engine)

    assert said(outcome) == ""
    rendered = only(outcome).rendered
    assert rendered is not None
    assert "less the QDOT Tax withheld" in rendered.expected.clauses["lifetime-withdrawal"]


def test_community_property_that_is_marked_is_kept_to_the_decedents_half(engine: Engine, case_file: CaseFile) -> None:
    def mark(answers: Answers) -> None:
        answers["trusts"][0]["assets"][0]["is_community"] = True

    def deny(answers: Answers) -> None:
        answers["community_property"] = "none"

    assert chosen(case_file(mark), engine, "trust-agreement") >= MARKED
    assert chosen(case_file(deny), engine, "trust-agreement") & MARKED == set()


def test_the_schedule_of_a_trust_made_after_the_death_names_what_was_community_property(engine: Engine) -> None:
    reading = read(SAMPLES / "bond.yaml")
    assert reading.case
    (trust,) = reading.case.trusts
    first, *others = trust.assets or ()
    marked = replace(trust, assets=(replace(first, is_community=True), *others))

    outcome = Matter(replace(reading, case=replace(reading.case, trusts=(marked,))), engine).draft("trust-agreement")

    rendered = only(outcome).rendered
    assert said(outcome) == ""
    assert rendered is not None
    assert "Apartment 9C" in rendered.expected.clauses["schedule-community"]


def test_an_assignment_of_community_property_reaches_one_half(engine: Engine) -> None:
    told = words(SAMPLES / "optional-provisions.yaml", engine, "assignment-specific", "assign-community")

    assert "no more than that half is assigned" in told


def test_in_a_state_of_community_property_the_memo_asks_and_the_agreement_is_silent(
    engine: Engine, case_file: CaseFile
) -> None:
    def leave_open(answers: Answers) -> None:
        del answers["community_property"]

    case = case_file(leave_open)

    assert [point.path for point in Matter.open(case, engine).open_points] == ["community_property"]
    assert said(draft(case, engine)) == ""
    rendered = only(draft(case, engine)).rendered
    assert rendered is not None
    assert len(rendered.points) == 0
    asked = words(case, engine, "drafting-memo", "memo-community-property-open")
    assert "how much of the spouses' property was community property]" in asked
