"""What is asked and answered in office, and what has not been asked."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from assembler.casefile import shape
from assembler.casefile.shape_proceedings import Filer, Hardship, Relief, ReliefKind
from assembler.findings import find
from findings.one_case import CASE, TRUST, fact, one_case


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
    names = {ReliefKind.CONVEYANCE: "conveyance", ReliefKind.SECURITY: "bond_or_letter", ReliefKind.RETURN: "return"}
    whole = find(one_case(relief=Relief(kind=kind))).whole

    assert whole["relief_requested"] is True
    assert {other for other, name in names.items() if whole[f"relief_for_{name}"]} == {kind}


@pytest.mark.parametrize("return_", [{"filer": Filer(former="Øyvind")}, {"designated_filer_ended": date(2028, 1, 3)}])
def test_a_designated_filer_that_ceased_is_replaced(return_: dict[str, Any]) -> None:
    two = (TRUST, replace(TRUST, id="other"))

    assert find(one_case(return_=return_, trusts=two)).whole["filer_replaced"] is True
    assert find(one_case(return_=return_)).whole["filer_replaced"] is False
    assert find(CASE).whole["filer_replaced"] is False


def test_a_case_without_a_trust_may_ask_for_more_time_too() -> None:
    case = replace(one_case(relief=Relief(kind=ReliefKind.RETURN)), trusts=())

    assert find(case).whole["relief_requested"] is True
