"""One assignment and one annuity in a complete case, with what a test changes in them."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from assembler.facts import Finding, of_item
from one_case import Changes, one_case, refused

from assembler.casefile import shape
from assembler.casefile.shape_assignments import AssignedAsset, Funding
from assembler.problem import Problem

HOUSE = AssignedAsset(
    id="house",
    description="House at Sète",
    kind=shape.AssetKind.REAL_PROPERTY,
    country="FR",
    value=Decimal(500_000),
    included=Decimal(60),
    passed_to_spouse=True,
    was_spouses=False,
)
SHARES = AssignedAsset(id="shares", description="Shares", kind=shape.AssetKind.MARKETABLE, value=Decimal(200_000))

ASSIGNMENT = shape.Assignment(
    id="house",
    trust="share",
    description="60 percent of the house at Sète",
    manner=shape.Manner.ASSIGNED,
    assets=(HOUSE,),
    fraction=Decimal(60),
    signed=date(2026, 10, 1),
)
SUM = replace(
    ASSIGNMENT,
    id="sum",
    assets=None,
    fraction=Decimal(100),
    value=Decimal(400_000),
    manner=shape.Manner.ASSIGNED_PECUNIARY,
    funding=(Funding.DATE_OF_TRANSFER,),
)
ANNUITY = shape.Annuity(
    id="pension",
    plan="Régime de retraite Øst",
    undertaking=shape.Undertaking.PAY,
    is_retirement_account=False,
    is_retirement_annuity=False,
    is_employment_related=True,
    is_foreign_plan=False,
    annual_payment=Decimal(72_000),
    measuring_lives=(),
    term_years=10,
    has_scheduled_changes=False,
)


def assigned(case: Changes | None = None, base: shape.Assignment = ASSIGNMENT, **changes: Any) -> shape.Case:
    """Return the complete case with the one assignment, changed."""
    return one_case(assignments=(replace(base, **changes),), **(case or {}))


def paid(case: Changes | None = None, **changes: Any) -> shape.Case:
    """Return the complete case with the one annuity, changed."""
    return one_case(annuities=(replace(ANNUITY, **changes),), **(case or {}))


def only(case: shape.Case) -> shape.Assignment | shape.Annuity:
    """Return the one item of a case."""
    items: list[shape.Assignment | shape.Annuity] = [*case.assignments, *case.annuities]
    assert len(items) == 1
    return items[0]


def found(case: shape.Case) -> dict[str, Finding]:
    """Return the facts of the one item of a case."""
    return dict(of_item(case, only(case)))


def holding(case: shape.Case) -> set[str]:
    """Return the names of the facts of the one item that hold."""
    return {name for name, finding in found(case).items() if finding.value}


def told(case: shape.Case, where: str) -> Problem:
    """Return the one refusal of a case, which stands at a path."""
    problems = refused(case)
    assert list(problems) == [where]
    return problems[where]
