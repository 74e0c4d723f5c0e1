"""One assignment and one annuity in a complete case, with what a test changes in them."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from assembler.casefile import shape
from assembler.casefile.shape_assignments import AssignedAsset, Funding
from assembler.findings import Subject, find
from assembler.problem import Problem
from findings.one_case import NO, Changes, one_case, refused

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


def assigned(case: Changes = NO, base: shape.Assignment = ASSIGNMENT, **changes: Any) -> shape.Case:
    """Return the complete case with the one assignment, changed."""
    return one_case(assignments=(replace(base, **changes),), **case)


def paid(case: Changes = NO, **changes: Any) -> shape.Case:
    """Return the complete case with the one annuity, changed."""
    return one_case(annuities=(replace(ANNUITY, **changes),), **case)


def item(case: shape.Case) -> Subject:
    """Return the one assignment or annuity of a case."""
    found = find(case)
    (only,) = (*found.assignments, *found.annuities)
    return only


def holding(case: shape.Case) -> set[str]:
    """Return the names of its own facts that hold of the one item."""
    only = item(case)
    return {name for name in only.find if only[name]}


def told(case: shape.Case, where: str) -> Problem:
    """Return the one refusal of a case, which stands at a path."""
    problems = refused(case)
    assert list(problems) == [where]
    return problems[where]
