"""A case secured by a bond or a letter of credit, with what a test changes in it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from assembler.casefile import shape
from assembler.casefile.shape_security import Bond, Confirmer, Issuer, IssuerKind, Letter, Surety, TimeZone
from assembler.casefile.shape_values import Reinvestment, ResidenceSale
from findings.one_case import HOME, NO, Changes, one_case

ASSETS = (shape.Asset(id="shares", kind=shape.AssetKind.MARKETABLE, country="US", value=Decimal("2000000.01")),)
REQUIRED = Decimal("1300000.01")

BOND = Bond(
    surety=Surety(name="Mohawk & Schoharie Surety Company", is_on_circular_570=True),
    dated=date(2026, 11, 16),
    effective=date(2026, 11, 11),
    expires=date(2027, 11, 16),
    is_cancellable=False,
    renews_automatically=True,
)
LETTER = Letter(
    issuer=Issuer(name="Calusa National Bank", kind=IssuerKind.SECTION_581_BANK, is_bank=True),
    dated=date(2026, 11, 11),
    expires=date(2027, 12, 31),
    time_zone=TimeZone.EST,
    is_irrevocable=True,
    is_payable_at_sight=True,
    renews_automatically=True,
)
CONFIRMER = Confirmer(name="Ironwood National Bank", is_section_581_bank=True)
SALE = ResidenceSale(
    sold=date(2027, 3, 1),
    amount_realized=Decimal(700_000),
    excluded=Decimal(600_000),
    reinvestments=(Reinvestment(date(2027, 6, 1), Decimal(400_000)),),
)


def by_bond(bond: Changes = NO, security: Changes = NO, trust: Changes = NO, **case: Any) -> shape.Case:
    """Return a case secured by a bond, with these answers changed."""
    return _secured(shape.Operative.BOND, {"bond": replace(BOND, **bond)}, security, trust, case)


def by_letter(letter: Changes = NO, security: Changes = NO, trust: Changes = NO, **case: Any) -> shape.Case:
    """Return a case secured by a letter of credit, with these answers changed."""
    return _secured(shape.Operative.LETTER_OF_CREDIT, {"letter": replace(LETTER, **letter)}, security, trust, case)


def _secured(by: shape.Operative, paper: Changes, security: Changes, trust: Changes, case: Changes) -> shape.Case:
    secured = shape.Security(tuple(shape.Mode), operative=by, amount_furnished=REQUIRED)
    return one_case(trust={"assets": ASSETS, **paper, "security": replace(secured, **security), **trust}, **case)


def issuer(kind: IssuerKind, **answers: Any) -> Changes:
    """Return a change of the issuer of a letter of credit."""
    return {"issuer": Issuer(name="Banco Douro & Minho, S.A.", kind=kind, **answers)}


def elected(security: bool | None = True, **answers: Any) -> dict[str, Any]:
    """Return a change of the residence exclusion, with a residence that it may leave out."""
    exclusion = shape.ResidenceExclusion(threshold=False, security=security, **answers)
    return {"assets": (*ASSETS, HOME), "residence_exclusion": exclusion}
