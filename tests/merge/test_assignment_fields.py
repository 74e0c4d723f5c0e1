"""Every field of an assignment is filled with the case's own words, or says what is missing."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from item_fields import merged, of, sample

from assembler.casefile.shape import AssignedAsset, Assignment, Case, Decedent, Passing
from assembler.casefile.shape_gifts import Consideration, Furnisher, JointProperty
from assembler.merge import OpenPoint, Pending

PAID = (
    Consideration(Furnisher.DECEDENT, Decimal(60), date(2010, 1, 4)),
    Consideration(Furnisher.SPOUSE, Decimal(40), date(2010, 1, 4)),
)


@pytest.mark.parametrize(
    ("name", "identity", "field", "words"),
    [
        ("example-1-transfers", "legacy", "assigned_amount", "$400,000.00"),
        ("example-1-transfers", "legacy", "assigned_amount_words", "Four hundred thousand and 00/100 dollars"),
        ("example-1-transfers", "legacy", "assigned_fraction", "100 percent"),
        ("example-1-transfers", "legacy", "passing_source", "under the decedent’s will"),
        ("example-1-transfers", "legacy", "assignor_name", "Ngọc Ánh Ashgrove"),
        ("example-1-transfers", "legacy", "assignor_capacity", "surviving spouse"),
        ("example-1-transfers", "legacy", "assignee_trustee_names", "Philippa Ashgrove-Tran"),
        ("example-1-transfers", "legacy", "qdot_creator", "The spouse"),
        ("bond", "residue", "qdot_creator",
         "The executor of the decedent’s estate (Ruth Katz-Lindqvist and Ambrose Katz Sr.), acting as such,"),
        ("example-1-transfers", "insurance", "passing_source", "by beneficiary designation"),
        ("example-2-formula", "estate", "formula_amount", "$3,400,000.00"),
        ("example-2-formula", "estate", "formula_share", "54.8388 percent, rounded up,"),
        ("formula-representative", "estate", "formula_share", "43 percent"),
        ("example-3-joint-house", "lake-house", "assigned_fraction", "60 percent"),
        ("example-3-joint-house", "lake-house", "assigned_amount", "$300,000.00"),
        ("example-3-joint-house", "lake-house", "schedule_total", "$500,000.00"),
        ("example-2-formula", "estate", "schedule_total", "$6,200,000.00"),
        ("spouse-incompetent", "accounts", "assigned_amount", "$855,000.00"),
        ("spouse-incompetent", "accounts", "schedule_total", "$1,710,000.00"),
        ("will-contest", "residue", "protective_assets",
         "Listed shares, custody account 5520 and Store building at 40 River Street, Savannah, Georgia"),
        ("spouse-incompetent", "accounts", "assignor_name", "Rosalind Peralta Kirk"),
        ("spouse-incompetent", "accounts", "assignor_capacity",
         "conservator of Guillermo Vásquez y Peralta, legal representative of the surviving spouse"),
    ],
)  # fmt: skip
def test_a_field_of_an_assignment_has_the_words_of_the_case(name: str, identity: str, field: str, words: str) -> None:
    assert merged(sample(name), identity).values[field] == words


def test_a_ground_of_doubt_ends_without_its_full_stop() -> None:
    basis = merged(sample("will-contest"), "residue").values["protective_basis"]

    assert isinstance(basis, str)
    assert basis.endswith("on the day the will was signed")


def test_the_schedule_of_an_assignment_lists_each_asset_with_the_share_that_goes() -> None:
    rows = merged(sample("spouse-incompetent"), "accounts").lists["assigned"]

    assert [(row["number"], row["value"], row["share"], row["included"]) for row in rows] == [
        ("1", "$1,450,000.00", "50 percent", "100 percent"),
        ("2", "$260,000.00", "50 percent", "100 percent"),
    ]


def test_an_assignment_that_lists_no_asset_is_of_the_one_thing_it_describes() -> None:
    (row,) = of(Assignment(description="A boat", value=Decimal(9))).lists["assigned"]

    assert (row["description"], row["value"]) == ("A boat", "$9.00")


def test_a_spouse_who_died_is_followed_by_the_personal_representative() -> None:
    case = sample("example-1-transfers")
    late = replace(case.spouse, died=date(2026, 11, 1), representative="Björk Ng", representative_title="executor")
    values = merged(replace(case, spouse=late), "legacy").values

    assert values["assignor_name"] == "Björk Ng"
    assert values["assignor_capacity"] == "executor of the estate of Ngọc Ánh Ashgrove, the surviving spouse"


def test_the_total_of_a_schedule_is_open_while_one_of_its_assets_is_not_valued() -> None:
    valued, unvalued = AssignedAsset("ranch", value=Decimal(5)), AssignedAsset("shares", description="Shares")
    values = of(Assignment(id="estate", assets=(valued, unvalued))).values

    path = "assignments[estate].assets[shares].value"
    wanted = OpenPoint("the value of asset 2 of the assignment", "appraiser", path)
    assert values["schedule_total"] == Pending(wanted)
    assert of(Assignment(id="estate", assets=(valued,))).values["schedule_total"] == "$5.00"


def test_each_asset_has_its_own_share_in_the_gross_estate_and_its_own_way_of_passing() -> None:
    house = AssignedAsset("house", joint_property="home", passing=Passing.SURVIVORSHIP)
    shares = AssignedAsset("shares", description="Shares", value=Decimal(5))
    home = JointProperty("home", description="The house", consideration=PAID)
    case = Case(joint_property=(home,), decedent=Decedent(died=date(2026, 4, 18)))
    found = of(Assignment(id="estate", assets=(house, shares), passing=Passing.WILL), case)

    assert [row["included"] for row in found.lists["assigned"]] == ["60 percent", "100 percent"]
    assert [row["passing"] for row in found.lists["assigned"]] == [
        "by right of survivorship", "under the decedent’s will",
    ]  # fmt: skip
    assert [(row["number"], row["description"]) for row in found.lists["joint_assigned"]] == [("1", "The house")]


@pytest.mark.parametrize(
    ("by_spouse", "said"), [(40, "60 percent"), (120, "33.3333 percent, rounded down,"), (0, "100 percent")]
)
def test_a_share_of_joint_property_that_is_rounded_down_says_so(by_spouse: int, said: str) -> None:
    paid = (PAID[0], replace(PAID[1], amount=Decimal(by_spouse)))
    case = Case(joint_property=(JointProperty("home", consideration=paid),), decedent=Decedent(died=date(2026, 4, 18)))
    (row,) = of(Assignment(assets=(AssignedAsset("house", joint_property="home"),)), case).lists["assigned"]

    assert row["included_as_rounded"] == said
