"""What is so of one assignment or one annuity."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import product
from typing import Any

import pytest
from assembler.facts import ITEM_GROUPS, ITEM_NAMES, ITEM_NEVER, NAMES, Finding, find, of_item, of_no_item
from hypothesis import given
from hypothesis import strategies as st
from one_case import CASE, one_case
from one_item import ANNUITY, ASSIGNMENT, HOUSE, SHARES, SUM, assigned, found, holding, paid

from assembler.casefile import shape
from assembler.casefile.shape_annuities import MeasuringLife
from assembler.casefile.shape_assignments import Funding, Issue, Protective
from assembler.findings.assignments import SUMS

MANNERS = {
    shape.Manner.ASSIGNED: "assignment_by_asset",
    shape.Manner.TRANSFERRED: "assignment_is_transfer",
    shape.Manner.ASSIGNED_PECUNIARY: "assignment_pecuniary",
    shape.Manner.ASSIGNED_BY_FORMULA: "assignment_formula",
}
RULES = {Funding.DATE_OF_TRANSFER: "funding_date_value", Funding.FAIRLY_REPRESENTATIVE: "funding_fairly_representative"}
ACCOUNT, CONTRACT = "annuity_is_ira", "annuity_individual_annuity"
DOUBT = Protective(issue=Issue.INCLUSION, basis="Title is in dispute.")


def test_an_item_has_every_name_and_an_annuity_its_own_roll_over_besides() -> None:
    assert found(assigned()).keys() == ITEM_NAMES.keys()
    assert found(paid()).keys() == ITEM_NAMES.keys() | {"receives_roll_over"}


def test_no_name_of_an_item_is_that_of_a_trust() -> None:
    assert ITEM_NAMES.keys() & NAMES.keys() == set()


def test_every_name_that_a_relation_uses_is_a_name() -> None:
    used = {literal.removeprefix("not ") for literals in (*ITEM_NEVER, *ITEM_GROUPS) for literal in literals}

    assert used <= ITEM_NAMES.keys() | {"receives_roll_over"}


def test_every_reason_is_one_sentence_without_a_full_stop_and_rests_on_an_answer() -> None:
    for finding in (*found(assigned()).values(), *found(paid()).values()):
        assert finding.because
        assert not finding.because.endswith(".")
        assert finding.rests_on


@pytest.mark.parametrize(("manner", "name"), MANNERS.items())
def test_a_manner_calls_for_one_paper(manner: shape.Manner, name: str) -> None:
    assert holding(assigned(manner=manner)) & set(MANNERS.values()) == {name}


@pytest.mark.parametrize("manner", MANNERS)
def test_a_protective_assignment_calls_for_none_of_the_four(manner: shape.Manner) -> None:
    so = holding(assigned(manner=manner, protective=DOUBT))

    assert so & set(MANNERS.values()) == set()
    assert {"assignment_protective", "protective_issue_inclusion"} <= so
    assert ("protective_by_formula" in so) is (manner in SUMS)


def test_what_is_kept_is_neither_assigned_nor_transferred() -> None:
    so = holding(assigned(manner=shape.Manner.KEPT, assets=None))

    assert {name for name in so if name.startswith(("assignment_", "assigned_", "funding_"))} == set()


@pytest.mark.parametrize(
    ("assets", "fraction", "name"),
    [
        ((HOUSE,), None, "assignment_specific"),
        ((HOUSE,), Decimal(100), "assignment_specific"),
        ((HOUSE,), Decimal("99.99"), "assignment_fraction"),
        ((HOUSE, SHARES), None, "assignment_group"),
        ((HOUSE, SHARES), Decimal(50), "assignment_fraction"),
        (None, None, "assignment_specific"),
    ],
)
def test_an_assignment_is_of_one_asset_of_a_group_or_of_a_fraction(
    assets: tuple[shape.AssignedAsset, ...] | None, fraction: Decimal | None, name: str
) -> None:
    shapes = {"assignment_specific", "assignment_group", "assignment_fraction"}

    assert holding(assigned(assets=assets, fraction=fraction)) & shapes == {name}
    assert holding(assigned(base=SUM)) & shapes == set()


@pytest.mark.parametrize("rule", Funding)
def test_a_sum_is_satisfied_in_the_way_that_is_chosen(rule: Funding) -> None:
    so = {name for name in holding(assigned(base=SUM, funding=(rule,))) if name.startswith("funding_")}

    assert so == {RULES[rule]}


def test_until_the_way_is_chosen_it_is_unknown_and_of_an_asset_there_is_none() -> None:
    assert found(assigned(base=SUM, funding=None))["funding_date_value"].value is None
    assert found(assigned(funding=None))["funding_date_value"].value is False


@pytest.mark.parametrize(
    ("spouse", "name"),
    [
        ({}, "assignor_is_spouse"),
        ({"is_incompetent": True}, "assignor_is_representative"),
        ({"died": date(2026, 9, 30)}, "assignor_is_estate"),
        ({"died": date(2026, 10, 1), "is_incompetent": True}, "assignor_is_estate"),
        ({"died": date(2026, 10, 2), "is_incompetent": True}, "assignor_is_representative"),
    ],
)
def test_exactly_one_signs_for_the_spouse_s_side(spouse: dict[str, object], name: str) -> None:
    assert holding(assigned({"spouse": spouse})) & set(ITEM_GROUPS[0]) == {name}


def test_what_an_asset_is_is_told() -> None:
    so = holding(assigned(assets=(HOUSE, replace(SHARES, is_proceeds=True), shape.AssignedAsset(annuity="ira"))))

    assert {name for name in so if name.startswith("assigned_")} == {
        "assigned_part_included",
        "assigned_real_property",
        "assigned_securities",
        "assigned_annuity_or_ira",
        "assigned_proceeds",
    }


def test_a_sum_carries_no_asset_but_those_listed() -> None:
    assert found(assigned(base=SUM))["assigned_real_property"].value is False
    assert found(assigned(base=SUM, assets=(HOUSE,)))["assigned_real_property"].value is True


@pytest.mark.parametrize(
    ("changes", "so", "not_so"),
    [
        ({}, {"annuity_pay", "annuity_undertaken", "annuity_for_term"}, {"annuity_roll_over", "annuity_for_life"}),
        ({"undertaking": shape.Undertaking.ROLL_OVER}, {"annuity_roll_over", "receives_roll_over"}, {"annuity_pay"}),
        ({"undertaking": None, "is_assignable": True}, set(), {"annuity_undertaken"}),
        ({"is_retirement_account": None, "is_retirement_annuity": True}, {CONTRACT}, {ACCOUNT}),
        ({"is_retirement_account": True, "is_retirement_annuity": None}, {ACCOUNT}, {CONTRACT}),
        ({"is_foreign_plan": True}, {"annuity_foreign_plan"}, {"annuity_international", "annuity_security_requested"}),
        ({"security_requested": date(2027, 8, 2)}, {"annuity_security_requested"}, set()),
        ({"scheduled_changes": "2 percent", "has_scheduled_changes": None}, {"annuity_scheduled_changes"}, set()),
    ],
)
def test_an_annuity_is_what_it_is_said_to_be(changes: dict[str, Any], so: set[str], not_so: set[str]) -> None:
    facts = found(paid(**changes))

    assert {name for name in so if facts[name].value is not True} == set()
    assert {name for name in not_so if facts[name].value is not False} == set()


def test_an_annuity_for_two_lives_is_for_life_and_for_no_term() -> None:
    lives = (life("Aïda", 1950), life("Béla", 1980))
    so = holding(paid(measuring_lives=lives, term_years=None))

    assert {"annuity_for_life", "annuity_two_lives"} <= so
    assert "annuity_for_term" not in so
    assert "annuity_two_lives" not in holding(paid(measuring_lives=lives[:1], term_years=None))


def life(name: str, year: int) -> MeasuringLife:
    return MeasuringLife(name=name, born=date(year, 5, 5))


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
    assert found(paid({"decedent": {"status": status}}))["annuity_international"].value is value


def test_an_incompetent_spouse_s_representative_signs_the_agreement_too() -> None:
    assert "annuity_signed_by_representative" in holding(paid({"spouse": {"is_incompetent": True}}))


def test_where_no_item_is_meant_only_a_roll_over_of_the_trust_and_the_signer_are_so() -> None:
    roll = replace(ANNUITY, undertaking=shape.Undertaking.ROLL_OVER, trust="share")
    case = one_case(annuities=(roll,))
    facts = of_no_item(case, find(case).trusts[0])

    assert facts.keys() == ITEM_NAMES.keys()
    assert {name for name, one in facts.items() if one.value} == {
        "annuity_roll_over",
        "annuity_undertaken",
        "assignor_is_spouse",
    }


def is_so(literal: str, facts: dict[str, Finding]) -> bool:
    name = literal.removeprefix("not ")
    return facts[name].value is (not literal.startswith("not "))


PROTECTIVES = (Protective(), *(Protective(issue=issue, basis="So.") for issue in Issue if issue is not Issue.VALUATION))
ASSETS = st.sampled_from([None, (HOUSE,), (HOUSE, SHARES)])


@given(
    st.sampled_from(shape.Manner),
    ASSETS,
    st.sampled_from([None, Decimal(50)]),
    st.sampled_from(PROTECTIVES),
    st.sampled_from(Funding),
    st.booleans(),
)
def test_no_assignment_has_what_none_can_have(
    manner: shape.Manner,
    assets: tuple[shape.AssignedAsset, ...] | None,
    fraction: Decimal | None,
    protective: Protective,
    rule: Funding,
    is_incompetent: bool,
) -> None:
    if protective.issue and manner in (shape.Manner.TRANSFERRED, shape.Manner.KEPT):
        return  # refused, or no assignment
    case = assigned(
        {"spouse": {"is_incompetent": is_incompetent}},
        manner=manner,
        assets=assets,
        fraction=fraction,
        protective=protective,
        funding=(rule,),
    )
    facts = found(case) | {"receives_roll_over": Finding(False, "it is no annuity")}

    assert [never for never in ITEM_NEVER if all(is_so(literal, facts) for literal in never)] == []


@pytest.mark.parametrize(
    ("undertaking", "lives", "account"), list(product(shape.Undertaking, (0, 1, 2), ("account", "annuity", "neither")))
)
def test_no_annuity_has_what_none_can_have(undertaking: shape.Undertaking, lives: int, account: str) -> None:
    case = paid(
        undertaking=undertaking,
        measuring_lives=tuple(life("Ó", 1950) for _ in range(lives)),
        term_years=None if lives else 9,
        is_retirement_account=account == "account",
        is_retirement_annuity=account == "annuity",
    )
    facts = found(case)

    assert [never for never in ITEM_NEVER if all(is_so(literal, facts) for literal in never)] == []


def test_an_item_of_which_nothing_is_said_is_unknown_and_not_refused() -> None:
    bare = shape.Case(assignments=(shape.Assignment(),), annuities=(shape.Annuity(),), trusts=(shape.Trust(id="t"),))

    assert find(bare).problems == ()
    assert of_item(bare, bare.assignments[0])["assignment_by_asset"].value is None
    assert of_item(bare, bare.annuities[0])["annuity_pay"].value is None


def test_the_path_of_an_item_without_an_id_is_its_place() -> None:
    two = (replace(ASSIGNMENT, id=None, manner=None), replace(ASSIGNMENT, id=None, manner=None, value=Decimal(1)))
    case = replace(CASE, assignments=two)

    assert of_item(case, two[1])["assignment_by_asset"].rests_on == ("assignments[1].manner",)
