"""What is refused of annuities and retirement accounts, each with its paragraph."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from assembler.casefile import shape
from assembler.casefile.shape_assignments import AssignedAsset
from findings.one_case import one_case, refused
from findings.one_item import ANNUITY, ASSIGNMENT, paid, told

ROLL = replace(ANNUITY, undertaking=shape.Undertaking.ROLL_OVER, trust="share")

FILED = {"return_": {"filed": date(2026, 10, 20)}}


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
