"""What is asked and answered in office, and what has not been asked."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from assembler.casefile import shape
from assembler.casefile.shape_proceedings import Filer, Hardship, Relief, ReliefKind
from assembler.casefile.shape_tax import Distribution, DistributionKind
from assembler.findings import find
from findings.one_case import BANK, CASE, CITIZEN, TRUST, fact, one_case


@pytest.mark.parametrize(
    ("name", "trust"),
    [
        ("hardship_requested", {"hardship": Hardship(requested=date(2027, 1, 4))}),
        ("hardship_requested", {"hardship": Hardship(amount=Decimal(1))}),
        ("hardship_for_another", {"hardship": Hardship(amount=Decimal(1), for_another="a child, by order of a court")}),
        ("us_trustee_succeeded", {"succession": shape.Succession(vacancy=date(2027, 1, 4))}),
        ("us_trustee_succeeded", {"succession": shape.Succession(appointed=(shape.Trustee(),))}),
    ],
)
def test_what_is_stated_of_a_trust_has_happened(name: str, trust: dict[str, Any]) -> None:
    assert fact(name, one_case(trust=trust)) is True
    assert fact(name, CASE) is False


@pytest.mark.parametrize("kind", ReliefKind)
def test_more_time_is_asked_for_one_thing(kind: ReliefKind) -> None:
    names = dict(zip(ReliefKind, ("conveyance", "bond_or_letter", "return", "payment"), strict=True))
    whole = find(one_case(relief=Relief(kind=kind))).whole

    assert whole["relief_requested"] is True
    assert {other for other, name in names.items() if whole[f"relief_for_{name}"]} == {kind}


@pytest.mark.parametrize("return_", [{"filer": Filer(former="Øyvind")}, {"designated_filer_ended": date(2028, 1, 3)}])
def test_a_designated_filer_that_ceased_is_replaced(return_: dict[str, Any]) -> None:
    two = (TRUST, replace(TRUST, id="other"))

    assert find(one_case(return_=return_, trusts=two)).whole["filer_replaced"] is True
    assert find(one_case(return_=return_)).whole["filer_replaced"] is False
    assert find(CASE).whole["filer_replaced"] is False


@pytest.mark.parametrize(
    ("return_", "designated"),
    [
        pytest.param({"has_designated_filer": True}, False, id="the return is not filed"),
        pytest.param({"filed": date(2026, 11, 21), "has_designated_filer": True}, False, id="filed that very day"),
        pytest.param({"filed": date(2026, 11, 20), "has_designated_filer": True}, True, id="filed the day before"),
        pytest.param({"filed": date(2026, 11, 20), "has_designated_filer": False}, False, id="none is in office"),
        pytest.param({"filed": date(2026, 11, 20)}, None, id="not told whether one is"),
        pytest.param({"designated_filer_ended": date(2026, 11, 3)}, True, id="one ceased to act"),
    ],
)
def test_a_designation_on_a_return_that_is_filed_is_made(return_: dict[str, Any], designated: bool | None) -> None:
    two = (TRUST, replace(TRUST, id="other"))

    assert find(one_case(return_=return_, trusts=two)).whole["filer_designated"] is designated
    assert find(one_case(return_=return_)).whole["filer_designated"] is False


@pytest.mark.parametrize(("vacancy", "late"), [(date(2026, 11, 20), True), (date(2026, 11, 21), False)])
def test_an_office_that_stood_empty_before_the_appointment_is_told(vacancy: date, late: bool) -> None:
    left = shape.Succession(former=CITIZEN.name, vacancy=vacancy, appointed=(BANK,))
    alone = one_case(trust={"trustees": (CITIZEN,), "succession": left})
    beside = one_case(trust={"trustees": (CITIZEN, BANK), "succession": left})

    assert fact("appointed_after_vacancy", alone) is fact("appointed_after_vacancy", beside) is late
    assert cautioned(alone) == (["trusts[share].succession.vacancy"] if late else [])
    assert cautioned(beside) == []


def cautioned(case: shape.Case) -> list[str]:
    return [one.where for one in find(case).cautions if one.where != "return.filed"]


@pytest.mark.parametrize(
    ("needed", "paid", "overdue"),
    [
        pytest.param(date(2026, 11, 21), None, False, id="the day of the papers"),
        pytest.param(date(2026, 11, 20), None, True, id="the day before"),
        pytest.param(date(2026, 11, 20), date(2026, 11, 1), False, id="paid since the request"),
        pytest.param(date(2026, 11, 20), date(2026, 10, 31), True, id="paid before the request"),
    ],
)
def test_a_need_whose_day_is_past_without_a_distribution_is_told(
    needed: date, paid: date | None, overdue: bool
) -> None:
    asked = Hardship(requested=date(2026, 11, 1), amount=Decimal(1), needed_by=needed)
    made = (Distribution(made=paid, kind=DistributionKind.HARDSHIP, amount=Decimal(1)),) if paid else ()
    case = one_case(trust={"hardship": asked, "distributions": made})

    assert fact("hardship_overdue", case) is overdue
    assert cautioned(case) == (["trusts[share].hardship.needed_by"] if overdue else [])


def test_a_case_without_a_trust_may_ask_for_more_time_too() -> None:
    case = replace(one_case(relief=Relief(kind=ReliefKind.RETURN)), trusts=())

    assert find(case).whole["relief_requested"] is True
