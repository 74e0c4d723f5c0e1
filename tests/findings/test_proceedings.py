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
from findings.one_case import CASE, fact, one_case

CITIZEN = date(2028, 7, 4)


def paid(on: date | None, kind: DistributionKind | None = DistributionKind.PRINCIPAL) -> tuple[Distribution, ...]:
    return (Distribution(made=on, kind=kind, amount=Decimal(9_000)),)


@pytest.mark.parametrize(
    ("throughout", "distributions", "name"),
    [
        (True, paid(date(2027, 1, 4)), "citizenship_resident_throughout"),
        (False, (), "citizenship_never_taxed"),
        (False, paid(date(2027, 1, 4), DistributionKind.HARDSHIP), "citizenship_never_taxed"),
        (False, paid(CITIZEN), "citizenship_never_taxed"),
        (False, paid(date(2028, 7, 3)), "citizenship_election_needed"),
    ],
)
def test_one_of_three_rules_ends_the_tax_with_naturalization(
    throughout: bool, distributions: tuple[Distribution, ...], name: str
) -> None:
    spouse = {"became_citizen": CITIZEN, "resident_throughout": throughout}
    found = find(one_case(spouse=spouse, trust={"distributions": distributions})).trusts[0]
    names = {"citizenship_resident_throughout", "citizenship_never_taxed", "citizenship_election_needed"}

    assert {one for one in names if found[one]} == {name}


def test_without_naturalization_none_of_the_three_is_so_and_without_answers_none_is_known() -> None:
    assert fact("citizenship_election_needed", CASE) is False
    unknown = one_case(spouse={"became_citizen": CITIZEN, "resident_throughout": False})
    assert fact("citizenship_election_needed", unknown) is None
    assert fact("citizenship_never_taxed", unknown) is None


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
    assert find(one_case(return_=return_)).whole["filer_replaced"] is True
    assert find(CASE).whole["filer_replaced"] is False


def test_a_case_without_a_trust_may_ask_for_more_time_too() -> None:
    case = replace(one_case(relief=Relief(kind=ReliefKind.RETURN)), trusts=())

    assert find(case).whole["relief_requested"] is True
