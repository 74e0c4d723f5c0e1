"""A complete case in one line, with what a test changes in it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from assembler.casefile import shape
from assembler.findings import Amount, Fact, Subject, find
from assembler.problem import Problem

CITIZEN = shape.Trustee(
    name="Siobhán O'Brien-Whitcombe",
    kind=shape.TrusteeKind.INDIVIDUAL,
    is_us_trustee=True,
    is_us_citizen=True,
    tax_home="Sacramento, California",
)
BANK = shape.Trustee(
    name="Gold & Søn National Bank",
    kind=shape.TrusteeKind.BANK,
    is_us_trustee=True,
    is_section_581_bank=True,
    organized_under="the United States",
)
BRANCH = shape.Trustee(
    name="Banco Águeda S.A., New York Branch",
    kind=shape.TrusteeKind.US_BRANCH,
    is_us_trustee=False,
    foreign_bank="Banco Águeda S.A.",
)
SPOUSE = shape.Trustee(name="María  josé Ferreira d'Ávila", kind=shape.TrusteeKind.INDIVIDUAL, is_us_trustee=False)

BONDS = shape.Asset(
    id="bonds", kind=shape.AssetKind.MARKETABLE, country="US", value=Decimal(1_500_000), debt=Decimal(0)
)
HOME = shape.Asset(
    id="quinta", kind=shape.AssetKind.REAL_PROPERTY, country="PT", value=Decimal(700_000), is_residence=True
)
LAND = shape.Asset(
    id="vinha", kind=shape.AssetKind.REAL_PROPERTY, country="PT", value=Decimal(500_000), is_residence=False
)

TRUST = shape.Trust(
    id="share",
    name="O'Brien-Whitcombe QDOT Share",
    source=shape.Source.SPOUSE_CREATED,
    instrument_date=date(2026, 6, 1),
    is_foreign_instrument=False,
    marital_form=shape.MaritalForm.NONE_REQUIRED,
    governing_law="California",
    records_kept_in="CA",
    is_ordinary_trust=True,
    trustees=(CITIZEN, BANK),
    successors=(),
    security=shape.Security(permitted=tuple(shape.Mode), operative=shape.Operative.BANK_TRUSTEE),
    assets=(BONDS,),
    other_property=False,
    residence_exclusion=shape.ResidenceExclusion(threshold=False, security=False),
    principal=shape.Principal.HARDSHIP,
    spouse_power=shape.SpousePower.LIMITED,
    remainder=shape.Remainder(to=shape.RemainderTo.DESCENDANTS),
)

CASE = shape.Case(
    format=1,
    as_of=date(2026, 11, 21),
    decedent=shape.Decedent(
        name="Thomas Edward O'Brien-Whitcombe Jr.",
        died=date(2026, 2, 11),
        status=shape.Status.CITIZEN_DOMICILED_US,
        domicile="California",
    ),
    spouse=shape.Spouse(name="María José Ferreira d'Ávila", is_us_citizen=False, is_resident=True),
    return_=shape.Return(form=shape.ReturnForm.F706),
    trusts=(TRUST,),
)
Changes = Mapping[str, Any]
NO: Changes = {}

LIFETIME: Changes = {
    "source": shape.Source.LIFETIME_AGREEMENT,
    "marital_form": shape.MaritalForm.QTIP,
    "instrument_date": date(2020, 1, 2),
}


def one_case(
    trust: Changes = NO, decedent: Changes = NO, spouse: Changes = NO, return_: Changes = NO, **case: Any
) -> shape.Case:
    """Return the complete case with these answers changed."""
    return replace(
        CASE,
        decedent=replace(CASE.decedent, **decedent),
        spouse=replace(CASE.spouse, **spouse),
        return_=replace(CASE.return_, **return_),
        **{"trusts": (replace(TRUST, **trust),), **case},
    )


def first(case: shape.Case) -> Subject:
    """Return the first trust."""
    return find(case).trusts[0]


def fact(name: str, case: shape.Case) -> bool | None:
    """Return the value of one fact of the first trust."""
    return first(case)[name]


def facts(trust: Changes, *names: str) -> list[bool | None]:
    """Return the values of facts of a trust with these answers changed."""
    found = first(one_case(trust=trust))
    return [found[name] for name in names]


def finding(name: str, case: shape.Case) -> Fact:
    """Return one fact of the first trust, with its reason."""
    return first(case).fact(name)


def refused(case: shape.Case) -> dict[str, Problem]:
    """Return what is refused, by where it stands."""
    return {problem.where: problem for problem in find(case).problems}


def security(*permitted: shape.Mode, **answers: Any) -> Changes:
    """Return a change of the arrangements."""
    return {"security": shape.Security(permitted=permitted or None, **answers)}


def events(**answers: Any) -> dict[str, Any]:
    """Return a change of what has happened."""
    return {"events": shape.Events(**answers)}


def amount(finding: Amount) -> object:
    """Return how much an amount is; None while it is unknown."""
    return None if finding.value is None else finding.value.value
