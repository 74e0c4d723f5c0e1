"""Of community property the decedent's half passes; whether there was any is asked where a State has it by law."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from assembler.casefile.shape import Community
from assembler.casefile.shape_assignments import AssignedAsset
from assembler.findings import find
from findings.one_case import BONDS, fact, facts, finding, one_case, refused
from findings.one_item import assigned, item

SAVINGS = AssignedAsset(id="savings", description="Savings", is_community=True)
IS_COMMUNITY = "assignments[house].assets[savings].is_community"
INCLUDED = "assignments[house].assets[savings].included"


def open_in(domicile: str | None, law: str | None, **case: Any) -> bool | None:
    return fact("community_property_open", one_case({"governing_law": law}, {"domicile": domicile}, **case))


@pytest.mark.parametrize(
    ("domicile", "law", "is_open"),
    [
        ("California", "New York", True),
        ("Portugal", "Arizona", True),
        ("the State of Texas", "NY", True),
        ("New York", "Ohio", False),
        ("Portugal", "New York", False),
        (None, "Ohio", None),
        ("New York", None, None),
        (None, "Idaho", True),
    ],
)
def test_it_is_open_where_a_state_of_the_case_has_it_by_law(
    domicile: str | None, law: str | None, is_open: bool | None
) -> None:
    assert open_in(domicile, law) is is_open


def test_while_it_cannot_be_told_the_answers_that_are_missing_are_named() -> None:
    unknown = finding("community_property_open", one_case({"governing_law": None}, {"domicile": "New York"}))

    assert unknown.rests_on == ("trusts[share].governing_law",)


@pytest.mark.parametrize("answer", Community)
def test_an_answer_closes_the_question(answer: Community) -> None:
    assert open_in("California", "California", community_property=answer) is False


@pytest.mark.parametrize(
    ("answer", "stated"), [(None, False), (Community.NONE, False), (Community.SOME, True), (Community.ALL, True)]
)
def test_it_is_stated_by_an_answer(answer: Community | None, stated: bool) -> None:
    assert fact("community_property_stated", one_case(community_property=answer)) is stated


def test_it_is_stated_by_the_mark_of_an_asset() -> None:
    marked = {"assets": (replace(BONDS, is_community=True),)}

    names = ("community_property_stated", "community_property_open", "holds_community_property")
    assert facts(marked, *names) == [True, False, True]
    assert facts({}, *names) == [False, True, False]
    found = finding("community_property_stated", one_case(marked))
    assert found.rests_on == ("trusts[share].assets[bonds].is_community",)


def test_an_assigned_asset_may_be_marked() -> None:
    case = assigned(assets=(SAVINGS,), fraction=Decimal(50))

    assert item(case)["assigned_community_property"] is True
    assert find(case).trusts[0]["community_property_stated"] is True
    assert item(assigned())["assigned_community_property"] is False


@pytest.mark.parametrize(("goes", "where"), [("50", []), ("50.000001", [IS_COMMUNITY])])
def test_no_more_than_one_half_may_be_assigned(goes: str, where: list[str]) -> None:
    assert list(refused(assigned(assets=(SAVINGS,), fraction=Decimal(goes)))) == where


@pytest.mark.parametrize(("included", "where"), [("50", []), ("50.01", [INCLUDED])])
def test_no_more_than_one_half_may_be_said_to_be_in_the_gross_estate(included: str, where: list[str]) -> None:
    savings = replace(SAVINGS, included=Decimal(included))

    assert list(refused(assigned(assets=(savings,), fraction=Decimal(50)))) == where


def test_a_mark_against_the_answer_of_the_case_is_refused_with_the_law() -> None:
    case = assigned({"community_property": Community.NONE}, assets=(SAVINGS,), fraction=Decimal(50))

    (problem,) = refused(case).values()
    assert problem.where == IS_COMMUNITY
    assert "26 CFR 20.2056A-4(b)(1), (b)(3)" in problem.law
