"""How much of what the spouses held jointly is in the gross estate."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from assembler.casefile.shape_assignments import AssignedAsset
from assembler.casefile.shape_gifts import Consideration, Furnisher, JointProperty
from findings.one_case import refused
from findings.one_item import assigned
from findings.written_case import figured, value, values

JOINT = JointProperty(
    id="flat",
    value=Decimal(500_000),
    consideration=(
        Consideration(Furnisher.DECEDENT, Decimal(180_000), date(1990, 3, 1)),
        Consideration(Furnisher.SPOUSE, Decimal(120_000), date(1990, 3, 1)),
    ),
)

FLAT = AssignedAsset(id="flat", description="Flat at Évora", joint_property="flat")


@pytest.mark.parametrize(("goes", "count"), [("60", 0), ("60.000001", 1)])
def test_the_share_of_joint_property_is_computed_from_what_each_paid(goes: str, count: int) -> None:
    case = assigned({"joint_property": (JOINT,)}, assets=(FLAT,), fraction=Decimal(goes))

    assert list(refused(case)) == ["assignments[house].assets[flat].joint_property"] * count


def test_without_proof_of_what_the_spouse_paid_all_of_it_is_in_the_estate() -> None:
    nothing = replace(JOINT, consideration=())

    assert refused(assigned({"joint_property": (nothing,)}, assets=(FLAT,), fraction=Decimal(100))) == {}


def test_a_share_that_is_not_known_is_not_refused() -> None:
    unknown = replace(JOINT, consideration=None)

    assert refused(assigned({"joint_property": (unknown,)}, assets=(FLAT,), fraction=Decimal(100))) == {}


@pytest.mark.parametrize(("tenant", "share"), [("us_citizen: true", None), ("us_citizen: false", "0.75")])
def test_joint_property_is_included_by_what_each_furnished_where_the_survivor_is_no_citizen(
    tenant: str, share: str | None
) -> None:
    head = f"format: 1\nas_of: 2026-11-21\ndecedent: {{died: 2020-02-01}}\nspouse: {{is_{tenant}}}\n"
    found = figured(
        "joint_property:\n  - {id: flat, value: 400000, consideration:"
        " [{by: decedent, amount: 3, furnished: 2001-01-01}, {by: spouse, amount: 1, furnished: 2001-01-01}]}\n",
        head,
    )

    assert values(found, "share included in the gross estate") == ({} if share is None else {"flat": share})


def test_joint_property_of_unknown_origin_is_included_whole() -> None:
    found = figured("joint_property: [{id: flat, value: 400000, consideration: []}]\n")

    assert value(found, "joint property included in the gross estate") == "400000"


def test_a_survivor_naturalized_in_time_takes_half() -> None:
    head = (
        "format: 1\nas_of: 2026-11-21\ndecedent: {died: 2020-02-01}\nreturn: {filed: 2020-11-01}\n"
        "spouse: {is_us_citizen: false, became_citizen: 2020-10-31, resident_throughout: true}\n"
    )
    found = figured("joint_property: [{id: flat, value: 400000, consideration: []}]\n", head)

    assert value(found, "share included in the gross estate") == "0.5"


def test_a_tenancy_that_ended_in_life_is_no_part_of_the_estate() -> None:
    found = figured("joint_property: [{id: flat, value: 400000, consideration: [], terminated: 2019-01-01}]\n")

    assert found.figures == ()
