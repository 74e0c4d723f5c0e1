"""What is refused of an assignment or an annuity, each with its paragraph."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from one_case import one_case, refused
from one_item import ANNUITY, ASSIGNMENT, HOUSE, SUM, assigned, paid, told

from assembler.casefile import shape
from assembler.casefile.shape_assignments import AssignedAsset, Funding, Issue, Protective
from assembler.casefile.shape_gifts import Consideration, Furnisher, JointProperty

JOINT = JointProperty(
    id="flat",
    value=Decimal(500_000),
    consideration=(
        Consideration(Furnisher.DECEDENT, Decimal(180_000), date(1990, 3, 1)),
        Consideration(Furnisher.SPOUSE, Decimal(120_000), date(1990, 3, 1)),
    ),
)
FLAT = AssignedAsset(id="flat", description="Flat at Évora", joint_property="flat")
ROLL = replace(ANNUITY, undertaking=shape.Undertaking.ROLL_OVER, trust="share")
FILED = {"return_": {"filed": date(2026, 10, 20)}}


def test_what_is_in_order_is_not_refused() -> None:
    assert refused(assigned()) == {}
    assert refused(assigned(base=SUM)) == {}
    assert refused(paid()) == {}
    assert refused(one_case(annuities=(ROLL,))) == {}


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
        assert problems["assignments[house].protective.issue"].law == (
            "26 CFR 20.2056A-4(b)(8); 26 CFR 20.2056A-3(c)"
        )
    else:
        assert problems == {}


def test_a_doubt_that_the_executor_does_not_believe_in_and_a_protective_transfer_are_refused() -> None:
    doubt = Protective(issue=Issue.ENTITLEMENT, basis="So.", is_believed=False)

    assert refused(assigned(protective=doubt, manner=shape.Manner.TRANSFERRED)).keys() == {
        "assignments[house].protective.is_believed",
        "assignments[house].manner",
    }


@pytest.mark.parametrize(
    ("manner", "signed", "count"),
    [
        (shape.Manner.ASSIGNED, date(2026, 10, 20), 0),
        (shape.Manner.ASSIGNED, date(2026, 10, 21), 1),
        (shape.Manner.TRANSFERRED, date(2026, 10, 19), 0),
        (shape.Manner.TRANSFERRED, date(2026, 10, 20), 1),
    ],
)
def test_an_assignment_is_signed_by_the_day_of_filing_and_a_transfer_before_it(
    manner: shape.Manner, signed: date, count: int
) -> None:
    assert list(refused(assigned(FILED, manner=manner, signed=signed))) == ["assignments[house].signed"] * count


@pytest.mark.parametrize(("signed", "count"), [(date(2027, 11, 11), 0), (date(2027, 11, 12), 1)])
def test_nothing_is_assigned_later_than_an_election_can_be_made(signed: date, count: int) -> None:
    assert len(refused(assigned(signed=signed))) == count


def test_a_late_filing_does_not_extend_the_last_day() -> None:
    late = {"return_": {"filed": date(2027, 11, 11)}}

    assert refused(assigned(late, signed=date(2027, 11, 11))) == {}
    assert "return.filed" in refused(assigned({"return_": {"filed": date(2027, 11, 12)}}))


@pytest.mark.parametrize(
    ("signed", "words"),
    [(date(2026, 2, 10), "before the decedent died"), (date(2026, 5, 31), "is not made until June 1, 2026")],
)
def test_nothing_is_assigned_before_the_death_or_the_trust(signed: date, words: str) -> None:
    problem = next(one for one in refused(assigned(signed=signed)).values() if words in one.what)

    assert problem.law == "26 USC 2056(d)(2)(B); 26 CFR 20.2056A-4(b)(1)"


def test_a_paper_signed_on_the_day_of_the_trust_is_in_time() -> None:
    assert refused(assigned(signed=date(2026, 6, 1))) == {}


@pytest.mark.parametrize(
    ("decedent", "conveyed", "count"),
    [
        ({"has_administration": False}, date(2027, 11, 11), 0),
        ({"has_administration": False}, date(2027, 11, 12), 1),
        ({"has_administration": True, "administration_ends": date(2027, 6, 30)}, date(2027, 6, 29), 0),
        ({"has_administration": True, "administration_ends": date(2027, 6, 30)}, date(2027, 6, 30), 1),
        ({}, date(2031, 1, 1), 0),
    ],
)
def test_what_was_assigned_is_conveyed_in_time(decedent: dict[str, Any], conveyed: date, count: int) -> None:
    case = assigned({"decedent": decedent}, conveyed=conveyed)

    assert list(refused(case)) == ["assignments[house].conveyed"] * count


@pytest.mark.parametrize(("value", "count"), [("300000", 0), ("300001", 0), ("300001.01", 1), ("500000", 1)])
def test_the_value_of_an_assignment_is_that_of_its_assets(value: str, count: int) -> None:
    assert list(refused(assigned(value=Decimal(value)))) == ["assignments[house].value"] * count


def test_what_is_kept_is_not_judged() -> None:
    assert refused(assigned(manner=shape.Manner.KEPT, fraction=Decimal(100), signed=date(2020, 1, 1))) == {}


def with_annuity(**changes: Any) -> shape.Case:
    annuity = replace(ANNUITY, id="ira", **{"undertaking": None, **changes})
    asset = AssignedAsset(id="a", description="The account", annuity="ira")
    return one_case(annuities=(annuity,), assignments=(replace(ASSIGNMENT, assets=(asset,), fraction=Decimal(100)),))


@pytest.mark.parametrize(
    ("changes", "law"),
    [
        ({"is_retirement_annuity": True}, "26 USC 408(b)(1); 26 CFR 20.2056A-4(b)(7)(ii)"),
        (
            {"is_retirement_account": True, "undertaking": shape.Undertaking.PAY},
            "26 CFR 20.2056A-4(b)(7)(iii), (c)(1)",
        ),
        ({"is_assignable": False}, "26 CFR 20.2056A-4(c)(1)"),
    ],
)
def test_what_cannot_be_assigned_or_is_treated_so_is_not_assigned(changes: dict[str, Any], law: str) -> None:
    assert told(with_annuity(**changes), "assignments[house].assets[a].annuity").law == law


def test_a_retirement_account_is_assigned_or_treated_as_nonassignable() -> None:
    assert refused(with_annuity(is_retirement_account=True)) == {}
    assert refused(paid(is_retirement_account=True, is_retirement_annuity=False)) == {}


@pytest.mark.parametrize(
    ("changes", "answer", "law"),
    [
        ({"is_retirement_account": True, "is_retirement_annuity": True}, "is_retirement_annuity", "(iii), (c)(1)"),
        ({"is_retirement_annuity": True, "is_assignable": True}, "is_assignable", "(b)(7)(ii)"),
        ({"is_retirement_account": True, "is_assignable": True}, "undertaking", "(b)(7)(iii), (c)(1)"),
        ({"is_assignable": True}, "undertaking", "4(c)(1)"),
    ],
)
def test_an_annuity_is_not_two_things_at_once(changes: dict[str, Any], answer: str, law: str) -> None:
    assert told(paid(**changes), f"annuities[pension].{answer}").law.endswith(law)


@pytest.mark.parametrize(("signed", "count"), [(date(2026, 10, 20), 0), (date(2026, 10, 21), 1)])
def test_an_agreement_is_signed_in_time_for_the_return(signed: date, count: int) -> None:
    assert list(refused(paid(FILED, signed=signed))) == ["annuities[pension].signed"] * count


def test_nobody_signs_an_agreement_after_the_spouse_s_death() -> None:
    died = {"spouse": {"died": date(2026, 8, 1)}}

    assert refused(paid(died, signed=date(2026, 8, 1))) == {}
    assert told(paid(died, signed=date(2026, 8, 2)), "annuities[pension].signed").law.startswith("26 CFR 20.2056A-4(c)")


@pytest.mark.parametrize(
    ("made", "filed", "count"),
    [
        (date(2026, 10, 19), date(2026, 10, 20), 0),
        (date(2026, 10, 20), date(2026, 10, 20), 1),
        (None, date(2026, 10, 20), 1),
        (None, date(2026, 11, 22), 0),
        (None, None, 0),
        (date(2027, 11, 11), None, 0),
        (date(2027, 11, 12), None, 1),
    ],
)
def test_a_roll_over_needs_a_trust_that_is_made_before_the_return_is_filed(
    made: date | None, filed: date | None, count: int
) -> None:
    case = one_case(trust={"instrument_date": made}, return_={"filed": filed}, annuities=(ROLL,))

    assert [where for where in refused(case) if where.startswith("annuities")] == ["annuities[pension].trust"] * count


def test_a_trust_under_a_will_is_there_from_the_death() -> None:
    will = {"source": shape.Source.ARTICLE_IN_WILL, "instrument_date": None, "marital_form": shape.MaritalForm.QTIP}
    case = one_case(trust=will, annuities=(ROLL,), **FILED)

    assert [where for where in refused(case) if where.startswith("annuities")] == []


def test_a_roll_over_to_no_trust_at_all_is_refused_and_an_undertaking_to_pay_is_not() -> None:
    assert "annuities[pension].undertaking" in refused(one_case(trusts=(), annuities=(replace(ROLL, trust=None),)))
    assert refused(one_case(trusts=(), annuities=(ANNUITY,))) == {}


def test_an_election_reaches_all_of_a_trust() -> None:
    assert told(one_case(trust={"elects_part": True}), "trusts[share].elects_part").law == "26 CFR 20.2056A-3(b)"
    assert refused(one_case(trust={"elects_part": False})) == {}
