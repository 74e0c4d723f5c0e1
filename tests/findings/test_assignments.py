"""What is so of one assignment or transfer, and what of it is refused, each with its paragraph."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from assembler.casefile import shape
from assembler.casefile.shape_assignments import AssignedAsset, Funding, Issue, Passing, Protective
from assembler.findings.assignment_amounts import SUMS
from findings.one_case import refused
from findings.one_item import HOUSE, SHARES, SUM, assigned, holding, item, told

MANNERS = {
    shape.Manner.ASSIGNED: "assignment_by_asset",
    shape.Manner.TRANSFERRED: "assignment_is_transfer",
    shape.Manner.ASSIGNED_PECUNIARY: "assignment_pecuniary",
    shape.Manner.ASSIGNED_BY_FORMULA: "assignment_formula",
}

RULES = {Funding.DATE_OF_TRANSFER: "funding_date_value", Funding.FAIRLY_REPRESENTATIVE: "funding_fairly_representative"}

DOUBT = Protective(issue=Issue.INCLUSION, basis="Title is in dispute.")


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
        ((HOUSE,), Decimal(100), "assignment_specific"),
        ((HOUSE,), Decimal("99.99"), "assignment_fraction"),
        ((HOUSE, SHARES), Decimal(100), "assignment_group"),
        ((HOUSE, SHARES), Decimal(50), "assignment_fraction"),
        (None, Decimal(100), "assignment_specific"),
    ],
)
def test_an_assignment_is_of_one_asset_of_a_group_or_of_a_fraction(
    assets: tuple[shape.AssignedAsset, ...] | None, fraction: Decimal, name: str
) -> None:
    shapes = {"assignment_specific", "assignment_group", "assignment_fraction"}

    assert holding(assigned(assets=assets, fraction=fraction)) & shapes == {name}
    assert holding(assigned(base=SUM)) & shapes == set()


@pytest.mark.parametrize("rule", Funding)
def test_a_sum_is_satisfied_in_the_way_that_is_chosen(rule: Funding) -> None:
    so = {name for name in holding(assigned(base=SUM, funding=(rule,))) if name.startswith("funding_")}

    assert so == {RULES[rule]}


def test_until_the_way_is_chosen_it_is_unknown_and_of_an_asset_there_is_none() -> None:
    assert item(assigned(base=SUM, funding=None))["funding_date_value"] is None
    assert item(assigned(funding=None))["funding_date_value"] is False


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
    assert item(assigned(base=SUM))["assigned_real_property"] is False
    assert item(assigned(base=SUM, assets=(HOUSE,)))["assigned_real_property"] is True


@pytest.mark.parametrize(("goes", "included", "count"), [("60", "60", 0), ("60.01", "60", 1), ("100", "60", 1)])
@pytest.mark.parametrize("manner", [shape.Manner.ASSIGNED, shape.Manner.TRANSFERRED])
def test_no_more_of_a_house_goes_than_is_in_the_gross_estate(
    goes: str, included: str, count: int, manner: shape.Manner
) -> None:
    house = replace(HOUSE, included=Decimal(included))

    assert len(refused(assigned(assets=(house,), fraction=Decimal(goes), manner=manner))) == count


def test_all_of_a_house_of_which_60_percent_is_in_the_estate_is_refused_with_the_example() -> None:
    problem = told(assigned(fraction=Decimal(100)), "assignments[house].assets[house].included")

    assert problem.what == "100 percent of House at Sète goes to the trust, and 60 percent is in the gross estate."
    assert problem.law == "26 CFR 20.2056A-4(b)(3); 26 CFR 20.2056A-8(a)(3); 26 CFR 20.2056A-4(d), Example 3"


def test_a_doubt_about_inclusion_lets_the_whole_be_assigned_protectively() -> None:
    doubt = Protective(issue=Issue.INCLUSION, basis="Title is in dispute.", is_believed=True)

    assert refused(assigned(fraction=Decimal(100), protective=doubt)) == {}


@pytest.mark.parametrize(
    ("asset", "answer", "law"),
    [
        (replace(HOUSE, was_spouses=True), "was_spouses", "26 CFR 20.2056A-4(b)(3)"),
        (replace(HOUSE, passed_to_spouse=False), "passed_to_spouse", "26 CFR 20.2056A-4(b)(3)"),
        (replace(HOUSE, joint_property="barn"), "joint_property", ""),
        (replace(HOUSE, annuity="barn"), "annuity", ""),
    ],
)
def test_only_what_passed_from_the_decedent_is_assigned(asset: AssignedAsset, answer: str, law: str) -> None:
    assert told(assigned(assets=(asset,)), f"assignments[house].assets[house].{answer}").law == law


def test_proceeds_of_what_passed_need_not_have_passed_themselves() -> None:
    assert refused(assigned(assets=(replace(HOUSE, passed_to_spouse=False, is_proceeds=True),))) == {}


@pytest.mark.parametrize("manner", [shape.Manner.ASSIGNED_PECUNIARY, shape.Manner.ASSIGNED_BY_FORMULA])
@pytest.mark.parametrize("funding", [(), tuple(Funding)])
def test_a_sum_is_satisfied_in_exactly_one_way(manner: shape.Manner, funding: tuple[Funding, ...]) -> None:
    assert told(assigned(base=SUM, manner=manner, funding=funding), "assignments[sum].funding").law.endswith("4(b)(4)")


def test_an_asset_needs_no_way_of_being_satisfied() -> None:
    assert refused(assigned(funding=())) == {}


@pytest.mark.parametrize("issue", Issue)
def test_a_doubt_about_value_alone_is_none_that_the_law_names(issue: Issue) -> None:
    problems = refused(assigned(protective=Protective(issue=issue, basis="So.", is_believed=True)))

    if issue is Issue.VALUATION:
        assert problems["assignments[house].protective.issue"].law == ("26 CFR 20.2056A-4(b)(8); 26 CFR 20.2056A-3(c)")
    else:
        assert problems == {}


def test_a_doubt_that_the_executor_does_not_believe_in_and_a_protective_transfer_are_refused() -> None:
    doubt = Protective(issue=Issue.ENTITLEMENT, basis="So.", is_believed=False)

    assert refused(assigned(protective=doubt, manner=shape.Manner.TRANSFERRED)).keys() == {
        "assignments[house].protective.is_believed",
        "assignments[house].manner",
    }


@pytest.mark.parametrize(("value", "count"), [("300000", 0), ("300001", 0), ("300001.01", 1), ("500000", 1)])
def test_the_value_of_an_assignment_is_that_of_its_assets(value: str, count: int) -> None:
    assert list(refused(assigned(value=Decimal(value)))) == ["assignments[house].value"] * count


def test_what_is_kept_is_not_judged() -> None:
    assert refused(assigned(manner=shape.Manner.KEPT, fraction=Decimal(100), signed=date(2020, 1, 1))) == {}


@pytest.mark.parametrize(
    ("of_house", "of_shares", "of_all", "several"),
    [
        (None, None, Passing.WILL, False),
        (None, None, None, False),  # whatever it is, it is one way
        (Passing.WILL, None, Passing.WILL, False),
        (Passing.SURVIVORSHIP, None, Passing.WILL, True),
        (Passing.SURVIVORSHIP, Passing.WILL, None, True),
        (Passing.SURVIVORSHIP, None, None, None),
    ],
)
def test_assets_pass_in_several_ways_where_one_has_a_way_of_its_own(
    of_house: Passing | None, of_shares: Passing | None, of_all: Passing | None, several: bool | None
) -> None:
    assets = (replace(HOUSE, passing=of_house), replace(SHARES, passing=of_shares))

    assert item(assigned(assets=assets, passing=of_all))["assigned_passed_in_several_ways"] is several


@pytest.mark.parametrize(
    ("value", "included", "count"), [("500000", "100", 0), ("500002", "100", 1), ("500002", "60", 0)]
)
def test_the_value_that_a_formula_reaches_is_that_of_its_assets(value: str, included: str, count: int) -> None:
    house = replace(HOUSE, value=Decimal(500_000), included=Decimal(included))
    formula = assigned(
        base=SUM, manner=shape.Manner.ASSIGNED_BY_FORMULA, assets=(house,), value=Decimal(value), fraction=Decimal(100)
    )

    assert [where for where in refused(formula) if where.endswith(".value")] == ["assignments[sum].value"] * count
